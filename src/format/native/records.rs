//! The records of the native JSON, field for field in the order in which they are written.
//!
//! Every record keeps what it does not know in `extra`. The JSON Schema is generated from these types, and their
//! comments are its descriptions.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::schema_records::SchemaRecord;
use super::value::ValueRecord;

/// A Crossread project: articles, and what was tagged and linked in them.
#[derive(Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Crossread project, version 1"))]
#[serde(expecting = "a Crossread project")]
pub(crate) struct Document {
    /// Always "crossread".
    #[cfg_attr(test, schemars(extend("const" = "crossread")))]
    pub(crate) format: String,
    /// The version of this format.
    #[cfg_attr(test, schemars(extend("const" = 1)))]
    pub(crate) version: u32,
    /// The program that wrote the file.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) generator: String,
    /// What is known of the project as a whole.
    pub(crate) project: ProjectRecord,
    /// The labels and relation types.
    pub(crate) schema: SchemaRecord,
    /// The articles, in the order in which they are listed.
    pub(crate) articles: Vec<ArticleRecord>,
    /// Things in the world that annotations mention.
    #[serde(default)]
    pub(crate) entities: Vec<EntityRecord>,
    /// Annotations: by article, then in the order of the text.
    #[serde(default)]
    pub(crate) annotations: Vec<AnnotationRecord>,
    /// Links between annotations.
    #[serde(default)]
    pub(crate) relations: Vec<RelationRecord>,
    #[serde(flatten)]
    pub(crate) extra: Map<String, Value>,
}

/// What is known of the project as a whole.
#[derive(Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Project"))]
#[serde(expecting = "an object")]
pub(crate) struct ProjectRecord {
    /// What it is called.
    pub(crate) title: String,
    /// When it was begun: RFC 3339 in UTC.
    #[cfg_attr(test, schemars(extend("format" = "date-time")))]
    pub(crate) created: String,
    #[serde(flatten)]
    pub(crate) extra: Map<String, Value>,
}

/// An article: a text that never changes, with LF line ends and without a byte order mark.
#[derive(Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Article"))]
#[serde(expecting = "an article: an object")]
pub(crate) struct ArticleRecord {
    /// Its id.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub(crate) id: String,
    /// Its headline.
    pub(crate) title: String,
    /// Who published it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) source: String,
    /// When it was published: YYYY, YYYY-MM or YYYY-MM-DD.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(test, schemars(regex(pattern = r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$")))]
    pub(crate) date: String,
    /// The language it is written in: a BCP 47 tag.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) language: String,
    /// A note about the article as a whole.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) note: String,
    /// SHA-256 of the text's UTF-8 bytes, in hexadecimal.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(test, schemars(regex(pattern = r"^([0-9a-fA-F]{64})?$")))]
    pub(crate) sha256: String,
    /// The text.
    pub(crate) text: String,
    #[serde(flatten)]
    pub(crate) extra: Map<String, Value>,
}

/// A thing in the world.
#[derive(Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Entity"))]
#[serde(expecting = "an entity: an object")]
pub(crate) struct EntityRecord {
    /// Its id.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub(crate) id: String,
    /// Its canonical name.
    pub(crate) name: String,
    /// The id of the label of its mentions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) label: Option<String>,
    /// Other names it goes by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) aliases: Vec<String>,
    /// Identifiers elsewhere, by scheme ("wikidata", "url").
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) identifiers: BTreeMap<String, String>,
    /// A note.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) note: String,
    #[serde(flatten)]
    pub(crate) extra: Map<String, Value>,
}

/// One label on one or more ranges of one article.
#[derive(Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Annotation"))]
#[serde(rename_all = "camelCase", expecting = "an annotation: an object")]
pub(crate) struct AnnotationRecord {
    /// Its id.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub(crate) id: String,
    /// The id of the article it stands in.
    pub(crate) article: String,
    /// The id of its label.
    pub(crate) label: String,
    /// The name of its label, for readers who do not look the id up; ignored on import.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) label_name: String,
    /// Its ranges, in the order of the text, none overlapping another; several for a discontinuous annotation.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub(crate) ranges: Vec<RangeRecord>,
    /// Values of the label's attributes, by the attribute's name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) attributes: BTreeMap<String, ValueRecord>,
    /// The id of the entity it mentions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) entity: Option<String>,
    /// What its maker noted about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) note: String,
    /// When it was made: RFC 3339 in UTC; when the project was begun, if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(extend("format" = "date-time")))]
    pub(crate) created: Option<String>,
    /// When it was last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(extend("format" = "date-time")))]
    pub(crate) modified: Option<String>,
    /// Who made it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) creator: String,
    #[serde(flatten)]
    pub(crate) extra: Map<String, Value>,
}

/// A half-open stretch of an article's text.
#[derive(Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Range"))]
#[serde(rename_all = "camelCase", expecting = "a range: an object")]
pub(crate) struct RangeRecord {
    /// Where it begins, in Unicode code points from the beginning of the text.
    pub(crate) start: u32,
    /// Where it ends: the code point after its last.
    pub(crate) end: u32,
    /// Where it begins, in UTF-16 code units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) utf16_start: Option<u32>,
    /// Where it ends, in UTF-16 code units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) utf16_end: Option<u32>,
    /// The text of the range.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub(crate) exact: String,
    /// Up to 32 code points before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) prefix: Option<String>,
    /// Up to 32 code points after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) suffix: Option<String>,
}

/// A typed link from one annotation to another.
#[derive(Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Relation"))]
#[serde(expecting = "a relation: an object")]
pub(crate) struct RelationRecord {
    /// Its id.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub(crate) id: String,
    /// The id of its type.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// The id of the annotation it goes from.
    pub(crate) from: String,
    /// The id of the annotation it goes to; another one.
    pub(crate) to: String,
    /// A note.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) note: String,
    /// When it was made: RFC 3339 in UTC; when the project was begun, if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(extend("format" = "date-time")))]
    pub(crate) created: Option<String>,
    /// Who made it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) creator: String,
    #[serde(flatten)]
    pub(crate) extra: Map<String, Value>,
}
