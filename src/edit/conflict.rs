//! Why a transaction cannot be applied to a project, as data.

use crate::model::Invalid;

/// The parts of a project that a transaction may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProjectPart {
    /// The title.
    Title,
    /// The schema.
    Schema,
    /// An article.
    Article,
    /// An annotation.
    Annotation,
    /// An entity.
    Entity,
    /// A relation.
    Relation,
    /// A prediction.
    Predictions,
    /// The rejected suggestions.
    Rejections,
}

/// Why a transaction cannot be applied to a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// This part of the project was changed by something else in the meantime.
    Changed(ProjectPart),
    /// The project is read-only.
    ReadOnly,
    /// The project would break one of its invariants.
    Invalid(Invalid),
}

impl From<Invalid> for Conflict {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(invalid)
    }
}
