//! The dialog in which texts become articles.

use super::text::{counted, mebibytes, quoted};
use crate::text::isolated;

/// Heading, and button: one text becomes an article.
pub const ADD: &str = "Add article";
/// Button: add all texts.
pub const ADD_ALL: &str = "Add all";
/// Heading: none of the files is added as it is.
pub const NOTHING: &str = "Add articles";
/// Column: the files and the beginnings of their texts.
pub const FILE: &str = "File";
/// Button: read a refused file as plain text.
pub const AS_TEXT: &str = "Add as plain text anyway";
/// The list of files that are not added.
pub const REFUSED: &str = "Not added";
/// Field: the text that is pasted.
pub const TEXT: &str = "Text";
/// Its placeholder.
pub const TEXT_PLACEHOLDER: &str = "Paste the article’s text here";
/// The name of the pasted text among files.
pub const PASTED: &str = "Pasted text";
/// The encoding was guessed.
pub const GUESS: &str = "guessed";
/// A text is being read again.
pub const READING: &str = "Reading…";
/// A text cannot be added before it is read.
pub const STILL_READING: &str = "the text is still being read";
/// Nothing was pasted.
pub const NO_TEXT: &str = "there is no text yet. Paste the article’s text";
/// The dialog would be closed with what was typed in it.
pub const UNSAVED: &str = "What you entered here is not added yet.";
/// Button: close the dialog without adding anything.
pub const DISCARD: &str = "Discard";
/// Button: go back to the form.
pub const KEEP_EDITING: &str = "Keep editing";

/// Heading: several texts become articles.
pub fn add_many(count: usize) -> String {
    format!("Add articles ({count})")
}

/// Some of several encodings were guessed.
pub fn guesses(count: usize) -> String {
    let texts = counted(
        count,
        "text is not UTF-8, and its encoding is a guess",
        "texts are not UTF-8, and their encodings are guesses",
    );
    format!("{texts}: check the beginnings, and choose another encoding where they are wrong.")
}

/// A field of one of several texts.
pub fn field_of(field: &str, name: &str) -> String {
    format!("{field} of {}", isolated(name))
}

/// Button: do not add this text.
pub fn remove(name: &str) -> String {
    format!("Do not add {}", quoted(name))
}

/// A text was taken out.
pub fn removed(name: &str) -> String {
    format!("{} will not be added.", quoted(name))
}

/// Button: add a text after all that was taken out.
pub const RESTORE: &str = "Undo";

/// Its accessible name.
pub fn restore(name: &str) -> String {
    format!("{RESTORE}: add {}", quoted(name))
}

/// Button: read a refused file of this name as plain text.
pub fn as_text(name: &str) -> String {
    format!("{AS_TEXT}: {}", isolated(name))
}

/// Button: shows more of a text.
pub fn show_text(name: &str) -> String {
    format!("Beginning of {}", isolated(name))
}

/// How long a text is, in characters.
pub fn characters(count: usize) -> String {
    counted(count, "character", "characters")
}

/// A pasted text is longer than an article may be; in bytes.
pub fn too_long(most: usize) -> String {
    format!("the text is longer than {}. Split it into several articles", mebibytes(most))
}
