//! What the rules of suggestions know of a language. One folder per language; [`of`] chooses.

mod claim_words;
pub mod en;
mod saying;
mod speech_words;
mod word_class;

pub use claim_words::{ClaimCue, ClaimWords};
pub use saying::{Follows, SayingVerb, VerbForm};
pub use speech_words::SpeechWords;
pub use word_class::{Gender, Referent, WordClass};

/// The words and rules of a language.
#[derive(Debug)]
pub struct Language {
    /// Whether a word before a full stop is an abbreviation, so that the full stop usually ends no sentence.
    pub is_abbreviation: fn(&str) -> bool,
    /// What tells who says what.
    pub speech: SpeechWords,
    /// What tells that a sentence states something that can be checked.
    pub claims: ClaimWords,
}

/// The language of a BCP 47 tag; English where it is not known, as most rules for names and numbers hold for others too.
pub fn of(_tag: &str) -> &'static Language {
    &en::LANGUAGE
}
