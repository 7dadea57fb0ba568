//! Why a command cannot be carried out, as data.

use super::{Conflict, InUse};
use crate::model::{IdentifierForm, Invalid};

/// Why a command cannot be carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// It refers to something that does not exist, or would break an invariant.
    Invalid(Invalid),
    /// The project is not as expected.
    Conflict(Conflict),
    /// The title of the project would be empty.
    NoProjectTitle,
    /// The title of an article would be empty.
    NoArticleTitle,
    /// The name of an entity would be empty.
    NoEntityName,
    /// An identifier does not have the form of its scheme.
    Identifier {
        /// The scheme.
        scheme: String,
        /// The value.
        value: String,
        /// The form that it must have.
        expected: IdentifierForm,
    },
    /// The new schema lacks something that is in use, and the command has no remap for it.
    InUse {
        /// What is in use.
        used: InUse,
        /// Its name.
        name: String,
    },
    /// The two annotations are already related by the type of this name.
    AlreadyRelated(String),
}

impl From<Invalid> for EditError {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(invalid)
    }
}

impl From<Conflict> for EditError {
    fn from(conflict: Conflict) -> Self {
        Self::Conflict(conflict)
    }
}
