//! Whatever people do to a project: it stays sound, the journal tells the same, and all of it can be taken back.

use arbitrary::{Arbitrary, Unstructured};
use crossread::app::messages::summaries::summary;
use crossread::edit::Editor;
use crossread::format::journal::{decode_step, encode_step};
use crossread::text::normalise;

use crate::common::{Action, act, more::nothing_dangles, native_json, project};

/// More would only be slower.
const MOST: usize = 60;
/// Of a text, in characters.
const LONGEST: usize = 4_000;
/// Of all that is chosen by, in bytes: a tag takes far more than the bytes that choose it.
const LONGEST_SESSION: usize = 16_000;

/// What is done, and to which texts.
#[derive(Arbitrary, Debug)]
struct Session {
    actions: Vec<Action>,
    texts: Vec<String>,
}

/// Holds for any bytes: they choose the texts and the actions.
pub fn hold(bytes: &[u8]) {
    let bytes = &bytes[..bytes.len().min(LONGEST_SESSION)];
    let Ok(mut session) = Session::arbitrary_take_rest(Unstructured::new(bytes)) else { return };
    session.actions.truncate(MOST);
    session.texts.truncate(3);
    let texts: Vec<String> =
        session.texts.iter().map(|text| normalise(&text.chars().take(LONGEST).collect::<String>()).text).collect();
    let start = project(&texts);
    let mut editor = Editor::new(start.clone());
    let mut replayed = editor.clone();
    act(&mut editor, &session.actions, |before, step, editor| {
        assert_eq!(editor.project().check(), Ok(()), "after {step:?}");
        assert!(nothing_dangles(editor.project()), "after {step:?}");
        let record = encode_step(editor.project(), step, &summary(&step.transaction.summary));
        assert!(!record.contains('\n'));
        assert_eq!(&decode_step(before, &record).expect("its own record"), step);
        let decoded = decode_step(replayed.project(), &record).expect("its own record");
        replayed.run(decoded).expect("a step that fits");
    });
    let end = native_json(editor.project());
    assert_eq!(native_json(replayed.project()), end);
    crate::project::is_sound(editor.project());
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
