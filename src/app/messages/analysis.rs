//! Texts about what is computed from a project: missing values, and suggestions.

use super::text::{counted, quoted};
use crate::analysis::{Doubt, Gap};
use crate::model::{LabelKind, Project};
use crate::text::isolated;

/// A required attribute, and the number of tags without a value of it: "Missing source: 3 claims".
pub fn gap(gap: &Gap) -> String {
    let (one, many) = match gap.kind {
        LabelKind::Claim => ("claim", "claims"),
        LabelKind::Entity => ("entity", "entities"),
        LabelKind::Other => ("other tag", "other tags"),
    };
    format!("Missing {}: {}", isolated(&gap.attribute), counted(gap.count, one, many))
}

/// Why an occurrence may not be one.
pub fn doubt(project: &Project, doubt: &Doubt) -> String {
    match doubt {
        Doubt::Tagged(label) => format!("tagged as {}", isolated(&project.label_name(label))),
        Doubt::PartOf(name) => format!("part of {}", quoted(name)),
        Doubt::Ending(word) => quoted(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_values_are_counted_by_kind() {
        let words = |kind, attribute: &str, count| gap(&Gap { kind, attribute: attribute.to_owned(), count });
        assert_eq!(words(LabelKind::Claim, "source", 3), "Missing source: 3 claims");
        assert_eq!(words(LabelKind::Entity, "gender", 1), "Missing gender: 1 entity");
        assert_eq!(words(LabelKind::Other, "topic", 2), "Missing topic: 2 other tags");
    }
}
