//! Finds sentences that have terms in common, without comparing all with all.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use super::terms::{ArticleTerms, SentenceTerms};
use super::weights::Weights;
use crate::analysis::parsed::ParsedArticles;
use crate::order;

/// A term that is in more sentences leads to no candidates.
const MOST_SENTENCES: usize = 300;
/// How many candidates a sentence has at most; and in a project of many articles, where what is said often makes a chain.
const MOST_CANDIDATES: usize = 40;
const MOST_OF_MANY: usize = 6;
/// From so many articles on, there are many.
pub const MANY: usize = 17;
/// The least weight of common terms of a candidate, and their least share of the lighter sentence.
const LEAST_MASS: f64 = 2.0;
const LEAST_SHARE: f64 = 0.2;

/// A sentence: the index of its article and its index in the article.
pub type SentenceId = (usize, usize);

/// The sentences of a project by their terms.
#[derive(Debug, Default)]
pub struct Index {
    articles: Vec<Rc<ArticleTerms>>,
    /// Where the sentences of each article begin among all.
    starts: Vec<usize>,
    /// The sentences, by number among all, that contain a key.
    sentences: HashMap<u32, Vec<u32>>,
    /// The weight of each sentence.
    totals: Vec<f64>,
    /// The candidates of each sentence that were asked for.
    candidates: Vec<OnceCell<Vec<SentenceId>>>,
    weights: Weights,
}

/// The index of a project while articles are added to it; nothing once it is finished.
struct Unfinished(RefCell<Option<Index>>);

impl Unfinished {
    fn of(parsed: &ParsedArticles) -> Rc<Self> {
        parsed.cached(|_| Self(RefCell::new(Some(Index::default()))))
    }
}

/// Adds the articles up to one to the index of a project. Who must not take long calls it for each article before [`index`].
pub fn prepare_index(parsed: &ParsedArticles, article: usize) {
    let unfinished = Unfinished::of(parsed);
    let mut unfinished = unfinished.0.borrow_mut();
    let Some(index) = unfinished.as_mut() else { return };
    for next in parsed.all().iter().take(article + 1).skip(index.articles.len()) {
        index.add(next.cached(ArticleTerms::new));
    }
}

/// The index of a project.
pub fn index(parsed: &ParsedArticles) -> Rc<Index> {
    parsed.cached(|parsed| {
        prepare_index(parsed, parsed.all().len());
        Unfinished::of(parsed).0.take().unwrap_or_default().finished()
    })
}

impl Index {
    fn add(&mut self, article: Rc<ArticleTerms>) {
        let start = self.starts.last().zip(self.articles.last()).map_or(0, |(start, last)| start + last.0.len());
        self.starts.push(start);
        for (at, sentence) in article.0.iter().enumerate() {
            self.weights.add(sentence);
            for term in &sentence.terms {
                self.sentences.entry(term.key).or_default().push((start + at) as u32);
            }
        }
        self.articles.push(article);
    }

    fn finished(mut self) -> Self {
        let total = |sentence: &SentenceTerms| sentence.terms.iter().map(|term| self.weights.of(term)).sum();
        self.totals = self.articles.iter().flat_map(|article| &article.0).map(total).collect();
        self.candidates = self.totals.iter().map(|_| OnceCell::new()).collect();
        self
    }

    /// The weights of terms.
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// The terms of a sentence.
    pub fn terms(&self, (article, sentence): SentenceId) -> Option<&SentenceTerms> {
        self.articles.get(article)?.0.get(sentence)
    }

    /// The number of sentences of an article.
    pub fn len(&self, article: usize) -> usize {
        self.articles.get(article).map_or(0, |article| article.0.len())
    }

    /// The sentences after a sentence, in its article and in later ones, that may say the same: those with the greatest weight in
    /// common.
    pub fn candidates(&self, id: SentenceId) -> &[SentenceId] {
        let Some((terms, start)) = self.terms(id).zip(self.starts.get(id.0)) else { return &[] };
        let own = start + id.1;
        let found = || self.most_in_common(terms, self.total(own), own + 1..self.totals.len());
        self.candidates.get(own).map_or(&[], |known| known.get_or_init(found))
    }

    /// The sentences of an article that may say the same as a passage: those with the greatest weight in common.
    pub fn candidates_in(&self, article: usize, passage: &SentenceTerms) -> Vec<SentenceId> {
        let Some(&start) = self.starts.get(article) else { return Vec::new() };
        let total = passage.terms.iter().map(|term| self.weights.of(term)).sum();
        self.most_in_common(passage, total, start..start + self.len(article))
    }

    /// The sentences, of these among all, with the greatest weight in common with a passage of a weight.
    fn most_in_common(&self, passage: &SentenceTerms, weight: f64, among: Range<usize>) -> Vec<SentenceId> {
        let mut masses: HashMap<u32, f64> = HashMap::new();
        for term in &passage.terms {
            let Some(sentences) = self.sentences.get(&term.key) else { continue };
            if sentences.len() > MOST_SENTENCES {
                continue;
            }
            let from = sentences.partition_point(|&other| (other as usize) < among.start);
            let weight = self.weights.of(term);
            for &other in sentences.iter().skip(from).take_while(|&&other| (other as usize) < among.end) {
                *masses.entry(other).or_default() += weight;
            }
        }
        let enough = |&(other, mass): &(u32, f64)| {
            mass >= LEAST_MASS && mass >= LEAST_SHARE * weight.min(self.total(other as usize))
        };
        let mut candidates: Vec<(u32, f64)> = masses.into_iter().filter(enough).collect();
        order::sort_by(&mut candidates, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        candidates.truncate(if self.articles.len() < MANY { MOST_CANDIDATES } else { MOST_OF_MANY });
        candidates.into_iter().map(|(other, _)| self.id_of(other as usize)).collect()
    }

    fn total(&self, at: usize) -> f64 {
        self.totals.get(at).copied().unwrap_or_default()
    }

    fn id_of(&self, at: usize) -> SentenceId {
        let article = self.starts.partition_point(|&start| start <= at).saturating_sub(1);
        (article, at - self.starts.get(article).copied().unwrap_or_default())
    }
}
