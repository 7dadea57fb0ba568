//! How much is taken, in one place. A file may come from anybody, and a page that is out of memory loses its person's
//! work; what is over a limit is refused with a message that names the limit, before it is read where that is possible.
//!
//! Each is far beyond what people have: the longest novels are 4 MB, and a project of 100,000 tags is a file of 60 MB.
//! How deep JSON may be nested is for `serde_json` to say (127 levels), and for `json::Fields::rest` of unknown fields.

/// The largest text of one article, in bytes of UTF-8, and the largest file of one. All of it stands in the page, where
/// it takes about four times as much.
pub const TEXT_BYTES: usize = 32 << 20;
/// The largest project file, in bytes. Reading it takes about five times as much, of the 4 GB that a page can have.
pub const PROJECT_BYTES: usize = 256 << 20;
/// The most files that are taken at once.
pub const FILES: usize = 500;
/// The longest id, in characters.
pub const ID: usize = 500;
/// The longest title, name, source or the like, in characters. They stand in lists and menus, as a whole in their hints.
pub const NAME: usize = 5_000;
/// The longest note, description or text of an attribute, in characters.
pub const NOTE: usize = 1_000_000;
/// The most labels of a schema: each is a button, and has rules in the style sheet of labels.
pub const LABELS: usize = 2_000;
/// The longest message that the page shows, in characters.
pub const MESSAGE: usize = 2_000;

/// How many characters a text has, where these are more than it may have.
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
