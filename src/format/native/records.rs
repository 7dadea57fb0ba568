//! The records of the native JSON, with their fields in the order in which they are written.
//!
//! Every record keeps unknown fields in `extra`. The JSON Schema is generated from these types, with their doc comments
//! as descriptions; so are the types of the JavaScript API.

use std::collections::BTreeMap;

#[cfg(test)]
use super::schema_records::SchemaRecord;
use crate::json::{Extra, named, record};
use crate::model::{ArticleStatus, AttributeValue};

// `NativeReader` and `NativeWriter` take these fields one by one; the type is for the JSON Schema.
/// A Crossread project: articles with their annotations, entities and relations.
#[cfg(test)]
#[derive(schemars::JsonSchema)]
#[allow(dead_code)]
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
    /// Title and creation time of the project.
    pub(crate) project: ProjectRecord,
    /// The labels and relation types.
    pub(crate) schema: SchemaRecord,
    /// The articles, in the order in which they are listed.
    pub(crate) articles: Vec<ArticleRecord>,
    /// The people, places and other things that annotations mention.
    #[cfg_attr(test, serde(default), schemars(extend("default" = [])))]
    pub(crate) entities: Vec<EntityRecord>,
    /// Annotations: by article, then in the order of the text.
    #[cfg_attr(test, serde(default), schemars(extend("default" = [])))]
    pub(crate) annotations: Vec<AnnotationRecord>,
    /// Relations between annotations.
    #[cfg_attr(test, serde(default), schemars(extend("default" = [])))]
    pub(crate) relations: Vec<RelationRecord>,
    /// Tags that other tools propose: by article, then by id.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub(crate) predictions: Vec<PredictionRecord>,
    /// The ids of suggestions that the user has rejected. An id is that of one suggestion for these texts.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub(crate) rejected: Vec<String>,
    #[cfg_attr(test, serde(flatten))]
    pub(crate) extra: Extra,
}

/// Title and creation time of a project.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Project"))]
pub(crate) struct ProjectRecord {
    /// The title of the project.
    pub(crate) title: String,
    /// When the project was created: RFC 3339 in UTC.
    #[cfg_attr(test, schemars(extend("format" = "date-time")))]
    pub(crate) created: String,
    #[cfg_attr(test, serde(flatten))]
    pub(crate) extra: Extra,
}

/// An article. Its text never changes, has LF line ends and no byte order mark.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Article"))]
pub(crate) struct ArticleRecord {
    /// The id of the article.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub(crate) id: String,
    /// The headline.
    pub(crate) title: String,
    /// The publisher.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub(crate) source: String,
    /// The publication date: YYYY, YYYY-MM or YYYY-MM-DD.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    #[cfg_attr(test, schemars(regex(pattern = r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$")))]
    pub(crate) date: String,
    /// The language of the text: a BCP 47 tag.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub(crate) language: String,
    /// A note about the article.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub(crate) note: String,
    /// The annotation progress. Without a value: unread while the article has no annotations, then in progress.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    pub(crate) status: Option<ArticleStatus>,
    /// Values of the schema's article attributes, by attribute name.
    #[cfg_attr(test, serde(default, skip_serializing_if = "BTreeMap::is_empty"))]
    pub(crate) attributes: BTreeMap<String, AttributeValue>,
    /// SHA-256 of the text's UTF-8 bytes, in hexadecimal.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    #[cfg_attr(test, schemars(regex(pattern = r"^([0-9a-fA-F]{64})?$")))]
    pub(crate) sha256: String,
    /// The full text.
    pub(crate) text: String,
    #[cfg_attr(test, serde(flatten))]
    pub(crate) extra: Extra,
}

/// A person, place or other thing that annotations mention.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Entity"))]
pub(crate) struct EntityRecord {
    /// The id of the entity.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub(crate) id: String,
    /// The canonical name.
    pub(crate) name: String,
    /// The id of the label that its mentions usually have.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    pub(crate) label: Option<String>,
    /// Other names of the entity.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub(crate) aliases: Vec<String>,
    /// Identifiers in external databases, by scheme ("wikidata", "url").
    #[cfg_attr(test, serde(default, skip_serializing_if = "BTreeMap::is_empty"))]
    pub(crate) identifiers: BTreeMap<String, String>,
    /// A note about the entity.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub(crate) note: String,
    #[cfg_attr(test, serde(flatten))]
    pub(crate) extra: Extra,
}

/// An annotation: one label on one or more ranges of one article.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Annotation"))]
#[cfg_attr(test, serde(rename_all = "camelCase"))]
pub(crate) struct AnnotationRecord {
    /// The id of the annotation.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub(crate) id: String,
    /// The id of the annotated article.
    pub(crate) article: String,
    /// The id of the label.
    pub(crate) label: String,
    /// The name of the label, so that readers need not look up the id; ignored on import.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub(crate) label_name: String,
    /// The annotated ranges, in text order and without overlaps; several if the annotation is discontinuous.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub(crate) ranges: Vec<RangeRecord>,
    /// Values of the label's attributes, by attribute name.
    #[cfg_attr(test, serde(default, skip_serializing_if = "BTreeMap::is_empty"))]
    pub(crate) attributes: BTreeMap<String, AttributeValue>,
    /// The id of the entity that the annotation mentions.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    pub(crate) entity: Option<String>,
    /// A note about the annotation.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub(crate) note: String,
    /// When the annotation was created: RFC 3339 in UTC. Without a value: when the project was created.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(test, schemars(extend("format" = "date-time")))]
    pub(crate) created: Option<String>,
    /// When the annotation was last changed: RFC 3339 in UTC.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(test, schemars(extend("format" = "date-time")))]
    pub(crate) modified: Option<String>,
    /// Who created the annotation.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub(crate) creator: String,
    /// Who last changed the annotation.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub(crate) modifier: String,
    /// The title that the user gave to the row of the claims board with this claim.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub(crate) row_title: String,
    #[cfg_attr(test, serde(flatten))]
    pub(crate) extra: Extra,
}

/// A half-open range of an article's text.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Range"))]
#[cfg_attr(test, serde(rename_all = "camelCase"))]
pub(crate) struct RangeRecord {
    /// The start, in Unicode code points from the beginning of the text.
    pub(crate) start: u32,
    /// The end (exclusive), in Unicode code points.
    pub(crate) end: u32,
    /// The start, in UTF-16 code units.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    pub(crate) utf16_start: Option<u32>,
    /// The end (exclusive), in UTF-16 code units.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    pub(crate) utf16_end: Option<u32>,
    /// The text of the range.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub(crate) exact: String,
    /// Up to 32 code points of text before the range.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    pub(crate) prefix: Option<String>,
    /// Up to 32 code points of text after the range.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    pub(crate) suffix: Option<String>,
}

/// A typed relation from one annotation to another.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Relation"))]
pub(crate) struct RelationRecord {
    /// The id of the relation.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub(crate) id: String,
    /// The id of the relation type.
    #[cfg_attr(test, serde(rename = "type"))]
    pub(crate) kind: String,
    /// The id of the annotation at which the relation starts.
    pub(crate) from: String,
    /// The id of the annotation at which the relation ends; differs from `from`.
    pub(crate) to: String,
    /// A note about the relation.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub(crate) note: String,
    /// When the relation was created: RFC 3339 in UTC. Without a value: when the project was created.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(test, schemars(extend("format" = "date-time")))]
    pub(crate) created: Option<String>,
    /// Who created the relation.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub(crate) creator: String,
    #[cfg_attr(test, serde(flatten))]
    pub(crate) extra: Extra,
}

/// A tag that another tool proposes.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Prediction"))]
pub(crate) struct PredictionRecord {
    /// The proposed annotation, which refers to no entity. No other prediction of its article has its id.
    pub(crate) annotation: AnnotationRecord,
    /// The tool or file from which the prediction comes.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub(crate) source: String,
    /// The model, with its version.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub(crate) model: String,
    /// How sure the model is: as a rule from 0 to 1, but as the tool has it.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    pub(crate) score: Option<f64>,
    /// The proposed relations that begin at the annotation.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub(crate) relations: Vec<PredictedRelationRecord>,
    /// The id of the annotation that was made of it, which may be gone.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    pub(crate) accepted: Option<String>,
    #[cfg_attr(test, serde(flatten))]
    pub(crate) extra: Extra,
}

/// A relation that another tool proposes.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "PredictedRelation"))]
pub(crate) struct PredictedRelationRecord {
    /// The id of the relation type.
    #[cfg_attr(test, serde(rename = "type"))]
    pub(crate) kind: String,
    /// The id of the prediction in the same article at which the relation ends.
    pub(crate) to: String,
}

record!(ProjectRecord, ProjectHead, { required "title": title, required "created": created }, rest: extra);

record!(ArticleRecord, Article, {
    required "id": id,
    required "title": title,
    optional "source": source,
    optional "date": date,
    optional "language": language,
    optional "note": note,
    optional "status": status,
    optional "attributes": attributes,
    optional "sha256": sha256,
    required "text": text,
}, rest: extra);

named!(ArticleStatus);

record!(EntityRecord, Entity, {
    required "id": id,
    required "name": name,
    optional "label": label,
    optional "aliases": aliases,
    optional "identifiers": identifiers,
    optional "note": note,
}, rest: extra);

record!(AnnotationRecord, Annotation, {
    required "id": id,
    required "article": article,
    required "label": label,
    optional "labelName": label_name,
    required "ranges": ranges,
    optional "attributes": attributes,
    optional "entity": entity,
    optional "note": note,
    optional "created": created,
    optional "modified": modified,
    optional "creator": creator,
    optional "modifier": modifier,
    optional "rowTitle": row_title,
}, rest: extra);

record!(RangeRecord, Range, {
    required "start": start,
    required "end": end,
    optional "utf16Start": utf16_start,
    optional "utf16End": utf16_end,
    required "exact": exact,
    optional "prefix": prefix,
    optional "suffix": suffix,
});

record!(RelationRecord, Relation, {
    required "id": id,
    required "type": kind,
    required "from": from,
    required "to": to,
    optional "note": note,
    optional "created": created,
    optional "creator": creator,
}, rest: extra);

record!(PredictionRecord, Prediction, {
    required "annotation": annotation,
    optional "source": source,
    optional "model": model,
    optional "score": score,
    optional "relations": relations,
    optional "accepted": accepted,
}, rest: extra);

record!(PredictedRelationRecord, Relation, { required "type": kind, required "to": to });
