//! Builds labels and schemas from rows of a table.

use crate::json::Extra;
use crate::model::{Colour, Label, LabelId, LabelKind, Schema};

/// One label of a table: its name, short name, keys and description.
pub(super) type Row = (&'static str, &'static str, &'static str, &'static str);

pub(super) fn label(kind: LabelKind, (name, short, key, description): Row, colour: u32) -> Label {
    Label {
        id: LabelId::new(name.replace(' ', "-")),
        short: short.to_owned(),
        key: key.to_owned(),
        description: description.to_owned(),
        ..Label::new(kind, name, Colour(colour))
    }
}

pub(super) fn schema(name: &str, labels: Vec<Label>) -> Schema {
    Schema {
        name: name.to_owned(),
        labels,
        article_attributes: Vec::new(),
        relation_types: Vec::new(),
        extra: Extra::default(),
    }
}
