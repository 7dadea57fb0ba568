//! What the rules of suggestions know of a language. One folder per language; [`of`] chooses.

pub mod en;
mod lexicon;
mod name_patterns;

pub use lexicon::{Classes, Lexicon, Stems};
pub use name_patterns::NamePatterns;

use crate::analysis::dates::Meaning;
use crate::analysis::figures::{Hedge, Measure, NumberPhrase};
use crate::analysis::parsed::Words;

/// The words and rules of a language.
#[derive(Debug)]
pub struct Language {
    /// Whether a word before a full stop is an abbreviation, so that the full stop usually ends no sentence.
    pub is_abbreviation: fn(&str) -> bool,
    /// Its words and phrases by class.
    pub lexicon: fn() -> &'static Lexicon,
    /// How its names are formed.
    pub name_patterns: NamePatterns,
    /// The date found at a token: its first token, the token after it, and what it means. It may begin before the token, with a hedge.
    pub date: fn(&Words, usize) -> Option<(usize, usize, Meaning)>,
    /// Numbers and their units.
    pub numbers: NumberRules,
    /// Words around figures.
    pub vocabulary: Vocabulary,
}

/// What a concept is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What happens to what is counted: people die, arrive, are arrested.
    Event,
    /// What is measured: a price, a speed, a deficit.
    Topic,
    /// Anything else.
    Other,
}

/// What the words around a figure say of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// It comes on top of others: "another 50".
    pub is_addition: bool,
    /// It is a part of another: "two of them".
    pub is_part: bool,
    /// It is what something was before: "up from 8,500".
    pub is_start: bool,
    /// It is by how much something changed.
    pub is_change: bool,
    /// It is for each of something, or for a time: "40 a day".
    pub is_rate: bool,
    /// It is expected, promised or possible.
    pub is_expected: bool,
    /// It is an average.
    pub is_average: bool,
    /// It is what is allowed.
    pub is_limit: bool,
    /// It counts only grave cases.
    pub is_severe: bool,
    /// It is feared or presumed.
    pub is_feared: bool,
}

/// What a sentence says of the time of its figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Update {
    /// It no longer holds: "originally".
    Former,
    /// It replaces another: "later".
    Newer,
}

/// What a language knows of the words around figures.
#[derive(Debug)]
pub struct Vocabulary {
    /// The stem of a word.
    pub stem: fn(&str) -> String,
    /// What a stem stands for, for words that say the same.
    pub concept: fn(&str) -> Option<(&'static str, Kind)>,
    /// Whether the stem of a noun stands for people in general.
    pub is_people: fn(&str) -> bool,
    /// Whether a word has no content of its own.
    pub is_function_word: fn(&str) -> bool,
    /// What the words around a figure say of it: its tokens, the token of its noun, and the tokens of its sentence.
    pub marks: fn(&Words, (usize, usize), Option<usize>, (usize, usize)) -> Marks,
    /// What a sentence says of the time of its figure: the tokens of the sentence.
    pub update: fn(&Words, (usize, usize)) -> Option<Update>,
    /// Whether a noun may be in the plural.
    pub is_plural: fn(&str) -> bool,
    /// Words that join parts of a sentence.
    pub is_conjunction: fn(&str) -> bool,
    /// The noun that a number follows with a preposition, as in "a crew of 23": the token before which the number begins.
    pub noun_before: fn(&Words, usize) -> Option<usize>,
    /// Whether a sentence gives its figure as the sum of what was told before: the tokens before the figure.
    pub is_total: fn(&Words, (usize, usize)) -> bool,
    /// Prepositions before a place.
    pub is_place_preposition: fn(&str) -> bool,
    /// Whether the person of an age was named before: "the 57-year-old".
    pub is_definite: fn(&str) -> bool,
    /// Articles that stand for "one": "a boy".
    pub is_indefinite_article: fn(&str) -> bool,
}

/// What a language knows of numbers. Functions that look after a token give the token after what they find; those that look before
/// one give the first token.
#[derive(Debug)]
pub struct NumberRules {
    /// The number that begins at a token.
    pub number: fn(&Words, usize) -> Option<NumberPhrase>,
    /// A word for an order of magnitude ("hundreds"), and its value.
    pub vague: fn(&Words, usize) -> Option<(usize, f64)>,
    /// The hedge before a token.
    pub hedge_before: fn(&Words, usize) -> Option<(usize, Hedge)>,
    /// The hedge from a token on.
    pub hedge_after: fn(&Words, usize) -> Option<(usize, Hedge)>,
    /// The currency before a token, as an ISO 4217 code.
    pub currency_before: fn(&Words, usize) -> Option<(usize, &'static str)>,
    /// The currency from a token on, and how much of it one is ("pence" are 0.01).
    pub currency_after: fn(&Words, usize) -> Option<(usize, &'static str, f64)>,
    /// The word for percent from a token on, and how much of a percent one is.
    pub percent_after: fn(&Words, usize) -> Option<(usize, f64)>,
    /// The unit of measurement from a token on.
    pub measure_after: fn(&Words, usize) -> Option<(usize, Measure)>,
    /// Whether the number between two tokens is the age of a person, and the token after its words.
    pub age: fn(&Words, usize, usize) -> Option<usize>,
    /// Whether a number without a unit counts nothing; whether it has a hedge, and whether the sentence is written as a title.
    pub is_no_figure: fn(&Words, usize, &NumberPhrase, bool, bool) -> bool,
    /// Whether the words between two numbers make them a range: the first tokens and the tokens after each, and the values; gives the
    /// first token of the range.
    pub range: fn(&Words, (usize, usize), (usize, usize), (f64, f64)) -> Option<usize>,
    /// The token of the noun that a number before a token counts.
    pub counted_noun: fn(&Words, usize, f64) -> Option<usize>,
}

/// The language of a BCP 47 tag; English where it is not known, as most rules for names and numbers hold for others too.
pub fn of(_tag: &str) -> &'static Language {
    &en::LANGUAGE
}
