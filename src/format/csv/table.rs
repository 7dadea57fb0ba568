//! Writes rows and cells of CSV, and escapes texts that a spreadsheet would evaluate as formulas.

use std::fmt::Display;

/// First characters that make a cell a formula (OWASP, "CSV Injection"), including the full-width forms.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A CSV file that is being written.
pub(in crate::format) struct Table {
    writer: csv::Writer<Vec<u8>>,
    for_spreadsheets: bool,
}

impl Table {
    /// A table without rows. With `for_spreadsheets`, it begins with a byte order mark, and formulas are escaped.
    pub(in crate::format) fn new(for_spreadsheets: bool) -> Self {
        // Without the byte order mark, spreadsheets assume the local encoding.
        let start = if for_spreadsheets { "\u{feff}".as_bytes().to_vec() } else { Vec::new() };
        let writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(start);
        Self { writer, for_spreadsheets }
    }

    /// Adds a cell with a text.
    pub(in crate::format) fn text(&mut self, text: &str) {
        if self.for_spreadsheets && is_formula(text) {
            self.cell(&format!("'{text}"));
        } else {
            self.cell(text);
        }
    }

    /// Adds a cell with a number. A minus sign does not make it a formula.
    pub(in crate::format) fn number(&mut self, number: impl Display) {
        self.cell(&number.to_string());
    }

    fn cell(&mut self, cell: &str) {
        // Writing to memory cannot fail.
        let _ = self.writer.write_field(cell);
    }

    /// Ends the row, which has as many cells as the first.
    pub(in crate::format) fn end_row(&mut self) {
        // As above.
        let _ = self.writer.write_record(None::<&[u8]>);
    }

    /// The file.
    pub(in crate::format) fn bytes(self) -> Vec<u8> {
        self.writer.into_inner().unwrap_or_default()
    }
}

/// Whether a spreadsheet might evaluate a text as a formula. Some ignore leading spaces.
fn is_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n'])
        || text
            .trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}')
            .starts_with(FORMULA)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_recognised() {
        for text in ["=1+1", "+49 30", "-1", "@SUM(A1)", "\t=1", " =1", "\r", "\n+", "＝1", "\u{a0}@x", "\u{feff}=1"] {
            assert!(is_formula(text), "{text:?}");
        }
        for text in ["", " ", "a=1", "1-1", "“=1”", "'=1", "é"] {
            assert!(!is_formula(text), "{text:?}");
        }
    }
}
