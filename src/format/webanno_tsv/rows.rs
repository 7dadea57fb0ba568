//! Reads the lines of a file: its layers, its text, and the rows of its tokens.

use super::escape::unescape_text;
use super::header::Layer;
use super::layers::FORMAT;
use crate::format::{ImportWarning, ReadError, ReadProblem, RecordProblem};
use crate::json::{Place, excerpt};

/// A file whose cells are not read yet.
#[derive(Debug, Default)]
pub(super) struct Rows<'a> {
    pub(super) layers: Vec<Layer>,
    pub(super) text: String,
    pub(super) units: Vec<Unit<'a>>,
    pub(super) warnings: Vec<ImportWarning>,
}

/// A row: a token, or a part of one.
#[derive(Debug)]
pub(super) struct Unit<'a> {
    /// The number of the line, from 1.
    pub(super) line: usize,
    /// `1-2`, or `1-2.3` for a part of a token.
    pub(super) id: &'a str,
    /// The offsets in UTF-16 units.
    pub(super) range: (u32, u32),
    /// The covered text.
    pub(super) covered: &'a str,
    /// The cells of the columns of all layers.
    pub(super) cells: Vec<&'a str>,
}

impl Unit<'_> {
    fn is_token(&self) -> bool {
        !self.id.contains('.')
    }
}

/// The text before the first row of a sentence, and that of the sentences before.
#[derive(Default)]
struct TextBuilder {
    text: String,
    /// The length of the text in UTF-16 units.
    length: u32,
    /// The lines of the next sentence, each with a line end.
    pending: String,
}

impl TextBuilder {
    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.length += text.encode_utf16().count() as u32;
    }

    /// Begins a sentence at an offset. There may be no line end between it and the one before, or more than one character.
    fn begin(&mut self, begin: u32) -> bool {
        if self.length > begin && self.text.ends_with('\n') {
            self.text.pop();
            self.length -= 1;
        }
        // The text may not be longer than the offset, or so much shorter that the offset cannot be one of this file.
        if self.length > begin || begin - self.length > MAX_GAP {
            return false;
        }
        let gap = " ".repeat((begin - self.length) as usize);
        self.push(&gap);
        let sentence = std::mem::take(&mut self.pending);
        self.push(&sentence);
        true
    }
}

/// The longest gap between sentences, in UTF-16 units. It is filled with spaces.
const MAX_GAP: u32 = 1_000_000;

/// Reads the lines of a file.
pub(super) fn read<'a>(name: &str, content: &'a str) -> Result<Rows<'a>, ReadError> {
    let mut rows = Rows::default();
    let content = content.strip_prefix('\u{feff}').unwrap_or(content);
    let mut lines = content.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).enumerate();
    let version = lines.next().and_then(|(_, line)| version(line));
    let Some(version) = version else { return Err(ReadError::new(name, ReadProblem::UnknownFormat)) };
    let is_java = version <= 1;
    let mut text = TextBuilder::default();
    let mut is_header = true;
    for (index, line) in lines {
        if line.is_empty() {
            is_header &= rows.units.is_empty();
        } else if let Some(sentence) = line.strip_prefix("#Text=") {
            is_header = false;
            text.pending.push_str(&unescape_text(sentence, is_java));
            text.pending.push('\n');
        } else if line.starts_with('#') {
            // Other lines with a number sign are of later versions, or about the document.
            if let Some(layer) = Layer::parse(line, column_count(&rows.layers)).filter(|_| is_header) {
                rows.layers.push(layer);
            }
        } else {
            match unit(line, index + 1, column_count(&rows.layers)) {
                Some(unit) => {
                    let is_first = !text.pending.is_empty();
                    if is_first && unit.is_token() && !text.begin(unit.range.0) {
                        let place = Place::Line { line: index + 1, column: 1 };
                        let found = unit.range.0;
                        return Err(ReadError::new(place, ReadProblem::OtherOffset { expected: text.length, found }));
                    }
                    rows.units.push(unit);
                }
                None => {
                    let (place, problem) = (format!("line {}", index + 1), RecordProblem::NotUnderstood(excerpt(line)));
                    rows.warnings.push(ImportWarning::Record { place, problem });
                }
            }
        }
    }
    // The line end after the last sentence is that of the file.
    text.text.pop();
    rows.text = text.text;
    Ok(rows)
}

/// The minor version of version 3, from the first line.
pub(super) fn version(line: &str) -> Option<u32> {
    let version = line.trim_start_matches('\u{feff}').trim_end().strip_prefix(FORMAT)?;
    if version.is_empty() { Some(0) } else { version.strip_prefix('.')?.parse().ok() }
}

fn column_count(layers: &[Layer]) -> usize {
    layers.last().map_or(0, |last| last.first + last.columns.len())
}

/// A row of a token: its id, its offsets, its text, and a cell for each column.
fn unit(line: &str, number: usize, columns: usize) -> Option<Unit<'_>> {
    let mut fields = line.split('\t');
    let id = fields.next()?;
    let (begin, end) = fields.next()?.split_once('-')?;
    let range = (begin.parse().ok()?, end.parse().ok()?);
    let covered = fields.next()?;
    let cells: Vec<&str> = fields.take(columns).collect();
    let is_valid = id.contains('-') && range.0 <= range.1 && cells.len() == columns;
    is_valid.then_some(Unit { line: number, id, range, covered, cells })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(body: &str) -> String {
        read("a.tsv", &format!("#FORMAT=WebAnno TSV 3.3\n\n\n{body}")).expect("a file").text
    }

    #[test]
    fn the_text_is_put_together_by_offsets() {
        assert_eq!(text("#Text=one\n1-1\t0-3\tone\t\n\n#Text=two\n2-1\t3-6\ttwo\t\n"), "onetwo");
        assert_eq!(text("#Text=one\n1-1\t0-3\tone\t\n\n#Text=two\n2-1\t4-7\ttwo\t\n"), "one\ntwo");
        assert_eq!(text("#Text=one\n1-1\t2-5\tone\t\n\n#Text=two\n2-1\t8-11\ttwo\t\n"), "  one\n  two");
        assert_eq!(text("#Sentence.id=x\n#Text=😀\\t\n#Text=b\n1-1\t0-2\t😀\t\n1-2\t4-5\tb\t\n"), "😀\t\nb");
    }

    #[test]
    fn wrong_offsets_and_versions_are_refused() {
        let error =
            read("a.tsv", "#FORMAT=WebAnno TSV 3.2\n\n\n#Text=one\n1-1\t0-3\tone\t\n\n#Text=two\n2-1\t1-3\ttwo\t\n");
        assert_eq!(
            *error.expect_err("an offset in the last sentence").problem,
            ReadProblem::OtherOffset { expected: 3, found: 1 }
        );
        assert!(read("a.tsv", "#FORMAT=WebAnno TSV 2.0\n").is_err() && read("a.tsv", "").is_err());
        assert_eq!((version("#FORMAT=WebAnno TSV 3"), version("#FORMAT=WebAnno TSV 3.1")), (Some(0), Some(1)));
    }

    #[test]
    fn other_headers_are_ignored_and_wrong_rows_left_out() {
        let file = "#FORMAT=WebAnno TSV 3.2\r\n#T_SP=a.B|c\r\n#Meta=x\r\n\r\n#Summary1=y\r\n#Text=one two\r\n1-1\t0-3\tone\t_\t\r\n1-2\t4-7\ttwo\r\nx\r\n";
        let rows = read("a.tsv", file).expect("a file");
        assert_eq!((rows.units.len(), rows.warnings.len(), rows.text.as_str()), (1, 2, "one two"));
        assert_eq!(rows.units[0].cells, ["_"]);
    }
}
