//! Texts of the bar at the top.

use super::text::{counted, quoted};
use crate::app::{Saving, Session};

/// The program's name.
pub const BRAND: &str = "Crossread";
/// Tooltip of the button with the project's title.
pub const PROJECTS_TITLE: &str = "Saved projects, new project";
/// Button: the command palette.
pub const COMMANDS: &str = "Commands";
/// Its tooltip.
pub const COMMANDS_TITLE: &str = "All commands";
/// Button.
pub const IMPORT: &str = "Import";
/// Its tooltip.
pub const IMPORT_TITLE: &str = "Open a project from a file";
/// Button.
pub const EXPORT: &str = "Export";
/// Its tooltip.
pub const EXPORT_TITLE: &str = "Download the project as JSON";
/// Button.
pub const OTHER_FORMATS: &str = "Other formats";
/// Its tooltip.
pub const OTHER_FORMATS_TITLE: &str = "Download as a table, and other formats";
/// Button: the claims board.
pub const BOARD: &str = "Board";
/// Its tooltip.
pub const BOARD_TITLE: &str = "Claims board: which article makes which claim";
/// Button: the report.
pub const REPORT: &str = "Report";
/// Its tooltip.
pub const REPORT_TITLE: &str = "Report of the project, to print or save";
/// Button.
pub const HELP: &str = "Help";
/// Its tooltip.
pub const HELP_TITLE: &str = "How to tag, and all keys";
/// The toolbar of labels.
pub const LABELS: &str = "Labels";
/// Button: the schema editor.
pub const EDIT_LABELS: &str = "Edit labels…";
/// Its tooltip.
pub const EDIT_LABELS_TITLE: &str = "Labels, attributes and relation types of this project";
/// Button of a low window: the labels.
pub const LABELS_TITLE: &str = "Show the labels";
/// Button of a narrow window: the tools.
pub const MENU: &str = "Menu";
/// Its tooltip.
pub const MENU_TITLE: &str = "Commands, import, export, help";
/// Button: the left-hand panel.
pub const LEFT_PANEL: &str = "Articles";
/// Its tooltip.
pub const LEFT_PANEL_TITLE: &str = "Show or hide the search and the list of articles";
/// Button: the right-hand panel.
pub const PANEL: &str = "Tags";
/// Its tooltip.
pub const PANEL_TITLE: &str = "Show or hide the selected tag and the list of all tags";
/// Tooltip of Undo.
pub const NOTHING_TO_UNDO: &str = "Nothing to undo";
/// Tooltip of Redo.
pub const NOTHING_TO_REDO: &str = "Nothing to redo";
/// The group of buttons for columns.
pub const COLUMNS: &str = "Columns";

/// The button with the project's title.
pub fn projects(title: &str) -> String {
    format!("Projects: {title}")
}

/// A tooltip with keys.
pub fn with_keys(text: &str, keys: &str) -> String {
    format!("{text} ({keys})")
}

/// Tooltip of Undo.
pub fn undo(what: &str, keys: &str) -> String {
    format!("Undo: {what} ({keys})")
}

/// Tooltip of Redo.
pub fn redo(what: &str, keys: &str) -> String {
    format!("Redo: {what} ({keys})")
}

/// Button: so many columns.
pub fn columns(count: usize) -> String {
    counted(count, "column", "columns")
}

/// Whether what was done is on disk.
pub fn save_status(session: &Session) -> &'static str {
    match session {
        Session::Opening | Session::Owner(Saving::Writing) => "Saving",
        Session::Reading => "Opening",
        Session::Owner(Saving::Saved) | Session::Follower { unsaved: None, .. } => "Saved",
        Session::MemoryOnly { .. } | Session::Failed { .. } | Session::Follower { .. } => "Not saved",
    }
}

/// When the project was last backed up.
pub fn backed_up(at: &str) -> String {
    format!("Backed up {at}")
}

/// Where and when the project was last backed up.
pub fn backed_up_to(name: &str, at: &str) -> String {
    format!("Backed up to {} at {at}", quoted(name))
}
