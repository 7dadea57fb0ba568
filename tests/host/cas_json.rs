//! UIMA CAS JSON: each fixture equals its XMI, and an export is read back less what it drops.

use std::path::Path;

use crate::common::{self, edited_projects};
use crate::fixtures::{files_in, fixtures};
use crate::json_less::less;
use crossread::format::cas_json::CasJson;
use crossread::format::draft::{Build, build};
use crossread::format::{
    DroppedPart, ExportOptions, Format, ImportWarning, RecordProblem, SourceFile, import_any, recognise,
};
use crossread::model::Timestamp;
use proptest::prelude::*;

/// The text of a CAS in XMI, if it has one, and its annotations but those of the whole text: begin and end.
fn xmi(path: &Path) -> (Option<String>, Vec<(u32, u32)>) {
    let file = std::fs::read_to_string(path).expect("the XMI");
    let document = roxmltree::Document::parse(&file).expect("XML");
    let number = |node: roxmltree::Node<'_, '_>, name: &str| node.attribute(name)?.parse::<u32>().ok();
    let mut text = None;
    let mut annotations = Vec::new();
    for node in document.root_element().children() {
        text = text.or_else(|| node.attribute("sofaString").map(str::to_owned));
        if let (false, Some(begin), Some(end)) = (
            node.has_tag_name(("http:///uima/tcas.ecore", "DocumentAnnotation")),
            number(node, "begin"),
            number(node, "end"),
        ) {
            annotations.push((begin, end));
        }
    }
    annotations.sort_unstable();
    (text, annotations)
}

#[test]
fn each_fixture_equals_its_xmi() {
    let Some(folder) = fixtures("uima-cas-json") else { return };
    let files: Vec<_> = files_in(&folder).into_iter().filter(|file| file.ends_with("data.json")).collect();
    assert_eq!(files.len(), 21);
    let mut compared = 0;
    for file in files {
        let bytes = std::fs::read(&file).expect("a file");
        assert_eq!(recognise("data.json", &bytes).map(Format::name), Some("cas"), "{file:?}");
        let (_, imported) = import_any("data.json", &bytes).expect("a CAS");
        let (text, expected) = xmi(&file.with_file_name("debug.xmi"));
        let project = &imported.project;
        project.check().expect("valid");
        let Some(article) = project.articles().first() else {
            // The text is missing, or elsewhere.
            assert_eq!(text, None, "{file:?}");
            let counted = |warning: &ImportWarning| match warning {
                ImportWarning::Record { problem: RecordProblem::NoArticle { count, .. }, .. } => *count,
                other => panic!("{other:?}"),
            };
            let counted: usize = imported.warnings.iter().map(counted).sum();
            let is_list = file.to_string_lossy().contains("casWithFsList");
            assert!(is_list || counted == expected.len(), "{file:?}: {counted}");
            continue;
        };
        // Some of the XMI files have no text.
        assert!(text.is_none_or(|text| text == article.text.as_str()), "{file:?}");
        let units: Vec<u16> = article.text.as_str().encode_utf16().collect();
        let mut found = Vec::new();
        for tag in project.all_annotations() {
            let (begin, end) = (article.text.to_utf16(tag.start()).0, article.text.to_utf16(tag.end()).0);
            let covered = String::from_utf16(&units[begin as usize..end as usize]).expect("whole characters");
            assert_eq!(project.exact(tag), covered, "{file:?}");
            assert_eq!(project.label_name(&tag.label), "Annotation", "{file:?}");
            found.push((begin, end));
        }
        found.sort_unstable();
        assert_eq!(found, expected, "{file:?}");
        assert_eq!(imported.warnings, [], "{file:?}");
        compared += 1;
    }
    assert_eq!(compared, 10);
}

proptest! {
    #![proptest_config(common::config())]

    #[test]
    fn an_export_is_read_back_less_what_it_drops(project in edited_projects()) {
        let files = CasJson.write(&project, ExportOptions::default());
        let dropped = CasJson.dropped(&project);
        prop_assert!(dropped.iter().all(|one| one.what != DroppedPart::Parts));
        let sources: Vec<_> = files.iter().map(|file| SourceFile { name: &file.name, bytes: &file.bytes }).collect();
        prop_assert!(files.iter().all(|file| CasJson.recognises(&file.name, &file.bytes)));
        let draft = CasJson.read(&sources).expect("its own export");
        // There is a file for each article, so a project without articles has none.
        let title = if files.is_empty() { project.title.clone() } else { String::new() };
        let built = build(&draft, &Build { title, now: Timestamp::epoch(), unit: None }).expect("a project");
        prop_assert_eq!(&built.imported.warnings, &[]);
        built.imported.project.check().expect("valid");
        prop_assert_eq!(less(&built.imported.project, &dropped), less(&project, &dropped));
    }

    #[test]
    fn damaged_files_do_not_make_the_reader_panic(project in edited_projects(), damage in proptest::collection::vec(any::<(u32, u8)>(), 1..6)) {
        for file in CasJson.write(&project, ExportOptions::default()) {
            let mut bytes = file.bytes;
            for (at, byte) in &damage {
                let at = *at as usize % bytes.len();
                // A digit stays one, so that the file remains JSON but its ids and offsets are wrong.
                match bytes[at..].iter().position(u8::is_ascii_digit) {
                    Some(digit) => bytes[at + digit] = b'0' + byte % 10,
                    None => bytes[at] = *byte,
                }
            }
            if let Ok(imported) = CasJson.import(&bytes) {
                prop_assert_eq!(imported.project.check(), Ok(()));
            }
        }
    }
}
