//! Suggests to relate the claims around figures that measure the same thing and disagree.
//!
//! [`measured`] finds for each figure what it measures, [`context`] the words around it, and [`moments`] takes dates as figures. [`same`] and
//! [`compare`] tell how likely two figures measure the same, [`values`] joins those that give the same value, and [`pairs`] chooses the
//! pairs. Which values a figure can mean is in `analysis::figures`.

mod compare;
mod content;
mod context;
mod measured;
mod moments;
mod pairs;
mod same;
#[cfg(test)]
mod tests;
mod values;

use std::rc::Rc;

use super::claims::claim_label;
use super::{
    FigureValue, Open, Rule, SuggestedLabel, SuggestedSpan, SuggestedValue, Suggestion, SuggestionKind,
    SuggestionReason,
};
use crate::analysis::dates::{Grain, Period};
use crate::analysis::figures::{Figure, Unit};
use crate::analysis::likeness::prepare_index;
use crate::analysis::parsed::{ParsedArticle, ParsedArticles};
use crate::model::{Annotation, AnnotationId, LabelId, Project, RelationTypeId, Schema};
use crate::order;
use crate::text::TextRange;

use measured::{Measured, measured};
use pairs::{Pair, pairs};

/// The relation type of figures that disagree.
const CONTRADICTS: &str = "contradicts";
/// The relation type of a figure that replaces another.
const UPDATES: &str = "updates";

/// Figures that disagree.
pub(super) static RULE: Rule = Rule {
    kind: SuggestionKind::Number,
    version: 3,
    fits: |schema| schema.find_relation_type(CONTRADICTS).is_some() && claim_label(schema).is_some(),
    prepare,
    find,
    reads: &[],
    open: Open::ByArticle(open),
};

fn prepare(articles: &ParsedArticles, index: usize) {
    prepare_index(articles, index);
    articles.all().get(index).map(|article| measured(article));
}

fn find(schema: &Schema, articles: &ParsedArticles, index: usize) -> Vec<Suggestion> {
    let all = articles.all();
    let (Some(own), Some(contradicts)) = (all.get(index), schema.find_relation_type(CONTRADICTS)) else {
        return Vec::new();
    };
    let updates = schema.find_relation_type(UPDATES).map(|kind| &kind.id);
    let mut found = Vec::new();
    for (at, other) in all.iter().enumerate().skip(index) {
        for pair in pairs(articles, index, at) {
            let kind = if pair.is_update { updates } else { Some(&contradicts.id) };
            found.extend(kind.and_then(|kind| suggestion((own.as_ref(), other.as_ref()), &pair, kind)));
        }
    }
    found
}

fn suggestion(
    (own, other): (&ParsedArticle, &ParsedArticle),
    pair: &Pair,
    kind: &RelationTypeId,
) -> Option<Suggestion> {
    let (figures, others) = (measured(own), measured(other));
    let (first, second) = (figures.get(pair.figures.0)?, others.get(pair.figures.1)?);
    let side = |article: &ParsedArticle, range: TextRange| SuggestedSpan::new(article.id().clone(), range);
    let reason = SuggestionReason::Disagree {
        first: shown(own, first),
        second: shown(other, second),
        counted: if first.noun_word.is_empty() { second.noun_word.clone() } else { first.noun_word.clone() },
        event: first.event.filter(|_| first.event == second.event).unwrap_or_default().to_owned(),
        date: same_date((own, other), (first, second)).unwrap_or_default(),
    };
    let mut spans = vec![side(own, pair.ranges.0), side(other, pair.ranges.1)];
    let (mut values, is_update) = ((value(own, first), value(other, second)), pair.is_update);
    if is_update {
        // The newer one updates the former.
        spans.reverse();
        values = (values.1, values.0);
    }
    Some(Suggestion {
        id: String::new(),
        kind: SuggestionKind::Number,
        score: pair.likeness,
        reason,
        label: Some(SuggestedLabel::Relation(kind.clone())),
        spans,
        value: Some(SuggestedValue::Figures(values.0, values.1)),
    })
}

/// A figure as its reader sees it: the number, with the unit if it has one.
fn shown(article: &ParsedArticle, measured: &Measured) -> String {
    let range = if measured.figure.unit == Unit::Count { measured.figure.number } else { measured.figure.range };
    article.slice(range).to_owned()
}

/// The words of the date, if both figures are of the same.
fn same_date(
    (own, other): (&ParsedArticle, &ParsedArticle),
    (first, second): (&Measured, &Measured),
) -> Option<String> {
    let (a, b) = (first.date?, second.date?);
    let (words, others) = (own.slice(a.range), other.slice(b.range));
    let is_same = words == others || a.period.is_some() && a.period == b.period;
    is_same.then(|| words.to_owned())
}

fn value(article: &ParsedArticle, measured: &Measured) -> FigureValue {
    let figure = &measured.figure;
    let unit = if figure.unit == Unit::Count { measured.noun_word.clone() } else { figure.unit.name().to_owned() };
    FigureValue { amount: amount(figure), unit, hedge: figure.hedge_words(article).to_owned() }
}

/// The number of a figure; of a date and of a time of day, its digits: 20211124, 2140.
fn amount(figure: &Figure) -> f64 {
    match figure.unit {
        Unit::Moment(Grain::Hour) => (figure.amount / 60.0).floor() * 100.0 + figure.amount % 60.0,
        Unit::Moment(_) => {
            let period = Period { first: figure.amount as i64, last: figure.high.unwrap_or(figure.amount) as i64 };
            period.digits() as f64
        }
        _ => figure.amount,
    }
}

/// The pairs whose claims are not related yet. Those of which both sides are claims are left to the kind `relation`.
fn open(project: &Project, _: &ParsedArticles, found: &[&Suggestion]) -> Vec<Suggestion> {
    let mut open = unrelated_figures(project, found);
    open.retain(|one| one.spans.iter().any(|span| span.annotation.is_none()));
    open
}

/// The pairs whose claims are not related yet, also those of which both sides are claims.
pub fn unrelated_figures(project: &Project, found: &[&Suggestion]) -> Vec<Suggestion> {
    let Some(label) = claim_label(project.schema()) else { return Vec::new() };
    let mut open = Vec::new();
    for &suggestion in found {
        let [first, second] = suggestion.spans.as_slice() else { continue };
        let (own, others) = (claims(project, &label.id, first), claims(project, &label.id, second));
        let is_related = own.iter().any(|a| others.iter().any(|b| a == b || project.are_related(a, b)));
        if is_related {
            continue;
        }
        let side = |span: &SuggestedSpan, claims: &[AnnotationId]| SuggestedSpan {
            annotation: claims.first().cloned(),
            ..span.clone()
        };
        open.push(Suggestion { spans: vec![side(first, &own), side(second, &others)], ..suggestion.clone() });
    }
    open
}

/// The claims around a figure, the shortest first.
fn claims(project: &Project, label: &LabelId, span: &SuggestedSpan) -> Vec<AnnotationId> {
    let set = project.annotations_of(&span.article);
    let around = |(range, one): &(TextRange, &Rc<Annotation>)| one.label == *label && range.contains(span.range);
    let mut claims: Vec<(u32, AnnotationId)> =
        set.overlapping(span.range).filter(around).map(|(range, one)| (range.len(), one.id.clone())).collect();
    order::sort_by_key(&mut claims, |(length, _)| *length);
    claims.into_iter().map(|(_, id)| id).collect()
}
