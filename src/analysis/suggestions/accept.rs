//! What accepting a suggestion makes.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{SuggestedLabel, SuggestedSpan, SuggestedValue, Suggestion, SuggestionKind};
use crate::analysis::bare_name;
use crate::analysis::parsed::ParsedArticle;
use crate::edit::{AnnotationPatch, Command, EntityFields, LinkTo, NewAnnotation, Side};
use crate::model::{
    Annotation, AnnotationId, Attribute, AttributeKind, AttributeValue, Entity, Label, LabelId, LabelKind, Project,
    Schema,
};
use crate::order;

/// Words a conflicting description, and what others say, as a note.
pub type ConflictNote<'a> = &'a dyn Fn(&str, &[String]) -> String;

/// The command that accepts suggestions as one change; `None` for none.
pub fn accept(project: &Project, suggestions: &[Suggestion], note: ConflictNote<'_>) -> Option<Command> {
    // Tags come first, so that relations find them.
    let mut all: Vec<&Suggestion> = suggestions.iter().collect();
    order::sort_by(&mut all, |a, b| a.kind.cmp(&b.kind));
    let mut commands: Vec<Command> = Vec::new();
    for one in all {
        let Some(command) = accept_one(project, one, note) else { continue };
        let is_merged = one.kind == SuggestionKind::Speaker && commands.iter_mut().any(|known| merge(known, &command));
        if !is_merged {
            commands.push(command);
        }
    }
    if commands.len() < 2 {
        return commands.pop();
    }
    let tags: Option<Vec<NewAnnotation>> = commands.iter().map(tag_of).collect();
    Some(tags.map_or(Command::All(commands), Command::AnnotateAll))
}

fn accept_one(project: &Project, suggestion: &Suggestion, note: ConflictNote<'_>) -> Option<Command> {
    let spans = suggestion.spans.as_slice();
    match (suggestion.kind, spans) {
        (SuggestionKind::Entity | SuggestionKind::Mention | SuggestionKind::Claim, [span, ..]) => {
            let SuggestedLabel::Label(label) = suggestion.label.clone()? else { return None };
            Some(Command::Annotate(NewAnnotation::tag(span.article.clone(), span.range, label)))
        }
        (SuggestionKind::SameEntity, _) => same_entity(project, suggestion, note),
        (SuggestionKind::Speaker, [_, content, ..]) => speaker(project, suggestion, content),
        (SuggestionKind::Repeat | SuggestionKind::Number | SuggestionKind::Relation, [from, to, ..]) => {
            let SuggestedLabel::Relation(kind) = suggestion.label.clone()? else { return None };
            let label = claim_label(project.schema())?;
            let is_figure = suggestion.kind == SuggestionKind::Number;
            let side = |span: &SuggestedSpan| {
                let sentence = if is_figure { sentence_around(project, span) } else { None };
                Box::new(side(project, sentence.as_ref().unwrap_or(span), &label.id))
            };
            Some(Command::Connect { kind, from: side(from), to: side(to) })
        }
        _ => None,
    }
}

/// The tag that a command makes, if it makes nothing else.
fn tag_of(command: &Command) -> Option<NewAnnotation> {
    match command {
        Command::Annotate(new) => Some(new.clone()),
        _ => None,
    }
}

/// Merges a command into one before it, if both make the same tag: a claim and its source are suggested one by one. Returns whether
/// they do.
fn merge(known: &mut Command, command: &Command) -> bool {
    let (Command::Annotate(known), Command::Annotate(new)) = (known, command) else { return false };
    let is_same = (&known.article, &known.ranges, &known.label) == (&new.article, &new.ranges, &new.label);
    if is_same {
        known.attributes.extend(new.attributes.clone());
    }
    is_same
}

/// The label of claims: the first of its kind.
pub fn claim_label(schema: &Schema) -> Option<&Label> {
    schema.labels.iter().find(|label| label.kind == LabelKind::Claim)
}

/// The claim on a span: the one that it names, or the one on exactly this range, or else a new one.
fn side(project: &Project, span: &SuggestedSpan, label: &LabelId) -> Side {
    let is_known = |id: &&AnnotationId| project.annotation(id).is_some();
    if let Some(id) = span.annotation.as_ref().filter(is_known) {
        return Side::Known(id.clone());
    }
    let set = project.annotations_of(&span.article);
    let on_range = |(_, one): &(_, &Rc<Annotation>)| one.label == *label && one.ranges == [span.range];
    match set.overlapping(span.range).find(on_range) {
        Some((_, one)) => Side::Known(one.id.clone()),
        None => Side::New(NewAnnotation::tag(span.article.clone(), span.range, label.clone())),
    }
}

/// The sentence around a figure: the claim that is made of it.
fn sentence_around(project: &Project, span: &SuggestedSpan) -> Option<SuggestedSpan> {
    let parsed = ParsedArticle::new(project.article(&span.article)?.clone());
    let sentence = parsed.sentences.get(parsed.sentence_at(span.range.start().index())?)?;
    sentence.range.contains(span.range).then(|| SuggestedSpan { range: sentence.range, ..span.clone() })
}

/// Links all mentions to one entity: the one that one of them is linked to, or else a new one; or notes a conflict on the entity.
fn same_entity(project: &Project, suggestion: &Suggestion, note: ConflictNote<'_>) -> Option<Command> {
    if let Some(SuggestedValue::Conflict { entity, description, others }) = &suggestion.value {
        let entity = project.entity(entity.as_ref()?)?;
        return Some(note_conflict(entity, note(description, others)));
    }
    let mentions: Vec<_> = suggestion.spans.iter().filter_map(|span| span.annotation.clone()).collect();
    let linked = mentions.iter().find_map(|id| project.annotation(id)?.entity.clone());
    let to = match linked {
        Some(known) => LinkTo::Known(known),
        None => LinkTo::New(new_entity(project, &mentions)?),
    };
    Some(Command::LinkAll(vec![(to, mentions)]))
}

/// A new entity with the longest of the mentions' texts as its name.
fn new_entity(project: &Project, mentions: &[AnnotationId]) -> Option<EntityFields> {
    let annotations: Vec<_> = mentions.iter().filter_map(|id| project.annotation(id)).collect();
    let names = annotations.iter().map(|one| bare_name(&project.exact(one)).into_owned());
    let name = names.max_by_key(|name| (name.chars().filter(|c| c.is_uppercase()).count(), name.len()))?;
    let label = annotations.first().map(|one| one.label.clone());
    Some(EntityFields { name, label, ..EntityFields::default() })
}

fn note_conflict(entity: &Entity, line: String) -> Command {
    let note = if entity.note.is_empty() { line } else { format!("{}\n{line}", entity.note) };
    let fields = EntityFields {
        name: entity.name.clone(),
        label: entity.label.clone(),
        aliases: entity.aliases.clone(),
        identifiers: entity.identifiers.clone(),
        note,
    };
    Command::UpdateEntity(entity.id.clone(), fields)
}

/// Sets the source and the attribution of the claim on what is said, which is made if there is none.
fn speaker(project: &Project, suggestion: &Suggestion, content: &SuggestedSpan) -> Option<Command> {
    let Some(SuggestedValue::Speaker { name, entity, attribution }) = &suggestion.value else { return None };
    let label = claim_label(project.schema())?;
    let mut attributes = BTreeMap::new();
    if let Some(source) = attribute(label, "source") {
        let value = match source.kind {
            AttributeKind::Entity => entity.as_ref().map(|id| id.as_str().to_owned()),
            AttributeKind::Text => Some(name.clone()),
            _ => None,
        };
        attributes.extend(value.map(|value| (source.name.clone(), AttributeValue::Text(value))));
    }
    if let Some(one) = attribute(label, "attribution") {
        let choice = one.kind == AttributeKind::Text || one.choices.iter().any(|choice| choice == attribution.name());
        attributes.extend(choice.then(|| (one.name.clone(), AttributeValue::Text(attribution.name().to_owned()))));
    }
    Some(match side(project, content, &label.id) {
        Side::Known(id) => {
            let attributes = attributes.into_iter().map(|(name, value)| (name, Some(value))).collect();
            Command::Update(id, AnnotationPatch { attributes, ..AnnotationPatch::default() })
        }
        Side::New(new) => Command::Annotate(NewAnnotation { attributes, ..new }),
    })
}

fn attribute<'a>(label: &'a Label, name: &str) -> Option<&'a Attribute> {
    label.attributes.iter().find(|attribute| attribute.name == name)
}
