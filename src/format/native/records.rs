//! The records of the native JSON, field for field in the order in which they are written.
//!
//! Every record keeps what it does not know in `extra`. The JSON Schema is generated from these types, and their
//! comments are its descriptions.

use std::collections::BTreeMap;

use super::schema_records::SchemaRecord;
use crate::json::{Extra, named, record};
use crate::model::{ArticleStatus, AttributeValue};

/// A Crossread project: articles, and what was tagged and linked in them.
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Document {
    /// Always "crossread".
    #[cfg_attr(test, schemars(extend("const" = "crossread")))]
    pub(crate) format: String,
    /// The version of this format.
    #[cfg_attr(test, schemars(extend("const" = 1)))]
    pub(crate) version: u32,
    /// The program that wrote the file.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub(crate) generator: String,
    /// What is known of the project as a whole.
    pub(crate) project: ProjectRecord,
    /// The labels and relation types.
    pub(crate) schema: SchemaRecord,
    /// The articles, in the order in which they are listed.
    pub(crate) articles: Vec<ArticleRecord>,
    /// Things in the world that annotations mention.
    #[cfg_attr(test, serde(default), schemars(extend("default" = [])))]
    pub(crate) entities: Vec<EntityRecord>,
    /// Annotations: by article, then in the order of the text.
    #[cfg_attr(test, serde(default), schemars(extend("default" = [])))]
    pub(crate) annotations: Vec<AnnotationRecord>,
    /// Links between annotations.
    #[cfg_attr(test, serde(default), schemars(extend("default" = [])))]
    pub(crate) relations: Vec<RelationRecord>,
    #[cfg_attr(test, serde(flatten))]
    pub(crate) extra: Extra,
}

/// What is known of the project as a whole.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Project"))]
pub(crate) struct ProjectRecord {
    /// What it is called.
    pub(crate) title: String,
    /// When it was begun: RFC 3339 in UTC.
    #[cfg_attr(test, schemars(extend("format" = "date-time")))]
    pub(crate) created: String,
    #[cfg_attr(test, serde(flatten))]
    pub(crate) extra: Extra,
}

/// An article: a text that never changes, with LF line ends and without a byte order mark.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Article"))]
pub(crate) struct ArticleRecord {
    /// Its id.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub(crate) id: String,
    /// Its headline.
    pub(crate) title: String,
    /// Who published it.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub(crate) source: String,
    /// When it was published: YYYY, YYYY-MM or YYYY-MM-DD.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    #[cfg_attr(test, schemars(regex(pattern = r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$")))]
    pub(crate) date: String,
    /// The language it is written in: a BCP 47 tag.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub(crate) language: String,
    /// A note about the article as a whole.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub(crate) note: String,
    /// How far the work on it has come; if absent, in work as soon as it has annotations.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    pub(crate) status: Option<ArticleStatus>,
    /// Values of the schema's article attributes, by the attribute's name.
    #[cfg_attr(test, serde(default, skip_serializing_if = "BTreeMap::is_empty"))]
    pub(crate) attributes: BTreeMap<String, AttributeValue>,
    /// SHA-256 of the text's UTF-8 bytes, in hexadecimal.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    #[cfg_attr(test, schemars(regex(pattern = r"^([0-9a-fA-F]{64})?$")))]
    pub(crate) sha256: String,
    /// The text.
    pub(crate) text: String,
    #[cfg_attr(test, serde(flatten))]
    pub(crate) extra: Extra,
}

/// A thing in the world.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Entity"))]
pub(crate) struct EntityRecord {
    /// Its id.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub(crate) id: String,
    /// Its canonical name.
    pub(crate) name: String,
    /// The id of the label of its mentions.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    pub(crate) label: Option<String>,
    /// Other names it goes by.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub(crate) aliases: Vec<String>,
    /// Identifiers elsewhere, by scheme ("wikidata", "url").
    #[cfg_attr(test, serde(default, skip_serializing_if = "BTreeMap::is_empty"))]
    pub(crate) identifiers: BTreeMap<String, String>,
    /// A note.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub(crate) note: String,
    #[cfg_attr(test, serde(flatten))]
    pub(crate) extra: Extra,
}

/// One label on one or more ranges of one article.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Annotation"))]
#[cfg_attr(test, serde(rename_all = "camelCase"))]
pub(crate) struct AnnotationRecord {
    /// Its id.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub(crate) id: String,
    /// The id of the article it stands in.
    pub(crate) article: String,
    /// The id of its label.
    pub(crate) label: String,
    /// The name of its label, for readers who do not look the id up; ignored on import.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub(crate) label_name: String,
    /// Its ranges, in the order of the text, none overlapping another; several for a discontinuous annotation.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub(crate) ranges: Vec<RangeRecord>,
    /// Values of the label's attributes, by the attribute's name.
    #[cfg_attr(test, serde(default, skip_serializing_if = "BTreeMap::is_empty"))]
    pub(crate) attributes: BTreeMap<String, AttributeValue>,
    /// The id of the entity it mentions.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    pub(crate) entity: Option<String>,
    /// What its maker noted about it.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub(crate) note: String,
    /// When it was made: RFC 3339 in UTC; when the project was begun, if absent.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(test, schemars(extend("format" = "date-time")))]
    pub(crate) created: Option<String>,
    /// When it was last changed.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(test, schemars(extend("format" = "date-time")))]
    pub(crate) modified: Option<String>,
    /// Who made it.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub(crate) creator: String,
    /// Who last changed it.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub(crate) modifier: String,
    #[cfg_attr(test, serde(flatten))]
    pub(crate) extra: Extra,
}

/// A half-open stretch of an article's text.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Range"))]
#[cfg_attr(test, serde(rename_all = "camelCase"))]
pub(crate) struct RangeRecord {
    /// Where it begins, in Unicode code points from the beginning of the text.
    pub(crate) start: u32,
    /// Where it ends: the code point after its last.
    pub(crate) end: u32,
    /// Where it begins, in UTF-16 code units.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    pub(crate) utf16_start: Option<u32>,
    /// Where it ends, in UTF-16 code units.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    pub(crate) utf16_end: Option<u32>,
    /// The text of the range.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub(crate) exact: String,
    /// Up to 32 code points before it.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    pub(crate) prefix: Option<String>,
    /// Up to 32 code points after it.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    pub(crate) suffix: Option<String>,
}

/// A typed link from one annotation to another.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Relation"))]
pub(crate) struct RelationRecord {
    /// Its id.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub(crate) id: String,
    /// The id of its type.
    #[cfg_attr(test, serde(rename = "type"))]
    pub(crate) kind: String,
    /// The id of the annotation it goes from.
    pub(crate) from: String,
    /// The id of the annotation it goes to; another one.
    pub(crate) to: String,
    /// A note.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub(crate) note: String,
    /// When it was made: RFC 3339 in UTC; when the project was begun, if absent.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(test, schemars(extend("format" = "date-time")))]
    pub(crate) created: Option<String>,
    /// Who made it.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub(crate) creator: String,
    #[cfg_attr(test, serde(flatten))]
    pub(crate) extra: Extra,
}

record!(Document, Project, {
    needed "format": format,
    needed "version": version,
    optional "generator": generator,
    needed "project": project,
    needed "schema": schema,
    needed "articles": articles,
    usual "entities": entities,
    usual "annotations": annotations,
    usual "relations": relations,
}, rest: extra);

record!(ProjectRecord, ProjectHead, { needed "title": title, needed "created": created }, rest: extra);

record!(ArticleRecord, Article, {
    needed "id": id,
    needed "title": title,
    optional "source": source,
    optional "date": date,
    optional "language": language,
    optional "note": note,
    optional "status": status,
    optional "attributes": attributes,
    optional "sha256": sha256,
    needed "text": text,
}, rest: extra);

named!(ArticleStatus);

record!(EntityRecord, Entity, {
    needed "id": id,
    needed "name": name,
    optional "label": label,
    optional "aliases": aliases,
    optional "identifiers": identifiers,
    optional "note": note,
}, rest: extra);

record!(AnnotationRecord, Annotation, {
    needed "id": id,
    needed "article": article,
    needed "label": label,
    optional "labelName": label_name,
    needed "ranges": ranges,
    optional "attributes": attributes,
    optional "entity": entity,
    optional "note": note,
    optional "created": created,
    optional "modified": modified,
    optional "creator": creator,
    optional "modifier": modifier,
}, rest: extra);

record!(RangeRecord, Range, {
    needed "start": start,
    needed "end": end,
    optional "utf16Start": utf16_start,
    optional "utf16End": utf16_end,
    needed "exact": exact,
    optional "prefix": prefix,
    optional "suffix": suffix,
});

record!(RelationRecord, Relation, {
    needed "id": id,
    needed "type": kind,
    needed "from": from,
    needed "to": to,
    optional "note": note,
    optional "created": created,
    optional "creator": creator,
}, rest: extra);
