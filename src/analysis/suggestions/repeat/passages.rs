//! Finds the pairs of passages that say the same: two sentences, or a sentence and two or three into which it was divided.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::analysis::likeness::{Index, Likeness, Pairing, SentenceId, SentenceTerms, compare, index};
use crate::analysis::parsed::{ParsedArticle, ParsedArticles};
use crate::order;
use crate::text::TextRange;

/// Pairs below this score are not suggested.
const LEAST_SCORE: f64 = 0.45;
/// Pairs below this score tell nothing of those beside them.
const LEAST_BESIDE: f64 = 0.04;
/// Pairs below this score are not tried with the sentences around them.
const LEAST_TO_EXTEND: f64 = 0.15;
/// A sentence may be in several pairs with one article if they have at least this score.
const CERTAIN: f64 = 0.75;
/// How much more evidence another sentence on one side must add, and how much of that sentence the other side must have.
const LEAST_GAIN: f64 = 0.3;
const LEAST_COVERED: f64 = 0.4;
/// The most sentences of one side.
const MOST_SENTENCES: usize = 3;
/// Shorter sentences say too little to be repeated.
const LEAST_TERMS: usize = 2;
const LEAST_WORDS: usize = 4;
/// How much it tells that sentences beside two are alike, and that one of two is the headline and the other the beginning of its text.
const ALIKE_BESIDE: f64 = 1.3;
const HEADLINE: f64 = 1.4;

/// Sentences of an article that follow each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Passage {
    /// The index of the article.
    pub article: usize,
    /// The first sentence.
    pub first: usize,
    /// The last sentence.
    pub last: usize,
}

impl Passage {
    /// Where it is in the article.
    pub(super) fn range(&self, article: &ParsedArticle) -> Option<TextRange> {
        let (first, last) = (article.sentences.get(self.first)?, article.sentences.get(self.last)?);
        Some(TextRange::new(first.range.start(), last.range.end()))
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.article == other.article && self.first <= other.last && other.first <= self.last
    }

    /// The terms of all its sentences.
    pub(super) fn terms(&self, index: &Index) -> SentenceTerms {
        let parts: Vec<_> = (self.first..=self.last).filter_map(|at| index.terms((self.article, at))).collect();
        SentenceTerms::joined(&parts)
    }
}

/// Two passages that say the same.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) first: Passage,
    pub(super) second: Passage,
    pub(super) likeness: Likeness,
    /// The evidence from what is around the sentences.
    around: f64,
}

/// Whether the first sentence of an article is a line of its own.
fn has_headline(parsed: &ParsedArticles, article: usize) -> bool {
    let sentences = parsed.all().get(article).map_or(&[][..], |article| &article.sentences);
    matches!(sentences, [first, second, ..] if first.paragraph != second.paragraph)
}

/// The sentences of one article, and those that may say the same, with how alike they are.
type Compared = BTreeMap<(usize, SentenceId), Likeness>;

/// The pairs of which the first passage is in an article, and the second is after it in the same or in a later article.
pub(super) fn pairs(parsed: &ParsedArticles, article: usize) -> Vec<Pair> {
    let index = index(parsed);
    let mut compared = Compared::new();
    for sentence in (0..index.len(article)).filter(|&at| is_statement(parsed, &index, (article, at))) {
        let Some(terms) = index.terms((article, sentence)) else { continue };
        for &other in index.candidates((article, sentence)) {
            let Some(others) = index.terms(other).filter(|_| is_statement(parsed, &index, other)) else { continue };
            let likeness = compare(terms, others, index.weights(), article == other.0);
            if likeness.score >= LEAST_BESIDE {
                compared.insert((sentence, other), likeness);
            }
        }
    }
    let mut pairs = Vec::new();
    for (&(sentence, other), likeness) in &compared {
        let is_headline = article == other.0 && (sentence, other.1) == (0, 1) && has_headline(parsed, article);
        let around = ALIKE_BESIDE * beside(&compared, sentence, other) + if is_headline { HEADLINE } else { 0.0 };
        let likeness = likeness.clone().with_evidence(around);
        if likeness.score >= LEAST_TO_EXTEND {
            let passage = |(article, at): SentenceId| Passage { article, first: at, last: at };
            let pair = Pair { first: passage((article, sentence)), second: passage(other), likeness, around };
            pairs.push(extended(parsed, &index, pair));
        }
    }
    pairs.retain(|pair| pair.likeness.score >= LEAST_SCORE);
    best(pairs)
}

/// How alike sentences before or after two are: articles tell the same in the same order, or backwards.
fn beside(compared: &Compared, sentence: usize, (article, other): SentenceId) -> f64 {
    let around = |at: usize| [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
    let pairs = around(sentence).flat_map(|own| around(other).map(move |other| (own, (article, other))));
    pairs.filter_map(|pair| Some(compared.get(&pair)?.score)).fold(0.0, f64::max)
}

/// Whether a sentence says enough to be repeated.
fn is_statement(parsed: &ParsedArticles, index: &Index, id: (usize, usize)) -> bool {
    let Some((terms, article)) = index.terms(id).zip(parsed.all().get(id.0)) else { return false };
    let is_long = terms.terms.len() >= LEAST_TERMS && terms.words.len() >= LEAST_WORDS;
    let is_boilerplate = |at: usize| {
        let range = article.sentences.get(at).map(|sentence| sentence.range);
        range.is_some_and(|range| (article.language.is_boilerplate)(article.slice(range)))
    };
    is_long && !is_boilerplate(id.1)
}

/// A pair with the sentences beside it that make the sides more alike.
fn extended(parsed: &ParsedArticles, index: &Index, mut pair: Pair) -> Pair {
    while let Some(longer) = longer(parsed, index, &pair) {
        pair = longer;
    }
    pair
}

/// The best of the pairs with one more sentence on one side, if it is better.
fn longer(parsed: &ParsedArticles, index: &Index, pair: &Pair) -> Option<Pair> {
    let mut best: Option<Pair> = None;
    for (first, second, is_first) in [(&pair.first, &pair.second, true), (&pair.second, &pair.first, false)] {
        let others = second.terms(index);
        for (passage, added) in neighbours(parsed, first) {
            let Some(terms) = index.terms((added.article, added.first)) else { continue };
            if added.overlaps(second) || !is_covered(terms, &others, index) {
                continue;
            }
            let (own, in_one) = (passage.terms(index), passage.article == second.article);
            let (first, second, likeness) = if is_first {
                (passage, *second, compare(&own, &others, index.weights(), in_one))
            } else {
                (*second, passage, compare(&others, &own, index.weights(), in_one))
            };
            let likeness = likeness.with_evidence(pair.around);
            let least = best.as_ref().map_or(pair.likeness.evidence() + LEAST_GAIN, |best| best.likeness.evidence());
            if likeness.evidence() > least {
                best = Some(Pair { first, second, likeness, around: pair.around });
            }
        }
    }
    best
}

/// The passages with one more sentence of the same line, and that sentence.
fn neighbours(parsed: &ParsedArticles, passage: &Passage) -> Vec<(Passage, Passage)> {
    let Some(article) = parsed.all().get(passage.article) else { return Vec::new() };
    if passage.last - passage.first + 1 >= MOST_SENTENCES {
        return Vec::new();
    }
    let one = |at: usize| Passage { article: passage.article, first: at, last: at };
    let before = passage.first.checked_sub(1).map(|at| (Passage { first: at, ..*passage }, one(at)));
    let after = (Passage { last: passage.last + 1, ..*passage }, one(passage.last + 1));
    let is_one_line = |(passage, _): &(Passage, Passage)| {
        passage.range(article).is_some_and(|range| !article.slice(range).contains('\n'))
    };
    before.into_iter().chain([after]).filter(is_one_line).collect()
}

/// Whether others have enough of the terms of a sentence.
fn is_covered(terms: &SentenceTerms, others: &SentenceTerms, index: &Index) -> bool {
    let pairing = Pairing::new(terms, others);
    terms.terms.len() >= LEAST_TERMS && pairing.covered(terms, index.weights()) >= LEAST_COVERED
}

/// The best pairs, so that no two say the same of one passage and one article.
fn best(mut pairs: Vec<Pair>) -> Vec<Pair> {
    let by_place = |a: &Pair, b: &Pair| {
        let key = |pair: &Pair| (pair.first.first, pair.second.article, pair.second.first);
        key(a).cmp(&key(b))
    };
    let by_score = |a: &Pair, b: &Pair| b.likeness.score.total_cmp(&a.likeness.score);
    order::sort_by(&mut pairs, |a, b| match by_score(a, b) {
        Ordering::Equal => by_place(a, b),
        other => other,
    });
    let mut best: Vec<Pair> = Vec::new();
    for pair in pairs {
        let mut rivals = best.iter().filter(|other| other.second.article == pair.second.article);
        let is_less = |other: &Pair| {
            let (first, second) = (other.first.overlaps(&pair.first), other.second.overlaps(&pair.second));
            let crossed = other.first.overlaps(&pair.second) || other.second.overlaps(&pair.first);
            first && second || (first || second || crossed) && pair.likeness.score < CERTAIN
        };
        if !rivals.any(is_less) {
            best.push(pair);
        }
    }
    order::sort_by(&mut best, by_place);
    best
}
