//! The shapes of doccano's lines, old and new, and what is left out of them.

use super::*;
use crate::format::draft::{Build, Built, Decision, build};
use crate::format::{Imported, RecordProblem, native};
use crate::json::Json;
use crate::model::{AttributeValue, Timestamp};
use serde_json::json;

fn import(lines: &str) -> Imported {
    Doccano.import(lines.as_bytes()).expect("a project")
}

fn built(lines: &str) -> Built {
    let draft = Doccano.read(&[SourceFile { name: "", bytes: lines.as_bytes() }]).expect("a draft");
    build(&draft, &Build { title: String::new(), now: Timestamp::epoch(), unit: None }).expect("a project")
}

/// The label, text and creator of each tag.
fn tags(imported: &Imported) -> Vec<(String, String, String)> {
    let project = &imported.project;
    let tag = |tag: &std::rc::Rc<crate::model::Annotation>| {
        (project.label_name(&tag.label), project.exact(tag), tag.creator.clone())
    };
    project.all_annotations().map(tag).collect()
}

fn tag(label: &str, text: &str, creator: &str) -> (String, String, String) {
    (label.to_owned(), text.to_owned(), creator.to_owned())
}

#[test]
fn spans_may_be_lists_or_objects_under_any_name() {
    for line in [
        r#"{"id": 1, "text": "Bob met Ann", "label": [[0, 3, "PER"], [8, 11, "PER"]]}"#,
        r#"{"id": 1, "text": "Bob met Ann", "labels": [[0, 3, "PER"], [8, 11, "PER"]], "meta": {}, "annotation_approver": null}"#,
        r#"{"text": "Bob met Ann", "label": [{"start_offset": 0, "end_offset": 3, "label": "PER"}, {"start_offset": 8, "end_offset": 11, "label": "PER"}]}"#,
        r#"{"data": "Bob met Ann", "entities": [[0, 3, "PER"], [8, 11, "PER"]], "cats": ["a"]}"#,
        r#"{"column_data": "Bob met Ann", "column_label": [[0, 3, "PER"], [8, 11, "PER"]]}"#,
    ] {
        assert!(Doccano.recognises("x.jsonl", line.as_bytes()), "{line}");
        let imported = import(line);
        assert_eq!(tags(&imported), [tag("PER", "Bob", ""), tag("PER", "Ann", "")], "{line}");
        assert_eq!(imported.warnings, [], "{line}");
    }
}

#[test]
fn older_lines_have_ids_of_labels_and_several_users() {
    let line = r#"{"id": 7, "text": "Bob met Ann", "annotations": [
        {"label": 12, "start_offset": 0, "end_offset": 3, "user": 1}, {"label": 12, "start_offset": 0, "end_offset": 3, "user": 2}
    ], "meta": {"wikiPageID": 1}}"#;
    assert!(Doccano.recognises("x.json", line.as_bytes()));
    let imported = import(line);
    assert_eq!(tags(&imported), [tag("12", "Bob", "1"), tag("12", "Bob", "2")]);
    let article = &imported.project.articles()[0];
    assert_eq!(article.id.as_str(), "7");
    assert_eq!(article.attributes.get("wikiPageID"), Some(&AttributeValue::Number(1.0)));
}

#[test]
fn relations_comments_and_labels_of_the_text_are_read() {
    let line = json!({
        "id": 1, "text": "Bob met Ann", "source": "AP",
        "entities": [
            {"id": 30, "label": "PER", "start_offset": 0, "end_offset": 3}, {"id": 31, "label": "PER", "start_offset": 8, "end_offset": 11},
        ],
        "relations": [{"id": 5, "from_id": 30, "to_id": 31, "type": "met"}, {"id": 6, "from_id": 30, "to_id": 99, "type": "met"}],
        "Comments": ["Read", {"id": 1, "comment": "Twice"}],
    });
    let imported = import(&line.to_string());
    let relation = imported.project.relations().next().expect("a relation");
    assert_eq!(imported.project.relation_type_name(&relation.kind), "met");
    assert_eq!((relation.from.as_str(), relation.to.as_str()), ("30", "31"));
    assert_eq!(imported.project.articles()[0].note, "Read\nTwice");
    assert_eq!(imported.project.articles()[0].source, "AP");
    let problems: Vec<_> = imported.warnings.iter().map(crate::app::messages::files::import_warning).collect();
    assert_eq!(problems, ["line 1: relations[1]: relation left out: one of its ends was not imported"]);
    let imported = import(r#"{"text": "Bob", "label": ["good", "short"]}"#);
    let labels = AttributeValue::List(vec!["good".to_owned(), "short".to_owned()]);
    assert_eq!(imported.project.articles()[0].attributes.get("label"), Some(&labels));
}

#[test]
fn utf_16_units_are_usual_and_graphemes_are_found() {
    let family = "👶🏻👦🏻👧🏻👨🏻";
    let tagged = |start: u32, end: u32| {
        built(&json!({"text": format!("{family} met Bob, Ann, Eva"), "label": [[start, end, "X"]]}).to_string())
    };
    let utf16 = tagged(0, 16);
    assert_eq!(tags(&utf16.imported), [tag("X", family, "")]);
    let graphemes = tagged(0, 4);
    assert!(matches!(graphemes.decisions[0], Decision::Open(_)), "{:?}", graphemes.decisions);
    let inside = tagged(1, 3);
    assert_eq!(inside.decisions, [Decision::Decided(OffsetUnit::Graphemes)]);
    assert_eq!(tags(&inside.imported), [tag("X", "👦🏻👧🏻", "")]);
}

#[test]
fn what_cannot_be_read_is_left_out() {
    let lines = [
        r#"{"text": "Bob", "label": [[0, 3]]}"#,
        r#"{"label": [[0, 1, "PER"]], "meta": {"wikiPageID": 3}}"#,
        r#"{"text": "Bob", "label": [[-1, 3, "PER"], [0, 9, "PER"], "x"]}"#,
        "[1]",
        r#"{"text": "Bob", "label": [[0, 3, "PER"], [0, 3, "PER"]]}"#,
    ];
    let imported = import(&lines.join("\n"));
    assert_eq!(tags(&imported).len(), 2, "overlaps are kept");
    assert_eq!(imported.project.articles().len(), 3);
    assert_eq!(imported.warnings.len(), 6, "{:?}", imported.warnings);
    let without =
        crate::format::ImportWarning::Record { place: "line 2".to_owned(), problem: RecordProblem::WithoutText };
    assert!(imported.warnings.contains(&without));
    let error = Doccano.import(b"{\"a\": 1}").map(|_| ()).expect_err("another file");
    assert_eq!(*error.problem, crate::format::ReadProblem::UnknownFormat);
}

fn project(relations: &Json) -> crate::model::Project {
    let at = "2021-11-28T12:00:00Z";
    let file = json!({
        "format": "crossread", "version": 1, "project": { "title": "A day", "created": at },
        "schema": { "labels": [{ "id": "PER", "kind": "entity", "name": "Person", "colour": "#112233" }],
            "relationTypes": [{ "id": "met", "name": "met" }] },
        "articles": [{ "id": "x", "title": "One", "source": "AP", "text": "😀 Ana met Ben." }, { "id": "y", "title": "Two", "text": "Ana" }],
        "annotations": [
            { "id": "1", "article": "x", "label": "PER", "ranges": [{ "start": 2, "end": 5, "exact": "Ana" }], "created": at, "note": "n" },
            { "id": "2", "article": "x", "label": "PER", "created": at,
              "ranges": [{ "start": 6, "end": 9, "exact": "met" }, { "start": 10, "end": 13, "exact": "Ben" }] },
            { "id": "3", "article": "y", "label": "PER", "ranges": [{ "start": 0, "end": 3, "exact": "Ana" }], "created": at },
        ],
        "relations": relations,
    });
    native::read(&file.to_string()).expect("a project")
}

fn written(project: &crate::model::Project) -> String {
    String::from_utf8(Doccano.export(project, ExportOptions::default()).bytes).expect("UTF-8")
}

#[test]
fn spans_are_written_as_lists_with_utf_16_offsets() {
    let expected = [
        r#"{"text":"😀 Ana met Ben.","label":[[3,6,"Person"],[7,10,"Person"],[11,14,"Person"]],"meta":{"id":"x","title":"One","source":"AP"}}"#,
        r#"{"text":"Ana","label":[[0,3,"Person"]],"meta":{"id":"y","title":"Two"}}"#,
        "",
    ];
    assert_eq!(written(&project(&json!([]))), expected.join("\n"));
}

#[test]
fn relations_are_written_with_ids_that_differ() {
    let relations = json!([
        { "id": "r", "type": "met", "from": "1", "to": "2", "created": "2021-11-28T12:00:00Z" },
        { "id": "s", "type": "met", "from": "1", "to": "3", "created": "2021-11-28T12:00:00Z" },
    ]);
    let expected = [
        concat!(
            r#"{"text":"😀 Ana met Ben.","entities":[{"id":1,"label":"Person","start_offset":3,"end_offset":6},"#,
            r#"{"id":2,"label":"Person","start_offset":7,"end_offset":10},{"id":3,"label":"Person","start_offset":11,"end_offset":14}],"#,
            r#""relations":[{"id":4,"from_id":1,"to_id":2,"type":"met"}],"meta":{"id":"x","title":"One","source":"AP"}}"#
        ),
        concat!(
            r#"{"text":"Ana","entities":[{"id":5,"label":"Person","start_offset":0,"end_offset":3}],"#,
            r#""relations":[],"meta":{"id":"y","title":"Two"}}"#
        ),
        "",
    ];
    let project = project(&relations);
    assert_eq!(written(&project), expected.join("\n"));
    let dropped: Vec<_> = Doccano.dropped(&project).into_iter().map(|one| (one.what, one.count)).collect();
    let expected = [
        (DroppedPart::Parts, 1),
        (DroppedPart::RelationsAcrossArticles, 1),
        (DroppedPart::Notes, 1),
        (DroppedPart::Authorship, 5),
        (DroppedPart::Ids, 5),
        (DroppedPart::Definitions, 2),
    ];
    assert_eq!(dropped, expected);
}

#[test]
fn a_file_for_each_article_has_a_name_of_its_own() {
    let options = ExportOptions { one_file_each: true, ..ExportOptions::default() };
    let names: Vec<_> = Doccano.write(&project(&json!([])), options).into_iter().map(|file| file.name).collect();
    assert_eq!(names, ["one.doccano.jsonl", "two.doccano.jsonl"]);
}
