//! What the rules of speech know of a language.

use super::saying::SayingVerb;
use super::word_class::{Gender, Referent, WordClass};

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
