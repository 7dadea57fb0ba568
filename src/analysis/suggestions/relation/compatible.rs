//! Finds sentences of two articles that state compatible things of the same without saying the same: of two sources, or of a source and of
//! what gives evidence.

use crate::analysis::dates::Period;
use crate::analysis::likeness::{self, Features, Index, Likeness, SentenceId, SentenceTerms, Term, TermKind, index};
use crate::analysis::parsed::{ParsedArticle, ParsedArticles};
use crate::analysis::suggestions::SuggestionReason;
use crate::order;

use super::evidence::{cue, evidence};
use super::support::Support;

/// Less alike sentences state different things; more alike ones are left to the rule of repeats.
const LEAST_SCORE: f64 = 0.2;
const MOST_SCORE: f64 = 0.38;
/// The least weight of what stands together in both.
const LEAST_CLAUSE: f64 = 4.0;
/// The least number of words, other than names, that both have: a subject and what is said of it.
const LEAST_WORDS: usize = 2;
/// How many sentences, those with the most in common first, a sentence is compared with.
const MOST_COMPARED: usize = 8;
/// The most words that a reason lists.
const MOST_LISTED: usize = 4;

/// Which sentences of an article have a source, or give evidence.
#[derive(Debug)]
struct Sourced(Vec<bool>);

impl Sourced {
    fn new(article: &ParsedArticle) -> Self {
        let words = article.lower();
        let is_saying = |at: usize| (article.language.speech.verb)(words.at(at)).is_some();
        let is_sourced = |at: usize| {
            let (first, last) = article.sentences.get(at).map_or((0, 0), |sentence| sentence.tokens);
            (first..last).any(is_saying) || evidence(article, &words, at).is_some()
        };
        Self((0..article.sentences.len()).map(is_sourced).collect())
    }

    fn is(article: &ParsedArticle, at: usize) -> bool {
        article.cached(Self::new).0.get(at).copied().unwrap_or_default()
    }
}

/// The pairs of which one sentence is in an article (its index), and the other in a later one: the best of each sentence.
pub(super) fn compatible(parsed: &ParsedArticles, article: usize) -> Vec<Support> {
    let index = index(parsed);
    let Some(own) = parsed.all().get(article) else { return Vec::new() };
    let gives = |at: usize, article: &ParsedArticle| evidence(article, &article.lower(), at).is_some();
    let of_sentence = |at: usize| {
        let terms = index.terms((article, at)).filter(|_| Sourced::is(own, at))?;
        let mut found: Vec<(SentenceId, Likeness)> = Vec::new();
        let candidates = index.candidates((article, at)).iter().copied().filter(|id| id.0 != article);
        let sourced = candidates.filter_map(|id| {
            let other = parsed.all().get(id.0).filter(|other| Sourced::is(other, id.1))?;
            Some((id, other, index.terms(id)?))
        });
        for (id, other, others) in sourced.take(MOST_COMPARED) {
            let likeness = likeness::compare(terms, others, index.weights(), false);
            if is_compatible(terms, &likeness, gives(at, own) || gives(id.1, other)) {
                found.push((id, likeness));
            }
        }
        order::sort_by(&mut found, |a, b| b.1.score.total_cmp(&a.1.score).then(a.0.cmp(&b.0)));
        let (other, likeness) = found.into_iter().next()?;
        directed(parsed, &index, [(article, at), other], &likeness)
    };
    (0..own.sentences.len()).filter_map(of_sentence).collect()
}

fn is_compatible(terms: &SentenceTerms, likeness: &Likeness, gives_evidence: bool) -> bool {
    let Features { clause, negated, numbers_differ, names_differ, .. } = likeness.features;
    // Of two sources, the names differ.
    let differs = negated || numbers_differ || names_differ && gives_evidence;
    let is_word = |at: usize| terms.terms.get(at).is_some_and(|term| term.kind == TermKind::Word && !term.is_name);
    let words = likeness.pairing.pairs().filter(|(at, ..)| is_word(*at)).count();
    let is_like = (LEAST_SCORE..MOST_SCORE).contains(&likeness.score);
    is_like && clause >= LEAST_CLAUSE && words >= LEAST_WORDS && !differs
}

/// From what gives evidence; of two sources, from the later one. Whether these are two, the caller has to find out.
fn directed(parsed: &ParsedArticles, index: &Index, ids: [SentenceId; 2], likeness: &Likeness) -> Option<Support> {
    let articles = [parsed.all().get(ids[0].0)?, parsed.all().get(ids[1].0)?];
    let given = [0, 1].map(|side: usize| evidence(articles[side], &articles[side].lower(), ids[side].1));
    let days = articles.map(|article| Period::parse(&article.article.date).map(|period| period.first));
    let (from, to) = match given {
        [Some(_), None] => (0, 1),
        [None, Some(_)] => (1, 0),
        _ if days[0] > days[1] => (0, 1),
        _ => (1, 0),
    };
    let reason = match (given[from], given[to]) {
        (Some(found), None) => SuggestionReason::Evidence { cue: cue(articles[from], found) },
        _ => SuggestionReason::Compatible { words: shared(articles[0], index.terms(ids[0])?, index, likeness) },
    };
    Some(Support { from: ids[from], to: ids[to], score: likeness.score, reason })
}

/// The words of the first sentence that both have and that tell the most.
fn shared(article: &ParsedArticle, terms: &SentenceTerms, index: &Index, likeness: &Likeness) -> Vec<String> {
    let pairs = likeness.pairing.pairs();
    let mut shared: Vec<&Term> =
        pairs.filter_map(|(at, _, alike)| terms.terms.get(at).filter(|_| alike >= 1.0)).collect();
    order::sort_by(&mut shared, |a, b| index.weights().of(b).total_cmp(&index.weights().of(a)));
    shared.truncate(MOST_LISTED);
    order::sort_by_key(&mut shared, |term| term.position);
    let words = shared.iter().filter_map(|term| article.tokens.get(term.token)).map(|token| article.words(*token));
    words.map(str::to_owned).collect()
}
