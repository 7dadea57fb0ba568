//! What kind of thing a label marks, which decides how names may be shortened.

use crate::analysis::language::Naming;
use crate::model::{Label, LabelKind};

/// A kind of named things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NamedKind {
    /// People: named by surname or first name alone.
    Person,
    /// Places: few have short forms.
    Place,
    /// All other names.
    Other,
}

impl NamedKind {
    /// The kind that a label marks, by its name; `None` for dates and quantities, and for labels of claims.
    pub(super) fn of(label: &Label, naming: &Naming) -> Option<Self> {
        if label.kind != LabelKind::Entity {
            return None;
        }
        let name = label.name.to_lowercase();
        let has = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
        if naming.words.unnamed_labels.iter().any(|part| name.split_whitespace().any(|word| word == *part)) {
            return None;
        }
        Some(match () {
            () if has(&["person", "people", "human"]) => Self::Person,
            () if has(&["location", "place", "country", "city", "facility", "region"]) => Self::Place,
            () => Self::Other,
        })
    }
}
