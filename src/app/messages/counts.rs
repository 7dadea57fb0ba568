//! Numbers with the noun that they count.

use crate::edit::Places;
use crate::model::ArticleId;

/// A number and its noun: "1 article", "3 articles".
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// "7 places in 3 articles".
pub fn places(at: Places) -> String {
    format!("{} in {}", counted(at.places, "place", "places"), counted(at.articles, "article", "articles"))
}

/// "7 places in 3 articles", given the article of each place.
pub fn places_in_articles<'a>(articles: impl Iterator<Item = &'a ArticleId>) -> String {
    places(Places::count(articles))
}
