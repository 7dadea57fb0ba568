//! Texts about search: the search panel, and what a search led to.

use super::text::{counted, places_in_articles};
use crate::app::{Search, SearchProblem};
use crate::model::ArticleId;
use crate::text::isolated;

/// The search panel.
pub const REGION: &str = "All articles";
/// The list of results.
pub const RESULTS: &str = "Search results";
/// The field.
pub const FIELD: &str = "Search all articles";
/// Its placeholder, with the key that leads to it.
pub const PLACEHOLDER: &str = "Search all articles  /";
/// Switch.
pub const MATCH_CASE: &str = "Match case";
/// Switch.
pub const WHOLE_WORDS: &str = "Whole words";
/// Switch.
pub const REGEX: &str = "Regular expression";
/// The select of where to search.
pub const SCOPE: &str = "Search where";
/// Its option: everywhere.
pub const ANYWHERE: &str = "Anywhere";
/// Its option: text without a tag.
pub const UNTAGGED: &str = "Outside any tag";
/// Button.
pub const PREVIOUS: &str = "Previous place (Shift+Enter)";
/// Button.
pub const NEXT: &str = "Next place (Enter)";
/// Button.
pub const TAG_ALL: &str = "Tag all…";
/// Its tooltip.
pub const TAG_ALL_TITLE: &str = "Review the results in a list, then tag them";
/// The answer has not come yet.
const SEARCHING: &str = "Searching…";

/// Nothing was found.
pub const NOTHING_FOUND: &str = "Nothing found";

/// Why nothing could be looked for.
pub fn problem(problem: &SearchProblem) -> String {
    match problem {
        SearchProblem::InvalidRegex { reason, position } => {
            format!("Invalid regular expression at position {}: {reason}", position + 1)
        }
        SearchProblem::Other(message) => message.clone(),
    }
}

/// How much was found; `articles` has one article for each place.
pub fn found<'a>(articles: impl ExactSizeIterator<Item = &'a ArticleId>) -> String {
    match articles.len() {
        0 => NOTHING_FOUND.to_owned(),
        _ => format!("{} found", places_in_articles(articles)),
    }
}

/// The place the user went to: its number from 1, and its text in context.
pub fn place(number: usize, count: usize, context: &str, article: &str) -> String {
    format!("{number} of {}: {context}, in {article}", counted(count, "place", "places"))
}

/// A regular expression was stopped.
pub fn too_long(seconds: u32) -> String {
    let seconds = counted(seconds as usize, "second", "seconds");
    format!("This expression takes too long. The search was stopped after {seconds}.")
}

/// The browser cannot run regular expressions.
pub fn unavailable(reason: &str) -> String {
    format!("This browser cannot search with regular expressions: {reason}.")
}

/// The keys that lead to the field, for `aria-keyshortcuts`: those outside of fields and those everywhere.
pub fn field_keys(outside_fields: Option<String>, everywhere: Option<String>) -> String {
    outside_fields.into_iter().chain(everywhere).collect::<Vec<_>>().join(" ")
}

/// Option of the select of where to search: text that has this label.
pub fn in_tags_of(label: &str) -> String {
    format!("In tags of {}", isolated(label))
}

/// How much was searched until now.
fn searching(percent: u8) -> String {
    format!("Searching… {percent} %")
}

/// How much was found, and which of it the user went to.
pub fn status(search: &Search) -> String {
    match search.places.len() {
        0 if !search.answered && search.percent == 0 => SEARCHING.to_owned(),
        0 if !search.answered => searching(search.percent),
        0 => NOTHING_FOUND.to_owned(),
        _ => {
            let places = places_in_articles(search.places.iter().map(|place| &place.article));
            if !search.answered {
                return format!("{places}. {}", searching(search.percent));
            }
            let of = search.current.map(|at| format!("{} of ", at + 1)).unwrap_or_default();
            let limit = if search.more { "; there are more" } else { "" };
            format!("{of}{places}{limit}")
        }
    }
}
