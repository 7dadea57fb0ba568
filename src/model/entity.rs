//! An entity: a thing in the world that several articles may mention.

use std::collections::BTreeMap;

use super::{EntityId, Extra, LabelId};

/// A thing in the world; its mentions are annotations.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Its id.
    pub id: EntityId,
    /// Its canonical name.
    pub name: String,
    /// The label of its mentions.
    pub label: Option<LabelId>,
    /// Other names it goes by.
    pub aliases: Vec<String>,
    /// Identifiers elsewhere, by scheme ("wikidata", "url").
    pub identifiers: BTreeMap<String, String>,
    /// A note.
    pub note: String,
    /// What a file said of it that this version does not know.
    pub extra: Extra,
}
