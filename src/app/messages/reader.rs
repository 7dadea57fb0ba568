//! Texts of the reader.

use super::text::quoted;
use crate::text::isolated;

/// The region of the columns.
pub const REGION: &str = "Articles in columns";
/// Heading on paper: the names of the labels, as they stand before the tags.
pub const LEGEND: &str = "Labels";
/// Button: load a sample article again.
pub const TRY_AGAIN: &str = "Try again";
/// Heading of a project without articles.
pub const EMPTY_HEADING: &str = "No articles yet";
/// What to do in a project without articles.
pub const EMPTY_TEXT: &str =
    "Open the texts of several articles about one event, drop them anywhere on this page, or paste them.";
/// An article without source and date.
pub const NO_SOURCE: &str = "No source or date";
/// Between the facts about an article.
pub const SEPARATOR: &str = " · ";
/// Tooltip of the button that opens an article's details.
pub const DETAILS_TITLE: &str = "Title, source, date";
/// Tooltip of the button that closes a column.
pub const CLOSE_TITLE: &str = "Close this column";

/// A sample article is being loaded.
pub fn loading(title: &str) -> String {
    format!("Loading {}…", quoted(title))
}

/// A sample article could not be loaded.
pub fn not_loaded(title: &str) -> String {
    format!("Not loaded: {}", isolated(title))
}

/// Button: an article's details.
pub fn details_of(title: &str) -> String {
    format!("Details of {title}")
}

/// Button: close an article's column.
pub fn close(title: &str) -> String {
    format!("Close {title}")
}

/// Required attributes without a value.
pub fn missing(names: &[&str]) -> String {
    format!("Missing: {}", isolated(&names.join(", ")))
}
