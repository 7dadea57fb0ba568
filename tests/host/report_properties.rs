//! Property tests of the report: any project gives a well-formed page that has all claims, entities and articles.

use std::rc::Rc;

use crate::common;
use crate::common::edited_projects;
use crate::html_check::{Document, read};
use crossread::analysis::claims_board::claims_board;
use crossread::analysis::report::{Report, report};
use crossread::app::messages::report::REPORT;
use crossread::format::native;
use crossread::format::report::export_report;
use crossread::model::Project;
use proptest::prelude::*;

/// Texts that break programs that write HTML.
const HOSTILE: [&str; 12] = [
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "</title></style></svg><b>",
    "]]>&lt;&amp;&#0;",
    "\u{202e}evil\u{2066}\u{2067}",
    "a\u{0}b\u{7}c\u{85}d",
    "שלום עולם",
    "--><!--",
    "javascript:alert(1)",
    "👨‍👩‍👧 e\u{301}\u{301}",
    " \n\t ",
    "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字",
];

fn page(report: &Report) -> (String, Document) {
    let html = String::from_utf8(export_report(report, &REPORT, "now").bytes).expect("UTF-8");
    let document = read(&html);
    (html, document)
}

/// A text as HTML can have it.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && !matches!(c, '\n' | '\t') { '\u{fffd}' } else { c }).collect()
}

fn assert_has(document: &Document, text: &str) {
    let text = printable(text);
    assert!(document.texts.iter().any(|one| one.contains(&text)), "{text:?} is missing");
}

fn check(project: &Rc<Project>) {
    let report = report(project);
    let (html, document) = page(&report);
    for article in project.articles() {
        assert_has(&document, &article.title);
        assert_has(&document, &article.source);
    }
    project.entities().for_each(|entity| assert_has(&document, &entity.name));
    for claim in claims_board(project).rows.iter().flat_map(|row| &row.claims) {
        assert_has(&document, &format!("“{}”", claim.text()));
    }
    assert!(!document.elements.iter().any(|name| matches!(name.as_str(), "script" | "img" | "b" | "link" | "iframe")));
    let count = |name: &str| document.elements.iter().filter(|one| *one == name).count();
    assert_eq!((count("h1"), count("h2"), count("section")), (1, 8, 8));
    assert_eq!((count("caption"), count("desc")), (count("table"), count("svg")));
    // A row has as many headings and cells as its table has columns, and the same project gives the same bytes.
    assert_eq!(page(&crossread::analysis::report::report(project)).0, html);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: common::config().cases.min(64), ..common::config() })]

    #[test]
    fn any_project_gives_a_well_formed_page_with_all_that_it_has(project in edited_projects()) {
        check(&Rc::new(project));
    }
}

#[test]
fn hostile_texts_stay_texts() {
    let schema = serde_json::json!({
        "labels": HOSTILE.iter().enumerate().map(|(at, name)| serde_json::json!({
            "id": format!("L{at}"), "kind": if at % 2 == 0 { "claim" } else { "entity" }, "name": name.trim(), "colour": "#112233",
            "attributes": [{ "name": "source", "kind": "text" }],
        })).filter(|label| label["name"] != "").collect::<Vec<_>>(),
        "relationTypes": [{ "id": "contradicts", "name": HOSTILE[0] }],
    });
    let long = "x".repeat(5_000);
    let long = long.as_str();
    let articles = HOSTILE.iter().chain([&long]).enumerate().map(|(at, text)| {
        serde_json::json!({ "id": format!("a{at}"), "title": text, "source": text, "date": "2021-11-28", "language": "he", "text": format!("{text}1") })
    });
    let tag = |at: usize, text: &str| {
        let end = text.chars().count() + 1;
        serde_json::json!({ "id": format!("t{at}"), "article": format!("a{at}"), "label": format!("L{}", at % 2),
            "attributes": { "source": text }, "ranges": [{ "start": 0, "end": end, "exact": format!("{text}1") }] })
    };
    // Spaces are no tag.
    let tags = HOSTILE.iter().enumerate().filter(|(at, _)| *at != 10).map(|(at, text)| tag(at, text));
    let file = serde_json::json!({
        "format": "crossread", "version": 1, "project": { "title": HOSTILE[0], "created": "2021-11-28T12:00:00Z" },
        "schema": schema, "articles": articles.collect::<Vec<_>>(), "annotations": tags.collect::<Vec<_>>(),
        "entities": HOSTILE.iter().enumerate().filter(|(at, _)| *at != 10).map(|(at, name)| serde_json::json!({ "id": format!("e{at}"), "name": name })).collect::<Vec<_>>(),
        "relations": [{ "id": "r", "type": "contradicts", "from": "t0", "to": "t2", "created": "2021-11-28T12:00:00Z" }],
    });
    check(&Rc::new(native::read(&file.to_string()).expect("a project")));
}

#[test]
fn faults_are_found() {
    let page = |body: &str| format!("<!doctype html>\n{body}\n");
    assert_eq!(read(&page("<p>a &amp; b</p>")).texts, ["", "a & b"]);
    for broken in [
        "<p>",
        "<p></b>",
        "<p>a & b</p>",
        "<p id=a></p>",
        "<p onclick=\"\"></p>",
        "<i id=\"a\"></i><i id=\"a\"></i>",
        "<a href=\"#a\"></a>",
    ] {
        assert!(std::panic::catch_unwind(|| read(&page(broken))).is_err(), "{broken}");
    }
}
