//! Property tests of the claims board: its rows are the connected groups of claims, whatever led to the project.

use std::collections::BTreeSet;

use crate::common;
use crate::common::{act, actions, edited_projects, native_json, project, texts};
use crossread::analysis::claims_board::{
    BoardBuilder, BoardFilter, BoardSort, ClaimsBoard, Stance, claims_board, row_of,
};
use crossread::app::messages::claims_board::PAGE;
use crossread::edit::{Command, Editor, Stamp};
use crossread::format::claims_board::{BoardFormat, export_board};
use crossread::format::{ExportOptions, native};
use crossread::model::{AnnotationId, LabelKind, Project};
use proptest::collection::vec;
use proptest::prelude::*;

/// The claims of a project, in the order of the board.
fn claims(project: &Project) -> Vec<AnnotationId> {
    let is_claim = |label| project.schema().label(label).is_some_and(|label| label.kind == LabelKind::Claim);
    project.all_annotations().filter(|one| is_claim(&one.label)).map(|one| one.id.clone()).collect()
}

/// The claims that are connected with a claim, found by walking along the relations.
fn connected(project: &Project, claim: &AnnotationId, claims: &BTreeSet<AnnotationId>) -> BTreeSet<AnnotationId> {
    let (mut reached, mut waiting) = (BTreeSet::new(), vec![claim.clone()]);
    while let Some(next) = waiting.pop() {
        if reached.insert(next.clone()) {
            let ends = project.relations_of(&next).flat_map(|one| [one.from.clone(), one.to.clone()]);
            waiting.extend(ends.filter(|end| claims.contains(end)));
        }
    }
    reached
}

fn assert_is_board_of(board: &ClaimsBoard, project: &Project) {
    let order = claims(project);
    let all: BTreeSet<_> = order.iter().cloned().collect();
    assert_eq!(board.rows.iter().map(|row| row.claims.len()).sum::<usize>(), all.len());
    let place = |id: &AnnotationId| order.iter().position(|one| one == id);
    let firsts: Vec<_> = board.rows.iter().map(|row| place(&row.claims[0].annotation.id)).collect();
    assert!(firsts.is_sorted(), "rows are in the order of their first claims");
    for row in &board.rows {
        let ids: Vec<_> = row.ids();
        assert!(ids.iter().map(place).is_sorted());
        assert!(ids.iter().all(|id| row_of(project, id) == ids));
        assert_eq!(ids.iter().cloned().collect::<BTreeSet<_>>(), connected(project, &ids[0], &all));
        let cells: Vec<AnnotationId> =
            (0..board.articles.len()).flat_map(|at| row.cell(at)).map(|claim| claim.annotation.id.clone()).collect();
        assert_eq!(cells, ids, "the cells contain each claim once");
        for (at, claim) in row.claims.iter().enumerate() {
            assert_eq!(board.articles[claim.column].id, claim.annotation.article);
            assert_eq!(claim.stance == Stance::First, at == 0);
            assert_eq!(claim.text(), project.exact(&claim.annotation));
        }
        let edited = row.claims.iter().map(|claim| &claim.annotation.row_title).find(|title| !title.is_empty());
        assert_eq!(edited.is_some(), row.has_edited_title);
        assert!(edited.is_none_or(|title| *title == row.title));
        assert_eq!(
            row.relations.len(),
            project.relations().filter(|one| ids.contains(&one.from) && all.contains(&one.to)).count()
        );
    }
}

proptest! {
    #![proptest_config(common::config())]

    #[test]
    fn rows_are_the_connected_groups_of_claims(texts in vec(texts(), 1..4), actions in actions()) {
        let mut editor = Editor::new(project(&texts));
        act(&mut editor, &actions, |_, _, editor| {
            assert_is_board_of(&claims_board(editor.project()), editor.project());
        });
    }

    #[test]
    fn a_board_that_is_computed_again_is_the_same_as_a_new_one(texts in vec(texts(), 1..4), actions in actions()) {
        let mut editor = Editor::new(project(&texts));
        let mut builder = BoardBuilder::default();
        act(&mut editor, &actions, |_, _, editor| {
            assert_eq!(builder.build(editor.project()), claims_board(editor.project()));
        });
    }

    #[test]
    fn the_board_depends_on_the_project_only(project in edited_projects()) {
        let read = native::read(&native_json(&project)).expect("its own export");
        prop_assert_eq!(claims_board(&read), claims_board(&project));
    }

    #[test]
    fn a_title_is_kept_while_its_claim_is_in_the_row(project in edited_projects(), which: u8) {
        let board = claims_board(&project);
        let Some(row) = board.rows.get(usize::from(which) % board.rows.len().max(1)) else { return Ok(()) };
        let mut editor = Editor::new(project.clone());
        let stamp = || Stamp { at: common::time(0), by: String::new() };
        let title = Command::TitleRow { claims: row.ids(), title: "The row".to_owned() };
        editor.perform(title, stamp()).expect("a title");
        let titled = |editor: &Editor| {
            let board = claims_board(editor.project());
            board.rows.iter().filter(|row| row.title == "The row").map(|row| row.ids()).collect::<Vec<_>>()
        };
        let first = row.ids()[0].clone();
        prop_assert_eq!(titled(&editor), [row.ids()]);
        // Other claims of the row are removed, which may part it.
        for id in &row.ids()[1..] {
            editor.perform(Command::Remove(vec![id.clone()]), stamp()).expect("a removal");
            let rows = titled(&editor);
            prop_assert!(rows.len() == 1 && rows[0].contains(&first));
        }
        editor.perform(Command::Remove(vec![first]), stamp()).expect("a removal");
        prop_assert!(titled(&editor).is_empty());
        while editor.undo().expect("an undo").is_some() {}
        prop_assert_eq!(native_json(editor.project()), native_json(&project));
    }

    #[test]
    fn views_have_some_of_the_rows_and_exports_all_of_them(project in edited_projects(), flags: u8) {
        let board = claims_board(&project);
        let filter = BoardFilter {
            conflicts: flags & 1 > 0,
            one_article: flags & 2 > 0,
            unsourced: flags & 4 > 0,
            entity: board.entities().into_iter().next().filter(|_| flags & 8 > 0),
            choice: None,
        };
        let sort = BoardSort::ALL[usize::from(flags) % 3];
        let view = board.view(&filter, sort);
        prop_assert_eq!(view.rows.len(), board.rows.iter().filter(|row| filter.shows(row)).count());
        let export = |format| {
            let options = ExportOptions { for_spreadsheets: flags & 16 > 0, ..ExportOptions::default() };
            export_board(&project.title, &view, format, options, &PAGE).bytes
        };
        let table = csv::ReaderBuilder::new().flexible(false).from_reader(&export(BoardFormat::Csv)[..]).into_records()
            .map(|row| row.expect("as many cells as the first").len()).collect::<Vec<_>>();
        prop_assert_eq!(table, vec![5 + view.articles.len(); view.rows.len()]);
        let json: serde_json::Value = serde_json::from_slice(&export(BoardFormat::Json)).expect("JSON");
        prop_assert_eq!(json["rows"].as_array().map(Vec::len), Some(view.rows.len()));
        let page = String::from_utf8(export(BoardFormat::Html)).expect("UTF-8");
        prop_assert_eq!(page.matches("<tr>").count(), view.rows.len() + 1);
        prop_assert_eq!(page.matches("<blockquote").count(), view.rows.iter().map(|row| row.claims.len()).sum::<usize>());
    }
}
