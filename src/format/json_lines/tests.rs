//! Our JSON Lines: the fields of each line, and what is read of lines that other programs wrote.

use super::*;
use crate::app::messages::files::import_warning;
use crate::format::draft::{Build, build};
use crate::format::{Imported, ReadProblem, native};
use crate::model::Timestamp;
use serde_json::json;

fn project() -> Project {
    let at = "2021-11-28T12:00:00Z";
    let file = json!({
        "format": "crossread", "version": 1, "project": { "title": "A day", "created": at },
        "schema": { "labels": [{ "id": "PER", "kind": "entity", "name": "Person", "colour": "#112233",
            "attributes": [{ "name": "sure", "kind": "yes/no" }] }], "relationTypes": [{ "id": "met", "name": "met" }] },
        "articles": [{ "id": "x", "title": "One", "date": "2021", "text": "😀 Ana met Ben." }, { "id": "y", "title": "Two", "text": "Ana" }],
        "entities": [{ "id": "e1", "name": "Ana Bell" }],
        "annotations": [
            { "id": "1", "article": "x", "label": "PER", "created": at, "entity": "e1", "attributes": { "sure": true },
              "ranges": [{ "start": 2, "end": 5, "exact": "Ana" }, { "start": 10, "end": 13, "exact": "Ben" }] },
            { "id": "2", "article": "y", "label": "PER", "ranges": [{ "start": 0, "end": 3, "exact": "Ana" }], "created": at, "note": "n",
              "creator": "Z", "modified": at },
        ],
        "relations": [{ "id": "r", "type": "met", "from": "1", "to": "2", "created": at, "note": "why" }],
    });
    native::read(&file.to_string()).expect("a project")
}

#[test]
fn each_line_has_all_fields() {
    let files = JsonLines.write(&project(), ExportOptions::default());
    let text = |at: usize| std::str::from_utf8(&files[at].bytes).expect("UTF-8").to_owned();
    assert_eq!(
        files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(),
        ["a-day.articles.jsonl", "a-day.annotations.jsonl"]
    );
    let annotation = concat!(
        r#""label":"Person","start":2,"end":13,"ranges":[{"start":2,"end":5},{"start":10,"end":13}],"exact":"Ana … Ben","#,
        r#""attributes":{"sure":true},"entity":"e1","entityName":"Ana Bell","note":"","created":"2021-11-28T12:00:00Z","creator":"","#,
        r#""modified":null,"modifier":"","rowTitle":""}"#
    );
    let row =
        r#"{"id":"1","article":"x","articleTitle":"One","articleSource":"","articleDate":"2021","articleLanguage":"","#;
    assert_eq!(text(1).lines().next(), Some(format!("{row}{annotation}").as_str()));
    assert_eq!(text(1).lines().count(), 2);
    let article = [
        r#"{"id":"x","title":"One","source":"","date":"2021","language":"","note":"","status":null,"attributes":{},"#,
        r#""text":"😀 Ana met Ben.","annotations":[{"id":"1","#,
        annotation,
        r#"],"relations":[{"id":"r","type":"met","from":"1","to":"2","note":"why","created":"2021-11-28T12:00:00Z","creator":""}],"predictions":[]}"#,
    ];
    assert_eq!(text(0).lines().next(), Some(article.concat().as_str()));
}

fn read(files: &[&str]) -> Imported {
    let files: Vec<_> = files.iter().map(|text| SourceFile { name: "x", bytes: text.as_bytes() }).collect();
    let draft = JsonLines.read(&files).expect("a draft");
    build(&draft, &Build { title: String::new(), now: Timestamp::epoch(), unit: None }).expect("a project").imported
}

fn exact(imported: &Imported) -> Vec<String> {
    imported.project.all_annotations().map(|tag| imported.project.exact(tag)).collect()
}

#[test]
fn articles_are_enough_and_annotations_are_not() {
    let files = JsonLines.write(&project(), ExportOptions::default());
    let imported = JsonLines.import(&files[0].bytes).expect("a project");
    assert_eq!(exact(&imported), ["Ana … Ben", "Ana"]);
    assert_eq!(imported.project.relations().count(), 1);
    let error = JsonLines.import(&files[1].bytes).map(|_| ()).expect_err("no texts");
    assert_eq!(*error.problem, ReadProblem::WriteOnly);
}

#[test]
fn annotations_and_relations_may_have_lines_of_their_own() {
    let annotations = [
        r#"{"article": 1, "id": 7, "start": 0.0, "end": 3, "label": "PER", "attributes": {"sure": null}}"#,
        r#"{"article": 1, "id": 8, "start": 8, "end": 11, "label": "PER", "exact": "Bob"}"#,
        r#"{"article": 1, "start": 8, "end": 11, "label": "PER", "exact": "Eva"}"#,
        r#"{"article": 9, "start": 8, "end": 11, "label": "PER"}"#,
        r#"{"article": 1, "start": 8, "end": 11}"#,
        r#"{"from": 7, "to": 8, "type": "met"}"#,
        r#"{"from": 7, "to": 99, "type": "met"}"#,
    ];
    let imported = read(&[&annotations.join("\n"), r#"{"id": 1, "text": "Ann met Bob"}"#]);
    assert_eq!(exact(&imported), ["Ann", "Bob"]);
    assert_eq!(imported.project.relations().count(), 1);
    let mut warnings: Vec<_> = imported.warnings.iter().map(import_warning).collect();
    warnings.sort();
    let expected = [
        "x, line 3: tag left out: the text there is “Bob”, not “Eva”",
        "x, line 4: left out: it has no text",
        "x, line 5: left out: it has no label",
        "x, line 7: relation left out: one of its ends was not imported",
    ];
    assert_eq!(warnings, expected);
}
