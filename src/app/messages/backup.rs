//! Messages about backups to a file, and the reminder to export.

use super::text::quoted;

/// What the browser's dialog calls the kind of file.
pub const FILE_TYPE: &str = "Crossread project";
/// The reminder after an hour of work.
pub const REMINDER: &str =
    "You have worked for an hour without exporting. Your work is stored in this browser only.";
/// The browser cannot write to a file again and again.
pub const DOWNLOADED_INSTEAD: &str =
    "This browser does not let a page write to a file after each change. A backup was downloaded instead.";
/// Backups have ended.
pub const STOPPED: &str = "Backups stopped. The file stays as it is";

/// The file could not be written.
pub fn not_written(name: &str, reason: &str) -> String {
    format!("The project could not be written to {}: {reason}.", quoted(name))
}

/// The file could not be written, and its project is not open any more.
pub fn closed_meanwhile(reason: &str, title: &str) -> String {
    format!("{reason} The project {} was closed meanwhile.", quoted(title))
}

/// No file could be made.
pub fn no_file(reason: &str) -> String {
    format!("The backup file could not be created: {reason}.")
}

/// The file has the backups of another project.
pub fn used_by_another(name: &str) -> String {
    format!("{} has the backups of another project and was not changed. Choose another file.", quoted(name))
}
