//! All size limits. Files are untrusted, and a page that runs out of memory loses unsaved work. A file or field above a
//! limit is refused with a message that states the limit, if possible before it is read.
//!
//! The limits are far above normal use: the longest novels are 4 MB, and a project of 100,000 tags is a file of 60 MB.
//! The nesting of JSON is limited by `serde_json` (127 levels), and by `json::Fields::rest` for unknown fields.

/// The largest text of one article, in bytes of UTF-8, and the largest article file. The page contains the
/// complete text, which takes about four times as much memory.
pub const TEXT_BYTES: usize = 32 << 20;
/// The largest project file, in bytes. Reading it takes about five times as much of the 4 GB of memory that a page can
/// use.
pub const PROJECT_BYTES: usize = 256 << 20;
/// The largest archive or Word document that is opened, in bytes. What is in an archive may have as many bytes as a project, together.
pub const ARCHIVE_BYTES: usize = 128 << 20;
/// The largest XML of a Word document, in bytes of UTF-8: it has markup around each word, and reading it takes ten times as much memory.
pub const DOCUMENT_BYTES: usize = 96 << 20;
/// The largest file that the command line reads as a whole, and the largest content of an archive, in bytes. Reading may take ten times as
/// much memory.
pub const COMMAND_LINE_BYTES: usize = 1 << 30;
/// The maximum number of files that are imported at once.
pub const FILES: usize = 500;
/// The maximum length of an id, in characters.
pub const ID: usize = 500;
/// The maximum length of a title, name or source, in characters. Lists and menus show them, with complete tooltips.
pub const NAME: usize = 5_000;
/// The maximum length of a note, description or text attribute, in characters.
pub const NOTE: usize = 1_000_000;
/// The maximum number of labels of a schema: each has a button, and rules in a style sheet.
pub const LABELS: usize = 2_000;
/// The maximum length of a message of the page, in characters.
pub const MESSAGE: usize = 2_000;

/// The number of characters of a text, if it is over the limit.
pub(crate) fn excess(text: &str, most: usize) -> Option<usize> {
    // A text has at most as many characters as bytes, so most texts need not be counted.
    (text.len() > most).then(|| text.chars().count()).filter(|found| *found > most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_instead_of_bytes() {
        assert_eq!(excess(&"é".repeat(10), 10), None);
        assert_eq!(excess(&"é".repeat(11), 10), Some(11));
    }
}
