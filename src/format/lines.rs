//! Reads JSON Lines as tools write them: with a byte order mark, CRLF, blank lines, values over several lines, lines that are broken, or
//! all records in one list.

use std::borrow::Cow;
use std::collections::VecDeque;

use super::{ImportWarning, LONG_FILE_HEAD, ReadError, RecordProblem, SourceFile};
use crate::json::{Json, JsonProblem, excerpt, parse_first, utf8};
use crate::text::from_utf16;

/// A record of a file, with its place: `line 12` or `[3]`.
pub(super) struct Record {
    pub(super) place: String,
    pub(super) value: Json,
}

impl Record {
    /// The place of something in the record.
    pub(super) fn place_of(&self, path: &str) -> String {
        if self.place.ends_with(']') { format!("{}.{path}", self.place) } else { format!("{}: {path}", self.place) }
    }
}

/// The text of a file, without a byte order mark: UTF-8, or UTF-16 if it begins with its mark.
///
/// # Errors
/// With the place of the first bytes that are not UTF-8.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    let units = |unit: fn([u8; 2]) -> u16| {
        let pairs = bytes.chunks_exact(2).skip(1);
        Cow::Owned(from_utf16(pairs.map(|pair| unit([pair[0], pair[1]]))).0)
    };
    match bytes {
        [0xff, 0xfe, ..] => Ok(units(u16::from_le_bytes)),
        [0xfe, 0xff, ..] => Ok(units(u16::from_be_bytes)),
        _ => Ok(Cow::Borrowed(utf8(bytes)?.trim_start_matches('\u{feff}'))),
    }
}

/// The records of a text, one after the other.
pub(super) struct Records<'a> {
    text: Cow<'a, str>,
    /// The offset of what was not read yet, and its line.
    at: usize,
    line: usize,
    is_first: bool,
    /// The name of the file, if there are several.
    file: Option<&'a str>,
    /// The rest of a list of records, and how many it had.
    waiting: VecDeque<Record>,
    /// Whether the file goes on after the text, so that a value that ends early may be complete there.
    goes_on: bool,
    of_list: usize,
}

impl<'a> Records<'a> {
    /// The records of the text of a file. With the name of the file in their places, if there are several.
    pub(super) fn new(text: Cow<'a, str>, file: &SourceFile<'a>, of: usize) -> Self {
        let file = (of > 1 && !file.name.is_empty()).then_some(file.name);
        Self { text, at: 0, line: 1, is_first: true, file, waiting: VecDeque::new(), of_list: 0, goes_on: false }
    }

    /// The records of a part of a file: from this line on, and whether others were before and the file goes on.
    pub(super) fn of_part(text: &'a str, file: Option<&'a str>, line: usize, is_first: bool, goes_on: bool) -> Self {
        let text = Cow::Borrowed(text);
        Self { text, at: 0, line, is_first, file, waiting: VecDeque::new(), of_list: 0, goes_on }
    }

    /// What was read: the number of bytes, the line that follows, and whether there was no value yet.
    pub(super) fn read(&self) -> (usize, usize, bool) {
        (self.at, self.line, self.is_first)
    }

    /// How much of the text is read, from 0 to 1.
    pub(super) fn progress(&self) -> f64 {
        let left = self.waiting.len() as f64 / self.of_list.max(1) as f64;
        self.at as f64 / self.text.len().max(1) as f64 * (1.0 - left)
    }

    /// The next record; `None` at the end. Lines that are not JSON are left out with a warning.
    ///
    /// # Errors
    /// When the text does not begin with JSON.
    pub(super) fn next(&mut self, warnings: &mut Vec<ImportWarning>) -> Result<Option<Record>, ReadError> {
        loop {
            if let Some(record) = self.waiting.pop_front() {
                return Ok(Some(record));
            }
            let rest = &self.text[self.at..];
            self.pass(rest.len() - rest.trim_start().len());
            let (is_first, place) = (std::mem::replace(&mut self.is_first, false), self.place());
            let rest = &self.text[self.at..];
            match parse_first(rest) {
                None => {
                    self.is_first = is_first;
                    return Ok(None);
                }
                Some(Err(error)) if self.goes_on && *error.problem == JsonProblem::EndsEarly => {
                    self.is_first = is_first;
                    return Ok(None);
                }
                Some(Err(error)) if is_first => return Err(error.into()),
                Some(Err(_)) => {
                    let line = rest.lines().next().unwrap_or_default();
                    let (problem, length) = (RecordProblem::NotUnderstood(excerpt(line)), line.len());
                    warnings.push(ImportWarning::Record { place, problem });
                    self.pass(length);
                }
                Some(Ok((Json::Array(items), length))) if is_list_of_records(&items) => {
                    let outer = if is_first && self.file.is_none() { String::new() } else { place };
                    let record = |(index, value)| Record { place: format!("{outer}[{index}]"), value };
                    self.waiting = items.into_iter().enumerate().map(record).collect();
                    self.of_list = self.waiting.len();
                    self.pass(length);
                }
                Some(Ok((value, length))) => {
                    self.pass(length);
                    return Ok(Some(Record { place, value }));
                }
            }
        }
    }

    fn place(&self) -> String {
        match self.file {
            Some(file) => format!("{file}, line {}", self.line),
            None => format!("line {}", self.line),
        }
    }

    fn pass(&mut self, length: usize) {
        let passed = &self.text.as_bytes()[self.at..self.at + length];
        self.line += memchr::memchr_iter(b'\n', passed).count();
        self.at += length;
    }
}

/// Whether a list contains the records, instead of being one.
fn is_list_of_records(items: &[Json]) -> bool {
    items.iter().all(|item| item.is_object() || item.is_array())
}

/// The first record of a file, from its beginning, to recognise the format. Of a record that is cut, what is there.
pub(super) fn first_record(bytes: &[u8]) -> Option<Json> {
    let head = &bytes[..bytes.len().min(LONG_FILE_HEAD)];
    let head = match std::str::from_utf8(head) {
        Err(error) if error.error_len().is_none() => &head[..error.valid_up_to()],
        _ => head,
    };
    let text = decode(head).ok()?;
    let text = text.trim_start();
    let inner = text.strip_prefix('[').map(str::trim_start).filter(|inner| inner.starts_with(['{', '[']));
    let text = inner.unwrap_or(text);
    match parse_first(text)? {
        Ok((value, _)) => Some(value),
        Err(error) if *error.problem == JsonProblem::EndsEarly => closed(text),
        Err(_) => None,
    }
}

/// The value that a text begins with and ends inside of, without what is incomplete.
fn closed(text: &str) -> Option<Json> {
    let (mut open, mut is_in_string, mut is_escaped) = (String::new(), false, false);
    // Where a value that is complete ends, or a list or object begins; and what is open there.
    let mut last = (0, String::new());
    for (at, c) in text.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' if is_in_string => is_escaped = true,
            '"' => is_in_string = !is_in_string,
            _ if is_in_string => {}
            '{' | '[' => {
                open.push(if c == '{' { '}' } else { ']' });
                last = (at + 1, open.clone());
            }
            '}' | ']' => drop(open.pop()),
            ',' => last = (at, open.clone()),
            _ => {}
        }
    }
    let parsed = |text: &str, end: &str, open: &str| {
        let closed: String = text.chars().chain(end.chars()).chain(open.chars().rev()).collect();
        parse_first(&closed)?.ok().map(|(value, _)| value)
    };
    let in_string = if is_in_string && !is_escaped { parsed(text, "\"", &open) } else { None };
    in_string.or_else(|| parsed(text.get(..last.0)?, "", &last.1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(bytes: &[u8]) -> Result<(Vec<(String, Json)>, usize), ReadError> {
        let text = decode(bytes)?;
        let mut records = Records::new(text, &SourceFile { name: "x", bytes }, 1);
        let (mut all, mut warnings) = (Vec::new(), Vec::new());
        while let Some(record) = records.next(&mut warnings)? {
            all.push((record.place, record.value));
        }
        Ok((all, warnings.len()))
    }

    fn places(text: &str) -> (Vec<String>, usize) {
        let (all, warnings) = read(text.as_bytes()).expect("records");
        (all.into_iter().map(|(place, _)| place).collect(), warnings)
    }

    #[test]
    fn lines_may_be_blank_end_with_crlf_and_begin_with_a_mark() {
        assert_eq!(
            places("\u{feff}{\"a\":1}\r\n\r\n  \n{\"a\":2}"),
            (vec!["line 1".to_owned(), "line 4".to_owned()], 0)
        );
        assert_eq!(places(" \n"), (vec![], 0));
    }

    #[test]
    fn values_may_have_several_lines_or_be_in_one_list() {
        assert_eq!(
            places("{\n \"a\": [1,\n 2]\n}\n{\"a\": 2} {\"a\": 3}"),
            (["line 1", "line 5", "line 5"].map(str::to_owned).to_vec(), 0)
        );
        assert_eq!(places("[\n{\"a\": 1},\n{\"a\": 2}\n]"), (vec!["[0]".to_owned(), "[1]".to_owned()], 0));
        let (tuple, _) = read(br#"["text", {"entities": []}]"#).expect("a record");
        assert_eq!(tuple[0].1, json!(["text", {"entities": []}]));
    }

    #[test]
    fn a_broken_line_is_left_out_unless_it_is_the_first() {
        assert_eq!(
            places("{\"a\":1}\n{\"a\": NaN}\n{\"a\":\n{\"a\":\"\\ud800\"}\n{\"a\":3}\n{\"a"),
            (vec!["line 1".to_owned(), "line 5".to_owned()], 4)
        );
        let error = read(b"{\"a\":1,}\n{\"a\":2}").expect_err("no JSON");
        assert_eq!(error.place, crate::json::Place::Line { line: 1, column: 8 });
        assert!(read(b"{\"a\":\"\xff\"}").is_err());
    }

    #[test]
    fn utf_16_is_decoded() {
        let text = "\u{feff}{\"a\":\"😀\"}\n";
        for bytes in [
            text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>(),
            text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        ] {
            assert_eq!(read(&bytes).expect("records").0[0].1, json!({"a": "😀"}));
        }
    }

    #[test]
    fn the_first_record_is_found_even_if_it_is_cut() {
        let cases: [(&[u8], Json); 6] = [
            (b"[ {\"a\": 1}, {\"a\"", json!({"a": 1})),
            (b"{\"a\": [1, 2], \"b\": {\"c\"", json!({"a": [1, 2], "b": {}})),
            (b"{\"a\": \"long te", json!({"a": "long te"})),
            (b"{\"a\": \"long\", \"b", json!({"a": "long"})),
            (b"{\"a\": \"\xf0\x9f", json!({"a": ""})),
            (b"[[\"text\", {\"entities\": [[0, 1", json!(["text", {"entities": [[0]]}])),
        ];
        for (head, expected) in cases {
            assert_eq!(first_record(head), Some(expected), "{}", String::from_utf8_lossy(head));
        }
        assert_eq!(first_record(b"plain text"), None);
    }
}
