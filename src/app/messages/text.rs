//! Parts of messages: counts with nouns, sizes, and texts in quotation marks.

use crate::edit::Places;
use crate::model::ArticleId;
use crate::text::isolated;

/// A count with its noun: "1 tag", "2 tags".
pub fn counted(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
}

/// A text of the user's in quotation marks, its writing direction isolated from the sentence.
pub fn quoted(text: &str) -> String {
    format!("“{}”", isolated(text))
}

/// A number of bytes, rounded up to whole megabytes.
pub fn mebibytes(bytes: usize) -> String {
    format!("{} MB", bytes.div_ceil(1 << 20))
}

/// "7 places in 3 articles".
pub fn places(at: Places) -> String {
    format!("{} in {}", counted(at.places, "place", "places"), counted(at.articles, "article", "articles"))
}

/// "7 places in 3 articles", given the article of each place.
pub fn places_in_articles<'a>(articles: impl Iterator<Item = &'a ArticleId>) -> String {
    places(Places::count(articles))
}

/// Whether a text has "a" before a vowel.
#[cfg(test)]
pub(super) fn has_a_before_vowel(text: &str) -> bool {
    let words: Vec<String> =
        text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()).collect();
    words.windows(2).any(|two| two[0] == "a" && two[1].starts_with(['a', 'e', 'i', 'o', 'u']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::TEXT_BYTES;

    #[test]
    fn a_before_a_vowel_is_found() {
        assert!(has_a_before_vowel("expected a “article”") && !has_a_before_vowel("an article, a schema or a tag is"));
    }

    #[test]
    fn bytes_are_rounded_up_to_megabytes() {
        assert_eq!(mebibytes(TEXT_BYTES), "32 MB");
        assert_eq!(mebibytes((1 << 20) + 1), "2 MB");
    }
}
