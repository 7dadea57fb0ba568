//! Commands: requests to change a project, which may fail.

use std::collections::BTreeMap;

use super::SchemaEdit;
use crate::model::{
    AnnotationId, ArticleId, ArticleStatus, AttributeValue, EntityId, LabelId, RelationId, RelationTypeId,
};
use crate::text::{Text, TextRange};

/// A new annotation.
#[derive(Clone, Debug, PartialEq)]
pub struct NewAnnotation {
    /// Where.
    pub article: ArticleId,
    /// Its ranges, in any order.
    pub ranges: Vec<TextRange>,
    /// Its label.
    pub label: LabelId,
    /// Values that differ from the attributes' defaults.
    pub attributes: BTreeMap<String, AttributeValue>,
    /// The entity it mentions.
    pub entity: Option<EntityId>,
    /// A note.
    pub note: String,
}

impl NewAnnotation {
    /// A plain tag on one range.
    pub fn tag(article: ArticleId, range: TextRange, label: LabelId) -> Self {
        let attributes = BTreeMap::new();
        Self { article, ranges: vec![range], label, attributes, entity: None, note: String::new() }
    }
}

/// Attributes to set, or to clear (`None`), by their names.
pub type AttributePatch = BTreeMap<String, Option<AttributeValue>>;

/// What to change of an annotation; `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnnotationPatch {
    /// Another label. Attributes that it does not have are dropped.
    pub label: Option<LabelId>,
    /// Other ranges.
    pub ranges: Option<Vec<TextRange>>,
    /// Attributes to set, or to clear (`None`).
    pub attributes: AttributePatch,
    /// Another entity, or none.
    pub entity: Option<Option<EntityId>>,
    /// Another note.
    pub note: Option<String>,
}

/// What is known about an article besides its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArticleFields {
    /// Its headline.
    pub title: String,
    /// Who published it.
    pub source: String,
    /// When, as YYYY, YYYY-MM or YYYY-MM-DD.
    pub date: String,
    /// A BCP 47 tag.
    pub language: String,
    /// A note about the article.
    pub note: String,
    /// Attributes of the article to set, or to clear (`None`).
    pub attributes: AttributePatch,
    /// Its status; `None` leaves it as it is.
    pub status: Option<ArticleStatus>,
}

/// A new article.
#[derive(Clone, Debug, PartialEq)]
pub struct NewArticle {
    /// An id, if it must have a certain one.
    pub id: Option<ArticleId>,
    /// Its place in the list, counted from 0; at the end if none is given.
    pub index: Option<usize>,
    /// What is known about it.
    pub fields: ArticleFields,
    /// Its text, already normalised.
    pub text: Text,
}

/// What an entity is, besides its id.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EntityFields {
    /// Its canonical name.
    pub name: String,
    /// The label of its mentions.
    pub label: Option<LabelId>,
    /// Other names of the entity.
    pub aliases: Vec<String>,
    /// Identifiers elsewhere, by scheme ("wikidata", "url").
    pub identifiers: BTreeMap<String, String>,
    /// A note.
    pub note: String,
}

/// A new entity.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewEntity {
    /// What it is.
    pub fields: EntityFields,
    /// The annotations that mention it; they are linked to it, whatever they were linked to before.
    pub mentions: Vec<AnnotationId>,
}

/// What mentions are linked to.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkTo {
    /// An entity that is there.
    Known(EntityId),
    /// A new one.
    New(EntityFields),
}

/// What to change of a relation; `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RelationPatch {
    /// Another type.
    pub kind: Option<RelationTypeId>,
    /// Whether its ends change places.
    pub turn: bool,
    /// Another note.
    pub note: Option<String>,
}

/// A change to be made, as one transaction.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Rename the project.
    RenameProject(String),
    /// Change the labels, attributes and relation types, and the records that use removed ones.
    EditSchema(Box<SchemaEdit>),
    /// Add articles to the list.
    AddArticles(Vec<NewArticle>),
    /// Change the fields of an article.
    EditArticle(ArticleId, ArticleFields),
    /// Set or clear attributes of an article.
    DescribeArticle(ArticleId, AttributePatch),
    /// Set the status of an article; `None` derives it from its annotations.
    MarkArticle(ArticleId, Option<ArticleStatus>),
    /// Remove an article with its annotations and their relations.
    RemoveArticle(ArticleId),
    /// Add an annotation.
    Annotate(NewAnnotation),
    /// Tag many places at once, except those that already have an equal tag.
    AnnotateAll(Vec<NewAnnotation>),
    /// Change an annotation.
    Update(AnnotationId, AnnotationPatch),
    /// Apply one patch to many annotations. An attribute that a label does not have is skipped.
    UpdateAll(Vec<AnnotationId>, AnnotationPatch),
    /// Remove annotations and the relations that end at them.
    Remove(Vec<AnnotationId>),
    /// Make an entity of some mentions, or of none.
    AddEntity(NewEntity),
    /// Change what is known of an entity.
    UpdateEntity(EntityId, EntityFields),
    /// Link the mentions of many entities at once. A mention that is listed twice is linked to the first.
    LinkAll(Vec<(LinkTo, Vec<AnnotationId>)>),
    /// Merge entities: the first takes the names, identifiers, notes and mentions of the others, which are removed.
    MergeEntities(EntityId, Vec<EntityId>),
    /// Move some mentions of an entity to a new one, with the aliases that only they have.
    SplitEntity {
        /// The entity that it was.
        from: EntityId,
        /// The name of the new one.
        name: String,
        /// The mentions that are of the new one.
        mentions: Vec<AnnotationId>,
    },
    /// Remove an entity; its mentions stay, and mention none.
    RemoveEntity(EntityId),
    /// Link two annotations.
    Relate {
        /// The type of the link.
        kind: RelationTypeId,
        /// The annotation that it starts at.
        from: AnnotationId,
        /// The annotation that it ends at.
        to: AnnotationId,
        /// A note.
        note: String,
    },
    /// Relate many pairs of annotations, each from the first to the second, by one type; those that are related already are skipped.
    RelateAll(RelationTypeId, Vec<(AnnotationId, AnnotationId)>),
    /// Change a relation.
    UpdateRelation(RelationId, RelationPatch),
    /// Remove a relation.
    Unrelate(RelationId),
}
