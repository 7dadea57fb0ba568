//! What is found.

use super::kind::NameKind;
use crate::text::TextRange;

/// A name in an article.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NamedSpan {
    /// Where it is, in bytes, without titles, roles and possessive endings.
    pub range: TextRange,
    /// What it names.
    pub kind: NameKind,
    /// How certain that is, above 0 and up to 1.
    pub score: f64,
}
