//! Messages about entities.

use crate::text::isolated;

/// The selected tag is no mention.
pub const SELECT_A_MENTION: &str = "Select a tag of a person, a place or another entity first";
/// The line that offers entities for the selected tag.
pub const OFFER: &str = "Entity of the selected tag";
/// Before an entity's name: link to it.
pub const LINK_TO: &str = "Link to ";
/// Before a name: make an entity of that name.
pub const NEW_ENTITY: &str = "New entity ";
/// The keys that make a new entity, in short.
pub const NEW_ENTITY_KEYS: &str = "⇧E";

/// The mention is linked already.
pub fn already_linked(entity: &str) -> String {
    format!("Already linked to {}. Press E to change the entity", isolated(entity))
}

/// Button: choose one of so many entities, or of all.
pub fn choose_of(count: usize) -> String {
    match count {
        0 => "Choose entity".to_owned(),
        _ => format!("Choose from {count}"),
    }
}
