//! The formats of JSON records (doccano, spaCy, Prodigy, Label Studio, JSON Lines): each export, read again, is the project less what the
//! format says it drops; and files of the other tools are read.

use crate::common;
use crate::common::{act, actions, edited_projects, project, texts};
use crate::fixtures::{files_in, fixtures};
use crate::project_view::{Changes, view};
use crossread::app::messages::files::import_warning;
use crossread::edit::Editor;
use crossread::format::draft::{Build, build};
use crossread::format::{ExportOptions, Format, Imported, SourceFile, find, import_any, native, recognise};
use crossread::json::Json;
use crossread::model::{Project, Timestamp};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

const SPLITS: Changes = Changes { splits_parts: true, trims: false };
const TRIMS: Changes = Changes { splits_parts: true, trims: true };
const NOTHING: Changes = Changes { splits_parts: false, trims: false };

fn format(name: &str) -> &'static dyn Format {
    find(name).expect("the format")
}

/// The project of the files of an export, without warnings.
fn read_back(format: &dyn Format, project: &Project, options: ExportOptions) -> Project {
    let files = format.write(project, options);
    let sources: Vec<_> = files.iter().map(|file| SourceFile { name: &file.name, bytes: &file.bytes }).collect();
    let draft = format.read(&sources).expect("its own export");
    let how = Build { title: String::new(), now: Timestamp::epoch(), unit: None };
    let imported = build(&draft, &how).expect("a project").imported;
    let warnings: Vec<_> = imported.warnings.iter().map(import_warning).collect();
    assert_eq!(warnings, [""; 0]);
    imported.project.check().expect("valid");
    imported.project
}

fn check(name: &str, changes: Changes, project: &Project, one_file_each: bool) {
    let format = format(name);
    let again = read_back(format, project, ExportOptions { one_file_each, ..ExportOptions::default() });
    let dropped = format.dropped(project);
    assert_eq!(view(&again, &dropped, changes), view(project, &dropped, changes), "{dropped:?}");
}

/// A project whose names, notes, values and texts are nasty, with relations in and across articles.
pub(crate) fn nasty(names: &[String; 3], text: &str) -> Project {
    let at = "2026-01-01T00:00:00Z";
    // The name of an attribute, which differs from those of the others.
    let own = if ["label", "sure", "n"].contains(&names[0].as_str()) { "own" } else { &names[0] };
    let texts = [format!("{text}😀 Ana e\u{301}lan שלום Ben"), format!("Ana {text}")];
    let range = |article: usize, words: &str| {
        let start = texts[article].find(words).expect("the words");
        let count = |text: &str| text.chars().count();
        json!({ "start": count(&texts[article][..start]), "end": count(&texts[article][..start + words.len()]), "exact": words })
    };
    let label = |id: &str, name: &str, kind: &str| {
        let attributes = json!([
            { "name": own, "kind": "text" }, { "name": "label", "kind": "multiple choice", "choices": ["a", names[1]] },
            { "name": "sure", "kind": "yes/no" }, { "name": "n", "kind": if id == "L" { "number" } else { "text" } },
        ]);
        json!({ "id": id, "kind": kind, "name": name, "colour": "#112233", "attributes": attributes })
    };
    let tag = |id: &str, article: usize, label: &str, ranges: &[Json]| json!({ "id": id, "article": format!("a{article}"), "label": label, "created": at, "ranges": ranges });
    let mut tags = [
        tag("1", 0, "L", &[range(0, "Ana")]),
        tag("2", 0, "L", &[range(0, "Ana e\u{301}lan"), range(0, "Ben")]),
        tag("3", 0, "M", &[range(0, "e\u{301}lan שלום ")]),
        tag("4", 0, "M", &[range(0, "Ana")]),
        tag("5", 0, "M", &[range(0, "Ana")]),
        tag("6", 1, "L", &[range(1, "Ana")]),
    ];
    tags[0]["attributes"] = json!({ own: names[2], "label": [names[1]], "sure": false, "n": 0.1 });
    tags[3]["attributes"] = json!({ "label": ["a", names[1]], "n": "x" });
    tags[4]["note"] = names[2].as_str().into();
    tags[0]["entity"] = "e".into();
    tags[5]["entity"] = "e".into();
    tags[4]["entity"] = "f".into();
    let relation = |id: &str, from: &str, to: &str| json!({ "id": id, "type": "T", "from": from, "to": to, "created": at, "note": names[2] });
    let article = |at: usize| {
        json!({ "id": format!("a{at}"), "title": "T", "source": names[2], "language": "ar", "text": texts[at],
        "attributes": { "topic": names[2] } })
    };
    let file = json!({
        "format": "crossread", "version": 1, "project": { "title": "P", "created": at },
        "schema": {
            "labels": [label("L", &names[0], "entity"), label("M", &names[1], "claim")],
            "articleAttributes": [{ "name": "topic", "kind": "text" }],
            "relationTypes": [{ "id": "T", "name": names[2] }],
        },
        "articles": [article(0), article(1)],
        "entities": [{ "id": "e", "name": "Ana" }, { "id": "f", "name": names[0] }],
        "annotations": tags,
        "relations": [relation("r", "1", "2"), relation("s", "5", "4"), relation("t", "2", "6")],
    });
    native::read(&file.to_string()).unwrap_or_else(|error| panic!("{error:?}"))
}

pub(crate) fn names() -> impl Strategy<Value = [String; 3]> {
    let name = || {
        prop_oneof![
            "[a-z ,.\"'<&>#/-]{0,8}",
            "\\PC{0,6}",
            Just("label".to_owned()),
            Just("a b".to_owned()),
            Just("a-b".to_owned())
        ]
    };
    [name(), name(), name()]
}

proptest! {
    #![proptest_config(common::config())]

    #[test]
    fn an_export_is_the_project_less_what_is_dropped(project in edited_projects(), one_file_each: bool) {
        for (name, changes) in FORMATS {
            check(name, changes, &project, one_file_each);
        }
    }

    #[test]
    fn names_and_texts_may_be_anything(names in names(), text in texts()) {
        let project = nasty(&names, &text);
        for (name, changes) in FORMATS {
            check(name, changes, &project, false);
        }
    }

    #[test]
    fn any_records_are_read_or_refused(text in "\\PC{0,40}", texts in vec(texts(), 1..2), actions in actions(), cut in 0..400_usize) {
        let mut editor = Editor::new(project(&texts));
        act(&mut editor, &actions, |_, _, _| {});
        for (name, _) in FORMATS {
            let format = format(name);
            let mut bytes = format.write(editor.project(), ExportOptions::default()).swap_remove(0).bytes;
            let at = cut.min(bytes.len());
            bytes.splice(at..at, text.bytes());
            let _ = format.import(&bytes);
            bytes.truncate(at);
            let _ = format.import(&bytes);
            let _ = format.recognises("x", &bytes);
        }
    }
}

/// The formats, and what they make of tags.
const FORMATS: [(&str, Changes); 5] =
    [("doccano", SPLITS), ("spacy", TRIMS), ("prodigy", NOTHING), ("label-studio", NOTHING), ("json-lines", NOTHING)];

#[test]
fn each_export_is_recognised() {
    let names = ["Person".to_owned(), "Claim".to_owned(), "met".to_owned()];
    let project = nasty(&names, "Text ");
    for (name, _) in FORMATS {
        let files = format(name).write(&project, ExportOptions::default());
        let found = recognise("file.json", &files[0].bytes).map(Format::name);
        assert_eq!(found, Some(name));
        let head = &files[0].bytes[..files[0].bytes.len() / 2];
        assert_eq!(recognise(&files[0].name, head).map(Format::name), Some(name));
    }
}

/// The label and text of each tag.
fn tags(imported: &Imported) -> Vec<(String, String)> {
    let project = &imported.project;
    project.all_annotations().map(|tag| (project.label_name(&tag.label), project.exact(tag))).collect()
}

fn tag(label: &str, text: &str) -> (String, String) {
    (label.to_owned(), text.to_owned())
}

/// The format, and what was imported of a file.
fn import(path: &std::path::Path) -> (&'static str, Imported) {
    let bytes = std::fs::read(path).expect("the file");
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let (format, imported) = import_any(&name, &bytes).unwrap_or_else(|error| panic!("{}: {error:?}", path.display()));
    imported.project.check().expect("valid");
    (format.name(), imported)
}

#[test]
fn files_of_doccano_are_read() {
    let Some(folder) = fixtures("doccano") else { return };
    let mut read = 0;
    for path in
        files_in(&folder).into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "jsonl"))
    {
        let (format, imported) = import(&path);
        assert_eq!(format, "doccano", "{}", path.display());
        let expected = match path.strip_prefix(&folder).expect("in it").to_string_lossy().as_ref() {
            "export/sequence_labeling/example.jsonl" => {
                vec![tag("ORG", "EU"), tag("MISC", "German"), tag("PERSON", "Peter Blackburn"), tag("PERSON", "Obama")]
            }
            "import/sequence_labeling/example.jsonl" => {
                vec![tag("ORG", "EU"), tag("PERSON", "Peter Blackburn"), tag("PERSON", "Obama")]
            }
            "import-tests/sequence_labeling/example.jsonl" => vec![tag("LOC", "e")],
            "import-tests/sequence_labeling/example_overlapping.jsonl" => vec![tag("LOC", "e"), tag("LOC", "e")],
            "import/relation_extraction/example.jsonl" | "import-tests/relation_extraction/example.jsonl" => {
                assert_eq!(imported.project.relations().count(), 3);
                let first = imported.project.relations().next().expect("a relation");
                assert_eq!(imported.project.relation_type_name(&first.kind), "foundedAt");
                let people = ["Larry Page", "Sergey Brin"].map(|name| tag("PERSON", name));
                [vec![tag("ORG", "Google"), tag("DATE", "September 4, 1998")], people.to_vec()].concat()
            }
            other => panic!("{other} is not expected"),
        };
        assert_eq!(tags(&imported), expected, "{}", path.display());
        let without_text = usize::from(path.ends_with("import-tests/sequence_labeling/example.jsonl"));
        assert_eq!(imported.warnings.len(), without_text, "{:?}", imported.warnings);
        read += 1;
    }
    assert_eq!(read, 6);
}

#[test]
fn files_of_spacy_are_read() {
    let Some(folder) = fixtures("spacy") else { return };
    let entities =
        [tag("ORG", "Uber"), tag("GPE", "London"), tag("DATE", "2017"), tag("GPE", "Zürich"), tag("MISC", "éclair")];
    // The line end there is CRLF.
    let last = tag("MISC", "Line two");
    let (format, imported) = import(&folder.join("train_offsets.jsonl"));
    assert_eq!(format, "spacy");
    assert_eq!(tags(&imported), [entities.to_vec(), vec![last.clone()]].concat());
    let (format, imported) = import(&folder.join("doc_to_json.jsonl"));
    assert_eq!(format, "spacy");
    let claims = [tag("CLAIM", "London banned it"), tag("CLAIM", "a claim")];
    let mut expected = [entities.to_vec(), claims.to_vec(), vec![last]].concat();
    expected.sort();
    let mut found = tags(&imported);
    found.sort();
    assert_eq!(found, expected);
    assert_eq!(imported.warnings, []);
    let article = &imported.project.articles()[1];
    assert_eq!(article.attributes.keys().map(String::as_str).collect::<Vec<_>>(), ["checkworthy"]);
}

#[test]
fn files_of_label_studio_are_read() {
    let Some(folder) = fixtures("label-studio") else { return };
    for (name, expected, warnings) in [
        ("named_entity", vec![tag("Date", "February 22")], 0),
        // The offsets there are those of another text.
        ("rich_text_plain", vec![], 1),
        // So is the last region.
        (
            "rich_text_html",
            vec![tag("Date", "Vincent: Look, Mr. Wolfe"), tag("Person", "Jules"), tag("Person", "The Wolf")],
            1,
        ),
        ("dialogue_analysis", vec![], 0),
        ("required", vec![], 0),
    ] {
        let (format, imported) = import(&folder.join(name).join("annotations/1.json"));
        let (mut found, mut expected) = (tags(&imported), expected);
        found.sort();
        expected.sort();
        let problems: Vec<_> = imported.warnings.iter().map(import_warning).collect();
        assert_eq!((format, found, problems.len()), ("label-studio", expected, warnings), "{name}: {problems:?}");
        let (_, tasks) = import(&folder.join(name).join("tasks.json"));
        assert!(tags(&tasks).is_empty(), "{name}: predictions are not tags");
        assert!(
            !tasks.project.predictions().is_empty() || !tasks.warnings.is_empty(),
            "{name}: predictions are suggestions"
        );
        let config = std::fs::read(folder.join(name).join("config.xml")).expect("the configuration");
        let task = std::fs::read(folder.join(name).join("annotations/1.json")).expect("the task");
        let files = [SourceFile { name: "config.xml", bytes: &config }, SourceFile { name: "1.json", bytes: &task }];
        let draft = self::format("label-studio").read(&files).expect("a draft");
        assert_eq!(draft.tag_count() > 0, !found_none(name), "{name}");
        assert!(!draft.articles[0].text.contains("<div"), "{name}");
    }
}

/// Whether the task has no regions.
fn found_none(name: &str) -> bool {
    matches!(name, "dialogue_analysis" | "required")
}
