//! Predictions of other tools in files: what is read, what is refused, and how long many take.

use std::time::Instant;

use crossread::analysis::suggestions::{Grouping, SuggestionKind, SuggestionList, Suggestions, accept};
use crossread::app::messages::errors;
use crossread::edit::{Editor, Stamp};
use crossread::format::{ExportOptions, Format, ImportWarning, SourceFile, find, native};
use crossread::json::Json;
use crossread::model::{Project, Timestamp};
use serde_json::json;

use crate::lossy::round_trip;

fn stamp() -> Stamp {
    Stamp { at: Timestamp::parse("2026-01-01T00:00:00Z").expect("a time"), by: "Ada".to_owned() }
}

fn format(name: &str) -> &'static dyn Format {
    find(name).expect("a format")
}

fn region(id: &str, (start, end): (u32, u32), label: &str, more: &Json) -> Json {
    let value = json!({ "start": start, "end": end, "labels": [label] });
    let mut region = json!({ "id": id, "from_name": "label", "to_name": "text", "type": "labels", "value": value });
    for (name, value) in more.as_object().into_iter().flatten() {
        region[name] = value.clone();
    }
    region
}

fn tasks() -> Json {
    json!([{
        "id": 1, "data": { "text": "😀 Ann met Bob in Rome" },
        "annotations": [{ "result": [region("x", (2, 5), "Person", &json!({ "origin": "prediction-changed" }))] }],
        "predictions": [
            { "model_version": "model-v2", "score": 0.87, "result": [
                region("x", (2, 9), "Person", &json!({})),
                region("y", (10, 13), "Person", &json!({ "score": 0.5 })),
                region("z", (17, 21), "Place", &json!({})),
                { "from_id": "y", "to_id": "z", "type": "relation", "direction": "right", "labels": ["in"] },
                { "id": "y", "from_name": "sure", "to_name": "text", "type": "choices", "value": { "start": 10, "end": 13, "choices": ["true"] } },
                { "id": "t", "from_name": "topic", "to_name": "text", "type": "choices", "value": { "choices": ["news"] } },
            ]},
            { "model_version": 3, "result": [region("y", (10, 13), "Person", &json!({})), region("w", (0, 99), "Place", &json!({}))] },
        ],
    }])
}

fn read(format_name: &str, bytes: &[u8]) -> (Project, Vec<ImportWarning>) {
    let imported = format(format_name).import(bytes).expect("a project");
    (imported.project, imported.warnings)
}

/// A line for each prediction.
fn shown(project: &Project) -> Vec<String> {
    let line = |one: &std::rc::Rc<crossread::model::Prediction>| {
        let relations: Vec<_> =
            one.relations.iter().map(|relation| format!("{} {}", relation.kind, relation.to)).collect();
        let accepted = one.accepted.as_ref().map(ToString::to_string);
        let attributes = one.tag.attributes.keys().cloned().collect::<Vec<_>>();
        format!(
            "{} {} {} {:?} {:?} {relations:?} {accepted:?} {attributes:?}",
            one.tag.id,
            project.exact(&one.tag),
            one.tag.label,
            one.model,
            one.score
        )
    };
    project.predictions().values().map(line).collect()
}

#[test]
fn predictions_of_label_studio_are_read_and_written() {
    let (project, warnings) = read("label-studio", tasks().to_string().as_bytes());
    let expected = [
        r#"x Ann met Person "model-v2" Some(0.87) [] Some("x") []"#,
        r#"y Bob Person "model-v2" Some(0.5) ["in z"] None ["sure"]"#,
        r#"y-2 Bob Person "3" None [] None []"#,
        r#"z Rome Place "model-v2" Some(0.87) [] None []"#,
    ];
    assert_eq!(shown(&project), expected);
    assert_eq!(project.annotation_count(), 1);
    assert_eq!(warnings.len(), 2, "an answer about the text, and a region past it: {warnings:?}");
    assert!(project.articles()[0].attributes.is_empty(), "a prediction says nothing about the article");

    let files = format("label-studio").write(&project, ExportOptions::default());
    let written: Json = serde_json::from_slice(&files[0].bytes).expect("JSON");
    let predictions = &written[0]["predictions"];
    assert_eq!(predictions[0]["model_version"], "model-v2");
    assert_eq!(predictions[0]["result"][0]["id"], "x");
    assert_eq!(predictions[0]["result"][1]["score"], 0.5);
    assert_eq!(predictions[1].get("score"), None);
    assert_eq!(written[0]["annotations"][0]["result"][0]["origin"], "prediction-changed");
    let (again, warnings) = round_trip(format("label-studio"), &project, ExportOptions::default());
    assert_eq!((shown(&again), warnings), (expected.map(str::to_owned).to_vec(), vec![]));
    let (again, warnings) = round_trip(format("json-lines"), &project, ExportOptions::default());
    assert_eq!((shown(&again), warnings), (expected.map(str::to_owned).to_vec(), vec![]));
}

#[test]
fn what_is_accepted_says_so_in_label_studio() {
    let (project, _) = read("label-studio", tasks().to_string().as_bytes());
    let mut editor = Editor::new(project);
    let mut suggestions = Suggestions::default();
    suggestions.update(editor.project());
    let mut open = suggestions.open(editor.project());
    open.retain(|one| one.kind == SuggestionKind::Prediction);
    assert_eq!(open.len(), 2, "Bob is proposed by two models");
    open.truncate(1);
    let command = accept(editor.project(), &open, &|_, _| String::new()).expect("a command");
    editor.perform(command, stamp()).expect("a step");
    let files = format("label-studio").write(editor.project(), ExportOptions::default());
    let written: Json = serde_json::from_slice(&files[0].bytes).expect("JSON");
    let made = &written[0]["annotations"][0]["result"][1];
    assert_eq!(made["origin"], "prediction");
    let of = |model: usize| written[0]["predictions"][model]["result"].as_array().expect("results").clone();
    assert!(of(0).iter().chain(&of(1)).filter(|result| result["id"] == made["id"]).count() >= 2, "{written}");
    let (again, _) = round_trip(format("label-studio"), editor.project(), ExportOptions::default());
    let accepted = again.predictions().values().filter(|one| one.accepted.is_some()).count();
    assert_eq!(accepted, 3);
    suggestions.update(&again);
    let open = suggestions.open(&again);
    assert_eq!(open.iter().filter(|one| one.kind == SuggestionKind::Prediction).count(), 1);
}

fn file(prediction: &Json) -> String {
    json!({
        "format": "crossread", "version": 1, "project": { "title": "P", "created": "2026-01-01T00:00:00Z" },
        "schema": { "labels": [{ "id": "L", "kind": "other", "name": "L", "colour": "#000000", "attributes": [{ "name": "who", "kind": "entity" }] }], "relationTypes": [] },
        "articles": [{ "id": "a", "title": "A", "text": "Ann met Bob" }],
        "entities": [{ "id": "e", "name": "E" }],
        "predictions": [prediction],
    })
    .to_string()
}

#[test]
fn bad_predictions_are_refused_with_their_place() {
    let good = json!({ "annotation": { "id": "p", "article": "a", "label": "L", "ranges": [{ "start": 0, "end": 3, "exact": "Ann" }] }, "score": -7.5, "later": 1 });
    let project = native::read(&file(&good)).expect("a project");
    assert_eq!(native::read(&native::write(&project)).map(|again| native::write(&again)), Ok(native::write(&project)));
    let cases: [(&str, Json, &str); 8] = [
        ("/annotation/article", json!("b"), "predictions[0].annotation.article: there is no article with the id \"b\""),
        ("/annotation/label", json!("M"), "predictions[0].annotation.label: there is no label with the id \"M\""),
        ("/annotation/entity", json!("e"), "predictions[0].annotation: a prediction cannot refer to an entity"),
        (
            "/annotation/attributes",
            json!({ "who": "e" }),
            "predictions[0].annotation: a prediction cannot refer to an entity",
        ),
        ("/annotation/ranges/0/exact", json!("Bob"), "predictions[0].annotation.ranges[0].exact: "),
        ("/score", json!("high"), "predictions[0].score: expected a number"),
        (
            "/relations",
            json!([{ "type": "r", "to": "q" }]),
            "predictions[0].relations: there is no relation type with the id \"r\"",
        ),
        ("/model", json!("x".repeat(100_000)), "predictions[0].model: the model has 100000 characters"),
    ];
    for (path, value, expected) in cases {
        let mut bad = good.clone();
        let (parent, name) = path.rsplit_once('/').expect("a path");
        bad.pointer_mut(parent).expect("the parent")[name] = value;
        let error = native::read(&file(&bad)).expect_err(path);
        let message = errors::read(&error).replace(['\u{2068}', '\u{2069}'], "");
        assert!(message.starts_with(expected), "{path}: {message}");
    }
    let twice: Json = serde_json::from_str(&file(&good)).expect("JSON");
    let mut twice = twice;
    twice["predictions"] = json!([good, good]);
    let error = native::read(&twice.to_string()).expect_err("the same id twice");
    assert_eq!(error.place, "predictions[1].annotation.id".into());
}

#[test]
fn files_without_predictions_are_as_before_and_a_list_may_come_first() {
    let (project, _) = read("label-studio", br#"[{"data":{"text":"Ann"},"annotations":[]}]"#);
    assert!(!native::write(&project).contains("predictions"));
    let good = json!({ "annotation": { "id": "p", "article": "a", "label": "L", "ranges": [{ "start": 0, "end": 3, "exact": "Ann" }] } });
    let text = file(&good);
    let (list, rest) = (json!([good]), text.replace(&format!(",\"predictions\":[{good}]"), ""));
    let early = rest.replacen('{', &format!("{{\"predictions\":{list},"), 1);
    assert_eq!(native::read(&early).map(|project| project.predictions().len()), Ok(1));
}

#[test]
fn many_predictions_are_listed_and_accepted_in_time() {
    let words = 20_000_u32;
    let text = "word ".repeat(words as usize);
    let results: Vec<Json> = (0..words)
        .map(|at| region(&format!("r{at}"), (5 * at, 5 * at + 4), "Mark", &json!({ "score": 0.5 })))
        .collect();
    let tasks =
        json!([{ "data": { "text": text }, "predictions": [{ "model_version": "m", "result": results }] }]).to_string();
    let time = |what: &str, begun: Instant| println!("{what}: {:?}", begun.elapsed());
    let begun = Instant::now();
    let source = [SourceFile { name: "tasks.json", bytes: tasks.as_bytes() }];
    let draft = format("label-studio").read(&source).expect("a draft");
    assert_eq!((draft.tag_count(), draft.labels()), (words as usize, vec![("Mark".to_owned(), 0)]));
    let (project, _) = read("label-studio", tasks.as_bytes());
    time("import", begun);
    let begun = Instant::now();
    let written = native::write(&project);
    time("write", begun);
    let begun = Instant::now();
    let project = native::read(&written).expect("its own file");
    assert_eq!(project.predictions().len(), words as usize);
    time("read", begun);
    let mut editor = Editor::new(project);
    let begun = Instant::now();
    let mut suggestions = Suggestions::default();
    suggestions.update(editor.project());
    let open = suggestions.open(editor.project());
    time("list", begun);
    let begun = Instant::now();
    let predicted: Vec<_> = open.into_iter().filter(|one| one.kind == SuggestionKind::Prediction).collect();
    let list = Grouping::new(editor.project().clone(), predicted.clone(), &SuggestionList::default()).finish();
    assert_eq!((list.open.len(), list.groups.len()), (words as usize, 1));
    time("group", begun);
    let begun = Instant::now();
    let command = accept(editor.project(), &predicted, &|_, _| String::new()).expect("a command");
    editor.perform(command, stamp()).expect("a step");
    assert_eq!(editor.project().annotation_count(), words as usize);
    time("accept", begun);
    let begun = Instant::now();
    suggestions.update(editor.project());
    assert!(suggestions.open(editor.project()).iter().all(|one| one.kind != SuggestionKind::Prediction));
    time("list again", begun);
    let begun = Instant::now();
    assert!(editor.undo().expect("an undo").is_some());
    time("undo", begun);
}
