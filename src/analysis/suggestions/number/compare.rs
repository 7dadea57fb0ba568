//! Compares the figures of two articles.

use std::collections::BTreeSet;

use super::context::contexts;
use super::measured::{Measured, measured};
use super::same::{evidence, have_same_marks};
use crate::analysis::dates::Period;
use crate::analysis::figures::Unit;
use crate::analysis::language::Update;
use crate::analysis::likeness::{MANY, index};
use crate::analysis::parsed::ParsedArticles;

/// Counts from this on are seldom equal by chance.
const GREAT: f64 = 100.0;

/// A figure: the index of its article, and its index in the article.
pub(super) type Id = (usize, usize);

/// Two figures that may measure the same.
#[derive(Clone, Copy, Debug)]
pub(super) struct Compared {
    pub first: Id,
    pub second: Id,
    /// The logarithm of the odds that they measure the same.
    pub evidence: f64,
    /// Whether the words around both allow them to be the same.
    pub has_same_marks: bool,
    /// Whether they cannot both be right.
    pub disagrees: bool,
    /// Whether they are the same number.
    pub is_equal: bool,
    /// Whether they are the same number, and such a one is seldom the same by chance.
    pub is_telling: bool,
    /// Whether they are counts.
    pub is_count: bool,
    /// Whether they are dates or times of day.
    pub is_moment: bool,
}

/// The figures of two articles that may measure the same, or those of one article in different sentences.
pub(super) fn compared(parsed: &ParsedArticles, a: usize, b: usize) -> Vec<Compared> {
    let (Some(first), Some(second)) = (parsed.all().get(a), parsed.all().get(b)) else { return Vec::new() };
    let (own, other) = (measured(first), measured(second));
    let Some(sentences) = Sentences::of(parsed, a, b) else { return Vec::new() };
    let (around, around_other) = (contexts(parsed, a), contexts(parsed, b));
    let dates = (Period::parse(&first.article.date), Period::parse(&second.article.date));
    let mut found = Vec::new();
    for (i, x) in own.iter().enumerate() {
        for (j, y) in other.iter().enumerate().skip(if a == b { i + 1 } else { 0 }) {
            let is_one_sentence = a == b && x.figure.sentence == y.figure.sentence;
            if !may_match(x, y) || is_one_sentence || !sentences.have(x.figure.sentence, y.figure.sentence) {
                continue;
            }
            let Some((around, others)) = around.get(i).zip(around_other.get(j)) else { continue };
            let Some(evidence) = evidence(x, y, around.shared(others), dates, a == b) else { continue };
            found.push(Compared {
                first: (a, i),
                second: (b, j),
                evidence,
                has_same_marks: have_same_marks(x, y),
                disagrees: x.figure.disagrees(&y.figure),
                is_equal: x.figure.is_equal(&y.figure),
                is_telling: x.figure.is_equal(&y.figure) && is_telling(x),
                is_count: x.figure.unit == Unit::Count,
                is_moment: matches!(x.figure.unit, Unit::Moment(_)),
            });
        }
    }
    found
}

/// Whose figures are compared.
enum Sentences {
    /// Those of all sentences.
    All,
    /// Those of these pairs of sentences.
    Pairs(BTreeSet<(usize, usize)>),
}

impl Sentences {
    /// The sentences of two articles; in a project of many articles, only those that have something else in common. Nothing if there are
    /// none.
    fn of(parsed: &ParsedArticles, a: usize, b: usize) -> Option<Self> {
        if a == b || parsed.all().len() < MANY {
            return Some(Self::All);
        }
        let index = index(parsed);
        let of_sentence = |at: usize| index.candidates((a, at)).iter().filter(|id| id.0 == b).map(move |id| (at, id.1));
        let pairs: BTreeSet<(usize, usize)> = (0..index.len(a)).flat_map(of_sentence).collect();
        (!pairs.is_empty()).then_some(Self::Pairs(pairs))
    }

    fn have(&self, own: usize, other: usize) -> bool {
        match self {
            Self::All => true,
            Self::Pairs(pairs) => pairs.contains(&(own, other)),
        }
    }
}

/// Whether a figure is money, a percentage, a measure or a great number.
fn is_telling(one: &Measured) -> bool {
    match one.figure.unit {
        Unit::Count => one.figure.amount >= GREAT,
        Unit::Age | Unit::Score | Unit::Moment(_) => false,
        unit => !unit.is_time(),
    }
}

/// Whether two figures can measure the same at all: a fast check.
fn may_match(x: &Measured, y: &Measured) -> bool {
    let is_former = |one: &Measured| one.update == Some(Update::Former);
    x.figure.unit.is_comparable(&y.figure.unit) && !x.is_modifier && !y.is_modifier && !is_former(x) && !is_former(y)
}
