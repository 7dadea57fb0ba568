//! A file of the native JSON is a sound project or is refused, and a project comes back as it was written.

use crossread::app::messages::errors;
use crossread::format::{ReadError, find};
use crossread::model::Project;

use crate::common::{more::nothing_dangles, native_json};

/// Holds for any bytes.
pub fn hold(bytes: &[u8]) {
    match find("crossread").expect("the native format").import(bytes) {
        Ok(imported) => is_sound(&imported.project),
        Err(error) => says_something(&error),
    }
}

/// Whether a project that was read is whole, and stays the same when it is written and read again.
pub fn is_sound(project: &Project) {
    assert_eq!(project.check(), Ok(()));
    assert!(nothing_dangles(project));
    let written = native_json(project);
    let read = find("crossread").expect("the native format").import(written.as_bytes());
    let read = read.expect("its own export").project;
    assert_eq!(read.check(), Ok(()));
    assert_eq!(native_json(&read), written);
}

/// Whether a person is told what is wrong, in words that fit on a page.
pub fn says_something(error: &ReadError) {
    let words = errors::read(error);
    assert!(!words.is_empty() && words.len() < 8_000, "{} bytes", words.len());
}
