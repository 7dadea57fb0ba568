//! Texts of the entities panel, of the entity in the inspector, and messages about entities.

use super::text::{counted, quoted};
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

/// The second column of the option for a new entity, in lists of entities.
pub const NEW_OPTION: &str = "new entity";
/// Button: back to the list.
pub const BACK: &str = "← All entities";
/// The list of entities.
pub const LIST: &str = "Entities";
/// What an entity is, while there is none.
pub const ABOUT: &str = "An entity is a person, a place or another thing that several articles mention. ";
/// What to do where nothing is tagged as an entity; the keys follow.
pub const TAG_FIRST: &str = "Tag a name first, then press ";
/// What to do where mentions are tagged; the keys follow.
pub const LINK_FIRST: &str = "Link all mentions at once with the button above, or select a tag and press ";
/// A key in these texts.
pub const SHIFT_KEY: &str = "Shift";
/// A key in these texts.
pub const ENTITY_KEY: &str = "E";
/// After the keys.
pub const TO_CREATE: &str = " to create an entity from it.";
/// Select: only entities of this label.
pub const SHOW_LABEL: &str = "Show entities of label";
/// Select: only mentions of this label.
pub const SHOW_MENTIONS_OF_LABEL: &str = "Show mentions of label";
/// The empty option of both.
pub const ALL_LABELS: &str = "All labels";
/// Select: the order of the entities.
pub const ORDER: &str = "Order of entities";
/// Its option.
pub const BY_NAME: &str = "By name";
/// Its option.
pub const BY_MENTIONS: &str = "By mentions";
/// The field that finds entities.
pub const FIND: &str = "Find entities";
/// Its placeholder.
pub const FIND_PLACEHOLDER: &str = "Find by name";

/// How many entities are listed.
pub fn count(listed: usize, all: usize) -> String {
    match (listed, all) {
        (_, 0) => "No entities yet.".to_owned(),
        (listed, all) if listed == all => counted(all, "entity", "entities"),
        (listed, all) => format!("{listed} of {}", counted(all, "entity", "entities")),
    }
}

/// Button: show the mentions that are linked to no entity.
pub fn link_unlinked(count: usize) -> String {
    format!("Link {}…", counted(count, "unlinked mention", "unlinked mentions"))
}

/// Button: create an entity of the name that was looked for.
pub fn new_named(name: &str) -> String {
    format!("New entity {}", quoted(name))
}

/// How often an entity is mentioned, and its other names.
pub fn facts(mentions: usize, articles: usize, aliases: &[String]) -> String {
    let mut facts = match mentions {
        0 => "no mentions".to_owned(),
        _ => format!("{} in {}", self::mentions(mentions), counted(articles, "article", "articles")),
    };
    aliases.iter().for_each(|alias| facts.push_str(&format!(" · {}", isolated(alias))));
    facts
}

/// A number of mentions.
pub fn mentions(count: usize) -> String {
    counted(count, "mention", "mentions")
}

/// What is known about an entity, closed at first.
pub const DETAILS: &str = "Name, label, identifiers, note";
/// Button: merge another entity into this one.
pub const MERGE: &str = "Merge with…";
/// The field that finds the other entity.
pub const MERGE_WITH: &str = "Merge with which entity?";
/// Button.
pub const REMOVE: &str = "Remove entity";
/// Its tooltip.
pub const REMOVE_TITLE: &str = "Its mentions stay tagged, but are no longer linked";
/// Field.
pub const NAME: &str = "Name";
/// Field.
pub const LABEL: &str = "Label";
/// Its empty option.
pub const NO_LABEL: &str = "None";
/// Field.
pub const ALIASES: &str = "Other names, one per line";
/// Field: the id in Wikidata.
pub const WIKIDATA: &str = "Wikidata";
/// Its example.
pub const WIKIDATA_EXAMPLE: &str = "Q145";
/// Field.
pub const WEB_ADDRESS: &str = "Web address";
/// Its example.
pub const WEB_ADDRESS_EXAMPLE: &str = "https://example.org/";
/// Field.
pub const NOTE: &str = "Note";
/// Before the texts of the mentions, each with its number.
pub const MENTIONED_AS: &str = "Mentioned as ";

/// A link to Wikidata.
pub fn on_wikidata(id: &str) -> String {
    format!("{} on Wikidata", isolated(id))
}

/// An identifier's scheme, before its value.
pub fn scheme(scheme: &str) -> String {
    format!("{}: ", isolated(scheme))
}

/// A number after a text or title.
pub fn number_after(count: usize) -> String {
    format!(" {count}")
}

/// The list of the mentions of an entity.
pub const MENTIONS: &str = "Mentions";

/// The check box of a mention, with the text around it.
pub fn tick(text: &str, before: &str, after: &str) -> String {
    format!("Tick {}: {before}{text}{after}", quoted(text))
}

/// What can be done to the ticked mentions.
pub const TICKED: &str = "Ticked mentions";
/// Button: make another entity of the ticked mentions.
pub const SPLIT: &str = "Split off…";
/// Button: confirm that.
pub const SPLIT_CONFIRM: &str = "Split off";
/// The field for the other entity's name.
pub const SPLIT_NAME: &str = "Name of the new entity";
/// Button: unlink the mentions.
pub const UNLINK: &str = "Unlink";

/// How many mentions are ticked.
pub fn ticked(count: usize) -> String {
    format!("{count} ticked")
}

/// Heading: mentions that are linked to no entity.
pub const UNLINKED: &str = "Link mentions";
/// The list of them.
pub const UNLINKED_LIST: &str = "Unlinked mentions";
/// There are none.
pub const ALL_LINKED: &str = "Every mention is linked to an entity.";
/// How the list works, up to the key.
pub const UNLINKED_HELP: &str = "Names that probably mean the same entity are grouped. Untick groups to leave them for \
                                 later, and take out (×) names that do not belong. ";
/// A key in this text.
pub const ENTER_KEY: &str = "Enter";
/// How the list works, after the key.
pub const UNLINKED_HELP_KEY: &str = " on a tick links that group.";
/// Button: link a group.
pub const LINK: &str = "Link";
/// Button: link a group to another entity.
pub const OTHER: &str = "…";
/// Its tooltip.
pub const OTHER_TITLE: &str = "Link to another entity";
/// The field that finds the other entity.
pub const LINK_TO_WHICH: &str = "Link to which entity?";
/// Button: put a name back into its group.
pub const PUT_BACK: &str = "Put back";
/// Tooltip of the button that takes a name out of its group.
pub const TAKE_OUT: &str = "Does not belong here";

/// Button: link the ticked groups.
pub fn link_ticked(mentions: usize, entities: usize) -> String {
    format!("Link {} to {}", self::mentions(mentions), counted(entities, "entity", "entities"))
}

/// Whether a group's entity exists, and how many mentions the group has.
pub fn group_facts(exists: bool, mentions: usize) -> String {
    let entity = if exists { "existing entity" } else { NEW_OPTION };
    format!("{entity} · {}", self::mentions(mentions))
}

/// Button: link the group of this name.
pub fn link_group(name: &str) -> String {
    format!("Link {}", isolated(name))
}

/// Button: link the group of this name to another entity.
pub fn link_group_to_other(name: &str) -> String {
    format!("Link {} to another entity", isolated(name))
}

/// Button: take a name out of a group.
pub fn take_out(text: &str, group: &str) -> String {
    format!("Take {} out of {}", quoted(text), isolated(group))
}

/// The group in the inspector, and the word before its buttons.
pub const ENTITY: &str = "Entity";
/// The field that finds an entity for the selected tag.
pub const FIND_FOR_TAG: &str = "Find an entity";
/// Tooltip of the name of the linked entity.
pub const SHOW_TITLE: &str = "Show this entity";
/// Button: link to another entity.
pub const CHANGE: &str = "Change";

/// Its tooltip.
pub fn change_title(keys: &str) -> String {
    format!("Link to another entity ({keys})")
}

/// Button: unlink the selected tag.
pub fn unlink_from(name: &str) -> String {
    format!("Unlink from {}", isolated(name))
}

/// Button: link the selected tag.
pub fn link_to(name: &str) -> String {
    format!("{LINK_TO}{}", isolated(name))
}

/// Its tooltip.
pub fn link_to_title(name: &str, mentions: usize) -> String {
    format!("{}: {}", link_to(name), self::mentions(mentions))
}

/// Tooltip of the button that creates an entity from the selected tag.
pub fn create_title(name: &str) -> String {
    format!("Create the entity {}", isolated(name))
}
