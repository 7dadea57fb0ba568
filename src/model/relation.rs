//! A relation: a typed connection between two annotations, of the same or of different articles.

use super::{AnnotationId, Extra, RelationId, RelationTypeId, Timestamp};

/// A typed relation from one annotation to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// The id of the relation.
    pub id: RelationId,
    /// The relation type.
    pub kind: RelationTypeId,
    /// The annotation at which the relation starts.
    pub from: AnnotationId,
    /// The annotation at which the relation ends; differs from `from`.
    pub to: AnnotationId,
    /// A note.
    pub note: String,
    /// When the relation was created.
    pub created: Timestamp,
    /// Who created the relation; empty if unknown.
    pub creator: String,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl Relation {
    /// Whether the relation connects these annotations: in this direction, or in either if `symmetric`.
    pub fn is_between(&self, from: &AnnotationId, to: &AnnotationId, symmetric: bool) -> bool {
        (&self.from == from && &self.to == to) || (symmetric && &self.from == to && &self.to == from)
    }
}
