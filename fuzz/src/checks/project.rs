//! Importing native JSON gives a valid project or an error; a project that is written and read again is the same
//! project.

use crossread::app::messages::errors;
use crossread::format::{ReadError, find};
use crossread::model::Project;

use crate::common::{invariants::has_no_dangling_references, native_json};

/// Checks any bytes.
pub fn check(bytes: &[u8]) {
    match find("crossread").expect("the native format").import(bytes) {
        Ok(imported) => check_project(&imported.project),
        Err(error) => check_message(&error),
    }
}

/// Checks that a project is valid, and stays the same when it is written and read again.
pub fn check_project(project: &Project) {
    assert_eq!(project.check(), Ok(()));
    assert!(has_no_dangling_references(project));
    let written = native_json(project);
    let read = find("crossread").expect("the native format").import(written.as_bytes());
    let read = read.expect("its own export").project;
    assert_eq!(read.check(), Ok(()));
    assert_eq!(native_json(&read), written);
}

/// Checks that the error has a message that fits on a page.
pub fn check_message(error: &ReadError) {
    let message = errors::read(error);
    assert!(!message.is_empty() && message.len() < 8_000, "{} bytes", message.len());
}
