//! What the rules of suggestions know of a language. One folder per language; [`of`] chooses.

pub mod en;
mod saying;
mod word_class;

pub use saying::{Follows, SayingVerb, VerbForm};
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

/// Words by which speech is found. All arguments are in lower case.
#[derive(Debug)]
pub struct SpeechWords {
    /// The class of a word; the first argument is the word as it is written, as "US" and "May" are names.
    pub class: fn(&str, &str) -> WordClass,
    /// The verb of saying that a word is.
    pub verb: fn(&str) -> Option<SayingVerb>,
    /// What a pronoun in the place of a subject stands for.
    pub referent: fn(&str) -> Option<Referent>,
    /// Whether a word is a title before a name, with the gender that it tells.
    pub courtesy_title: fn(&str) -> Option<Option<Gender>>,
    /// Whether a word says what somebody is: "minister".
    pub is_role: fn(&str) -> bool,
    /// The words for which a short form of a role stands: "PM".
    pub role_words: fn(&str) -> &'static [&'static str],
    /// The gender that a given name or a word for a person tells.
    pub gender: fn(&str) -> Option<Gender>,
    /// Whether a word is a common given name.
    pub is_given_name: fn(&str) -> bool,
    /// Whether a noun is where something is said: "a statement", "an interview".
    pub is_occasion: fn(&str) -> bool,
    /// Whether a noun is what somebody has said: "the claim that", "a warning that".
    pub is_saying_noun: fn(&str) -> bool,
}

/// Words by which check-worthy sentences are found. All arguments are in lower case.
#[derive(Debug)]
pub struct ClaimWords {
    /// What a word says about its sentence.
    pub cue: fn(&str) -> Option<ClaimCue>,
    /// Whether a line is a caption, a byline or other text around an article.
    pub is_boilerplate: fn(&str) -> bool,
}

/// What a word says about whether its sentence states something that can be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimCue {
    /// "seventeen", "million".
    Figure,
    /// "more", "fewer", "than", "double".
    Comparison,
    /// "because", "caused", "led".
    Cause,
    /// "deadliest", "first", "record".
    Superlative,
    /// "rose", "fell", "cut".
    Change,
    /// "arrested", "signed", "voted": what somebody did.
    Act,
    /// "I", "hopefully", "beautiful": an opinion or a feeling.
    Opinion,
    /// "should", "must", "hope": a wish or a demand.
    Wish,
    /// "may", "could", "perhaps".
    Possibility,
}

/// The language of a BCP 47 tag; English where it is not known, as most rules for names and numbers hold for others too.
pub fn of(_tag: &str) -> &'static Language {
    &en::LANGUAGE
}
