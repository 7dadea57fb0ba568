//! Texts of the banners, which show persistent problems.

use super::errors::sentence;
use super::text::quoted;

/// Heading: the last changes are not on disk.
pub const NOT_SAVED: &str = "Not saved";
/// Heading: another tab edits the project.
pub const READ_ONLY: &str = "Read only";
/// Heading: the browser asks for permission again.
pub const BACKUPS_PAUSED: &str = "Backups are paused";
/// Heading: the backup file could not be written.
pub const NOT_BACKED_UP: &str = "Not backed up";
/// Another tab edits the project.
pub const EDITED_ELSEWHERE: &str =
    "This project is being edited in another tab. Changes made there appear here as soon as they are saved.";
/// The other tab has been asked.
pub const ASKED_OTHER_TAB: &str = "Waiting for the other tab to save and hand the project over…";
/// The browser asks for permission again.
pub const PERMISSION_NEEDED: &str = "The browser needs your permission again to write to the file.";
/// Button.
pub const DOWNLOAD_BACKUP: &str = "Download a backup now";
/// Button.
pub const TRY_AGAIN: &str = "Try again now";
/// Button.
pub const EDIT_HERE: &str = "Edit here";
/// Button.
pub const CHOOSE_ANOTHER_FILE: &str = "Choose another file…";
/// Button.
pub const STOP_BACKUPS: &str = "Stop backing up";

/// Why the last changes are not on disk.
pub fn not_saved(reason: &str) -> String {
    sentence(reason)
}

/// Button.
pub fn resume_backups(name: &str) -> String {
    format!("Resume backups to {}", quoted(name))
}
