//! Hedges, and the values that a hedged number can mean.
//!
//! A hedge reaches one unit of the last significant digit, *u* (1,000 in "23,000"; 0.1 in "3.5"; 10 in "250"; 1 in "27"):
//!
//! | words | values of "… X" |
//! |---|---|
//! | more than, over, at least, or more | X to X + u |
//! | just over | X to X + u/2 |
//! | fewer than, under, up to, as many as, at most, nearly, almost | X − u to X |
//! | just under | X − u/2 to X |
//! | about, around, some, roughly, or so | X − u to X + u |
//! | only, exactly, no hedge | X, or what rounds to it |
//! | between X and Y, X to Y | X to Y |
//!
//! The ends belong to the values, so "more than 23,000" and "about 25,000" agree. Two figures disagree if they have no value in common.
//! A number without a hedge may be rounded: "300" stands for what has 300 as its first two digits (295 to 305), "3.5 million" for what is 3.5 million to
//! one decimal, but "57 people" are 57.

/// How a number is hedged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hedge {
    /// Not at all.
    None,
    /// "Only", "just", "exactly": the number itself.
    Exactly,
    /// "About", "around", "some", "or so".
    About,
    /// "More than", "over".
    MoreThan,
    /// "At least", "or more".
    AtLeast,
    /// "Just over".
    JustOver,
    /// "Fewer than", "under".
    LessThan,
    /// "Nearly", "almost".
    Nearly,
    /// "Just under".
    JustUnder,
    /// "Up to", "as many as", "at most".
    UpTo,
    /// "Between 40 and 50", "10 to 15".
    Between,
}

/// The values that a figure can mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lowest.
    pub low: f64,
    /// The highest.
    pub high: f64,
    /// If the number has no hedge: what it may be rounded to; 0 if it is exact.
    rounding: Option<f64>,
}

impl Interval {
    /// The values of a number, or of a range of two, with the place value of its last significant digit and what it may be rounded to.
    pub(super) fn of(hedge: Hedge, (amount, high): (f64, Option<f64>), digit: f64, rounding: f64) -> Self {
        let top = high.unwrap_or(amount).max(amount);
        let (low, high) = match hedge {
            Hedge::None | Hedge::Exactly | Hedge::Between => (amount, top),
            Hedge::About => (amount - digit, top + digit),
            Hedge::MoreThan | Hedge::AtLeast => (amount, top + digit),
            Hedge::JustOver => (amount, top + digit / 2.0),
            Hedge::LessThan | Hedge::Nearly | Hedge::UpTo => (amount - digit, top),
            Hedge::JustUnder => (amount - digit / 2.0, top),
        };
        let is_bare = matches!(hedge, Hedge::None | Hedge::Exactly) && low == high;
        Self { low, high, rounding: is_bare.then_some(rounding) }
    }

    /// The values in another unit.
    pub(super) fn scaled(self, factor: f64) -> Self {
        Self {
            low: self.low * factor,
            high: self.high * factor,
            rounding: self.rounding.map(|rounding| rounding * factor),
        }
    }

    /// Whether the two have no value in common.
    pub fn disagrees(self, other: Self) -> bool {
        // What a computer adds to a decimal fraction must not count.
        let slack = 1e-9 * self.high.abs().max(other.high.abs());
        if let (Some(own), Some(others)) = (self.rounding, other.rounding) {
            let rounding = own.max(others);
            let difference = (self.low - other.low).abs();
            return difference > slack && difference >= rounding / 2.0 - slack;
        }
        let (own, other) = (self.rounded(), other.rounded());
        own.0 > other.1 + slack || other.0 > own.1 + slack
    }

    fn rounded(self) -> (f64, f64) {
        // Less than half, as the half is rounded to another number.
        let reach = self.rounding.unwrap_or_default() * 0.49;
        (self.low - reach, self.high + reach)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bare(amount: f64, rounding: f64) -> Interval {
        Interval::of(Hedge::None, (amount, None), 1.0, rounding)
    }

    fn hedged(hedge: Hedge, amount: f64, digit: f64) -> Interval {
        Interval::of(hedge, (amount, None), digit, 0.0)
    }

    #[test]
    fn a_hedge_reaches_one_unit_of_the_last_significant_digit() {
        let about = hedged(Hedge::About, 26_000.0, 1_000.0);
        assert!(!hedged(Hedge::MoreThan, 20_000.0, 10_000.0).disagrees(bare(26_000.0, 1_000.0)));
        assert!(hedged(Hedge::MoreThan, 23_000.0, 1_000.0).disagrees(about));
        assert!(!hedged(Hedge::MoreThan, 23_000.0, 1_000.0).disagrees(hedged(Hedge::About, 25_000.0, 1_000.0)));
        assert!(!hedged(Hedge::Nearly, 3.0, 1.0).disagrees(bare(2.9, 0.1)));
        assert!(hedged(Hedge::UpTo, 40.0, 10.0).disagrees(bare(41.0, 0.0)));
        assert!(hedged(Hedge::JustOver, 20.0, 10.0).disagrees(bare(26.0, 0.0)));
    }

    #[test]
    fn numbers_without_hedge_may_be_rounded() {
        assert!(!bare(300.0, 10.0).disagrees(bare(304.0, 0.0)));
        assert!(bare(300.0, 10.0).disagrees(bare(250.0, 10.0)));
        assert!(!bare(3.0, 1.0).disagrees(bare(3.2, 0.1)));
        assert!(bare(4.0, 1.0).disagrees(bare(4.5, 0.1)));
        assert!(bare(27.0, 0.0).disagrees(bare(28.0, 0.0)) && !bare(27.0, 0.0).disagrees(bare(27.0, 0.0)));
    }
}
