//! Web Annotations beside the W3C's test suite: its samples, and its schemas for what we write.

use std::path::{Path, PathBuf};

use boon::{Compiler, SchemaIndex, Schemas};
use crossread::format::draft::{Build, build};
use crossread::format::w3c::{W3c, validate};
use crossread::format::{ExportOptions, Format as _, SourceFile, native};
use crossread::json::{Json, parse};
use crossread::model::{Project, Timestamp};
use proptest::prelude::*;

use crate::common::{self, edited_projects};
use crate::fixtures::{files_in, fixtures};

const SUITE: &str = "w3c-web-annotation";
const BASE: &str = "http://suite.example/";

fn json(path: &Path) -> Json {
    let text = std::fs::read_to_string(path).expect("a file");
    parse(&text).unwrap_or_else(|error| panic!("{}: {error:?}", path.display()))
}

fn name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).expect("a name")
}

/// Reads a file as Import does.
fn import(bytes: &[u8]) -> Result<Project, String> {
    let draft = W3c.read(&[SourceFile { name: "x.jsonld", bytes }]).map_err(|error| format!("{error:?}"))?;
    let how = Build { title: "T".to_owned(), now: Timestamp::epoch(), unit: None };
    build(&draft, &how).map(|built| built.imported.project).map_err(|error| format!("{error:?}"))
}

#[test]
fn correct_samples_are_read() {
    let Some(suite) = fixtures(SUITE) else { return };
    let samples = files_in(&suite.join("samples/correct"));
    assert!(samples.len() > 40);
    for path in samples {
        let bytes = std::fs::read(&path).expect("a sample");
        assert!(W3c.recognises(name(&path), &bytes), "{}", path.display());
        import(&bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}

#[test]
fn correct_annotations_are_valid_but_for_those_that_the_suite_refuses() {
    let Some(suite) = fixtures(SUITE) else { return };
    let table = std::fs::read_to_string(suite.join("truth-table.tsv")).expect("the table");
    let rows = table.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let annotations = rows.filter(|row| row[..2] == ["tests-repo", "correct"] && row[4] == "annotation");
    let mut count = 0;
    for row in annotations {
        let result = validate(&json(&suite.join("samples/correct").join(row[2])));
        // The suite refuses targets of several resources, which an appendix of the model has.
        assert!(result.is_ok(), "{}: {result:?}", row[2]);
        count += 1;
    }
    assert_eq!(count, 41);
}

#[test]
fn incorrect_annotations_are_refused() {
    let Some(suite) = fixtures(SUITE) else { return };
    let samples = files_in(&suite.join("incorrect-isolated"));
    assert_eq!(samples.len(), 38);
    for path in samples {
        let sample = json(&path);
        assert!(validate(&sample["annotation"]).is_err(), "{}: {}", name(&path), sample["intended_defect"]);
    }
}

/// The schemas of the suite that a MUST of the model has, in a folder.
struct Suite {
    schemas: Schemas,
    musts: Vec<(String, SchemaIndex)>,
}

impl Suite {
    fn of(suite: &Path, folder: &str, is_part: fn(&Path) -> bool) -> Self {
        let mut compiler = Compiler::new();
        compiler.enable_format_assertions();
        let assertions: Vec<PathBuf> = files_in(&suite.join(folder))
            .into_iter()
            .filter(|path| name(path).ends_with(".json") && is_part(path))
            .collect();
        for path in files_in(&suite.join("definitions")).iter().chain(&assertions) {
            compiler.add_resource(&format!("{BASE}{}", name(path)), json(path)).expect("a schema");
        }
        let musts = assertions.iter().filter(|path| {
            let schema = json(path);
            schema["assertionType"] == "must" && schema["expectedResult"] == "valid"
        });
        let mut schemas = Schemas::new();
        let mut compile = |path: &PathBuf| {
            let index = compiler.compile(&format!("{BASE}{}", name(path)), &mut schemas);
            (name(path).to_owned(), index.unwrap_or_else(|error| panic!("{}: {error}", path.display())))
        };
        let musts: Vec<_> = musts.map(&mut compile).collect();
        assert!(!musts.is_empty());
        Self { schemas, musts }
    }

    fn check(&self, json: &Json) {
        for (name, index) in &self.musts {
            if let Err(error) = self.schemas.validate(json, *index) {
                panic!("{name}: {error:#}\n{json:#}");
            }
        }
    }
}

fn check_export(suite: &Path, exported: &Json) {
    Suite::of(suite, "collections", |path| !path.to_string_lossy().contains("pages")).check(exported);
    if exported["total"] == 0 {
        assert!(exported.get("first").is_none());
        return;
    }
    let page = &exported["first"];
    let mut alone = page.clone();
    alone["@context"] = exported["@context"].clone();
    Suite::of(suite, "collections/pages", |_| true).check(&alone);
    let annotations = Suite::of(suite, "annotations", |_| true);
    for annotation in page["items"].as_array().expect("annotations") {
        annotations.check(annotation);
        validate(annotation).unwrap_or_else(|error| panic!("{error:?}\n{annotation:#}"));
    }
}

fn export(project: &Project) -> Vec<u8> {
    W3c.export(project, ExportOptions::default()).bytes
}

#[test]
fn the_suite_refuses_what_it_should() {
    let Some(suite) = fixtures(SUITE) else { return };
    let annotations = Suite::of(&suite, "annotations", |_| true);
    let sample = json(&suite.join("incorrect-isolated/anno10.json"));
    let is_valid =
        |(_, index): &(String, SchemaIndex)| annotations.schemas.validate(&sample["annotation"], *index).is_ok();
    assert!(!annotations.musts.iter().all(is_valid), "the schemas are in use");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: common::config().cases.min(32), ..common::config() })]

    #[test]
    fn exports_pass_the_suite(project in edited_projects()) {
        if let Some(suite) = fixtures(SUITE) {
            check_export(&suite, &serde_json::from_slice(&export(&project)).expect("JSON"));
        }
    }
}

proptest! {
    #![proptest_config(common::config())]

    #[test]
    fn an_export_is_read_as_the_same_project(project in edited_projects()) {
        let bytes = export(&project);
        let again = import(&bytes).map_err(TestCaseError::fail)?;
        again.check().map_err(|invalid| TestCaseError::fail(format!("{invalid:?}")))?;
        if W3c.dropped(&project).is_empty() {
            prop_assert_eq!(native::write(&again), native::write(&project));
        }
    }
}
