//! Suggests the source and the attribution of claims: who says it, and whether it is quoted.

mod entities;

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{
    Rule, SpokenBy, SuggestedLabel, SuggestedSpan, SuggestedValue, Suggestion, SuggestionKind, SuggestionReason,
    claim_label,
};
use crate::analysis::parsed::ParsedArticles;
use crate::analysis::speech::{Speech, speeches};
use crate::model::{Annotation, Attribute, AttributeKind, Label, Project, Schema};
use crate::text::TextRange;

use entities::Entities;

/// Sources of claims.
pub(super) static RULE: Rule = Rule { kind: SuggestionKind::Speaker, version: 1, fits, find, open };

/// The lowest confidence of a suggestion.
const LEAST: f64 = 0.25;

fn attribute<'a>(label: &'a Label, name: &str) -> Option<&'a Attribute> {
    label.attributes.iter().find(|attribute| attribute.name == name)
}

fn fits(schema: &Schema) -> bool {
    claim_label(schema)
        .is_some_and(|label| attribute(label, "source").is_some() || attribute(label, "attribution").is_some())
}

fn find(schema: &Schema, articles: &ParsedArticles, index: usize) -> Vec<Suggestion> {
    let (Some(label), Some(article)) = (claim_label(schema), articles.all().get(index)) else { return Vec::new() };
    let suggestion = |speech: Speech| {
        let span = |range: TextRange| SuggestedSpan::new(article.id().clone(), range);
        let cue = speech.cue.map(|cue| article.slice(cue).to_owned()).unwrap_or_default();
        let spans = [Some(speech.source), Some(speech.content), speech.cue];
        Suggestion {
            id: String::new(),
            kind: SuggestionKind::Speaker,
            score: speech.score,
            reason: SuggestionReason::Speech(SpokenBy {
                name: speech.name.clone(),
                cue,
                attribution: speech.attribution,
            }),
            label: Some(SuggestedLabel::Label(label.id.clone())),
            spans: spans.into_iter().flatten().map(span).collect(),
            value: Some(SuggestedValue::Speaker { name: speech.name, entity: None, attribution: speech.attribution }),
        }
    };
    speeches(article).into_iter().filter(|speech| speech.score >= LEAST).map(suggestion).collect()
}

/// What accepting would change: with the claims and the entities of the project.
fn open(project: &Project, _: &ParsedArticles, found: &[Suggestion]) -> Vec<Suggestion> {
    let Some(label) = claim_label(project.schema()) else { return Vec::new() };
    let full = full_names(found);
    let entities = Entities::new(project);
    let open = |one: &Suggestion| {
        let mut one = one.clone();
        let Some(SuggestedValue::Speaker { name, entity, .. }) = &mut one.value else { return None };
        if let Some(long) = full.get(name.as_str()).copied().flatten() {
            long.clone_into(name);
        }
        *entity = one.spans.first().and_then(|source| Entities::at(project, source)).or_else(|| entities.named(name));
        if let (Some(id), SuggestionReason::Speech(by)) = (entity.as_ref(), &mut one.reason) {
            if let Some(entity) = project.entity(id) {
                entity.name.clone_into(name);
            }
            by.name.clone_from(name);
        }
        let claim = one.spans.get(1).and_then(|content| claim_on(project, label, content));
        if let Some(claim) = claim {
            if !lacks(label, &claim, one.value.as_ref()) {
                return None;
            }
            if let Some(content) = one.spans.get_mut(1) {
                content.annotation = Some(claim.id.clone());
            }
        }
        Some(one)
    };
    found.iter().filter_map(open).collect()
}

/// The full name for each surname that only one of the names found in the articles has; `None` for surnames of several.
fn full_names(found: &[Suggestion]) -> BTreeMap<&str, Option<&str>> {
    let mut full: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    for one in found {
        let Some(SuggestedValue::Speaker { name, .. }) = &one.value else { continue };
        let words = name.split(' ');
        let is_name =
            (2..=4).contains(&words.clone().count()) && words.clone().all(|word| word.starts_with(char::is_uppercase));
        if let Some(last) = words.last().filter(|_| is_name) {
            let known = full.entry(last).or_insert(Some(name));
            if known.is_some_and(|known| known != name) {
                *known = None;
            }
        }
    }
    full
}

/// The claim on what is said: the one that has most in common with it, at least half of the shorter one.
fn claim_on(project: &Project, label: &Label, content: &SuggestedSpan) -> Option<Rc<Annotation>> {
    let common = |range: TextRange| range.intersection(content.range).map_or(0, TextRange::len);
    let set = project.annotations_of(&content.article);
    let claims = set
        .overlapping(content.range)
        .filter(|(range, one)| one.label == label.id && common(*range) * 2 >= range.len().min(content.range.len()));
    claims.max_by_key(|(range, _)| common(*range)).map(|(_, one)| one.clone())
}

/// Whether a claim lacks what accepting a suggestion would set.
fn lacks(label: &Label, claim: &Annotation, value: Option<&SuggestedValue>) -> bool {
    let Some(SuggestedValue::Speaker { entity, .. }) = value else { return false };
    let source = attribute(label, "source").filter(|source| match source.kind {
        AttributeKind::Entity => entity.is_some(),
        AttributeKind::Text => true,
        _ => false,
    });
    let has_source = claim.attributes.contains_key("source");
    match source {
        Some(_) => !has_source,
        None => {
            !has_source && attribute(label, "attribution").is_some() && !claim.attributes.contains_key("attribution")
        }
    }
}
