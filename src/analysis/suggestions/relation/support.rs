//! Finds sentences that give a reason or evidence for the sentence before: by a connective ("for example"), by what gives evidence ("records
//! showed"), as the grounds of those who speak ("It claimed that …" after "refused"), or by the figure or case of what the other states in general.

use std::rc::Rc;

use crate::analysis::language::{ClaimCue, Connective, SupportWords};
use crate::analysis::likeness::{self, Index, Likeness, SentenceId, SentenceTerms, TermKind, index};
use crate::analysis::parsed::{ParsedArticle, ParsedArticles, Words};
use crate::analysis::suggestions::SuggestionReason;

use super::evidence::{cue, evidence, words_of};

/// How far from the start of a sentence a word for those who speak may be.
const SUBJECT: usize = 8;
/// The least weight of the terms that evidence or a figure has in common with what it is for.
const LEAST_MASS: f64 = 2.5;
/// The number of letters from which words that begin alike are forms of one word.
const BEGINNING: usize = 5;
/// The scores of supports, by what tells them.
const BY_CONNECTIVE: f64 = 0.75;
const BY_GROUNDS: f64 = 0.65;
const BY_EVIDENCE: f64 = 0.6;
const BY_FIGURE: f64 = 0.5;

/// Two sentences, of which the first supports the second.
#[derive(Debug)]
pub(super) struct Support {
    pub(super) from: SentenceId,
    pub(super) to: SentenceId,
    pub(super) score: f64,
    pub(super) reason: SuggestionReason,
}

/// The supports in an article (its index).
pub(super) fn supports(parsed: &ParsedArticles, article: usize) -> Vec<Support> {
    let Some(own) = parsed.all().get(article) else { return Vec::new() };
    let reader =
        Reader { article: own, at: article, words: own.lower(), index: index(parsed), support: &own.language.support };
    (1..own.sentences.len()).filter_map(|at| reader.support(at)).collect()
}

/// An article, and what is asked of it.
struct Reader<'a> {
    article: &'a ParsedArticle,
    at: usize,
    words: Rc<Words>,
    index: Rc<Index>,
    support: &'a SupportWords,
}

impl Reader<'_> {
    /// Whether a sentence supports the one before, or is supported by it.
    fn support(&self, at: usize) -> Option<Support> {
        let before = at.checked_sub(1)?;
        let (own, other) = (self.article.sentences.get(at)?, self.article.sentences.get(before)?);
        let is_empty = |range| (self.article.language.is_boilerplate)(self.article.slice(range));
        if is_empty(own.range) || is_empty(other.range) {
            return None;
        }
        let likeness = self.likeness(at, before)?;
        let forwards = |score, reason| Some(Support { from: (self.at, at), to: (self.at, before), score, reason });
        if let Some((connective, cue)) = self.connective(at) {
            let reason = SuggestionReason::Evidence { cue };
            return match connective {
                Connective::Reason => forwards(BY_CONNECTIVE, reason),
                Connective::Consequence => {
                    Some(Support { from: (self.at, before), to: (self.at, at), score: BY_CONNECTIVE, reason })
                }
            };
        }
        if likeness.features.numbers_differ {
            return None;
        }
        let found = evidence(self.article, &self.words, at).filter(|_| likeness.features.mass >= LEAST_MASS);
        if let Some(found) = found {
            return forwards(BY_EVIDENCE, SuggestionReason::Evidence { cue: cue(self.article, found) });
        }
        if own.paragraph != other.paragraph {
            return None;
        }
        if let Some(stated) = self.grounds(at, before, &likeness) {
            return forwards(BY_GROUNDS, SuggestionReason::Grounds { stated });
        }
        let figure = self.figure(at, before, &likeness)?;
        forwards(BY_FIGURE, SuggestionReason::Instance { figure })
    }

    fn terms(&self, at: usize) -> Option<&SentenceTerms> {
        self.index.terms((self.at, at))
    }

    fn likeness(&self, at: usize, before: usize) -> Option<Likeness> {
        Some(likeness::compare(self.terms(at)?, self.terms(before)?, self.index.weights(), true))
    }

    fn tokens(&self, at: usize) -> (usize, usize) {
        words_of(self.article, &self.words, at)
    }

    fn find(&self, (first, last): (usize, usize), is_wanted: fn(&str) -> bool) -> Option<usize> {
        (first..last).find(|&at| is_wanted(self.words.at(at)))
    }

    fn slice(&self, first: usize, end: usize) -> String {
        self.article.slice(self.words.span(first, end)).to_owned()
    }

    fn connective(&self, at: usize) -> Option<(Connective, String)> {
        let (first, last) = self.tokens(at);
        let words: Vec<&str> = (first..last.min(first + 4)).map(|at| self.words.at(at)).collect();
        let (connective, count) = (self.support.connective)(&words)?;
        Some((connective, self.slice(first, first + count)))
    }

    /// The word for what a sentence gives the grounds of: the same side goes on speaking.
    fn grounds(&self, at: usize, before: usize, likeness: &Likeness) -> Option<String> {
        let stated = self.find(self.tokens(before), self.support.calls_for_grounds)?;
        let (first, last) = self.tokens(at);
        let is_quoted = self.article.sentences.get(at).is_some_and(|sentence| sentence.tokens.0 < first);
        let is_theirs = self.find((first, last.min(first + SUBJECT)), self.support.is_back_reference).is_some();
        let is_same_side = is_quoted || is_theirs || likeness.features.same_names > 0;
        let says = (first..last).any(|at| (self.article.language.speech.verb)(self.words.at(at)).is_some());
        (says && is_same_side).then(|| self.slice(stated, stated + 1))
    }

    /// The figure of what the other sentence states without one: of a change, or of what happens often.
    fn figure(&self, at: usize, before: usize, likeness: &Likeness) -> Option<String> {
        let (terms, other) = (self.terms(at)?, self.terms(before)?);
        let numbers = |terms: &SentenceTerms| -> Vec<usize> {
            let is_number = |kind| matches!(kind, TermKind::Number(_));
            terms.terms.iter().filter(|term| is_number(term.kind)).map(|term| term.token).collect()
        };
        let figure = *numbers(terms).first()?;
        let is_word = |at: usize| terms.terms.get(at).is_some_and(|term| term.kind == TermKind::Word && !term.is_name);
        let (first, last) = self.tokens(before);
        let changes = |at: usize| (self.article.language.claims.cue)(self.words.at(at)) == Some(ClaimCue::Change);
        let is_general = self.find((first, last), self.support.is_general).is_some();
        let is_change = numbers(other).is_empty() && (first..last).any(changes);
        let shares_word = likeness.pairing.pairs().any(|(at, ..)| is_word(at));
        let is_of_it = likeness.features.mass >= LEAST_MASS && shares_word || self.share_beginning(terms, other);
        (is_of_it && (is_general || is_change)).then(|| self.slice(figure, figure + 1))
    }

    /// Whether a word of each begins alike, as "crossings" and "crossed" do.
    fn share_beginning(&self, terms: &SentenceTerms, other: &SentenceTerms) -> bool {
        let beginning = |at: usize| self.words.at(at).get(..BEGINNING);
        let of = |terms: &SentenceTerms| -> Vec<usize> {
            let words = terms.terms.iter().filter(|term| term.kind == TermKind::Word && !term.is_name);
            words.map(|term| term.token).collect()
        };
        let others = of(other);
        of(terms).into_iter().filter_map(beginning).any(|own| others.iter().any(|&at| beginning(at) == Some(own)))
    }
}
