//! Says why two passages are taken to say the same.

use super::passages::Pair;
use crate::analysis::likeness::{Term, TermKind, index};
use crate::analysis::parsed::{ParsedArticle, ParsedArticles};
use crate::analysis::suggestions::SuggestionReason;
use crate::order;

/// The share of equal words from which two sentences are one.
const SAME_SENTENCE: f64 = 0.7;
/// The most details or words that a reason lists.
const MOST_LISTED: usize = 6;

/// What the passages of a pair have in common.
pub(super) fn reason(parsed: &ParsedArticles, pair: &Pair) -> Option<SuggestionReason> {
    let index = index(parsed);
    let article = parsed.all().get(pair.first.article)?;
    let (own, other) = (pair.first.terms(&index), pair.second.terms(&index));
    let features = &pair.likeness.features;
    if features.wording >= SAME_SENTENCE {
        let differing = own.words.len().max(other.words.len()) - features.common_words;
        return Some(SuggestionReason::SameSentence { differing });
    }
    let shared = || pair.likeness.pairing.pairs().filter_map(|(at, _, alike)| Some((own.terms.get(at)?, alike)));
    let is_detail = |term: &Term| term.is_name && term.head.is_none() || matches!(term.kind, TermKind::Number(_));
    let details = shared().filter(|(term, alike)| *alike >= 1.0 && is_detail(term));
    let mut details: Vec<String> = details.filter_map(|(term, _)| words(article, term)).collect();
    if !details.is_empty() {
        details.truncate(MOST_LISTED);
        return Some(SuggestionReason::SameDetails { details });
    }
    let mut terms: Vec<&Term> = shared().map(|(term, _)| term).collect();
    order::sort_by(&mut terms, |a, b| index.weights().of(b).total_cmp(&index.weights().of(a)));
    terms.truncate(MOST_LISTED);
    order::sort_by_key(&mut terms, |term| term.position);
    Some(SuggestionReason::SameWords { words: terms.into_iter().filter_map(|term| words(article, term)).collect() })
}

fn words(article: &ParsedArticle, term: &Term) -> Option<String> {
    article.tokens.get(term.token).map(|token| article.words(*token).to_owned())
}
