//! What the rules of suggestions know of a language. One folder per language; [`of`] chooses.

pub mod en;
mod lexicon;
mod name_patterns;

pub use lexicon::{Classes, Lexicon};
pub use name_patterns::NamePatterns;

/// The words and rules of a language.
#[derive(Debug)]
pub struct Language {
    /// Whether a word before a full stop is an abbreviation, so that the full stop usually ends no sentence.
    pub is_abbreviation: fn(&str) -> bool,
    /// Its words and phrases by class.
    pub lexicon: fn() -> &'static Lexicon,
    /// How its names are formed.
    pub name_patterns: NamePatterns,
}

/// The language of a BCP 47 tag; English where it is not known, as most rules for names and numbers hold for others too.
pub fn of(_tag: &str) -> &'static Language {
    &en::LANGUAGE
}
