//! Suggests tags for names, dates and quantities that are not tagged.

mod labels;

use super::{Rule, SuggestedLabel, SuggestedSpan, Suggestion, SuggestionKind, SuggestionReason};
use crate::analysis::named::names;
use crate::analysis::parsed::ParsedArticles;
use crate::model::{LabelKind, Project, Schema};
use labels::{Named, label_for};

/// Names, dates and quantities that are not tagged.
pub(super) static RULE: Rule = Rule { kind: SuggestionKind::Entity, version: 1, fits: |schema| labels::fits(schema), find, open };

fn find(schema: &Schema, parsed: &ParsedArticles, index: usize) -> Vec<Suggestion> {
    let Some(article) = parsed.all().get(index) else { return Vec::new() };
    let mut found = Vec::new();
    for name in names(parsed, index) {
        let words = article.slice(name.range);
        let Some(label) = label_for(schema, Named::Name(name.kind, words, (article.language.lexicon)())) else { continue };
        found.push(Suggestion {
            id: String::new(),
            kind: SuggestionKind::Entity,
            score: name.score,
            reason: SuggestionReason::Name { label: label.name.clone() },
            label: Some(SuggestedLabel::Label(label.id.clone())),
            spans: vec![SuggestedSpan::new(article.id().clone(), name.range)],
            value: None,
        });
    }
    found
}

/// Those that overlap no tag of an entity.
fn open(project: &Project, _: &ParsedArticles, found: &[Suggestion]) -> Vec<Suggestion> {
    let is_entity = |label| project.schema().label(label).is_some_and(|label| label.kind == LabelKind::Entity);
    let is_open = |one: &&Suggestion| {
        one.spans.first().is_some_and(|span| {
            let set = project.annotations_of(&span.article);
            !set.overlapping(span.range).any(|(_, tag)| is_entity(&tag.label))
        })
    };
    found.iter().filter(is_open).cloned().collect()
}
