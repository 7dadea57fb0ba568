//! Texts of the inspector.

use super::text::{counted, quoted};
use crate::text::isolated;

/// The region.
pub const REGION: &str = "Selected tag";
/// Nothing is selected, up to the keys.
pub const NOTHING: &str = "No tag selected. Click one, or go to it with ";
/// Between the keys.
pub const AND: &str = " and ";
/// Select: the label.
pub const LABEL: &str = "Label";
/// The selected tags have several labels.
pub const MIXED_LABELS: &str = "mixed labels";
/// Button: remove the tag.
pub const REMOVE: &str = "Remove tag";
/// Button: list every occurrence of the tag's text.
pub const OCCURRENCES: &str = "Every occurrence… ";
/// The group of buttons that move the edges.
pub const EDGES: &str = "Edges";
/// Before the buttons that move the start.
pub const START: &str = "Start";
/// Before the buttons that move the end.
pub const END: &str = "End";
/// Button.
pub const START_EARLIER: &str = "Start earlier";
/// Button.
pub const START_LATER: &str = "Start later";
/// Button.
pub const END_EARLIER: &str = "End earlier";
/// Button.
pub const END_LATER: &str = "End later";
/// Button: select another part of the tag.
pub const ADD_PART: &str = "Add a part ";
/// What to do next, up to the key.
pub const SELECT_PART: &str = "Select the part in the text, then press ";
/// What to do next, after the key.
pub const OR_CHOOSE: &str = " or choose “Add to”.";
/// Tooltip of the button that removes a part.
pub const REMOVE_PART: &str = "Remove this part";
/// The note.
pub const NOTE: &str = "Note ";

/// Tooltip of the button that removes the tag.
pub fn remove_title(keys: &str) -> String {
    format!("Remove ({keys})")
}

/// How many tags are selected.
pub fn several(count: usize) -> String {
    format!("{} selected", counted(count, "tag", "tags"))
}

/// Button: remove all selected tags.
pub fn remove_several(count: usize) -> String {
    format!("Remove {}", counted(count, "tag", "tags"))
}

/// Its tooltip.
pub fn remove_several_title(keys: &str) -> String {
    format!("Remove all of them ({keys})")
}

/// Tooltip of the button that lists every occurrence.
pub fn occurrences_title(keys: &str) -> String {
    format!("Tag, relabel or remove every occurrence of this text ({keys})")
}

/// Tooltip of a button that moves an edge.
pub fn by_a_word(name: &str, keys: &str) -> String {
    format!("{name} by a word ({keys})")
}

/// Tooltip of the button for another part.
pub fn add_part_title(keys: &str) -> String {
    format!("Then select the part in the text ({keys}, or drag with Ctrl)")
}

/// The list of parts.
pub fn parts(count: usize) -> String {
    counted(count, "part", "parts")
}

/// Button: remove the part with this text.
pub fn remove_part(text: &str) -> String {
    format!("{REMOVE_PART}: {}", quoted(text))
}

/// The article, and the first and last code point of each part.
pub fn place(article: &str, parts: &[(u32, u32)]) -> String {
    let parts: Vec<String> = parts.iter().map(|(start, end)| format!("{start} to {end}")).collect();
    format!("{} · characters {}", isolated(article), parts.join(", "))
}

/// Who tagged, and when. The author is empty where that is not known.
pub fn tagged(author: &str, time: &str) -> String {
    by("Tagged", author, time)
}

/// Who changed the tag last, and when.
pub fn changed(author: &str, time: &str) -> String {
    format!(" · {}", by("Changed", author, time))
}

fn by(what: &str, author: &str, time: &str) -> String {
    match author {
        "" => format!("{what}, {time}"),
        author => format!("{what} by {}, {time}", isolated(author)),
    }
}
