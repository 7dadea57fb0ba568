//! Summaries of transactions, as data: `app::messages` has their texts.
//!
//! Names and texts are those at the time of the transaction, because they may change later. Tagged texts are shortened,
//! and on one line.

use crate::model::{ArticleId, ArticleStatus};
use crate::order;

/// A number of places, and the number of articles that they are in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// The number of places.
    pub places: usize,
    /// The number of articles with at least one of the places.
    pub articles: usize,
}

impl Places {
    /// Counts places, given the article of each.
    pub fn count<'a>(articles: impl Iterator<Item = &'a ArticleId>) -> Self {
        let mut all: Vec<_> = articles.collect();
        let places = all.len();
        order::sort(&mut all);
        all.dedup();
        Self { places, articles: all.len() }
    }
}

/// What several annotations have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tags {
    /// The text, if it is the same for all.
    pub text: Option<String>,
    /// The name of the label, if it is the same for all.
    pub label: Option<String>,
    /// Their places.
    pub at: Places,
}

/// One change of a schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemaChange {
    /// A label of this name was added.
    LabelAdded(String),
    /// A label was renamed, from the first name to the second.
    LabelRenamed(String, String),
    /// A label was changed, but not renamed.
    LabelChanged(String),
    /// A label was removed.
    LabelRemoved(String),
    /// Relation types were added, changed or removed.
    RelationTypes,
    /// Attributes of articles were added, changed or removed.
    ArticleAttributes,
}

/// What a transaction did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Summary {
    /// The project was renamed.
    ProjectRenamed {
        /// The new title.
        title: String,
    },
    /// The schema was changed.
    SchemaEdited {
        /// The first few changes.
        changes: Vec<SchemaChange>,
        /// The number of further changes.
        more: usize,
        /// The number of annotations that changed.
        changed: usize,
        /// The number of annotations that were removed.
        removed: usize,
    },
    /// Articles were added.
    ArticlesAdded {
        /// The titles of the first few.
        titles: Vec<String>,
        /// The number of further articles.
        more: usize,
    },
    /// The title, source, date, language or note of an article was changed.
    ArticleEdited {
        /// Its title.
        title: String,
    },
    /// Attributes of an article were set or cleared.
    ArticleDescribed {
        /// Its title.
        title: String,
        /// The names of the attributes.
        attributes: Vec<String>,
    },
    /// The status of an article was set.
    ArticleMarked {
        /// Its title.
        title: String,
        /// Its status now.
        status: ArticleStatus,
    },
    /// An article was removed.
    ArticleRemoved {
        /// Its title.
        title: String,
        /// The number of its annotations, which were removed too.
        tags: usize,
    },
    /// Annotations were created.
    Tagged(Tags),
    /// One annotation got another label.
    Relabelled {
        /// Its text.
        text: String,
        /// The name of its new label.
        label: String,
        /// The number of relations that were removed because their type does not allow the label.
        relations: usize,
    },
    /// Several annotations got another label.
    AllRelabelled {
        /// The annotations, with their new label.
        tags: Tags,
        /// The number of relations that were removed because their type does not allow the label.
        relations: usize,
    },
    /// An annotation got another part.
    PartAdded {
        /// Its text before.
        before: String,
        /// Its text now.
        after: String,
    },
    /// An annotation lost a part.
    PartRemoved {
        /// Its text before.
        before: String,
        /// Its text now.
        after: String,
    },
    /// The edges of an annotation were moved.
    EdgesMoved {
        /// Its text before.
        before: String,
        /// Its text now.
        after: String,
    },
    /// One annotation was linked to an entity.
    Linked {
        /// Its text.
        text: String,
        /// The name of the entity.
        entity: String,
    },
    /// Several annotations were linked to one entity.
    AllLinked {
        /// The annotations.
        tags: Tags,
        /// The name of the entity.
        entity: String,
    },
    /// Several annotations were unlinked from their entities.
    AllUnlinked(Tags),
    /// Other fields of one annotation were changed.
    TagEdited {
        /// Its text.
        text: String,
        /// Whether its ranges were changed.
        ranges: bool,
        /// Whether its attributes were changed.
        attributes: bool,
        /// Whether its entity was changed.
        entity: bool,
        /// Whether its note was changed.
        note: bool,
    },
    /// Attributes of several annotations were changed.
    AllEdited(Tags),
    /// Annotations were removed.
    TagsRemoved {
        /// The annotations.
        tags: Tags,
        /// The number of their relations, which were removed too.
        relations: usize,
    },
    /// An entity was created.
    EntityAdded {
        /// Its name.
        name: String,
        /// The places of its mentions.
        at: Places,
    },
    /// An entity was renamed.
    EntityRenamed {
        /// Its name before.
        before: String,
        /// Its name now.
        after: String,
    },
    /// Other fields of an entity were changed.
    EntityEdited {
        /// Its name.
        name: String,
    },
    /// Entities were merged into another.
    EntitiesMerged {
        /// The names of the removed entities.
        names: Vec<String>,
        /// The name of the remaining entity.
        into: String,
    },
    /// An entity was created from some mentions of another.
    EntitySplit {
        /// The name of the new entity.
        name: String,
        /// The name of the original entity.
        from: String,
    },
    /// An entity was removed.
    EntityRemoved {
        /// Its name.
        name: String,
    },
    /// Mentions were linked to several entities at once.
    MentionsLinked {
        /// The places of the mentions.
        at: Places,
        /// The number of entities.
        entities: usize,
        /// The number of entities that were created.
        created: usize,
    },
    /// A relation was created.
    Related {
        /// The text of the annotation at which the relation starts.
        from: String,
        /// The text of the annotation at which the relation ends.
        to: String,
        /// The name of its type.
        kind: String,
    },
    /// Relations of one type were created for several annotations.
    AllRelated {
        /// How many.
        relations: usize,
        /// How many more there were already.
        skipped: usize,
        /// The name of their type.
        kind: String,
    },
    /// A relation got another type.
    RelationRetyped {
        /// The text of the annotation at which the relation starts.
        from: String,
        /// The text of the annotation at which the relation ends.
        to: String,
        /// The name of its new type.
        kind: String,
    },
    /// A relation was reversed.
    RelationReversed {
        /// The text of the annotation at which the relation now starts.
        from: String,
        /// The text of the annotation at which the relation now ends.
        to: String,
    },
    /// The note of a relation was changed.
    RelationNoteEdited {
        /// The text of the annotation at which the relation starts.
        from: String,
        /// The text of the annotation at which the relation ends.
        to: String,
    },
    /// A relation was removed.
    RelationRemoved {
        /// The name of its type.
        kind: String,
    },
    /// Several changes were made at once.
    Several {
        /// How many.
        steps: usize,
    },
    /// Several relations were removed.
    RelationsRemoved {
        /// How many.
        relations: usize,
    },
    /// A row of the claims board got a title, or lost it.
    RowTitled {
        /// The text of the first claim of the row.
        text: String,
        /// The title; empty if it was removed.
        title: String,
    },
    /// Suggestions were rejected.
    SuggestionsRejected {
        /// How many.
        suggestions: usize,
    },
    /// Suggestions are no longer rejected.
    SuggestionsRestored {
        /// How many.
        suggestions: usize,
    },
    /// Another project was added to this one.
    Merged {
        /// The number of new articles.
        articles: usize,
        /// The number of new annotations.
        tags: usize,
        /// How many of them are to be reviewed.
        doubtful: usize,
        /// The number of annotations without a place.
        unplaced: usize,
    },
    /// The doubtful places of annotations were accepted.
    TagsAccepted(Tags),
    /// An annotation without a place was removed.
    UnplacedRemoved {
        /// The text that it covered.
        text: String,
    },
    /// A text without data: stored by an earlier version, or of a kind that this version does not know.
    Text(String),
}
