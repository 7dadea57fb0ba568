//! Documents of spaCy: which spans are read, and which tokens and entities are written.

use super::*;
use crate::format::{Imported, native};
use crate::json::{Json, parse};
use serde_json::json;

fn import(lines: &str) -> Imported {
    Spacy.import(lines.as_bytes()).expect("a project")
}

/// The label and text of each tag.
fn tags(imported: &Imported) -> Vec<(String, String)> {
    let project = &imported.project;
    project.all_annotations().map(|tag| (project.label_name(&tag.label), project.exact(tag))).collect()
}

fn tag(label: &str, text: &str) -> (String, String) {
    (label.to_owned(), text.to_owned())
}

#[test]
fn texts_with_offsets_are_read() {
    let tuples = [
        r#"["😀 Ann met Bob", {"entities": [[2, 5, "PER"], [10, 13, "PER"]]}]"#,
        r#"[["😀 Ann met Bob", {"entities": [[2, 5, "PER"], [10, 13, "PER"]]}], ["", {"entities": []}]]"#,
        r#"{"classes": ["PER"], "annotations": [["😀 Ann met Bob", {"entities": [[2, 5, "PER"], [10, 13, "PER"]]}], null]}"#,
    ];
    for text in tuples {
        assert!(Spacy.recognises("x.json", text.as_bytes()), "{text}");
        assert_eq!(tags(&import(text)), [tag("PER", "Ann"), tag("PER", "Bob")], "{text}");
    }
}

#[test]
fn spans_that_are_in_several_groups_are_read_once() {
    let document = json!({
        "text": "Ann met Bob",
        "ents": [{"start": 0, "end": 3, "label": "PER"}, {"start": 8, "end": 11, "label": "PER"}],
        "spans": {
            "sc": [
                {"start": 0, "end": 3, "label": "PER", "kb_id": "Q1"}, {"start": 0, "end": 11, "label": "CLAIM", "kb_id": ""},
                {"start": 0, "end": 11, "label": "CLAIM", "kb_id": ""},
            ],
            "claims": [{"start": 0, "end": 11, "label": ""}, {"start": 0, "end": 11, "label": "CLAIM"}],
        },
        "cats": {"checkworthy": 0.5},
        "tokens": [{"id": 0, "start": 0, "end": 3, "pos": "PROPN"}],
    });
    let imported = import(&document.to_string());
    let expected = [
        tag("CLAIM", "Ann met Bob"),
        tag("CLAIM", "Ann met Bob"),
        tag("claims", "Ann met Bob"),
        tag("PER", "Ann"),
        tag("PER", "Bob"),
    ];
    let mut found = tags(&imported);
    found.sort();
    let mut expected = expected.to_vec();
    expected.sort();
    assert_eq!(found, expected);
    let entity = imported.project.entities().next().expect("an entity");
    assert_eq!((entity.name.as_str(), entity.identifiers.get("wikidata").map(String::as_str)), ("Ann", Some("Q1")));
    assert_eq!(imported.warnings.len(), 1, "the parts of speech: {:?}", imported.warnings);
}

#[test]
fn spans_without_label_and_records_without_text_are_left_out() {
    let lines = [
        r#"{"text": "Ann", "ents": [{"start": 0, "end": 3}, {"start": 0.5, "end": 3, "label": "A"}, {"start": 0, "end": 9, "label": "A"}]}"#,
        r#"{"ents": []}"#,
        r#"["Ann"]"#,
    ];
    let imported = import(&lines.join("\n"));
    assert_eq!((tags(&imported).len(), imported.warnings.len()), (0, 5), "{:?}", imported.warnings);
}

fn document() -> Json {
    let at = "2021-11-28T12:00:00Z";
    let file = json!({
        "format": "crossread", "version": 1, "project": { "title": "A day", "created": at },
        "schema": { "labels": [
            { "id": "PER", "kind": "entity", "name": "Person", "colour": "#112233" },
            { "id": "CLAIM", "kind": "claim", "name": "Claim", "colour": "#112233" },
        ] },
        "articles": [{ "id": "x", "title": "One", "text": "😀 Ana  Bell met un-Ben." }],
        "entities": [{ "id": "e1", "name": "Ana", "identifiers": { "wikidata": "Q1" } }, { "id": "e2", "name": "Ben" }],
        "annotations": [
            { "id": "1", "article": "x", "label": "PER", "ranges": [{ "start": 2, "end": 5, "exact": "Ana" }], "created": at },
            { "id": "2", "article": "x", "label": "PER", "ranges": [{ "start": 2, "end": 12, "exact": "Ana  Bell " }], "created": at, "entity": "e1" },
            { "id": "3", "article": "x", "label": "PER", "ranges": [{ "start": 19, "end": 22, "exact": "Ben" }], "created": at, "entity": "e2" },
            { "id": "4", "article": "x", "label": "CLAIM", "ranges": [{ "start": 0, "end": 23, "exact": "😀 Ana  Bell met un-Ben." }], "created": at },
            { "id": "5", "article": "x", "label": "PER", "ranges": [{ "start": 5, "end": 7, "exact": "  " }], "created": at },
        ],
    });
    let project = native::read(&file.to_string()).expect("a project");
    let dropped = Spacy.dropped(&project);
    for what in [DroppedPart::TagsOfSpaces, DroppedPart::SpacesOfTags] {
        assert!(dropped.contains(&Dropped { what, count: 1 }), "{dropped:?}");
    }
    let bytes = Spacy.export(&project, ExportOptions::default()).bytes;
    parse(std::str::from_utf8(&bytes).expect("UTF-8").trim_end()).expect("a line")
}

#[test]
fn entities_do_not_overlap_and_are_no_claims() {
    let document = document();
    let spans = |list: &Json| -> Vec<String> {
        let all = list.as_array().expect("a list").iter();
        all.map(|span| format!("{} {} {} {}", span["start"], span["end"], span["label"], span["kb_id"])).collect()
    };
    assert_eq!(spans(&document["ents"]), [r#"2 11 "Person" "Q1""#, r#"19 22 "Person" "e2""#]);
    let all = [r#"0 23 "Claim" """#, r#"2 11 "Person" "Q1""#, r#"2 5 "Person" """#, r#"19 22 "Person" "e2""#];
    let mut found = spans(&document["spans"]["sc"]);
    found.sort();
    let mut expected = all.map(str::to_owned).to_vec();
    expected.sort();
    assert_eq!(found, expected);
}

#[test]
fn every_span_consists_of_whole_tokens() {
    let document = document();
    let tokens = document["tokens"].as_array().expect("a list");
    let text: Vec<char> = document["text"].as_str().expect("a text").chars().collect();
    let words: Vec<String> = tokens
        .iter()
        .map(|token| {
            text[token["start"].as_u64().expect("n") as usize..token["end"].as_u64().expect("n") as usize]
                .iter()
                .collect()
        })
        .collect();
    assert_eq!(words, ["😀", "Ana", " ", "Bell", "met", "un", "-", "Ben", "."]);
    for span in document["spans"]["sc"].as_array().expect("a list") {
        assert!(tokens.iter().any(|token| token["start"] == span["start"]), "{span}");
        assert!(tokens.iter().any(|token| token["end"] == span["end"]), "{span}");
    }
}
