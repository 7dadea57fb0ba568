//! What a file is refused for, with its place and words.

use serde_json::{Value, json};

use crate::app::messages::errors::{json as json_error, read};
use crate::app::messages::files::in_file;
use crate::app::messages::text::has_a_before_vowel;
use crate::format::native::{self, read_schema};
use crate::format::{ReadError, find, import_any};
use crate::json::{Expected, Found, JsonError, JsonProblem, Place, RecordForm};

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

fn refused(bytes: &[u8]) -> ReadError {
    find("crossread").expect("the native format").import(bytes).map(|_| ()).expect_err("not a project")
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
        _ => panic!("{parent} is not a container"),
    }
    read(&refused(&serde_json::to_vec_pretty(&document).expect("JSON")))
}

#[test]
fn the_valid_file_is_accepted() {
    assert!(native::read(&valid().to_string()).is_ok());
}

#[test]
fn a_file_that_is_not_a_project_is_refused_with_its_place() {
    let message = |bytes: &[u8]| read(&refused(bytes));
    assert_eq!(message(b"{\"format\": \"\xff\"}"), "line 1, column 13: not UTF-8, the encoding of projects");
    assert!(message("{\n \"é\": \"".as_bytes()).starts_with("line 2, column 7: not valid JSON"));
    assert!(message(b"{\n \"\xc3\xa9\": \"\xc3").starts_with("line 2, column 8: not UTF-8"));
    assert_eq!(message(b"{\n  \"format\" 1}"), "line 2, column 12: not valid JSON: expected `:`");
    assert_eq!(message(b""), "line 1, column 1: not valid JSON: the text ends too early");
    assert_eq!(message(b"[\"crossread\", 1]"), "expected a Crossread project: an object, found an array");
    assert_eq!(message(b"{}"), "format: expected \"crossread\", found nothing");
    assert_eq!(message(b"{\"format\": \"other\"}"), "format: expected \"crossread\", found \"other\"");
    assert_eq!(message(b"{\"format\": \"crossread\"}"), "version: expected 1, found nothing");
    assert_eq!(
        message(b"{\"format\":\"crossread\",\"version\":7,\"project\":[]}"),
        "version: written by a newer version of Crossread (format version 7; this version reads up to 1)"
    );
    let deep = [b"{\"format\":\"crossread\",\"version\":1,\"x\":".as_slice(), &b"[".repeat(100_000)].concat();
    assert!(message(&deep).ends_with("not valid JSON: nested more than 127 levels deep"));
}

#[test]
fn a_value_of_another_type_is_refused_with_its_path() {
    let message = message("/annotations/1/ranges/0/end", json!("5"));
    assert_eq!(message, "annotations[1].ranges[0].end: expected a whole number from 0, found \"5\"");
}

#[test]
fn a_record_that_breaks_an_invariant_is_refused_with_its_path() {
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
        (
            "/schema/labels/0/attributes/0/default",
            json!("maybe"),
            "schema: the value of the attribute \"verdict\" does not fit; expected one of \"true\", \"false\"",
        ),
        ("/schema/labels/0/attributes/1/name", json!("verdict"), "schema: two attributes have the name \"verdict\""),
        (
            "/schema/labels/0/attributes/1/when",
            json!({"attribute": "share", "value": 1}),
            "schema: the attribute \"share\" depends on \"share\", which is not another",
        ),
        ("/articles/-", json!({"id": "x", "title": "", "text": ""}), "articles[1].id: the id \"x\" is used twice"),
        ("/articles/0/sha256", json!("00"), "articles[0].sha256: expected"),
        ("/articles/0/text", json!("a\r\nb"), "articles[0].text: has 1 line end with CR; expected LF only"),
        ("/articles/0/text", json!("\u{feff}b"), "articles[0].text: begins with a byte order mark"),
        ("/articles/0/date", json!("1.1.2026"), "articles[0].date: \"1.1.2026\" is not a date"),
        ("/articles/0/language", json!("?"), "articles[0].language: \"?\" is not a language tag"),
        ("/articles/0/attributes", json!({"x": 1}), "articles[0].attributes.x: articles have no attribute \"x\""),
        ("/entities/0/label", json!("Place"), "entities[0].label: there is no label with the id \"Place\""),
        ("/entities/-", json!({"id": "e1", "name": ""}), "entities[1].id: the id \"e1\" is used twice"),
        (
            "/entities/0/name",
            json!("x".repeat(5_001)),
            "entities[0].name: the name has 5001 characters; the limit is 5000",
        ),
        ("/annotations/1/id", json!("a1"), "annotations[1].id: the id \"a1\" is used twice"),
        (
            "/annotations/1/id",
            json!(" "),
            "annotations[1].id: \" \" cannot be an id; expected 1 to 500 characters without spaces",
        ),
        ("/annotations/1/article", json!("y"), "annotations[1].article: there is no article with the id \"y\""),
        ("/annotations/1/label", json!("y"), "annotations[1].label: there is no label with the id \"y\""),
        ("/annotations/1/entity", json!("y"), "annotations[1].entity: there is no entity with the id \"y\""),
        ("/annotations/0/attributes/who", json!("y"), "annotations[0].attributes: there is no entity"),
        (
            "/annotations/0/attributes/verdict",
            json!(1),
            "annotations[0].attributes.verdict: the value of the attribute \"verdict\" does not fit",
        ),
        (
            "/annotations/0/attributes/other",
            json!(1),
            "annotations[0].attributes.other: the label \"Claim\" has no attribute \"other\"",
        ),
        ("/annotations/0/ranges", json!([]), "annotations[0].ranges: expected at least one range"),
        (
            "/annotations/0/ranges/0/exact",
            json!("Anna"),
            "annotations[0].ranges[0].exact: expected \"Ana\", the text of the article from code point 2 to 5, found \"Anna\"",
        ),
        ("/annotations/0/ranges/0/start", json!(5), "annotations[0].ranges[0]: the range 5 to 5 is empty"),
        ("/annotations/0/ranges/1/end", json!(99), "annotations[0].ranges[1]: the range 11 to 99 is outside"),
        ("/annotations/0/ranges/1/end", json!(16), "annotations[0].ranges[1]: the offset 16 cuts a character"),
        ("/annotations/1/ranges/0/utf16Start", json!(2), "annotations[1].ranges[0].utf16Start: expected 3, found 2"),
        (
            "/annotations/1/ranges/0/prefix",
            json!("x"),
            "annotations[1].ranges[0].prefix: the text before the range does not end with \"x\"",
        ),
        (
            "/annotations/1/ranges/0/suffix",
            json!("x"),
            "annotations[1].ranges[0].suffix: the text after the range does not begin with \"x\"",
        ),
        ("/annotations/1/created", json!("x"), "annotations[1].created: expected a time"),
        ("/relations/0/to", json!("a1"), "relations[0].to: a relation needs two different annotations"),
        ("/relations/0/to", json!("a9"), "relations[0]: there is no annotation with the id \"a9\""),
        ("/relations/0/from", json!("a2"), "relations[0]: \"Person\" is not a label that this relation type allows"),
        ("/rejected", json!("mention:1"), "rejected: expected an array, found \"mention:1\""),
        ("/rejected", json!(["mention:1", 7]), "rejected[1]: expected a text, found 7"),
        ("/rejected", json!(["mention:1", "a b"]), "rejected[1]: \"a b\" cannot be an id"),
        ("/relations/0/type", json!("y"), "relations[0].type: there is no relation type with the id \"y\""),
    ] {
        let message = message(pointer, value);
        assert!(message.starts_with(expected), "{pointer}: {message}");
    }
}

#[test]
fn an_unknown_field_must_not_be_nested_too_deep() {
    let mut value = json!(1);
    for _ in 0..70 {
        value = json!([value]);
    }
    assert_eq!(message("/articles/0/later", value), "articles[0].later: nested more than 64 levels deep");
}

#[test]
fn a_file_in_an_unknown_format_is_refused_with_those_that_can_be_opened() {
    let error = import_any("photo.png", b"\x89PNG").map(|_| ()).expect_err("not a project");
    let message = read(&error);
    let start = "not a format that can be opened; these can: Crossread project (.crossread.json), ";
    assert!(message.starts_with(start) && message.contains("brat standoff (.ann)"), "{message}");
}

#[test]
fn the_file_of_a_schema_is_refused_with_its_place() {
    let message = |json: &str| read(&read_schema(json.as_bytes()).map(|_| ()).expect_err("not a schema"));
    assert_eq!(message("[]"), "format: expected \"crossread-schema\", found nothing");
    assert!(message("{").starts_with("line 1, column"));
    let of = |schema: &str| message(&format!(r#"{{"format":"crossread-schema","version":1,"schema":{schema}}}"#));
    assert_eq!(of("{}"), "schema.labels: is missing");
    let label = r##"{"id":"A","kind":"verb","name":"A","colour":"#000000"}"##;
    let said = of(&format!(r#"{{"labels":[{label}]}}"#));
    assert!(said.starts_with("schema.labels[0].kind: expected one of claim, entity, other"), "{said}");
    let label = r#"{"id":"A","kind":"other","name":"A","colour":"red"}"#;
    assert!(of(&format!(r#"{{"labels":[{label}]}}"#)).starts_with("schema.labels[0].colour: expected a colour"));
    let label = r##"{"id":"A","kind":"other","name":"A","colour":"#000000"}"##;
    assert_eq!(of(&format!(r#"{{"labels":[{label},{label}]}}"#)), "schema: the id \"A\" is used twice");
    let newer = r#"{"format":"crossread-schema","version":2}"#;
    assert!(message(newer).starts_with("version: written by a newer version"));
}

/// Found by fuzzing: the message contained every choice in full.
#[test]
fn the_message_about_a_default_is_short_however_many_choices_there_are() {
    for kind in ["choice", "multiple choice"] {
        let choices = json!((0..2_000).map(|n| n.to_string().repeat(100)).collect::<Vec<_>>());
        let attribute = format!(r#"{{"name":"a","kind":"{kind}","choices":{choices},"default":"x"}}"#);
        let label =
            format!(r##"{{"id":"A","kind":"other","name":"A","colour":"#000000","attributes":[{attribute}]}}"##);
        let json = format!(r#"{{"format":"crossread-schema","version":1,"schema":{{"labels":[{label}]}}}}"#);
        let said = read(&read_schema(json.as_bytes()).map(|_| ()).expect_err("a default that is not a choice"));
        assert!(said.contains("\"a\" does not fit") && said.contains("and 1990 more"), "{said}");
        assert!(said.len() < 1_000, "{} bytes", said.len());
    }
}

#[test]
fn records_are_named_with_their_article() {
    assert_eq!(message("/articles/0", json!(5)), "articles[0]: expected an article: an object, found 5");
    assert_eq!(message("/annotations/0", json!("x")), "annotations[0]: expected an annotation: an object, found \"x\"");
    assert_eq!(message("/entities/0", json!(null)), "entities[0]: expected an entity: an object, found null");
}

const FORMS: [RecordForm; 20] = [
    RecordForm::Project,
    RecordForm::ProjectHead,
    RecordForm::Schema,
    RecordForm::Label,
    RecordForm::Attribute,
    RecordForm::Condition,
    RecordForm::RelationType,
    RecordForm::Article,
    RecordForm::Entity,
    RecordForm::Annotation,
    RecordForm::Range,
    RecordForm::Relation,
    RecordForm::Prediction,
    RecordForm::Step,
    RecordForm::Change,
    RecordForm::PlacedArticle,
    RecordForm::SampleArticle,
    RecordForm::ProjectInfo,
    RecordForm::ProjectEntry,
    RecordForm::View,
];

#[test]
fn a_message_about_any_record_names_the_file_once_and_is_a_sentence() {
    // The last form: with another one, this list has another row.
    assert_eq!(RecordForm::View as usize + 1, FORMS.len());
    for (at, form) in FORMS.into_iter().enumerate() {
        assert_eq!(form as usize, at, "{form:?}");
        let problem = JsonProblem::Unexpected { expected: Expected::Record(form), found: Found::Object };
        let error = JsonError::new(Place::Whole, problem);
        for reason in [json_error(&error), format!("{}.", json_error(&error))] {
            let message = in_file("some.json", &reason);
            assert_eq!(message.matches("some.json").count(), 1, "{message}");
            assert!(message.ends_with("found an object.") && !has_a_before_vowel(&message), "{message}");
        }
    }
}
