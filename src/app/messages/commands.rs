//! Titles of commands, and the texts of the command palette.

use super::text::counted;
use crate::text::isolated;

/// The titles of commands, as the command palette lists them.
#[allow(missing_docs)]
mod titles {
    pub const NEXT_TAG: &str = "Next tag";
    pub const PREVIOUS_TAG: &str = "Previous tag";
    pub const SELECT_AT_CARET: &str = "Select the tag at the caret";
    pub const RELABEL: &str = "Change the label of the selected tag";
    pub const ATTRIBUTES: &str = "Set attributes of the selected tag";
    pub const NOTE: &str = "Write a note on the selected tag";
    pub const REMOVE: &str = "Remove the selected tag";
    pub const DESELECT: &str = "Deselect the tag";
    pub const KEEP_PART: &str = "Keep the selection as a part and select another";
    pub const ADD_PART: &str = "Add a part to the selected tag";
    pub const START_EARLIER: &str = "Start the selected tag a word earlier";
    pub const START_LATER: &str = "Start the selected tag a word later";
    pub const END_EARLIER: &str = "End the selected tag a word earlier";
    pub const END_LATER: &str = "End the selected tag a word later";
    pub const START_EARLIER_CHARACTER: &str = "Start the selected tag a character earlier";
    pub const START_LATER_CHARACTER: &str = "Start the selected tag a character later";
    pub const END_EARLIER_CHARACTER: &str = "End the selected tag a character earlier";
    pub const END_LATER_CHARACTER: &str = "End the selected tag a character later";
    pub const KEEP_LABEL: &str = "Keep a label active";
    pub const RELATE: &str = "Relate the selected tag to another";
    pub const RELATE_AGAIN: &str = "Relate the selected tag by the last type";
    pub const LINK_ENTITY: &str = "Link the selected tag to the entity it mentions";
    pub const NEW_ENTITY: &str = "Create an entity from the selected tag";
    pub const OCCURRENCES: &str = "List every occurrence of the selected tag";
    pub const REVIEW: &str = "Review the suggestions from the caret on";
    pub const REVIEW_BY_GROUP: &str = "Review the suggestions by group";
    pub const OUTLINES: &str = "Show or hide the outlines of suggestions";
    pub const ACCEPT: &str = "Accept the suggestion";
    pub const REJECT: &str = "Reject the suggestion";
    pub const ACCEPT_GROUP: &str = "Accept the whole group of suggestions";
    pub const REJECT_GROUP: &str = "Reject the whole group of suggestions";
    pub const REVIEW_LABEL: &str = "Accept the suggestion with another label";
    pub const NEXT_SUGGESTION: &str = "Go to the next suggestion";
    pub const PREVIOUS_SUGGESTION: &str = "Go to the previous suggestion";
    pub const SUGGESTION_STARTS_EARLIER: &str = "Start the suggestion a word earlier";
    pub const SUGGESTION_STARTS_LATER: &str = "Start the suggestion a word later";
    pub const SUGGESTION_ENDS_LATER: &str = "End the suggestion a word later";
    pub const SUGGESTION_ENDS_EARLIER: &str = "End the suggestion a word earlier";
    pub const OTHER_SIDE: &str = "Show the other place of the suggestion";
    pub const LEAVE_REVIEW: &str = "Leave the review";
    pub const SEARCH: &str = "Search in all articles";
    pub const UNDO: &str = "Undo";
    pub const REDO: &str = "Redo";
    pub const FINISH: &str = "Mark the article as done and go to the next unfinished one";
    pub const NEXT_UNFINISHED: &str = "Go to the next unfinished article";
    pub const IMPORT: &str = "Import a file";
    pub const ADD: &str = "Add a project or another tool's file to this project";
    pub const EXPORT: &str = "Export as JSON";
    pub const EXPORT_OTHER: &str = "Export as a table, or in another format";
    pub const BACK_UP: &str = "Back up to a file after each change";
    pub const RESUME_BACKUP: &str = "Resume backups, or back up now";
    pub const STOP_BACKUP: &str = "Stop backing up";
    pub const OPEN_TEXTS: &str = "Open texts as articles";
    pub const PASTE_TEXT: &str = "Paste a text as an article";
    pub const PROJECTS: &str = "Projects: open, rename, duplicate, delete";
    pub const NEW_PROJECT: &str = "New project";
    pub const EDIT_SCHEMA: &str = "Edit the labels, attributes and relation types";
    pub const ONE_COLUMN: &str = "Show 1 column";
    pub const TWO_COLUMNS: &str = "Show 2 columns";
    pub const THREE_COLUMNS: &str = "Show 3 columns";
    pub const HIDE_PANEL: &str = "Hide the panel of tags";
    pub const SHOW_PANEL: &str = "Show the panel of tags";
    pub const HIDE_LEFT: &str = "Hide the panel of articles";
    pub const SHOW_LEFT: &str = "Show the panel of articles";
    pub const HIDE_MINIMAP: &str = "Hide the minimap beside each text";
    pub const SHOW_MINIMAP: &str = "Show a minimap beside each text";
    pub const SHOW_ANNOTATIONS: &str = "Show the list of annotations";
    pub const SHOW_ENTITIES: &str = "Show the entities";
    pub const SHOW_UNLINKED: &str = "Show the mentions that are not linked to an entity";
    pub const SHOW_RELATIONS: &str = "Show the relations";
    pub const SHOW_SUGGESTIONS: &str = "Show the suggestions";
    pub const SHOW_BOARD: &str = "Show the claims board";
    pub const HIDE_BOARD: &str = "Hide the claims board";
    pub const SHOW_REPORT: &str = "Show the report, to print or save it";
    pub const FOLLOW: &str = "Let all columns follow the selected claim or sentence";
    pub const STOP_FOLLOWING: &str = "Let no column follow the selection";
    pub const SHOW_HISTORY: &str = "Show the history";
    pub const YOUR_NAME: &str = "Your name";
    pub const NEXT_REGION: &str = "Go to the next region of the page";
    pub const PREVIOUS_REGION: &str = "Go to the previous region of the page";
    pub const HELP: &str = "Help: how to tag, and all keys";
}
pub use titles::*;

/// The command palette.
pub const PALETTE: &str = "Commands";
/// Its field.
pub const FIND: &str = "Find a command, label, article or entity";
/// Nothing matches what was typed.
pub const NONE_MATCHES: &str = "No matching command";
/// Heading: what was run lately.
pub const RECENT: &str = "Recent";
/// Heading: commands.
pub const COMMANDS: &str = "Actions";
/// Heading: labels.
pub const LABELS: &str = "Labels";
/// Heading: articles.
pub const ARTICLES: &str = "Articles";
/// Heading: entities.
pub const ENTITIES: &str = "Entities";

/// Tags the selection.
pub fn tag_as(label: &str) -> String {
    format!("Tag as {}", isolated(label))
}

/// Relabels the selected tag.
pub fn change_to(label: &str) -> String {
    format!("Change to {}", isolated(label))
}

/// Tags every occurrence of the selection.
pub fn tag_every(label: &str) -> String {
    format!("Tag every occurrence: {}", isolated(label))
}

/// Relabels every occurrence of the selected tag.
pub fn change_every(label: &str) -> String {
    format!("Change every occurrence: {}", isolated(label))
}

/// Lists the tags of a label.
pub fn list_labelled(label: &str) -> String {
    format!("List all tags labelled {}", isolated(label))
}

/// Shows an article.
pub fn go_to(title: &str) -> String {
    format!("Go to {}", isolated(title))
}

/// Opens the fields of an article.
pub fn details_of(title: &str) -> String {
    format!("Details of {}", isolated(title))
}

/// Closes an article's column.
pub fn close_column(title: &str) -> String {
    format!("Close the column of {}", isolated(title))
}

/// How many commands match, of which not all may be listed.
pub fn count(listed: usize, matching: usize) -> String {
    match matching {
        0 => NONE_MATCHES.to_owned(),
        _ if matching > listed => {
            format!("{listed} of {}. Type to find the others", counted(matching, "command", "commands"))
        }
        _ => counted(matching, "command", "commands"),
    }
}
