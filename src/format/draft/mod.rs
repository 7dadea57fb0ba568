//! What the file of another tool contains, in the tool's own terms: labels by name, offsets in a unit that may have to be found out.
//! The formats read a [`Draft`]; [`build`] makes a project of it, so that offset units, line ends, ids, labels and checks are in one
//! place.

mod build;
mod building;
mod covered;
mod decide;
mod hashed_ids;
mod names;
mod offset_unit;
mod predictions;
mod ranges;
mod rename;
mod schema;
mod shown_units;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};

use crate::format::ImportWarning;
use crate::model::{ArticleStatus, AttributeValue, Entity, RelationType, Schema, Timestamp};

pub(in crate::format) use build::BuiltIds;
pub use build::{Build, Built};
pub(in crate::format) use building::build_part;
pub use building::{Building, Prepared, build};
pub use decide::Decision;
pub(in crate::format) use hashed_ids::{HashedIds, hash};
pub(in crate::format) use names::UniqueIds;
pub use offset_unit::{OffsetTable, OffsetUnit};
pub(in crate::format) use ranges::is_line_gap;
pub(in crate::format) use schema::{CompleteSchema, Usage, kind_of, value_text};
pub(in crate::format) use shown_units::{ShownUnit, ShownUnits};

/// The content of a file of another tool.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The title of the project; empty if the file has none.
    pub title: String,
    /// The units in which tools that write this format count, the usual one first. One if there is no doubt.
    pub units: &'static [OffsetUnit],
    /// What the file says about labels and article attributes. Labels that are used but missing here are added.
    pub schema: Schema,
    /// What the file says about relation types. Those that are used but missing here are added.
    pub relation_types: Vec<RelationType>,
    /// The entities.
    pub entities: Vec<Entity>,
    /// The articles.
    pub articles: Vec<DraftArticle>,
    /// The relations.
    pub relations: Vec<DraftRelation>,
    /// The ids of rejected suggestions.
    pub rejected: Vec<String>,
    /// When the project was created, if the file says it.
    pub created: Option<Timestamp>,
    /// Whether ranges over several lines have a fragment on each line, so that fragments that only line ends and spaces separate are one
    /// range.
    pub joins_lines: bool,
    /// What the reader of the format has left out or changed.
    pub warnings: Vec<ImportWarning>,
}

/// An article of a draft.
#[derive(Clone, Debug, Default)]
pub struct DraftArticle {
    /// The file's id of the article; empty if it has none.
    pub id: String,
    /// The title; empty if the file has none.
    pub title: String,
    /// The publisher.
    pub source: String,
    /// The publication date, in any form; only what [`crate::model::Article::is_date`] accepts is kept.
    pub date: String,
    /// The language, in any form; only what [`crate::model::Article::is_language`] accepts is kept.
    pub language: String,
    /// The text as the file has it: offsets count in this text, before line ends are normalised.
    pub text: String,
    /// A note about the article.
    pub note: String,
    /// The status, if it was set.
    pub status: Option<ArticleStatus>,
    /// Values of article attributes, by name.
    pub attributes: BTreeMap<String, AttributeValue>,
    /// The unit of the offsets, if the file says it.
    pub unit: Option<OffsetUnit>,
    /// The annotations and predictions.
    pub tags: Vec<DraftTag>,
}

/// An annotation of a draft.
#[derive(Clone, Debug, Default)]
pub struct DraftTag {
    /// Where it is in the file, for messages: `line 12`, `[3].spans[1]`.
    pub place: String,
    /// The file's id of the annotation; empty if it has none.
    pub id: String,
    /// The name of the label.
    pub label: String,
    /// The fragments: start and end, in the unit of the article.
    pub fragments: Vec<(u32, u32)>,
    /// The covered text as the file has it, for all fragments together, however they are joined.
    pub covered: Option<String>,
    /// Whether the covered text may be followed by something else.
    pub may_continue: bool,
    /// Values of the label's attributes, by name. Attributes that the schema does not have are added to the label.
    pub attributes: BTreeMap<String, AttributeValue>,
    /// The id of the entity that is mentioned.
    pub entity: Option<String>,
    /// A note.
    pub note: String,
    /// When it was created, if the file says it.
    pub created: Option<Timestamp>,
    /// Who created it; empty if unknown.
    pub creator: String,
    /// When it was last changed, if ever.
    pub modified: Option<Timestamp>,
    /// Who last changed it; empty if unknown.
    pub modifier: String,
    /// The title of its row of the claims board; empty if it has none.
    pub row_title: String,
    /// What is known of it if it is no annotation, but the prediction of a model.
    pub prediction: Option<DraftPrediction>,
}

/// What a file says about a prediction, beside its tag. A relation between two predictions of an article is predicted, too.
#[derive(Clone, Debug, Default)]
pub struct DraftPrediction {
    /// The tool or file from which it comes.
    pub source: String,
    /// The model; empty if the file has none.
    pub model: String,
    /// The score as the file has it.
    pub score: Option<f64>,
    /// The file's id of the annotation of the same article that was made of it.
    pub accepted: Option<String>,
}

/// The place of an annotation in a draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TagIndex {
    /// The index of the article.
    pub article: usize,
    /// The index of the annotation in it.
    pub tag: usize,
}

/// A relation of a draft.
#[derive(Clone, Debug, Default)]
pub struct DraftRelation {
    /// Where it is in the file.
    pub place: String,
    /// The file's id of the relation; empty if it has none.
    pub id: String,
    /// The name of the relation type.
    pub kind: String,
    /// The annotation at which it starts.
    pub from: TagIndex,
    /// The annotation at which it ends.
    pub to: TagIndex,
    /// A note.
    pub note: String,
    /// When it was created, if the file says it.
    pub created: Option<Timestamp>,
    /// Who created it; empty if unknown.
    pub creator: String,
}

impl Draft {
    /// A draft without content, of a format that counts in these units.
    pub fn new(units: &'static [OffsetUnit]) -> Self {
        Self {
            title: String::new(),
            units,
            schema: Schema::default(),
            relation_types: Vec::new(),
            entities: Vec::new(),
            articles: Vec::new(),
            relations: Vec::new(),
            rejected: Vec::new(),
            created: None,
            joins_lines: false,
            warnings: Vec::new(),
        }
    }

    /// The names of the labels with their numbers of annotations: in the order of the schema, then as they are used.
    pub fn labels(&self) -> Vec<(String, usize)> {
        let mut found: Vec<(String, usize)> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        for label in &self.schema.labels {
            places.insert(label.id.to_string(), found.len());
            places.insert(label.name.clone(), found.len());
            found.push((label.name.clone(), 0));
        }
        for tag in self.articles.iter().flat_map(|article| &article.tags) {
            let count = usize::from(tag.prediction.is_none());
            let at = *places.entry(tag.label.clone()).or_insert_with(|| {
                found.push((tag.label.clone(), 0));
                found.len() - 1
            });
            found[at].1 += count;
        }
        found
    }

    /// The number of annotations and predictions.
    pub fn tag_count(&self) -> usize {
        self.articles.iter().map(|article| article.tags.len()).sum()
    }
}
