//! Messages about search.

use super::summaries::places_in_articles;
use super::text::counted;
use crate::app::SearchProblem;
use crate::model::ArticleId;

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
    format!("This expression takes too long. The search was stopped after {seconds} seconds.")
}

/// The browser cannot run regular expressions.
pub fn unavailable(reason: &str) -> String {
    format!("This browser cannot search with regular expressions: {reason}.")
}
