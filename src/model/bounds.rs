//! How long the fields of records may be; see [`crate::limits`] for why.

use super::{Annotation, Article, Attribute, AttributeValue, Entity, Invalid, Relation, Schema};
use crate::limits::{LABELS, NAME, NOTE, excess};

/// Fields, each with what it is called in files.
type Fields<'a> = &'a [(&'static str, &'a str)];

/// Whether a title is short enough.
pub(crate) fn title(title: &str) -> Result<(), Invalid> {
    check(NAME, &[("title", title)])
}

pub(super) fn article(article: &Article) -> Result<(), Invalid> {
    let Article { title, source, language, note, attributes, .. } = article;
    check(NAME, &[("title", title), ("source", source), ("language", language)])?;
    check(NOTE, &[("note", note)])?;
    values(attributes.values())
}

pub(super) fn annotation(annotation: &Annotation) -> Result<(), Invalid> {
    check(NAME, &[("creator", &annotation.creator), ("modifier", &annotation.modifier)])?;
    check(NOTE, &[("note", &annotation.note)])?;
    values(annotation.attributes.values())
}

pub(super) fn entity(entity: &Entity) -> Result<(), Invalid> {
    check(NAME, &[("name", &entity.name)])?;
    check(NOTE, &[("note", &entity.note)])?;
    entity.aliases.iter().try_for_each(|alias| check(NAME, &[("alias", alias)]))?;
    entity.identifiers.iter().try_for_each(|(scheme, id)| check(NAME, &[("identifier", scheme), ("identifier", id)]))
}

pub(super) fn relation(relation: &Relation) -> Result<(), Invalid> {
    check(NAME, &[("creator", &relation.creator)])?;
    check(NOTE, &[("note", &relation.note)])
}

pub(super) fn schema(schema: &Schema) -> Result<(), Invalid> {
    if schema.labels.len() > LABELS {
        return Err(Invalid::TooMany { what: "labels", found: schema.labels.len(), most: LABELS });
    }
    check(NAME, &[("name", &schema.name)])?;
    attributes(&schema.article_attributes)?;
    for label in &schema.labels {
        check(NAME, &[("name", &label.name), ("short", &label.short)])?;
        check(NOTE, &[("description", &label.description)])?;
        label.examples.iter().try_for_each(|example| check(NOTE, &[("example", example)]))?;
        attributes(&label.attributes)?;
    }
    schema.relation_types.iter().try_for_each(|kind| {
        check(NAME, &[("name", &kind.name)])?;
        check(NOTE, &[("description", &kind.description)])
    })
}

fn attributes(all: &[Attribute]) -> Result<(), Invalid> {
    all.iter().try_for_each(|attribute| {
        check(NAME, &[("name", &attribute.name)])?;
        attribute.choices.iter().try_for_each(|choice| check(NAME, &[("choice", choice)]))?;
        values(attribute.default.iter())
    })
}

/// Other values are numbers, or choices that the schema names.
fn values<'a>(mut values: impl Iterator<Item = &'a AttributeValue>) -> Result<(), Invalid> {
    values.try_for_each(|value| match value {
        AttributeValue::Text(text) => check(NOTE, &[("attribute", text)]),
        _ => Ok(()),
    })
}

fn check(most: usize, fields: Fields<'_>) -> Result<(), Invalid> {
    let long = fields.iter().find_map(|(what, text)| Some((what, excess(text, most)?)));
    long.map_or(Ok(()), |(what, found)| Err(Invalid::TooLong { what, found, most }))
}
