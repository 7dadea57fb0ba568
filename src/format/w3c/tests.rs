//! Collections are written and read, and the shapes of other tools.

use serde_json::json;

use super::*;
use crate::format::draft::{Build, build};
use crate::format::{ImportWarning, RecordProblem};
use crate::json::Json;
use crate::model::Timestamp;

fn imported(json: &Json) -> crate::format::Imported {
    let bytes = serde_json::to_vec(json).expect("JSON");
    assert!(W3c.recognises("x.json", &bytes));
    let draft = W3c.read(&[SourceFile { name: "x.json", bytes: &bytes }]).expect("a draft");
    let how = Build { title: "T".to_owned(), now: Timestamp::epoch(), unit: None };
    build(&draft, &how).expect("a project").imported
}

/// An annotation in a file with the text of its article.
fn with_text(text: &str, annotation: &Json) -> Json {
    let article = json!({ "crossread:source": "http://example.org/a", "crossread:record": { "id": "a", "title": "A", "text": text } });
    let schema = json!({ "labels": [] });
    json!({ "@context": CONTEXT, "type": "AnnotationCollection", "crossread:schema": schema, "crossread:articles": [article],
        "first": { "type": "AnnotationPage", "items": [annotation] } })
}

fn tags(json: &Json) -> Vec<(String, String)> {
    let project = imported(json).project;
    project.check().expect("valid");
    let named = |one: &std::rc::Rc<crate::model::Annotation>| (project.label_name(&one.label), project.exact(one));
    project.all_annotations().map(named).collect()
}

fn pair(label: &str, exact: &str) -> (String, String) {
    (label.to_owned(), exact.to_owned())
}

#[test]
fn the_shapes_of_recogito_and_hypothesis_are_read() {
    let text = "😀 Anna met Bob in Rome.";
    // UTF-16 offsets, as Recogito writes them.
    let recogito = json!({ "id": "x1", "bodies": [{ "purpose": "tagging", "value": "Person" }],
        "target": { "annotation": "http://example.org/a", "selector": [{ "quote": "Anna", "start": 3, "end": 7 }, { "quote": "Rome", "start": 19, "end": 23 }] } });
    assert_eq!(tags(&with_text(text, &recogito)), [pair("Person", "Anna … Rome")]);
    let hypothesis = json!({ "id": "h", "user": "acct:a@hypothes.is", "text": "a note", "tags": ["Place", "City"], "created": "2021-11-28T10:00:00.123456+00:00",
        "target": [{ "source": "http://example.org/a", "selector": [
            { "type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 1, "endContainer": "/p[1]", "endOffset": 5 },
            { "type": "TextPositionSelector", "start": 19, "end": 23 },
            { "type": "TextQuoteSelector", "exact": "Rome", "prefix": "Bob in ", "suffix": "." }] }] });
    let file = with_text(text, &hypothesis);
    assert_eq!(tags(&file), [pair("Place", "Rome")]);
    let project = imported(&file).project;
    let tag = project.all_annotations().next().expect("the tag");
    assert_eq!((tag.note.as_str(), tag.creator.as_str()), ("a note", "acct:a@hypothes.is"));
    assert_eq!(tag.created.as_str(), "2021-11-28T10:00:00.123456Z");
}

#[test]
fn a_quote_is_found_without_a_position_and_where_it_has_moved() {
    let target = |selector: Json| json!({ "id": "x", "motivation": "highlighting", "target": { "source": "http://example.org/a", "selector": selector } });
    let quote = json!({ "type": "TextQuoteSelector", "exact": "Bob" });
    assert_eq!(tags(&with_text("Anna met Bob.", &target(quote.clone()))), [pair("highlighting", "Bob")]);
    let moved = target(json!([{ "type": "TextPositionSelector", "start": 0, "end": 3 }, quote]));
    let imported = imported(&with_text("Anna met Bob.", &moved));
    assert!(matches!(&imported.warnings[..], [ImportWarning::Record { problem: RecordProblem::QuoteMoved(_), .. }]));
    for text in ["Anna met nobody.", "Bob and Bob"] {
        let file = with_text(text, &target(json!({ "type": "TextQuoteSelector", "exact": "Bob" })));
        assert_eq!(tags(&file), []);
    }
}

#[test]
fn annotations_of_texts_that_are_not_there_are_counted() {
    let file = json!([
        { "@context": CONTEXT, "id": "http://e.org/1", "type": "Annotation", "target": "http://e.org/a" },
        { "@context": CONTEXT, "id": "http://e.org/2", "type": "Annotation", "target": ["http://e.org/a", "http://e.org/b"] },
    ]);
    let warnings = imported(&file).warnings;
    let counts = warnings.iter().map(|warning| match warning {
        ImportWarning::Record { problem: RecordProblem::NoArticle { count, .. }, .. } => *count,
        other => panic!("{other:?}"),
    });
    assert_eq!(counts.collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn passages_of_a_text_that_is_not_there_become_an_article() {
    let tag = |id: &str, exact: &str| {
        json!({ "id": id, "tags": ["Place"], "document": { "title": ["News"] }, "target": [{ "source": "http://e.org/a", "selector": [
            { "type": "TextPositionSelector", "start": 700, "end": 704 },
            { "type": "TextQuoteSelector", "exact": exact, "prefix": "😀 Bob in ", "suffix": "." }] }] })
    };
    let imported = imported(&json!({ "total": 2, "rows": [tag("x", "Rome"), tag("y", "Genoa")] }));
    let article = &imported.project.articles()[0];
    assert_eq!((article.title.as_str(), article.source.as_str()), ("News", "http://e.org/a"));
    assert_eq!(article.text.as_str(), "😀 Bob in Rome.\n\n😀 Bob in Genoa.");
    let exact: Vec<String> = imported.project.all_annotations().map(|one| imported.project.exact(one)).collect();
    assert_eq!(exact, ["Rome", "Genoa"]);
    assert!(matches!(
        &imported.warnings[..],
        [ImportWarning::Record { problem: RecordProblem::OnlyPassages { count: 2, .. }, .. }]
    ));
}

#[test]
fn a_file_without_annotations_is_refused() {
    for file in [json!({ "a": 1 }), json!(3), json!([{ "target": "x" }, 7])] {
        let bytes = serde_json::to_vec(&file).expect("JSON");
        assert!(W3c.read(&[SourceFile { name: "x", bytes: &bytes }]).is_err(), "{file}");
    }
}
