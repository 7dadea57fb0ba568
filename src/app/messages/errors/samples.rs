//! Why a bundled article cannot be loaded.

use super::{browser_reason, json};
use crate::app::messages::text::quoted;
use crate::json::JsonError;

/// The index at a path is damaged.
pub fn damaged_index(path: &str, error: &JsonError) -> String {
    format!("The list of sample articles ({path}) is damaged: {}.", json(error))
}

/// The file is not UTF-8 from a byte on, counted from 0.
pub fn not_utf8(file: &str, byte: usize) -> String {
    format!(
        "The sample article {} is not UTF-8: byte {byte}, counted from 0, is not part of a character.",
        quoted(file)
    )
}

/// The file is another than the index says.
pub fn other_file(file: &str, expected: &str, found: &str) -> String {
    format!(
        "The sample article {} is not the file in the list: its SHA-256 is {found}, not {expected}. Reload the page; if \
         that does not help, the site is incomplete.",
        quoted(file)
    )
}

/// The browser cannot fetch a path.
pub fn unreachable(path: &str, reason: Option<&str>) -> String {
    let reason = browser_reason(reason);
    format!("{} could not be loaded: {reason}. Check the connection, then try again.", quoted(path))
}

/// There is no page to fetch for.
pub const NO_PAGE: &str = "there is no page";

/// The server refused a path.
pub fn refused(path: &str, status: u16) -> String {
    format!("{} could not be loaded: the server answered with status {status}.", quoted(path))
}
