//! An annotation: one label on one or more ranges of one article.

use std::collections::BTreeMap;

use super::{AnnotationId, ArticleId, EntityId, Extra, LabelId, Timestamp};
use crate::text::{ByteOffset, Text, TextRange};

/// The value of an attribute.
#[derive(Clone, Debug, PartialEq)]
pub enum AttributeValue {
    /// A text, one choice, or the id of an entity, depending on the attribute's kind.
    Text(String),
    /// Several choices, in the order of the schema.
    List(Vec<String>),
    /// A number, never infinite and never NaN.
    Number(f64),
    /// Yes or no.
    YesNo(bool),
}

/// An annotation: one label on one or more ranges of one article.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// The id of the annotation.
    pub id: AnnotationId,
    /// The annotated article.
    pub article: ArticleId,
    /// The label.
    pub label: LabelId,
    /// The annotated ranges: at least one, sorted, without overlaps.
    pub ranges: Vec<TextRange>,
    /// Values of the label's attributes, by attribute name.
    pub attributes: BTreeMap<String, AttributeValue>,
    /// The entity that the annotation mentions.
    pub entity: Option<EntityId>,
    /// A note of the user; empty for most annotations.
    pub note: String,
    /// When the annotation was created.
    pub created: Timestamp,
    /// When the annotation was last changed, if ever.
    pub modified: Option<Timestamp>,
    /// Who created the annotation; empty if unknown.
    pub creator: String,
    /// Who last changed the annotation; empty if unknown.
    pub modifier: String,
    /// The title that the user gave to the row of the claims board with this claim; empty for most annotations. See
    /// `analysis::claims_board` for which title a row has.
    pub row_title: String,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl Annotation {
    /// The start of the first range.
    pub fn start(&self) -> ByteOffset {
        self.ranges.first().map_or(ByteOffset(0), |range| range.start())
    }

    /// The end of the last range.
    pub fn end(&self) -> ByteOffset {
        self.ranges.last().map_or(ByteOffset(0), |range| range.end())
    }

    /// The annotated text, given the text of the article; the parts of a discontinuous annotation are joined by " … ".
    pub fn exact(&self, text: &Text) -> String {
        let parts: Vec<_> = self.ranges.iter().map(|&range| text.slice(range)).collect();
        parts.join(" … ")
    }

    /// Whether ranges are valid for an annotation: at least one, sorted, without overlaps.
    pub fn are_ranges_in_order(ranges: &[TextRange]) -> bool {
        !ranges.is_empty() && ranges.windows(2).all(|pair| pair[0].end() <= pair[1].start())
    }
}
