//! Texts about backups to a file, about how safe the browser's storage is, and the reminder to export.

use super::text::quoted;

/// The section of the dialog of projects.
pub const SECTION: &str = "Backups and storage";
/// Without a backup file, where the browser can write to one.
pub const AVAILABLE: &str = "The project can be written to a file of yours some seconds after each change.";
/// Button: choose a backup file.
pub const CHOOSE: &str = "Back up to a file…";
/// Without a backup file, where the browser cannot write to one.
pub const UNAVAILABLE: &str =
    "This browser does not let a page write to a file by itself. Download a backup now and then.";
/// Button.
pub const DOWNLOAD: &str = "Download a backup";
/// Button.
pub const BACK_UP_NOW: &str = "Back up now";
/// Button.
pub const RESUME: &str = "Resume backups";
/// The browser protects saved projects.
pub const PROTECTED: &str = "This browser protects the saved projects: it does not clear them when space runs low.";
/// The browser does not protect saved projects.
pub const UNPROTECTED: &str = "This browser may clear saved projects when space runs low.";
/// The browser was asked to protect saved projects.
pub const REFUSED: &str =
    "It did not agree to protect them now. It may agree after you have used this page more often.";
/// Button.
pub const PROTECT: &str = "Protect saved projects";
/// What the browser's dialog calls the kind of file.
pub const FILE_TYPE: &str = "Crossread project";
/// The reminder after an hour of work.
pub const REMINDER: &str = "You have worked for an hour without exporting. Your work is stored in this browser only.";
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

/// Heading: backups of the open project.
pub fn heading(title: &str) -> String {
    format!("Backups of {}", quoted(title))
}

/// Backups go on; when the file was written last.
pub fn running(name: &str, at: &str) -> String {
    format!("Backed up to {} at {at}. Each change is written some seconds later.", quoted(name))
}

/// The file is written for the first time.
pub fn writing(name: &str) -> String {
    format!("{} is being written.", quoted(name))
}

/// The browser asks for permission again.
pub fn paused(name: &str) -> String {
    format!("Backups to {} are paused: the browser asks for permission each time the page is opened.", quoted(name))
}

/// When the project was last exported.
pub fn last_export(at: &str) -> String {
    format!("Last export: {at}.")
}

/// How much space there is, in bytes.
pub fn space(used: f64, free: f64) -> String {
    format!("{} used, {} free.", size(used), size(free))
}

/// A number of bytes, with one decimal.
pub(super) fn size(bytes: f64) -> String {
    let (unit, name) = if bytes < 1e6 {
        (1e3, "KB")
    } else if bytes < 1e9 {
        (1e6, "MB")
    } else {
        (1e9, "GB")
    };
    let tenths = (bytes / unit * 10.0) as u64;
    format!("{}.{} {name}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_a_unit_and_one_decimal() {
        assert_eq!(space(1_234_567.0, 5e9), "1.2 MB used, 5.0 GB free.");
        assert_eq!(space(0.0, 999.0), "0.0 KB used, 0.9 KB free.");
    }
}
