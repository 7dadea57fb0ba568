//! Tests of what a report shows, apart from the words. `tests/host/report_properties.rs` checks whole files.

use std::rc::Rc;

use super::charts::number;
use super::*;
use crate::analysis::claims_board::ClaimsBoard;
use crate::analysis::report::{Report, report};
use crate::format::claims_board::BoardTexts;
use crate::format::markup::{Element, Node};
use crate::format::native;

static BOARD: BoardTexts = BoardTexts {
    language: "en",
    claim: "Claim",
    silent: "silent",
    caption: |board: &ClaimsBoard| format!("{} rows", board.rows.len()),
    conflicts: |row| format!("{} conflicts", row.conflicts),
    figures: |figures| figures.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join(" / "),
    stance: |name, outwards| format!("{name} {outwards}"),
    attribute: |name, value| format!("{name}={value}"),
};
const TEXTS: ReportTexts = ReportTexts {
    board: &BOARD,
    title: |project| format!("Report: {project}"),
    made: |at| format!("as of {at}"),
    heading: Section::id,
    caption: Section::id,
    note: |_| "",
    empty: |_| "nothing",
    word: |_| "word",
    number: |number| number.to_string(),
    count: |what, count| format!("{count} {what:?}"),
    shown: |shown, all| format!("{shown} of {all} rows"),
    charted: |shown, all| format!("{shown} of {all} bars"),
    strongest: |shown, all| format!("{shown} of {all} pairs"),
    greatest: |name, value| format!("{name}: {value}"),
    percent: |share| format!("{:.0}%", share * 100.0),
    date: |period| period.first.to_string(),
    gap: |days| days.to_string(),
    mention: |mention| mention.words.clone(),
    spoken: |count| count.all().to_string(),
    at_article: |number, text| format!("{number}: {text}"),
    spread: |count, all| format!("{count} of {all}"),
    disagreement: |_, name| name.to_owned(),
    values: |values| values.join(" / "),
    colours: |colour| [colour, colour],
};

/// A report of so many articles, each with so many claims.
fn report_of(articles: usize, claims: usize) -> Report {
    let text = "Rain fell. ".repeat(claims);
    let article =
        |at: usize| serde_json::json!({ "id": format!("a{at}"), "title": format!("Title {at}"), "text": text });
    let claim = |at: usize, n: usize| {
        serde_json::json!({ "id": format!("c{at}-{n}"), "article": format!("a{at}"), "label": "C",
            "ranges": [{ "start": n * 11, "end": n * 11 + 9, "exact": "Rain fell" }] })
    };
    let file = serde_json::json!({
        "format": "crossread", "version": 1, "project": { "title": "P", "created": "2021-11-28T12:00:00Z" },
        "schema": { "labels": [{ "id": "C", "kind": "claim", "name": "Claim", "colour": "#112233" }] },
        "articles": (0..articles).map(article).collect::<Vec<_>>(),
        "annotations": (0..articles).flat_map(|at| (0..claims).map(move |n| claim(at, n))).collect::<Vec<_>>(),
    });
    report(&Rc::new(native::read(&file.to_string()).expect("a project")))
}

/// All elements of a name.
fn all<'a>(element: &'a Element, name: &str, found: &mut Vec<&'a Element>) {
    if element.name == name {
        found.push(element);
    }
    for child in &element.children {
        if let Node::Element(child) = child {
            all(child, name, found);
        }
    }
}

fn count(parts: &[Element], name: &str) -> usize {
    let mut found = Vec::new();
    parts.iter().for_each(|part| all(part, name, &mut found));
    found.len()
}

fn sections(report: &Report, rows: usize) -> Vec<Element> {
    report_sections(report, &TEXTS, rows, 2).collect()
}

#[test]
fn few_articles_have_columns_and_many_have_lists() {
    let board = |articles: usize| sections(&report_of(articles, 2), usize::MAX).swap_remove(3);
    let (few, many) = (board(3), board(30));
    // Three columns beside that of titles; a row for each claim, and the heading.
    assert_eq!((count(std::slice::from_ref(&few), "th"), count(&[few], "tr")), (4 + 6, 7));
    // A group of rows for each row of the board: its size is that of the claims.
    assert_eq!((count(std::slice::from_ref(&many), "tbody"), count(&[many], "td")), (60, 60));
}

#[test]
fn the_page_shows_the_first_rows_and_says_so() {
    let report = report_of(3, 40);
    let board = |rows: usize| sections(&report, rows).swap_remove(3);
    let text =
        |element: &Element| element.children.iter().any(|child| *child == Node::Text("10 of 120 rows".to_owned()));
    let mut notes = Vec::new();
    let (short, long) = (board(10), board(usize::MAX));
    all(&short, "p", &mut notes);
    assert!(notes.into_iter().any(text));
    assert_eq!((count(&[short], "tr"), count(&[long], "tr")), (11, 121));
}

#[test]
fn with_many_articles_no_chart_or_table_grows_with_their_square() {
    let parts = sections(&report_of(60, 1), usize::MAX);
    let charts = count(&parts, "svg");
    assert!(charts >= 1 && count(&parts, "rect") <= 40 * charts, "{charts} charts");
    // All sentences are equal: each article repeats each other one, and only that is a list of pairs.
    let cells: usize = count(&parts[..8], "td");
    assert!(cells < 60 * 20, "{cells}");
}

#[test]
fn an_empty_project_has_all_headings() {
    let parts = sections(&report_of(0, 0), usize::MAX);
    assert_eq!((count(&parts, "h2"), count(&parts, "table"), count(&parts, "svg")), (Section::ALL.len(), 0, 0));
    assert_eq!(count(&parts, "section"), Section::ALL.len());
}

#[test]
fn headings_have_the_level_that_is_asked_for() {
    let report = report_of(1, 1);
    let parts: Vec<Element> = report_sections(&report, &TEXTS, 5, 3).collect();
    assert_eq!((count(&parts, "h3"), count(&parts, "h2")), (Section::ALL.len(), 0));
}

#[test]
fn the_file_has_the_colours_of_labels_in_use_and_is_the_same_each_time() {
    let report = report_of(2, 1);
    let file = || String::from_utf8(export_report(&report, &TEXTS, "today").bytes).expect("UTF-8");
    assert!(file().contains(".label-0{--light:#112233;--dark:#112233}") && file().contains("as of today"));
    assert_eq!(file(), file());
    assert_eq!(export_report(&report, &TEXTS, "").name, "p.report.html");
    assert!(!file().contains("<script") && !file().contains("http:") && !file().contains("https:"));
    assert_eq!(number(0.25), "0.3");
}
