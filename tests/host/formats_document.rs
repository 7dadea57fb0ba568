//! The table of what each format leaves out, in `docs/formats.md`. `UPDATE_DOCS=1 cargo test --test host` writes it.

use std::path::Path;

use crossread::app::messages::documents::kind as kind_name;
use crossread::app::messages::formats::{dropped_part, title};
use crossread::format::documents::DocumentKind;
use crossread::format::{DroppedPart, Format, formats, native};
use crossread::json::Json;
use crossread::model::Project;
use serde_json::json;

fn annotation(id: &str, article: &str, ranges: &[(u32, u32, &str)]) -> Json {
    let range = |(start, end, exact): &(u32, u32, &str)| json!({ "start": start, "end": end, "exact": exact });
    let ranges: Vec<_> = ranges.iter().map(range).collect();
    json!({
        "id": id, "article": article, "label": "L", "ranges": ranges, "note": "n", "entity": "e1", "attributes": { "sure": true },
        "created": "2026-01-01T00:00:00Z", "creator": "Ana", "modified": "2026-01-02T00:00:00Z", "modifier": "Ben", "rowTitle": "t", "x": 1,
    })
}

fn article(id: &str) -> Json {
    json!({
        "id": id, "title": "T", "source": "S", "date": "2026", "language": "en", "note": "n", "status": "done",
        "attributes": { "topic": "x" }, "text": "\n Anna met  Bob in Rome today",
    })
}

/// A project with some of everything that a format may leave out.
fn everything() -> Project {
    let relation = |id: &str, from: &str, to: &str| json!({ "id": id, "type": "r", "from": from, "to": to, "note": "n", "created": "2026-01-01T00:00:00Z", "creator": "Ana" });
    let label = json!({
        "id": "L", "kind": "entity", "name": "Label", "colour": "#0072b2", "key": "l", "description": "d",
        "attributes": [{ "name": "sure", "kind": "yes/no" }],
    });
    let file = json!({
        "format": "crossread", "version": 1, "project": { "title": "P", "created": "2026-01-01T00:00:00Z" },
        "schema": {
            "labels": [label], "articleAttributes": [{ "name": "topic", "kind": "text" }],
            "relationTypes": [{ "id": "r", "name": "Relation", "description": "d" }],
        },
        "articles": [article("a"), article("b")],
        "entities": [
            { "id": "e1", "name": "Ana", "label": "L", "aliases": ["A."], "identifiers": { "wikidata": "Q1", "other": "x" }, "note": "n" },
            { "id": "e2", "name": "Ben" },
        ],
        "annotations": [
            annotation("1", "a", &[(2, 6, "Anna")]),
            annotation("2", "a", &[(2, 10, "Anna met")]),
            annotation("3", "a", &[(2, 6, "Anna"), (12, 15, "Bob")]),
            annotation("4", "a", &[(19, 21, "Ro")]),
            annotation("5", "a", &[(10, 12, "  ")]),
            annotation("6", "a", &[(11, 15, " Bob")]),
            annotation("7", "b", &[(2, 6, "Anna")]),
        ],
        "relations": [relation("r1", "1", "4"), relation("r2", "1", "7")],
        "predictions": [{ "annotation": { "id": "p", "article": "a", "label": "L", "ranges": [{ "start": 2, "end": 6, "exact": "Anna" }] } }],
        "rejected": ["x"],
    });
    native::read(&file.to_string()).unwrap_or_else(|error| panic!("{error:?}"))
}

fn row(cells: impl IntoIterator<Item = String>) -> String {
    format!("| {} |\n", cells.into_iter().collect::<Vec<_>>().join(" | "))
}

fn document() -> String {
    let project = everything();
    let written: Vec<&dyn Format> = formats().iter().copied().filter(|format| format.info().can_be_written).collect();
    let of_each = written.iter().map(|format| format.dropped(&project).iter().map(|one| one.what).collect());
    let dropped: Vec<Vec<DroppedPart>> = of_each.collect();
    let mut parts: Vec<DroppedPart> = Vec::new();
    for part in dropped.iter().flatten() {
        if !parts.contains(part) {
            parts.push(*part);
        }
    }
    let mut out = String::from(
        "# Formats\n\nWhat each format leaves out of a project that has some of everything (a test writes this table). The dialog \
         *Download as* counts it for the open project.\n\n",
    );
    let with_name =
        |name: &str, cells: &mut dyn Iterator<Item = String>| row([name.to_owned()].into_iter().chain(cells));
    out += &with_name("left out", &mut written.iter().map(|format| title(format.name()).to_owned()));
    out += &with_name("---", &mut written.iter().map(|_| ":-:".to_owned()));
    for part in parts {
        let mark = |dropped: &Vec<DroppedPart>| if dropped.contains(&part) { "✗" } else { "" }.to_owned();
        out += &with_name(dropped_part(part), &mut dropped.iter().map(mark));
    }
    let read = |format: &&dyn Format| if format.info().can_be_read { "yes" } else { "no" }.to_owned();
    out += &with_name("can be opened again", &mut written.iter().map(read));
    out + &articles()
}

/// What becomes an article from which file.
fn articles() -> String {
    let mut out = String::from(
        "\n## Articles\n\nWhat is dropped on the page or chosen with *Open texts…* becomes articles. The dialog shows what was read, and *Read as* \
         reads it in another way.\n\n",
    );
    out += &row(["file", "text", "title, source, date, language"].map(str::to_owned));
    out += &row(["---", "---", "---"].map(str::to_owned));
    let rows = [
        (DocumentKind::PlainText, "all of it", "none; the title is made of the file’s name"),
        (
            DocumentKind::Html,
            "what a browser shows: blocks on lines of their own, cells of tables with tabs between them; without navigation, scripts, controls and \
             hidden elements; only the element `article` or `main` if it has most of the text",
            "JSON-LD of news articles, `meta`, `title`, `lang`; author and address go into the note",
        ),
        (
            DocumentKind::Markdown,
            "the text of CommonMark with tables and footnotes; HTML in it as in a web page; without descriptions of pictures",
            "front matter (YAML or TOML), or the first heading",
        ),
        (
            DocumentKind::Word,
            "paragraphs, tables, text boxes, footnotes and endnotes (`.docx`); without headers, comments, deleted and hidden text, and the \
             instructions of fields",
            "the properties of the document; author as source, and the day on which it was created",
        ),
    ];
    for (kind, text, details) in rows {
        out += &row([kind_name(kind), text, details].map(str::to_owned));
    }
    out + "\nThe files of a ZIP archive are read as if they had been chosen, but for hidden ones. Encrypted and damaged ones are named.\n"
}

#[test]
fn the_document_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/formats.md");
    let document = document();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, &document).expect("the folder of documents");
    }
    let current = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(current, document, "run with UPDATE_DOCS=1 and review the diff");
}
