//! Which tags are the same claim, and what is said about each.

use std::collections::HashMap;
use std::rc::Rc;

use crate::analysis::claims_board::{Role, role, speaker_attribute};
use crate::format::draft::value_text;
use crate::model::{Annotation, AnnotationId, Attribute, AttributeKind, AttributeValue, Entity, LabelKind, Project};

/// The names of attributes with a verdict.
const VERDICTS: [&str; 3] = ["verdict", "rating", "veracity"];
/// The verdict of a claim that has none yet.
const UNCHECKED: &str = "unchecked";

/// The claims: groups of tags that repeat one another, in the order of their first ones.
pub(super) fn claims(project: &Project) -> Vec<Vec<Rc<Annotation>>> {
    let is_claim =
        |tag: &Rc<Annotation>| project.schema().label(&tag.label).is_some_and(|label| label.kind == LabelKind::Claim);
    let all: Vec<Rc<Annotation>> = project.all_annotations().filter(|tag| is_claim(tag)).cloned().collect();
    let places: HashMap<&AnnotationId, usize> = all.iter().enumerate().map(|(at, tag)| (&tag.id, at)).collect();
    let mut parents: Vec<usize> = (0..all.len()).collect();
    for relation in project.relations() {
        let is_same = project.schema().relation_type(&relation.kind).is_some_and(|kind| role(kind) == Role::Repeats);
        let ends = places.get(&relation.from).zip(places.get(&relation.to)).filter(|_| is_same);
        if let Some((&from, &to)) = ends {
            let (from, to) = (root(&mut parents, from), root(&mut parents, to));
            if let Some(parent) = parents.get_mut(from.max(to)) {
                *parent = from.min(to);
            }
        }
    }
    let mut groups: Vec<Vec<Rc<Annotation>>> = vec![Vec::new(); all.len()];
    for (at, tag) in all.iter().enumerate() {
        let first = root(&mut parents, at);
        if let Some(group) = groups.get_mut(first) {
            group.push(tag.clone());
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// The first of the group of a tag.
fn root(parents: &mut [usize], mut at: usize) -> usize {
    while let Some(&parent) = parents.get(at).filter(|parent| **parent != at) {
        // The path is halved, so that long chains are short the next time.
        let above = parents.get(parent).copied().unwrap_or(parent);
        if let Some(own) = parents.get_mut(at) {
            *own = above;
        }
        at = parent;
    }
    at
}

/// Who makes a claim.
pub(super) enum Author<'a> {
    /// An entity of the project.
    Known(&'a Entity),
    /// A name.
    Named(String),
}

/// Who makes a claim, if the tag says it.
pub(super) fn author<'a>(project: &'a Project, tag: &Annotation) -> Option<Author<'a>> {
    let attribute = speaker_attribute(project.schema().label(&tag.label)?)?;
    let value = tag.attributes.get(&attribute.name)?;
    match (attribute.kind, value) {
        (AttributeKind::Entity, AttributeValue::Text(id)) => {
            project.entity(&id.as_str().into()).map(|entity| Author::Known(entity))
        }
        (_, value) => Some(value_text(value)).filter(|name| !name.trim().is_empty()).map(Author::Named),
    }
}

/// The verdict about a claim, if there is one.
pub(super) fn verdict<'a>(project: &'a Project, tag: &'a Annotation) -> Option<(&'a Attribute, &'a AttributeValue)> {
    let attributes = &project.schema().label(&tag.label)?.attributes;
    let named = |name: &str| attributes.iter().find(|attribute| attribute.name.to_lowercase() == name);
    let attribute = VERDICTS.iter().find_map(|name| named(name))?;
    let value = tag.attributes.get(&attribute.name).filter(|value| attribute.default.as_ref() != Some(value))?;
    let text = value_text(value);
    (!text.trim().is_empty() && text != UNCHECKED).then_some((attribute, value))
}
