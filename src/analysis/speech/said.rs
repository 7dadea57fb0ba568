//! What was found in a sentence.

use std::ops::Range;

use super::content::Content;

/// What somebody says.
#[derive(Clone, Debug)]
pub(super) struct Said {
    /// The items of the source; `None` if it is the source of what was said before.
    pub source: Option<Range<usize>>,
    /// The items of the cue.
    pub cue: Option<Range<usize>>,
    /// What is said.
    pub content: Content,
    /// The confidence.
    pub score: f64,
}
