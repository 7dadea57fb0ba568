//! Nasty cases of CAS JSON: both shapes, labels in features, slots, views, damaged structures, and hostile names in an export.

use serde_json::{Value, json};

use super::*;
use crate::format::{ImportWarning, Imported, RecordProblem, native};

fn imported(json: &Value) -> Imported {
    CasJson.import(json.to_string().as_bytes()).expect("a CAS")
}

/// The tags of all articles, as label and text.
fn tags(project: &Project) -> Vec<(String, String)> {
    project.all_annotations().map(|tag| (project.label_name(&tag.label), project.exact(tag))).collect()
}

fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(label, text)| ((*label).to_owned(), (*text).to_owned())).collect()
}

const NAMED_ENTITY: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
const TOKEN: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token";
const POS: &str = "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS";

/// A document as INCEpTION exports it, with layers of its own.
fn document() -> Value {
    let span = |features: Value| {
        let mut declaration = json!({ "%SUPER_TYPE": "uima.tcas.Annotation" });
        for (name, range) in features.as_object().expect("features") {
            declaration[name] = json!({ "%NAME": name, "%RANGE": range });
        }
        declaration
    };
    let string = "uima.cas.String";
    json!({
        "%TYPES": {
            NAMED_ENTITY: span(json!({ "value": string, "identifier": string })),
            TOKEN: span(json!({})),
            POS: span(json!({ "PosValue": string })),
            "webanno.custom.Claim": span(json!({ "stance": string, "sure": "uima.cas.Boolean", "topics": "uima.cas.StringArray", "holders": "uima.cas.FSArray" })),
            "webanno.custom.Argument": span(json!({ "Governor": "uima.tcas.Annotation", "Dependent": "uima.tcas.Annotation", "kind": string })),
            "x.DocumentMetaData": { "%SUPER_TYPE": "uima.tcas.DocumentAnnotation" },
        },
        "%FEATURE_STRUCTURES": [
            { "%ID": 9, "%TYPE": NAMED_ENTITY, "@sofa": 1, "begin": 3, "end": 6, "value": "PER", "identifier": "http://www.wikidata.org/entity/Q1" },
            { "%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text", "sofaString": "😀 Ana said so" },
            { "%ID": 2, "%TYPE": "uima.cas.Sofa", "sofaNum": 2, "sofaID": "other", "sofaString": "unused" },
            { "%ID": 3, "%TYPE": "x.DocumentMetaData", "@sofa": 1, "begin": 0, "end": 14, "language": "en", "documentTitle": "A day", "documentId": "d" },
            { "%ID": 4, "%TYPE": TOKEN, "@sofa": 1, "begin": 3, "end": 6 },
            { "%ID": 5, "%TYPE": POS, "@sofa": 1, "begin": 3, "end": 6, "PosValue": "NN" },
            { "%ID": 6, "%TYPE": "webanno.custom.Claim", "@sofa": 1, "^begin": 7, "^end": 14, "stance": "for", "sure": true, "@topics": 7, "@holders": 10 },
            { "%ID": 7, "%TYPE": "uima.cas.StringArray", "%ELEMENTS": ["a", "b"] },
            { "%ID": 8, "%TYPE": "webanno.custom.Argument", "@sofa": 1, "begin": 7, "end": 14, "@Governor": 9, "@Dependent": 6, "kind": "says", "sure": true },
            { "%ID": 10, "%TYPE": "uima.cas.FSArray", "%ELEMENTS": [11] },
            { "%ID": 11, "%TYPE": "webanno.custom.Link", "role": "holder", "@target": 9 },
            { "%ID": 12, "%TYPE": NAMED_ENTITY, "@sofa": 1, "begin": 7, "end": 11 },
            { "%ID": 13, "%TYPE": NAMED_ENTITY, "@sofa": 1, "begin": 0, "end": 2, "value": "deleted" },
            { "%ID": 12, "%TYPE": NAMED_ENTITY, "@sofa": 1, "begin": 0, "end": 1, "value": "repeated" },
            { "%ID": 14, "%TYPE": "webanno.custom.Argument", "@sofa": 1, "begin": 7, "end": 14, "@Governor": 4, "@Dependent": 6, "kind": "of" },
        ],
        "%VIEWS": {
            "_InitialView": { "%SOFA": 1, "%MEMBERS": [3, 4, 5, 6, 8, 9, 12, 14] },
            "other": { "%SOFA": 2, "%MEMBERS": [] },
        },
    })
}

/// The same with the feature structures as an object.
fn by_id(document: &Value) -> Value {
    let mut structures = serde_json::Map::new();
    for structure in document["%FEATURE_STRUCTURES"].as_array().expect("a list") {
        let mut structure = structure.clone();
        let id = structure.as_object_mut().and_then(|fields| fields.remove("%ID")).expect("an id").to_string();
        structures.entry(id).or_insert(structure);
    }
    let mut document = document.clone();
    document["%FEATURE_STRUCTURES"] = structures.into();
    document
}

#[test]
fn layers_become_labels_attributes_and_relations() {
    for document in [document(), by_id(&document())] {
        let imported = imported(&document);
        let project = &imported.project;
        project.check().expect("valid");
        assert_eq!(tags(project), pairs(&[("PER", "Ana"), ("Claim", "said so"), ("NamedEntity", "said")]));
        let article = &project.articles()[0];
        assert_eq!((project.articles().len(), &*article.title, &*article.language), (1, "A day", "en"));
        let attributes = |text: &str| {
            let tag = project.all_annotations().find(|tag| project.exact(tag) == text).expect("a tag");
            tag.attributes.iter().map(|(name, value)| format!("{name}: {value:?}")).collect::<Vec<_>>()
        };
        assert_eq!(attributes("Ana"), ["identifier: Text(\"http://www.wikidata.org/entity/Q1\")"]);
        assert_eq!(
            attributes("said so"),
            ["stance: Text(\"for\")", "sure: YesNo(true)", "topics: List([\"a\", \"b\"])"]
        );
        let text = |id| project.exact(project.annotation(id).expect("a tag"));
        let relations: Vec<_> = project
            .relations()
            .map(|one| format!("{} {} {}", text(&one.from), project.relation_type_name(&one.kind), text(&one.to)))
            .collect();
        assert_eq!(relations, ["said so holder Ana", "Ana says said so"]);
        let problems = imported.warnings.iter().map(|warning| match warning {
            ImportWarning::Record { problem, .. } => problem.clone(),
            other => panic!("{other:?}"),
        });
        let problems: Vec<_> = problems.filter(|one| !matches!(one, RecordProblem::NotUnderstood(_))).collect();
        let unsupported = |name: &str| RecordProblem::Unsupported(name.to_owned());
        assert_eq!(problems, [unsupported(POS), unsupported("sure"), RecordProblem::NoAnnotation]);
    }
}

#[test]
fn a_feature_with_many_values_is_no_label() {
    let mut structures = vec![json!({ "%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": "a ".repeat(60) })];
    structures.extend((0..60).map(|n| {
        json!({ "%ID": n + 2, "%TYPE": "custom.Comment", "@sofa": 1, "begin": n * 2, "end": n * 2 + 1, "value": format!("note {n}") })
    }));
    let imported = imported(&json!({ "%FEATURE_STRUCTURES": structures }));
    assert_eq!(imported.project.schema().labels.len(), 1);
    assert!(imported.project.all_annotations().all(|tag| tag.attributes.contains_key("value")));
}

#[test]
fn texts_that_are_not_in_the_file_are_said() {
    let document = json!({
        "%TYPES": {},
        "%FEATURE_STRUCTURES": [
            { "%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaURI": "file:x" },
            { "%ID": 2, "%TYPE": "uima.tcas.Annotation", "@sofa": 1, "begin": 0, "end": 4 },
        ],
        "%VIEWS": { "_InitialView": { "%SOFA": 1, "%MEMBERS": [2] } },
    });
    let imported = imported(&document);
    assert!(imported.project.articles().is_empty());
    let problem = RecordProblem::NoArticle { source: "file:x".to_owned(), count: 1 };
    assert_eq!(imported.warnings, [ImportWarning::Record { place: "%FEATURE_STRUCTURES[0]".to_owned(), problem }]);
}

#[test]
fn each_text_with_tags_is_an_article() {
    let sofa = |id: u32, text: &str| json!({ "%ID": id, "%TYPE": "uima.cas.Sofa", "sofaID": format!("v{id}"), "sofaString": text });
    let tag = |id: u32, sofa: u32| json!({ "%ID": id, "%TYPE": "custom.X", "@sofa": sofa, "begin": 0, "end": 1 });
    let of = |structures: Value| imported(&json!({ "%FEATURE_STRUCTURES": structures })).project;
    let both = of(json!([sofa(1, "a"), sofa(2, "b"), sofa(3, "c"), tag(4, 2), tag(5, 3)]));
    assert_eq!(tags(&both), pairs(&[("X", "b"), ("X", "c")]));
    assert_eq!(of(json!([sofa(1, "a"), sofa(2, "b")])).articles().len(), 1);
}

#[test]
fn what_is_no_cas_is_refused() {
    for text in ["[]", "{}", "1", "{\"%FEATURE_STRUCTURES\": 1}", "{"] {
        assert!(CasJson.import(text.as_bytes()).is_err(), "{text}");
    }
    for (text, is_cas) in [
        ("{\n \"%TYPES\" : {}", true),
        ("\u{feff}{\"%VIEWS\":{}}", true),
        ("{\"text\": \"%TYPES\"}", false),
        ("[]", false),
        ("", false),
    ] {
        assert_eq!(CasJson.recognises("x.json", text.as_bytes()), is_cas, "{text}");
    }
}

#[test]
fn an_export_has_what_inception_needs() {
    let file = json!({
        "format": "crossread", "version": 1, "project": { "title": "P", "created": "2021-11-28T12:00:00Z" },
        "schema": { "labels": [{ "id": "a-b.c<d>", "kind": "other", "name": "A \"b\"", "colour": "#112233", "attributes": [
            { "name": "who says it?", "kind": "text" }, { "name": "note", "kind": "yes/no" },
        ] }] },
        "articles": [{ "id": "x", "title": "One", "text": "😀 Ana said so. Yes" }],
        "entities": [{ "id": "e", "name": "Ana", "identifiers": { "wikidata": "Q1" } }],
        "annotations": [{ "id": "1", "article": "x", "label": "a-b.c<d>", "entity": "e", "created": "2021-11-28T12:01:00Z",
            "ranges": [{ "start": 2, "end": 5, "exact": "Ana" }, { "start": 11, "end": 13, "exact": "so" }],
            "attributes": { "who says it?": "she", "note": false } }],
    });
    let project = native::read(&file.to_string()).expect("a project");
    let files = CasJson.write(&project, ExportOptions::default());
    assert_eq!(files.iter().map(|file| &*file.name).collect::<Vec<_>>(), ["one.cas.json"]);
    let written: Value = serde_json::from_slice(&files[0].bytes).expect("JSON");
    let types = written["%TYPES"].as_object().expect("types");
    let is_name = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '.');
    for (name, declaration) in types {
        assert!(is_name(name) && declaration["%NAME"] == name.as_str(), "{name}");
        let features = declaration.as_object().expect("an object").keys().filter(|key| !key.starts_with('%'));
        features.for_each(|feature| assert!(is_name(feature), "{feature}"));
    }
    let structures = written["%FEATURE_STRUCTURES"].as_array().expect("a list");
    let of_kind = |kind: &str| structures.iter().filter(|one| one["%TYPE"] == kind).cloned().collect::<Vec<_>>();
    assert_eq!(of_kind(TOKEN).len(), 6);
    assert_eq!(of_kind("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence").len(), 2);
    let parts = of_kind("crossread.Tag");
    assert_eq!(parts.len(), 2);
    assert_eq!((&parts[0]["begin"], &parts[0]["end"], &parts[0]["group"]), (&json!(3), &json!(6), &parts[1]["group"]));
    assert_eq!(parts[0]["who_says_it"], "she");
    assert_eq!(parts[0]["identifier"], "http://www.wikidata.org/entity/Q1");
    let read = CasJson.import(&files[0].bytes).expect("its own export");
    assert_eq!(read.warnings, []);
    let tag = read.project.all_annotations().next().expect("a tag").clone();
    let original = project.all_annotations().next().expect("a tag");
    assert_eq!((&tag.ranges, &tag.attributes, &tag.entity), (&original.ranges, &original.attributes, &original.entity));
    assert_eq!(read.project.schema().labels[0].id.as_str(), "a-b.c<d>");
}
