//! What a language knows of the words around figures.

use crate::analysis::parsed::Words;

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

/// Tells what the words around a figure say of it.
type FindMarks = fn(&Words, (usize, usize), Option<usize>, (usize, usize)) -> Marks;

/// What a language knows of the words around figures.
#[derive(Debug)]
pub struct FigureWords {
    /// The stem of a word.
    pub stem: fn(&str) -> String,
    /// What a stem stands for, for words that say the same.
    pub concept: fn(&str) -> Option<(&'static str, Kind)>,
    /// Whether the stem of a noun stands for people in general.
    pub is_people: fn(&str) -> bool,
    /// Whether a word has no content of its own.
    pub is_function_word: fn(&str) -> bool,
    /// What the words around a figure say of it: its tokens, the token of its noun, and the tokens of its sentence.
    pub marks: FindMarks,
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
