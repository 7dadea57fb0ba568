//! The texts of Help and of the key tables: what keys and gestures do.

use crate::app::commands::Group;

/// The texts of Help, by command.
#[allow(missing_docs)]
mod texts {
    pub const BY_CHARACTER: &str = "Move the caret by a character";
    pub const BY_WORD: &str = "Move the caret by a word";
    pub const BY_LINE: &str = "Move the caret by a line";
    pub const BY_SENTENCE: &str = "Move the caret by a sentence";
    pub const BY_PARAGRAPH: &str = "Move the caret by a paragraph";
    pub const TO_LINE_END: &str = "Move the caret to the start or end of the line";
    pub const TO_TEXT_END: &str = "Move the caret to the start or end of the text";
    pub const SELECT_ALL: &str = "Select the whole text of the article";
    pub const TO_PALETTE: &str = "With a selection: go to the palette, where typing filters a long list of labels";
    pub const NEXT_TAG: &str = "Go to the next or previous tag";
    pub const SELECT_AT_CARET: &str = "Without a selection: select the tag at the caret; again: the next one out";
    pub const KEEP_LABEL: &str = "Then a label’s key: keep the label active, so that each selection is tagged at once, with keys when Shift is released";
    pub const RELABEL: &str = "Change the label of the selected tags";
    pub const ATTRIBUTES: &str =
        "Set attributes of the selected tags: one digit chooses the attribute, the next its value";
    pub const NOTE: &str = "Write a note on the selected tag";
    pub const REMOVE: &str = "Remove the selected tags";
    pub const KEEP_PART: &str = "Keep the selection as a part of a tag, and select the next part";
    pub const ADD_PART: &str = "With a tag selected: add a part to it";
    pub const START_BY_WORD: &str = "Move the start of the selected tag out or in by a word";
    pub const END_BY_WORD: &str = "Move the end of the selected tag out or in by a word";
    pub const EDGE_BY_CHARACTER: &str = "Move the start or end by a character";
    pub const RELATE: &str = "Relate the selected tag to another one, in any article";
    pub const RELATE_AGAIN: &str = "The same, with the relation type chosen last";
    pub const LINK_ENTITY: &str = "Link the selected tag to the entity it probably mentions, or choose one";
    pub const NEW_ENTITY: &str = "Create an entity from the selected tag";
    pub const OCCURRENCES: &str = "List every occurrence of the selected tag, to tag, relabel or remove them";
    pub const ESCAPE: &str = "Close the palette, drop the selection, deselect the tag";
    pub const REVIEW: &str = "Review the suggestions one by one, from the caret on";
    pub const REVIEW_BY_GROUP: &str = "The same by groups: all places of one name, then the next";
    pub const OUTLINES: &str = "Show or hide the outlines of suggestions in the text";
    pub const ACCEPT: &str = "In the review: accept the suggestion";
    pub const REJECT: &str = "In the review: reject it";
    pub const ACCEPT_GROUP: &str = "In the review: accept or reject the whole group, as one step";
    pub const REVIEW_LABEL: &str = "In the review: choose another label, or another relation type";
    pub const NEXT_SUGGESTION: &str = "In the review: go to the next or previous suggestion without a decision";
    pub const REVIEW_EDGES: &str = "In the review: move the start or the end out or in by a word";
    pub const OTHER_SIDE: &str = "In the review: show the other place, such as the other side of a pair";
    pub const SEARCH: &str = "Search in all articles";
    pub const UNDO: &str = "Undo";
    pub const REDO: &str = "Redo";
    pub const FINISH: &str = "Mark the article as done and go to the next unfinished one";
    pub const IMPORT: &str = "Import";
    pub const EXPORT: &str = "Export as JSON";
    pub const COMMANDS: &str = "Find every action, label, article and entity";
    pub const REGIONS: &str = "Go to the next or previous region of the page";
    pub const BOARD: &str = "Show the claims board, or the texts again";
    pub const REPORT: &str = "Show the report: claims, disagreements, speakers, entities, charts";
    pub const FOLLOW: &str = "Let all columns follow the selected claim or sentence, or none of them";
    pub const HELP: &str = "Open this help";
}
pub use texts::*;

/// Heading of Help.
pub const HEADING: &str = "Help";
/// How to work, step by step.
pub const HOW_TO: [&str; 4] = [
    "Drag over text, double-click a word, or select with Shift and the arrow keys. The selection snaps to whole words; \
     hold Alt for exact characters.",
    "Press a label’s key, or click the label in the palette or at the top.",
    "Click a tag to select it; click again for the tag around it. Drag its edges, change its label, write a note, or \
     remove it.",
    "Everything is saved in this browser. Export gives you a JSON file with all articles and tags; the ▾ beside it, a \
     table for a spreadsheet.",
];

/// The introduction of the key tables in the documentation.
pub const KEYS_INTRODUCTION: &str = "On a Mac, use Cmd instead of Ctrl. Help (`?`) shows the same tables, and `Ctrl+K` finds every command by its name.";

/// What is done with the mouse, with label keys, or inside a list: heading, keys or gesture, text.
pub const GESTURES: &[(Group, &str, &str)] = &[
    (Group::Text, "Shift", "With any of these keys: select"),
    (
        Group::Tags,
        "Label key",
        "Tag the selection, or relabel the selected tags; with Alt: exact characters. Some labels have two keys, pressed \
         one after the other",
    ),
    (
        Group::Tags,
        "Shift+label key",
        "Tag the selection and every other occurrence of its text; with a tag selected: relabel every occurrence",
    ),
    (Group::Tags, "Ctrl+drag", "Add a range to the selection, or to the selected tag"),
    (
        Group::Tags,
        "Ctrl+click, Shift+click",
        "Select several tags, in the list or in the text; with keys in the list: Ctrl+Space, Shift+↑, Ctrl+A",
    ),
    (Group::Review, "Label key", "In the review: accept with this label; with Shift: the whole group"),
    (Group::Review, "Ctrl+Z", "In the review: take the last decision back, and return to its suggestion"),
    (Group::Review, "Esc", "Leave the review"),
    (Group::Search, "Enter, Shift+Enter", "In the search field: go to the next or previous result"),
    (Group::Search, "A", "On a result in the list: tag all results"),
    (Group::Search, "Esc", "Leave the search; the current result is selected in the text"),
    (Group::Page, "Arrow keys", "On the claims board: go to the next claim or title"),
    (
        Group::Page,
        "T",
        "On a claim of the board: pick it; on another one: tie the two by the type chosen above the board",
    ),
    (
        Group::Page,
        "P",
        "On a claim of the board: remove its relations with the picked claim, or else with all claims of the row",
    ),
    (Group::Page, "Esc", "While a claim of the board is dragged: give the drag up"),
    (Group::Page, "Enter", "On the board: show the claim in its text, or edit the title of the row"),
    (Group::Project, "Ctrl+V", "Outside of fields: add the text or the files on the clipboard as articles"),
    (Group::Project, "Esc", "While a project is being opened: cancel that, and return to the former one"),
];

/// The heading of a group of keys.
pub fn heading(group: Group) -> &'static str {
    match group {
        Group::Text => "In the text",
        Group::Tags => "Tags",
        Group::Review => "Suggestions",
        Group::Search => "Search",
        Group::Project => "Project",
        Group::Page => "Page",
    }
}
