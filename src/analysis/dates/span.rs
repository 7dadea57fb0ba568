//! What a date of a text is.

use super::calendar::Period;
use super::meaning::Meaning;
use crate::text::TextRange;

/// A date, time or duration of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DateSpan {
    /// What is marked as a date.
    pub range: TextRange,
    /// What its words mean.
    pub meaning: Meaning,
    /// The days that it means, where that is known from the text and the date of the article.
    pub period: Option<Period>,
    /// The index of its sentence.
    pub sentence: usize,
    /// The indices of its tokens: from the first, to the one after the last.
    pub tokens: (usize, usize),
}

impl DateSpan {
    /// Whether it is a length of time.
    pub fn is_duration(&self) -> bool {
        matches!(self.meaning, Meaning::Duration(_))
    }
}
