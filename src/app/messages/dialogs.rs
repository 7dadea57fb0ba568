//! Texts that dialogs share, and those of the dialog that asks before a project is lost.

use super::text::{counted, quoted};

/// Button: close the dialog.
pub const CLOSE: &str = "Close dialog";
/// Its tooltip.
pub const CLOSE_KEYS: &str = "Close (Esc)";
/// Button.
pub const CANCEL: &str = "Cancel";
/// Button: save what was changed.
pub const SAVE: &str = "Save changes";

/// Heading: a project that is in memory only would be lost.
pub const DISCARD_HEADING: &str = "Discard the open project?";
/// Button: export the project, then go on.
pub const EXPORT_AND_CONTINUE: &str = "Export and continue";
/// Button: go on without exporting.
pub const DISCARD: &str = "Discard";

/// The open project would be lost; with the number of steps since it was opened or exported.
pub fn discard(title: &str, steps: usize) -> String {
    let changes = counted(steps, "change is", "changes are");
    format!(
        "The project {} is in memory only, because this browser does not store it. Opening another project discards it: \
         {changes} not exported yet.",
        quoted(title)
    )
}
