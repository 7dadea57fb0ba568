//! All size limits. Files are untrusted, and a page that runs out of memory loses unsaved work. What is over a limit is refused
//! with a message that names the limit, before it is read where possible.
//!
//! Each is far above normal use: the longest novels are 4 MB, and a project of 100,000 tags is a file of 60 MB.
//! The nesting of JSON is limited by `serde_json` (127 levels), and by `json::Fields::rest` for unknown fields.

/// The largest text of one article, in bytes of UTF-8, and the largest file of one. The page contains the complete text, which takes
/// about four times as much memory.
pub const TEXT_BYTES: usize = 32 << 20;
/// The largest project file, in bytes. Reading it takes about five times as much, of the 4 GB that a page can have.
pub const PROJECT_BYTES: usize = 256 << 20;
/// The most files that are imported at once.
pub const FILES: usize = 500;
/// The longest id, in characters.
pub const ID: usize = 500;
/// The longest title, name or source, in characters. Lists and menus show them, and their tooltips show them completely.
pub const NAME: usize = 5_000;
/// The longest note, description or text of an attribute, in characters.
pub const NOTE: usize = 1_000_000;
/// The most labels of a schema: each is a button, and has rules in the style sheet of labels.
pub const LABELS: usize = 2_000;
/// The longest message that the page shows, in characters.
pub const MESSAGE: usize = 2_000;

/// The number of characters of a text, if it is over the limit.
pub(crate) fn excess(text: &str, most: usize) -> Option<usize> {
    // There are never more characters than bytes, so the usual text is not counted.
    (text.len() > most).then(|| text.chars().count()).filter(|found| *found > most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_and_not_bytes() {
        assert_eq!(excess(&"é".repeat(10), 10), None);
        assert_eq!(excess(&"é".repeat(11), 10), Some(11));
    }
}
