//! Suggests tags for names, dates and quantities that are not tagged.

mod labels;

use super::{Rule, SuggestedLabel, SuggestedSpan, Suggestion, SuggestionKind, SuggestionReason};
use crate::analysis::named::{NamedSpan, names};
use crate::analysis::parsed::{ParsedArticle, ParsedArticles};
use crate::model::{Label, LabelId, LabelKind, Project, Schema};
use crate::order;
use crate::text::TextRange;
use labels::{Named, label_for};

/// Names, dates and quantities that are not tagged.
pub(super) static RULE: Rule =
    Rule { kind: SuggestionKind::Entity, version: 1, fits: |schema| labels::fits(schema), find, open };

fn find(schema: &Schema, parsed: &ParsedArticles, index: usize) -> Vec<Suggestion> {
    let Some(article) = parsed.all().get(index) else { return Vec::new() };
    let mut found: Vec<Suggestion> =
        names(parsed, index).into_iter().filter_map(|name| of_name(schema, article, name)).collect();
    order::sort_by_key(&mut found, range);
    found
}

fn range(suggestion: &Suggestion) -> Option<TextRange> {
    suggestion.spans.first().map(|span| span.range)
}

fn of_name(schema: &Schema, article: &ParsedArticle, name: NamedSpan) -> Option<Suggestion> {
    let named = Named::Name(name.kind, article.slice(name.range), (article.language.lexicon)());
    let label = label_for(schema, named)?;
    Some(suggestion(article, name.range, label, name.score, SuggestionReason::Name { label: label.name.clone() }))
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
fn open(project: &Project, _: &ParsedArticles, found: &[Suggestion]) -> Vec<Suggestion> {
    let is_entity = |label: &LabelId| project.schema().label(label).is_some_and(|label| label.kind == LabelKind::Entity);
    let is_open = |one: &&Suggestion| {
        one.spans.first().is_some_and(|span| {
            let set = project.annotations_of(&span.article);
            !set.overlapping(span.range).any(|(_, tag)| is_entity(&tag.label))
        })
    };
    found.iter().filter(is_open).cloned().collect()
}
