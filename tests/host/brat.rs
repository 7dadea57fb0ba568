//! brat standoff: real files are written as they were, and projects survive but for what is listed.

use std::collections::BTreeMap;
use std::path::Path;

use crossread::format::draft::{Build, build};
use crossread::format::{ExportOptions, SourceFile, find};
use crossread::model::Timestamp;
use proptest::prelude::*;

use crate::common;
use crate::fixtures::{files_in, fixtures};
use crate::lossy;

/// A document: its folder, the name of its text and the name of a standoff file about it.
fn pairs(root: &Path) -> Vec<(String, String, String)> {
    let name = |path: &Path| path.strip_prefix(root).expect("a file of the folder").to_string_lossy().into_owned();
    let all: Vec<String> = files_in(root).iter().map(|path| name(path)).collect();
    let standoff = all.iter().filter_map(|name| name.strip_suffix(".ann"));
    standoff
        .map(|stem| {
            // The files that DKPro Core must write have the names of those that it reads, with an ending.
            let text = stem.split("-ref").next().expect("a beginning");
            let text = format!("{text}.txt");
            assert!(all.contains(&text), "{stem} has a text");
            let folder = stem.rsplit_once('/').expect("a folder").0;
            (folder.to_owned(), text, format!("{stem}.ann"))
        })
        .collect()
}

/// The order in which lines are written: `T`, `E`, `R`, `*`, `A`, `N`, `#`, and by number.
fn rank(line: &str) -> (usize, u32) {
    let letter = "TER*AN#".find(&line[..1]).expect("a kind of line");
    let number = line[1..].split('\t').next().and_then(|number| number.parse().ok()).unwrap_or(0);
    (letter, number)
}

/// A standoff file as it is compared. brat keeps lines in the order in which they were added, and so numbers attributes, references
/// and notes, which nothing refers to. So lines are sorted, and those are numbered anew, sorted by their content. The TAB at the end of
/// relations, and those of references, are not compared.
fn normal(standoff: &str) -> Vec<String> {
    let mut kept = Vec::new();
    let mut renumbered: BTreeMap<char, Vec<String>> = BTreeMap::new();
    for line in standoff.lines().filter(|line| !line.is_empty()) {
        let (id, rest) = line.split_once('\t').expect("a TAB");
        match line.chars().next().expect("a character") {
            'R' => kept.push(line.trim_end_matches('\t').to_owned()),
            letter @ ('A' | 'N' | '#') => renumbered.entry(letter).or_default().push(rest.to_owned()),
            _ => kept.push(format!("{id}\t{rest}")),
        }
    }
    for (letter, mut lines) in renumbered {
        lines.sort();
        kept.extend(lines.iter().enumerate().map(|(index, line)| format!("{letter}{}\t{line}", index + 1)));
    }
    kept.sort_by(|a, b| rank(a).cmp(&rank(b)).then_with(|| a.cmp(b)));
    kept
}

#[test]
fn real_files_are_written_as_they_were() {
    let Some(root) = fixtures("brat") else { return };
    let brat = find("brat").expect("the format");
    let (mut documents, mut lines, mut spans) = (0, 0, 0);
    for (folder, text, standoff) in pairs(&root) {
        let bytes = |name: &str| std::fs::read(root.join(name)).ok();
        let (conf, visual) = (format!("{folder}/annotation.conf"), format!("{folder}/visual.conf"));
        let pair = standoff.replace(".ann", ".txt");
        let given =
            [(&conf, bytes(&conf)), (&visual, bytes(&visual)), (&pair, bytes(&text)), (&standoff, bytes(&standoff))];
        let files: Vec<_> =
            given.iter().filter_map(|(name, bytes)| Some(SourceFile { name, bytes: bytes.as_deref()? })).collect();
        let draft = brat.read(&files).expect("a document");
        let how = Build { title: String::new(), now: Timestamp::epoch(), unit: None };
        let imported = build(&draft, &how).expect("a project").imported;
        assert_eq!(imported.warnings, [], "{standoff}");
        let written = brat.write(&imported.project, ExportOptions::default());
        let text_of = |name: &str| {
            let file = written.iter().find(|file| file.name == name).expect("the file");
            String::from_utf8(file.bytes.clone()).expect("UTF-8")
        };
        assert_eq!(text_of(&pair).into_bytes(), bytes(&text).expect("a text"), "{pair}");
        let original = String::from_utf8(bytes(&standoff).expect("a file")).expect("UTF-8");
        let expected = normal(&original);
        assert_eq!(normal(&text_of(&standoff)), expected, "{standoff}");
        documents += 1;
        lines += expected.len();
        spans += expected.iter().filter(|line| line.starts_with('T')).count();
    }
    println!("{documents} documents with {lines} lines, of which {spans} spans");
    assert!(documents >= 35 && lines > 400 && spans > 250, "{documents} documents, {lines} lines, {spans} spans");
}

#[test]
fn a_folder_of_documents_is_one_project() {
    let Some(root) = fixtures("brat/tutorials") else { return };
    let brat = find("brat").expect("the format");
    let paths = files_in(&root);
    let name = |path: &Path| path.strip_prefix(&root).expect("a file").to_string_lossy().into_owned();
    let all: Vec<_> = paths.iter().map(|path| (name(path), std::fs::read(path).expect("a file"))).collect();
    let files: Vec<_> = all.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    let draft = brat.read(&files).expect("documents");
    let how = Build { title: String::new(), now: Timestamp::epoch(), unit: None };
    let imported = build(&draft, &how).expect("a project").imported;
    assert_eq!(imported.warnings, []);
    let project = imported.project;
    assert_eq!(project.check(), Ok(()));
    let spans = all.iter().filter(|(name, _)| name.ends_with(".ann"));
    let spans =
        spans.map(|(_, bytes)| String::from_utf8_lossy(bytes).lines().filter(|line| line.starts_with('T')).count());
    assert_eq!(project.annotation_count(), spans.sum::<usize>());
    let labels: Vec<_> = project.schema().labels.iter().map(|label| label.name.as_str()).collect();
    assert!(labels.contains(&"Geo-political entity") && labels.contains(&"Gene expression"), "{labels:?}");
    let (read, warnings) = lossy::round_trip(brat, &project, ExportOptions::default());
    assert_eq!(warnings, []);
    lossy::check(&project, &brat.dropped(&project), &read);
}

proptest! {
    #![proptest_config(common::config())]

    #[test]
    fn projects_survive_but_for_what_is_listed(project in common::edited_projects()) {
        let brat = find("brat").expect("the format");
        let (read, warnings) = lossy::round_trip(brat, &project, ExportOptions::default());
        prop_assert_eq!(warnings, []);
        prop_assert_eq!(read.check(), Ok(()));
        lossy::check(&project, &brat.dropped(&project), &read);
    }

    #[test]
    fn damaged_files_do_not_make_the_reader_panic(
        project in common::edited_projects(),
        damage in proptest::collection::vec((any::<u32>(), any::<u8>()), 1..8),
    ) {
        let brat = find("brat").expect("the format");
        let mut written = brat.write(&project, ExportOptions::default());
        for (at, byte) in damage {
            let file = at as usize % written.len();
            let bytes = &mut written[file].bytes;
            if !bytes.is_empty() {
                let at = at as usize / 7 % bytes.len();
                bytes[at] = byte;
            }
        }
        let files: Vec<_> = written.iter().map(|file| SourceFile { name: &file.name, bytes: &file.bytes }).collect();
        if let Ok(draft) = brat.read(&files) {
            let how = Build { title: String::new(), now: Timestamp::epoch(), unit: None };
            if let Ok(built) = build(&draft, &how) {
                prop_assert_eq!(built.imported.project.check(), Ok(()));
            }
        }
    }
}
