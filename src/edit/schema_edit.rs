//! A change of the schema, and what becomes of the annotations that used what goes.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::model::{
    AnnotationId, Attribute, AttributeKind, AttributeValue, LabelId, Project, Relation, RelationTypeId, Schema,
};

/// Whose attribute: a label's, or the articles'.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AttributeOwner {
    /// That of a label, which keeps its id.
    Label(LabelId),
    /// That of the articles as wholes.
    Articles,
}

/// Another name for an attribute, or none for what it held.
#[derive(Clone, Debug, PartialEq)]
pub struct AttributeMove {
    /// Whose it is.
    pub owner: AttributeOwner,
    /// Its name until now.
    pub from: String,
    /// Its name in the new schema, which may be the same. Without one, its values are dropped, but for those that an
    /// attribute of its name still takes.
    pub to: Option<String>,
}

/// Another wording for a choice, or none.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceMove {
    /// Whose attribute it belongs to.
    pub owner: AttributeOwner,
    /// The attribute's name until now.
    pub attribute: String,
    /// The choice until now.
    pub from: String,
    /// The choice in the new schema; without one, it is cleared where it was made.
    pub to: Option<String>,
}

/// A schema as it becomes, and the remap of what used what is no longer in it.
#[derive(Clone, Debug, PartialEq)]
pub struct SchemaEdit {
    /// The schema as it becomes.
    pub schema: Schema,
    /// For labels that go: the label that their annotations and entities get. Without one, the annotations are removed
    /// and the entities have no label.
    pub labels: BTreeMap<LabelId, Option<LabelId>>,
    /// Attributes that are renamed, or whose values are dropped.
    pub attributes: Vec<AttributeMove>,
    /// Choices that are reworded, or cleared.
    pub choices: Vec<ChoiceMove>,
    /// For relation types that go: the type that their relations get. Without one, these are removed.
    pub relation_types: BTreeMap<RelationTypeId, Option<RelationTypeId>>,
}

/// Something that is no longer in a schema, is in use, and whose remap nobody has said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InUse {
    /// A label, with how many annotations and entities have it.
    Label(LabelId, usize),
    /// An attribute that goes or takes other values than those it has, with how many records have such.
    Attribute(AttributeOwner, String, usize),
    /// A choice, with its attribute and with how many records have it.
    Choice(AttributeOwner, String, String, usize),
    /// A relation type, with how many relations have it.
    RelationType(RelationTypeId, usize),
}

/// The name of an attribute whose value has no place; with the choice that is not there, if that is all.
type Lost = (String, Option<String>);

impl SchemaEdit {
    /// A schema in the place of another, with nothing said yet of what goes.
    pub fn to(schema: Schema) -> Self {
        Self {
            schema,
            labels: BTreeMap::new(),
            attributes: Vec::new(),
            choices: Vec::new(),
            relation_types: BTreeMap::new(),
        }
    }

    /// The label that annotations of a label get: the same, another, or none, when they are removed.
    pub fn label_after(&self, label: &LabelId) -> Option<LabelId> {
        match self.labels.get(label) {
            _ if self.schema.label(label).is_some() => Some(label.clone()),
            Some(remap) => remap.clone(),
            None => None,
        }
    }

    /// The type that relations of a type get: the same, another, or none, when they are removed.
    pub fn relation_type_after(&self, kind: &RelationTypeId) -> Option<RelationTypeId> {
        match self.relation_types.get(kind) {
            _ if self.schema.relation_type(kind).is_some() => Some(kind.clone()),
            Some(remap) => remap.clone(),
            None => None,
        }
    }

    /// The attributes of an owner in the new schema; those of the label that takes its place, for one that goes.
    fn attributes_of(&self, owner: &AttributeOwner) -> &[Attribute] {
        match owner {
            AttributeOwner::Articles => &self.schema.article_attributes,
            AttributeOwner::Label(label) => {
                let label = self.label_after(label);
                label.and_then(|label| self.schema.label(&label)).map_or(&[], |label| &label.attributes)
            }
        }
    }

    /// Whether a name is in the new schema that of an attribute which had another until now.
    fn is_name_of_another(&self, owner: &AttributeOwner, name: &str) -> bool {
        let takes = |one: &AttributeMove| &one.owner == owner && one.to.as_deref() == Some(name) && one.from != name;
        self.attributes.iter().any(takes)
    }

    /// The choice of a value that nobody gave a remap, and whose wording is that of another choice now.
    fn choice_of_another(&self, owner: &AttributeOwner, attribute: &str, value: &AttributeValue) -> Option<String> {
        let of_attribute = |one: &&ChoiceMove| &one.owner == owner && one.attribute == attribute;
        let moves = || self.choices.iter().filter(of_attribute);
        let taken = |choice: &&String| {
            moves().all(|one| one.from != **choice) && moves().any(|one| one.to.as_ref() == Some(*choice))
        };
        chosen(value).iter().find(taken).cloned()
    }

    /// The values as they become, and what of them has no place in the new schema though nobody gave it up.
    pub(super) fn values_after(
        &self,
        project: &Project,
        owner: &AttributeOwner,
        values: &BTreeMap<String, AttributeValue>,
    ) -> (BTreeMap<String, AttributeValue>, Vec<Lost>) {
        let (mut after, mut lost) = (BTreeMap::new(), Vec::new());
        let attributes = self.attributes_of(owner);
        let moves_label =
            matches!(owner, AttributeOwner::Label(label) if self.label_after(label).as_ref() != Some(label));
        for (name, value) in values {
            let moved = self.attributes.iter().find(|one| &one.owner == owner && &one.from == name);
            let renamed = moved.and_then(|moved| moved.to.as_ref());
            // Another label has other attributes: who moves annotations to it has said so.
            let given_up = moves_label || (moved.is_some() && renamed.is_none());
            let to = renamed.unwrap_or(name);
            let is_other = renamed.is_none() && self.is_name_of_another(owner, name);
            let attribute = attributes.iter().find(|attribute| &attribute.name == to).filter(|_| !is_other);
            let Some(attribute) = attribute else {
                if !given_up {
                    lost.push((name.clone(), None));
                }
                continue;
            };
            if let Some(choice) = self.choice_of_another(owner, name, value).filter(|_| !given_up) {
                lost.push((name.clone(), Some(choice)));
                continue;
            }
            let reworded = self.reworded(owner, name, value);
            let before = kind_of(project, owner, name);
            let fitting = reworded.as_ref().and_then(|value| fitted(project, before, attribute, value));
            match (fitting, reworded) {
                (Some(value), _) => drop(after.insert(to.clone(), value)),
                (None, None) => {}
                (None, Some(value)) if !given_up => lost.push((name.clone(), missing_choice(attribute, &value))),
                (None, Some(_)) => {}
            }
        }
        (after, lost)
    }

    /// A value with its choices as they are worded now; `None` if nothing is left of it.
    fn reworded(&self, owner: &AttributeOwner, attribute: &str, value: &AttributeValue) -> Option<AttributeValue> {
        let remap = |choice: &str| {
            let of_choice = |one: &&ChoiceMove| &one.owner == owner && one.attribute == attribute && one.from == choice;
            let moved = self.choices.iter().find(of_choice);
            moved.map_or_else(|| Some(choice.to_owned()), |moved| moved.to.clone())
        };
        match value {
            AttributeValue::Text(choice) => remap(choice).map(AttributeValue::Text),
            AttributeValue::List(list) => {
                let mut after: Vec<String> = Vec::new();
                for choice in list.iter().filter_map(|choice| remap(choice)) {
                    if !after.contains(&choice) {
                        after.push(choice);
                    }
                }
                (list.is_empty() || !after.is_empty()).then_some(AttributeValue::List(after))
            }
            other => Some(other.clone()),
        }
    }
}

/// The kind that an attribute has until now.
fn kind_of(project: &Project, owner: &AttributeOwner, name: &str) -> Option<AttributeKind> {
    let schema = project.schema();
    let attribute = match owner {
        AttributeOwner::Articles => schema.article_attribute(name),
        AttributeOwner::Label(label) => schema.label(label)?.attribute(name),
    };
    attribute.map(|attribute| attribute.kind)
}

/// A value as one of an attribute that may have changed its kind; `None` if it cannot be one.
fn fitted(
    project: &Project,
    before: Option<AttributeKind>,
    attribute: &Attribute,
    value: &AttributeValue,
) -> Option<AttributeValue> {
    let was_entity = before == Some(AttributeKind::Entity);
    let candidate = match (attribute.kind, value) {
        (AttributeKind::Entity, _) if !was_entity => return None,
        // What is left of an entity in a text is its name.
        (AttributeKind::Text, AttributeValue::Text(id)) if was_entity => {
            AttributeValue::Text(project.entity(&id.as_str().into())?.name.clone())
        }
        (kind, _) if was_entity && kind != AttributeKind::Entity => return None,
        (AttributeKind::MultipleChoice, AttributeValue::Text(one)) => AttributeValue::List(vec![one.clone()]),
        (AttributeKind::Choice | AttributeKind::Text, AttributeValue::List(list)) => match list.as_slice() {
            [one] => AttributeValue::Text(one.clone()),
            _ => return None,
        },
        _ => value.clone(),
    };
    attribute.accepts(&candidate).then_some(candidate)
}

/// The choice of a value that an attribute does not have, if the attribute is one of choices.
fn missing_choice(attribute: &Attribute, value: &AttributeValue) -> Option<String> {
    let has_choices = matches!(attribute.kind, AttributeKind::Choice | AttributeKind::MultipleChoice);
    chosen(value).iter().find(|choice| has_choices && !attribute.choices.contains(choice)).cloned()
}

/// The choices of a value that is of any.
fn chosen(value: &AttributeValue) -> &[String] {
    match value {
        AttributeValue::Text(one) => std::slice::from_ref(one),
        AttributeValue::List(list) => list,
        _ => &[],
    }
}

/// How many relations go because their type, which stays, no longer allows the labels that their ends have then.
pub fn relations_without_place(project: &Project, edit: &SchemaEdit) -> usize {
    let label_of = |id: &AnnotationId| project.annotation(id).and_then(|one| edit.label_after(&one.label));
    let goes = |relation: &&Rc<Relation>| {
        let kind = edit.relation_type_after(&relation.kind);
        let Some(kind) = kind.and_then(|kind| edit.schema.relation_type(&kind)) else { return false };
        let (Some(from), Some(to)) = (label_of(&relation.from), label_of(&relation.to)) else { return false };
        [(from, &kind.from), (to, &kind.to)].iter().any(|(label, ends)| !ends.is_empty() && !ends.contains(label))
    };
    project.relations().filter(goes).count()
}

/// What is in use, is no longer in the new schema, and has no remap yet; the editor of schemas asks about each.
pub fn uses_without_remap(project: &Project, edit: &SchemaEdit) -> Vec<InUse> {
    let mut counts: Vec<InUse> = Vec::new();
    let mut count = |wanted: InUse| {
        let same = |one: &&mut InUse| one.is_like(&wanted);
        match counts.iter_mut().find(same) {
            Some(found) => found.add_one(),
            None => counts.push(wanted),
        }
    };
    let labels = project.all_annotations().map(|annotation| &annotation.label);
    let of_entities = project.entities().filter_map(|entity| entity.label.as_ref());
    for label in labels.chain(of_entities).filter(|label| edit.schema.label(label).is_none()) {
        if !edit.labels.contains_key(label) {
            count(InUse::Label(label.clone(), 1));
        }
    }
    let of_annotations =
        project.all_annotations().map(|one| (AttributeOwner::Label(one.label.clone()), &one.attributes));
    let of_articles = project.articles().iter().map(|article| (AttributeOwner::Articles, &article.attributes));
    for (owner, values) in of_annotations.chain(of_articles).filter(|(_, values)| !values.is_empty()) {
        if matches!(&owner, AttributeOwner::Label(label) if edit.label_after(label).is_none()) {
            continue;
        }
        for (name, choice) in edit.values_after(project, &owner, values).1 {
            count(match choice {
                Some(choice) => InUse::Choice(owner.clone(), name, choice, 1),
                None => InUse::Attribute(owner.clone(), name, 1),
            });
        }
    }
    for relation in project.relations().filter(|one| edit.schema.relation_type(&one.kind).is_none()) {
        if !edit.relation_types.contains_key(&relation.kind) {
            count(InUse::RelationType(relation.kind.clone(), 1));
        }
    }
    counts
}

impl InUse {
    /// How many records use it.
    pub fn count(&self) -> usize {
        match self {
            Self::Label(_, n) | Self::Attribute(.., n) | Self::Choice(.., n) | Self::RelationType(_, n) => *n,
        }
    }

    fn add_one(&mut self) {
        match self {
            Self::Label(_, n) | Self::Attribute(.., n) | Self::Choice(.., n) | Self::RelationType(_, n) => *n += 1,
        }
    }

    /// Whether both are of the same thing, whatever their counts.
    fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Label(a, _), Self::Label(b, _)) => a == b,
            (Self::Attribute(a, x, _), Self::Attribute(b, y, _)) => (a, x) == (b, y),
            (Self::Choice(a, x, p, _), Self::Choice(b, y, q, _)) => (a, x, p) == (b, y, q),
            (Self::RelationType(a, _), Self::RelationType(b, _)) => a == b,
            _ => false,
        }
    }

    /// Its name.
    pub fn name(&self, project: &Project) -> String {
        match self {
            Self::Label(id, _) => project.label_name(id),
            Self::Attribute(_, name, _) | Self::Choice(_, _, name, _) => name.clone(),
            Self::RelationType(id, _) => project.relation_type_name(id),
        }
    }
}
