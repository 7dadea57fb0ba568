//! Pairs the terms of two sentences.

use super::terms::{SentenceTerms, Term, TermKind};
use super::weights::Weights;

/// How alike two terms are that are not equal.
const SYNONYM: f64 = 0.8;
const SAME_BEGINNING: f64 = 0.7;
const TIMES: f64 = 0.5;
/// The part that is left of the weight of a first name that the other sentence leaves out.
const LEFT_OUT_NAME: f64 = 0.2;

/// Which terms of two sentences are the same or mean the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Pairing {
    /// For each term of the first sentence, the index of the other sentence's term and how alike they are, above 0 and up to 1.
    pub first: Vec<Option<(usize, f64)>>,
    /// The same for the second sentence.
    pub second: Vec<Option<(usize, f64)>>,
}

impl Pairing {
    /// Pairs equal terms, then synonyms and words with the same beginning.
    pub fn new(a: &SentenceTerms, b: &SentenceTerms) -> Self {
        let mut pairing = Self { first: vec![None; a.terms.len()], second: vec![None; b.terms.len()] };
        for (i, x) in a.terms.iter().enumerate() {
            if let Some(j) = b.terms.iter().position(|y| y.key == x.key) {
                pairing.add(i, j, 1.0);
            }
        }
        for (i, x) in a.terms.iter().enumerate() {
            if pairing.first.get(i).is_some_and(Option::is_some) {
                continue;
            }
            let mut best: Option<(usize, f64)> = None;
            for (j, y) in b.terms.iter().enumerate() {
                let is_free = pairing.second.get(j).is_some_and(Option::is_none);
                let alike = if is_free { alike(x, y) } else { 0.0 };
                if alike > best.map_or(0.0, |(_, alike)| alike) {
                    best = Some((j, alike));
                }
            }
            if let Some((j, alike)) = best {
                pairing.add(i, j, alike);
            }
        }
        pairing
    }

    fn add(&mut self, i: usize, j: usize, alike: f64) {
        if let (Some(first), Some(second)) = (self.first.get_mut(i), self.second.get_mut(j)) {
            (*first, *second) = (Some((j, alike)), Some((i, alike)));
        }
    }

    /// The pairs in the order of the first sentence.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize, f64)> {
        self.first.iter().enumerate().filter_map(|(i, pair)| pair.map(|(j, alike)| (i, j, alike)))
    }

    /// The share of the weight of the first sentence's terms that are paired.
    pub fn covered(&self, first: &SentenceTerms, weights: &Weights) -> f64 {
        let (all, shared) = Self::sums(first, &self.first, weights);
        if all > 0.0 { shared / all } else { 0.0 }
    }

    /// The weight of all terms of one side, and of those that are paired.
    pub(super) fn sums(side: &SentenceTerms, paired: &[Option<(usize, f64)>], weights: &Weights) -> (f64, f64) {
        let is_paired = |key: u32| side.terms.iter().zip(paired).any(|(term, pair)| term.key == key && pair.is_some());
        let (mut all, mut shared) = (0.0, 0.0);
        for (term, pair) in side.terms.iter().zip(paired) {
            let weight = weights.of(term);
            match (pair, term.head) {
                (Some((_, alike)), _) => {
                    all += weight;
                    shared += weight * alike;
                }
                (None, Some(head)) if is_paired(head) => all += weight * LEFT_OUT_NAME,
                (None, _) => all += weight,
            }
        }
        (all, shared)
    }
}

/// How alike two terms are that are not equal, from 0 to 1.
fn alike(x: &Term, y: &Term) -> f64 {
    match (x.kind, y.kind) {
        (TermKind::Time, TermKind::Time) => TIMES,
        (TermKind::Number(_), _) | (_, TermKind::Number(_)) => 0.0,
        _ if x.groups.iter().any(|group| y.groups.contains(group)) => SYNONYM,
        _ if x.beginning.is_some() && x.beginning == y.beginning => SAME_BEGINNING,
        _ => 0.0,
    }
}
