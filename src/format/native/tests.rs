//! What the native JSON refuses, and in which words.

use serde_json::{Value, json};

use super::*;
use crate::format::{ExportOptions, Format as _, Imported};

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

fn import(value: &Value) -> Result<Imported, ImportError> {
    Native.import(&serde_json::to_vec_pretty(value).expect("json"))
}

/// The message for the valid file with one value replaced, given by its JSON pointer.
fn message(pointer: &str, value: Value) -> String {
    let mut document = valid();
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    match document.pointer_mut(parent).expect("a place") {
        Value::Object(fields) => {
            fields.insert(key.to_owned(), value);
        }
        Value::Array(items) if key == "-" => items.push(value),
        Value::Array(items) => items[key.parse::<usize>().expect("an index")] = value,
        _ => panic!("{parent} holds nothing"),
    }
    import(&document).map(|_| ()).expect_err(pointer).to_string()
}

#[test]
fn a_valid_file_is_taken_and_comes_back() {
    let imported = import(&valid()).expect("a project");
    assert_eq!(imported.project.annotation_count(), 2);
    assert_eq!(imported.project.check(), Ok(()));
    let first = Native.export(&imported.project, ExportOptions::default());
    assert_eq!(first.name, "crossings.crossread.json");
    let again = Native.import(&first.bytes).expect("its own export").project;
    let text = String::from_utf8(first.bytes).expect("text");
    assert_eq!(write(&again), text);
    assert!(text.contains("\"share\": 3,") || text.contains("\"share\": 3\n"), "whole numbers have no fraction");
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
fn what_is_not_a_project_is_told_apart() {
    let message = |bytes: &[u8]| Native.import(bytes).map(|_| ()).expect_err("not a project").to_string();
    assert_eq!(message(b"{\"format\": \"\xff\"}"), "line 1, column 13: not UTF-8, in which a project is written");
    assert!(message("{\n \"é\": \"".as_bytes()).starts_with("line 2, column 7: not valid JSON"));
    assert!(message(b"{\n \"\xc3\xa9\": \"\xc3").starts_with("line 2, column 8: not UTF-8"));
    assert_eq!(message(b"{\n  \"format\" 1}"), "line 2, column 12: not valid JSON: expected `:`");
    assert!(message(b"").starts_with("line 1, column 1: not valid JSON: the text ends"));
    assert_eq!(message(b"[\"crossread\", 1]"), "expected a Crossread project: an object, found an array");
    assert_eq!(message(b"{}"), "format: expected \"crossread\", found nothing");
    assert_eq!(message(b"{\"format\": \"other\"}"), "format: expected \"crossread\", found \"other\"");
    assert_eq!(message(b"{\"format\": \"crossread\"}"), "version: expected 1, found nothing");
    assert_eq!(
        message(b"{\"format\":\"crossread\",\"version\":7,\"project\":[]}"),
        "version: written by a newer version of Crossread (format version 7; this one reads up to 1)"
    );
    let deep = [b"{\"format\":\"crossread\",\"version\":1,\"x\":".as_slice(), &b"[".repeat(100_000)].concat();
    assert!(message(&deep).contains("not valid JSON"));
}

#[test]
fn a_byte_order_mark_before_the_file_is_no_harm() {
    let bytes = [b"\xef\xbb\xbf".as_slice(), &serde_json::to_vec(&valid()).expect("json")].concat();
    assert!(Native.recognises("x.json", &bytes) && Native.import(&bytes).is_ok());
}

#[test]
fn a_value_of_another_type_is_named_with_its_path() {
    let message = message("/annotations/1/ranges/0/end", json!("5"));
    assert_eq!(message, "annotations[1].ranges[0].end: expected a whole number from 0, found \"5\"");
}

#[test]
fn what_breaks_an_invariant_is_refused_by_name() {
    for (pointer, value, expected) in [
        ("/project/created", json!("now"), "project.created: expected a time in UTC such as"),
        ("/schema/labels/0/colour", json!("red"), "schema.labels[0].colour: expected a colour such as #0072b2"),
        ("/schema/labels/1/id", json!("Claim"), "schema: the id \"Claim\" is used twice"),
        (
            "/schema/labels/1/kind",
            json!("verb"),
            "schema.labels[1].kind: expected one of claim, entity, other, found \"verb\"",
        ),
        ("/schema/labels/0/key", json!("ctrl"), "schema.labels[0].key: expected one or two characters"),
        ("/schema/labels/0/attributes/0/default", json!("maybe"), "schema: the attribute \"verdict\" does not fit"),
        ("/articles/-", json!({"id": "x", "title": "", "text": ""}), "articles[1].id: the id \"x\" is used twice"),
        ("/articles/0/sha256", json!("00"), "articles[0].sha256: expected"),
        ("/articles/0/text", json!("a\r\nb"), "articles[0].text: has 1 line ends with CR"),
        ("/articles/0/text", json!("\u{feff}b"), "articles[0].text: begins with a byte order mark"),
        ("/articles/0/date", json!("1.1.2026"), "articles[0].date: \"1.1.2026\" is not a date"),
        ("/articles/0/language", json!("?"), "articles[0].language: \"?\" is not a language tag"),
        ("/entities/0/label", json!("Place"), "entities[0].label: there is no label with the id \"Place\""),
        ("/entities/-", json!({"id": "e1", "name": ""}), "entities[1].id: the id \"e1\" is used twice"),
        ("/annotations/1/id", json!("a1"), "annotations[1].id: the id \"a1\" is used twice"),
        ("/annotations/1/id", json!(" "), "annotations[1].id: \" \" cannot be an id"),
        ("/annotations/1/article", json!("y"), "annotations[1].article: there is no article with the id \"y\""),
        ("/annotations/1/label", json!("y"), "annotations[1].label: there is no label with the id \"y\""),
        ("/annotations/1/entity", json!("y"), "annotations[1].entity: there is no entity with the id \"y\""),
        ("/annotations/0/attributes/who", json!("y"), "annotations[0].attributes: there is no entity"),
        ("/annotations/0/attributes/verdict", json!(1), "annotations[0].attributes.verdict: the attribute"),
        ("/annotations/0/attributes/other", json!(1), "annotations[0].attributes.other: the attribute"),
        ("/annotations/0/ranges", json!([]), "annotations[0].ranges: expected at least one range"),
        ("/annotations/0/ranges/0/exact", json!("Anna"), "annotations[0].ranges[0].exact: expected \"Ana\""),
        ("/annotations/0/ranges/0/start", json!(5), "annotations[0].ranges[0]: the range 5 to 5 is empty"),
        ("/annotations/0/ranges/1/end", json!(99), "annotations[0].ranges[1]: the range 11 to 99 is outside"),
        ("/annotations/0/ranges/1/end", json!(16), "annotations[0].ranges[1]: the offset 16 cuts a character"),
        ("/annotations/1/ranges/0/utf16Start", json!(2), "annotations[1].ranges[0].utf16Start: expected 3, found 2"),
        ("/annotations/1/ranges/0/prefix", json!("x"), "annotations[1].ranges[0].prefix: the text before"),
        ("/annotations/1/ranges/0/suffix", json!("x"), "annotations[1].ranges[0].suffix: the text after"),
        ("/annotations/1/created", json!("x"), "annotations[1].created: expected a time"),
        ("/relations/0/to", json!("a1"), "relations[0].to: a relation needs two different annotations"),
        ("/relations/0/to", json!("a9"), "relations[0]: there is no annotation with the id \"a9\""),
        ("/relations/0/from", json!("a2"), "relations[0]: \"Person\" is not a label that this type"),
        ("/relations/0/type", json!("y"), "relations[0].type: there is no relation type with the id \"y\""),
    ] {
        let message = message(pointer, value);
        assert!(message.starts_with(expected), "{pointer}: {message}");
    }
}

#[test]
fn an_unknown_field_may_not_be_nested_without_end() {
    let mut value = json!(1);
    for _ in 0..70 {
        value = json!([value]);
    }
    assert_eq!(message("/articles/0/later", value), "articles[0].later: nested more than 64 levels deep");
}

#[test]
fn a_journal_is_carried_out_and_not_written_back() {
    let mut document = valid();
    let step = |title: &str| {
        let at = "2026-01-02T00:00:00Z";
        json!({ "kind": "do", "summary": title, "at": at, "changes": [{ "title": title }] }).to_string()
    };
    document["journal"] = json!([step("First"), step("Second")]);
    let imported = import(&document).expect("a project");
    assert_eq!(imported.project.title, "Second");
    assert_eq!((imported.history.done_count(), imported.warnings), (2, Vec::<String>::new()));
    assert!(!write(&imported.project).contains("journal"));
    // Only Import carries it out: a stored snapshot may have the field from an older program.
    let snapshot = read(&document.to_string()).expect("a project");
    assert_eq!(snapshot.title, "Crossings");
    assert!(!write(&snapshot).contains("journal"));
}

#[test]
fn a_record_that_does_not_fit_ends_the_journal_with_a_warning() {
    let mut document = valid();
    let step = |change: Value| {
        json!({ "kind": "do", "summary": "Did it", "at": "2026-01-02T00:00:00Z", "changes": [change] }).to_string()
    };
    for broken in ["not JSON".to_owned(), step(json!({ "takeAnnotation": "a9" }))] {
        document["journal"] = json!([step(json!({ "title": "First" })), broken, step(json!({ "title": "Third" }))]);
        let imported = import(&document).expect("a project");
        assert_eq!(imported.project.title, "First");
        let [warning] = &imported.warnings[..] else { panic!("one warning: {:?}", imported.warnings) };
        assert!(warning.contains("The last 2 changes could not be read"), "{warning}");
    }
}

#[test]
fn another_field_of_that_name_is_kept_as_unknown() {
    for other in [json!({ "x": 1 }), json!("text"), json!([1, "two"])] {
        let mut document = valid();
        document["journal"] = other.clone();
        let imported = import(&document).expect("a project");
        let written: Value = serde_json::from_str(&write(&imported.project)).expect("JSON");
        assert_eq!(written["journal"], other);
    }
}
