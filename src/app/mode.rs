//! What the user is in the middle of.

use super::relations::PendingRelation;
use super::{Cursor, Review};
use crate::model::AnnotationId;

/// What the user is in the middle of; `Esc` leaves it. A key chord that has begun is `State::chord`, beside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Mode {
    /// Nothing: a label key tags the selection, or relabels the selected tags.
    #[default]
    Idle,
    /// Selecting the parts of a discontinuous tag: these are kept while the next one is selected. Together with the
    /// cursor's selection they become one tag. All of them are in the cursor's article; there is at least one.
    SelectingParts(Vec<Cursor>),
    /// The next selection becomes a part of this annotation, which stays selected.
    AddingPart(AnnotationId),
    /// The next label that is chosen becomes the active one.
    ChoosingActiveLabel,
    /// Choosing another label for the selected annotations in the palette.
    Relabelling,
    /// Setting attributes of the selected annotations in the attribute palette.
    SettingAttributes(AttributeStep),
    /// Making a relation that begins or ends at the selected annotation.
    Relating(PendingRelation),
    /// Walking through the suggestions.
    Reviewing(Review),
}

/// What the attribute palette shows. It is state and not the palette's own, because keys may arrive before the palette
/// is rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttributeStep {
    /// The list of attributes; the focus is on the one of this name, else on the first.
    List(String),
    /// The values of the attribute of this name.
    Values(String),
}

impl Mode {
    /// The parts kept so far.
    pub fn parts(&self) -> &[Cursor] {
        match self {
            Self::SelectingParts(parts) => parts,
            _ => &[],
        }
    }

    /// The annotation that gets another part.
    pub fn extended(&self) -> Option<&AnnotationId> {
        match self {
            Self::AddingPart(id) => Some(id),
            _ => None,
        }
    }

    /// The relation that is being made.
    pub fn relation(&self) -> Option<&PendingRelation> {
        match self {
            Self::Relating(relation) => Some(relation),
            _ => None,
        }
    }

    /// The review, while the user walks through the suggestions.
    pub fn review(&self) -> Option<&Review> {
        match self {
            Self::Reviewing(review) => Some(review),
            _ => None,
        }
    }

    /// What the attribute palette shows, while it is open.
    pub fn attributes(&self) -> Option<&AttributeStep> {
        match self {
            Self::SettingAttributes(step) => Some(step),
            _ => None,
        }
    }
}
