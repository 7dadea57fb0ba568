//! What a figure is.

use super::hedge::{Hedge, Interval};
use super::unit::Unit;
use crate::analysis::parsed::ParsedArticle;
use crate::text::TextRange;

/// A number of a text, with what it counts or measures.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What is marked as a quantity: the number with its hedge and unit.
    pub range: TextRange,
    /// The number alone.
    pub number: TextRange,
    /// The number as a value; the lower one of a range, the first of a score.
    pub amount: f64,
    /// The upper value of a range, or the second of a score.
    pub high: Option<f64>,
    /// The place value of the last significant digit: 1,000 for "23,000", 0.1 for "3.5".
    pub digit: f64,
    /// What a value without a hedge may be rounded to: 0 for an exact one, such as "57 people".
    pub rounding: f64,
    /// What it is measured in.
    pub unit: Unit,
    /// How the number is hedged.
    pub hedge: Hedge,
    /// What its scale word multiplies with; 1 for none.
    pub scale: f64,
    /// Whether it is no number but an order of magnitude: "hundreds", "tens of thousands".
    pub is_vague: bool,
    /// The noun of what is counted, if it stands after the number.
    pub counted: Option<TextRange>,
    /// The index of its sentence.
    pub sentence: usize,
    /// The indices of the tokens of `range`: from the first, to the one after the last.
    pub tokens: (usize, usize),
    /// The index of the token of `counted`.
    pub noun: Option<usize>,
}

impl Figure {
    /// The values that the figure can mean, in the base unit of its measure.
    pub fn interval(&self) -> Interval {
        let factor = self.unit.factor();
        let interval = Interval::of(self.hedge, (self.amount, self.high), self.digit, self.rounding);
        interval.scaled(factor)
    }

    /// Whether two figures of comparable units are the same number, hedges aside.
    pub fn is_equal(&self, other: &Self) -> bool {
        let (own, others) = (self.amount * self.unit.factor(), other.amount * other.unit.factor());
        (own - others).abs() <= 1e-6 * own.abs().max(others.abs())
    }

    /// The words of the hedge before the number; empty for none.
    pub fn hedge_words<'a>(&self, parsed: &'a ParsedArticle) -> &'a str {
        if self.hedge == Hedge::None || self.range.start() >= self.number.start() {
            return "";
        }
        let before = parsed.slice(TextRange::new(self.range.start(), self.number.start()));
        before.trim_end_matches(|c: char| !c.is_alphabetic())
    }

    /// Whether two figures of the same unit cannot both be right.
    pub fn disagrees(&self, other: &Self) -> bool {
        match (&self.unit, &other.unit) {
            (Unit::Score, Unit::Score) => {
                let sorted = |one: &Self| {
                    let (a, b) = (one.amount, one.high.unwrap_or_default());
                    (a.max(b), a.min(b))
                };
                sorted(self) != sorted(other)
            }
            _ => self.interval().disagrees(other.interval()),
        }
    }
}
