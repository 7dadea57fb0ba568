//! CoNLL: the decoders agree with the reference, real files are read at the right places, and an export is read back less what it drops.

use std::path::Path;

use crate::common::{self, edited_projects};
use crate::fixtures::{files_in, fixtures};
use crate::json_less::{less, less_file, list};
use crossread::format::conll::{Chunk, Conll, Decoding, Scheme, Tag, decode, read};
use crossread::format::draft::{Build, build};
use crossread::format::{
    Dropped, DroppedPart, ExportOptions, Format, ImportWarning, Imported, RecordProblem, SourceFile, TagScheme,
    Tokeniser, recognise,
};
use crossread::model::{Project, Timestamp};
use crossread::text::{CodePointOffset, Text};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The chunks of a reference: label, first token and end. An end may be the last token instead.
fn reference(value: &Value, is_inclusive: bool) -> Vec<Chunk> {
    let number = |value: &Value| value.as_u64().expect("a number") as usize;
    let chunk = |one: &Value| Chunk {
        label: one[0].as_str().expect("a label").to_owned(),
        first: number(&one[1]),
        end: number(&one[2]) + usize::from(is_inclusive),
    };
    value.as_array().expect("chunks").iter().map(chunk).collect()
}

/// Chunks with the name that the reference gives to a missing label.
fn named(chunks: Vec<Chunk>) -> Vec<Chunk> {
    let name = |chunk: Chunk| if chunk.label.is_empty() { Chunk { label: "_".to_owned(), ..chunk } } else { chunk };
    chunks.into_iter().map(name).collect()
}

#[test]
fn every_decoder_agrees_with_the_reference() {
    let Some(folder) = fixtures("conll") else { return };
    let file = std::fs::read_to_string(folder.join("tag-decode-reference.json")).expect("the reference");
    let file: Value = serde_json::from_str(&file).expect("JSON");
    let cases = file["cases"].as_array().expect("cases");
    assert_eq!(cases.len(), 16);
    for case in cases {
        let tags = case["tags"].as_array().expect("tags").iter();
        let tags: Vec<_> = tags.map(|tag| Tag::parse(tag.as_str().expect("a tag")).expect("a tag")).collect();
        assert_eq!(named(decode(&tags)), reference(&case["conlleval_lenient"], true), "{case}");
        let names = ["IOB1", "IOB2", "IOE1", "IOE2", "IOBES", "BILOU"];
        for (scheme, name) in Scheme::ALL.into_iter().zip(names) {
            let expected = &case[format!("strict_{name}")];
            match scheme.decode(&tags) {
                Ok(chunks) => assert_eq!(named(chunks), reference(expected, false), "{name} {case}"),
                Err(_) => assert!(expected.is_string(), "{name} {case}"),
            }
        }
    }
}

fn imported(path: &Path) -> Imported {
    let bytes = std::fs::read(path).expect("a file");
    let name = path.file_name().expect("a name").to_string_lossy().into_owned();
    assert_eq!(recognise(&name, &bytes).map(Format::name), Some("conll"), "{name}");
    let draft = read(&[SourceFile { name: &name, bytes: &bytes }], Decoding::Lenient).expect("CoNLL");
    let how = Build { title: String::new(), now: Timestamp::epoch(), unit: None };
    build(&draft, &how).expect("a project").imported
}

/// The tags of all articles, as label and text.
fn tags(project: &Project) -> Vec<(String, String)> {
    project.all_annotations().map(|tag| (project.label_name(&tag.label), project.exact(tag))).collect()
}

/// Labels and texts.
type Tagged<'a> = &'a [(&'a str, &'a str)];

#[test]
fn real_files_are_read() {
    let (Some(conll), Some(doccano)) = (fixtures("conll"), fixtures("doccano")) else { return };
    let files: Vec<_> = files_in(&conll).into_iter().chain(files_in(&doccano)).collect();
    let found = |name: &str| files.iter().find(|file| file.ends_with(name)).expect("a fixture").clone();
    let expected: [(&str, Tagged<'_>, &[&str]); 5] = [
        (
            "2002/ner2002_test.conll",
            &[("PER", "Wolff"), ("LOC", "Argentina"), ("PER", "Del Bosque"), ("ORG", "Real Madrid")],
            &[""],
        ),
        ("2003/en-orig.conll", &[("ORG", "U.N."), ("PER", "Ekeus"), ("LOC", "Baghdad")], &[""]),
        ("import-tests/sequence_labeling/example.conll", &[("LOC", "JAPAN"), ("PER", "Nadim Ladki")], &[""]),
        ("labeling.trailing.conll", &[("LOC", "JAPAN"), ("PER", "CHINA")], &[""]),
        (
            "labeling.invalid.conll",
            &[
                ("LOC", "JAPAN"),
                ("PER", "CHINA"),
                ("PER", "Nadim Ladki"),
                ("LOC", "AL-AIN"),
                ("LOC", "United Arab Emirates"),
            ],
            &["line 1", ""],
        ),
    ];
    for (name, tagged, places) in expected {
        let imported = imported(&found(name));
        let expected: Vec<_> = tagged.iter().map(|(label, text)| ((*label).to_owned(), (*text).to_owned())).collect();
        assert_eq!(tags(&imported.project), expected, "{name}");
        let warned = imported.warnings.iter().map(|warning| match warning {
            ImportWarning::Record { place, .. } => place.as_str(),
            other => panic!("{other:?}"),
        });
        assert_eq!(warned.collect::<Vec<_>>(), places, "{name}");
    }
}

/// GermEval has a dump of what it contains beside it: `[covered]`, `NamedEntity`, and features.
#[test]
fn nested_entities_are_those_of_the_dump() {
    let Some(folder) = fixtures("conll/2002") else { return };
    let imported = imported(&folder.join("germeval2014_test.conll"));
    let dump = std::fs::read_to_string(folder.join("germeval2014_test.conll.out")).expect("the dump");
    let lines: Vec<_> = dump.lines().collect();
    let mut expected: Vec<(String, u32, u32)> = Vec::new();
    for at in 0..lines.len() {
        if lines[at].starts_with("NamedEntity") {
            let feature = |name: &str| {
                let values = lines[at + 1..].iter().find_map(|line| line.trim().strip_prefix(name));
                values.expect("a feature").trim_matches(['"', ' ']).to_owned()
            };
            let number = |name: &str| feature(name).parse().expect("a number");
            expected.push((feature("value: "), number("begin: "), number("end: ")));
        }
    }
    assert_eq!(expected.len(), 5);
    // The dump has the outer entities only.
    expected.push(("LOC".to_owned(), 150, 155));
    let project = &imported.project;
    let text = &project.articles()[0].text;
    assert!(dump.contains(text.as_str()));
    let place = |tag: &crossread::model::Annotation| {
        let at = |position| text.to_utf16(position).0;
        (project.label_name(&tag.label), at(tag.start()), at(tag.end()))
    };
    let mut found: Vec<_> = project.all_annotations().map(|tag| place(tag)).collect();
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
}

#[test]
fn the_texts_of_conllu_are_those_beside_it() {
    let Some(folder) = fixtures("texts") else { return };
    for file in files_in(&folder).iter().filter(|file| file.extension().is_some_and(|name| name == "conllu")) {
        let imported = imported(file);
        let texts: Vec<_> = imported.project.articles().iter().map(|article| article.text.as_str()).collect();
        let expected = file.to_string_lossy().replace(".first120.conllu", ".txt");
        assert_eq!(texts.join("\n\n"), std::fs::read_to_string(expected).expect("the text").trim_end(), "{file:?}");
        assert_eq!(imported.warnings, [], "{file:?}");
    }
}

fn one(what: DroppedPart, dropped: &[Dropped]) -> usize {
    dropped.iter().find(|one| one.what == what).map_or(0, |one| one.count)
}

/// What an export says of tags, computed from the tokens alone: the tags that are kept, widened, and the numbers of the others.
fn expected_tags(project: &Project, file: &mut Value, tokeniser: Tokeniser) -> [usize; 5] {
    let mut numbers = [0; 5];
    let all = std::mem::take(list(file, "annotations"));
    let mut kept = Vec::new();
    for article in project.articles() {
        let tokens = match tokeniser {
            Tokeniser::Words => article.text.tokens(),
            Tokeniser::Spaces => article.text.chunks(),
        };
        let tokens: Vec<_> = tokens.into_iter().map(|token| code_points(&article.text, token)).collect();
        let of_article = all.iter().filter(|tag| tag["article"] == article.id.as_str());
        let mut of_article: Vec<_> = of_article.map(|tag| (edges(tag), tag)).collect();
        // Stable: tags with equal places are in the order of the set.
        let set = project.annotations_of(&article.id);
        let order: Vec<_> = set.iter().map(|tag| tag.id.to_string()).collect();
        of_article.sort_by_key(|(_, tag)| order.iter().position(|id| tag["id"] == id.as_str()));
        of_article.sort_by_key(|(edges, _)| (edges[0].0, std::cmp::Reverse(edges.last().map(|last| last.1))));
        let mut taken = vec![false; tokens.len()];
        for (edges, tag) in of_article {
            let covers = |token: &(u32, u32)| edges.iter().any(|edge| token.0 < edge.1 && edge.0 < token.1);
            let mine: Vec<_> = (0..tokens.len()).filter(|&at| covers(&tokens[at])).collect();
            let is_inside = |at: u32| tokens.iter().any(|token| token.0 < at && at < token.1);
            let is_cut = |edge: &(u32, u32)| is_inside(edge.0) || is_inside(edge.1);
            let begins = |edge: &(u32, u32)| tokens.iter().any(|token| token.0 <= edge.0 && edge.0 < token.1);
            let ends = |edge: &(u32, u32)| tokens.iter().any(|token| token.0 < edge.1 && edge.1 <= token.1);
            match () {
                () if mine.is_empty() => numbers[3] += 1,
                () if mine.iter().any(|&at| taken[at]) => numbers[0] += 1,
                () => {
                    numbers[1] += usize::from(edges.len() > 1);
                    numbers[2] += usize::from(edges.iter().any(is_cut));
                    numbers[4] += usize::from(!edges.iter().all(|edge| begins(edge) && ends(edge)));
                    mine.iter().for_each(|&at| taken[at] = true);
                    kept.extend(pieces(&edges, &tokens).into_iter().map(|(start, end)| {
                        let range = article.text.range(CodePointOffset(start), CodePointOffset(end)).expect("tokens");
                        let mut tag = tag.clone();
                        tag["ranges"] = json!([{ "start": start, "end": end, "exact": article.text.slice(range) }]);
                        tag
                    }));
                }
            }
        }
    }
    *list(file, "annotations") = kept;
    numbers
}

/// The tokens of each part, joined where two parts are in one token.
fn pieces(edges: &[(u32, u32)], tokens: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let mut pieces: Vec<(u32, u32)> = Vec::new();
    for edge in edges {
        let covered: Vec<_> = tokens.iter().filter(|token| token.0 < edge.1 && edge.0 < token.1).collect();
        let (Some(first), Some(last)) = (covered.first(), covered.last()) else { continue };
        match pieces.last_mut() {
            Some(piece) if piece.1 > first.0 => piece.1 = last.1,
            _ => pieces.push((first.0, last.1)),
        }
    }
    pieces
}

fn code_points(text: &Text, range: crossread::text::TextRange) -> (u32, u32) {
    (text.to_code_points(range.start()).0, text.to_code_points(range.end()).0)
}

fn edges(tag: &Value) -> Vec<(u32, u32)> {
    let number = |value: &Value| value.as_u64().expect("a number") as u32;
    let ranges = tag["ranges"].as_array().expect("ranges").iter();
    ranges.map(|range| (number(&range["start"]), number(&range["end"]))).collect()
}

proptest! {
    #![proptest_config(common::config())]

    #[test]
    fn an_export_is_read_back_less_what_it_drops(
        project in edited_projects(), scheme in 0..4_usize, one_file_each: bool, by_spaces: bool,
    ) {
        let tokeniser = if by_spaces { Tokeniser::Spaces } else { Tokeniser::Words };
        let options = ExportOptions { scheme: TagScheme::ALL[scheme], tokeniser, one_file_each, ..ExportOptions::default() };
        let files = Conll.write(&project, options);
        let dropped = Conll.dropped_with(&project, options);
        let sources: Vec<_> = files.iter().map(|file| SourceFile { name: &file.name, bytes: &file.bytes }).collect();
        let draft = read(&sources, Decoding::Strict).expect("its own export");
        let built = build(&draft, &Build { title: String::new(), now: Timestamp::epoch(), unit: None }).expect("a project");
        prop_assert_eq!(&built.imported.warnings, &[]);
        built.imported.project.check().expect("valid");
        // What is dropped of the tags changes which tags are there, so it is done before their ids are removed.
        let mut file: Value = serde_json::from_str(&common::native_json(&project)).expect("JSON");
        let numbers = expected_tags(&project, &mut file, tokeniser);
        let parts = [DroppedPart::OverlappingTags, DroppedPart::Parts, DroppedPart::PartsOfWords, DroppedPart::TagsOfSpaces, DroppedPart::SpacesOfTags];
        prop_assert_eq!(numbers, parts.map(|part| one(part, &dropped)));
        let found = less(&built.imported.project, &dropped);
        prop_assert_eq!(found, less_file(file, &dropped));
    }

    #[test]
    fn arbitrary_lines_do_not_make_the_reader_panic(text in "([#a-zB\\-DOCSTART= \t0-9.|_]{0,12}\n){0,12}", bytes: Vec<u8>) {
        for bytes in [text.as_bytes(), &bytes, format!("# crossread.project = \"\"\n{text}").as_bytes()] {
            let _ = Conll.recognises("x.conll", bytes);
            let _ = Conll.import(bytes);
        }
        let conllu = format!("1\tGo\t_\t_\t_\t_\t0\t_\t_\tNER=B-X\n{text}");
        if let Ok(imported) = Conll.import(conllu.as_bytes()) {
            let is_guessed = |warning: &ImportWarning| {
                matches!(warning, ImportWarning::Record { problem: RecordProblem::SpacesGuessed, .. })
            };
            prop_assert!(imported.warnings.iter().any(is_guessed));
        }
    }
}
