//! Tests of the exports of the board.

use super::*;
use crate::analysis::claims_board::{BoardFilter, BoardSort, claims_board};
use crate::format::native;
use crate::model::Project;

const TEXTS: BoardTexts = BoardTexts {
    language: "en",
    claim: "Claim",
    silent: "silent",
    caption: |board| format!("{} rows", board.rows.len()),
    conflicts: |row| format!("{} conflicts", row.conflicts),
    figures: |figures| figures.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join(" / "),
    stance: |name, outwards| format!("{name} {outwards}"),
    attribute: |name, value| format!("{name}={value}"),
};

fn project() -> Project {
    let file = serde_json::json!({
        "format": "crossread", "version": 1,
        "project": { "title": "A <day>", "created": "2021-11-28T12:00:00Z" },
        "schema": { "labels": [
            { "id": "C", "kind": "claim", "name": "Claim", "colour": "#112233", "attributes": [
                { "name": "type", "kind": "choice", "choices": ["Numerical"] },
                { "name": "source", "kind": "entity" },
            ] },
        ], "relationTypes": [{ "id": "updates", "name": "updates" }, { "id": "contradicts", "name": "contradicts", "symmetric": true }] },
        "articles": [
            { "id": "x", "title": "One", "source": "AP", "date": "2021", "language": "en", "text": "😀 31 died, she said. So." },
            { "id": "y", "title": "One", "text": "=So 27 died" },
            { "id": "z", "title": "<b>\"Three\"", "text": "-" },
        ],
        "entities": [{ "id": "e1", "name": "Ana & Co" }],
        "annotations": [
            { "id": "1", "article": "x", "label": "C", "attributes": { "type": "Numerical", "source": "e1" },
              "ranges": [{ "start": 2, "end": 9, "exact": "31 died" }, { "start": 11, "end": 19, "exact": "she said" }] },
            { "id": "2", "article": "x", "label": "C", "ranges": [{ "start": 21, "end": 23, "exact": "So" }], "rowTitle": "=Two" },
            { "id": "3", "article": "y", "label": "C", "ranges": [{ "start": 0, "end": 11, "exact": "=So 27 died" }] },
        ],
        "relations": [
            { "id": "r1", "type": "updates", "from": "1", "to": "3", "created": "2021-11-28T12:00:00Z" },
        ],
    });
    native::read(&file.to_string()).expect("a project")
}

fn exported(format: BoardFormat, for_spreadsheets: bool) -> String {
    let project = project();
    let board = claims_board(&project);
    let exported = export_board(
        &project.title,
        &board,
        format,
        ExportOptions { for_spreadsheets, ..ExportOptions::default() },
        &TEXTS,
    );
    assert_eq!(exported.name, format!("a-day.{}", format.extension()));
    String::from_utf8(exported.bytes).expect("UTF-8")
}

#[test]
fn the_table_has_a_row_for_each_row_and_a_column_for_each_article() {
    let expected = [
        "row,title,conflicts,articles,values,One,One (y),\"<b>\"\"Three\"\"\"",
        "1,31 died … she said,0,2,31 / 27,“31 died … she said” — Ana & Co (type: Numerical),“=So 27 died” [← updates],",
        "2,=Two,0,1,,“So”,,",
        "",
    ];
    assert_eq!(exported(BoardFormat::Csv, false), expected.join("\r\n"));
    let expected = expected.join("\r\n").replace("=Two", "'=Two");
    assert_eq!(exported(BoardFormat::Csv, true), format!("\u{feff}{expected}"));
}

#[test]
fn the_page_is_escaped_and_has_headings_for_rows_and_columns() {
    let page = exported(BoardFormat::Html, false);
    for part in [
        "<html lang=\"en\">",
        "<title>A &lt;day&gt;</title>",
        "<caption>2 rows</caption>",
        "<th scope=\"col\"><span class=\"title\" dir=\"auto\">One</span><span class=\"about\">AP, 2021</span></th>",
        "<th scope=\"col\"><span class=\"title\" dir=\"auto\">&lt;b&gt;&quot;Three&quot;</span></th>",
        "<th scope=\"row\"><span class=\"title\" dir=\"auto\">31 died … she said</span><span class=\"about\">31 / 27</span></th>",
        "<blockquote dir=\"auto\" lang=\"en\">“31 died … she said”</blockquote><p class=\"speaker\">— Ana &amp; Co</p><p class=\"value\">31</p><p class=\"about\">type=Numerical</p>",
        "<blockquote dir=\"auto\">“=So 27 died”</blockquote><p class=\"value\">27</p><p class=\"stance\">updates false</p>",
        "<td class=\"silent\">silent</td>",
    ] {
        assert!(page.contains(part), "{part}\nin\n{page}");
    }
    assert!(
        !page.contains("<script") && !page.contains("<b>") && !page.contains("http:") && page.ends_with("</html>\n")
    );
    assert_eq!(page.matches("<tr>").count(), 3);
}

#[test]
fn the_json_has_all_that_the_board_has() {
    let json: serde_json::Value = serde_json::from_str(&exported(BoardFormat::Json, false)).expect("JSON");
    assert_eq!((&json["format"], &json["version"]), (&"crossread-board".into(), &1.into()));
    assert_eq!(json["articles"].as_array().map(Vec::len), Some(3));
    let rows = json["rows"].as_array().expect("rows");
    let expected = serde_json::json!({
        "title": "31 died … she said", "conflicts": 0,
        "cells": [
            { "article": "x", "claims": [{
                "id": "1", "label": "C", "text": "31 died … she said",
                "quotes": [{ "start": 2, "end": 9, "exact": "31 died" }, { "start": 11, "end": 19, "exact": "she said" }],
                "speaker": "Ana & Co", "speakerEntity": "e1",
                "attributes": { "source": "e1", "type": "Numerical" },
                "figures": [{ "text": "31", "amount": 31, "differs": true }],
                "stance": "first",
            }] },
            { "article": "y", "claims": [{
                "id": "3", "label": "C", "text": "=So 27 died", "quotes": [{ "start": 0, "end": 11, "exact": "=So 27 died" }],
                "figures": [{ "text": "27", "amount": 27, "differs": true }],
                "stance": { "type": "updates", "typeName": "updates", "outwards": false, "direct": true },
            }] },
        ],
        "relations": [{ "id": "r1", "type": "updates", "from": "1", "to": "3" }],
    });
    assert_eq!(rows[0], expected);
    assert_eq!((&rows[1]["title"], &rows[1]["titleEdited"]), (&"=Two".into(), &true.into()));
}

#[test]
fn a_filtered_board_is_exported_as_shown() {
    let project = project();
    let filter = BoardFilter { one_article: true, ..Default::default() };
    let board = claims_board(&project).view(&filter, BoardSort::Place);
    let bytes = export_board("P", &board, BoardFormat::Csv, ExportOptions::default(), &TEXTS).bytes;
    assert_eq!(String::from_utf8(bytes).expect("UTF-8").lines().count(), 2);
}

#[test]
fn a_board_is_not_taken_for_a_project() {
    for format in BoardFormat::ALL {
        let file = exported(format, false);
        assert!(
            crate::format::recognise(&format!("x.{}", format.extension()), file.as_bytes()).is_none(),
            "{format:?}"
        );
    }
}
