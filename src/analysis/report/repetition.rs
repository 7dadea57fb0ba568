//! How much of each article repeats another, in the same or in other words.

use std::collections::{BTreeMap, BTreeSet};

use super::articles::words;
use crate::analysis::parsed::{ParsedArticle, ParsedArticles};
use crate::analysis::suggestions::Passage;

/// How much of each article is also in another, or for a second time in itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Repetition {
    /// The number of words in repeated sentences, by the indices of the article and of the other one. Where the two are the
    /// same, those of the sentences that come again.
    pairs: BTreeMap<(usize, usize), usize>,
    /// For each article, the number of words in sentences that another article has too.
    anywhere: Vec<usize>,
    /// For each article, the number of its words.
    words: Vec<usize>,
}

impl Repetition {
    /// The share of an article's words that are in sentences which another article has too, or, if it is the same one, which come
    /// again: from 0 to 1.
    pub fn share(&self, article: usize, other: usize) -> f64 {
        self.of(article, self.pairs.get(&(article, other)).copied().unwrap_or_default())
    }

    /// The share of an article's words that are in sentences which any other article has too.
    pub fn share_anywhere(&self, article: usize) -> f64 {
        self.of(article, self.anywhere.get(article).copied().unwrap_or_default())
    }

    /// The pairs of an article and another that have something in common, by index.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        self.pairs.keys().copied()
    }

    fn of(&self, article: usize, repeated: usize) -> f64 {
        match self.words.get(article) {
            Some(&words) if words > 0 => repeated as f64 / words as f64,
            _ => 0.0,
        }
    }
}

/// The sentences of each article that are in others, while they are gathered.
#[derive(Debug, Default)]
pub(super) struct RepeatedSentences(BTreeMap<(usize, usize), BTreeSet<usize>>);

impl RepeatedSentences {
    /// Adds a pair of passages that say the same.
    pub(super) fn add(&mut self, first: Passage, second: Passage) {
        self.add_side(second, first.article);
        if first.article != second.article {
            self.add_side(first, second.article);
        }
    }

    fn add_side(&mut self, passage: Passage, other: usize) {
        self.0.entry((passage.article, other)).or_default().extend(passage.first..=passage.last);
    }

    /// The words of the sentences, counted.
    pub(super) fn count(self, parsed: &ParsedArticles) -> Repetition {
        let count = |article: usize, sentences: &BTreeSet<usize>| {
            let Some(article) = parsed.all().get(article) else { return 0 };
            let bounds = sentences.iter().filter_map(|&at| article.sentences.get(at));
            bounds.map(|sentence| words(article, sentence.tokens)).sum()
        };
        let mut anywhere: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); parsed.all().len()];
        for ((article, other), sentences) in &self.0 {
            if let Some(all) = anywhere.get_mut(*article).filter(|_| article != other) {
                all.extend(sentences);
            }
        }
        let all_words =
            |article: &ParsedArticle| article.sentences.iter().map(|sentence| words(article, sentence.tokens)).sum();
        Repetition {
            pairs: self.0.iter().map(|(key, sentences)| (*key, count(key.0, sentences))).collect(),
            anywhere: anywhere.iter().enumerate().map(|(at, sentences)| count(at, sentences)).collect(),
            words: parsed.all().iter().map(|article| all_words(article)).collect(),
        }
    }
}
