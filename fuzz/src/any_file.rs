//! A file of any name and content is a sound project or is refused. The first line is the name.

use crossread::format::{file_name, import_any};

use crate::project::{is_sound, says_something};

/// Holds for any bytes.
pub fn hold(bytes: &[u8]) {
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    let (name, content) = (&bytes[..end], bytes.get(end + 1..).unwrap_or_default());
    let name = String::from_utf8_lossy(name);
    match import_any(&name, content) {
        Ok((format, imported)) => {
            assert!(format.recognises(&name, content));
            is_sound(&imported.project);
        }
        Err(error) => says_something(&error),
    }
    let exported = file_name(&name, "txt");
    let is_safe = |c: char| c.is_alphanumeric() || "-.".contains(c);
    assert!(
        exported.chars().all(is_safe) && !exported.starts_with('.') && exported.chars().count() <= 64,
        "{exported}"
    );
}
