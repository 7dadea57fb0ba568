//! Checks the invariants of a project and its records.

use std::collections::BTreeMap;

use super::{
    Annotation, Article, Attribute, AttributeKind, AttributeProblem, AttributeValue, AttributesOf, Entity, EntityId,
    Invalid, Prediction, Project, RecordKind, Relation, Schema, field_limits,
};
use crate::limits::{ID, excess};
use crate::order;
use crate::text::{Text, TextRange, is_normalised};

impl Project {
    /// Checks that an article is valid in this project.
    ///
    /// # Errors
    /// With the first violated invariant; the same for the functions below.
    pub fn check_article(&self, article: &Article) -> Result<(), Invalid> {
        check_id(article.id.as_str())?;
        field_limits::article(article)?;
        if !is_normalised(article.text.as_str()) {
            return Err(Invalid::NotNormalised);
        }
        if !Article::is_date(&article.date) {
            return Err(Invalid::Date(article.date.clone()));
        }
        if !Article::is_language(&article.language) {
            return Err(Invalid::Language(article.language.clone()));
        }
        let owner = || AttributesOf::Articles;
        self.check_values(owner, &self.schema().article_attributes, &article.attributes)
    }

    /// Checks that an annotation is valid in this project.
    pub fn check_annotation(&self, annotation: &Annotation) -> Result<(), Invalid> {
        let article = self.article(&annotation.article);
        let article = article.ok_or_else(|| Invalid::dangling(RecordKind::Article, &annotation.article))?;
        self.check_annotation_in(annotation, &article.text)
    }

    /// Like [`Self::check_annotation`], given the text of the article.
    pub(crate) fn check_annotation_in(&self, annotation: &Annotation, text: &Text) -> Result<(), Invalid> {
        self.check_annotation_with(annotation, |range| Ok(text.check(range)?))
    }

    /// Like [`Self::check_annotation`], where each of the ranges is known to be one of the text.
    pub(crate) fn check_annotation_but_ranges(&self, annotation: &Annotation) -> Result<(), Invalid> {
        self.check_annotation_with(annotation, |_| Ok(()))
    }

    fn check_annotation_with(
        &self,
        annotation: &Annotation,
        check_range: impl Fn(TextRange) -> Result<(), Invalid>,
    ) -> Result<(), Invalid> {
        check_id(annotation.id.as_str())?;
        field_limits::annotation(annotation)?;
        let label = self.schema().label(&annotation.label);
        let label = label.ok_or_else(|| Invalid::dangling(RecordKind::Label, &annotation.label))?;
        if !Annotation::are_ranges_in_order(&annotation.ranges) {
            return Err(Invalid::RangesOutOfOrder);
        }
        annotation.ranges.iter().try_for_each(|&range| check_range(range))?;
        if let Some(entity) = &annotation.entity {
            self.entity(entity).ok_or_else(|| Invalid::dangling(RecordKind::Entity, entity))?;
        }
        let owner = || AttributesOf::Label(label.name.clone());
        self.check_values(owner, &label.attributes, &annotation.attributes)
    }

    /// Checks the attribute values of an annotation or article; `owner` is for the error.
    fn check_values(
        &self,
        owner: impl Fn() -> AttributesOf,
        attributes: &[Attribute],
        values: &BTreeMap<String, AttributeValue>,
    ) -> Result<(), Invalid> {
        for (name, value) in values {
            let attribute = attributes.iter().find(|attribute| &attribute.name == name);
            let unknown = || Invalid::Attribute { name: name.clone(), problem: AttributeProblem::Unknown(owner()) };
            let attribute = attribute.ok_or_else(unknown)?;
            check_value(attribute, value)?;
            if let (AttributeKind::Entity, AttributeValue::Text(id)) = (attribute.kind, value) {
                self.entity(&id.as_str().into()).ok_or_else(|| Invalid::dangling(RecordKind::Entity, id))?;
            }
        }
        Ok(())
    }

    /// Checks that an entity is valid in this project.
    pub fn check_entity(&self, entity: &Entity) -> Result<(), Invalid> {
        check_id(entity.id.as_str())?;
        field_limits::entity(entity)?;
        match &entity.label {
            Some(label) if self.schema().label(label).is_none() => Err(Invalid::dangling(RecordKind::Label, label)),
            _ => Ok(()),
        }
    }

    /// Checks that nothing refers to an entity.
    pub(crate) fn check_not_referenced(&self, id: &EntityId) -> Result<(), Invalid> {
        let attributes = &self.schema().article_attributes;
        let refers = |article: &Article| {
            let values = attributes.iter().filter(|attribute| attribute.kind == AttributeKind::Entity);
            values
                .filter_map(|attribute| article.attributes.get(&attribute.name))
                .any(|value| matches!(value, AttributeValue::Text(name) if name == id.as_str()))
        };
        // References from annotations are indexed. There are few articles, so these are scanned.
        let is_referenced = self.references_to(id).next().is_some() || self.articles().iter().any(|one| refers(one));
        if is_referenced { Err(Invalid::dangling(RecordKind::Entity, id)) } else { Ok(()) }
    }

    /// Checks that a relation is valid in this project.
    pub fn check_relation(&self, relation: &Relation) -> Result<(), Invalid> {
        check_id(relation.id.as_str())?;
        field_limits::relation(relation)?;
        let kind = &relation.kind;
        let found = self.schema().relation_type(kind);
        let kind = found.ok_or_else(|| Invalid::dangling(RecordKind::RelationType, kind))?;
        for (end, labels) in [(&relation.from, &kind.from), (&relation.to, &kind.to)] {
            let annotation = self.annotation(end).ok_or_else(|| Invalid::dangling(RecordKind::Annotation, end))?;
            if !labels.is_empty() && !labels.contains(&annotation.label) {
                return Err(Invalid::EndLabel(annotation.label.to_string()));
            }
        }
        if relation.from == relation.to { Err(Invalid::RelatesToItself) } else { Ok(()) }
    }

    /// Checks that a prediction is valid in this project.
    pub fn check_prediction(&self, prediction: &Prediction) -> Result<(), Invalid> {
        let tag = &prediction.tag;
        self.check_annotation(tag)?;
        field_limits::prediction(prediction)?;
        let label = self.schema().label(&tag.label);
        let of_entity = |name: &String| {
            let attribute = label.and_then(|label| label.attribute(name));
            attribute.is_some_and(|attribute| attribute.kind == AttributeKind::Entity)
        };
        if tag.entity.is_some() || tag.attributes.keys().any(of_entity) {
            return Err(Invalid::PredictedEntity);
        }
        if prediction.score.is_some_and(|score| !score.is_finite()) {
            return Err(Invalid::Score);
        }
        prediction.accepted.iter().try_for_each(|id| check_id(id.as_str()))?;
        prediction.relations.iter().try_for_each(|relation| {
            check_id(relation.to.as_str())?;
            let kind = self.schema().relation_type(&relation.kind);
            kind.map_or_else(|| Err(Invalid::dangling(RecordKind::RelationType, &relation.kind)), |_| Ok(()))
        })
    }

    /// Checks that a text can be the id of a suggestion.
    pub(crate) fn check_suggestion(id: &str) -> Result<(), Invalid> {
        check_id(id)
    }

    /// Checks the invariants of a schema.
    pub fn check_schema(schema: &Schema) -> Result<(), Invalid> {
        field_limits::schema(schema)?;
        let labels: Vec<&str> = schema.labels.iter().map(|label| label.id.as_str()).collect();
        let types: Vec<&str> = schema.relation_types.iter().map(|kind| kind.id.as_str()).collect();
        check_unique(&labels)?;
        check_unique(&types)?;
        schema.labels.iter().try_for_each(|label| check_attributes(&label.attributes))?;
        check_attributes(&schema.article_attributes)?;
        let mut ends = schema.relation_types.iter().flat_map(|kind| kind.from.iter().chain(&kind.to));
        ends.find(|id| schema.label(id).is_none()).map_or(Ok(()), |id| Err(Invalid::dangling(RecordKind::Label, id)))
    }

    /// Checks all invariants. Slow: for schema changes and tests.
    pub fn check(&self) -> Result<(), Invalid> {
        Self::check_schema(self.schema())?;
        check_unique(&self.articles().iter().map(|article| article.id.as_str()).collect::<Vec<_>>())?;
        self.articles().iter().try_for_each(|article| self.check_article(article))?;
        self.entities().try_for_each(|entity| self.check_entity(entity))?;
        self.annotation_records().values().try_for_each(|annotation| self.check_annotation(annotation))?;
        self.relations().try_for_each(|relation| self.check_relation(relation))?;
        self.predictions().values().try_for_each(|prediction| self.check_prediction(prediction))?;
        check_unique(&self.rejected().iter().map(|id| &**id).collect::<Vec<_>>())
    }
}

/// Checks the attributes of a label, or of articles: unique names, valid defaults, and conditions on other attributes
/// of the same owner.
fn check_attributes(attributes: &[Attribute]) -> Result<(), Invalid> {
    let names: Vec<&str> = attributes.iter().map(|attribute| attribute.name.as_str()).collect();
    if let Some(name) = duplicate(&names) {
        return Err(Invalid::DuplicateAttribute(name.to_owned()));
    }
    for attribute in attributes {
        attribute.default.iter().try_for_each(|value| check_value(attribute, value))?;
        if let Some(when) = &attribute.when
            && !attributes.iter().any(|other| other.name == when.attribute && other.name != attribute.name)
        {
            let problem = AttributeProblem::Condition(when.attribute.clone());
            return Err(Invalid::Attribute { name: attribute.name.clone(), problem });
        }
    }
    Ok(())
}

/// Checks that an attribute accepts a value.
fn check_value(attribute: &Attribute, value: &AttributeValue) -> Result<(), Invalid> {
    if attribute.accepts(value) {
        return Ok(());
    }
    let problem = AttributeProblem::Value { kind: attribute.kind, choices: attribute.choices.clone() };
    Err(Invalid::Attribute { name: attribute.name.clone(), problem })
}

/// Checks that a text is a valid id.
fn check_id(id: &str) -> Result<(), Invalid> {
    let is_refused = |c: char| c.is_whitespace() || c.is_control();
    let bad = id.is_empty() || id.chars().any(is_refused) || excess(id, ID).is_some();
    if bad { Err(Invalid::BadId(id.to_owned())) } else { Ok(()) }
}

fn check_unique(ids: &[&str]) -> Result<(), Invalid> {
    if let Some(id) = duplicate(ids) {
        return Err(Invalid::DuplicateId(id.to_owned()));
    }
    ids.iter().try_for_each(|id| check_id(id))
}

/// A name that occurs twice.
fn duplicate<'a>(names: &[&'a str]) -> Option<&'a str> {
    let mut names = names.to_vec();
    order::sort(&mut names);
    names.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0])
}
