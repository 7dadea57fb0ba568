//! English.

mod abbreviations;
pub mod dates;
mod lexicon;
mod name_patterns;
pub mod numbers;
pub mod vocabulary;

use super::{Language, NumberRules, Vocabulary};

pub use abbreviations::is_abbreviation;
pub use lexicon::lexicon;

/// English.
pub static LANGUAGE: Language = Language {
    is_abbreviation,
    lexicon,
    name_patterns: name_patterns::PATTERNS,
    date: dates::date,
    numbers: NumberRules {
        number: numbers::number,
        vague: numbers::vague,
        hedge_before: numbers::hedge_before,
        hedge_after: numbers::hedge_after,
        currency_before: numbers::currency_before,
        currency_after: numbers::currency_after,
        percent_after: numbers::percent_after,
        measure_after: numbers::measure_after,
        age: numbers::age,
        is_no_figure: numbers::is_no_figure,
        range: numbers::range,
        counted_noun: numbers::counted_noun,
    },
    vocabulary: Vocabulary {
        stem: vocabulary::stem,
        concept: vocabulary::concept,
        is_people: vocabulary::is_people,
        is_function_word: numbers::is_function_word,
        marks: vocabulary::marks,
        update: vocabulary::update,
        is_plural: numbers::is_plural,
        is_conjunction: |word| matches!(word, "and" | "but" | "while" | "whereas" | "or"),
        noun_before: vocabulary::noun_before,
        is_total: vocabulary::is_total,
        is_place_preposition: |word| matches!(word, "in" | "at" | "near" | "off" | "outside"),
        is_definite: |word| word == "the",
        is_indefinite_article: |word| matches!(word, "a" | "an"),
    },
};
