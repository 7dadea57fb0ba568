//! Strings that often break programs (the Big List of Naughty Strings and others) survive a round trip in every field.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use crossread::format::{ExportOptions, native};
use crossread::json::{Json, parse};
use crossread::model::Project;
use crossread::text::{is_normalised, isolated};

/// The strings of a JSON file; `None` if it does not exist.
fn list(path: &Path) -> Option<Vec<String>> {
    let file = std::fs::read_to_string(path).ok()?;
    let Json::Array(all) = parse(&file).expect("JSON") else { return None };
    Some(all.iter().filter_map(Json::as_str).map(str::to_owned).collect())
}

fn strings() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = list(&root.join("tests/files/injections.json")).expect("the list of injections");
    let fixtures =
        std::env::var_os("CROSSREAD_FIXTURES").map_or_else(|| root.join("../shared/fixtures"), PathBuf::from);
    match list(&fixtures.join("hostile/blns.json")) {
        Some(naughty) => all.extend(naughty),
        None => println!("skipped: the list of naughty strings is missing"),
    }
    all
}

/// A project file with a text in every field that accepts any text.
fn project_of(text: &str) -> String {
    let s = Json::from(text).to_string();
    // An id has no spaces and control characters, and is not empty.
    let id: String = text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).chain(['~']).collect();
    let id = Json::from(id).to_string();
    let key = Json::from(format!("x-{text}")).to_string();
    let extra = format!("{key}: {{{s}: [{s}]}}");
    // Separated by line ends, so that it does not combine with other characters to a grapheme cluster.
    let article_text = Json::from(format!("§\n{text}\n")).to_string();
    let attributes = format!(r#"[{{"name":{s},"kind":"choice","choices":[{s}],{extra}}}]"#);
    let values = format!("{{{s}:{s}}}");
    let at = "2026-01-01T00:00:00Z";
    let mut json = format!(r#"{{"format":"crossread","version":1,"project":{{"title":{s},"created":"{at}",{extra}}},"#);
    let (end, mut tags, mut relations) = (2 + text.chars().count(), String::new(), String::new());
    if !text.is_empty() {
        for n in ["1", "2"] {
            let comma = if tags.is_empty() { "" } else { "," };
            let id = id.replace('~', &format!("~{n}"));
            // Writing to a string cannot fail.
            let _ = write!(
                tags,
                r#"{comma}{{"id":{id},"article":"a","label":"L","ranges":[{{"start":2,"end":{end},"exact":{s}}}],"attributes":{values},"entity":"e","note":{s},"created":"{at}","modified":"{at}","creator":{s},"modifier":{s},{extra}}}"#
            );
        }
        let (from, to) = (id.replace('~', "~1"), id.replace('~', "~2"));
        relations = format!(
            r#"{{"id":{id},"type":"T","from":{from},"to":{to},"note":{s},"created":"{at}","creator":{s},{extra}}}"#
        );
    }
    let _ = write!(
        json,
        r##""schema":{{"name":{s},"labels":[{{"id":"L","kind":"other","name":{s},"short":{s},"colour":"#000000","description":{s},"examples":[{s}],"attributes":{attributes},{extra}}}],"articleAttributes":{attributes},"relationTypes":[{{"id":"T","name":{s},"symmetric":true,"description":{s},{extra}}}],{extra}}},
        "articles":[{{"id":"a","title":{s},"source":{s},"note":{s},"attributes":{values},"text":{article_text},{extra}}}],
        "entities":[{{"id":"e","name":{s},"label":"L","aliases":[{s}],"identifiers":{{"url":{s},"wikidata":{s},{key}:{s}}},"note":{s},{extra}}}],
        "annotations":[{tags}],"relations":[{relations}],{extra}}}"##
    );
    json
}

fn count(json: &Json, text: &str) -> usize {
    match json {
        Json::String(one) => usize::from(one == text),
        Json::Array(all) => all.iter().map(|one| count(one, text)).sum(),
        Json::Object(fields) => fields.iter().map(|(name, one)| usize::from(name == text) + count(one, text)).sum(),
        _ => 0,
    }
}

#[test]
fn every_field_survives_a_round_trip() {
    let all = strings();
    for text in &all {
        let json = project_of(text);
        let project: Project = native::read(&json).unwrap_or_else(|error| panic!("{text:?}: {error:?}"));
        let once = native::write(&project);
        let again = native::write(&native::read(&once).expect("what was written"));
        assert_eq!(once, again, "{text:?}");
        let (given, kept) = (parse(&json).expect("JSON"), parse(&once).expect("JSON"));
        // The export leaves out empty fields, and adds the label names of annotations.
        if !text.is_empty() {
            assert!(count(&kept, text) >= count(&given, text), "{text:?}");
        }
        let article = &project.articles()[0];
        assert!(article.text.as_str() == format!("§\n{text}\n") && is_normalised(article.text.as_str()));
        assert!(isolated(text).contains(text.as_str()));
    }
    println!("{} strings", all.len());
}

#[test]
fn the_table_contains_each_string_and_escapes_formulas() {
    let table = crossread::format::find("csv").expect("the format");
    for text in strings().into_iter().filter(|text| !text.is_empty()) {
        let project = native::read(&project_of(&text)).expect("a project");
        for for_spreadsheets in [false, true] {
            let bytes = table.export(&project, ExportOptions { for_spreadsheets, ..ExportOptions::default() }).bytes;
            let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
            let mut reader = csv::Reader::from_reader(bytes);
            for row in reader.records().map(|row| row.expect("a row")) {
                let same = row.iter().filter(|cell| *cell == text).count();
                let escaped = row.iter().filter(|cell| cell.strip_prefix('\'') == Some(&text)).count();
                // Title, source, text, label, entity, note, creator, modifier, attribute.
                assert!(same >= 9 || (for_spreadsheets && escaped == 9), "{text:?}: {row:?}");
                assert!(!for_spreadsheets || row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{row:?}");
            }
        }
    }
}
