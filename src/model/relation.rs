//! A relation: a typed link between two annotations, of one article or of two.

use super::{AnnotationId, Extra, RelationId, RelationTypeId, Timestamp};

/// A typed link from one annotation to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// Its id.
    pub id: RelationId,
    /// Its type, which says whether it is symmetric.
    pub kind: RelationTypeId,
    /// The annotation that it starts at.
    pub from: AnnotationId,
    /// The annotation that it ends at; another one.
    pub to: AnnotationId,
    /// A note.
    pub note: String,
    /// When it was made.
    pub created: Timestamp,
    /// Who made it; empty if unknown.
    pub creator: String,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl Relation {
    /// Whether it connects these annotations, in this direction or, if its type is symmetric, in either.
    pub fn is_between(&self, from: &AnnotationId, to: &AnnotationId, symmetric: bool) -> bool {
        (&self.from == from && &self.to == to) || (symmetric && &self.from == to && &self.to == from)
    }
}
