//! Pairs of figures that measure the same thing and disagree.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::compare::{Compared, Id, compared};
use super::measured::{Measured, Noun, measured};
use super::values::Values;
use crate::analysis::language::Update;
use crate::analysis::likeness::MANY;
use crate::analysis::parsed::ParsedArticles;
use crate::order;
use crate::text::TextRange;

/// From this evidence on, two figures measure the same thing: counts of one article, and other figures of one, which usually measure
/// different things; moments; and all others.
const LEAST_OF_COUNTS_IN_ARTICLE: f64 = -0.5;
const LEAST_IN_ARTICLE: f64 = 0.5;
const LEAST_OF_MOMENTS: f64 = -0.8;
const LEAST: f64 = -1.25;
/// What each of the two figures needs itself if others of the same values have the evidence.
const LEAST_OF_ONE: f64 = -2.5;
/// How much better a pair with another value may be.
const MARGIN: f64 = 0.5;
/// At most so many pairs of the same two values are proposed for two articles, and how much less likely than the first they may be.
const PER_VALUES: usize = 2;
const SPREAD: f64 = 2.5;
/// How likely it is that a figure replaces another.
const UPDATE: f64 = 0.7;
/// Two figures whose nouns and numbers are at most so many tokens apart stand in one list.
const LIST_GAP: usize = 4;

/// Two figures that disagree.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    /// The indices of the articles.
    pub articles: (usize, usize),
    /// The indices of the figures among those of their articles.
    pub figures: (usize, usize),
    /// The ranges to show: the figures, or the lists that they stand in.
    pub ranges: (TextRange, TextRange),
    /// How likely it is that they measure the same, from 0 to 1.
    pub likeness: f64,
    /// Whether the second one replaces the first.
    pub is_update: bool,
}

/// The pairs of a project with few articles, computed once.
#[derive(Debug)]
struct AllPairs(Vec<Pair>);

/// The pairs with one figure in each of two articles, or both in one, of which the first is not after the second.
pub(super) fn pairs(parsed: &ParsedArticles, a: usize, b: usize) -> Vec<Pair> {
    let count = parsed.all().len();
    // Of few, all are looked at together: what a third one says of a thing tells that two others say the same.
    if count >= MANY {
        return finished(parsed, chosen(compared(parsed, a, b)), (a, b));
    }
    let all: Rc<AllPairs> = parsed.cached(|parsed| {
        let all = (0..count).flat_map(|a| (a..count).map(move |b| (a, b))).flat_map(|(a, b)| compared(parsed, a, b));
        AllPairs(chosen(all.collect()))
    });
    let own = all.0.iter().filter(|pair| pair.articles == (a, b)).cloned().collect();
    finished(parsed, own, (a, b))
}

/// What is known of two values that disagree.
#[derive(Debug)]
struct Dispute {
    /// The pairs of figures with these values.
    pairs: Vec<Compared>,
    /// The greatest evidence that they measure the same, and the greatest of a pair in one article.
    evidence: f64,
    in_article: f64,
}

/// The pairs that are likely enough. Figures with one value are taken together: what contradicts one of them contradicts all, and a
/// value that an article gives itself contradicts nothing else there, unless the article contradicts itself.
fn chosen(all: Vec<Compared>) -> Vec<Pair> {
    let values = Values::new(&all);
    let mut disputes: BTreeMap<(usize, usize), Dispute> = BTreeMap::new();
    for one in all.into_iter().filter(|one| one.disagrees && one.has_same_marks) {
        let (a, b) = (values.of(one.first), values.of(one.second));
        let none = || Dispute { pairs: Vec::new(), evidence: f64::NEG_INFINITY, in_article: f64::NEG_INFINITY };
        let dispute = disputes.entry((a.min(b), a.max(b))).or_insert_with(none);
        dispute.evidence = dispute.evidence.max(one.evidence);
        if one.first.0 == one.second.0 {
            dispute.in_article = dispute.in_article.max(one.evidence);
        }
        dispute.pairs.push(one);
    }
    // The greatest evidence between a value and one of an article.
    let mut best: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for (&(a, b), dispute) in &disputes {
        for (value, other) in [(a, b), (b, a)] {
            for &article in values.articles(other) {
                let known = best.entry((value, article)).or_insert(f64::NEG_INFINITY);
                *known = known.max(dispute.evidence);
            }
        }
    }
    let mut found = Vec::new();
    for (&(a, b), dispute) in &disputes {
        let are_counts = dispute.pairs.first().is_some_and(|one| one.is_count);
        let contradicts_itself =
            dispute.in_article >= if are_counts { LEAST_OF_COUNTS_IN_ARTICLE } else { LEAST_IN_ARTICLE };
        let is_beaten = |value: usize, article: usize| {
            best.get(&(value, article)).is_some_and(|best| *best > dispute.evidence + MARGIN)
        };
        let is_explained = |one: &&Compared| {
            let (own, other) = (values.of(one.first), values.of(one.second));
            values.articles(own).contains(&one.second.0) || values.articles(other).contains(&one.first.0)
        };
        let fits = |one: &&Compared| {
            if one.evidence < LEAST_OF_ONE || dispute.evidence < if one.is_moment { LEAST_OF_MOMENTS } else { LEAST } {
                return false;
            }
            if one.first.0 == one.second.0 {
                return contradicts_itself;
            }
            let (own, other) = if values.of(one.first) == a { (a, b) } else { (b, a) };
            (contradicts_itself || !is_explained(one))
                && !is_beaten(own, one.second.0)
                && !is_beaten(other, one.first.0)
        };
        found.extend(best_pairs(dispute.pairs.iter().filter(fits).collect(), dispute.evidence));
    }
    found
}

/// The most likely pairs of each two articles.
fn best_pairs(mut pairs: Vec<&Compared>, evidence: f64) -> Vec<Pair> {
    order::sort_by(&mut pairs, |a, b| b.evidence.total_cmp(&a.evidence));
    let mut kept: Vec<&Compared> = Vec::new();
    for pair in pairs {
        let articles = |one: &Compared| (one.first.0, one.second.0);
        let same: Vec<f64> =
            kept.iter().filter(|known| articles(known) == articles(pair)).map(|known| known.evidence).collect();
        if same.len() < PER_VALUES && same.first().is_none_or(|first| pair.evidence >= first - SPREAD) {
            kept.push(pair);
        }
    }
    let likeness = 1.0 / (1.0 + (-evidence).exp());
    kept.into_iter().map(|one| pair(one.first, one.second, likeness)).collect()
}

fn pair(first: Id, second: Id, likeness: f64) -> Pair {
    let ranges = (TextRange::default(), TextRange::default());
    Pair { articles: (first.0, second.0), figures: (first.1, second.1), ranges, likeness, is_update: false }
}

/// The pairs of two articles in order, with those of a list as one, and with figures that replace others.
fn finished(parsed: &ParsedArticles, mut found: Vec<Pair>, (a, b): (usize, usize)) -> Vec<Pair> {
    let (Some(first), Some(second)) = (parsed.all().get(a), parsed.all().get(b)) else { return Vec::new() };
    let (own, other) = (measured(first), measured(second));
    if a == b {
        found.extend(updates(&own).into_iter().map(|(i, j)| Pair { is_update: true, ..pair((a, i), (a, j), UPDATE) }));
    }
    order::sort_by_key(&mut found, |pair| pair.figures);
    let mut merged: Vec<Pair> = Vec::new();
    for mut pair in found {
        let figures = |pair: &Pair| Some((own.get(pair.figures.0)?, other.get(pair.figures.1)?));
        let Some((x, y)) = figures(&pair) else { continue };
        let is_of_list = |known: &(&Measured, &Measured)| is_list(known.0, x) && is_list(known.1, y);
        let list = merged.iter_mut().find_map(|known| Some((figures(known).filter(is_of_list)?, known)));
        match list {
            Some((list, known)) => known.ranges = (list_range(list.0, x), list_range(list.1, y)),
            None => {
                pair.ranges = (x.figure.range, y.figure.range);
                merged.push(pair);
            }
        }
    }
    // What counts only in lists: "a boy" alone is no figure.
    let is_article = |figures: &[Measured], at: usize| figures.get(at).is_some_and(|one| one.is_article);
    merged.retain(|pair| !(is_article(&own, pair.figures.0) && is_article(&other, pair.figures.1)));
    merged
}

/// Figures that are replaced by another soon after: "originally 31. But later it was 27."
fn updates(figures: &[Measured]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, former) in figures.iter().enumerate().filter(|(_, one)| one.update == Some(Update::Former)) {
        let newer = figures.iter().enumerate().skip(at + 1);
        found.extend(newer.filter(|(_, newer)| is_update(former, newer)).map(|(other, _)| (at, other)));
    }
    found
}

fn is_update(former: &Measured, newer: &Measured) -> bool {
    let sentences = former.figure.sentence + 1..=former.figure.sentence + 2;
    let is_bare = newer.is_elided || newer.noun == Noun::None || newer.noun == former.noun;
    let has_event = newer.event.is_none() || newer.event == former.event || !newer.is_near_event;
    sentences.contains(&newer.figure.sentence)
        && newer.update != Some(Update::Former)
        && is_bare
        && has_event
        && newer.figure.unit.is_comparable(&former.figure.unit)
        && newer.figure.disagrees(&former.figure)
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
