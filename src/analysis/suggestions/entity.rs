//! Suggests tags for names, dates and quantities that are not tagged.

mod labels;

use super::{Open, Rule, SuggestedLabel, SuggestedSpan, Suggestion, SuggestionKind, SuggestionReason};
use crate::analysis::dates::{DateSpan, Grain, dates};
use crate::analysis::figures::{Figure, Unit, figures};
use crate::analysis::named::{NamedSpan, names, prepare_names};
use crate::analysis::parsed::{ParsedArticle, ParsedArticles};
use crate::model::{Label, LabelId, LabelKind, Project, Schema};
use crate::order;
use crate::text::TextRange;
use labels::{Named, label_for};

pub use labels::is_date_label;
pub(super) use labels::label_of_speakers;

/// The score of dates and quantities, which are recognised by their form.
const BY_FORM: f64 = 0.9;

/// Names, dates and quantities that are not tagged.
pub(super) static RULE: Rule = Rule {
    kind: SuggestionKind::Entity,
    version: 1,
    fits: |schema| labels::fits(schema),
    prepare: prepare_names,
    find,
    reads: &[],
    open: Open::ByArticle(open),
};

fn find(schema: &Schema, parsed: &ParsedArticles, index: usize) -> Vec<Suggestion> {
    let Some(article) = parsed.all().get(index) else { return Vec::new() };
    let dates = dates(article);
    let dates = dates.iter().filter_map(|date| of_date(schema, article, date));
    let figures = figures(article).into_iter().filter_map(|figure| of_figure(schema, article, &figure));
    let mut found: Vec<Suggestion> = dates.chain(figures).collect();
    order::sort_by_key(&mut found, range);
    let taken: Vec<TextRange> = found.iter().filter_map(range).collect();
    let is_free = |name: &NamedSpan| {
        // These are sorted and hardly overlap, so only the first that ends after the start of the name matters.
        let at = taken.partition_point(|other| other.end() <= name.range.start());
        !taken.get(at).is_some_and(|other| other.overlaps(name.range))
    };
    found.extend(names(parsed, index).into_iter().filter(is_free).filter_map(|name| of_name(schema, article, name)));
    order::sort_by_key(&mut found, range);
    found
}

fn range(suggestion: &Suggestion) -> Option<TextRange> {
    suggestion.spans.first().map(|span| span.range)
}

/// The label that a schema has for a name.
pub(super) fn label_of_name<'a>(schema: &'a Schema, article: &ParsedArticle, name: &NamedSpan) -> Option<&'a Label> {
    label_for(schema, Named::Name(name.kind, article.slice(name.range), (article.language.lexicon)()))
}

fn of_name(schema: &Schema, article: &ParsedArticle, name: NamedSpan) -> Option<Suggestion> {
    let label = label_of_name(schema, article, &name)?;
    Some(suggestion(article, name.range, label, name.score, SuggestionReason::Name { label: label.name.clone() }))
}

fn of_date(schema: &Schema, article: &ParsedArticle, date: &DateSpan) -> Option<Suggestion> {
    let named = if date.meaning.grain() == Grain::Hour && !date.is_duration() { Named::Time } else { Named::Date };
    Some(suggestion(article, date.range, label_for(schema, named)?, BY_FORM, SuggestionReason::Date))
}

fn of_figure(schema: &Schema, article: &ParsedArticle, figure: &Figure) -> Option<Suggestion> {
    let named = match figure.unit {
        Unit::Percent => Named::Percent,
        Unit::Money(_) => Named::Money,
        Unit::Measure(_) => Named::Measure,
        Unit::Count | Unit::Age | Unit::Score | Unit::Moment(_) => Named::Count,
    };
    Some(suggestion(article, figure.range, label_for(schema, named)?, BY_FORM, SuggestionReason::Quantity))
}

fn suggestion(
    article: &ParsedArticle,
    range: TextRange,
    label: &Label,
    score: f64,
    reason: SuggestionReason,
) -> Suggestion {
    Suggestion {
        id: String::new(),
        kind: SuggestionKind::Entity,
        score,
        reason,
        label: Some(SuggestedLabel::Label(label.id.clone())),
        spans: vec![SuggestedSpan::new(article.id().clone(), range)],
        value: None,
    }
}

/// Those that overlap no tag of an entity.
fn open(project: &Project, _: &ParsedArticles, found: &[&Suggestion]) -> Vec<Suggestion> {
    let is_entity =
        |label: &LabelId| project.schema().label(label).is_some_and(|label| label.kind == LabelKind::Entity);
    let is_open = |one: &&Suggestion| {
        one.spans.first().is_some_and(|span| {
            let set = project.annotations_of(&span.article);
            !set.overlapping(span.range).any(|(_, tag)| is_entity(&tag.label))
        })
    };
    found.iter().copied().filter(is_open).cloned().collect()
}
