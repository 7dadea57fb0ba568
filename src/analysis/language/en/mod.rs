//! English.

mod abbreviations;
mod boilerplate;
mod naming;
mod stem;
mod words;

use super::Language;

pub use abbreviations::is_abbreviation;

/// English.
pub static LANGUAGE: Language = Language {
    is_abbreviation,
    is_boilerplate: boilerplate::is_boilerplate,
    naming: naming::naming,
    vocabulary: words::vocabulary,
};
