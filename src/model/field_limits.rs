//! Checks the lengths of fields; see [`crate::limits`] for the limits.

use super::{Annotation, Article, Attribute, AttributeValue, Entity, Invalid, Prediction, Relation, Schema, TextField};
use crate::limits::{LABELS, NAME, NOTE, excess};

type Fields<'a> = &'a [(TextField, &'a str)];

/// Checks the length of the title of a project.
pub(crate) fn title(title: &str) -> Result<(), Invalid> {
    check(NAME, &[(TextField::Title, title)])
}

pub(super) fn article(article: &Article) -> Result<(), Invalid> {
    let Article { title, source, language, note, attributes, .. } = article;
    check(NAME, &[(TextField::Title, title), (TextField::Source, source), (TextField::Language, language)])?;
    check(NOTE, &[(TextField::Note, note)])?;
    values(attributes.values())
}

pub(super) fn annotation(annotation: &Annotation) -> Result<(), Invalid> {
    check(NAME, &[(TextField::Creator, &annotation.creator), (TextField::Modifier, &annotation.modifier)])?;
    check(NAME, &[(TextField::RowTitle, &annotation.row_title)])?;
    check(NOTE, &[(TextField::Note, &annotation.note)])?;
    values(annotation.attributes.values())
}

pub(super) fn entity(entity: &Entity) -> Result<(), Invalid> {
    check(NAME, &[(TextField::Name, &entity.name)])?;
    check(NOTE, &[(TextField::Note, &entity.note)])?;
    entity.aliases.iter().try_for_each(|alias| check(NAME, &[(TextField::Alias, alias)]))?;
    entity
        .identifiers
        .iter()
        .try_for_each(|(scheme, id)| check(NAME, &[(TextField::Identifier, scheme), (TextField::Identifier, id)]))
}

pub(super) fn relation(relation: &Relation) -> Result<(), Invalid> {
    check(NAME, &[(TextField::Creator, &relation.creator)])?;
    check(NOTE, &[(TextField::Note, &relation.note)])
}

pub(super) fn prediction(prediction: &Prediction) -> Result<(), Invalid> {
    check(NAME, &[(TextField::Source, &prediction.source), (TextField::Model, &prediction.model)])
}

pub(super) fn schema(schema: &Schema) -> Result<(), Invalid> {
    if schema.labels.len() > LABELS {
        return Err(Invalid::TooManyLabels { found: schema.labels.len(), most: LABELS });
    }
    check(NAME, &[(TextField::Name, &schema.name)])?;
    attributes(&schema.article_attributes)?;
    for label in &schema.labels {
        check(NAME, &[(TextField::Name, &label.name), (TextField::Short, &label.short)])?;
        check(NOTE, &[(TextField::Description, &label.description)])?;
        label.examples.iter().try_for_each(|example| check(NOTE, &[(TextField::Example, example)]))?;
        attributes(&label.attributes)?;
    }
    schema.relation_types.iter().try_for_each(|kind| {
        check(NAME, &[(TextField::Name, &kind.name)])?;
        check(NOTE, &[(TextField::Description, &kind.description)])
    })
}

fn attributes(all: &[Attribute]) -> Result<(), Invalid> {
    all.iter().try_for_each(|attribute| {
        check(NAME, &[(TextField::Name, &attribute.name)])?;
        attribute.choices.iter().try_for_each(|choice| check(NAME, &[(TextField::Choice, choice)]))?;
        values(attribute.default.iter())
    })
}

/// Only texts are checked: other values are numbers, booleans, or choices of the schema.
fn values<'a>(mut values: impl Iterator<Item = &'a AttributeValue>) -> Result<(), Invalid> {
    values.try_for_each(|value| match value {
        AttributeValue::Text(text) => check(NOTE, &[(TextField::Attribute, text)]),
        _ => Ok(()),
    })
}

fn check(most: usize, fields: Fields<'_>) -> Result<(), Invalid> {
    let long = fields.iter().find_map(|(field, text)| Some((*field, excess(text, most)?)));
    long.map_or(Ok(()), |(field, found)| Err(Invalid::TooLong { field, found, most }))
}
