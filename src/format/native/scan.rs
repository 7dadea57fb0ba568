//! Reads an annotation from JSON without a tree of its values, which takes a fraction of the time: a project may have a hundred
//! thousand. Whatever is unusual or wrong is left to the general way, which knows all of JSON and says what is wrong.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize as _;
use serde::de::IgnoredAny;

use super::records::{AnnotationRecord, RangeRecord};
use crate::json::{Extra, FromJson as _, Json};

/// The most digits of a number that is read here.
const DIGITS: usize = 9;

/// The annotation at the beginning of these bytes, and the number of its bytes. `None` where the general way has to read it, or where
/// the bytes end within it.
pub(super) fn annotation(bytes: &[u8]) -> Option<(AnnotationRecord, usize)> {
    let mut scanner = Scanner { bytes, at: 0 };
    let record = scanner.annotation()?;
    Some((record, scanner.at))
}

/// A position in JSON.
struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Scanner<'a> {
    fn annotation(&mut self) -> Option<AnnotationRecord> {
        let (mut id, mut article, mut label, mut ranges) = (None, None, None, None);
        let [mut label_name, mut note, mut creator, mut modifier, mut row_title] = [const { String::new() }; 5];
        let [mut entity, mut created, mut modified] = [const { None }; 3];
        let (mut attributes, mut extra) = (BTreeMap::new(), Vec::new());
        self.object(|scanner, name| {
            match name {
                "id" => id = Some(scanner.text()?),
                "article" => article = Some(scanner.text()?),
                "label" => label = Some(scanner.text()?),
                "labelName" => label_name = scanner.text()?,
                "ranges" => ranges = Some(scanner.ranges()?),
                "attributes" => attributes = BTreeMap::from_json(scanner.value()?).ok()?,
                "entity" => entity = Some(scanner.text()?),
                "note" => note = scanner.text()?,
                "created" => created = Some(scanner.text()?),
                "modified" => modified = Some(scanner.text()?),
                "creator" => creator = scanner.text()?,
                "modifier" => modifier = scanner.text()?,
                "rowTitle" => row_title = scanner.text()?,
                _ if extra.iter().any(|(other, _)| other == name) => return None,
                _ => extra.push((name.to_owned(), scanner.value()?)),
            }
            Some(())
        })?;
        let (id, article, label, ranges) = (id?, article?, label?, ranges?);
        let extra = Extra::checked(extra).ok()?;
        Some(AnnotationRecord {
            id,
            article,
            label,
            label_name,
            ranges,
            attributes,
            entity,
            note,
            created,
            modified,
            creator,
            modifier,
            row_title,
            extra,
        })
    }

    fn ranges(&mut self) -> Option<Vec<RangeRecord>> {
        self.pass(b'[')?;
        let mut ranges = Vec::with_capacity(1);
        if self.next()? == b']' {
            self.at += 1;
            return Some(ranges);
        }
        loop {
            ranges.push(self.range()?);
            if !self.goes_on(b']')? {
                return Some(ranges);
            }
        }
    }

    fn range(&mut self) -> Option<RangeRecord> {
        let [mut start, mut end, mut utf16_start, mut utf16_end] = [None; 4];
        let [mut exact, mut prefix, mut suffix] = [const { None }; 3];
        self.object(|scanner, name| {
            match name {
                "start" => start = Some(scanner.number()?),
                "end" => end = Some(scanner.number()?),
                "utf16Start" => utf16_start = Some(scanner.number()?),
                "utf16End" => utf16_end = Some(scanner.number()?),
                "exact" => exact = Some(scanner.text()?),
                "prefix" => prefix = Some(scanner.text()?),
                "suffix" => suffix = Some(scanner.text()?),
                _ => drop(scanner.value()?),
            }
            Some(())
        })?;
        Some(RangeRecord { start: start?, end: end?, utf16_start, utf16_end, exact: exact?, prefix, suffix })
    }

    /// Reads an object; `field` reads the value of each field.
    fn object(&mut self, mut field: impl FnMut(&mut Self, &str) -> Option<()>) -> Option<()> {
        self.pass(b'{')?;
        if self.next()? == b'}' {
            self.at += 1;
            return Some(());
        }
        loop {
            let name = self.string()?;
            self.pass(b':')?;
            field(self, &name)?;
            if !self.goes_on(b'}')? {
                return Some(());
            }
        }
    }

    /// The next byte that is not white space.
    fn next(&mut self) -> Option<u8> {
        let rest = self.bytes.get(self.at..)?;
        let skipped = rest.iter().position(|byte| !matches!(byte, b' ' | b'\n' | b'\t' | b'\r'))?;
        self.at += skipped;
        Some(rest[skipped])
    }

    fn pass(&mut self, byte: u8) -> Option<()> {
        (self.next()? == byte).then(|| self.at += 1)
    }

    /// Passes over a comma, or over the end of a list or object. Returns whether it goes on.
    fn goes_on(&mut self, end: u8) -> Option<bool> {
        let byte = self.next()?;
        self.at += 1;
        if byte == end { Some(false) } else { (byte == b',').then_some(true) }
    }

    fn text(&mut self) -> Option<String> {
        self.string().map(Cow::into_owned)
    }

    fn string(&mut self) -> Option<Cow<'a, str>> {
        self.pass(b'"')?;
        let start = self.at;
        let mut is_plain = true;
        loop {
            let rest = self.bytes.get(self.at..)?;
            self.at += rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20))?;
            match self.bytes[self.at] {
                b'"' => break,
                b'\\' => (is_plain, self.at) = (false, self.at + 2),
                _ => return None,
            }
        }
        self.at += 1;
        if is_plain {
            return std::str::from_utf8(&self.bytes[start..self.at - 1]).ok().map(Cow::Borrowed);
        }
        serde_json::from_slice(&self.bytes[start - 1..self.at]).ok().map(Cow::Owned)
    }

    /// A number of few digits, and of nothing else.
    fn number(&mut self) -> Option<u32> {
        self.next()?;
        let rest = &self.bytes[self.at..];
        let digits = rest.iter().position(|byte| !byte.is_ascii_digit())?;
        let is_other = matches!(rest[digits], b'.' | b'e' | b'E') || rest[0] == b'0' && digits > 1;
        if digits == 0 || digits > DIGITS || is_other {
            return None;
        }
        self.at += digits;
        Some(rest[..digits].iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0')))
    }

    /// Any value.
    fn value(&mut self) -> Option<Json> {
        self.next()?;
        let rest = &self.bytes[self.at..];
        let mut parser = serde_json::Deserializer::from_slice(rest);
        let value = Json::deserialize(&mut parser).ok()?;
        let read = parser.into_iter::<IgnoredAny>().byte_offset();
        // A number could go on after the end of the bytes.
        (read < rest.len()).then(|| self.at += read)?;
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::json::{ToJson as _, parse, to_line, to_pretty};

    /// What the general way reads.
    fn in_general(json: &str) -> Option<Json> {
        AnnotationRecord::from_json(parse(json).ok()?).ok().map(|record| record.to_json())
    }

    fn scanned(json: &str) -> Option<Json> {
        let (record, read) = annotation(json.as_bytes())?;
        assert!(json[read..].trim().is_empty(), "the rest of {json}");
        Some(record.to_json())
    }

    const PLAIN: &str = r#"{"id": "a1", "article": "t1", "label": "l", "ranges": [{"start": 0, "end": 12, "exact": "\"é\"\n"}],
        "attributes": {"stance": "for"}, "mine": [1.5, {"x": null}]}"#;

    #[test]
    fn what_is_written_usually_is_read() {
        assert!(scanned(PLAIN).is_some());
        assert_eq!(scanned(PLAIN), in_general(PLAIN));
    }

    #[test]
    fn every_beginning_is_left_to_the_general_way() {
        for end in (0..PLAIN.len()).filter(|&end| PLAIN.is_char_boundary(end)) {
            assert!(annotation(&PLAIN.as_bytes()[..end]).is_none(), "{}", &PLAIN[..end]);
        }
    }

    #[test]
    fn what_is_unusual_or_wrong_is_left_to_the_general_way() {
        let with = |field: &str| PLAIN.replacen('{', &format!("{{{field},"), 1);
        for field in
            [r#""entity": null"#, r#""note": 5"#, r#""mine": 1"#, r#""id": {}"#, "\"note\": \"\u{1}\"", r#""x": 01"#]
        {
            assert!(annotation(with(field).as_bytes()).is_none(), "{field}");
        }
        for (from, to) in
            [("12", "12.0"), ("12", "012"), ("12", "1234567890"), ("12", "-1"), ("\"t1\",", "\"t1\""), ("[{", "[,{")]
        {
            assert!(annotation(PLAIN.replacen(from, to, 1).as_bytes()).is_none(), "{to}");
        }
        assert!(annotation(b"{\"id\": \"\xff\"}").is_none());
    }

    proptest! {
        #[test]
        fn both_ways_read_the_same(
            texts in prop::array::uniform8(".{0,12}"),
            numbers in prop::array::uniform4(0..2_000_000_000_u32),
            is_full in prop::array::uniform3(any::<bool>()),
        ) {
            let [id, article, label, note, exact, prefix, name, value] = texts;
            let [start, end, utf16_start, utf16_end] = numbers;
            let range = |has: bool| RangeRecord {
                start, end, utf16_start: has.then_some(utf16_start), utf16_end: has.then_some(utf16_end),
                exact: exact.clone(), prefix: has.then(|| prefix.clone()), suffix: has.then(|| note.clone()),
            };
            let record = AnnotationRecord {
                id, article, label, label_name: String::new(), ranges: vec![range(true), range(is_full[0])],
                attributes: BTreeMap::new(), entity: is_full[1].then(|| prefix.clone()), note: note.clone(), created: None,
                modified: is_full[2].then(|| prefix.clone()), creator: value.clone(), modifier: String::new(), row_title: note.clone(),
                extra: Extra::new(vec![(format!("x{name}"), Json::String(value))]),
            };
            for json in [to_pretty(&record.to_json()), to_line(&record)] {
                let general = in_general(&json);
                prop_assert!(general.is_some());
                if let Some(read) = scanned(&json) {
                    prop_assert_eq!(Some(read), general);
                } else {
                    prop_assert!(numbers.iter().any(|number| *number > 999_999_999), "{}", json);
                }
            }
        }
    }
}
