//! Property tests of the CSV table: it contains every tag, and no formulas if it is for spreadsheets.

use crate::common;
use crate::common::{act, actions, project, texts};
use crossread::edit::Editor;
use crossread::format::{ExportOptions, find};
use crossread::model::Project;
use proptest::collection::vec;
use proptest::prelude::*;

/// The rows of the table, the header first.
fn rows(project: &Project, for_spreadsheets: bool) -> Vec<Vec<String>> {
    let bytes = find("csv")
        .expect("the format")
        .export(project, ExportOptions { for_spreadsheets, ..ExportOptions::default() })
        .bytes;
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    let reader = csv::ReaderBuilder::new().has_headers(false).flexible(false).from_reader(bytes);
    let rows = reader.into_records().map(|row| row.expect("as many cells as the first"));
    rows.map(|row| row.iter().map(str::to_owned).collect()).collect()
}

/// The expected cells of each row, for some columns.
fn expected(project: &Project) -> Vec<[String; 9]> {
    let tags = project.all_annotations().flat_map(|tag| tag.ranges.iter().map(move |range| (tag, *range)));
    let row = |(tag, range): (&std::rc::Rc<crossread::model::Annotation>, crossread::text::TextRange)| {
        let article = project.article(&tag.article).expect("an article");
        let entity = tag.entity.as_ref().and_then(|id| project.entity(id)).map_or("", |entity| &entity.name);
        let exact = article.text.slice(range);
        let (start, end) = (article.text.to_code_points(range.start()).0, article.text.to_code_points(range.end()).0);
        let text: String = article.text.as_str().chars().skip(start as usize).take((end - start) as usize).collect();
        assert_eq!(text, exact, "positions are in code points");
        [
            article.id.as_str(),
            &article.title,
            tag.id.as_str(),
            &start.to_string(),
            &end.to_string(),
            exact,
            tag.label.as_str(),
            entity,
            &tag.note,
        ]
        .map(str::to_owned)
    };
    tags.map(row).collect()
}

proptest! {
    #![proptest_config(common::config())]

    #[test]
    fn every_range_has_a_row(texts in vec(texts(), 1..3), actions in actions(), for_spreadsheets: bool) {
        let mut editor = Editor::new(project(&texts));
        act(&mut editor, &actions, |_, _, _| {});
        let project = editor.project();
        let rows = rows(project, for_spreadsheets);
        let expected = expected(project);
        prop_assert_eq!(rows.len(), expected.len() + 1);
        let at = |name: &str| rows[0].iter().position(|column| column == name).expect("a column");
        let columns = ["article", "articleTitle", "annotation", "start", "end", "exact", "label", "entityName", "note"].map(at);
        for (row, expected) in rows[1..].iter().zip(&expected) {
            for (column, expected) in columns.iter().zip(expected) {
                let cell = &row[*column];
                let is_escaped = for_spreadsheets && cell.strip_prefix('\'') == Some(expected);
                prop_assert!(cell == expected || is_escaped, "{cell:?} for {expected:?}");
                let starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
                prop_assert!(!for_spreadsheets || !cell.starts_with(starts), "{cell:?} is a formula");
            }
        }
    }
}
