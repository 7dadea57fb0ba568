//! Compares two sentences.

use std::ops::Range;

use super::pairing::Pairing;
use super::rating::{Features, rate};
use super::terms::{SentenceTerms, Term, TermKind};
use super::weights::Weights;

/// How many terms apart two may be to belong together: within one clause.
const WINDOW: usize = 7;

/// How alike two sentences are.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// How likely it is that they say the same, from 0 to 1.
    pub score: f64,
    /// Which terms are the same.
    pub pairing: Pairing,
    /// What the score was computed from.
    pub features: Features,
}

impl Likeness {
    /// The logarithm of the odds that the sentences say the same.
    pub fn evidence(&self) -> f64 {
        let score = self.score.clamp(1e-9, 1.0 - 1e-9);
        (score / (1.0 - score)).ln()
    }

    /// The same with more evidence, which is not in the sentences themselves.
    pub fn with_evidence(mut self, more: f64) -> Self {
        self.score = 1.0 / (1.0 + (-self.evidence() - more).exp());
        self
    }
}

/// Compares two sentences, of one article or of two.
pub fn compare(a: &SentenceTerms, b: &SentenceTerms, weights: &Weights, in_one_article: bool) -> Likeness {
    let pairing = Pairing::new(a, b);
    let (all_a, shared_a) = Pairing::sums(a, &pairing.first, weights);
    let (all_b, shared_b) = Pairing::sums(b, &pairing.second, weights);
    let share = |shared: f64, all: f64| if all > 0.0 { shared / all } else { 0.0 };
    let words = a.words.len() + b.words.len();
    let common = common_words(&a.words, &b.words);
    let (same_numbers, numbers_differ) = numbers(a, b);
    let features = Features {
        covered: share(shared_a, all_a).max(share(shared_b, all_b)),
        covered_of_both: share(shared_a + shared_b, all_a + all_b),
        mass: shared_a.min(shared_b),
        clause: clause(a, b, &pairing, weights),
        wording: share(2.0 * common as f64, words as f64),
        least_terms: a.terms.len().min(b.terms.len()),
        same_numbers,
        numbers_differ,
        same_names: names(a, &pairing.first, true),
        names_differ: names(a, &pairing.first, false).min(names(b, &pairing.second, false)) > 0,
        negated: a.is_negated != b.is_negated,
        in_one_article,
        common_words: common,
    };
    Likeness { score: rate(&features), pairing, features }
}

/// The number of names of a side that are paired, or that are not.
fn names(side: &SentenceTerms, paired: &[Option<(usize, f64)>], is_paired: bool) -> usize {
    let is_name = |(term, pair): &(&Term, &Option<(usize, f64)>)| {
        term.is_name && term.head.is_none() && pair.is_some() == is_paired
    };
    side.terms.iter().zip(paired).filter(is_name).count()
}

/// The years that texts give as numbers. Two sentences with one of them tell of the same time, not the same of it.
const YEARS: Range<f64> = 1900.0..2100.0;

/// The number of equal numbers other than years; and whether different numbers count the same, as "180 people" and "150 people" do.
fn numbers(a: &SentenceTerms, b: &SentenceTerms) -> (usize, bool) {
    let of = |side: &SentenceTerms| -> Vec<usize> {
        let is_number = |at: &usize| matches!(side.terms.get(*at).map(|term| term.kind), Some(TermKind::Number(_)));
        (0..side.terms.len()).filter(is_number).collect()
    };
    let has = |side: &SentenceTerms, key: u32| side.terms.iter().any(|term| term.key == key);
    let (of_a, of_b) = (of(a), of(b));
    let key = |side: &SentenceTerms, at: usize| side.terms.get(at).map_or(0, |term| term.key);
    let is_year = |at: usize| {
        let kind = a.terms.get(at).map(|term| term.kind);
        matches!(kind, Some(TermKind::Number(value)) if YEARS.contains(&value))
    };
    let same = of_a.iter().filter(|&&at| !is_year(at) && has(b, key(a, at))).count();
    let other_a: Vec<usize> = of_a.into_iter().filter(|&at| !has(b, key(a, at))).collect();
    let other_b: Vec<usize> = of_b.into_iter().filter(|&at| !has(a, key(b, at))).collect();
    let count_same = |&i: &usize, &j: &usize| {
        let others = counted(b, j);
        counted(a, i).iter().any(|key| others.contains(key))
    };
    let differ = other_a.iter().any(|i| other_b.iter().any(|j| count_same(i, j)));
    (same, differ)
}

/// The words after a number that may say what it counts.
fn counted(side: &SentenceTerms, at: usize) -> Vec<u32> {
    let Some(number) = side.terms.get(at) else { return Vec::new() };
    let near = side.terms.iter().skip(at + 1).take_while(|term| term.position <= number.position + 2);
    near.filter(|term| !matches!(term.kind, TermKind::Number(_))).map(|term| term.key).collect()
}

/// The greatest weight of paired terms that stand near each other in both sentences, as those of one clause do.
fn clause(a: &SentenceTerms, b: &SentenceTerms, pairing: &Pairing, weights: &Weights) -> f64 {
    let position = |side: &SentenceTerms, at: usize| side.terms.get(at).map_or(0, |term| term.position);
    let pairs: Vec<(usize, usize, f64)> = pairing
        .pairs()
        .map(|(i, j, alike)| {
            let weight = a.terms.get(i).map_or(0.0, |term| weights.of(term));
            (position(a, i), position(b, j), weight * alike)
        })
        .collect();
    let mut best: f64 = 0.0;
    for (first, &(start, other, _)) in pairs.iter().enumerate() {
        let (mut low, mut high, mut sum) = (other, other, 0.0);
        for &(_, other, weight) in pairs.iter().skip(first).take_while(|(at, ..)| *at <= start + WINDOW) {
            (low, high, sum) = (low.min(other), high.max(other), sum + weight);
            if high - low <= WINDOW + 1 {
                best = best.max(sum);
            }
        }
    }
    best
}

/// The length of the longest common subsequence of two lists of words.
fn common_words(a: &[u32], b: &[u32]) -> usize {
    let mut row = vec![0_usize; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (j, y) in b.iter().enumerate() {
            let above = row.get(j + 1).copied().unwrap_or_default();
            let left = row.get(j).copied().unwrap_or_default();
            let here = if x == y { diagonal + 1 } else { above.max(left) };
            diagonal = above;
            if let Some(cell) = row.get_mut(j + 1) {
                *cell = here;
            }
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::likeness::index;
    use crate::analysis::parsed::ParsedArticles;
    use crate::analysis::tests::editor;

    /// How alike the first sentences of two articles are.
    fn likeness(a: &str, b: &str) -> Likeness {
        let parsed = ParsedArticles::update(editor(&[a, b]).project(), &ParsedArticles::default());
        let index = index(&parsed);
        let (a, b) = (index.terms((0, 0)).expect("a sentence"), index.terms((1, 0)).expect("a sentence"));
        compare(a, b, index.weights(), false)
    }

    #[test]
    fn wording_order_and_synonyms_count() {
        let text = "Police arrested three men near the Belgian border on Tuesday.";
        let same = likeness(text, text);
        assert!(same.score > 0.95 && same.features.wording == 1.0, "{same:?}");
        let other_words = likeness(text, "On Tuesday, officers detained three men near the frontier with Belgium.");
        assert!((0.5..same.score).contains(&other_words.score), "{other_words:?}");
        let other = likeness(text, "The chief of the Belgian national bank won a prize.");
        assert!(other.score < 0.4, "{other:?}");
    }

    #[test]
    fn different_numbers_and_negations_lower_the_score() {
        let text = "The ferry was licensed to carry 180 people across the strait.";
        let same = likeness(text, text).score;
        let number = likeness(text, "The ferry was licensed to carry 150 people across the strait.");
        assert!(number.features.numbers_differ && number.score < same);
        let negated = likeness(text, "The ferry was not licensed to carry 180 people across the strait.");
        assert!(negated.features.negated && negated.score < same);
        assert!(!likeness(text, "Only 150 tons were licensed.").features.numbers_differ);
    }

    #[test]
    fn a_first_name_may_be_left_out() {
        let covered = |b: &str| likeness("A letter by Boris Johnson angered ministers.", b).features.covered_of_both;
        assert!(covered("A letter by Johnson angered ministers.") > 0.9);
        assert!(covered("A letter by Smith angered ministers.") < 0.8);
    }
}
