//! JSON Lines that are converted part by part become the same files as those that are read and written as a whole.

use std::collections::BTreeMap;
use std::io::{self, Cursor};

use crossread::format::draft::{Build, Decision, build};
use crossread::format::streaming::{Conversion, Converted, LineFile, LineFormat, Sink, StreamError, convert};
use crossread::format::{Dropped, ExportOptions, ImportWarning, ReadError, ReadProblem, SourceFile};
use crossread::model::{Project, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::common::{config, edited_projects};

/// What becomes of files: their contents by name, what is dropped, and the warnings in any order.
#[derive(Debug, Default, PartialEq)]
struct Result {
    files: BTreeMap<String, String>,
    dropped: Vec<Dropped>,
    warnings: Vec<String>,
    articles: usize,
    annotations: usize,
}

impl Sink for Result {
    fn append(&mut self, file: &str, bytes: &[u8]) -> io::Result<()> {
        self.files.entry(file.to_owned()).or_default().push_str(std::str::from_utf8(bytes).expect("UTF-8"));
        Ok(())
    }

    fn warn(&mut self, warning: &ImportWarning) {
        self.warnings.push(format!("{warning:?}"));
    }
}

impl Result {
    fn sorted(mut self) -> Self {
        self.warnings.sort();
        self.dropped.sort_by_key(|one| one.what as usize);
        self
    }
}

fn how() -> Build {
    Build { title: "Title".to_owned(), now: Timestamp::epoch(), unit: None }
}

fn whole(from: LineFormat, to: LineFormat, files: &[(&str, String)]) -> std::result::Result<Result, ReadError> {
    let sources: Vec<_> = files.iter().map(|(name, text)| SourceFile { name, bytes: text.as_bytes() }).collect();
    let draft = from.format().read(&sources)?;
    let built = build(&draft, &how())?;
    if built.decisions.iter().any(|decision| matches!(decision, Decision::Open(_))) {
        return Err(ReadError::new("", ReadProblem::UnitOfOffsets));
    }
    let project: Project = built.imported.project;
    let written = to.format().write(&project, ExportOptions::default());
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Ok(Result {
        files: written.into_iter().map(|file| (file.name, text(file.bytes))).collect(),
        dropped: to.format().dropped(&project),
        warnings: built.imported.warnings.iter().map(|warning| format!("{warning:?}")).collect(),
        articles: project.articles().len(),
        annotations: project.annotation_count(),
    }
    .sorted())
}

fn in_parts(
    from: LineFormat,
    to: LineFormat,
    files: &[(&str, String)],
    block: usize,
) -> std::result::Result<Result, StreamError> {
    let file = |(name, text): &(&str, String)| {
        let bytes = text.clone().into_bytes();
        LineFile {
            name: (*name).to_owned(),
            open: Box::new(move || Ok(Box::new(Cursor::new(bytes.clone())) as Box<dyn io::Read>)),
        }
    };
    let files: Vec<_> = files.iter().map(file).collect();
    let how = how();
    let mut result = Result::default();
    let conversion = Conversion { from, to, files: &files, how: &how, options: ExportOptions::default(), block };
    let Converted { dropped, articles, annotations, .. } = convert(&conversion, &mut result)?;
    Ok(Result { dropped, articles, annotations, ..result }.sorted())
}

/// Checks that both ways have the same result; returns whether the parts were enough.
fn check(from: LineFormat, to: LineFormat, files: &[(&str, String)], block: usize) -> bool {
    let expected = whole(from, to, files);
    match in_parts(from, to, files, block) {
        Err(StreamError::NeedsWhole) => return false,
        Err(StreamError::Read(error)) => assert_eq!(expected.as_ref().err(), Some(&error), "{from:?} {to:?}"),
        Err(error) => panic!("{error:?}"),
        Ok(found) => assert_eq!(expected.as_ref().ok(), Some(&found), "{from:?} {to:?}"),
    }
    true
}

/// A line as other tools write it, in one of the formats; or something else.
fn line(from: LineFormat, seed: (u8, u8, u8, String)) -> String {
    let (kind, a, b, text) = seed;
    let (start, end) = (u32::from(a % 9), u32::from(a % 9) + u32::from(b % 5));
    let label = ["PER", "a b", "a-b", "per"][usize::from(b % 4)];
    let id = ["x", "x-2", "y", ""][usize::from(a % 4)];
    let kb_id = ["", "Q1", "Q2 x"][usize::from(a % 3)];
    let value = if b % 2 == 0 { json!(b) } else { json!("t") };
    let span =
        json!({ "start": start, "end": end, "label": label, "kb_id": kb_id, "note": id, "attributes": { "n": value } });
    let value: Value = match (from, kind % 8) {
        (_, 0) => return ["{broken", "", "{\"a\": [", "  ", "[1]", "\u{feff}"][usize::from(a % 6)].to_owned(),
        (_, 1) => json!({ "other": 1 }),
        (LineFormat::Doccano, 2) => json!({ "text": text, "entities": [
            { "id": 1, "label": label, "start_offset": 0, "end_offset": 1 },
            { "id": 2, "label": "O", "start_offset": start, "end_offset": end },
        ], "relations": [{ "id": 7, "from_id": 1, "to_id": 2, "type": label }] }),
        (LineFormat::Doccano, _) => {
            json!({ "id": id, "text": text, "label": [[start, end, label]], "meta": { "k": a } })
        }
        (LineFormat::Prodigy, 2) => {
            json!({ "text": text, "_input_hash": a % 4, "answer": "accept", "spans": [span], "_annotator_id": label })
        }
        (LineFormat::Prodigy, _) => {
            json!({ "text": text, "meta": { "id": id }, "spans": [span, { "start": 0, "end": 1, "label": "O" }],
            "relations": [{ "head_span": span, "child_span": { "start": 0, "end": 1, "label": "O" }, "label": label }] })
        }
        (LineFormat::Spacy, 2) => json!([text, { "entities": [[start, end, label]] }]),
        (LineFormat::Spacy, _) => {
            json!({ "text": text, "ents": [span], "spans": { "sc": [span] }, "tokens": [{ "id": 0, "tag": "X" }] })
        }
        (LineFormat::JsonLines, 2) => {
            json!({ "article": id, "start": start, "end": end, "label": label, "exact": "x" })
        }
        (LineFormat::JsonLines, 3) => json!({ "from": id, "to": "t-y", "type": label }),
        (LineFormat::JsonLines, _) => {
            json!({ "id": format!("{id}{b}"), "text": text, "attributes": { "n": a }, "annotations": [
            { "id": format!("t-{id}{b}"), "start": start, "end": end, "label": label, "entity": label, "entityName": text },
            { "start": 0, "end": 1, "label": "O", "attributes": { "l": [label] } },
        ], "relations": [{ "from": format!("t-{id}{b}"), "to": format!("t-{id}{}", a % 20), "type": label }] })
        }
    };
    value.to_string()
}

fn format() -> impl Strategy<Value = LineFormat> {
    prop::sample::select(&LineFormat::ALL[..])
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn exports_become_the_same_in_parts(project in edited_projects(), from in format(), to in format(), block in 1_usize..3_000) {
        let written = from.format().write(&project, ExportOptions::default());
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
        let files: Vec<_> = written.iter().map(|file| (file.name.as_str(), text(&file.bytes))).collect();
        let is_enough = check(from, to, &files, block);
        let across = from == LineFormat::JsonLines && project.relations().count() > 0;
        prop_assert!(is_enough || across);
    }

    #[test]
    fn lines_of_other_tools_become_the_same_in_parts(
        seeds in prop::collection::vec((any::<u8>(), any::<u8>(), any::<u8>(), "[aé😀\u{301} \r]{0,12}"), 0..12),
        from in format(), to in format(), block in 1_usize..400, split in 0_usize..12,
    ) {
        let lines: Vec<String> = seeds.into_iter().map(|seed| line(from, seed) + "\n").collect();
        let (first, second) = lines.split_at(split.min(lines.len()));
        check(from, to, &[("", lines.concat())], block);
        check(from, to, &[("a", first.concat()), ("b", second.concat())], block);
    }
}

#[test]
fn what_has_no_lines_or_belongs_together_is_not_converted_in_parts() {
    let (doccano, prodigy, own) = (LineFormat::Doccano, LineFormat::Prodigy, LineFormat::JsonLines);
    let record = json!({ "text": "Anna", "label": [[0, 4, "PER"]] }).to_string();
    let task = json!({ "text": "Anna", "_input_hash": 1, "spans": [] }).to_string();
    let filler = json!({ "text": "other", "spans": [] }).to_string();
    let utf16: String = "\u{feff}".to_owned();
    assert!(check(doccano, own, &[("", utf16 + &record)], 8));
    assert!(check(prodigy, own, &[("", format!("{task}\n{task}\n{task}\n"))], 8));
    assert!(!check(prodigy, own, &[("", format!("{task}\n{filler}\n{task}\n"))], 8));
    let apart = json!({ "article": "x", "label": "L", "start": 0, "end": 1 }).to_string();
    assert!(!check(own, doccano, &[("", format!("{}\n{apart}", json!({ "id": "x", "text": "Anna" })))], 8));
    let complete = json!({ "id": "x", "text": "Anna", "annotations": [] });
    assert!(check(own, doccano, &[("a", format!("{apart}\n")), ("b", complete.to_string())], 8));
}
