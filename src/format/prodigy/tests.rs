//! Tasks of Prodigy: answers, annotators, tokens and relations.

use super::*;
use crate::format::{Imported, RecordProblem, native};
use crate::json::{Json, parse};
use serde_json::json;

fn import(lines: &[&str]) -> Imported {
    Prodigy.import(lines.join("\n").as_bytes()).expect("a project")
}

/// The label, text and creator of each tag.
fn tags(imported: &Imported) -> Vec<(String, String, String)> {
    let project = &imported.project;
    let tags = project.all_annotations();
    tags.map(|tag| (project.label_name(&tag.label), project.exact(tag), tag.creator.clone())).collect()
}

fn tag(label: &str, text: &str, creator: &str) -> (String, String, String) {
    (label.to_owned(), text.to_owned(), creator.to_owned())
}

#[test]
fn rejected_spans_do_not_become_tags() {
    let imported = import(&[
        r#"{"text": "Ann", "spans": [{"start": 0, "end": 3, "label": "A"}], "answer": "accept"}"#,
        r#"{"text": "Bob", "spans": [{"start": 0, "end": 3, "label": "B"}], "answer": "reject"}"#,
        r#"{"text": "Eva", "spans": [{"start": 0, "end": 3, "label": "C"}], "answer": "ignore"}"#,
        r#"{"text": "Joe", "spans": [{"start": 0, "end": 3, "label": "D"}]}"#,
        r#"{"text": "Zoe", "_task_hash": -5, "answer": "reject"}"#,
    ]);
    assert_eq!(tags(&imported), [tag("A", "Ann", ""), tag("D", "Joe", "")]);
    assert_eq!((imported.project.articles().len(), imported.warnings.len()), (5, 2));
}

#[test]
fn lines_with_one_input_hash_are_one_article() {
    let imported = import(&[
        r#"{"text": "Ann met Bob", "_input_hash": -1, "spans": [{"start": 0, "end": 3, "label": "A"}], "_annotator_id": "x", "answer": "accept"}"#,
        r#"{"text": "Ann met Bob", "_input_hash": -1, "spans": [{"start": 0, "end": 3, "label": "A"}], "_annotator_id": "y", "answer": "accept"}"#,
        r#"{"text": "Ann met Bob", "_input_hash": -1, "spans": [{"start": 8, "end": 11, "label": "A"}], "_session_id": "x", "answer": "accept"}"#,
        r#"{"text": "Ann met Bob", "_input_hash": -1, "spans": [{"start": 8, "end": 11, "label": "A"}], "_session_id": "x", "answer": "accept"}"#,
        r#"{"text": "Ann met Bob", "_input_hash": -1, "spans": [{"start": 4, "end": 7, "label": "A"}], "answer": "reject"}"#,
        r#"{"text": "Ann met Bob"}"#,
    ]);
    assert_eq!(imported.project.articles().len(), 2);
    assert_eq!(tags(&imported), [tag("A", "Ann", "x"), tag("A", "Ann", "y"), tag("A", "Bob", "x")]);
}

#[test]
fn relations_are_found_by_span_or_token() {
    let task = |relation: &Json| {
        json!({
            "text": "R&amp;B 😀 Ann met Bob",
            "spans": [
                {"start": 10, "end": 13, "label": "PER", "token_start": 4, "token_end": 4},
                {"start": 10, "end": 13, "label": "X", "token_start": 4, "token_end": 4},
                {"start": 18, "end": 21, "label": "PER", "token_start": 6, "token_end": 6},
            ],
            "relations": [relation],
        })
        .to_string()
    };
    let by_span = task(&json!({
        "head": 4, "child": 6, "label": "MET",
        "head_span": {"start": 10, "end": 13, "label": "X"}, "child_span": {"start": 18, "end": 21, "label": null},
    }));
    let by_token = task(&json!({"head": 6, "child": 4, "label": "MET"}));
    let token = |id: u32, start: u32, end: u32| json!({"text": "", "id": id, "start": start, "end": end});
    let span = |start: u32, end: u32| json!({"start": start, "end": end, "label": "PER"});
    // Where spans do not say which tokens they have, the tokens do.
    let of_tokens = json!({
        "text": "Ann Bell met Bob", "tokens": [token(0, 0, 3), token(1, 4, 8), token(2, 9, 12), token(3, 13, 16)],
        "spans": [span(13, 16), span(0, 8)], "relations": [{"head": 3, "child": 0, "label": "MET"}],
    });
    let imported = import(&[&of_tokens.to_string()]);
    let relation = imported.project.relations().next().expect("a relation");
    let exact = |id| imported.project.annotation(id).map(|tag| imported.project.exact(tag));
    assert_eq!([exact(&relation.from), exact(&relation.to)], ["Bob", "Ann Bell"].map(|text| Some(text.to_owned())));
    for (line, from, to) in [(by_span, ("X", "Ann"), ("PER", "Bob")), (by_token, ("PER", "Bob"), ("PER", "Ann"))] {
        assert!(Prodigy.recognises("x.jsonl", line.as_bytes()));
        let imported = import(&[&line]);
        let project = &imported.project;
        let relation = project.relations().next().expect("a relation");
        let end = |id| project.annotation(id).map(|tag| (project.label_name(&tag.label), project.exact(tag)));
        let expected = |(label, text): (&str, &str)| Some((label.to_owned(), text.to_owned()));
        assert_eq!((end(&relation.from), end(&relation.to)), (expected(from), expected(to)));
    }
    let other = task(&json!({
        "head": 4, "child": 5, "label": "MET",
        "head_span": {"start": 10, "end": 13, "label": "PER"}, "child_span": {"start": 14, "end": 17, "label": null},
    }));
    let imported = import(&[&other]);
    let problems: Vec<_> = imported.warnings.iter().map(crate::app::messages::files::import_warning).collect();
    assert_eq!(problems, ["line 1: relations[0]: relation left out: one of its ends was not imported"]);
}

#[test]
fn what_is_beside_the_spans_is_kept() {
    let imported = import(&[
        r#"{"text": "Ann", "meta": {"source": "AP", "score": 0.5}, "label": "GOOD", "accept": ["a"], "options": [{"id": "a"}], "_input_hash": 5, "answer": "accept"}"#,
        r#"{"image": "x.png", "answer": "accept"}"#,
    ]);
    let article = &imported.project.articles()[0];
    assert_eq!(article.source, "AP");
    assert_eq!(article.attributes.keys().map(String::as_str).collect::<Vec<_>>(), ["accept", "label", "score"]);
    let problem = RecordProblem::WithoutText;
    assert_eq!(imported.warnings, [crate::format::ImportWarning::Record { place: "line 2".to_owned(), problem }]);
}

#[test]
fn tokens_and_relations_are_written() {
    let at = "2021-11-28T12:00:00Z";
    let file = json!({
        "format": "crossread", "version": 1, "project": { "title": "A day", "created": at },
        "schema": { "labels": [{ "id": "PER", "kind": "entity", "name": "Person", "colour": "#112233",
            "attributes": [{ "name": "sure", "kind": "yes/no" }] }], "relationTypes": [{ "id": "met", "name": "met" }] },
        "articles": [{ "id": "x", "title": "One", "text": "😀 Ana Bell met Ben." }],
        "entities": [{ "id": "e1", "name": "Ana" }],
        "annotations": [
            { "id": "1", "article": "x", "label": "PER", "ranges": [{ "start": 2, "end": 10, "exact": "Ana Bell" }], "created": at,
              "entity": "e1", "note": "n", "attributes": { "sure": true } },
            { "id": "2", "article": "x", "label": "PER", "created": at,
              "ranges": [{ "start": 11, "end": 14, "exact": "met" }, { "start": 15, "end": 18, "exact": "Ben" }] },
        ],
        "relations": [{ "id": "r", "type": "met", "from": "1", "to": "2", "created": at }],
    });
    let project = native::read(&file.to_string()).expect("a project");
    let bytes = Prodigy.export(&project, ExportOptions::default()).bytes;
    let task = parse(std::str::from_utf8(&bytes).expect("UTF-8").trim_end()).expect("a line");
    let tokens: Vec<_> =
        task["tokens"].as_array().expect("a list").iter().map(|token| (&token["text"], &token["ws"])).collect();
    let words = ["😀", "Ana", "Bell", "met", "Ben", "."].map(Json::from);
    let spaces = [true, true, true, true, false, false].map(Json::from);
    assert_eq!(tokens, words.iter().zip(&spaces).collect::<Vec<_>>());
    let head = json!({"start": 2, "end": 10, "token_start": 1, "token_end": 2, "label": "Person", "tag_id": "1"});
    let child = json!({"start": 11, "end": 14, "token_start": 3, "token_end": 3, "label": "Person", "tag_id": "2"});
    let expected = json!([{"id": "r", "head": 2, "child": 3, "label": "met", "head_span": head, "child_span": child}]);
    assert_eq!(task["relations"], expected);
    assert_eq!((&task["spans"][0]["kb_id"], &task["spans"][0]["note"]), (&json!("e1"), &json!("n")));
    assert_eq!((&task["spans"][2]["start"], &task["spans"][2]["tag_id"]), (&json!(15), &json!("2")));
    let again = Prodigy.import(&bytes).expect("a project").project;
    let ranges = |project: &Project| project.all_annotations().map(|tag| tag.ranges.clone()).collect::<Vec<_>>();
    assert_eq!(ranges(&again), ranges(&project));
}
