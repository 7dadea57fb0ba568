//! Texts of the schema editor.

use super::text::{counted, quoted};
use crate::edit::{AttributeOwner, DraftProblem, InUse};
use crate::model::Project;
use crate::text::isolated;

/// Heading.
pub const HEADING: &str = "Edit labels";
/// Tooltip of the button that saves.
pub const SAVE_KEYS: &str = "Ctrl+Enter";
/// Button: leave without saving.
pub const DISCARD: &str = "Discard changes";
/// Button: do not leave.
pub const KEEP_EDITING: &str = "Keep editing";
/// Button: back to the draft.
pub const BACK: &str = "Back";
/// The user is about to leave.
pub const UNSAVED: &str = "Your changes are not saved yet.";
/// A field has a problem, which is shown beside it.
pub const FIX_FIELD: &str = "Fix the highlighted field.";
/// It was not chosen yet what becomes of something.
pub const CHOOSE_FOR_EACH: &str = "Choose what to do with each item.";

/// The list of parts.
pub const PARTS: &str = "Parts of the schema";
/// The labels in it.
pub const LABELS: &str = "Labels";
/// Button.
pub const ADD_LABEL: &str = "Add label";
/// Part, and its heading.
pub const RELATION_TYPES: &str = "Relation types";
/// Part, and its heading.
pub const ABOUT_ARTICLES: &str = "About each article";
/// What that part is.
pub const ABOUT_ARTICLES_HINT: &str = "Attributes of an article as a whole, such as its topic or stance.";
/// Part, and its heading.
pub const PRESETS_AND_FILES: &str = "Presets and files";

/// The name of a label that was just added, until the user renames it.
pub const NEW_LABEL: &str = "New label";
/// The name of an attribute that was just added.
pub const NEW_ATTRIBUTE: &str = "new attribute";
/// The name of a relation type that was just added.
pub const NEW_RELATION_TYPE: &str = "new relation";

/// Field: the name of a label, a relation type or the schema.
pub const NAME: &str = "Name";
/// Field of a label.
pub const SHORT_NAME: &str = "Short name";
/// Select of a label.
pub const KIND: &str = "Kind";
/// Field of a label.
pub const COLOUR: &str = "Colour";
/// Field of a label.
pub const KEYS: &str = "Keys (one or two)";
/// Field of a label or relation type.
pub const DESCRIPTION: &str = "When to use it";
/// Field of a label.
pub const EXAMPLES: &str = "Examples, one on each line";
/// Heading.
pub const ATTRIBUTES: &str = "Attributes";

/// Button.
pub const ADD_ATTRIBUTE: &str = "Add attribute";
/// Field.
pub const ATTRIBUTE_NAME: &str = "Attribute name";
/// Select: which values an attribute takes.
pub const VALUE_TYPE: &str = "Type of value";
/// Check box.
pub const REQUIRED: &str = "Required";
/// Button.
pub const ADD_CHOICE: &str = "Add choice";
/// Field: the value of a new tag or article.
pub const DEFAULT: &str = "Default value";
/// Field: the values of a new tag or article.
pub const DEFAULTS: &str = "Default values, one on each line";
/// Option: no default value.
pub const NO_DEFAULT: &str = "none";
/// Select: when an attribute is shown.
pub const SHOWN: &str = "Shown";
/// Its option.
pub const ALWAYS: &str = "always";
/// Field: the value of the other attribute.
pub const CONDITION_VALUE: &str = "This value";

/// Button.
pub const ADD_RELATION_TYPE: &str = "Add relation type";
/// Check box.
pub const SYMMETRIC: &str = "Symmetric";
/// The labels at either end of a symmetric relation.
pub const BETWEEN: &str = "Between";
/// The labels that a relation begins at.
pub const FROM: &str = "From";
/// The labels that a relation leads to.
pub const TO: &str = "To";

/// Heading.
pub const PRESETS_HEADING: &str = "Start from a preset";
/// What a preset does.
pub const PRESETS_HINT: &str =
    "A preset replaces this draft. What has the same name stays; you are asked about the rest.";
/// The group of presets.
pub const PRESETS: &str = "Presets";
/// Heading.
pub const FILES: &str = "Files";
/// What such a file is.
pub const FILES_HINT: &str = "A schema alone, without articles and tags, for other projects and other people.";
/// Button.
pub const DOWNLOAD: &str = "Download schema";
/// Button.
pub const READ_FILE: &str = "Read schema from a file…";

/// The list of what would be removed and is in use.
pub const IN_USE: &str = "What is in use";
/// What to do about it.
pub const IN_USE_HINT: &str =
    "Some of what you removed is in use. Choose what to do with it; one undo restores all of it.";
/// What becomes of attributes.
pub const ATTRIBUTES_HINT: &str =
    "A tag that moves to another label keeps the attributes that this label has too, and loses the others.";
/// Option: nothing was chosen yet.
pub const CHOOSE: &str = "choose…";

/// The draft is the schema of the file of this name.
pub fn from_file(name: &str, labels: usize) -> String {
    format!("Read {} from {}. Nothing is saved yet.", counted(labels, "label", "labels"), isolated(name))
}

/// The draft is a preset.
pub fn from_preset(name: &str) -> String {
    format!("The draft is now {name}. Nothing is saved yet.")
}

/// A label was removed from the draft.
pub fn label_removed(name: &str) -> String {
    format!("Removed the label {}.", isolated(name))
}

/// An attribute was removed from the draft.
pub fn attribute_removed(name: &str) -> String {
    format!("Removed the attribute {}.", isolated(name))
}

/// A relation type was removed from the draft.
pub fn relation_type_removed(name: &str) -> String {
    format!("Removed the relation type {}.", isolated(name))
}

/// Names a label in the name of a button.
pub fn the_label(name: &str) -> String {
    format!("the label {}", isolated(name))
}

/// Names an attribute in the name of a button.
pub fn the_attribute(name: &str) -> String {
    format!("the attribute {}", isolated(name))
}

/// Names a relation type in the name of a button.
pub fn the_relation_type(name: &str) -> String {
    format!("the relation type {}", isolated(name))
}

/// Names a choice in the name of a button; an empty one by its number from 1.
pub fn the_choice(text: &str, number: usize) -> String {
    if text.is_empty() { format!("the choice {number}") } else { format!("the choice {}", isolated(text)) }
}

/// Button.
pub fn move_up(what: &str) -> String {
    format!("Move {what} up")
}

/// Button.
pub fn move_down(what: &str) -> String {
    format!("Move {what} down")
}

/// Button.
pub fn remove(what: &str) -> String {
    format!("Remove {what}")
}

/// The group of an attribute's fields.
pub fn attribute(name: &str) -> String {
    format!("Attribute {name}")
}

/// The group of a relation type's fields.
pub fn relation_type(name: &str) -> String {
    format!("Relation type {name}")
}

/// The group of an attribute's choices.
pub fn choices_of(attribute: &str) -> String {
    format!("Choices of {attribute}")
}

/// Field: a choice, by its number from 1.
pub fn choice(number: usize) -> String {
    format!("Choice {number}")
}

/// Option: an attribute is shown only if another one has a value.
pub fn only_if(attribute: &str) -> String {
    format!("only if {} is", isolated(attribute))
}

/// The labels at an end of a relation; none are named if all are allowed.
pub fn labels_at(end: &str, names: &[&str]) -> String {
    match names {
        [] => format!("{end}: any label"),
        names => format!("{end}: {}", names.join(", ")),
    }
}

/// The group of check boxes for the labels at an end.
pub fn labels_at_group(end: &str) -> String {
    format!("{end}; any label if none is ticked")
}

/// Something that is in use, by its name (`InUse::name`): "the label “Person”".
pub fn in_use(of: &InUse, name: &str) -> String {
    let name = quoted(name);
    match of {
        InUse::Label(..) => format!("the label {name}"),
        InUse::Attribute(..) => format!("the attribute {name}"),
        InUse::Choice(_, attribute, ..) => format!("the choice {name} of {}", quoted(attribute)),
        InUse::RelationType(..) => format!("the relation type {name}"),
    }
}

/// Who uses something that would be removed: "2 tags and entities have the label “Person”".
pub fn users(of: &InUse, project: &Project) -> String {
    let count = of.count();
    let users = match of {
        InUse::Label(..) => counted(count, "tag or entity", "tags and entities"),
        InUse::RelationType(..) => counted(count, "relation", "relations"),
        InUse::Attribute(owner, ..) | InUse::Choice(owner, ..) => match owner {
            AttributeOwner::Articles => counted(count, "article", "articles"),
            AttributeOwner::Label(id) => {
                let label = quoted(&project.label_name(id));
                counted(count, &format!("{label} tag"), &format!("{label} tags"))
            }
        },
    };
    let have = if count == 1 { "has" } else { "have" };
    format!("{users} {have} {}", in_use(of, &of.name(project)))
}

/// Option: what used it gets this instead.
pub fn move_to(name: &str) -> String {
    format!("move to {}", isolated(name))
}

/// Option: nothing takes its place.
pub fn without_replacement(of: &InUse) -> &'static str {
    match (of, of.count()) {
        (InUse::Label(..), 1) => "remove this tag",
        (InUse::Label(..), _) => "remove these tags",
        (InUse::RelationType(..), 1) => "remove this relation",
        (InUse::RelationType(..), _) => "remove these relations",
        (InUse::Attribute(..), 1) => "remove this value",
        (InUse::Attribute(..), _) => "remove these values",
        (InUse::Choice(..), _) => "leave it empty",
    }
}

/// Relations that would be removed.
pub fn relations_lost(count: usize) -> String {
    let relations = counted(count, "relation", "relations");
    format!("{relations} will be removed: the labels at the ends are no longer allowed.")
}

/// What is wrong with a field.
pub fn problem(problem: &DraftProblem) -> String {
    let text = match problem {
        DraftProblem::NoName => "A name is required.",
        DraftProblem::LabelNameTaken => "Another label has this name.",
        DraftProblem::RelationTypeNameTaken => "Another relation type has this name.",
        DraftProblem::AttributeNameTaken => "Another attribute has this name.",
        DraftProblem::KeysForm => "Expected one or two characters, pressed one after the other.",
        DraftProblem::KeyReserved(key) => {
            return format!("{key} does something else with a tag or selection. Choose another key.");
        }
        DraftProblem::KeysTaken(label) => return format!("{} has this key.", isolated(label)),
        DraftProblem::KeysHidden { label, keys } => {
            return format!("{} has {}: one would hide the other.", isolated(label), isolated(keys));
        }
        DraftProblem::NoChoice => "It has no choice yet.",
        DraftProblem::DuplicateChoice => "Two of its choices are the same.",
        DraftProblem::CircularCondition => {
            "It is shown only with attributes that are shown only with it. Change one of the conditions."
        }
    };
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Timestamp, news_claims};

    #[test]
    fn what_is_in_use_is_counted_by_who_uses_it() {
        let project = Project::new("x", news_claims(), Timestamp::epoch());
        let words = |of: InUse| users(&of, &project);
        let claim = || AttributeOwner::Label("Claim".into());
        assert_eq!(words(InUse::Label("Person".into(), 2)), "2 tags and entities have the label “Person”");
        assert_eq!(words(InUse::Label("Person".into(), 1)), "1 tag or entity has the label “Person”");
        assert_eq!(
            words(InUse::Choice(claim(), "verdict".to_owned(), "refuted".to_owned(), 1)),
            "1 “Claim” tag has the choice “refuted” of “verdict”"
        );
        assert_eq!(
            words(InUse::Attribute(AttributeOwner::Articles, "topic".to_owned(), 3)),
            "3 articles have the attribute “topic”"
        );
        assert_eq!(words(InUse::RelationType("supports".into(), 1)), "1 relation has the relation type “supports”");
    }

    #[test]
    fn an_end_without_labels_allows_any() {
        assert_eq!(labels_at(FROM, &[]), "From: any label");
        assert_eq!(labels_at(FROM, &["Claim", "Person"]), "From: Claim, Person");
    }
}
