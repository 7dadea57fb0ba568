//! The scope of a search: anywhere, inside tags with a label, or outside of all tags.

use super::Place;
use crate::model::{LabelId, Project};

/// The scope of a search.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Scope {
    /// Everywhere.
    #[default]
    Anywhere,
    /// Outside of all tags.
    Untagged,
    /// Inside tags with this label.
    Within(LabelId),
}

impl Scope {
    /// Whether a place is in the scope.
    pub fn contains(&self, project: &Project, place: &Place) -> bool {
        let annotations = project.annotations_of(&place.article);
        let mut tags = annotations.overlapping(place.range);
        match self {
            Self::Anywhere => true,
            Self::Untagged => tags.next().is_none(),
            Self::Within(label) => tags.any(|(range, one)| &one.label == label && range.contains(place.range)),
        }
    }
}
