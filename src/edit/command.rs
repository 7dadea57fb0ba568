//! Commands: requests to change a project, which may fail.

use std::collections::BTreeMap;

use super::{Change, SchemaEdit, Summary};
use crate::model::{
    AnnotationId, ArticleId, ArticleStatus, AttributeValue, EntityId, LabelId, RelationId, RelationTypeId,
};
use crate::text::{Text, TextRange};

/// A new annotation.
#[derive(Clone, Debug, PartialEq)]
pub struct NewAnnotation {
    /// The article.
    pub article: ArticleId,
    /// The ranges, in any order.
    pub ranges: Vec<TextRange>,
    /// The label.
    pub label: LabelId,
    /// Values that differ from the attributes' defaults.
    pub attributes: BTreeMap<String, AttributeValue>,
    /// The entity that the annotation mentions.
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

/// Predictions of another tool that become an annotation.
#[derive(Clone, Debug, PartialEq)]
pub struct AcceptedPrediction {
    /// The annotation, which may exist.
    pub tag: NewAnnotation,
    /// The ids of the predictions in its article of which it is made.
    pub predictions: Vec<AnnotationId>,
}

/// Attributes to set, or to clear (`None`), by their names.
pub type AttributePatch = BTreeMap<String, Option<AttributeValue>>;

/// A change of an annotation; `None` leaves a field unchanged.
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

/// The metadata of an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArticleFields {
    /// The headline.
    pub title: String,
    /// The publisher.
    pub source: String,
    /// The publication date: YYYY, YYYY-MM or YYYY-MM-DD.
    pub date: String,
    /// The language: a BCP 47 tag.
    pub language: String,
    /// A note about the article.
    pub note: String,
    /// Attributes of the article to set, or to clear (`None`).
    pub attributes: AttributePatch,
    /// The status; `None` leaves it unchanged.
    pub status: Option<ArticleStatus>,
}

/// A new article.
#[derive(Clone, Debug, PartialEq)]
pub struct NewArticle {
    /// The id; `None` for a new one.
    pub id: Option<ArticleId>,
    /// The index in the list, from 0; `None` for the end.
    pub index: Option<usize>,
    /// The metadata.
    pub fields: ArticleFields,
    /// The normalised text.
    pub text: Text,
}

/// The fields of an entity.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EntityFields {
    /// The canonical name.
    pub name: String,
    /// The label that its mentions usually have.
    pub label: Option<LabelId>,
    /// Other names of the entity.
    pub aliases: Vec<String>,
    /// Identifiers in external databases, by scheme ("wikidata", "url").
    pub identifiers: BTreeMap<String, String>,
    /// A note.
    pub note: String,
}

/// A new entity.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewEntity {
    /// The fields.
    pub fields: EntityFields,
    /// The annotations that mention the entity. Existing links of them are replaced.
    pub mentions: Vec<AnnotationId>,
}

/// The entity that mentions are linked to.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkTo {
    /// An existing entity.
    Known(EntityId),
    /// A new entity.
    New(EntityFields),
}

/// An entity that is the source of annotations, or another attribute of them.
#[derive(Clone, Debug, PartialEq)]
pub struct NewSource {
    /// The entity.
    pub entity: LinkTo,
    /// The annotations that mention the entity, which are linked to it.
    pub mentions: Vec<Side>,
    /// The name of the attribute that becomes the entity.
    pub attribute: String,
    /// The annotations of which it is an attribute, with further attributes to set.
    pub of: Vec<(Side, AttributePatch)>,
}

/// A change of a relation; `None` leaves a field unchanged.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RelationPatch {
    /// Another type.
    pub kind: Option<RelationTypeId>,
    /// Whether the relation is reversed.
    pub turn: bool,
    /// Another note.
    pub note: Option<String>,
}

/// An annotation that exists, or one to be made.
#[derive(Clone, Debug, PartialEq)]
pub enum Side {
    /// An existing annotation.
    Known(AnnotationId),
    /// A new annotation.
    New(NewAnnotation),
}

/// A request for a change, which is made as one transaction.
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
    /// Add many annotations at once, except those that already exist.
    AnnotateAll(Vec<NewAnnotation>),
    /// Change an annotation.
    Update(AnnotationId, AnnotationPatch),
    /// Apply one patch to many annotations. An attribute that a label does not have is skipped.
    UpdateAll(Vec<AnnotationId>, AnnotationPatch),
    /// Remove annotations with their relations.
    Remove(Vec<AnnotationId>),
    /// Add an entity, and link its mentions.
    AddEntity(NewEntity),
    /// Change the fields of an entity.
    UpdateEntity(EntityId, EntityFields),
    /// Link the mentions of many entities at once. A mention that is listed twice is linked to the first.
    LinkAll(Vec<(LinkTo, Vec<AnnotationId>)>),
    /// Merge entities: the first takes the names, identifiers, notes and mentions of the others, which are removed.
    MergeEntities(EntityId, Vec<EntityId>),
    /// Move some mentions of an entity to a new one, with the aliases that only these mentions use.
    SplitEntity {
        /// The existing entity.
        from: EntityId,
        /// The name of the new entity.
        name: String,
        /// The mentions of the new entity.
        mentions: Vec<AnnotationId>,
    },
    /// Remove an entity. Its mentions remain, without a link.
    RemoveEntity(EntityId),
    /// Relate two annotations.
    Relate {
        /// The relation type.
        kind: RelationTypeId,
        /// The annotation at which the relation starts.
        from: AnnotationId,
        /// The annotation at which the relation ends.
        to: AnnotationId,
        /// A note.
        note: String,
    },
    /// Relate many pairs of annotations, each from the first to the second, by one type; those that are related already are skipped.
    RelateAll(RelationTypeId, Vec<(AnnotationId, AnnotationId)>),
    /// Relate two places, and tag those that are not tagged yet.
    Connect {
        /// The relation type.
        kind: RelationTypeId,
        /// Where the relation starts.
        from: Box<Side>,
        /// Where it ends.
        to: Box<Side>,
    },
    /// Set an entity as an attribute of annotations, make what of it does not exist yet, and link the mentions of the entity.
    SetSource(Box<NewSource>),
    /// Several changes as one, each made in the project that the ones before it lead to.
    All(Vec<Command>),
    /// Set the title of a row of the claims board, or remove it (an empty title).
    TitleRow {
        /// The claims of the row, in the order of the row. The first gets the title, the others lose theirs.
        claims: Vec<AnnotationId>,
        /// The title, written on one line.
        title: String,
    },
    /// Change a relation.
    UpdateRelation(RelationId, RelationPatch),
    /// Remove a relation.
    Unrelate(RelationId),
    /// Remove several relations at once.
    UnrelateAll(Vec<RelationId>),
    /// Make annotations of predictions.
    AcceptPredictions(Vec<AcceptedPrediction>),
    /// Reject suggestions, by their ids: they are not proposed again.
    RejectSuggestions(Vec<String>),
    /// Propose rejected suggestions again, by their ids.
    RestoreSuggestions(Vec<String>),
    /// Changes that were planned elsewhere (`merge`), for the project as it is.
    Planned(Box<PlannedChanges>),
}

/// Changes that were planned elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedChanges {
    /// What they do.
    pub summary: Summary,
    /// The changes, in order.
    pub changes: Vec<Change>,
}

/// A command about many annotations, which can be planned in steps.
#[derive(Clone, Debug, PartialEq)]
pub enum BulkCommand {
    /// [`Command::AnnotateAll`].
    Annotate(Vec<NewAnnotation>),
    /// [`Command::UpdateAll`].
    Update(Vec<AnnotationId>, AnnotationPatch),
    /// [`Command::Remove`].
    Remove(Vec<AnnotationId>),
}

impl Command {
    /// The command as one about many annotations.
    ///
    /// # Errors
    /// With the command itself, if it is another one.
    pub(super) fn into_bulk(self) -> Result<BulkCommand, Box<Self>> {
        match self {
            Self::AnnotateAll(all) => Ok(BulkCommand::Annotate(all)),
            Self::UpdateAll(ids, patch) => Ok(BulkCommand::Update(ids, patch)),
            Self::Remove(ids) => Ok(BulkCommand::Remove(ids)),
            other => Err(Box::new(other)),
        }
    }
}
