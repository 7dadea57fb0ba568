//! The schema of a draft: what the file says about labels, with what its annotations use.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::Draft;
use super::names::UniqueIds;
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
#[derive(Clone)]
pub(in crate::format) struct CompleteSchema {
    pub(in crate::format) schema: Schema,
    pub(super) labels: HashMap<String, LabelId>,
    pub(super) relation_types: HashMap<String, RelationTypeId>,
}

/// What annotations, articles and relations use of a schema: those of a draft, or of all parts of one.
#[derive(Default)]
pub(in crate::format) struct Usage {
    /// The labels of annotations and the types of relations, as they are used.
    labels: Names,
    relation_types: Names,
    /// The attributes of annotations, by label and name.
    attributes: BTreeMap<String, BTreeMap<String, Used>>,
    article_attributes: BTreeMap<String, Used>,
}

/// Names, each once, in the order in which they occur.
#[derive(Default)]
struct Names {
    all: Vec<String>,
    known: HashSet<String>,
}

impl Names {
    fn add(&mut self, name: &str) {
        if !self.known.contains(name) {
            self.known.insert(name.to_owned());
            self.all.push(name.to_owned());
        }
    }
}

impl Usage {
    /// What a draft uses.
    pub(super) fn of(draft: &Draft) -> Self {
        let mut usage = Self::default();
        usage.add(draft);
        usage
    }

    /// Adds what a draft uses.
    pub(in crate::format) fn add(&mut self, draft: &Draft) {
        for tag in draft.articles.iter().flat_map(|article| &article.tags) {
            self.labels.add(&tag.label);
            for (name, value) in &tag.attributes {
                entry(entry(&mut self.attributes, &tag.label), name).add(value);
            }
        }
        for (name, value) in draft.articles.iter().flat_map(|article| &article.attributes) {
            entry(&mut self.article_attributes, name).add(value);
        }
        draft.relations.iter().for_each(|relation| self.relation_types.add(&relation.kind));
    }

    /// The schema of a file, and its relation types, with what is used but not defined there.
    pub(in crate::format) fn complete(&self, schema: &Schema, relation_types: &[RelationType]) -> CompleteSchema {
        let mut schema = schema.clone();
        let labels = self.add_labels(&mut schema);
        let relation_types = self.add_relation_types(&mut schema, relation_types);
        self.add_attributes(&mut schema, &labels);
        CompleteSchema { schema, labels, relation_types }
    }

    fn add_labels(&self, schema: &mut Schema) -> HashMap<String, LabelId> {
        let mut ids = UniqueIds::default();
        for label in &mut schema.labels {
            label.id = LabelId::new(ids.take(label.id.as_str(), "label"));
        }
        // Those that are added below are for one name each, and their ids may be like another name.
        let defined = schema.labels.len();
        let mut found = HashMap::new();
        for used in &self.labels.all {
            let known = &schema.labels[..defined];
            let with_id = known.iter().find(|label| label.id.as_str() == used);
            let id = match with_id.or_else(|| known.iter().find(|label| &label.name == used)) {
                Some(label) => label.id.clone(),
                None => {
                    let colour = Colour::spare(schema.labels.iter().map(|label| &label.colour));
                    let name = if used.trim().is_empty() { "label" } else { used };
                    let mut label = Label::new(kind_of(name), name, colour);
                    label.id = LabelId::new(ids.take(name, "label"));
                    schema.labels.push(label.clone());
                    label.id
                }
            };
            found.insert(used.clone(), id);
        }
        found
    }

    fn add_relation_types(&self, schema: &mut Schema, defined: &[RelationType]) -> HashMap<String, RelationTypeId> {
        let mut ids = UniqueIds::default();
        schema.relation_types.extend(defined.iter().cloned());
        for kind in &mut schema.relation_types {
            kind.id = RelationTypeId::new(ids.take(kind.id.as_str(), "relation"));
        }
        let defined = schema.relation_types.len();
        let mut found = HashMap::new();
        for used in &self.relation_types.all {
            let known = &schema.relation_types[..defined];
            let with_id = known.iter().find(|kind| kind.id.as_str() == used);
            let id = match with_id.or_else(|| known.iter().find(|kind| &kind.name == used)) {
                Some(kind) => kind.id.clone(),
                None => {
                    let name = if used.trim().is_empty() { "related" } else { used };
                    let id = RelationTypeId::new(ids.take(name, "relation"));
                    schema.relation_types.push(RelationType { id: id.clone(), ..RelationType::new(name) });
                    id
                }
            };
            found.insert(used.clone(), id);
        }
        found
    }

    fn add_attributes(&self, schema: &mut Schema, labels: &HashMap<String, LabelId>) {
        // Several names may be of one label.
        let mut of_labels: BTreeMap<(&str, &str), Used> = BTreeMap::new();
        for (label, attributes) in &self.attributes {
            let Some(label) = labels.get(label) else { continue };
            for (name, used) in attributes {
                of_labels.entry((label.as_str(), name)).or_default().merge(used);
            }
        }
        for ((label, name), used) in &of_labels {
            let Some(label) = schema.labels.iter_mut().find(|one| one.id.as_str() == *label) else { continue };
            if label.attribute(name).is_none() {
                label.attributes.push(used.attribute(name));
            }
        }
        for (name, used) in &self.article_attributes {
            if schema.article_attribute(name).is_none() {
                schema.article_attributes.push(used.attribute(name));
            }
        }
    }
}

/// The value of a key, which is added if it is not there.
fn entry<'a, V: Default>(map: &'a mut BTreeMap<String, V>, key: &str) -> &'a mut V {
    if !map.contains_key(key) {
        map.insert(key.to_owned(), V::default());
    }
    map.entry(key.to_owned()).or_default()
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

/// How an attribute is used: the kinds of its values, and those of lists.
#[derive(Default)]
struct Used {
    kinds: BTreeSet<&'static str>,
    choices: BTreeSet<String>,
}

impl Used {
    fn add(&mut self, value: &AttributeValue) {
        self.kinds.insert(match value {
            AttributeValue::Text(_) => "text",
            AttributeValue::List(list) => {
                let new: Vec<_> = list.iter().filter(|choice| !self.choices.contains(*choice)).cloned().collect();
                self.choices.extend(new);
                "list"
            }
            AttributeValue::Number(_) => "number",
            AttributeValue::YesNo(_) => "yes/no",
        });
    }

    fn merge(&mut self, other: &Self) {
        self.kinds.extend(&other.kinds);
        self.choices.extend(other.choices.iter().cloned());
    }

    /// An attribute for these values; a text if they are of several kinds.
    fn attribute(&self, name: &str) -> Attribute {
        let kinds: Vec<_> = self.kinds.iter().copied().collect();
        let kind = match kinds.as_slice() {
            ["number"] => AttributeKind::Number,
            ["yes/no"] => AttributeKind::YesNo,
            ["list"] => AttributeKind::MultipleChoice,
            _ => AttributeKind::Text,
        };
        let mut attribute = Attribute::new(name, kind);
        if kind == AttributeKind::MultipleChoice {
            attribute.choices = self.choices.iter().cloned().collect();
        }
        attribute
    }
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
