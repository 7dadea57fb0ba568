//! A project: the articles, annotations, entities, relations and schema that are saved as a unit. Outside of the model
//! it is immutable: see [`super::mutate`].

use std::rc::Rc;

use super::outlined::Outlined;
use super::references::References;
use super::{
    Annotation, AnnotationId, AnnotationSet, Article, ArticleId, ArticleStatus, Entity, EntityId, Extra, LabelId,
    Prediction, Records, Relation, RelationId, RelationTypeId, Schema, Timestamp,
};
use crate::text::TextRange;

/// A project. Every collection is shared, so a clone is cheap whatever the size of the project, and an earlier state
/// does not change.
#[derive(Clone, Debug)]
pub struct Project {
    /// The title.
    pub title: String,
    /// When the project was created.
    pub created: Timestamp,
    /// Fields of the object `project` in the file that this version does not know.
    pub extra: Extra,
    /// Fields at the top level of the file that this version does not know.
    pub file_extra: Extra,
    pub(super) schema: Rc<Schema>,
    /// The articles in list order.
    pub(super) articles: Rc<Vec<Rc<Article>>>,
    pub(super) articles_by_id: Rc<Records<ArticleId, Article>>,
    /// The annotations of each article; an article without annotations has an empty set.
    pub(super) sets: Rc<Records<ArticleId, AnnotationSet>>,
    pub(super) annotations: Rc<Records<AnnotationId, Annotation>>,
    pub(super) entities: Rc<Records<EntityId, Entity>>,
    pub(super) relations: Rc<Records<RelationId, Relation>>,
    /// The predictions of other tools, by article.
    pub(super) predictions: Rc<Records<(ArticleId, AnnotationId), Prediction>>,
    /// The ids of rejected suggestions, sorted.
    pub(super) rejected: Rc<Vec<Rc<str>>>,
    pub(super) references: References,
}

impl Project {
    /// A project without articles.
    pub fn new(title: impl Into<String>, schema: Schema, created: Timestamp) -> Self {
        Self {
            title: title.into(),
            created,
            extra: Extra::default(),
            file_extra: Extra::default(),
            schema: Rc::new(schema),
            articles: Rc::default(),
            articles_by_id: Rc::default(),
            sets: Rc::default(),
            annotations: Rc::default(),
            entities: Rc::default(),
            relations: Rc::default(),
            predictions: Rc::default(),
            rejected: Rc::default(),
            references: References::default(),
        }
    }

    /// Whether one project was cloned from the other, and neither has changed since. Compares one pointer for each
    /// collection; may be `false` for projects that are equal.
    pub fn is_same(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.schema, &other.schema)
            && Rc::ptr_eq(&self.articles, &other.articles)
            && Rc::ptr_eq(&self.sets, &other.sets)
            && Rc::ptr_eq(&self.entities, &other.entities)
            && Rc::ptr_eq(&self.relations, &other.relations)
            && Rc::ptr_eq(&self.predictions, &other.predictions)
            && Rc::ptr_eq(&self.rejected, &other.rejected)
            && self.title == other.title
    }

    /// The labels and relation types.
    pub fn schema(&self) -> &Rc<Schema> {
        &self.schema
    }

    /// The articles, in list order.
    pub fn articles(&self) -> &[Rc<Article>] {
        &self.articles
    }

    /// The articles. The pointer is the same while no article changes.
    pub fn article_list(&self) -> &Rc<Vec<Rc<Article>>> {
        &self.articles
    }

    /// The annotations of each article. The pointer is the same while no annotation changes.
    pub fn annotation_sets(&self) -> &Rc<Records<ArticleId, AnnotationSet>> {
        &self.sets
    }

    /// The annotations by id. The pointer is the same while no annotation changes.
    pub fn annotation_records(&self) -> &Rc<Records<AnnotationId, Annotation>> {
        &self.annotations
    }

    /// The entities by id. The pointer is the same while no entity changes.
    pub fn entity_records(&self) -> &Rc<Records<EntityId, Entity>> {
        &self.entities
    }

    /// The relations by id. The pointer is the same while no relation changes.
    pub fn relation_records(&self) -> &Rc<Records<RelationId, Relation>> {
        &self.relations
    }

    /// The predictions of other tools, by the ids of their articles and their own. The pointer is the same while none changes.
    pub fn predictions(&self) -> &Rc<Records<(ArticleId, AnnotationId), Prediction>> {
        &self.predictions
    }

    /// The predictions in an article, by id. Costs what it returns.
    pub fn predictions_of<'a>(&'a self, article: &'a ArticleId) -> impl Iterator<Item = &'a Rc<Prediction>> {
        self.predictions.matching(move |(of, _)| of.cmp(article))
    }

    /// The prediction with an id in an article.
    pub fn prediction(&self, article: &ArticleId, id: &AnnotationId) -> Option<&Rc<Prediction>> {
        self.predictions.get(&(article.clone(), id.clone()))
    }

    /// The ids of the suggestions that the user has rejected, sorted. The pointer is the same while none is rejected or
    /// restored.
    pub fn rejected(&self) -> &Rc<Vec<Rc<str>>> {
        &self.rejected
    }

    /// Whether the user has rejected the suggestion with an id.
    pub fn is_rejected(&self, suggestion: &str) -> bool {
        self.rejected.binary_search_by(|id| (**id).cmp(suggestion)).is_ok()
    }

    /// The article with an id.
    pub fn article(&self, id: &ArticleId) -> Option<&Rc<Article>> {
        self.articles_by_id.get(id)
    }

    /// The status of an article: the one that the user set, otherwise in progress as soon as it has annotations.
    pub fn status(&self, article: &Article) -> ArticleStatus {
        article.status_with(self.sets.get(&article.id).is_some_and(|set| !set.is_empty()))
    }

    /// The annotations of an article, in the order of its text; none for an unknown article. The pointer is the same
    /// while no annotation of the article changes.
    pub fn annotations_of(&self, article: &ArticleId) -> Rc<AnnotationSet> {
        self.sets.get(article).cloned().unwrap_or_default()
    }

    /// The annotation with an id.
    pub fn annotation(&self, id: &AnnotationId) -> Option<&Rc<Annotation>> {
        self.annotations.get(id)
    }

    /// The annotation with a label on exactly these ranges, which are in order. Hardly depends on the number of annotations.
    pub fn annotation_at(&self, article: &ArticleId, label: &LabelId, ranges: &[TextRange]) -> Option<AnnotationId> {
        let set = self.sets.get(article)?;
        let mut there = set.overlapping(*ranges.first()?);
        let found = there.find(|(_, one)| &one.label == label && one.ranges == ranges);
        found.map(|(_, one)| one.id.clone())
    }

    /// All annotations: by article, then in the order of the text.
    pub fn all_annotations(&self) -> impl Iterator<Item = &Rc<Annotation>> {
        Outlined(self.articles.iter().filter_map(|article| self.sets.get(&article.id)).flat_map(|set| set.iter()))
    }

    /// The number of annotations.
    pub fn annotation_count(&self) -> usize {
        self.annotations.len()
    }

    /// The entities, by id.
    pub fn entities(&self) -> impl Iterator<Item = &Rc<Entity>> {
        self.entities.values()
    }

    /// The entity with an id.
    pub fn entity(&self, id: &EntityId) -> Option<&Rc<Entity>> {
        self.entities.get(id)
    }

    /// The annotations that mention an entity, by id. Costs what it returns.
    pub fn mentions_of<'a>(&'a self, id: &'a EntityId) -> impl Iterator<Item = &'a Rc<Annotation>> {
        self.references_to(id).filter(move |annotation| annotation.entity.as_ref() == Some(id))
    }

    /// The annotations that mention an entity or name it in an attribute, by id. Costs what it returns.
    pub fn references_to<'a>(&'a self, id: &'a EntityId) -> impl Iterator<Item = &'a Rc<Annotation>> {
        self.references.annotations_of(id)
    }

    /// The relations, by id.
    pub fn relations(&self) -> impl Iterator<Item = &Rc<Relation>> {
        self.relations.values()
    }

    /// The relation with an id.
    pub fn relation(&self, id: &RelationId) -> Option<&Rc<Relation>> {
        self.relations.get(id)
    }

    /// The relations that begin or end at an annotation, by id. Costs what it returns.
    pub fn relations_of<'a>(&'a self, id: &'a AnnotationId) -> impl Iterator<Item = &'a Rc<Relation>> {
        self.references.relations_of(id)
    }

    /// Whether a relation of any type connects two annotations, in either direction.
    pub fn are_related(&self, a: &AnnotationId, b: &AnnotationId) -> bool {
        self.relations_of(a).any(|one| &one.from == b || &one.to == b)
    }

    /// The relations of a type between two annotations; in either direction where the type is symmetric.
    pub fn relations_like<'a>(
        &'a self,
        kind: &'a RelationTypeId,
        from: &'a AnnotationId,
        to: &'a AnnotationId,
    ) -> impl Iterator<Item = &'a Rc<Relation>> {
        let symmetric = self.schema.relation_type(kind).is_some_and(|kind| kind.symmetric);
        self.relations_of(from).filter(move |one| &one.kind == kind && one.is_between(from, to, symmetric))
    }

    /// The text of an annotation; the parts of a discontinuous one are joined by " … ".
    pub fn exact(&self, annotation: &Annotation) -> String {
        self.article(&annotation.article).map(|article| annotation.exact(&article.text)).unwrap_or_default()
    }

    /// The name of a label; its id if the schema does not have the label.
    pub fn label_name(&self, id: &LabelId) -> String {
        self.schema.label(id).map_or_else(|| id.to_string(), |label| label.name.clone())
    }

    /// The name of a relation type; its id if the schema does not have the type.
    pub fn relation_type_name(&self, id: &RelationTypeId) -> String {
        self.schema.relation_type(id).map_or_else(|| id.to_string(), |kind| kind.name.clone())
    }
}
