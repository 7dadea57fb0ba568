//! The fields of records that this folder reads and writes. They are kept with the fields that the model does not know.

use crate::json::{Extra, Json};

/// The field of annotations with their [`super::Doubt`].
pub(super) const DOUBT: &str = "doubt";
/// The field of articles with the list of [`super::Unplaced`].
pub(super) const UNPLACED: &str = "unplaced";
/// The field of unplaced annotations with their relations.
pub(super) const RELATIONS: &str = "relations";

/// The value of a field.
pub(super) fn field<'a>(extra: &'a Extra, name: &str) -> Option<&'a Json> {
    extra.fields().iter().find(|(field, _)| field == name).map(|(_, value)| value)
}

/// The fields with another value of one of them, or without it.
pub(super) fn with_field(extra: &Extra, name: &str, value: Option<Json>) -> Extra {
    let mut fields: Vec<(String, Json)> = extra.fields().to_vec();
    let at = fields.iter().position(|(field, _)| field == name);
    match (at, value) {
        (Some(at), Some(value)) => fields[at].1 = value,
        (Some(at), None) => drop(fields.remove(at)),
        (None, Some(value)) => fields.push((name.to_owned(), value)),
        (None, None) => {}
    }
    Extra::new(fields)
}
