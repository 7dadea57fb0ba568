//! The passage of another article that is most alike.

use super::Source;
use crate::analysis::likeness::{Index, Likeness, Pairing, SentenceTerms, compare, index};
use crate::analysis::parsed::{ParsedArticle, ParsedArticles, Sentence};
use crate::text::TextRange;

/// Below this score, nothing says the same. Less than for suggestions: the user sees at once whether it does.
const LEAST_SCORE: f64 = 0.2;
/// How much of a part of a sentence the counterpart of its sentence must have.
const LEAST_OF_PART: f64 = 0.2;
/// Passages that say too little are like many.
const LEAST_TERMS: usize = 2;
/// The most sentences of a counterpart.
const MOST_SENTENCES: usize = 3;
/// How much more evidence another sentence must add, and how much of that sentence the source must have.
const LEAST_GAIN: f64 = 0.3;
const LEAST_COVERED: f64 = 0.4;

/// Sentences of the other article, from the first to the last, and how alike they are.
struct Best {
    first: usize,
    last: usize,
    likeness: Likeness,
}

/// The range of the passage, in the article with the index `other`, that is most alike the source, in the article with its index; and
/// its score. A part of a sentence has the counterpart of its sentence if that has some of its words.
pub(super) fn most_alike(
    parsed: &ParsedArticles,
    (own, source): (usize, &Source),
    other: usize,
) -> Option<(TextRange, f64)> {
    let index = index(parsed);
    let (of_own, of_other) = (parsed.all().get(own)?, parsed.all().get(other)?);
    let terms = terms_of(of_own, &source.ranges);
    if terms.terms.len() < LEAST_TERMS {
        return None;
    }
    let mut best = best(&index, &terms, (other, of_other));
    if best.is_none() && source.is_part {
        let whole = terms_of(of_own, &source.sentences);
        let has_part = |best: &Best| {
            let others = best.terms(&index, other);
            Pairing::new(&terms, &others).covered(&terms, index.weights()) >= LEAST_OF_PART
        };
        best = self::best(&index, &whole, (other, of_other)).filter(has_part);
    }
    let best = best?;
    let (first, last) = (of_other.sentences.get(best.first)?, of_other.sentences.get(best.last)?);
    Some((TextRange::new(first.range.start(), last.range.end()), best.likeness.score))
}

/// The most alike passage of an article.
fn best(index: &Index, terms: &SentenceTerms, (other, article): (usize, &ParsedArticle)) -> Option<Best> {
    let mut best: Option<Best> = None;
    for (_, at) in index.candidates_in(other, terms) {
        let is_boilerplate =
            article.sentences.get(at).is_none_or(|one| (article.language.is_boilerplate)(article.slice(one.range)));
        let Some(others) = index.terms((other, at)).filter(|_| !is_boilerplate) else { continue };
        let likeness = compare(terms, others, index.weights(), false);
        if best.as_ref().is_none_or(|best| likeness.score > best.likeness.score) {
            best = Some(Best { first: at, last: at, likeness });
        }
    }
    let mut best = best?;
    while let Some(longer) = longer(index, terms, (other, article), &best) {
        best = longer;
    }
    (best.likeness.score >= LEAST_SCORE).then_some(best)
}

impl Best {
    /// The terms of its sentences.
    fn terms(&self, index: &Index, article: usize) -> SentenceTerms {
        let parts: Vec<_> = (self.first..=self.last).filter_map(|at| index.terms((article, at))).collect();
        SentenceTerms::joined(&parts)
    }
}

/// The terms of a passage, which may begin and end inside of sentences.
fn terms_of(article: &ParsedArticle, passage: &[TextRange]) -> SentenceTerms {
    let of_range = |range: &TextRange| {
        let first = article.tokens.partition_point(|token| token.range.start() < range.start());
        let end = article.tokens.partition_point(|token| token.range.end() <= range.end());
        SentenceTerms::new(article, &Sentence { range: *range, paragraph: 0, tokens: (first, end.max(first)) })
    };
    let parts: Vec<SentenceTerms> = passage.iter().map(of_range).collect();
    SentenceTerms::joined(&parts.iter().collect::<Vec<_>>())
}

/// The passage with one more sentence of the same line, if that makes it more alike.
fn longer(
    index: &Index,
    terms: &SentenceTerms,
    (other, article): (usize, &ParsedArticle),
    best: &Best,
) -> Option<Best> {
    if best.last - best.first + 1 >= MOST_SENTENCES {
        return None;
    }
    let before = best.first.checked_sub(1).map(|at| (at, best.last, at));
    let after = (best.first, best.last + 1, best.last + 1);
    let mut found: Option<Best> = None;
    for (first, last, added) in before.into_iter().chain([after]) {
        let ends = article.sentences.get(first).zip(article.sentences.get(last));
        let is_one_line = ends.is_some_and(|(first, last)| {
            !article.slice(TextRange::new(first.range.start(), last.range.end())).contains('\n')
        });
        let Some(more) = index.terms((other, added)).filter(|_| is_one_line) else { continue };
        if Pairing::new(more, terms).covered(more, index.weights()) < LEAST_COVERED {
            continue;
        }
        let parts: Vec<_> = (first..=last).filter_map(|at| index.terms((other, at))).collect();
        let likeness = compare(terms, &SentenceTerms::joined(&parts), index.weights(), false);
        let least = found.as_ref().map_or(best.likeness.evidence() + LEAST_GAIN, |found| found.likeness.evidence());
        if likeness.evidence() > least {
            found = Some(Best { first, last, likeness });
        }
    }
    found
}
