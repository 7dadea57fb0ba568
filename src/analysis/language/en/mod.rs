//! English.

mod abbreviations;
mod boilerplate;
mod claims;
pub mod dates;
pub mod figure_words;
mod lexicon;
mod name_patterns;
mod naming;
pub mod numbers;
mod occasions;
mod people;
mod saying;
mod stem;
mod support;
mod word_classes;
mod words;

use crate::analysis::language::claim_words::ClaimWords;
use crate::analysis::language::definition::Language;
use crate::analysis::language::figure_words::FigureWords;
use crate::analysis::language::number_rules::NumberRules;
use crate::analysis::language::speech_words::SpeechWords;
use crate::analysis::language::support_words::SupportWords;

pub use abbreviations::is_abbreviation;
pub use lexicon::lexicon;

/// English.
pub static LANGUAGE: Language = Language {
    is_abbreviation,
    lexicon,
    name_patterns: name_patterns::PATTERNS,
    date: dates::date,
    is_nationality_noun: naming::is_nationality_noun,
    is_office: naming::is_office,
    minutes: dates::minutes_of_day,
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
    figure_words: FigureWords {
        stem: figure_words::stem,
        concept: figure_words::concept,
        is_people: figure_words::is_people,
        is_sex_or_age: figure_words::is_sex_or_age,
        is_person: figure_words::is_person,
        is_function_word: numbers::is_function_word,
        marks: figure_words::marks,
        update: figure_words::update,
        is_plural: numbers::is_plural,
        is_copula: |word| matches!(word, "is" | "are" | "was" | "were"),
        is_time_preposition: |word| matches!(word, "in" | "since" | "until" | "by" | "from" | "during"),
        is_future: |word| matches!(word, "will" | "would" | "due" | "expected" | "scheduled" | "planned" | "plans"),
        event_of_noun: |noun| matches!(noun, "lives" | "souls" | "fatalities" | "deaths").then_some("die"),
        event_of_amount: |concept| if concept == "survive" { "save" } else { concept },
        is_conjunction: |word| matches!(word, "and" | "but" | "while" | "whereas" | "or"),
        noun_before: figure_words::noun_before,
        is_total: figure_words::is_total,
        is_place_preposition: |word| matches!(word, "in" | "at" | "near" | "off" | "outside"),
        is_definite: |word| word == "the",
        is_indefinite_article: |word| matches!(word, "a" | "an"),
    },
    is_boilerplate: boilerplate::is_boilerplate,
    naming: naming::naming,
    vocabulary: words::vocabulary,
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
    claims: ClaimWords { cue: claims::claim_cue },
    support: SupportWords {
        connective: support::connective,
        is_evidence: support::is_evidence,
        is_finding: support::is_finding,
        calls_for_grounds: support::calls_for_grounds,
        is_general: support::is_general,
        is_back_reference: support::is_back_reference,
    },
};
