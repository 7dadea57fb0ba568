//! Texts of the list of annotations.

use super::text::counted;

/// The list.
pub const LIST: &str = "Annotations";
/// Select: only annotations of this label.
pub const SHOW_LABEL: &str = "Show label";
/// Its empty option.
pub const ALL_LABELS: &str = "All labels";
/// Select: only annotations in this article.
pub const SHOW_ARTICLE: &str = "Show article";
/// Its empty option.
pub const ALL_ARTICLES: &str = "All articles";
/// Field: only annotations with this text. Also its placeholder.
pub const FILTER_TEXT: &str = "Filter by text";
/// Button: select all listed annotations.
pub const SELECT_ALL: &str = "Select all";
/// Tooltip of a row's swatch.
pub const SELECT_TOO: &str = "Select this tag too";
/// The group of filters by what is missing.
pub const UNFINISHED: &str = "Unfinished";
/// Button: nothing that is filtered by is missing any more.
pub const NOTHING_MISSING: &str = "Nothing is missing. Show all tags";

/// How many annotations are listed.
pub fn count(listed: usize, all: usize) -> String {
    match (listed, all) {
        (_, 0) => "No tags yet. Select some text in an article, then press a label’s key.".to_owned(),
        (listed, all) if listed == all => counted(all, "tag", "tags"),
        (listed, all) => format!("{listed} of {}", counted(all, "tag", "tags")),
    }
}

/// Filter: the tags with any required attribute that has no value.
pub fn unfinished_tags(count: usize) -> String {
    counted(count, "unfinished tag", "unfinished tags")
}
