//! Tasks of Label Studio: several results for a region, annotators, HTML, and what is written.

use super::*;
use crate::app::messages::files::import_warning;
use crate::format::{Imported, native};
use crate::json::{Json, parse};
use crate::model::{AttributeKind, AttributeValue};
use serde_json::json;

fn import(tasks: &Json) -> Imported {
    LabelStudio.import(tasks.to_string().as_bytes()).expect("a project")
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

fn region(id: &str, start: u32, end: u32, label: &str) -> Json {
    json!({"id": id, "from_name": "l", "to_name": "t", "type": "labels", "value": {"start": start, "end": end, "labels": [label]}})
}

fn task(results: &Json) -> Json {
    json!([{"id": 1, "data": {"text": "Ann met Bob"}, "annotations": [{"result": results}]}])
}

fn warnings(imported: &Imported) -> Vec<String> {
    imported.warnings.iter().map(import_warning).collect()
}

#[test]
fn several_results_with_one_id_are_one_tag() {
    let mut person = region("a", 0, 3, "PER");
    person["meta"] = json!({"text": ["Read", "twice"]});
    let of_region = |name: &str, kind: &str, field: &str, value: &Json| json!({"id": "a", "from_name": name, "to_name": "t", "type": kind, "value": {"start": 0, "end": 3, field: value}});
    let imported = import(&task(&json!([
        of_region("sure", "choices", "choices", &json!(["true"])),
        person,
        of_region("kind", "choices", "choices", &json!(["staff"])),
        of_region("roles", "choices", "choices", &json!(["a", "b"])),
        of_region("why", "textarea", "text", &json!(["one", "two"])),
        of_region("said", "textarea", "text", &json!("plain")),
        of_region("age", "number", "number", &json!(7)),
        of_region("entity", "textarea", "text", &json!(["Ann Bell"])),
        region("b", 8, 11, "PER"),
        {"from_id": "b", "to_id": "a", "type": "relation", "direction": "left", "labels": ["met", "saw"]},
        {"from_id": "b", "to_id": "a", "type": "relation", "direction": "right"},
        {"from_id": "b", "to_id": "z", "type": "relation", "direction": "right"},
        {"id": "x", "from_name": "topic", "to_name": "t", "type": "choices", "value": {"choices": ["news"]}},
    ])));
    assert_eq!(tags(&imported), [tag("PER", "Ann", ""), tag("PER", "Bob", "")]);
    let project = &imported.project;
    let first = project.all_annotations().next().expect("a tag");
    let text = |text: &str| AttributeValue::Text(text.to_owned());
    let list = AttributeValue::List(vec!["a".to_owned(), "b".to_owned()]);
    let expected = [
        ("age", AttributeValue::Number(7.0)),
        ("kind", text("staff")),
        ("roles", list),
        ("said", text("plain")),
        ("sure", AttributeValue::YesNo(true)),
        ("why", text("one\ntwo")),
    ];
    let expected: Vec<_> = expected.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    assert_eq!(first.attributes.clone().into_iter().collect::<Vec<_>>(), expected);
    assert_eq!((first.note.as_str(), first.id.as_str()), ("Read\ntwice", "a"));
    let entity = first.entity.as_ref().and_then(|id| project.entity(id)).expect("an entity");
    assert_eq!(entity.name, "Ann Bell");
    let relations: Vec<_> = project
        .relations()
        .map(|one| (project.relation_type_name(&one.kind), one.from.to_string(), one.to.to_string()))
        .collect();
    let relation = |kind: &str, from: &str, to: &str| (kind.to_owned(), from.to_owned(), to.to_owned());
    assert_eq!(relations, [relation("met", "a", "b"), relation("saw", "a", "b"), relation("related", "b", "a")]);
    assert_eq!(project.articles()[0].attributes.get("topic"), Some(&text("news")));
    assert_eq!(
        warnings(&imported),
        ["[0].annotations[0].result[11]: relation left out: one of its ends was not imported"]
    );
}

#[test]
fn annotators_are_creators_and_what_they_skipped_is_left_out() {
    let tasks = json!([{"data": {"text": "Ann met Bob"}, "annotations": [
        {"completed_by": 3, "created_at": "2021-11-28T12:00:00.123456Z", "result": [region("a", 0, 3, "PER")]},
        {"completed_by": {"id": 4, "email": "x@example.org"}, "result": [region("a", 0, 3, "PER"), region("b", 8, 11, "PER")]},
        {"was_cancelled": true, "result": [region("a", 4, 7, "PER")]},
    ], "predictions": [{"result": [region("a", 4, 7, "PER")]}]}]);
    let imported = import(&tasks);
    let expected = [tag("PER", "Ann", "3"), tag("PER", "Ann", "x@example.org"), tag("PER", "Bob", "x@example.org")];
    assert_eq!(tags(&imported), expected);
    let created = imported.project.all_annotations().next().expect("a tag").created.to_string();
    assert_eq!(created, "2021-11-28T12:00:00.123456Z");
    assert_eq!(warnings(&imported).len(), 1, "{:?}", warnings(&imported));
    assert_eq!(imported.project.predictions().len(), 1);
}

#[test]
fn the_unit_is_that_of_the_covered_text() {
    let text = "😀😀 Ann\r\nmet Bob";
    let with = |start: u32, end: u32| {
        json!({"data": {"text": text}, "annotations": [{"result": [{"id": "a", "type": "labels", "value": {
            "start": start, "end": end, "text": "Bob", "labels": ["PER"]}}]}]})
    };
    for (start, end) in [(12, 15), (14, 17)] {
        assert_eq!(tags(&import(&with(start, end))), [tag("PER", "Bob", "")], "{start}");
    }
    let stale = import(&with(3, 6));
    assert_eq!((tags(&stale).len(), stale.warnings.len()), (0, 1));
}

#[test]
fn regions_that_cannot_be_read_are_left_out() {
    let imported = import(&task(&json!([
        {"id": "a", "type": "labels", "value": {"start": -1, "end": 3, "labels": ["PER"]}},
        {"id": "b", "type": "labels", "value": {"start": 0, "end": 3, "labels": []}},
        {"id": "c", "type": "rectanglelabels", "value": {"x": 1, "rectanglelabels": ["A"]}},
        {"id": "d", "type": "textarea", "from_name": "t", "value": {"start": 0, "end": 3, "text": ["x"]}},
        {"id": "e", "type": "labels", "value": {"start": 0, "end": 3, "text": "Ann\\n", "labels": ["A", "B"]}},
    ])));
    assert_eq!((tags(&imported).len(), imported.warnings.len()), (2, 4), "{:?}", warnings(&imported));
    let error = LabelStudio.import(b"[{\"data\": 1}]").map(|_| ()).expect_err("another file");
    assert_eq!(*error.problem, crate::format::ReadProblem::UnknownFormat);
}

#[test]
fn json_min_and_single_tasks_are_read() {
    let min = json!([{
        "id": 5, "text": "Ann met Bob", "source": "AP", "annotator": 1, "annotation_id": 2, "created_at": "2021-11-28T12:00:00Z",
        "label": [{"start": 0, "end": 3, "text": "Ann", "labels": ["PER"]}], "topic": "news", "lead_time": 2.5,
    }]);
    assert!(LabelStudio.recognises("x.json", min.to_string().as_bytes()));
    let imported = import(&min);
    assert_eq!(tags(&imported), [tag("PER", "Ann", "1")]);
    let article = &imported.project.articles()[0];
    assert_eq!((article.id.as_str(), article.source.as_str()), ("5", "AP"));
    assert_eq!(article.attributes.keys().map(String::as_str).collect::<Vec<_>>(), ["topic"]);
    let single = json!({"data": {"ner": "Ann met Bob"}, "completions": [{"result": [region("a", 0, 3, "PER")]}]});
    assert_eq!(tags(&import(&single)), [tag("PER", "Ann", "")]);
}

#[test]
fn html_is_read_as_text() {
    let html = "<div><p><b>Jules</b>: No 😀</p><p>Yes &amp; no</p></div>";
    let region = |start: u32, end: u32, text: &str| {
        json!({"id": text, "type": "hypertextlabels", "value": {"start": "/div[1]", "end": "/div[1]", "startOffset": 0, "endOffset": 1,
            "globalOffsets": {"start": start, "end": end}, "text": text, "hypertextlabels": ["X"]}})
    };
    let mut without = region(0, 5, "Jules");
    without["value"]["globalOffsets"] = Json::Null;
    let results = json!([region(0, 5, "Jules"), region(11, 20, "Yes & no"), region(7, 14, "No 😀\\n\\nYes"), without]);
    let imported = import(&json!([{"data": {"text": html}, "annotations": [{"result": results}]}]));
    assert_eq!(imported.project.articles()[0].text.as_str(), "Jules: No 😀\nYes & no");
    let mut found = tags(&imported);
    found.sort();
    assert_eq!(found, [tag("X", "Jules", ""), tag("X", "No 😀\nYes", "")]);
    assert_eq!(imported.warnings.len(), 2, "a wrong text, and no offsets: {:?}", warnings(&imported));
}

fn project() -> Project {
    let at = "2021-11-28T12:00:00Z";
    let file = json!({
        "format": "crossread", "version": 1, "project": { "title": "A day", "created": at },
        "schema": { "labels": [
            { "id": "PER", "kind": "entity", "name": "Person", "colour": "#112233", "attributes": [
                { "name": "sure", "kind": "yes/no" }, { "name": "kind", "kind": "choice", "choices": ["a \"b\"", "c"] },
                { "name": "Person.x", "kind": "text" }, { "name": "label", "kind": "number" },
            ] },
            { "id": "CLAIM", "kind": "claim", "name": "Claim, big", "colour": "#445566", "attributes": [
                { "name": "sure", "kind": "yes/no" }, { "name": "kind", "kind": "multiple choice", "choices": ["c", "d"] },
            ] },
        ], "relationTypes": [{ "id": "met", "name": "met", "symmetric": true }] },
        "articles": [{ "id": "x", "title": "One", "text": "😀 Ana met Ben." }],
        "entities": [{ "id": "e1", "name": "Ana" }],
        "annotations": [
            { "id": "1", "article": "x", "label": "PER", "ranges": [{ "start": 2, "end": 5, "exact": "Ana" }], "created": at, "note": "n",
              "entity": "e1", "attributes": { "sure": false, "kind": "c", "Person.x": "y", "label": 0.5 } },
            { "id": "2", "article": "x", "label": "CLAIM", "created": at, "attributes": { "kind": ["c"] },
              "ranges": [{ "start": 6, "end": 9, "exact": "met" }, { "start": 10, "end": 13, "exact": "Ben" }] },
        ],
        "relations": [{ "id": "r", "type": "met", "from": "1", "to": "2", "created": at }],
    });
    native::read(&file.to_string()).expect("a project")
}

#[test]
fn the_configuration_has_labels_and_questions() {
    let files = LabelStudio.write(&project(), ExportOptions::default());
    assert_eq!(
        files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(),
        ["a-day.label-studio.json", "a-day.label-studio.xml"]
    );
    let expected = r##"<View>
  <Labels name="label" toName="text">
    <Label value="Person" background="#112233"/>
    <Label value="Claim, big" background="#445566"/>
  </Labels>
  <Text name="text" value="$text"/>
  <Choices name="sure" toName="text" perRegion="true" choice="single">
    <Choice value="true"/>
    <Choice value="false"/>
  </Choices>
  <Choices name="Person.kind" toName="text" perRegion="true" choice="single" whenTagName="label" whenLabelValue="Person">
    <Choice value="a &quot;b&quot;"/>
    <Choice value="c"/>
  </Choices>
  <TextArea name="Person.Person.x" toName="text" perRegion="true" whenTagName="label" whenLabelValue="Person"/>
  <Number name="Person.label" toName="text" perRegion="true" whenTagName="label" whenLabelValue="Person"/>
  <Choices name="Claim, big.kind" toName="text" perRegion="true" choice="multiple">
    <Choice value="c"/>
    <Choice value="d"/>
  </Choices>
  <TextArea name="entity" toName="text" perRegion="true"/>
  <Relations>
    <Relation value="met"/>
  </Relations>
</View>
"##;
    assert_eq!(std::str::from_utf8(&files[1].bytes).expect("UTF-8"), expected);
}

#[test]
fn a_region_has_several_results() {
    let files = LabelStudio.write(&project(), ExportOptions::default());
    let tasks = parse(std::str::from_utf8(&files[0].bytes).expect("UTF-8")).expect("JSON");
    let results = tasks[0]["annotations"][0]["result"].as_array().expect("results");
    let brief: Vec<String> = results
        .iter()
        .map(|result| format!("{} {} {}", result["id"], result["from_name"], result["parentID"]).replace('"', ""))
        .collect();
    let expected = [
        "1 label null",
        "1 Person.Person.x null",
        "1 Person.kind null",
        "1 Person.label null",
        "1 sure null",
        "1 entity null",
        "2 label null",
        "2 Claim, big.kind null",
        "2#2 label 2",
        "r null null",
    ];
    assert_eq!(brief, expected);
    assert_eq!(results[0]["value"], json!({"start": 2, "end": 5, "text": "Ana", "labels": ["Person"]}));
    assert_eq!((&results[0]["meta"], &results[9]["direction"]), (&json!({"text": ["n"]}), &json!("bi")));
}

#[test]
fn an_export_is_read_with_and_without_its_configuration() {
    let project = project();
    let files = LabelStudio.write(&project, ExportOptions::default());
    let sources: Vec<_> = files.iter().map(|file| SourceFile { name: &file.name, bytes: &file.bytes }).collect();
    for count in [1, 2] {
        let draft = LabelStudio.read(&sources[..count]).expect("a draft");
        let how =
            crate::format::draft::Build { title: String::new(), now: crate::model::Timestamp::epoch(), unit: None };
        let built = crate::format::draft::build(&draft, &how).expect("a project");
        assert_eq!(built.imported.warnings, []);
        let again = built.imported.project;
        for (tag, read) in project.all_annotations().zip(again.all_annotations()) {
            assert_eq!((&tag.id, &tag.ranges, &tag.note), (&read.id, &read.ranges, &read.note));
            if count == 2 || tag.id.as_str() == "1" {
                assert_eq!(tag.attributes, read.attributes);
            }
        }
        let label = again.schema().labels.iter().find(|label| label.name == "Claim, big").expect("the label");
        let kind = label.attribute("kind").map(|attribute| attribute.kind);
        let expected = if count == 2 { AttributeKind::MultipleChoice } else { AttributeKind::Text };
        assert_eq!(kind, Some(expected));
    }
}
