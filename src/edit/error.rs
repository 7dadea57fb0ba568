//! Why a command cannot be performed, as data.

use super::{Conflict, InUse};
use crate::model::{IdentifierForm, Invalid};

/// Why a command cannot be performed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// The command refers to a missing record, or would break an invariant.
    Invalid(Invalid),
    /// The project is not in the expected state.
    Conflict(Conflict),
    /// Another project is being opened, and a part of it is shown.
    Opening,
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
        /// The required form.
        expected: IdentifierForm,
    },
    /// The new schema removes something that is in use, and the command has no remap for it.
    InUse {
        /// What is in use.
        used: InUse,
        /// The name of it.
        name: String,
    },
    /// The two annotations already have a relation of the type with this name.
    AlreadyRelated(String),
    /// All of several pairs of annotations already have a relation of the type with this name.
    AllAlreadyRelated(String),
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
