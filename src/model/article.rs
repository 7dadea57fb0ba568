//! An article: a text that never changes, and what is known about it.

use std::collections::BTreeMap;

use super::{ArticleId, AttributeValue, Extra};
use crate::text::Text;

/// A BCP 47 language tag such as "en" or "pt-BR".
pub type Language = String;

/// How far the work on an article has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArticleStatus {
    /// Not begun.
    Unread,
    /// In progress.
    InWork,
    /// Nothing is left to be done.
    Done,
}

impl ArticleStatus {
    /// All of them, in the order in which an article goes through them.
    pub const ALL: [Self; 3] = [Self::Unread, Self::InWork, Self::Done];

    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unread => "unread",
            Self::InWork => "in work",
            Self::Done => "done",
        }
    }
}

/// One text with what is known about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// Its id.
    pub id: ArticleId,
    /// Its headline, or what its reader calls it.
    pub title: String,
    /// Who published it; empty if not known.
    pub source: String,
    /// The day it was published, as YYYY-MM-DD, as far as known ("2021" and "2021-11" are allowed); empty if not.
    pub date: String,
    /// The language it is written in; empty if not known.
    pub language: Language,
    /// The text.
    pub text: Text,
    /// A note about the article.
    pub note: String,
    /// Its status, if the user set it; see [`super::Project::status`].
    pub status: Option<ArticleStatus>,
    /// Values of the schema's article attributes, by the attribute's name.
    pub attributes: BTreeMap<String, AttributeValue>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl Article {
    /// Its status: what the user set, else in progress as soon as it has annotations.
    pub fn status_with(&self, has_annotations: bool) -> ArticleStatus {
        let begun = if has_annotations { ArticleStatus::InWork } else { ArticleStatus::Unread };
        self.status.unwrap_or(begun)
    }

    /// Whether a text has the form of a date: YYYY, YYYY-MM or YYYY-MM-DD, or nothing.
    pub fn is_date(text: &str) -> bool {
        let full = match text.len() {
            0 => return true,
            4 => format!("{text}-01-01"),
            7 => format!("{text}-01"),
            _ => text.to_owned(),
        };
        super::Timestamp::parse(&format!("{full}T00:00:00Z")).is_some()
    }

    /// Whether a text has the form of a language tag, or is empty.
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
    fn dates_may_be_partial_but_not_wrong() {
        assert!(["", "2021", "2021-11", "2021-11-28"].into_iter().all(Article::is_date));
        assert!(!["21", "2021-13", "2021-02-30", "28.11.2021"].into_iter().any(Article::is_date));
    }

    #[test]
    fn language_tags_have_a_form() {
        assert!(["", "en", "pt-BR", "zh-Hant-TW"].into_iter().all(Article::is_language));
        assert!(!["e", "en_GB", "english!"].into_iter().any(Article::is_language));
    }
}
