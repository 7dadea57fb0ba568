//! What the rules of suggestions know of a language. One folder per language; [`of`] chooses.

pub mod en;
mod naming;
mod vocabulary;

pub use naming::{Naming, NamingWords};
pub use vocabulary::{Entry, Lists, RARE, Vocabulary, hash};

/// The words and rules of a language.
#[derive(Debug)]
pub struct Language {
    /// Whether a word before a full stop is an abbreviation, so that the full stop usually ends no sentence.
    pub is_abbreviation: fn(&str) -> bool,
    /// Whether a sentence is a credit, a link or the like, and states nothing.
    pub is_boilerplate: fn(&str) -> bool,
    /// What tells who or what a name names.
    pub naming: fn() -> &'static Naming,
    /// Its words, for comparing sentences.
    pub vocabulary: fn() -> &'static Vocabulary,
}

/// The language of a BCP 47 tag; English where it is not known, as most rules for names and numbers hold for others too.
pub fn of(_tag: &str) -> &'static Language {
    &en::LANGUAGE
}
