//! Property tests of exports of the rescue page: a snapshot and the journal records after it, assembled by a script.

use crate::common;
use crate::common::{act, actions, native_json, project, texts};
use crossread::app::messages::summaries::summary;
use crossread::edit::Editor;
use crossread::format::{Imported, find, journal, native};
use proptest::collection::vec;
use proptest::prelude::*;

/// The file as `shell/rescue.js` writes it: the text of the snapshot with an additional field at its end.
fn rescue_file(snapshot: &str, records: &[String]) -> String {
    let fields = snapshot.trim_end().strip_suffix('}').expect("an object").trim_end();
    let records = serde_json::to_string(records).expect("JSON");
    format!("{fields},\n  \"journal\": {records}\n}}\n")
}

fn import(file: &str) -> Imported {
    find("crossread").expect("the native format").import(file.as_bytes()).expect("a project")
}

/// A snapshot, the records of the steps after it, the native JSON after each of them, and the editor at the end.
fn session(texts: &[String], actions: &[common::Action]) -> (String, Vec<String>, Vec<String>, Editor) {
    let mut editor = Editor::new(project(texts));
    let snapshot = native::write(editor.project());
    let (mut records, mut states) = (Vec::new(), vec![snapshot.clone()]);
    act(&mut editor, actions, |_, step, editor| {
        records.push(journal::encode_step(editor.project(), step, &summary(&step.transaction.summary)));
        states.push(native_json(editor.project()));
    });
    (snapshot, records, states, editor)
}

proptest! {
    #![proptest_config(common::config())]

    #[test]
    fn an_undamaged_file_opens_as_the_project_with_its_history(texts in vec(texts(), 1..3), actions in actions()) {
        let (snapshot, records, _, editor) = session(&texts, &actions);
        let imported = import(&rescue_file(&snapshot, &records));
        prop_assert_eq!(native_json(&imported.project), native_json(editor.project()));
        prop_assert_eq!(imported.project.check(), Ok(()));
        prop_assert_eq!(imported.warnings, vec![]);
        let (expected, actual) = (editor.history(), &imported.history);
        prop_assert_eq!((actual.done_count(), actual.undone_count()), (expected.done_count(), expected.undone_count()));
        // Every transaction can be undone.
        let mut opened = Editor::with_history(imported.project, imported.history);
        while opened.undo().map_err(|conflict| TestCaseError::fail(format!("{conflict:?}")))?.is_some() {}
        prop_assert_eq!(native_json(opened.project()), snapshot);
    }

    #[test]
    fn a_damaged_record_and_the_records_after_it_are_lost(
        texts in vec(texts(), 1..3),
        actions in actions(),
        which: prop::sample::Index,
        cut: prop::sample::Index,
    ) {
        let (snapshot, mut records, states, _) = session(&texts, &actions);
        if !records.is_empty() {
            let which = which.index(records.len());
            let mut end = cut.index(records[which].len());
            while !records[which].is_char_boundary(end) {
                end -= 1;
            }
            records[which].truncate(end);
            let imported = import(&rescue_file(&snapshot, &records));
            prop_assert_eq!(&native_json(&imported.project), &states[which]);
            prop_assert_eq!(imported.warnings.len(), 1);
        }
    }
}
