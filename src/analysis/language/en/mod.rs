//! English.

mod abbreviations;
mod lexicon;
mod name_patterns;

use super::Language;

pub use abbreviations::is_abbreviation;
pub use lexicon::lexicon;

/// English.
pub static LANGUAGE: Language = Language { is_abbreviation, lexicon, name_patterns: name_patterns::PATTERNS };
