//! The words around figures: the more a word tells and the nearer it is, the more it weighs.

use std::cell::OnceCell;
use std::rc::Rc;

use super::measured::{Measured, measured};
use crate::analysis::likeness::{Index, SentenceTerms, Weights, index};
use crate::analysis::parsed::ParsedArticles;
use crate::order;

/// What is left of the weight of a word that is so many tokens from the figure, and of all that are farther.
const NEAR: (usize, f64) = (4, 1.0);
const MIDDLE: (usize, f64) = (10, 0.7);
const FAR: f64 = 0.4;
/// What is left of the weight of a word of the sentence before, which counts if the sentence itself has few words.
const BEFORE: f64 = 0.3;
const FEW: usize = 4;
/// How much a synonym counts.
const SYNONYM: f64 = 0.8;
/// The most words of a context.
const MOST: usize = 60;

/// The words around a figure.
#[derive(Debug, Default)]
pub(super) struct Context {
    /// The keys of the words, with the indices of the words; sorted.
    keys: Vec<(u32, u8)>,
    /// The groups of synonyms of the words, with the indices of the words; sorted.
    groups: Vec<(u32, u8)>,
    /// The weight of each word, and whether it stands near the figure.
    words: Vec<(f64, bool)>,
    /// The sum of the weights.
    total: f64,
}

/// What two contexts have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Shared {
    /// The weight of the words in common.
    pub mass: f64,
    /// The same of the words that stand near both figures.
    pub near: f64,
    /// The share of the words in common, of the context with fewer.
    pub covered: f64,
}

/// The contexts of the figures of the articles of a project, as far as they were asked for.
#[derive(Debug)]
struct Contexts(Vec<OnceCell<Rc<Vec<Context>>>>);

/// The contexts of the figures of an article, by its index.
pub(super) fn contexts(parsed: &ParsedArticles, article: usize) -> Rc<Vec<Context>> {
    let all = parsed.cached(|parsed| Contexts(parsed.all().iter().map(|_| OnceCell::new()).collect()));
    let Some((known, parsed_article)) = all.0.get(article).zip(parsed.all().get(article)) else { return Rc::default() };
    let read = || {
        let index = index(parsed);
        Rc::new(measured(parsed_article).iter().map(|figure| Context::new(&index, article, figure)).collect())
    };
    known.get_or_init(read).clone()
}

impl Context {
    fn new(index: &Index, article: usize, measured: &Measured) -> Self {
        let mut context = Self::default();
        let sentence = measured.figure.sentence;
        let Some(terms) = index.terms((article, sentence)) else { return context };
        context.add(terms, index.weights(), measured, 1.0);
        if context.words.len() <= FEW {
            let before = sentence.checked_sub(1).and_then(|before| index.terms((article, before)));
            before.into_iter().for_each(|terms| context.add(terms, index.weights(), measured, BEFORE));
        }
        context.total = context.words.iter().map(|(weight, _)| weight).sum();
        order::sort(&mut context.keys);
        order::sort(&mut context.groups);
        context
    }

    fn add(&mut self, terms: &SentenceTerms, weights: &Weights, measured: &Measured, part: f64) {
        let (start, end) = measured.figure.tokens;
        for term in &terms.terms {
            let is_own = (start..end).contains(&term.token) || measured.figure.noun == Some(term.token);
            if is_own || self.words.len() >= MOST {
                continue;
            }
            let distance = if term.token < start { start - term.token } else { term.token + 1 - end };
            let is_near = distance <= NEAR.0 && part == 1.0;
            let nearness = match distance {
                _ if part < 1.0 => part,
                near if near <= NEAR.0 => NEAR.1,
                middle if middle <= MIDDLE.0 => MIDDLE.1,
                _ => FAR,
            };
            let at = self.words.len() as u8;
            self.words.push((weights.of(term) * nearness, is_near));
            self.keys.push((term.key, at));
            self.groups.extend(term.groups.iter().map(|group| (u32::from(*group), at)));
            self.groups.extend(term.beginning.map(|beginning| (beginning | 1 << 31, at)));
        }
    }

    /// What two contexts have in common; each word counts once.
    pub(super) fn shared(&self, other: &Self) -> Shared {
        let (mut of_own, mut of_other) = (0_u64, 0_u64);
        let mut shared = Shared::default();
        for (own, others, alike) in [(&self.keys, &other.keys, 1.0), (&self.groups, &other.groups, SYNONYM)] {
            let (mut i, mut j) = (0, 0);
            while let (Some(a), Some(b)) = (own.get(i), others.get(j)) {
                if a.0 == b.0 {
                    let bits = (1_u64 << a.1, 1_u64 << b.1);
                    if of_own & bits.0 == 0 && of_other & bits.1 == 0 {
                        (of_own, of_other) = (of_own | bits.0, of_other | bits.1);
                        self.count(other, (a.1, b.1), alike, &mut shared);
                    }
                }
                (i, j) = if a.0 <= b.0 { (i + 1, j) } else { (i, j + 1) };
            }
        }
        let least = self.total.min(other.total);
        shared.covered = if least > 0.0 { (shared.mass / least).min(1.0) } else { 0.0 };
        shared
    }

    fn count(&self, other: &Self, (own, others): (u8, u8), alike: f64, shared: &mut Shared) {
        let (Some(a), Some(b)) = (self.words.get(usize::from(own)), other.words.get(usize::from(others))) else {
            return;
        };
        let weight = a.0.min(b.0) * alike;
        shared.mass += weight;
        if a.1 && b.1 {
            shared.near += weight;
        }
    }
}
