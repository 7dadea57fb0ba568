//! Any commands on a project: it stays valid, replaying the journal gives the same project, and everything can be
//! undone.

use arbitrary::{Arbitrary, Unstructured};
use crossread::app::messages::summaries::summary;
use crossread::edit::Editor;
use crossread::format::journal::{decode_step, encode_step};
use crossread::text::normalise;

use crate::common::{Action, act, invariants::has_no_dangling_references, native_json, project};

/// The maximum number of actions: more would only be slower.
const MAX_ACTIONS: usize = 60;
/// The maximum length of a text, in code points.
const MAX_TEXT: usize = 4_000;
/// The maximum length of the input, in bytes: a tag takes far more memory than the bytes that choose it.
const MAX_INPUT: usize = 16_000;

/// The actions, and the texts of the project.
#[derive(Arbitrary, Debug)]
struct Session {
    actions: Vec<Action>,
    texts: Vec<String>,
}

/// Checks any bytes: they choose the texts and the actions.
pub fn check(bytes: &[u8]) {
    let bytes = &bytes[..bytes.len().min(MAX_INPUT)];
    let Ok(mut session) = Session::arbitrary_take_rest(Unstructured::new(bytes)) else { return };
    session.actions.truncate(MAX_ACTIONS);
    session.texts.truncate(3);
    let texts: Vec<String> =
        session.texts.iter().map(|text| normalise(&text.chars().take(MAX_TEXT).collect::<String>()).text).collect();
    let start = project(&texts);
    let mut editor = Editor::new(start.clone());
    let mut replayed = editor.clone();
    act(&mut editor, &session.actions, |before, step, editor| {
        assert_eq!(editor.project().check(), Ok(()), "after {step:?}");
        assert!(has_no_dangling_references(editor.project()), "after {step:?}");
        let record = encode_step(editor.project(), step, &summary(&step.transaction.summary));
        assert!(!record.contains('\n'));
        assert_eq!(&decode_step(before, &record).expect("its own record"), step);
        let decoded = decode_step(replayed.project(), &record).expect("its own record");
        replayed.run(decoded).expect("a step that fits");
    });
    let end = native_json(editor.project());
    assert_eq!(native_json(replayed.project()), end);
    super::project::check_project(editor.project());
    let mut undone = 0;
    while editor.undo().expect("nothing else changed the project").is_some() {
        undone += 1;
        assert_eq!(editor.project().check(), Ok(()));
    }
    assert_eq!(native_json(editor.project()), native_json(&start));
    for _ in 0..undone {
        assert!(editor.redo().expect("nothing else changed the project").is_some());
    }
    assert_eq!(native_json(editor.project()), end);
}
