//! The editor of schemas: problems of its fields, what is in use, and names of new parts.

use super::quotes::in_quotes;
use crate::edit::{DraftProblem, InUse};

/// The name of a new label.
pub const NEW_LABEL: &str = "New label";
/// The name of a new attribute.
pub const NEW_ATTRIBUTE: &str = "new attribute";
/// The name of a new relation type.
pub const NEW_RELATION_TYPE: &str = "new relation";

/// The problem of a field, shown beside it.
pub fn problem(problem: &DraftProblem) -> String {
    let text = match problem {
        DraftProblem::NoName => "Enter a name.",
        DraftProblem::LabelNameTaken => "Another label has this name.",
        DraftProblem::RelationTypeNameTaken => "Another relation type has this name.",
        DraftProblem::AttributeNameTaken => "Another attribute has this name.",
        DraftProblem::KeysForm => "Enter one or two characters, to be pressed one after the other.",
        DraftProblem::KeyReserved(key) => return format!("{key} already has another function. Choose another key."),
        DraftProblem::KeysTaken(label) => return format!("{label} already has this key."),
        DraftProblem::KeysHidden { label, keys } => {
            return format!("{label} has {keys}: only one of the two labels could be reached.");
        }
        DraftProblem::NoChoice => "Add at least one choice.",
        DraftProblem::DuplicateChoice => "Two choices are the same.",
        DraftProblem::CircularCondition => "Its condition depends on itself.",
    };
    text.to_owned()
}

/// Something that is in use, by its name: "the label “Person”".
pub fn in_use(used: &InUse, name: &str) -> String {
    let name = in_quotes(name);
    match used {
        InUse::Label(..) => format!("the label {name}"),
        InUse::Attribute(..) => format!("the attribute {name}"),
        InUse::Choice(_, attribute, ..) => format!("the choice {name} of {}", in_quotes(attribute)),
        InUse::RelationType(..) => format!("the relation type {name}"),
    }
}
