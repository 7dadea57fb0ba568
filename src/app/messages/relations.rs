//! Texts of the relations panel and of the relations in the inspector, and messages about relations.

use super::text::{counted, quoted};
use crate::analysis::relations::{RelationCandidates, RelationKind};
use crate::model::{AnnotationId, Project, RelationTypeId};
use crate::text::{isolated, shortened};

/// No tag is selected.
pub const SELECT_A_TAG: &str = "Select a tag first. A relation begins at the selected tag";
/// The list of types is open.
pub const CHOOSE_TYPE: &str = "New relation: choose the type";
/// The chosen end is where the relation begins.
pub const SAME_TAG: &str = "The relation begins at this tag. Choose another one";
/// Several tags are selected, and the other end is one of them.
pub const ONE_OF_THEM: &str = "This tag is one of those that the relations begin at. Choose another one";
/// The relation was not made.
pub const CANCELLED: &str = "No relation made";
/// The relations that are drawn above the text.
pub const OVERLAY: &str = "Relations of this tag";
/// The other end is further up in the same article.
pub const ABOVE: &str = "above";
/// The other end is further down in the same article.
pub const BELOW: &str = "below";
/// The arrow of a relation that leads to the other end.
pub const OUTWARDS: &str = "→";
/// The arrow of a relation that comes from the other end.
pub const INWARDS: &str = "←";
/// The arrow of a symmetric relation.
pub const BOTH_WAYS: &str = "↔";
/// The menu of types.
pub const TYPE_MENU: &str = "Relation type";
/// Button: back to the types.
pub const BACK: &str = "Back to the types";
/// Its tooltip.
pub const BACK_TITLE: &str = "Back to the types (Esc)";
/// Button: make no relation.
pub const CANCEL: &str = "Cancel";
/// Hint.
pub const ESCAPE_KEY: &str = "Esc";
/// Hint: what Esc does in the second step.
pub const ESCAPE_GOES_BACK: &str = " back  ";
/// Hint: what Esc does in the first step.
pub const ESCAPE_CLOSES: &str = " close  ";
/// Hint.
pub const REPEAT_KEY: &str = "Shift+R";
/// Hint: what Shift+R does.
pub const REPEATS: &str = " repeats the last type";
/// How to choose the other end.
pub const CHOOSE_OR_CLICK: &str = "Click the other tag in any column, or choose it here:";
/// The field that finds the other end.
pub const FIND_END: &str = "Find the other tag";
/// Its placeholder.
pub const FIND_END_PLACEHOLDER: &str = "Text, label or article";
/// The list below it.
pub const FITTING_TAGS: &str = "Tags that fit";

/// The schema has no type of relation for this label, or for all of these.
pub fn no_type_for(labels: &[String]) -> String {
    match labels {
        [label] => format!("No relation type allows the label {}", isolated(label)),
        labels => {
            let labels: Vec<_> = labels.iter().map(|label| isolated(label)).collect();
            format!("No relation type allows all of the labels {}", labels.join(", "))
        }
    }
}

/// The type was chosen.
pub fn choose_end(kind: &str) -> String {
    format!("{}: choose the other tag in the list, or click it in any column", isolated(kind))
}

/// The type does not allow the label of the chosen end.
pub fn does_not_fit(kind: &str, label: &str) -> String {
    format!("The relation {} cannot lead to a tag with the label {}", quoted(kind), isolated(label))
}

/// The arrow between a relation's type and its other end.
pub fn arrow(project: &Project, kind: &RelationTypeId, outwards: bool) -> &'static str {
    match project.schema().relation_type(kind) {
        Some(kind) if kind.symmetric => BOTH_WAYS,
        _ if outwards => OUTWARDS,
        _ => INWARDS,
    }
}

/// A type with its arrow.
pub fn with_arrow(kind: &str, arrow: &str) -> String {
    format!("{} {arrow}", isolated(kind))
}

/// The text of a tag, cut after so many characters.
pub fn tag_text(project: &Project, id: &AnnotationId, most: usize) -> String {
    project.annotation(id).map(|one| shortened(&project.exact(one), most)).unwrap_or_default()
}

/// The text of a tag in quotation marks, cut after so many characters.
pub fn quoted_tag(project: &Project, id: &AnnotationId, most: usize) -> String {
    quoted(&tag_text(project, id, most))
}

/// A relation in words, which tells its controls from those of others: "supports “…”". `far` is the text at its other end.
pub fn described(kind: &str, far: &str) -> String {
    format!("{} {}", isolated(kind), quoted(&shortened(far, 40)))
}

/// The tooltip of a relation that is drawn as a line; `kind` has its arrow.
pub fn line_title(kind: &str, text: &str) -> String {
    format!("{kind} {text}")
}

/// Button: relations that are not drawn.
pub fn more_in_inspector(count: usize) -> String {
    format!("{count} more in the inspector")
}

/// The heading while relations are being made from these tags; with their type, once that is chosen.
pub fn heading(project: &Project, nears: &[AnnotationId], kind: Option<&RelationKind>) -> String {
    let near = match nears {
        [near] => quoted_tag(project, near, 40),
        nears => counted(nears.len(), "tag", "tags"),
    };
    match kind {
        None => format!("Relate {near}"),
        Some(kind) => {
            let name = project.relation_type_name(&kind.kind);
            let name = isolated(&name);
            if kind.outwards { format!("{near} {name} …") } else { format!("… {name} {near}") }
        }
    }
}

/// A type in the menu, as seen from the selected tag.
pub fn type_choice(kind: &str, outwards: bool) -> String {
    let kind = isolated(kind);
    if outwards { format!("{kind} …") } else { format!("… {kind} this") }
}

/// How many tags may be the other end; `is_all` if nothing was typed.
pub fn candidates(found: &RelationCandidates, is_all: bool) -> String {
    match (found.best.len(), found.total) {
        (_, 0) if is_all => "No other tag fits. Tag the other end first".to_owned(),
        (_, 0) => "No fitting tag has this text".to_owned(),
        (best, total) if best < total => {
            format!("The {best} most probable of {}. Type to find others", counted(total, "tag", "tags"))
        }
        (_, total) => counted(total, "tag fits", "tags fit"),
    }
}

/// What tells a tag from others with the same text.
pub fn label_and_article(label: &str, article: &str) -> String {
    format!("{} · {}", isolated(label), isolated(article))
}

/// The relations of the selected tag, in the inspector.
pub const RELATIONS: &str = "Relations";
/// The list of all relations.
pub const ALL_RELATIONS: &str = "All relations";
/// The other end is in the same article.
pub const THIS_ARTICLE: &str = "this article";
/// Button: begin a relation.
pub const RELATE: &str = "Relate… ";
/// Button: open the controls of a relation.
pub const CHANGE: &str = "Change";
/// Button: close them.
pub const DONE: &str = "Done changing";
/// Tooltip of the button that reverses a relation.
pub const REVERSE: &str = "Reverse the direction";
/// Tooltip of the button that removes a relation.
pub const REMOVE: &str = "Remove the relation";
/// The placeholder of a relation's note.
pub const NOTE: &str = "Note";
/// Select: only relations of this type.
pub const SHOW_TYPE: &str = "Show type";
/// Its empty option.
pub const ALL_TYPES: &str = "All types";
/// Select: only relations with an end in this article.
pub const SHOW_ARTICLE: &str = "Show relations of article";
/// Its empty option.
pub const ALL_ARTICLES: &str = "All articles";
/// Field: only relations with this text.
pub const FILTER_TEXT: &str = "Filter relations by text";
/// Its placeholder.
pub const FILTER_TEXT_PLACEHOLDER: &str = "Filter by text or note";
/// Check box: only relations between different articles.
pub const ACROSS: &str = " Across articles only";

/// How many relations are listed.
pub fn count(listed: usize, all: usize) -> String {
    match (listed, all) {
        (_, 0) => "No relations yet. Select a tag and press R to relate it to another, in any article.".to_owned(),
        (listed, all) if listed == all => counted(all, "relation", "relations"),
        (listed, all) => format!("{listed} of {}", counted(all, "relation", "relations")),
    }
}

/// Tooltip of the button that begins a relation at so many selected tags.
pub fn relate_title(tags: usize, keys: &str) -> String {
    let what =
        if tags == 1 { "this tag".to_owned() } else { format!("each of these {}", counted(tags, "tag", "tags")) };
    format!("Relate {what} to another, in any article ({keys})")
}

/// Button: open or close the controls of a relation.
pub fn change(is_open: bool, described: &str) -> String {
    format!("{} {described}", if is_open { DONE } else { CHANGE })
}

/// Select: the type of a relation.
pub fn type_of(described: &str) -> String {
    format!("Type of {described}")
}

/// Button: reverse a relation.
pub fn reverse(described: &str) -> String {
    format!("Reverse {described}")
}

/// Button: remove a relation.
pub fn remove(described: &str) -> String {
    format!("Remove {described}")
}

/// Field: the note on a relation.
pub fn note_on(described: &str) -> String {
    format!("Note on {described}")
}
