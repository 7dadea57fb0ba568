//! A table with the meaning of its columns.

use super::cells::CellKind;
use super::columns::{Column, Columns, TableKind};
use super::sheet::Row;

/// A table of which it is known what it is about.
pub(super) struct KnownTable {
    /// The name of its file, if there are several.
    pub(super) name: String,
    pub(super) kind: TableKind,
    pub(super) columns: Columns,
    pub(super) header: Vec<String>,
    /// What the cells of each column contain, if that is said.
    pub(super) kinds: Vec<Option<CellKind>>,
    pub(super) rows: Vec<Row>,
    /// Whether it has all columns of our tables.
    pub(super) is_own: bool,
}

impl KnownTable {
    /// The place of a row, for messages.
    pub(super) fn place(&self, row: &Row) -> String {
        match self.name.as_str() {
            "" => format!("line {}", row.line),
            name => format!("{name}, line {}", row.line),
        }
    }

    /// The name of a column in this table; empty if it has none.
    pub(super) fn header_of(&self, column: Column) -> &str {
        self.columns.at(column).and_then(|at| self.header.get(at)).map_or("", String::as_str)
    }
}
