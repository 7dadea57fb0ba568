//! Tests of files that the native JSON accepts. The tests of refused files are in `app::messages::errors`.

use serde_json::{Value, json};

use super::*;
use crate::format::{ExportOptions, Format as _, ImportWarning, Imported};

fn valid() -> Value {
    json!({
        "format": "crossread", "version": 1,
        "project": { "title": "Crossings", "created": "2026-01-01T00:00:00Z" },
        "schema": {
            "name": "Test",
            "labels": [
                { "id": "Claim", "kind": "claim", "name": "Claim", "colour": "#AA0000", "key": "c", "attributes": [
                    { "name": "verdict", "kind": "choice", "choices": ["true", "false"], "default": "false" },
                    { "name": "share", "kind": "number" },
                    { "name": "who", "kind": "entity" },
                ]},
                { "id": "Person", "kind": "entity", "name": "Person", "colour": "#0072b2" },
            ],
            "relationTypes": [{ "id": "repeats", "name": "repeats", "from": ["Claim"] }],
        },
        "articles": [{ "id": "x", "title": "One", "text": "😀 Ana says so.\nE\u{301}mile too." }],
        "entities": [{ "id": "e1", "name": "Ana", "label": "Person" }],
        "annotations": [
            { "id": "a1", "article": "x", "label": "Claim", "attributes": { "verdict": "true", "share": 3.0 },
              "ranges": [{ "start": 2, "end": 5, "exact": "Ana" }, { "start": 11, "end": 13, "exact": "so" }] },
            { "id": "a2", "article": "x", "label": "Person", "entity": "e1",
              "ranges": [{ "start": 2, "end": 5, "utf16Start": 3, "utf16End": 6, "exact": "Ana", "prefix": "😀 ", "suffix": " s" }] },
        ],
        "relations": [{ "id": "r1", "type": "repeats", "from": "a1", "to": "a2" }],
    })
}

fn import(value: &Value) -> Result<Imported, ReadError> {
    Native.import(&serde_json::to_vec_pretty(value).expect("json"))
}

#[test]
fn a_byte_order_mark_is_no_column() {
    for text in ["{\"format\": ?", "[1, 2", "{\"format\":\"crossread\",\n\"version\":1,,"] {
        let place = |bytes: &[u8]| Native.import(bytes).map(|_| ()).expect_err("not JSON").place;
        assert_eq!(place(format!("\u{feff}{text}").as_bytes()), place(text.as_bytes()), "{text}");
    }
}

/// What can be shown after each step: the number of articles, whether these are all, and the number of annotations.
fn previews(file: &Value) -> Vec<(usize, bool, usize)> {
    let bytes = serde_json::to_vec(file).expect("json");
    let mut reader = NativeReader::new(bytes.as_slice()).expect("not too large");
    let mut seen = Vec::new();
    while reader.step().expect("a valid file") {
        let Some((project, is_all)) = reader.articles_so_far() else { continue };
        let articles: Vec<_> = project.articles().iter().map(|article| article.id.clone()).collect();
        let Some(preview) = reader.preview(&articles) else { continue };
        assert_eq!(preview.check(), Ok(()));
        assert!(reader.preview(&[]).is_some_and(|preview| preview.annotation_count() == 0));
        seen.push((articles.len(), is_all, preview.annotation_count()));
    }
    seen.dedup();
    assert_eq!(write(&reader.into_project().expect("a project").0), write(&import(file).expect("a project").project));
    seen
}

#[test]
fn what_is_read_can_be_shown_before_the_rest_is() {
    assert_eq!(previews(&valid()), [(1, false, 0), (1, true, 0), (1, true, 1), (1, true, 2)]);
}

#[test]
fn in_another_order_it_can_be_shown_later() {
    let Value::Object(fields) = valid() else { unreachable!("an object") };
    let reversed: serde_json::Map<String, Value> = fields.into_iter().rev().collect();
    let seen = previews(&reversed.into());
    assert_eq!(
        seen,
        [(1, false, 0), (1, true, 0), (1, true, 1), (1, true, 2)],
        "what came too early is read at the end"
    );
}

#[test]
fn an_id_that_is_there_twice_is_shown_once_and_refused_at_the_end() {
    let mut file = valid();
    file["annotations"][1]["id"] = "a1".into();
    let bytes = serde_json::to_vec(&file).expect("json");
    let mut reader = NativeReader::new(bytes.as_slice()).expect("not too large");
    let mut most = 0;
    let error = loop {
        match reader.step() {
            Ok(true) => most = most.max(reader.preview(&["x".into()]).map_or(0, |preview| preview.annotation_count())),
            Ok(false) => unreachable!("the id is refused"),
            Err(error) => break error,
        }
    };
    assert_eq!((most, error), (1, import(&file).map(|_| ()).expect_err("an id twice")));
}

#[test]
fn a_valid_file_survives_a_round_trip() {
    let imported = import(&valid()).expect("a project");
    assert_eq!(imported.project.annotation_count(), 2);
    assert_eq!(imported.project.check(), Ok(()));
    let first = Native.export(&imported.project, ExportOptions::default());
    assert_eq!(first.name, "crossings.crossread.json");
    let again = Native.import(&first.bytes).expect("its own export").project;
    let text = String::from_utf8(first.bytes).expect("text");
    assert_eq!(write(&again), text);
    assert!(text.contains("\"share\": 3,") || text.contains("\"share\": 3\n"), "integers have no fraction");
    assert!(text.contains("\"created\": \"2026-01-01T00:00:00Z\"") && text.contains("\"utf16Start\": 12"), "{text}");
    assert!(!text.contains("\"note\""), "empty fields are left out");
}

#[test]
fn unknown_fields_of_every_record_are_kept() {
    let mut document = valid();
    let records = [
        "",
        "/project",
        "/schema",
        "/schema/labels/0",
        "/schema/labels/0/attributes/0",
        "/schema/relationTypes/0",
        "/articles/0",
        "/entities/0",
        "/annotations/0",
        "/relations/0",
    ];
    for pointer in records {
        document.pointer_mut(pointer).expect(pointer)["later"] = json!({ "at": pointer, "n": 0.1, "z": [null] });
    }
    let bytes = write(&import(&document).expect("a project").project).into_bytes();
    let written: Value = serde_json::from_slice(&bytes).expect("json");
    for pointer in records {
        assert_eq!(written.pointer(pointer).expect(pointer)["later"]["at"], pointer);
    }
    assert_eq!(write(&Native.import(&bytes).expect("a project").project).into_bytes(), bytes);
}

#[test]
fn rejected_suggestions_are_a_sorted_set() {
    let mut document = valid();
    document["rejected"] = json!(["b:1", "a:2", "b:1"]);
    let project = import(&document).expect("a project").project;
    assert!(project.is_rejected("b:1") && !project.is_rejected("b:2"));
    let written: Value = serde_json::from_str(&write(&project)).expect("JSON");
    assert_eq!(written["rejected"], json!(["a:2", "b:1"]));
    assert!(!write(&import(&valid()).expect("a project").project).contains("rejected"), "left out if empty");
}

#[test]
fn a_byte_order_mark_is_accepted() {
    let bytes = [b"\xef\xbb\xbf".as_slice(), &serde_json::to_vec(&valid()).expect("json")].concat();
    assert!(Native.recognises("x.json", &bytes) && Native.import(&bytes).is_ok());
}

#[test]
fn a_journal_is_applied_and_not_written_back() {
    let mut document = valid();
    let step = |title: &str| {
        let at = "2026-01-02T00:00:00Z";
        json!({ "kind": "do", "summary": title, "at": at, "changes": [{ "title": title }] }).to_string()
    };
    document["journal"] = json!([step("First"), step("Second")]);
    let imported = import(&document).expect("a project");
    assert_eq!(imported.project.title, "Second");
    assert_eq!((imported.history.done_count(), imported.warnings), (2, vec![]));
    assert!(!write(&imported.project).contains("journal"));
    // Only Import applies it: a stored snapshot may have the field, written by an older version.
    let snapshot = read(&document.to_string()).expect("a project");
    assert_eq!(snapshot.title, "Crossings");
    assert!(!write(&snapshot).contains("journal"));
}

#[test]
fn replay_stops_with_a_warning_at_a_record_that_does_not_fit() {
    let mut document = valid();
    let step = |change: Value| {
        json!({ "kind": "do", "summary": "Did it", "at": "2026-01-02T00:00:00Z", "changes": [change] }).to_string()
    };
    for broken in ["not JSON".to_owned(), step(json!({ "takeAnnotation": "a9" }))] {
        document["journal"] = json!([step(json!({ "title": "First" })), broken, step(json!({ "title": "Third" }))]);
        let imported = import(&document).expect("a project");
        assert_eq!(imported.project.title, "First");
        let [ImportWarning::Loss(loss)] = &imported.warnings[..] else {
            panic!("one warning: {:?}", imported.warnings)
        };
        assert!(loss.steps == 2 && loss.reason.is_some(), "{loss:?}");
    }
}

#[test]
fn a_field_journal_of_another_type_is_kept_as_unknown() {
    for other in [json!({ "x": 1 }), json!("text"), json!([1, "two"])] {
        let mut document = valid();
        document["journal"] = other.clone();
        let imported = import(&document).expect("a project");
        let written: Value = serde_json::from_str(&write(&imported.project)).expect("JSON");
        assert_eq!(written["journal"], other);
    }
}

#[test]
fn a_file_that_has_the_name_as_a_field_is_not_one() {
    assert!(
        super::is_native("x.json", br#"{ "format" : "crossread""#)
            && super::is_native("x.json", br#"{"format":"crossread"}"#)
    );
    assert!(!super::is_native("x.json", br#"{"@context": [{ "crossread": "urn:x" }]}"#));
    assert!(!super::is_native("x.json", br#"["crossread"]"#));
}
