//! Messages about a project that is being opened.

use super::text::quoted;

/// Button: do not open it.
pub const CANCEL: &str = "Cancel";
/// Something else was to be done meanwhile.
pub const WAIT: &str =
    "A project is being opened, and is read-only until then. Wait until it is open, or choose Cancel.";
/// Another project was to be opened meanwhile.
pub const ALREADY: &str = "another project is being opened. Wait until it is open, or cancel that";
/// The name of the bar.
pub const REGION: &str = "Project being opened";

/// What the bar says.
pub fn opening(name: &str) -> String {
    if name.is_empty() { "Opening the project".to_owned() } else { format!("Opening {}", quoted(name)) }
}

/// How much is read.
pub fn percent(percent: u8) -> String {
    format!("{percent} %")
}

/// The first part of a project is shown.
pub fn shown(name: &str) -> String {
    format!("{}. Its beginning is shown, read-only.", opening(name))
}

/// The user has cancelled it.
pub fn cancelled(name: &str) -> String {
    match name {
        "" => "Opening was cancelled. The former project is open again.".to_owned(),
        name => format!("Opening {} was cancelled. The former project is open again.", quoted(name)),
    }
}
