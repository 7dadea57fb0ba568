//! Suggestions that the user has not accepted yet. They are not part of a project, and never exported.

use crate::model::{ArticleId, LabelId};
use crate::text::TextRange;

/// The kind of a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuggestionKind {
    /// A tag on a text that is tagged elsewhere.
    Mention,
}

impl SuggestionKind {
    /// All kinds.
    pub const ALL: [Self; 1] = [Self::Mention];

    /// The name of the kind in the API.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mention => "mention",
        }
    }
}

/// The reason for a suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SuggestionReason {
    /// The same text is tagged elsewhere.
    Tagged {
        /// The text.
        text: String,
        /// The name of the label.
        label: String,
        /// The number of places where it is tagged with the label.
        count: usize,
    },
}

/// A range of an article that a suggestion is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestedSpan {
    /// The article.
    pub article: ArticleId,
    /// The range.
    pub range: TextRange,
}

/// A suggested tag.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The id: equal for equal suggestions.
    pub id: String,
    /// The kind.
    pub kind: SuggestionKind,
    /// The confidence, above 0 and up to 1.
    pub score: f64,
    /// The reason.
    pub reason: SuggestionReason,
    /// The suggested label.
    pub label: LabelId,
    /// The ranges to tag.
    pub spans: Vec<SuggestedSpan>,
}
