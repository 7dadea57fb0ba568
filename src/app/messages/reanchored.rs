//! Texts about tags that were made for another version of an article's text.

use super::text::{counted, quoted};
use crate::text::isolated;

/// The region, and its heading.
pub const REGION: &str = "Tags from another version";
/// How the keys work.
pub const KEYS: &str = "Keys: Enter shows the place, A accepts, M moves to the selected text, Delete removes.";
/// Button: scrolls to the place.
pub const SHOW: &str = "Show";
/// Button.
pub const ACCEPT: &str = "Accept";
/// Button.
pub const ACCEPT_ALL: &str = "Accept all";
/// Button: moves the tag to the selected text.
pub const MOVE: &str = "Move to selected text";
/// Button: gives the tag a place.
pub const PLACE: &str = "Place on selected text";
/// Button.
pub const REMOVE: &str = "Remove";
/// Before the passage in the other version.
pub const BEFORE: &str = "Was";
/// Before the passage now.
pub const NOW: &str = "Now";
/// Instead of the passage now.
pub const NOWHERE: &str = "not in this text";

/// The line below the heading.
pub fn count(doubtful: usize, unplaced: usize) -> String {
    let mut parts = Vec::new();
    if doubtful > 0 {
        parts.push(format!("{doubtful} to review"));
    }
    if unplaced > 0 {
        parts.push(format!("{unplaced} without a place"));
    }
    parts.join(", ")
}

/// How much of the passage and its context is where the tag is now.
pub fn score(score: f64) -> String {
    format!("{} % alike", (score * 100.0).floor().clamp(0.0, 99.0))
}

/// After the first ones.
pub fn more(count: usize) -> String {
    format!("and {count} more")
}

/// Nothing is selected in the article of the tag.
pub fn select_first(article: &str) -> String {
    format!("Select the text for this tag in {} first.", quoted(article))
}

/// What a tag is about, for screen readers.
pub fn row(label: &str, exact: &str) -> String {
    format!("{}: {}", isolated(label), quoted(exact))
}

/// The message after an import.
pub fn to_review(doubtful: usize, unplaced: usize) -> String {
    let tags = |count| counted(count, "tag", "tags");
    match (doubtful, unplaced) {
        (0, 0) => String::new(),
        (_, 0) => format!("{} to review in the tab Annotations.", tags(doubtful)),
        (0, _) => format!("{} without a place, listed in the tab Annotations.", tags(unplaced)),
        _ => format!("{} to review and {unplaced} without a place, in the tab Annotations.", tags(doubtful)),
    }
}
