//! Messages about tagging and selecting tags.

use super::text::{counted, quoted};
use crate::text::isolated;

/// Two keys were pressed that no label has.
pub const UNKNOWN_CHORD: &str = "No label has these keys";
/// Why a selection cannot be tagged.
pub const ONLY_SPACES: &str = "Only spaces or invisible characters are selected. They cannot be tagged";
/// A label was chosen without anything to tag.
pub const NOTHING_TO_TAG: &str = "Select some text to tag, or a tag to relabel";
/// An edge was moved past the other one.
pub const CANNOT_BE_EMPTY: &str = "A tag cannot be empty. Press Delete to remove it";
/// There is no tag in this direction.
pub const NO_MORE: &str = "No more tags in this direction";
/// The last selected tag was deselected.
pub const NONE_SELECTED: &str = "No tag selected";
/// A part was selected in another article than the kept parts.
pub const PARTS_IN_ONE_ARTICLE_NEW_SELECTION: &str =
    "All parts of a tag must be in the same article. This is a new selection";
/// A part was selected in another article than the tag.
pub const PARTS_IN_ONE_ARTICLE: &str = "All parts of a tag must be in the same article";
/// There is neither a selection nor a selected tag.
pub const NOTHING_TO_KEEP: &str = "Select some text first, then keep it as a part of a tag";
/// The part was a part of the tag already.
pub const PART_ALREADY: &str = "This is already part of the tag";

/// A tag with its label.
pub fn described(label: &str, text: &str) -> String {
    format!("{label}: {text}")
}

/// A tag was selected.
pub fn selected(described: &str) -> String {
    format!("Selected {described}")
}

/// Several tags were selected.
pub fn several_selected(count: usize) -> String {
    format!("{} selected", counted(count, "tag", "tags"))
}

/// The first key of labels that have two was pressed: the keys that can follow, with their labels.
pub fn chord_continues<'a>(keys: &str, next: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let next: Vec<String> = next.map(|(key, name)| format!("{key} {}", isolated(name))).collect();
    format!("{keys}, then {}", next.join(", "))
}

/// The same range has this label already.
pub fn already_tagged(label: &str) -> String {
    format!("Already tagged as {}", isolated(label))
}

/// Several ranges are selected for one tag.
pub fn parts_selected(count: usize) -> String {
    format!("{} selected", counted(count, "part", "parts"))
}

/// Parts are kept for a tag.
pub fn parts_kept(count: usize) -> String {
    let parts = counted(count, "part", "parts");
    format!("{parts} kept. Select the next part, or choose a label to tag all of them")
}

/// The next selection becomes a part of this tag.
pub fn select_part_to_add(text: &str) -> String {
    format!("Select the part to add to {}, then press +", quoted(text))
}
