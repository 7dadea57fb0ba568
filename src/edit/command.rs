//! What a person or a program asks for, before it is known whether it can be done.

use std::collections::BTreeMap;

use crate::model::{AnnotationId, ArticleId, AttributeValue, EntityId, LabelId, RelationId, RelationTypeId};
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

/// What to change of an annotation; `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnnotationPatch {
    /// Another label. Attributes that it does not have are dropped.
    pub label: Option<LabelId>,
    /// Other ranges.
    pub ranges: Option<Vec<TextRange>>,
    /// Attributes to set, or to clear (`None`).
    pub attributes: BTreeMap<String, Option<AttributeValue>>,
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
    /// A note about the article as a whole.
    pub note: String,
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

/// Something to be done, as one transaction.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Call the project something else.
    RenameProject(String),
    /// Add articles to the list.
    AddArticles(Vec<NewArticle>),
    /// Change what is known about an article.
    EditArticle(ArticleId, ArticleFields),
    /// Remove an article with its annotations and their relations.
    RemoveArticle(ArticleId),
    /// Tag.
    Annotate(NewAnnotation),
    /// Change an annotation.
    Update(AnnotationId, AnnotationPatch),
    /// Remove annotations and the relations that end at them.
    Remove(Vec<AnnotationId>),
    /// Link two annotations.
    Relate {
        /// The type of the link.
        kind: RelationTypeId,
        /// Where it goes from.
        from: AnnotationId,
        /// Where it goes to.
        to: AnnotationId,
        /// A note.
        note: String,
    },
    /// Remove a relation.
    Unrelate(RelationId),
}
