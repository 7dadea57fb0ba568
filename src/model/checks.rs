//! The invariants of a project: whether a record may be part of it.

use std::collections::BTreeMap;

use thiserror::Error;

use super::{
    Annotation, Article, Attribute, AttributeKind, AttributeValue, Entity, EntityId, Project, Relation, Schema, bounds,
};
use crate::json::quoted;
use crate::limits::{ID, excess};
use crate::order;
use crate::text::{RangeError, Text, is_normalised};

/// Why a record cannot be part of a project.
#[derive(Debug, Error, Clone, PartialEq)]
pub enum Invalid {
    /// Two records of one kind have the same id.
    #[error("the id {} is used twice", quoted(.0))]
    DuplicateId(String),
    /// An id is empty or, for a label, has blanks.
    #[error("{} cannot be an id: expected a text without blanks of at most {ID} characters", quoted(.0))]
    BadId(String),
    /// A record names another that is not there.
    #[error("there is no {what} with the id {}", quoted(.id))]
    Dangling {
        /// What kind of record is missing.
        what: &'static str,
        /// The id that leads nowhere.
        id: String,
    },
    /// A range is not one of the article's text.
    #[error(transparent)]
    Range(#[from] RangeError),
    /// The ranges of an annotation are none, overlap, or are not in order.
    #[error("expected at least one range, in the order of the text and without overlap")]
    RangesOutOfOrder,
    /// An attribute's value does not fit the schema.
    #[error("the attribute {} does not fit: {reason}", quoted(.name))]
    Attribute {
        /// The attribute.
        name: String,
        /// What was expected.
        reason: String,
    },
    /// A relation has one annotation at both ends.
    #[error("a relation needs two different annotations")]
    RelatesToItself,
    /// An article's text begins with a byte order mark or has CR line ends; an export of it could not be read again.
    #[error("expected a text without byte order mark and with LF line ends")]
    NotNormalised,
    /// A field is not of the form that it needs.
    #[error("{} is not {expected}", quoted(.value))]
    Form {
        /// The value.
        value: String,
        /// What it should be.
        expected: &'static str,
    },
    /// A field is longer than can be shown.
    #[error("the {what} has {found} characters; at most {most} are taken")]
    TooLong {
        /// What the field is called.
        what: &'static str,
        /// How many characters it has.
        found: usize,
        /// How many it may have.
        most: usize,
    },
    /// There are more records than the page can show.
    #[error("there are {found} {what}; at most {most} are taken")]
    TooMany {
        /// What they are, in the plural.
        what: &'static str,
        /// How many there are.
        found: usize,
        /// How many there may be.
        most: usize,
    },
}

impl Project {
    /// Whether an article could be put into this project.
    ///
    /// # Errors
    /// With the first thing that does not hold; the same for the functions below.
    pub fn check_article(&self, article: &Article) -> Result<(), Invalid> {
        check_id(article.id.as_str())?;
        bounds::article(article)?;
        if !is_normalised(article.text.as_str()) {
            return Err(Invalid::NotNormalised);
        }
        let form = |value: &str, ok: bool, expected| match ok {
            true => Ok(()),
            false => Err(Invalid::Form { value: value.to_owned(), expected }),
        };
        form(&article.date, Article::is_date(&article.date), "a date such as 2021-11-28")?;
        form(&article.language, Article::is_language(&article.language), "a language tag such as en")?;
        self.check_values("an article", &self.schema().article_attributes, &article.attributes)
    }

    /// Whether an annotation could be put into this project.
    pub fn check_annotation(&self, annotation: &Annotation) -> Result<(), Invalid> {
        let article = self.article(&annotation.article).ok_or_else(|| dangling("article", &annotation.article))?;
        self.check_annotation_in(annotation, &article.text)
    }

    /// The same, where the text of the annotation's article is at hand already.
    pub(crate) fn check_annotation_in(&self, annotation: &Annotation, text: &Text) -> Result<(), Invalid> {
        check_id(annotation.id.as_str())?;
        bounds::annotation(annotation)?;
        let label = self.schema().label(&annotation.label).ok_or_else(|| dangling("label", &annotation.label))?;
        if !Annotation::are_ranges_in_order(&annotation.ranges) {
            return Err(Invalid::RangesOutOfOrder);
        }
        for &range in &annotation.ranges {
            text.check(range)?;
        }
        if let Some(entity) = &annotation.entity {
            self.entity(entity).ok_or_else(|| dangling("entity", entity))?;
        }
        self.check_values(&label.name, &label.attributes, &annotation.attributes)
    }

    /// Whether these are values of these attributes, which belong to what `owner` says.
    fn check_values(
        &self,
        owner: &str,
        attributes: &[Attribute],
        values: &BTreeMap<String, AttributeValue>,
    ) -> Result<(), Invalid> {
        for (name, value) in values {
            let refuse = |reason: String| Invalid::Attribute { name: name.clone(), reason };
            let attribute = attributes.iter().find(|attribute| &attribute.name == name);
            let attribute = attribute.ok_or_else(|| refuse(format!("{owner} has no such attribute")))?;
            if let Some(reason) = attribute.refuse(value) {
                return Err(refuse(reason));
            }
            if let (AttributeKind::Entity, AttributeValue::Text(id)) = (attribute.kind, value) {
                self.entity(&id.as_str().into()).ok_or_else(|| dangling("entity", id))?;
            }
        }
        Ok(())
    }

    /// Whether an entity could be put into this project.
    pub fn check_entity(&self, entity: &Entity) -> Result<(), Invalid> {
        check_id(entity.id.as_str())?;
        bounds::entity(entity)?;
        match &entity.label {
            Some(label) if self.schema().label(label).is_none() => Err(dangling("label", label)),
            _ => Ok(()),
        }
    }

    /// Whether nothing refers to an entity.
    pub(crate) fn check_not_referenced(&self, id: &EntityId) -> Result<(), Invalid> {
        let attributes = &self.schema().article_attributes;
        let names = |article: &Article| {
            let values = attributes.iter().filter(|attribute| attribute.kind == AttributeKind::Entity);
            values
                .filter_map(|attribute| article.attributes.get(&attribute.name))
                .any(|value| matches!(value, AttributeValue::Text(name) if name == id.as_str()))
        };
        // Annotations are indexed; there are few articles.
        let is_referenced = self.references_to(id).next().is_some() || self.articles().iter().any(|one| names(one));
        if is_referenced { Err(dangling("entity", id)) } else { Ok(()) }
    }

    /// Whether a relation could be put into this project.
    pub fn check_relation(&self, relation: &Relation) -> Result<(), Invalid> {
        check_id(relation.id.as_str())?;
        bounds::relation(relation)?;
        let kind = &relation.kind;
        let kind = self.schema().relation_type(kind).ok_or_else(|| dangling("relation type", kind))?;
        for (end, labels) in [(&relation.from, &kind.from), (&relation.to, &kind.to)] {
            let annotation = self.annotation(end).ok_or_else(|| dangling("annotation", end))?;
            if !labels.is_empty() && !labels.contains(&annotation.label) {
                let expected = "a label that this type of relation allows at that end";
                return Err(Invalid::Form { value: annotation.label.to_string(), expected });
            }
        }
        if relation.from == relation.to { Err(Invalid::RelatesToItself) } else { Ok(()) }
    }

    /// Whether a schema is sound in itself.
    pub fn check_schema(schema: &Schema) -> Result<(), Invalid> {
        bounds::schema(schema)?;
        let labels: Vec<&str> = schema.labels.iter().map(|label| label.id.as_str()).collect();
        let types: Vec<&str> = schema.relation_types.iter().map(|kind| kind.id.as_str()).collect();
        check_unique(&labels)?;
        check_unique(&types)?;
        schema.labels.iter().try_for_each(|label| check_attributes(&label.attributes))?;
        check_attributes(&schema.article_attributes)?;
        let mut ends = schema.relation_types.iter().flat_map(|kind| kind.from.iter().chain(&kind.to));
        ends.find(|id| schema.label(id).is_none()).map_or(Ok(()), |id| Err(dangling("label", id)))
    }

    /// Whether everything holds that must always hold; slow, for imports and tests.
    pub fn check(&self) -> Result<(), Invalid> {
        Self::check_schema(self.schema())?;
        check_unique(&self.articles().iter().map(|article| article.id.as_str()).collect::<Vec<_>>())?;
        self.articles().iter().try_for_each(|article| self.check_article(article))?;
        self.entities().try_for_each(|entity| self.check_entity(entity))?;
        self.annotation_records().values().try_for_each(|annotation| self.check_annotation(annotation))?;
        self.relations().try_for_each(|relation| self.check_relation(relation))
    }
}

/// Whether attributes of one owner are sound: names of their own, defaults that fit, conditions on others of them.
fn check_attributes(attributes: &[Attribute]) -> Result<(), Invalid> {
    no_duplicates(&attributes.iter().map(|attribute| attribute.name.as_str()).collect::<Vec<_>>())?;
    for attribute in attributes {
        let refuse = |reason: String| Invalid::Attribute { name: attribute.name.clone(), reason };
        if let Some(reason) = attribute.default.as_ref().and_then(|value| attribute.refuse(value)) {
            return Err(refuse(reason));
        }
        if let Some(when) = &attribute.when
            && !attributes.iter().any(|other| other.name == when.attribute && other.name != attribute.name)
        {
            return Err(refuse(format!("is shown only with {}, which is no other attribute", quoted(&when.attribute))));
        }
    }
    Ok(())
}

/// Whether a text may be an id.
fn check_id(id: &str) -> Result<(), Invalid> {
    let blank = |c: char| c.is_whitespace() || c.is_control();
    let bad = id.is_empty() || id.chars().any(blank) || excess(id, ID).is_some();
    if bad { Err(Invalid::BadId(id.to_owned())) } else { Ok(()) }
}

fn check_unique(ids: &[&str]) -> Result<(), Invalid> {
    no_duplicates(ids)?;
    ids.iter().try_for_each(|id| check_id(id))
}

fn no_duplicates(names: &[&str]) -> Result<(), Invalid> {
    let mut names = names.to_vec();
    order::sort(&mut names);
    let twice = names.windows(2).find(|pair| pair[0] == pair[1]);
    twice.map_or(Ok(()), |pair| Err(Invalid::DuplicateId(pair[0].to_owned())))
}

fn dangling(what: &'static str, id: &impl ToString) -> Invalid {
    Invalid::Dangling { what, id: id.to_string() }
}
