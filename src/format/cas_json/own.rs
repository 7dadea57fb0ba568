//! The types and features that this program writes. UIMA allows only letters, digits and `_` in their names, so the label is a value.

use crate::model::AttributeValue;

/// The package of the types.
pub(super) const PACKAGE: &str = "crossread.";
/// A tag, or a part of one.
pub(super) const TAG: &str = "crossread.Tag";
/// A relation between tags.
pub(super) const RELATION: &str = "crossread.Relation";
/// What is known about the article.
pub(super) const ARTICLE: &str = "crossread.Article";
/// Which attribute a feature of tags has the values of.
pub(super) const ATTRIBUTE: &str = "crossread.Attribute";

/// The features of a tag that are texts. `group` is the same for all parts of a tag of several parts.
pub(super) const TAG_TEXTS: [&str; 12] = [
    "label",
    "id",
    "group",
    "note",
    "entity",
    "entityName",
    "identifier",
    "rowTitle",
    "created",
    "creator",
    "modified",
    "modifier",
];
/// The features of a relation that are texts.
pub(super) const RELATION_TEXTS: [&str; 5] = ["label", "id", "note", "created", "creator"];
/// The features of an article.
pub(super) const ARTICLE_TEXTS: [&str; 5] = ["id", "title", "source", "date", "project"];
/// The features of an attribute.
pub(super) const ATTRIBUTE_TEXTS: [&str; 2] = ["feature", "name"];

/// The range of a feature with such values.
pub(super) fn range_of(value: &AttributeValue) -> &'static str {
    match value {
        AttributeValue::Text(_) => "uima.cas.String",
        AttributeValue::List(_) => STRING_ARRAY,
        AttributeValue::Number(_) => "uima.cas.Double",
        AttributeValue::YesNo(_) => "uima.cas.Boolean",
    }
}

/// A list of texts.
pub(super) const STRING_ARRAY: &str = "uima.cas.StringArray";
