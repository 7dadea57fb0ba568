//! Compares the words of two claims.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::analysis::dates::Period;
use crate::analysis::language::Update;
use crate::analysis::likeness::{self, Likeness, Pairing, SentenceTerms, index};
use crate::analysis::parsed::{ParsedArticle, ParsedArticles, Sentence};
use crate::analysis::suggestions::SuggestedSpan;
use crate::text::TextRange;

/// The terms of the claims of an article by their ranges, each computed once.
#[derive(Debug, Default)]
struct KnownTerms(RefCell<BTreeMap<TextRange, Rc<SentenceTerms>>>);

/// The article and the range of two claims.
type Key = [(usize, TextRange); 2];

/// The pairs of claims that were compared.
#[derive(Debug, Default)]
struct KnownLikeness(RefCell<BTreeMap<Key, Rc<Likeness>>>);

/// How alike two claims are.
pub(super) fn compared(parsed: &ParsedArticles, first: &SuggestedSpan, second: &SuggestedSpan) -> Option<Rc<Likeness>> {
    let find = |span: &SuggestedSpan| {
        let at = parsed.all().iter().position(|article| *article.id() == span.article)?;
        Some((at, parsed.all().get(at)?))
    };
    let ((a, own), (b, other)) = (find(first)?, find(second)?);
    let known = parsed.cached(|_| KnownLikeness::default());
    let key = [(a, first.range), (b, second.range)];
    if let Some(likeness) = known.0.borrow().get(&key) {
        return Some(likeness.clone());
    }
    let (terms, others) = (terms(own, first.range), terms(other, second.range));
    let likeness = Rc::new(likeness::compare(&terms, &others, index(parsed).weights(), a == b));
    known.0.borrow_mut().insert(key, likeness.clone());
    Some(likeness)
}

/// How much of what a claim says is in a passage, from 0 to 1.
pub(super) fn covered(parsed: &ParsedArticles, claim: &SuggestedSpan, passage: &SuggestedSpan) -> f64 {
    let of = |span: &SuggestedSpan| {
        parsed.all().iter().find(|article| *article.id() == span.article).map(|article| terms(article, span.range))
    };
    let Some((own, others)) = of(claim).zip(of(passage)) else { return 0.0 };
    Pairing::new(&own, &others).covered(&own, index(parsed).weights())
}

fn terms(article: &ParsedArticle, range: TextRange) -> Rc<SentenceTerms> {
    let known = article.cached(|_| KnownTerms::default());
    if let Some(terms) = known.0.borrow().get(&range) {
        return terms.clone();
    }
    let terms = Rc::new(SentenceTerms::new(article, &as_sentence(article, range)));
    known.0.borrow_mut().insert(range, terms.clone());
    terms
}

/// A range as if it were a sentence.
fn as_sentence(article: &ParsedArticle, range: TextRange) -> Sentence {
    let first = article.tokens.partition_point(|token| token.range.end() <= range.start());
    let last = article.tokens.partition_point(|token| token.range.start() < range.end());
    Sentence { range, paragraph: 0, tokens: (first, last.max(first)) }
}

/// Whether the first of two claims, or the second, has the newer figure: by its words, in an article of the same day or later; or by the
/// dates of the articles alone, if what is counted grows with the days.
pub(super) fn newer(
    parsed: &ParsedArticles,
    (first, second): (&SuggestedSpan, &SuggestedSpan),
    grows: bool,
) -> Option<bool> {
    let find = |span: &SuggestedSpan| parsed.all().iter().find(|article| *article.id() == span.article);
    let (own, other) = (find(first)?, find(second)?);
    let says = |article: &ParsedArticle, span: &SuggestedSpan| {
        (article.language.figure_words.update)(&article.lower(), as_sentence(article, span.range).tokens)
    };
    let (a, b) = (Period::parse(&own.article.date)?, Period::parse(&other.article.date)?);
    let is_later = |one: Period, other: Period| one.first > other.last;
    if grows && (is_later(a, b) || is_later(b, a)) {
        return Some(is_later(a, b));
    }
    match (says(own, first), says(other, second)) {
        (Some(Update::Newer), Some(Update::Former) | None) | (None, Some(Update::Former)) => {
            (!is_later(b, a)).then_some(true)
        }
        (Some(Update::Former) | None, Some(Update::Newer)) | (Some(Update::Former), None) => {
            (!is_later(a, b)).then_some(false)
        }
        _ => None,
    }
}
