//! An annotation: one label on one or more ranges of one article.

use std::collections::BTreeMap;

use super::{AnnotationId, ArticleId, EntityId, Extra, LabelId, Timestamp};
use crate::text::{ByteOffset, Text, TextRange};

/// The value of an attribute.
#[derive(Clone, Debug, PartialEq)]
pub enum AttributeValue {
    /// A text, one choice, or the id of an entity: the attribute's kind says which.
    Text(String),
    /// Several choices, in the order of the schema.
    List(Vec<String>),
    /// A number, never infinite and never NaN.
    Number(f64),
    /// Yes or no.
    YesNo(bool),
}

/// One label on one or more ranges of one article.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// Its id.
    pub id: AnnotationId,
    /// Its article.
    pub article: ArticleId,
    /// Its label.
    pub label: LabelId,
    /// Its ranges: at least one, sorted, none overlapping another.
    pub ranges: Vec<TextRange>,
    /// Values of the label's attributes, by the attribute's name.
    pub attributes: BTreeMap<String, AttributeValue>,
    /// The entity it mentions.
    pub entity: Option<EntityId>,
    /// What its maker noted about it; empty for most.
    pub note: String,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed, if it was.
    pub modified: Option<Timestamp>,
    /// Who made it; empty if unknown.
    pub creator: String,
    /// Who last changed it; empty if unknown.
    pub modifier: String,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl Annotation {
    /// Where it begins.
    pub fn start(&self) -> ByteOffset {
        self.ranges.first().map_or(ByteOffset(0), |range| range.start())
    }

    /// Where its last range ends.
    pub fn end(&self) -> ByteOffset {
        self.ranges.last().map_or(ByteOffset(0), |range| range.end())
    }

    /// Its text, from the text of its article; the parts of a discontinuous one are joined by " … ".
    pub fn exact(&self, text: &Text) -> String {
        let parts: Vec<_> = self.ranges.iter().map(|&range| text.slice(range)).collect();
        parts.join(" … ")
    }

    /// Whether ranges are fit for an annotation: at least one, sorted, none overlapping or touching backwards.
    pub fn are_ranges_in_order(ranges: &[TextRange]) -> bool {
        !ranges.is_empty() && ranges.windows(2).all(|pair| pair[0].end() <= pair[1].start())
    }
}
