//! Texts of the palette of labels.

use super::text::{counted, quoted};
use crate::text::shortened;

/// Heading: a label tags the selection.
pub const TAG_AS: &str = "Tag as";
/// Heading: a label relabels the selected tags.
pub const CHANGE_TO: &str = "Change to";
/// The field that filters many labels.
pub const FILTER: &str = "Filter labels";
/// Its placeholder.
pub const FILTER_PLACEHOLDER: &str = "Type a label’s name";
/// No label matches.
pub const NO_LABEL: &str = "No matching label";
/// Hint.
pub const SHIFT_KEY: &str = "Shift";
/// Hint: what Shift does.
pub const EVERY_OCCURRENCE: &str = " every occurrence ";
/// Hint.
pub const ALT_KEY: &str = "Alt";
/// Hint: what Alt does.
pub const EXACT_CHARACTERS: &str = " exact characters ";
/// Hint.
pub const ESCAPE_KEY: &str = "Esc";
/// Hint: what Esc does.
pub const CLOSES: &str = " close";
/// Hint, after the first key of a label that has two.
pub const NEXT_KEY: &str = " and the next key of a label. ";
/// Hint: what Esc does then.
pub const CANCELS: &str = " cancels";
/// Button: keep the selection as a part.
pub const ADD_PART: &str = "Add another part";
/// Button: forget the kept parts.
pub const DROP_PARTS: &str = "Discard parts";

/// Button: make the selection a part of a tag with this text.
pub fn add_to(text: &str) -> String {
    format!("Add to {}", quoted(&shortened(text, 24)))
}

/// How many parts are kept.
pub fn parts_kept(count: usize) -> String {
    format!("{} kept", counted(count, "part", "parts"))
}
