//! What a language knows of numbers and their units.

use crate::analysis::figures::{Hedge, Measure, NumberPhrase};
use crate::analysis::parsed::Words;

/// Finds a currency from a token on.
type FindCurrency = fn(&Words, usize) -> Option<(usize, &'static str, f64)>;

/// Finds a range of two numbers.
type FindRange = fn(&Words, (usize, usize), (usize, usize), (f64, f64)) -> Option<usize>;

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
    pub currency_after: FindCurrency,
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
    pub range: FindRange,
    /// The token of the noun that a number before a token counts.
    pub counted_noun: fn(&Words, usize, f64) -> Option<usize>,
}
