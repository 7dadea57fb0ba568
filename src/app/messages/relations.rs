//! Messages about relations.

use super::text::{counted, quoted};
use crate::analysis::links::{LinkCandidates, LinkKind};
use crate::model::{AnnotationId, Project, RelationTypeId};
use crate::text::isolated;

/// No tag is selected.
pub const SELECT_A_TAG: &str = "Select a tag first. A relation begins at the selected tag";
/// The list of types is open.
pub const CHOOSE_TYPE: &str = "New relation: choose the type";
/// The chosen end is where the relation begins.
pub const SAME_TAG: &str = "The relation begins at this tag. Choose another one";
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

/// The schema has no type of relation for this label.
pub fn no_type_for(label: &str) -> String {
    format!("No relation type allows the label {}", isolated(label))
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
    let exact = project.annotation(id).map(|one| project.exact(one)).unwrap_or_default();
    match exact.char_indices().nth(most) {
        Some((cut, _)) => [exact[..cut].trim_end(), "…"].concat(),
        None => exact,
    }
}

/// The text of a tag in quotation marks, cut after so many characters.
pub fn quoted_tag(project: &Project, id: &AnnotationId, most: usize) -> String {
    quoted(&tag_text(project, id, most))
}

/// A relation in words, which tells its controls from those of others: "supports “…”".
pub fn described(project: &Project, kind: &RelationTypeId, far: &AnnotationId) -> String {
    format!("{} {}", isolated(&project.relation_type_name(kind)), quoted_tag(project, far, 40))
}

/// The tooltip of a relation whose other end cannot be seen; `kind` has its arrow.
pub fn chip_title(kind: &str, text: &str, place: &str) -> String {
    format!("{kind} {text} · {}", isolated(place))
}

/// The tooltip of a relation that is drawn as a line; `kind` has its arrow.
pub fn line_title(kind: &str, text: &str) -> String {
    format!("{kind} {text}")
}

/// Button: relations that are not drawn.
pub fn more_in_inspector(count: usize) -> String {
    format!("{count} more in the inspector")
}

/// The heading while a relation is being made; with its type, once that is chosen.
pub fn heading(project: &Project, near: &AnnotationId, kind: Option<&LinkKind>) -> String {
    let near = quoted_tag(project, near, 40);
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
pub fn candidates(found: &LinkCandidates, is_all: bool) -> String {
    match (found.best.len(), found.total) {
        (_, 0) if is_all => "No other tag fits. Tag the other end first".to_owned(),
        (_, 0) => "No fitting tag has this text".to_owned(),
        (best, total) if best < total => format!("The {best} most probable of {total} tags. Type to find others"),
        (_, total) => counted(total, "tag fits", "tags fit"),
    }
}

/// What tells a tag from others with the same text.
pub fn label_and_article(label: &str, article: &str) -> String {
    format!("{} · {}", isolated(label), isolated(article))
}
