//! Writes rows and cells of a table.

use std::fmt::Display;

use super::formula::escaped;
use crate::format::ExportOptions;

/// A table that is being written.
pub(in crate::format) struct Table {
    writer: csv::Writer<Vec<u8>>,
    for_spreadsheets: bool,
}

impl Table {
    /// A table without rows. For spreadsheets, it begins with a byte order mark, and formulas are escaped.
    pub(in crate::format) fn new(options: ExportOptions) -> Self {
        let for_spreadsheets = options.for_spreadsheets;
        // Without the byte order mark, spreadsheets assume the local encoding.
        let start = if for_spreadsheets { "\u{feff}".as_bytes().to_vec() } else { Vec::new() };
        let delimiter = if options.tabs { b'\t' } else { b',' };
        let mut builder = csv::WriterBuilder::new();
        let writer = builder.delimiter(delimiter).terminator(csv::Terminator::CRLF).from_writer(start);
        Self { writer, for_spreadsheets }
    }

    /// Adds a cell with a text.
    pub(in crate::format) fn text(&mut self, text: &str) {
        match escaped(text).filter(|_| self.for_spreadsheets) {
            Some(cell) => self.cell(&cell),
            None => self.cell(text),
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
