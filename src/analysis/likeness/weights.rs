//! How much a term tells: the rarer, the more.

use std::collections::HashMap;

use super::terms::{SentenceTerms, Term, TermKind};

/// How many sentences of other texts the frequencies of the language stand for.
const OTHER_SENTENCES: f64 = 400.0;
/// What is taken from all weights, so that frequent terms weigh next to nothing.
const COMMON: f64 = 2.0;
const LEAST: f64 = 0.15;
/// Names tell what a text is about, and less of what it says.
const NAME: f64 = 0.9;
/// The first names and titles in a longer name.
const PART_OF_NAME: f64 = 0.35;

/// The weights of terms in a project.
#[derive(Debug, Default)]
pub struct Weights {
    /// In how many sentences a key is.
    counts: HashMap<u32, u32>,
    sentences: u32,
}

impl Weights {
    /// Counts a sentence.
    pub(super) fn add(&mut self, sentence: &SentenceTerms) {
        self.sentences += 1;
        for term in &sentence.terms {
            *self.counts.entry(term.key).or_default() += 1;
        }
    }

    /// The weight of a term.
    pub fn of(&self, term: &Term) -> f64 {
        let elsewhere = match term.kind {
            TermKind::Number(value) if value <= 10.0 => 12.0,
            TermKind::Number(value) if value < 100.0 => 2.0,
            _ => f64::from(term.frequency),
        };
        let here = f64::from(self.counts.get(&term.key).copied().unwrap_or_default());
        let rarity = (1.0 + (f64::from(self.sentences) + OTHER_SENTENCES) / (here + elsewhere)).ln();
        let name = if term.is_name { NAME } else { 1.0 };
        let part = if term.head.is_some() { PART_OF_NAME } else { 1.0 };
        (rarity - COMMON).max(LEAST) * name * part
    }
}
