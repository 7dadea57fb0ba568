//! A number as a language writes it, before it is known what it counts.

use super::hedge::Hedge;
use super::unit::Unit;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// In digits.
    Digits,
    /// In words.
    Words,
    /// Two numbers with a hyphen or dash between them: a range or a score.
    Pair,
    /// A number before a hyphen and a word ("12-metre", "31-year-old", "five-point").
    Modifier,
}

/// A number as a language writes it.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberPhrase {
    /// The index of the token after it.
    pub end: usize,
    /// The number of bytes at the end of its last token that do not belong to it: "-a-year" in "£3m-a-year".
    pub surplus: usize,
    /// Its value, the lower one of a pair.
    pub amount: f64,
    /// The second value of a pair.
    pub high: Option<f64>,
    /// What its scale word multiplies with ("million"); 1 for none.
    pub scale: f64,
    /// The place value of its last significant digit.
    pub digit: f64,
    /// What it may be rounded to; 0 if it is exact.
    pub rounding: f64,
    /// How it is written.
    pub form: Form,
    /// A unit written in the same word, or that of a fraction.
    pub unit: Option<Unit>,
    /// Whether an "m" follows directly, which is "million" or "metres".
    pub has_m: bool,
    /// A hedge in the same word ("500-plus", "40-odd").
    pub hedge: Option<Hedge>,
}

impl NumberPhrase {
    /// A number whose last written digit has a place value; `is_round` if it may be rounded to that digit ("3.5", "3 million").
    pub fn new(end: usize, amount: f64, digit: f64, form: Form, is_round: bool) -> Self {
        let rounding = if is_round { digit } else { rounding(amount, digit) };
        Self {
            end,
            surplus: 0,
            amount,
            high: None,
            scale: 1.0,
            digit,
            rounding,
            form,
            unit: None,
            has_m: false,
            hedge: None,
        }
    }

    /// The number multiplied by a scale word, which ends at `end`.
    pub fn scaled(mut self, scale: f64, end: usize) -> Self {
        self.amount *= scale;
        self.high = self.high.map(|high| high * scale);
        // "20 million" may be rounded to a million, and a hedge reaches ten.
        self.rounding = self.rounding.max(if self.digit < 1.0 { self.digit } else { 1.0 }) * scale;
        self.digit *= scale;
        self.scale *= scale;
        self.end = end;
        self
    }
}

/// What a number without scale words may be rounded to: its last significant digit, but at most its second.
fn rounding(amount: f64, digit: f64) -> f64 {
    if digit <= 1.0 || amount <= 0.0 {
        return 0.0;
    }
    let second = 10_f64.powf(amount.log10().floor() - 1.0);
    digit.min(second)
}

/// The place value of the last digit of a whole number that is not 0; 1 for 0 and for others.
pub fn last_digit(amount: f64) -> f64 {
    let mut digit = 1.0;
    while amount > 0.0 && digit < 1e15 && (amount / (digit * 10.0)).fract() == 0.0 {
        digit *= 10.0;
    }
    digit
}
