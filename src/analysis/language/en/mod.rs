//! English.

mod abbreviations;

use super::Language;

pub use abbreviations::is_abbreviation;

/// English.
pub static LANGUAGE: Language = Language { is_abbreviation };
