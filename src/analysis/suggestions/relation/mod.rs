//! Suggests relations between claims that are tagged: those that repeat, support, contradict, update or quote each other.
//!
//! The pairs come from what the rules of repeats and figures have found in the texts, so that a new claim costs a look-up. [`compare`]
//! compares the words of the claims themselves, [`quoted`] tells which of them are somebody's own words. Which sentences support others,
//! [`support`] and [`compatible`] find in the texts.

mod compare;
mod compatible;
mod evidence;
mod quoted;
mod support;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::{Open, Rule, SuggestedLabel, SuggestedSpan, Suggestion, SuggestionKind, SuggestionReason, claim_label};
use super::{id_of, number, repeat};
use crate::analysis::likeness::SentenceId;
use crate::analysis::parsed::ParsedArticles;
use crate::model::{ArticleId, LabelId, Project, RelationType, Schema};
use crate::order;
use crate::text::TextRange;

use compare::{compared, covered, newer};
use quoted::Quotations;
use support::Support;

/// The relation types that are suggested, as the presets name them.
const REPEATS: &str = "repeats";
const CONTRADICTS: &str = "contradicts";
const UPDATES: &str = "updates";
const QUOTES: &str = "quotes";
const SUPPORTS: &str = "supports";
/// Claims that are less alike say different things of one subject.
const LEAST_SCORE: f64 = 0.34;
/// How much of the only claim on a passage the other passage must say, if the claim is a small part of its own.
const LEAST_COVERED: f64 = 0.4;
/// The share of equal words from which a negation makes the opposite of a claim.
const SAME_WORDING: f64 = 0.6;
/// How many claims of a passage are compared with those of another.
const MOST_CLAIMS: usize = 4;

/// What is counted again every day: of two articles of different days, the later one has the later figure.
const GROWING: [&str; 6] = ["die", "missing", "survive", "injure", "arrest", "arrive"];

/// Relations of claims.
pub(super) static RULE: Rule = Rule {
    kind: SuggestionKind::Relation,
    version: 2,
    fits: |schema| {
        [REPEATS, CONTRADICTS, UPDATES, QUOTES, SUPPORTS].iter().any(|name| relation_type(schema, name).is_some())
    },
    prepare: super::rule::nothing_to_prepare,
    find,
    reads: &[SuggestionKind::Number, SuggestionKind::Repeat, SuggestionKind::Speaker, SuggestionKind::Relation],
    open: Open::AtOnce(open),
};

/// The relation type of a name, if it may connect claims.
fn relation_type<'a>(schema: &'a Schema, name: &str) -> Option<&'a RelationType> {
    let claim = claim_label(schema)?;
    let allows = |labels: &[LabelId]| labels.is_empty() || labels.contains(&claim.id);
    schema.find_relation_type(name).filter(|kind| allows(&kind.from) && allows(&kind.to))
}

/// The sentences that support others. What else relates claims is found by other rules.
fn find(schema: &Schema, parsed: &ParsedArticles, article: usize) -> Vec<Suggestion> {
    let Some(kind) = relation_type(schema, SUPPORTS) else { return Vec::new() };
    let span = |(article, at): SentenceId| {
        let article = parsed.all().get(article)?;
        Some(SuggestedSpan::new(article.id().clone(), article.sentences.get(at)?.range))
    };
    let suggestion = |one: Support| {
        Some(Suggestion {
            id: String::new(),
            kind: SuggestionKind::Relation,
            score: one.score,
            reason: one.reason,
            label: Some(SuggestedLabel::Relation(kind.id.clone())),
            spans: vec![span(one.from)?, span(one.to)?],
            value: None,
        })
    };
    let found = support::supports(parsed, article).into_iter().chain(compatible::compatible(parsed, article));
    found.filter_map(suggestion).collect()
}

fn open(project: &Project, parsed: &ParsedArticles, found: &[&Suggestion]) -> Vec<Suggestion> {
    let of_kind = |kind: SuggestionKind| found.iter().copied().filter(move |one| one.kind == kind);
    let Some(label) = claim_label(project.schema()) else { return Vec::new() };
    let numbers: Vec<&Suggestion> = of_kind(SuggestionKind::Number).collect();
    let quotations = Quotations::new(of_kind(SuggestionKind::Speaker).collect());
    let mut relations = Relations { project, parsed, quotations, known: BTreeSet::new(), open: Vec::new() };
    // Figures first: two claims that differ in a figure do not repeat each other.
    for one in number::unrelated_figures(project, &numbers) {
        if let [Some(first), Some(second)] = [0, 1].map(|at| one.spans.get(at).and_then(|span| claim(project, span))) {
            relations.add(&one, number::RULE.version, (first, second), one.score);
        }
    }
    for one in of_kind(SuggestionKind::Repeat) {
        let [first, second] = one.spans.as_slice() else { continue };
        let on = |span: &SuggestedSpan| -> Vec<SuggestedSpan> {
            let claims = repeat::claims(project, span, &label.id).into_iter();
            claims.filter_map(|id| claim(project, &SuggestedSpan { annotation: Some(id), ..span.clone() })).collect()
        };
        let (own, others) = (on(first), on(second));
        for (first, second, score) in best_pairs(parsed, one, &own, &others) {
            relations.add(one, repeat::RULE.version, (first, second), score);
        }
    }
    // Last, so that no pair is related twice.
    for one in of_kind(SuggestionKind::Relation) {
        let [from, to] = one.spans.as_slice() else { continue };
        let first = |span: &SuggestedSpan| {
            let id = repeat::claims(project, span, &label.id).into_iter().next()?;
            claim(project, &SuggestedSpan { annotation: Some(id), ..span.clone() })
        };
        if let Some(pair) = first(from).zip(first(to)) {
            relations.add(one, RULE.version, pair, one.score);
        }
    }
    relations.open
}

/// The claim that a span names, in its range.
fn claim(project: &Project, span: &SuggestedSpan) -> Option<SuggestedSpan> {
    let claim = project.annotation(span.annotation.as_ref()?)?;
    Some(SuggestedSpan { range: *claim.ranges.first()?, ..span.clone() })
}

/// Which claims on two passages that are alike are alike: the whole passages, or parts of them, each with the part that is most like it.
fn best_pairs(
    parsed: &ParsedArticles,
    passages: &Suggestion,
    own: &[SuggestedSpan],
    others: &[SuggestedSpan],
) -> Vec<(SuggestedSpan, SuggestedSpan, f64)> {
    let is_most = |claim: &SuggestedSpan, at: usize| {
        let passage = passages.spans.get(at).map_or(claim.range, |span| span.range);
        let common = claim.range.intersection(passage).map_or(0, |common| common.len());
        10 * common >= 6 * passage.len()
    };
    let is_of = |claim: &SuggestedSpan, at: usize| {
        let other = passages.spans.get(1 - at);
        is_most(claim, at) || other.is_some_and(|other| covered(parsed, claim, other) >= LEAST_COVERED)
    };
    if let ([first], [second]) = (own, others)
        && is_of(first, 0)
        && is_of(second, 1)
    {
        return vec![(first.clone(), second.clone(), passages.score)];
    }
    let mut pairs: Vec<(usize, usize, f64)> = Vec::new();
    for (i, first) in own.iter().enumerate().take(MOST_CLAIMS) {
        for (j, second) in others.iter().enumerate().take(MOST_CLAIMS) {
            let score = compared(parsed, first, second).map_or(0.0, |likeness| likeness.score);
            if score >= LEAST_SCORE {
                pairs.push((i, j, score));
            }
        }
    }
    order::sort_by(&mut pairs, |a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
    let mut best: Vec<(usize, usize, f64)> = Vec::new();
    for pair in pairs {
        if !best.iter().any(|known| known.0 == pair.0 || known.1 == pair.1) {
            best.push(pair);
        }
    }
    let spans = |(i, j, score): (usize, usize, f64)| Some((own.get(i)?.clone(), others.get(j)?.clone(), score));
    best.into_iter().filter_map(spans).collect()
}

/// The article and range of a claim.
type Place = (ArticleId, TextRange);

/// The relations so far, of which each pair of claims has one at most.
struct Relations<'a> {
    project: &'a Project,
    parsed: &'a ParsedArticles,
    quotations: Quotations<'a>,
    known: BTreeSet<(Place, Place)>,
    open: Vec<Suggestion>,
}

impl Relations<'_> {
    /// Adds the relation of two claims, unless they are related, or the user has rejected the pair of passages or figures.
    fn add(&mut self, found: &Suggestion, version: u32, (first, second): (SuggestedSpan, SuggestedSpan), score: f64) {
        let Some((a, b)) = first.annotation.as_ref().zip(second.annotation.as_ref()) else { return };
        let (own, other) = ((first.article.clone(), first.range), (second.article.clone(), second.range));
        let pair = if own <= other { (own, other) } else { (other, own) };
        let is_rejected = || self.project.is_rejected(&id_of(self.project, version, found));
        if a == b || self.project.are_related(a, b) || self.known.contains(&pair) || is_rejected() {
            return;
        }
        let Some(relation) = self.relation(found, [first, second], score) else { return };
        self.known.insert(pair);
        self.open.push(relation);
    }

    fn relation(&self, found: &Suggestion, mut spans: [SuggestedSpan; 2], score: f64) -> Option<Suggestion> {
        let [first, second] = &spans;
        let (name, reason, reversed) = match &found.reason {
            SuggestionReason::Disagree { first: a, second: b, event, date, .. } => {
                let updates = relation_type(self.project.schema(), UPDATES).map(|kind| kind.id.as_str());
                let is_update = found.label.as_ref().map(SuggestedLabel::as_str) == updates;
                let grows = GROWING.contains(&event.as_str()) && date.is_empty();
                match newer(self.parsed, (first, second), grows) {
                    Some(is_first) if !is_update => {
                        let (newer, former) = if is_first { (a.clone(), b.clone()) } else { (b.clone(), a.clone()) };
                        (UPDATES, SuggestionReason::Newer { newer, former }, !is_first)
                    }
                    _ => (if is_update { UPDATES } else { CONTRADICTS }, found.reason.clone(), false),
                }
            }
            SuggestionReason::Compatible { .. } if !self.quotations.are_of_two(first, second) => return None,
            _ if found.kind == SuggestionKind::Relation => (SUPPORTS, found.reason.clone(), false),
            reason => {
                let likeness = compared(self.parsed, first, second)?;
                if likeness.features.negated && likeness.features.wording >= SAME_WORDING {
                    (CONTRADICTS, SuggestionReason::Negated, false)
                } else if let Some((is_first, name)) = self.quotations.quoted(first, second) {
                    (QUOTES, SuggestionReason::Quoted { name }, is_first)
                } else {
                    (REPEATS, reason.clone(), false)
                }
            }
        };
        let kind = relation_type(self.project.schema(), name)?;
        if reversed {
            spans.reverse();
        }
        Some(Suggestion {
            id: String::new(),
            kind: SuggestionKind::Relation,
            score,
            reason,
            label: Some(SuggestedLabel::Relation(kind.id.clone())),
            spans: spans.into(),
            value: None,
        })
    }
}
