//! An article: an immutable text with its metadata.

use std::collections::BTreeMap;

use super::{ArticleId, AttributeValue, Extra};
use crate::text::Text;

/// A BCP 47 language tag such as "en" or "pt-BR".
pub type Language = String;

/// The annotation progress of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArticleStatus {
    /// Not started.
    Unread,
    /// In progress.
    InWork,
    /// Finished.
    Done,
}

impl ArticleStatus {
    /// All statuses, in workflow order.
    pub const ALL: [Self; 3] = [Self::Unread, Self::InWork, Self::Done];

    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unread => "unread",
            Self::InWork => "in work",
            Self::Done => "done",
        }
    }
}

/// A text with its metadata.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// The id of the article.
    pub id: ArticleId,
    /// The headline, or a title given by the user.
    pub title: String,
    /// The publisher; empty if unknown.
    pub source: String,
    /// The publication date: YYYY, YYYY-MM or YYYY-MM-DD; empty if unknown.
    pub date: String,
    /// The language of the text; empty if unknown.
    pub language: Language,
    /// The text.
    pub text: Text,
    /// A note about the article.
    pub note: String,
    /// The status, if the user has set it; see [`super::Project::status`].
    pub status: Option<ArticleStatus>,
    /// Values of the schema's article attributes, by attribute name.
    pub attributes: BTreeMap<String, AttributeValue>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl Article {
    /// The status that the user has set; otherwise in progress if the article has annotations, and unread if not.
    pub fn status_with(&self, has_annotations: bool) -> ArticleStatus {
        let derived = if has_annotations { ArticleStatus::InWork } else { ArticleStatus::Unread };
        self.status.unwrap_or(derived)
    }

    /// Whether a text is a date (YYYY, YYYY-MM or YYYY-MM-DD) or empty.
    pub fn is_date(text: &str) -> bool {
        let full = match text.len() {
            0 => return true,
            4 => format!("{text}-01-01"),
            7 => format!("{text}-01"),
            _ => text.to_owned(),
        };
        super::Timestamp::parse(&format!("{full}T00:00:00Z")).is_some()
    }

    /// Whether a text has the form of a BCP 47 language tag, or is empty.
    pub fn is_language(text: &str) -> bool {
        text.is_empty()
            || text.split('-').enumerate().all(|(i, part)| {
                let length_ok = if i == 0 { (2..=8).contains(&part.len()) } else { (1..=8).contains(&part.len()) };
                length_ok && part.bytes().all(|b| b.is_ascii_alphanumeric())
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_may_be_partial_but_not_invalid() {
        assert!(["", "2021", "2021-11", "2021-11-28"].into_iter().all(Article::is_date));
        assert!(!["21", "2021-13", "2021-02-30", "28.11.2021"].into_iter().any(Article::is_date));
    }

    #[test]
    fn language_tags_are_validated() {
        assert!(["", "en", "pt-BR", "zh-Hant-TW"].into_iter().all(Article::is_language));
        assert!(!["e", "en_GB", "english!"].into_iter().any(Article::is_language));
    }
}
