//! Records of the journal, one a line: a step that fits is carried out and can be taken back, another changes nothing.

use std::cell::OnceCell;

use crossread::app::messages::summaries::summary;
use crossread::edit::Editor;
use crossread::format::journal::{decode_step, encode_step};
use crossread::format::native::read;
use crossread::model::Project;

use crate::common::{more::nothing_dangles, native_json};
use crate::project::says_something;

/// What a person does before lunch.
const MOST: usize = 60;

/// The project that the journal of `tests/files` was written on.
pub fn base() -> Project {
    thread_local!(static BASE: OnceCell<Project> = const { OnceCell::new() });
    let read = || read(include_str!("../../tests/files/main-job-before.crossread.json")).expect("a file of ours");
    BASE.with(|base| base.get_or_init(read).clone())
}

/// Holds for any bytes.
pub fn hold(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let mut editor = Editor::new(base());
    for record in text.lines().take(MOST) {
        run(&mut editor, record);
    }
    // What stands in the history need not fit together any more, but trying it does no harm.
    while let Ok(Some(_)) = editor.undo() {}
    assert_eq!(editor.project().check(), Ok(()));
}

/// Carries out what a record says, if it can be done.
pub fn run(editor: &mut Editor, record: &str) {
    let step = match decode_step(editor.project(), record) {
        Ok(step) => step,
        Err(error) => return says_something(&error),
    };
    let before = editor.project().clone();
    let written = native_json(&before);
    if editor.run(step.clone()).is_err() {
        assert_eq!(native_json(editor.project()), written, "a step that is refused changes nothing");
        return;
    }
    assert_eq!(editor.project().check(), Ok(()), "{record}");
    assert!(nothing_dangles(editor.project()), "{record}");
    let again = encode_step(editor.project(), &step, &summary(&step.transaction.summary));
    assert!(!again.contains('\n'));
    assert_eq!(decode_step(&before, &again).as_ref(), Ok(&step));
    let back = step.transaction.inverse().apply(editor.project()).expect("what was done can be taken back");
    assert_eq!(native_json(&back), written);
}
