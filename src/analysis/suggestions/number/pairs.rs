//! Pairs of figures that measure the same thing and disagree.

use std::rc::Rc;

use super::measured::{Measured, Noun, measured};
use super::same::{SAME, SAME_IN_ARTICLE, SIMILAR, likeness, likeness_of_any};
use crate::analysis::dates::Period;
use crate::analysis::figures::Unit;
use crate::analysis::language::Update;
use crate::analysis::parsed::ParsedArticle;
use crate::order;
use crate::text::TextRange;

/// At most so many pairs of the same two values are proposed for two articles.
const PER_VALUES: usize = 4;
/// How much less alike figures that agree may be than figures that disagree to explain these.
const SLACK: f64 = 0.1;
/// Two figures whose nouns and numbers are at most so many tokens apart stand in one list.
const LIST_GAP: usize = 4;

/// Two figures that disagree.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    /// The indices of the figures among those of their articles.
    pub figures: (usize, usize),
    /// The ranges to show: the figures, or the lists that they stand in.
    pub ranges: (TextRange, TextRange),
    /// How likely it is that they measure the same.
    pub likeness: f64,
    /// Whether the second one replaces the first.
    pub is_update: bool,
}

/// The pairs inside one article, computed once.
#[derive(Debug)]
struct OwnPairs(Vec<Pair>);

/// The pairs with one figure in each of two articles, or both in one.
pub(super) fn pairs(a: &ParsedArticle, b: &ParsedArticle) -> Vec<Pair> {
    if std::ptr::eq(a, b) {
        return own_pairs(a).0.clone();
    }
    let (own, other) = (measured(a), measured(b));
    let dates = (Period::parse(&a.article.date), Period::parse(&b.article.date));
    let mut found = Vec::new();
    // The most alike figure of the other article that agrees.
    let mut agreeing = (vec![None::<(f64, usize)>; own.len()], vec![None::<(f64, usize)>; other.len()]);
    for (i, x) in own.iter().enumerate() {
        for (j, y) in other.iter().enumerate().filter(|(_, y)| may_match(x, y)) {
            if x.figure.disagrees(&y.figure) {
                let likeness = likeness(x, y, dates);
                if likeness >= SAME {
                    found.push(pair((i, j), (x, y), likeness));
                }
                continue;
            }
            let likeness = likeness_of_any(x, y, dates);
            if likeness >= SIMILAR {
                let better = |known: &Option<(f64, usize)>| known.is_none_or(|(best, _)| best < likeness);
                if better(&agreeing.0[i]) {
                    agreeing.0[i] = Some((likeness, j));
                }
                if better(&agreeing.1[j]) {
                    agreeing.1[j] = Some((likeness, i));
                }
            }
        }
    }
    let (in_a, in_b) = (own_pairs(a), own_pairs(b));
    let is_pair = |pairs: &OwnPairs, one: usize, other: usize| {
        pairs.0.iter().any(|pair| pair.figures == (one, other) || pair.figures == (other, one))
    };
    // A figure that agrees with what the other article says of the thing contradicts nothing else there, unless that contradicts itself.
    found.retain(|pair| {
        let (i, j) = pair.figures;
        let explained =
            |known: Option<(f64, usize)>| known.filter(|(best, _)| best + SLACK >= pair.likeness).map(|(_, at)| at);
        let by_other = explained(agreeing.0[i]).is_some_and(|at| !is_pair(&in_b, at, j));
        let by_own = explained(agreeing.1[j]).is_some_and(|at| !is_pair(&in_a, at, i));
        !by_other && !by_own
    });
    finished(found, &own, &other)
}

fn own_pairs(article: &ParsedArticle) -> Rc<OwnPairs> {
    article.cached(|article| {
        let figures = measured(article);
        let date = Period::parse(&article.article.date);
        let mut found = Vec::new();
        for (i, x) in figures.iter().enumerate() {
            for (j, y) in figures.iter().enumerate().skip(i + 1) {
                if x.figure.sentence == y.figure.sentence {
                    continue;
                }
                if is_update(x, y) {
                    found.push(Pair { is_update: true, ..pair((i, j), (x, y), 0.7) });
                } else if may_match(x, y) && x.figure.disagrees(&y.figure) {
                    let likeness = likeness(x, y, (date, date));
                    if likeness >= SAME_IN_ARTICLE {
                        found.push(pair((i, j), (x, y), likeness));
                    }
                }
            }
        }
        OwnPairs(finished(found, &figures, &figures))
    })
}

fn pair(figures: (usize, usize), (x, y): (&Measured, &Measured), likeness: f64) -> Pair {
    Pair { figures, ranges: (x.range(), y.range()), likeness, is_update: false }
}

/// Whether two figures can measure the same at all: a fast check before [`likeness`].
fn may_match(x: &Measured, y: &Measured) -> bool {
    let is_same_noun = match (x.noun, y.noun) {
        (Noun::Other(own), Noun::Other(other)) => own == other,
        (Noun::None, _) | (_, Noun::None) => x.event.is_some() && x.event == y.event,
        (own, other) => own == other,
    };
    let is_former = |one: &Measured| one.update == Some(Update::Former);
    let is_comparable = x.figure.unit.is_comparable(&y.figure.unit);
    let is_modifier = x.is_modifier || y.is_modifier;
    is_comparable && !is_modifier && (x.figure.unit != Unit::Count || is_same_noun) && !is_former(x) && !is_former(y)
}

/// Whether a figure is replaced by another soon after: "originally 31. But later it was 27."
fn is_update(former: &Measured, newer: &Measured) -> bool {
    let is_near = newer.figure.sentence <= former.figure.sentence + 2;
    let is_bare = newer.noun == Noun::None || newer.noun == former.noun;
    let is_said = former.update == Some(Update::Former) && newer.update != Some(Update::Former);
    let has_event = newer.event.is_none() || newer.event == former.event || !newer.is_near_event;
    is_said
        && is_near
        && is_bare
        && has_event
        && newer.figure.unit.is_comparable(&former.figure.unit)
        && newer.figure.disagrees(&former.figure)
}

/// The pairs in order, with those of a list as one, and not too many of the same values.
fn finished(mut found: Vec<Pair>, own: &[Measured], other: &[Measured]) -> Vec<Pair> {
    order::sort_by(&mut found, |a, b| b.likeness.total_cmp(&a.likeness).then(a.figures.cmp(&b.figures)));
    let values = |pair: &Pair| (own[pair.figures.0].figure.amount, other[pair.figures.1].figure.amount);
    let mut kept: Vec<Pair> = Vec::new();
    for pair in found {
        if kept.iter().filter(|known| values(known) == values(&pair)).count() < PER_VALUES {
            kept.push(pair);
        }
    }
    order::sort_by_key(&mut kept, |pair| pair.figures);
    let mut merged: Vec<Pair> = Vec::new();
    for pair in kept {
        let list = merged.iter_mut().find(|known| {
            is_list(&own[known.figures.0], &own[pair.figures.0])
                && is_list(&other[known.figures.1], &other[pair.figures.1])
        });
        match list {
            Some(known) => {
                known.ranges.0 = list_range(&own[known.figures.0], &own[pair.figures.0]);
                known.ranges.1 = list_range(&other[known.figures.1], &other[pair.figures.1]);
            }
            None => merged.push(pair),
        }
    }
    // What counts only in lists: "a boy" alone is no figure.
    merged.retain(|pair| !(own[pair.figures.0].is_article && other[pair.figures.1].is_article));
    merged
}

/// Whether two figures stand beside each other in a list: "two boys and one girl".
fn is_list(a: &Measured, b: &Measured) -> bool {
    let (first, second) = if a.figure.tokens.0 <= b.figure.tokens.0 { (a, b) } else { (b, a) };
    let gap = first.figure.noun.map(|noun| second.figure.tokens.0.saturating_sub(noun + 1));
    first.figure.sentence == second.figure.sentence
        && first.figure.range != second.figure.range
        && gap.is_some_and(|gap| gap < LIST_GAP)
        && second.figure.noun.is_some()
}

fn list_range(a: &Measured, b: &Measured) -> TextRange {
    let end = |one: &Measured| {
        one.figure.counted.map_or(one.figure.range.end(), |counted| counted.end().max(one.figure.range.end()))
    };
    TextRange::new(a.figure.range.start().min(b.figure.range.start()), end(a).max(end(b)))
}
