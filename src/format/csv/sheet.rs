//! Reads the rows of a table, with the lines on which they begin.

use super::dialect::Dialect;
use super::formula::{is_formula, unescaped};
use crate::format::lines::decode;
use crate::format::{ReadError, ReadProblem};

/// A table that was read.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The names of the columns.
    pub header: Vec<String>,
    /// The rows below.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// The number of the line on which it begins.
    pub line: u64,
    cells: csv::StringRecord,
}

impl Row {
    /// The text of a cell; empty if the row is too short.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default()
    }

    /// The number of cells, without empty ones at the end.
    pub fn len(&self) -> usize {
        let filled = self.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
        filled.last().map_or(0, |(last, _)| last + 1)
    }

    /// Whether all cells are empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Changes the texts of cells.
    fn map(&mut self, change: impl Fn(&str) -> &str) {
        self.cells = self.cells.iter().map(change).collect();
    }
}

impl Sheet {
    /// Reads a table without a description.
    ///
    /// # Errors
    /// When the file is neither UTF-8 nor UTF-16 with a byte order mark.
    pub fn read(bytes: &[u8]) -> Result<Self, ReadError> {
        let text = decode(bytes)?;
        Self::of_text(&text, &Dialect::detect(&text))
    }

    /// Reads a table with this dialect. If it has one column only then, another dialect is tried.
    pub(super) fn with_dialect(bytes: &[u8], dialect: &Dialect) -> Result<Self, ReadError> {
        let text = decode(bytes)?;
        let sheet = Self::of_text(&text, dialect)?;
        if sheet.header.len() > 1 || dialect.header_rows == 0 { Ok(sheet) } else { Self::read(bytes) }
    }

    fn of_text(text: &str, dialect: &Dialect) -> Result<Self, ReadError> {
        let mut sheet = Self::default();
        let mut lines = Lines { text: text.as_bytes(), at: 0, line: 1 };
        for (index, record) in dialect.reader(text).into_records().enumerate() {
            let cells = record.map_err(|_| ReadError::new("", ReadProblem::UnknownFormat))?;
            let line = lines.of(cells.position().map_or(0, csv::Position::byte));
            let mut row = Row { line, cells };
            if dialect.skip_initial_space {
                row.map(str::trim_start);
            }
            if index + 1 < dialect.header_rows {
                continue;
            }
            if index + 1 == dialect.header_rows {
                sheet.header = row.cells.iter().map(str::to_owned).collect();
            } else if !row.is_empty() {
                sheet.rows.push(row);
            }
        }
        if dialect.header_rows == 0 {
            let columns = sheet.rows.iter().map(Row::len).max().unwrap_or(0);
            sheet.header = (1..=columns).map(|number| format!("column {number}")).collect();
        }
        Ok(sheet)
    }

    /// Empties the cells with a text that means that there is no value.
    pub(super) fn empty(&mut self, missing: &[String]) {
        for row in self.rows.iter_mut().filter(|_| !missing.is_empty()) {
            row.map(|cell| if missing.iter().any(|text| text == cell) { "" } else { cell });
        }
    }

    /// Takes the apostrophes away that are before formulas, if there is no formula without one.
    pub(super) fn take_guards_away(&mut self) {
        let is_bare = |cell: &str| is_formula(cell) && cell.parse::<f64>().is_err();
        let mut cells = self.rows.iter().flat_map(|row| row.cells.iter());
        if !cells.any(is_bare) {
            self.rows.iter_mut().for_each(|row| row.map(unescaped));
        }
    }
}

/// Counts the lines up to where rows begin. The reader's own numbers are those of empty lines before a row.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of the row that begins at a byte, or after the line ends there.
    fn of(&mut self, byte: u64) -> u64 {
        let start = usize::try_from(byte).unwrap_or(usize::MAX).clamp(self.at, self.text.len());
        let ends = self.text[start..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        self.line += memchr::memchr_iter(b'\n', &self.text[self.at..start + ends]).count() as u64;
        self.at = start + ends;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::csv::dialect::Dialect;

    fn rows(sheet: &Sheet) -> Vec<(u64, Vec<&str>)> {
        let all = sheet.rows.iter();
        all.map(|row| (row.line, (0..sheet.header.len()).map(|column| row.cell(column)).collect())).collect()
    }

    #[test]
    fn rows_have_the_lines_on_which_they_begin() {
        let sheet = Sheet::read(b"\xef\xbb\xbfa,b\r\n1,\"x\r\ny\"\r\n\r\n,\r\n2\n").expect("a table");
        assert_eq!(sheet.header, ["a", "b"]);
        assert_eq!(rows(&sheet), [(2, vec!["1", "x\r\ny"]), (6, vec!["2", ""])]);
        let utf16: Vec<u8> = "\u{feff}a\tb\r\n1\té\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(rows(&Sheet::read(&utf16).expect("a table")), [(2, vec!["1", "é"])]);
        assert!(Sheet::read(b"a,b\n\xe9,1\n").is_err());
    }

    #[test]
    fn dialects_are_used() {
        let dialect = Dialect { header_rows: 2, skip_initial_space: true, comment: Some(b'#'), ..Dialect::default() };
        let sheet = Sheet::with_dialect(b"A table\n# comment\na, b\n1, 2\n", &dialect).expect("a table");
        assert_eq!((sheet.header.len(), rows(&sheet)), (2, vec![(4, vec!["1", "2"])]));
        let without = Dialect { header_rows: 0, ..Dialect::default() };
        assert_eq!(Sheet::with_dialect(b"1,2\n", &without).expect("a table").header, ["column 1", "column 2"]);
        // The dialect is wrong, which is usual where none is given.
        assert_eq!(Sheet::with_dialect(b"a;b\n1;2\n", &Dialect::default()).expect("a table").header, ["a", "b"]);
    }

    #[test]
    fn apostrophes_before_formulas_are_taken_away() {
        let read = |text: &str| {
            let mut sheet = Sheet::read(text.as_bytes()).expect("a table");
            sheet.take_guards_away();
            rows(&sheet).into_iter().map(|(_, cells)| cells.join(",")).collect::<Vec<_>>()
        };
        assert_eq!(read("a,b\n'=1,-7\n''=1,'x\n"), ["=1,-7", "'=1,'x"]);
        assert_eq!(read("a,b\n'=1,=2\n"), ["'=1,=2"], "it was not for spreadsheets");
    }
}
