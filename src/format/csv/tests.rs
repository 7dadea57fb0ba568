//! Tests of the rows of the CSV table, and of the list of what it leaves out.

use super::*;
use crate::format::ReadProblem;
use crate::format::native;

/// A project with a value for every column, and one tag with two parts.
fn project() -> Project {
    let file = serde_json::json!({
        "format": "crossread", "version": 1,
        "project": { "title": "A day", "created": "2021-11-28T12:00:00Z", "later": 1 },
        "schema": { "labels": [
            { "id": "PER", "kind": "entity", "name": "Person", "colour": "#112233", "attributes": [
                { "name": "roles", "kind": "multiple choice", "choices": ["a|b", "c\\d"] },
                { "name": "age", "kind": "number" },
                { "name": "named", "kind": "yes/no" },
            ] },
            { "id": "CLAIM", "kind": "claim", "name": "=Claim", "colour": "#112233", "attributes": [{ "name": "age", "kind": "number" }] },
        ], "relationTypes": [{ "id": "says", "name": "says" }] },
        "articles": [{
            "id": "x", "title": "One, \"two\"", "source": "AP", "date": "2021-11-28", "language": "en", "note": "Read",
            "text": "😀 Ana said\nso, and Ben.",
        }],
        "entities": [{ "id": "e1", "name": "Ana", "aliases": ["A."] }, { "id": "e2", "name": "Ben" }],
        "annotations": [
            { "id": "1", "article": "x", "label": "PER", "ranges": [{ "start": 2, "end": 5, "exact": "Ana" }],
              "entity": "e1", "note": "=HYPERLINK(\"http://x\")", "creator": "-Z", "created": "2021-11-28T12:01:00Z",
              "attributes": { "roles": ["a|b", "c\\d"], "age": -7.5, "named": false } },
            { "id": "2", "article": "x", "label": "CLAIM", "created": "2021-11-28T12:02:00Z",
              "ranges": [{ "start": 6, "end": 13, "exact": "said\nso" }, { "start": 19, "end": 22, "exact": "Ben" }] },
        ],
        "relations": [{ "id": "r", "type": "says", "from": "1", "to": "2" }],
        "rejected": ["mention:1", "mention:2"],
    });
    native::read(&file.to_string()).expect("a project")
}

fn written(for_spreadsheets: bool) -> String {
    String::from_utf8(Csv.export(&project(), ExportOptions { for_spreadsheets, ..ExportOptions::default() }).bytes)
        .expect("UTF-8")
}

#[test]
fn each_range_of_each_tag_has_a_row() {
    let expected = [
        "article,articleTitle,articleSource,articleDate,articleLanguage,annotation,range,ranges,start,end,exact,label,\
         labelName,entity,entityName,note,created,creator,modified,modifier,attributes.roles,attributes.age,\
         attributes.named",
        "x,\"One, \"\"two\"\"\",AP,2021-11-28,en,1,1,1,2,5,Ana,PER,Person,e1,Ana,\"=HYPERLINK(\"\"http://x\"\")\",\
         2021-11-28T12:01:00Z,-Z,,,a\\|b|c\\\\d,-7.5,false",
        "x,\"One, \"\"two\"\"\",AP,2021-11-28,en,2,1,2,6,13,\"said\nso\",CLAIM,=Claim,,,,2021-11-28T12:02:00Z,,,,,,",
        "x,\"One, \"\"two\"\"\",AP,2021-11-28,en,2,2,2,19,22,Ben,CLAIM,=Claim,,,,2021-11-28T12:02:00Z,,,,,,",
        "",
    ];
    assert_eq!(written(false), expected.join("\r\n"));
}

#[test]
fn titles_of_rows_have_a_column_where_there_are_some() {
    let mut file: serde_json::Value =
        serde_json::from_slice(&native::Native.export(&project(), ExportOptions::default()).bytes).expect("JSON");
    file["annotations"][1]["rowTitle"] = "The toll".into();
    let titled = native::read(&file.to_string()).expect("a project");
    let table = String::from_utf8(Csv.export(&titled, ExportOptions::default()).bytes).expect("UTF-8");
    let last: Vec<_> = table.split("\r\n").map(|row| row.rsplit(',').next().unwrap_or_default()).collect();
    assert_eq!(last, ["rowTitle", "", "The toll", "The toll", ""]);
}

#[test]
fn formulas_are_escaped_for_spreadsheets() {
    let expected =
        written(false).replace("=Claim", "'=Claim").replace("\"=HYPER", "\"'=HYPER").replace(",-Z,", ",'-Z,");
    assert_eq!(written(true), format!("\u{feff}{expected}"), "numbers stay numbers");
}

#[test]
fn dropped_parts_are_counted() {
    let dropped = Csv.export(&project(), ExportOptions::default()).dropped;
    let counts: Vec<_> = dropped.iter().map(|one| (one.what, one.count)).collect();
    assert_eq!(
        counts,
        [
            (DroppedPart::ArticleTexts, 1),
            (DroppedPart::ArticleDetails, 1),
            (DroppedPart::Relations, 1),
            (DroppedPart::UnmentionedEntities, 1),
            (DroppedPart::EntityDetails, 1),
            (DroppedPart::Definitions, 7),
            (DroppedPart::RejectedSuggestions, 2),
            (DroppedPart::UnknownFields, 1),
        ]
    );
    assert_eq!(dropped, Csv.dropped(&project()));
}

#[test]
fn without_texts_it_says_which_file_is_needed() {
    let error = Csv.import(written(false).as_bytes()).map(|_| ()).expect_err("no texts");
    assert_eq!(*error.problem, ReadProblem::NoTexts("x".to_owned()));
    let error = crate::format::import_any("a-day.csv", written(false).as_bytes()).map(|_| ()).expect_err("no texts");
    assert_eq!(*error.problem, ReadProblem::NoTexts("x".to_owned()));
}

#[test]
fn tabs_are_an_option() {
    let exported = Csv.export(&project(), ExportOptions { tabs: true, ..ExportOptions::default() });
    assert_eq!((exported.name.as_str(), exported.mime), ("a-day.tsv", TABS.1));
    let text = String::from_utf8(exported.bytes).expect("UTF-8");
    assert!(
        text.starts_with("article\tarticleTitle\t") && text.contains("\tOne, \"two\"\t")
            || text.contains("\t\"One, \"\"two\"\"\"\t"),
        "{text}"
    );
}
