//! Journal records, one per line: a step that fits is applied and can be undone; any other changes nothing.

use std::cell::OnceCell;

use crossread::app::messages::summaries::summary;
use crossread::edit::Editor;
use crossread::format::journal::{decode_step, encode_step};
use crossread::format::native::read;
use crossread::model::Project;

use super::project::check_message;
use crate::common::{invariants::has_no_dangling_references, native_json};

/// The maximum number of records of an input.
const MAX_RECORDS: usize = 60;

/// The project that the journal of `tests/files` was written on.
pub fn base() -> Project {
    thread_local!(static BASE: OnceCell<Project> = const { OnceCell::new() });
    let read = || read(include_str!("../../../tests/files/main-job-before.crossread.json")).expect("a valid file");
    BASE.with(|base| base.get_or_init(read).clone())
}

/// Checks any bytes.
pub fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let mut editor = Editor::new(base());
    for record in text.lines().take(MAX_RECORDS) {
        run(&mut editor, record);
    }
    // A step of the history may not fit any more; trying to undo it must not panic.
    while let Ok(Some(_)) = editor.undo() {}
    assert_eq!(editor.project().check(), Ok(()));
}

/// Applies the step of a record, if it fits.
pub fn run(editor: &mut Editor, record: &str) {
    let step = match decode_step(editor.project(), record) {
        Ok(step) => step,
        Err(error) => return check_message(&error),
    };
    let before = editor.project().clone();
    let written = native_json(&before);
    if editor.run(step.clone()).is_err() {
        assert_eq!(native_json(editor.project()), written, "a refused step changes nothing");
        return;
    }
    assert_eq!(editor.project().check(), Ok(()), "{record}");
    assert!(has_no_dangling_references(editor.project()), "{record}");
    let again = encode_step(editor.project(), &step, &summary(&step.transaction.summary));
    assert!(!again.contains('\n'));
    assert_eq!(decode_step(&before, &again).as_ref(), Ok(&step));
    let back = step.transaction.inverse().apply(editor.project()).expect("an applied step can be undone");
    assert_eq!(native_json(&back), written);
}
