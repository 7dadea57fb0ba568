//! Property tests of projects: editing, undo, journal, and files.

use crate::common;
use crate::common::invariants::{assert_indexes_equal_scans, assert_unchanged_is_shared, has_no_dangling_references};
use crate::common::{act, actions, edited_projects, native_json, project, texts};
use crossread::app::messages::errors::read;
use crossread::app::messages::summaries::summary;
use crossread::edit::{BulkCommand, Change, Command, Editor, NewAnnotation, RecordChange, Stamp};
use crossread::format::journal::{decode_step, encode_step};
use crossread::format::{find, import_any};
use crossread::model::{Project, Timestamp};
use proptest::collection::vec;
use proptest::prelude::*;

const SCHEMA: &str = include_str!("../../schemas/crossread-1.schema.json");

proptest! {
    #![proptest_config(common::config())]

    #[test]
    fn every_edit_can_be_undone_and_redone(texts in vec(texts(), 1..3), actions in actions()) {
        let start = project(&texts);
        let mut editor = Editor::new(start.clone());
        act(&mut editor, &actions, |_, step, editor| {
            assert_eq!(editor.project().check(), Ok(()), "after {step:?}");
            assert!(has_no_dangling_references(editor.project()), "after {step:?}");
        });
        let end = native_json(editor.project());
        let mut undone = 0;
        while editor.undo().expect("nothing else changed the project").is_some() {
            undone += 1;
            prop_assert_eq!(editor.project().check(), Ok(()));
        }
        prop_assert_eq!(native_json(editor.project()), native_json(&start));
        for _ in 0..undone {
            prop_assert!(editor.redo().expect("nothing else changed the project").is_some());
        }
        prop_assert_eq!(native_json(editor.project()), end);
    }

    #[test]
    fn indexes_equal_scans_and_unchanged_collections_are_shared(texts in vec(texts(), 1..3), actions in actions()) {
        let mut editor = Editor::new(project(&texts));
        assert_indexes_equal_scans(editor.project());
        act(&mut editor, &actions, |before, step, editor| {
            assert_indexes_equal_scans(editor.project());
            assert_unchanged_is_shared(before, &step.transaction.changes, editor.project());
        });
        while editor.undo().expect("nothing else changed the project").is_some() {
            assert_indexes_equal_scans(editor.project());
        }
        while editor.redo().expect("nothing else changed the project").is_some() {
            assert_indexes_equal_scans(editor.project());
        }
    }

    #[test]
    fn annotating_all_in_steps_is_annotating_each(texts in vec(texts(), 1..3), actions in actions(), again in 0usize..3) {
        let mut editor = Editor::new(project(&texts));
        let mut new = Vec::new();
        act(&mut editor, &actions, |_, step, _| {
            new.extend(step.transaction.changes.iter().filter_map(|change| match change {
                Change::Annotation(RecordChange { before: None, after: Some(one) }) => Some(NewAnnotation {
                    ranges: one.ranges.clone(),
                    ..NewAnnotation::tag(one.article.clone(), one.ranges[0], one.label.clone())
                }),
                _ => None,
            }));
        });
        new.retain(|one| editor.project().article(&one.article).is_some() && editor.project().schema().label(&one.label).is_some());
        // There are tens of annotations in a step.
        let new: Vec<_> = std::iter::repeat_n(new, 1 + 9 * again).flatten().collect();
        let stamp = Stamp { at: Timestamp::epoch(), by: String::new() };
        let mut each = Editor::new(project(&texts));
        let mut all = each.clone();
        let is_there = |project: &Project, one: &NewAnnotation| {
            project.annotations_of(&one.article).iter().any(|other| other.ranges == one.ranges && other.label == one.label)
        };
        let known = |one: &&NewAnnotation| all.project().article(&one.article).is_some() && all.project().schema().label(&one.label).is_some();
        let new: Vec<_> = new.iter().filter(known).cloned().collect();
        for one in &new {
            if !is_there(each.project(), one) {
                each.perform(Command::Annotate(one.clone()), stamp.clone()).expect("a tag");
            }
        }
        let mut edit = all.begin(BulkCommand::Annotate(new), stamp).expect("a project that can be changed");
        let mut percent = 0;
        while edit.step().expect("tags") {
            prop_assert!(edit.percent() >= percent && all.project().annotation_count() == 0);
            percent = edit.percent();
        }
        all.commit(edit.finish()).expect("the project that it was planned in");
        let places = |editor: &Editor| -> Vec<_> {
            editor.project().all_annotations().map(|one| (one.article.clone(), one.ranges.clone(), one.label.clone())).collect()
        };
        prop_assert_eq!(places(&all), places(&each));
    }

    #[test]
    fn a_journal_leads_to_the_same_project_and_history(texts in vec(texts(), 1..3), actions in actions()) {
        let mut editor = Editor::new(project(&texts));
        let mut replayed = editor.clone();
        act(&mut editor, &actions, |before, step, editor| {
            let record = encode_step(editor.project(), step, &summary(&step.transaction.summary));
            assert!(!record.contains('\n'));
            assert_eq!(&decode_step(before, &record).expect("its own record"), step);
            let decoded = decode_step(replayed.project(), &record).expect("its own record");
            replayed.run(decoded).expect("a step that fits");
        });
        prop_assert_eq!(native_json(replayed.project()), native_json(editor.project()));
        prop_assert!(replayed.history().done().eq(editor.history().done()));
        prop_assert!(replayed.history().undone().eq(editor.history().undone()));
    }

    #[test]
    fn the_native_json_survives_a_round_trip(project in edited_projects()) {
        let written = native_json(&project);
        let native = find("crossread").expect("the native format");
        let read = native.import(written.as_bytes()).expect("its own export").project;
        prop_assert_eq!(read.check(), Ok(()));
        assert_indexes_equal_scans(&read);
        prop_assert_eq!(native_json(&read), written);
    }

    #[test]
    fn every_export_is_valid_under_the_schema(project in edited_projects()) {
        let export = serde_json::from_str(&native_json(&project)).expect("JSON");
        let mut schemas = boon::Schemas::new();
        let mut compiler = boon::Compiler::new();
        compiler.add_resource("crossread.json", serde_json::from_str(SCHEMA).expect("JSON")).expect("a schema");
        let index = compiler.compile("crossread.json", &mut schemas).expect("a schema");
        prop_assert!(schemas.validate(&export, index).is_ok(), "{}", schemas.validate(&export, index).unwrap_err());
        let empty = serde_json::json!({ "format": "crossread" });
        prop_assert!(schemas.validate(&empty, index).is_err());
    }

    #[test]
    fn arbitrary_bytes_do_not_make_the_import_panic(bytes in vec(any::<u8>(), 0..200), json in "[\\[\\]{}:,\"a-z0-9 ]{0,60}") {
        for bytes in [bytes.as_slice(), json.as_bytes(), format!("{{\"format\":\"crossread\",{json}").as_bytes()] {
            let _ = import_any("x.crossread.json", bytes);
        }
    }

    #[test]
    fn damaged_files_do_not_make_the_import_panic(
        project in edited_projects(),
        damage in vec((any::<u32>(), 0..4_u8, any::<u8>()), 1..6),
    ) {
        let mut bytes = native_json(&project).into_bytes();
        for (at, kind, byte) in damage {
            let at = at as usize % bytes.len();
            match kind {
                0 => bytes[at] ^= 1 << (byte % 8),
                1 => drop(bytes.remove(at)),
                2 => bytes.insert(at, byte),
                // Replaces a digit, so that the file remains JSON but its offsets are wrong.
                _ => if let Some(digit) = bytes[at..].iter().position(u8::is_ascii_digit) {
                    bytes[at + digit] = b'0' + byte % 10;
                },
            }
        }
        match import_any("x.crossread.json", &bytes) {
            Ok((_, imported)) => prop_assert_eq!(imported.project.check(), Ok(())),
            Err(error) => prop_assert!(!read(&error).is_empty()),
        }
    }
}
