//! The schema of a draft: what the file says about labels, with what its annotations use.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::names::UniqueIds;
use super::{Draft, DraftTag};
use crate::model::{
    Attribute, AttributeKind, AttributeValue, Colour, Label, LabelId, LabelKind, RelationType, RelationTypeId, Schema,
};

/// Labels for persons, places and the like in the schemas that are in use (CoNLL-2003, OntoNotes, ACE, MUC).
const ENTITY_LABELS: [&str; 34] = [
    "per",
    "pers",
    "person",
    "people",
    "org",
    "organization",
    "organisation",
    "loc",
    "location",
    "place",
    "gpe",
    "geo",
    "geopolitical",
    "misc",
    "norp",
    "fac",
    "facility",
    "product",
    "event",
    "work_of_art",
    "law",
    "language",
    "date",
    "time",
    "percent",
    "money",
    "quantity",
    "ordinal",
    "cardinal",
    "company",
    "country",
    "city",
    "vehicle",
    "entity",
];

/// A schema with everything that a draft uses, and the ids of labels and relation types by the names in the draft.
pub(super) struct CompleteSchema {
    pub(super) schema: Schema,
    pub(super) labels: HashMap<String, LabelId>,
    pub(super) relation_types: HashMap<String, RelationTypeId>,
}

/// Adds the labels, attributes and relation types that are used but not defined.
pub(super) fn complete(draft: &Draft) -> CompleteSchema {
    let mut schema = draft.schema.clone();
    let labels = add_labels(&mut schema, draft);
    let relation_types = add_relation_types(&mut schema, draft);
    add_attributes(&mut schema, draft, &labels);
    CompleteSchema { schema, labels, relation_types }
}

fn add_labels(schema: &mut Schema, draft: &Draft) -> HashMap<String, LabelId> {
    let mut ids = UniqueIds::default();
    for label in &mut schema.labels {
        label.id = LabelId::new(ids.take(label.id.as_str(), "label"));
    }
    // Those that are added below are for one name each, and their ids may be like another name.
    let defined = schema.labels.len();
    let mut found = HashMap::new();
    for tag in all_tags(draft) {
        if found.contains_key(&tag.label) {
            continue;
        }
        let known = &schema.labels[..defined];
        let with_id = known.iter().find(|label| label.id.as_str() == tag.label);
        let id = match with_id.or_else(|| known.iter().find(|label| label.name == tag.label)) {
            Some(label) => label.id.clone(),
            None => {
                let colour = Colour::spare(schema.labels.iter().map(|label| &label.colour));
                let name = if tag.label.trim().is_empty() { "label" } else { &tag.label };
                let mut label = Label::new(kind_of(name), name, colour);
                label.id = LabelId::new(ids.take(name, "label"));
                schema.labels.push(label.clone());
                label.id
            }
        };
        found.insert(tag.label.clone(), id);
    }
    found
}

/// The kind that a label with this name probably has.
pub(in crate::format) fn kind_of(name: &str) -> LabelKind {
    let name = name.to_lowercase();
    match () {
        () if name.contains("claim") => LabelKind::Claim,
        () if ENTITY_LABELS.contains(&name.as_str()) => LabelKind::Entity,
        () => LabelKind::Other,
    }
}

fn add_relation_types(schema: &mut Schema, draft: &Draft) -> HashMap<String, RelationTypeId> {
    let mut ids = UniqueIds::default();
    schema.relation_types.extend(draft.relation_types.iter().cloned());
    for kind in &mut schema.relation_types {
        kind.id = RelationTypeId::new(ids.take(kind.id.as_str(), "relation"));
    }
    let defined = schema.relation_types.len();
    let mut found = HashMap::new();
    for relation in &draft.relations {
        if found.contains_key(&relation.kind) {
            continue;
        }
        let known = &schema.relation_types[..defined];
        let with_id = known.iter().find(|kind| kind.id.as_str() == relation.kind);
        let id = match with_id.or_else(|| known.iter().find(|kind| kind.name == relation.kind)) {
            Some(kind) => kind.id.clone(),
            None => {
                let name = if relation.kind.trim().is_empty() { "related" } else { &relation.kind };
                let id = RelationTypeId::new(ids.take(name, "relation"));
                schema.relation_types.push(RelationType { id: id.clone(), ..RelationType::new(name) });
                id
            }
        };
        found.insert(relation.kind.clone(), id);
    }
    found
}

/// The attributes that are used for a label: the kinds of their values, and the values that are texts.
#[derive(Default)]
struct Used<'a> {
    kinds: BTreeSet<&'static str>,
    choices: BTreeSet<&'a str>,
}

fn add_attributes(schema: &mut Schema, draft: &Draft, labels: &HashMap<String, LabelId>) {
    let mut used: BTreeMap<(&str, &str), Used<'_>> = BTreeMap::new();
    for tag in all_tags(draft) {
        let Some(label) = labels.get(&tag.label) else { continue };
        for (name, value) in &tag.attributes {
            note_value(used.entry((label.as_str(), name)).or_default(), value);
        }
    }
    for ((label, name), used) in &used {
        let Some(label) = schema.labels.iter_mut().find(|one| one.id.as_str() == *label) else { continue };
        if label.attribute(name).is_none() {
            label.attributes.push(attribute_of(name, used));
        }
    }
    let mut of_articles: BTreeMap<&str, Used<'_>> = BTreeMap::new();
    for (name, value) in draft.articles.iter().flat_map(|article| &article.attributes) {
        note_value(of_articles.entry(name).or_default(), value);
    }
    for (name, used) in &of_articles {
        if schema.article_attribute(name).is_none() {
            schema.article_attributes.push(attribute_of(name, used));
        }
    }
}

fn note_value<'a>(used: &mut Used<'a>, value: &'a AttributeValue) {
    used.kinds.insert(match value {
        AttributeValue::Text(_) => "text",
        AttributeValue::List(list) => {
            used.choices.extend(list.iter().map(String::as_str));
            "list"
        }
        AttributeValue::Number(_) => "number",
        AttributeValue::YesNo(_) => "yes/no",
    });
}

/// An attribute for values of these kinds; a text if there are several.
fn attribute_of(name: &str, used: &Used<'_>) -> Attribute {
    let kinds: Vec<_> = used.kinds.iter().copied().collect();
    let kind = match kinds.as_slice() {
        ["number"] => AttributeKind::Number,
        ["yes/no"] => AttributeKind::YesNo,
        ["list"] => AttributeKind::MultipleChoice,
        _ => AttributeKind::Text,
    };
    let mut attribute = Attribute::new(name, kind);
    if kind == AttributeKind::MultipleChoice {
        attribute.choices = used.choices.iter().map(|choice| (*choice).to_owned()).collect();
    }
    attribute
}

fn all_tags(draft: &Draft) -> impl Iterator<Item = &DraftTag> {
    draft.articles.iter().flat_map(|article| &article.tags)
}

/// A value that an attribute accepts: the same, or as the attribute's kind has it; `None` if there is none.
pub(super) fn fitting(attribute: &Attribute, value: &AttributeValue) -> Option<AttributeValue> {
    if attribute.accepts(value) {
        return Some(value.clone());
    }
    let text = value_text(value);
    let converted = match attribute.kind {
        AttributeKind::Number => AttributeValue::Number(text.trim().parse().ok()?),
        AttributeKind::YesNo => AttributeValue::YesNo(text.trim().parse().ok()?),
        AttributeKind::MultipleChoice => AttributeValue::List(vec![text]),
        AttributeKind::Text | AttributeKind::Choice | AttributeKind::Entity => AttributeValue::Text(text),
    };
    attribute.accepts(&converted).then_some(converted)
}

/// A value as text; several choices are joined by commas.
pub(in crate::format) fn value_text(value: &AttributeValue) -> String {
    match value {
        AttributeValue::Text(text) => text.clone(),
        AttributeValue::List(list) => list.join(", "),
        AttributeValue::Number(number) => crate::json::show_number(*number),
        AttributeValue::YesNo(yes) => if *yes { "true" } else { "false" }.to_owned(),
    }
}
