//! What the program proposes and no one has accepted yet. It is never part of a project, and so never exported.

use crate::model::{ArticleId, LabelId};
use crate::text::TextRange;

/// What sort of thing is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuggestionKind {
    /// A tag on words that are tagged elsewhere.
    Mention,
}

impl SuggestionKind {
    /// All kinds.
    pub const ALL: [Self; 1] = [Self::Mention];

    /// The kind's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mention => "mention",
        }
    }
}

/// Why something is proposed.
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

/// Something that the program proposes.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// Its id, which is the same as long as what it proposes is.
    pub id: String,
    /// What sort of thing it is.
    pub kind: SuggestionKind,
    /// How sure the program is, above 0 and up to 1.
    pub score: f64,
    /// Why the program proposes it.
    pub reason: SuggestionReason,
    /// The label that it would give.
    pub label: LabelId,
    /// Where.
    pub spans: Vec<SuggestedSpan>,
}
