//! Values of attributes and lists of texts as cells, and back.

use std::borrow::Cow;

use super::Table;
use crate::json::show_number;
use crate::model::{Attribute, AttributeKind, AttributeValue};

/// Between the texts of a list.
const SEPARATOR: char = '|';
/// Before a separator in a text, and before itself.
const ESCAPE: char = '\\';

/// Adds a cell with the value of an attribute, or an empty one.
pub(super) fn write_value(value: Option<&AttributeValue>, table: &mut Table) {
    match value {
        None => table.text(""),
        Some(AttributeValue::Text(text)) => table.text(text),
        Some(AttributeValue::List(choices)) => table.text(&list_cell(choices)),
        Some(AttributeValue::Number(number)) => table.number(show_number(*number)),
        Some(AttributeValue::YesNo(yes)) => table.text(if *yes { "true" } else { "false" }),
    }
}

/// Whether the cell of a value is empty, so that the value is lost.
pub(super) fn is_lost(value: &AttributeValue) -> bool {
    match value {
        AttributeValue::Text(text) => text.is_empty(),
        AttributeValue::List(choices) => list_cell(choices).is_empty(),
        AttributeValue::Number(_) | AttributeValue::YesNo(_) => false,
    }
}

/// Several texts as one cell.
pub(super) fn list_cell(texts: &[String]) -> String {
    let escaped = texts.iter().map(|text| text.replace(ESCAPE, "\\\\").replace(SEPARATOR, "\\|"));
    escaped.collect::<Vec<_>>().join("|")
}

/// The texts of such a cell.
pub(super) fn texts_of(cell: &str) -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut characters = cell.chars();
    while let Some(c) = characters.next() {
        let c = match c {
            SEPARATOR => {
                texts.push(String::new());
                continue;
            }
            ESCAPE => characters.next().unwrap_or(c),
            c => c,
        };
        if let Some(last) = texts.last_mut() {
            last.push(c);
        }
    }
    if cell.is_empty() { Vec::new() } else { texts }
}

/// What the cells of an attribute contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellKind {
    Text,
    Number,
    YesNo,
    List,
}

impl CellKind {
    /// What an attribute of a schema accepts.
    pub(super) fn of(attribute: &Attribute) -> Self {
        match attribute.kind {
            AttributeKind::Number => Self::Number,
            AttributeKind::YesNo => Self::YesNo,
            AttributeKind::MultipleChoice => Self::List,
            AttributeKind::Text | AttributeKind::Choice | AttributeKind::Entity => Self::Text,
        }
    }

    /// What all of these cells are: numbers or truth values if each of them is one, otherwise texts.
    pub(super) fn of_all<'a>(cells: &(impl Iterator<Item = &'a str> + Clone)) -> Self {
        let all = |is: fn(&str) -> bool| cells.clone().all(is);
        match () {
            () if all(|cell| yes_no(cell).is_some()) => Self::YesNo,
            () if all(is_number) => Self::Number,
            () => Self::Text,
        }
    }

    /// The value of a cell; a text if the cell is none of this kind.
    pub(super) fn value(self, cell: &str) -> AttributeValue {
        let value = match self {
            Self::Text => None,
            Self::Number => cell.trim().parse().ok().filter(|n: &f64| n.is_finite()).map(AttributeValue::Number),
            Self::YesNo => yes_no(cell).map(AttributeValue::YesNo),
            Self::List => Some(AttributeValue::List(texts_of(cell))),
        };
        value.unwrap_or_else(|| AttributeValue::Text(cell.to_owned()))
    }
}

fn yes_no(cell: &str) -> Option<bool> {
    // Spreadsheets write them in capitals, and Python with one.
    match cell.to_ascii_lowercase().as_str() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// Whether a cell is a number that stays as it is written: not `007`, which may be a code.
fn is_number(cell: &str) -> bool {
    // pandas writes whole numbers with a fraction where a column has empty cells.
    let cell: Cow<'_, str> = cell.strip_suffix(".0").unwrap_or(cell).into();
    cell.parse().is_ok_and(|number: f64| number.is_finite() && show_number(number) == cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read_back() {
        for list in [&["a"][..], &["a|b", "c\\d"], &["", ""], &["\\", "|"], &[]] {
            let list: Vec<String> = list.iter().map(|&text| text.to_owned()).collect();
            assert_eq!(texts_of(&list_cell(&list)), list);
        }
        assert_eq!(texts_of("a\\"), ["a\\"]);
    }

    #[test]
    fn kinds_are_those_of_all_cells() {
        for (cells, kind) in [
            (&["true", "FALSE", "True"][..], CellKind::YesNo),
            (&["1", "-2.5", "3.0"], CellKind::Number),
            (&["1", "007"], CellKind::Text),
            (&["1", "true"], CellKind::Text),
            (&["1e999"], CellKind::Text),
            (&["NaN"], CellKind::Text),
        ] {
            assert_eq!(CellKind::of_all(&cells.iter().copied()), kind, "{cells:?}");
        }
        assert_eq!(CellKind::Number.value("x"), AttributeValue::Text("x".to_owned()));
    }
}
