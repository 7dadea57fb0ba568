//! An edit of the schema, and the migration of the records that use removed parts.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::model::{
    AnnotationId, Attribute, AttributeKind, AttributeValue, LabelId, Project, Relation, RelationTypeId, Schema,
};

/// The owner of an attribute: a label, or the articles.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AttributeOwner {
    /// A label, by its id.
    Label(LabelId),
    /// The articles.
    Articles,
}

/// A rename of an attribute, or the removal of its values.
#[derive(Clone, Debug, PartialEq)]
pub struct AttributeMove {
    /// The owner of the attribute.
    pub owner: AttributeOwner,
    /// The previous name.
    pub from: String,
    /// The name in the new schema, which may be the same. `None` removes the values, except those that an attribute of
    /// the same name accepts.
    pub to: Option<String>,
}

/// A rename of a choice, or the removal of values with it.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceMove {
    /// The owner of the attribute.
    pub owner: AttributeOwner,
    /// The previous name of the attribute.
    pub attribute: String,
    /// The previous wording.
    pub from: String,
    /// The wording in the new schema; `None` clears the value.
    pub to: Option<String>,
}

/// A new schema, and the remaps of records that use removed parts.
#[derive(Clone, Debug, PartialEq)]
pub struct SchemaEdit {
    /// The new schema.
    pub schema: Schema,
    /// For removed labels: the replacement for annotations and entities. With `None`, the annotations are removed, and
    /// the entities have no label.
    pub labels: BTreeMap<LabelId, Option<LabelId>>,
    /// Attributes that are renamed, or whose values are removed.
    pub attributes: Vec<AttributeMove>,
    /// Choices that are renamed, or cleared.
    pub choices: Vec<ChoiceMove>,
    /// For removed relation types: the replacement for relations. With `None`, the relations are removed.
    pub relation_types: BTreeMap<RelationTypeId, Option<RelationTypeId>>,
}

/// Something that is in use, is not in the new schema, and has no remap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InUse {
    /// A label, and the number of annotations, predictions and entities with it.
    Label(LabelId, usize),
    /// An attribute that is removed or does not accept its values, and the number of affected records.
    Attribute(AttributeOwner, String, usize),
    /// An attribute, a choice of it, and the number of records with it.
    Choice(AttributeOwner, String, String, usize),
    /// A relation type, and the number of relations with it.
    RelationType(RelationTypeId, usize),
}

/// The name of an attribute whose value is lost, and the choice, if only that choice is missing.
type Lost = (String, Option<String>);

impl SchemaEdit {
    /// Replaces the schema, without any remaps.
    pub fn to(schema: Schema) -> Self {
        Self {
            schema,
            labels: BTreeMap::new(),
            attributes: Vec::new(),
            choices: Vec::new(),
            relation_types: BTreeMap::new(),
        }
    }

    /// The label of annotations with a label after the edit; `None` if they are removed.
    pub fn label_after(&self, label: &LabelId) -> Option<LabelId> {
        match self.labels.get(label) {
            _ if self.schema.label(label).is_some() => Some(label.clone()),
            Some(remap) => remap.clone(),
            None => None,
        }
    }

    /// The type of relations of a type after the edit; `None` if they are removed.
    pub fn relation_type_after(&self, kind: &RelationTypeId) -> Option<RelationTypeId> {
        match self.relation_types.get(kind) {
            _ if self.schema.relation_type(kind).is_some() => Some(kind.clone()),
            Some(remap) => remap.clone(),
            None => None,
        }
    }

    /// The attributes of an owner in the new schema; for a removed label, those of its replacement.
    fn attributes_of(&self, owner: &AttributeOwner) -> &[Attribute] {
        match owner {
            AttributeOwner::Articles => &self.schema.article_attributes,
            AttributeOwner::Label(label) => {
                let label = self.label_after(label);
                label.and_then(|label| self.schema.label(&label)).map_or(&[], |label| &label.attributes)
            }
        }
    }

    /// Whether another attribute was renamed to this name.
    fn is_name_of_another(&self, owner: &AttributeOwner, name: &str) -> bool {
        let is_rename_to =
            |one: &AttributeMove| &one.owner == owner && one.to.as_deref() == Some(name) && one.from != name;
        self.attributes.iter().any(is_rename_to)
    }

    /// A choice in the value that has no remap, if another choice was renamed to its wording.
    fn choice_of_another(&self, owner: &AttributeOwner, attribute: &str, value: &AttributeValue) -> Option<String> {
        let of_attribute = |one: &&ChoiceMove| &one.owner == owner && one.attribute == attribute;
        let moves = || self.choices.iter().filter(of_attribute);
        let taken = |choice: &&String| {
            moves().all(|one| one.from != **choice) && moves().any(|one| one.to.as_ref() == Some(*choice))
        };
        chosen(value).iter().find(taken).cloned()
    }

    /// The migrated values of an annotation or article, and the values that are lost without a remap.
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
            // With another label, values without a matching attribute are removed without a remap.
            let may_be_lost = moves_label || (moved.is_some() && renamed.is_none());
            let to = renamed.unwrap_or(name);
            let is_other = renamed.is_none() && self.is_name_of_another(owner, name);
            let attribute = attributes.iter().find(|attribute| &attribute.name == to).filter(|_| !is_other);
            let Some(attribute) = attribute else {
                if !may_be_lost {
                    lost.push((name.clone(), None));
                }
                continue;
            };
            if let Some(choice) = self.choice_of_another(owner, name, value).filter(|_| !may_be_lost) {
                lost.push((name.clone(), Some(choice)));
                continue;
            }
            let with_renamed_choices = self.with_renamed_choices(owner, name, value);
            let before = kind_of(project, owner, name);
            let fitting = with_renamed_choices.as_ref().and_then(|value| converted(project, before, attribute, value));
            match (fitting, with_renamed_choices) {
                (Some(value), _) => drop(after.insert(to.clone(), value)),
                (None, None) => {}
                (None, Some(value)) if !may_be_lost => lost.push((name.clone(), missing_choice(attribute, &value))),
                (None, Some(_)) => {}
            }
        }
        (after, lost)
    }

    /// A value with renamed choices; `None` if no choice is left.
    fn with_renamed_choices(
        &self,
        owner: &AttributeOwner,
        attribute: &str,
        value: &AttributeValue,
    ) -> Option<AttributeValue> {
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

/// The previous kind of an attribute.
fn kind_of(project: &Project, owner: &AttributeOwner, name: &str) -> Option<AttributeKind> {
    let schema = project.schema();
    let attribute = match owner {
        AttributeOwner::Articles => schema.article_attribute(name),
        AttributeOwner::Label(label) => schema.label(label)?.attribute(name),
    };
    attribute.map(|attribute| attribute.kind)
}

/// Converts a value for an attribute that may have another kind than `before`; `None` if that is not possible.
fn converted(
    project: &Project,
    before: Option<AttributeKind>,
    attribute: &Attribute,
    value: &AttributeValue,
) -> Option<AttributeValue> {
    let was_entity = before == Some(AttributeKind::Entity);
    let candidate = match (attribute.kind, value) {
        (AttributeKind::Entity, _) if !was_entity => return None,
        // In a text attribute, an entity becomes its name.
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

/// A choice in the value that an attribute with choices does not have.
fn missing_choice(attribute: &Attribute, value: &AttributeValue) -> Option<String> {
    let has_choices = matches!(attribute.kind, AttributeKind::Choice | AttributeKind::MultipleChoice);
    chosen(value).iter().find(|choice| has_choices && !attribute.choices.contains(choice)).cloned()
}

/// The choices in a value; none for numbers and booleans.
fn chosen(value: &AttributeValue) -> &[String] {
    match value {
        AttributeValue::Text(one) => std::slice::from_ref(one),
        AttributeValue::List(list) => list,
        _ => &[],
    }
}

/// The number of relations that are removed because their type no longer allows the labels at their ends.
pub fn relations_without_place(project: &Project, edit: &SchemaEdit) -> usize {
    let label_of = |id: &AnnotationId| project.annotation(id).and_then(|one| edit.label_after(&one.label));
    let is_removed = |relation: &&Rc<Relation>| {
        let kind = edit.relation_type_after(&relation.kind);
        let Some(kind) = kind.and_then(|kind| edit.schema.relation_type(&kind)) else { return false };
        let (Some(from), Some(to)) = (label_of(&relation.from), label_of(&relation.to)) else { return false };
        [(from, &kind.from), (to, &kind.to)].iter().any(|(label, ends)| !ends.is_empty() && !ends.contains(label))
    };
    project.relations().filter(is_removed).count()
}

/// Everything that is in use, is not in the new schema, and has no remap. The schema editor asks about each item.
pub fn uses_without_remap(project: &Project, edit: &SchemaEdit) -> Vec<InUse> {
    let mut counts: Vec<InUse> = Vec::new();
    let mut count = |used: InUse| {
        let same = |one: &&mut InUse| one.is_same_item(&used);
        match counts.iter_mut().find(same) {
            Some(found) => found.add_one(),
            None => counts.push(used),
        }
    };
    let predicted = || project.predictions().values().map(|prediction| &*prediction.tag);
    let tags = || project.all_annotations().map(|annotation| &**annotation).chain(predicted());
    let labels = tags().map(|tag| &tag.label);
    let of_entities = project.entities().filter_map(|entity| entity.label.as_ref());
    for label in labels.chain(of_entities).filter(|label| edit.schema.label(label).is_none()) {
        if !edit.labels.contains_key(label) {
            count(InUse::Label(label.clone(), 1));
        }
    }
    let of_annotations = tags().map(|one| (AttributeOwner::Label(one.label.clone()), &one.attributes));
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
    let predicted = project.predictions().values().flat_map(|prediction| &prediction.relations).map(|one| &one.kind);
    let kinds = project.relations().map(|one| &one.kind).chain(predicted);
    for kind in kinds.filter(|kind| edit.schema.relation_type(kind).is_none()) {
        if !edit.relation_types.contains_key(kind) {
            count(InUse::RelationType(kind.clone(), 1));
        }
    }
    counts
}

impl InUse {
    /// The number of records that use it.
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

    /// Whether both are the same item; ignores the counts.
    fn is_same_item(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Label(a, _), Self::Label(b, _)) => a == b,
            (Self::Attribute(a, x, _), Self::Attribute(b, y, _)) => (a, x) == (b, y),
            (Self::Choice(a, x, p, _), Self::Choice(b, y, q, _)) => (a, x, p) == (b, y, q),
            (Self::RelationType(a, _), Self::RelationType(b, _)) => a == b,
            _ => false,
        }
    }

    /// The name of the label, attribute or relation type.
    pub fn name(&self, project: &Project) -> String {
        match self {
            Self::Label(id, _) => project.label_name(id),
            Self::Attribute(_, name, _) | Self::Choice(_, _, name, _) => name.clone(),
            Self::RelationType(id, _) => project.relation_type_name(id),
        }
    }
}
