//! English.

mod abbreviations;
mod claims;
mod occasions;
mod people;
mod saying;
mod word_classes;

use super::{ClaimWords, Language, SpeechWords};

pub use abbreviations::is_abbreviation;

/// English.
pub static LANGUAGE: Language = Language {
    is_abbreviation,
    speech: SpeechWords {
        class: word_classes::word_class,
        verb: saying::saying_verb,
        referent: word_classes::referent,
        courtesy_title: people::courtesy_title,
        is_role: people::is_role,
        role_words: people::role_words,
        gender: people::gender_of,
        is_given_name: people::is_given_name,
        is_occasion: occasions::is_occasion,
        is_saying_noun: occasions::is_saying_noun,
    },
    claims: ClaimWords { cue: claims::claim_cue, is_boilerplate: claims::is_boilerplate },
};
