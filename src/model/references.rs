//! Indexes of references between records: from an annotation to its relations, and from an entity to the annotations
//! that refer to it. The cost of a lookup depends on the number of
//! results, not on the size of the project.

use std::cmp::Ordering;
use std::rc::Rc;

use super::{Annotation, AnnotationId, AttributeKind, AttributeValue, EntityId, Records, Relation, RelationId, Schema};

/// The id of the target of a reference, and the id of the record that refers to it. Sorted by the target as text, which
/// is cheaper to compare than the natural order of ids, then by the referring record in natural order.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key<To, From>(To, From);

impl<To: AsRef<str> + Eq, From: Ord> Ord for Key<To, From> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.as_ref().cmp(other.0.as_ref()).then_with(|| self.1.cmp(&other.1))
    }
}

impl<To: AsRef<str> + Eq, From: Ord> PartialOrd for Key<To, From> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The reference indexes of a project. Lookups always give the same result as a scan of all records.
#[derive(Clone, Debug, Default)]
pub(super) struct References {
    /// Each relation under both of its ends.
    relations: Rc<Records<Key<AnnotationId, RelationId>, Relation>>,
    /// Each annotation under every entity that it mentions or that one of its attributes refers to.
    annotations: Rc<Records<Key<EntityId, AnnotationId>, Annotation>>,
}

impl References {
    /// The relations that begin or end at an annotation, by id.
    pub(super) fn relations_of(&self, id: &AnnotationId) -> impl Iterator<Item = &Rc<Relation>> {
        self.relations.matching(move |Key(end, _)| end.as_str().cmp(id.as_str()))
    }

    /// The annotations that refer to an entity, by id.
    pub(super) fn annotations_of(&self, id: &EntityId) -> impl Iterator<Item = &Rc<Annotation>> {
        self.annotations.matching(move |Key(entity, _)| entity.as_str().cmp(id.as_str()))
    }

    /// Adds a relation, which is not indexed yet.
    pub(super) fn add_relation(&mut self, relation: &Rc<Relation>) {
        let relations = Rc::make_mut(&mut self.relations);
        for end in [&relation.from, &relation.to] {
            relations.insert(Key(end.clone(), relation.id.clone()), relation.clone());
        }
    }

    /// Removes a relation.
    pub(super) fn remove_relation(&mut self, relation: &Relation) {
        let relations = Rc::make_mut(&mut self.relations);
        for end in [&relation.from, &relation.to] {
            relations.remove(&Key(end.clone(), relation.id.clone()));
        }
    }

    /// Adds an annotation, which is not indexed yet.
    pub(super) fn add_annotation(&mut self, schema: &Schema, annotation: &Rc<Annotation>) {
        for entity in entities_of(schema, annotation) {
            Rc::make_mut(&mut self.annotations).insert(Key(entity, annotation.id.clone()), annotation.clone());
        }
    }

    /// Removes an annotation that was added under the same schema.
    pub(super) fn remove_annotation(&mut self, schema: &Schema, annotation: &Annotation) {
        for entity in entities_of(schema, annotation) {
            Rc::make_mut(&mut self.annotations).remove(&Key(entity, annotation.id.clone()));
        }
    }

    /// Rebuilds the index of annotations for another schema.
    pub(super) fn rebuild_annotations<'a>(&mut self, schema: &Schema, all: impl Iterator<Item = &'a Rc<Annotation>>) {
        self.annotations = Rc::default();
        all.for_each(|annotation| self.add_annotation(schema, annotation));
    }
}

/// The entities that an annotation refers to: the one that it mentions, and those in its attributes. An entity may
/// be listed twice.
fn entities_of(schema: &Schema, annotation: &Annotation) -> Vec<EntityId> {
    let mut entities: Vec<EntityId> = annotation.entity.iter().cloned().collect();
    // Most annotations have no attributes, so the label need not be looked up.
    if annotation.attributes.is_empty() {
        return entities;
    }
    let attributes = schema.label(&annotation.label).map_or(&[][..], |label| &label.attributes);
    for attribute in attributes.iter().filter(|attribute| attribute.kind == AttributeKind::Entity) {
        if let Some(AttributeValue::Text(id)) = annotation.attributes.get(&attribute.name) {
            entities.push(id.as_str().into());
        }
    }
    entities
}

/// Whether the same attributes of annotations refer to entities in both schemas.
pub(super) fn have_same_entity_attributes(a: &Schema, b: &Schema) -> bool {
    fn entity_attributes(schema: &Schema) -> impl Iterator<Item = (&str, &str)> {
        schema.labels.iter().flat_map(|label| {
            let attributes = label.attributes.iter().filter(|attribute| attribute.kind == AttributeKind::Entity);
            attributes.map(|attribute| (label.id.as_str(), attribute.name.as_str()))
        })
    }
    entity_attributes(a).eq(entity_attributes(b))
}
