//! Importing a file of any name and content gives a valid project or an error. The first line of the input is the name.

use crossread::format::{file_name, import_any};

use super::project::{check_message, check_project};

/// Checks any bytes.
pub fn check(bytes: &[u8]) {
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    let (name, content) = (&bytes[..end], bytes.get(end + 1..).unwrap_or_default());
    let name = String::from_utf8_lossy(name);
    match import_any(&name, content) {
        Ok((format, imported)) => {
            assert!(format.recognises(&name, content));
            check_project(&imported.project);
        }
        Err(error) => check_message(&error),
    }
    let exported = file_name(&name, "txt");
    let is_safe = |c: char| c.is_alphanumeric() || "-.".contains(c);
    assert!(
        exported.chars().all(is_safe) && !exported.starts_with('.') && exported.chars().count() <= 64,
        "{exported}"
    );
}
