//! The claims board.

use crossread::analysis::claims_board::{BoardFilter, BoardSort};
use crossread::app::{BoardAction, Download, DropTarget, Effect, FocusTarget, ProjectAction, SelectAction};
use crossread::edit::Command;
use crossread::format::claims_board::BoardFormat;
use crossread::model::AnnotationId;

use crate::harness::{Table, table};

/// Three claims in two articles, with the board over them.
fn board() -> Table {
    table("|Paris is big. Rome is old. ¶ Paris is small.")
        .tagged("Paris is big", "Claim")
        .tagged("Rome is old", "Claim")
        .tagged("Paris is small", "Claim")
        .page_keys("Ctrl+B")
}

fn on(table: Table, quote: &str, action: fn(AnnotationId) -> BoardAction) -> Table {
    let id = table.id_of(quote);
    table.act(action(id))
}

fn pick(table: Table, quote: &str) -> Table {
    on(table, quote, BoardAction::Pick)
}

/// The titles of the rows.
fn rows(table: &Table) -> Vec<String> {
    table.state.shown_board().rows.iter().map(|row| row.title.clone()).collect()
}

fn relations(table: &Table) -> Vec<String> {
    let project = table.state.project();
    let exact = |id| project.annotation(id).map(|one| project.exact(one)).unwrap_or_default();
    project.relations().map(|one| format!("{} {} {}", exact(&one.from), one.kind, exact(&one.to))).collect()
}

/// Two claims are tied.
fn tied() -> Table {
    pick(pick(board(), "Paris is big"), "Paris is small")
}

/// Drags a claim onto another one, without dropping it.
fn dragged(table: Table, quote: &str, onto: &str) -> Table {
    let (claim, other) = (table.id_of(quote), table.id_of(onto));
    table.act(BoardAction::Drag(Some(claim))).act(BoardAction::DragOver(Some(DropTarget::Claim(other))))
}

fn title(table: Table, quote: &str, title: &str) -> Table {
    let id = table.id_of(quote);
    table.act(BoardAction::Title(id, title.to_owned()))
}

rows! {
    a_key_shows_the_board_and_the_texts_again: {
        let t = board().expect_focus(&FocusTarget::Board);
        assert!(t.state.board.is_shown);
        let t = t.page_keys("Ctrl+B");
        assert!(!t.state.board.is_shown);
        t.expect_focus(&FocusTarget::Text("a".into()))
    };
    each_claim_is_a_row: { let t = board(); assert_eq!(rows(&t), ["Paris is big", "Rome is old", "Paris is small"]); t };
    the_second_claim_is_tied_to_the_first: {
        let t = tied();
        assert_eq!((relations(&t), rows(&t)), (vec!["Paris is big repeats Paris is small".to_owned()], vec!["Paris is big".to_owned(), "Rome is old".to_owned()]));
        assert_eq!((t.saved(), &t.state.board.picked), (1, &None));
        let small = t.id_of("Paris is small");
        t.expect_focus(&FocusTarget::BoardClaim(small)).page_keys("Ctrl+Z")
    };
    claims_are_tied_by_the_chosen_type: {
        let t = board().act(BoardAction::Kind("contradicts".into()));
        let (big, small) = (t.id_of("Paris is big"), t.id_of("Paris is small"));
        let t = t.act(BoardAction::Tie(small, big));
        assert_eq!(relations(&t), ["Paris is small contradicts Paris is big"]);
        t
    };
    a_claim_is_picked_once: {
        let t = pick(board(), "Paris is big").expect_announced("Picked “Paris is big”. Tie it to another claim with T");
        let t = pick(t, "Paris is big").expect_announced("No claim is picked any more");
        assert!(relations(&t).is_empty() && t.state.board.picked.is_none());
        t
    };
    claims_that_are_tied_already_are_refused: {
        let t = pick(pick(tied(), "Paris is small"), "Paris is big");
        assert_eq!(relations(&t).len(), 1);
        t.expect_notice("These two are already related by “repeats”.")
    };
    parting_removes_all_relations_of_a_claim_in_one_step: {
        let t = tied().act(BoardAction::Kind("supports".into()));
        let t = pick(pick(t, "Paris is small"), "Rome is old");
        let saved = t.saved();
        let t = on(t, "Paris is small", BoardAction::Part);
        assert_eq!((relations(&t).len(), t.saved() - saved), (0, 1));
        let t = t.expect_announced("Removed 2 relations").page_keys("Ctrl+Z");
        assert_eq!(relations(&t).len(), 2);
        t
    };
    parting_from_the_picked_claim_leaves_the_others: {
        let t = pick(pick(tied().act(BoardAction::Kind("supports".into())), "Paris is small"), "Rome is old");
        let t = on(pick(t, "Paris is big"), "Paris is small", BoardAction::Part);
        assert_eq!(relations(&t), ["Paris is small supports Rome is old"]);
        t
    };
    a_claim_that_is_dropped_on_another_row_is_tied_in_one_step: {
        let t = dragged(board(), "Paris is small", "Paris is big");
        let t = t.expect_announced("Dragging “Paris is small”. Drop it on a claim of another row, or press Esc");
        assert_eq!((relations(&t).len(), t.saved()), (0, 0));
        let t = t.act(BoardAction::Drop);
        assert_eq!((relations(&t), t.saved()), (vec!["Paris is small repeats Paris is big".to_owned()], 1));
        assert_eq!(t.state.board.drag, None);
        let big = t.id_of("Paris is big");
        let t = t.expect_focus(&FocusTarget::BoardClaim(big)).page_keys("Ctrl+Z");
        assert_eq!(rows(&t).len(), 3);
        t
    };
    a_claim_that_is_dropped_outside_is_parted_in_one_step: {
        let t = tied().act(BoardAction::Kind("supports".into()));
        let t = pick(pick(t, "Paris is small"), "Rome is old");
        let (saved, small) = (t.saved(), t.id_of("Paris is small"));
        let t = t.act(BoardAction::Drag(Some(small.clone()))).act(BoardAction::DragOver(Some(DropTarget::Outside)));
        let t = t.act(BoardAction::Drop);
        assert_eq!((relations(&t).len(), t.saved() - saved), (0, 1));
        t.expect_focus(&FocusTarget::BoardClaim(small))
    };
    escape_gives_a_drag_up_and_the_drop_after_it_does_nothing: {
        let t = dragged(board(), "Paris is small", "Paris is big").page_keys("Esc");
        assert!(t.state.board.is_shown && t.state.board.drag.is_none());
        let big = t.id_of("Paris is big");
        let t = t.expect_announced("Nothing was tied or parted");
        let t = t.act(BoardAction::DragOver(Some(DropTarget::Claim(big)))).act(BoardAction::Drop);
        assert_eq!((relations(&t).len(), t.saved()), (0, 0));
        t
    };
    a_claim_that_is_dropped_on_nothing_or_itself_stays: {
        let t = dragged(board(), "Paris is small", "Paris is big").act(BoardAction::DragOver(None)).act(BoardAction::Drop);
        let t = t.expect_announced("Nothing was tied or parted");
        let t = dragged(t, "Rome is old", "Rome is old").act(BoardAction::Drop);
        assert_eq!((relations(&t).len(), t.saved(), &t.state.board.drag), (0, 0, &None));
        t
    };
    a_drag_drops_the_picked_claim_and_ends_with_its_claim_or_the_board: {
        let t = dragged(pick(board(), "Rome is old"), "Paris is small", "Paris is big");
        assert_eq!(t.state.board.picked, None);
        let small = t.id_of("Paris is small");
        let t = t.act(Command::Remove(vec![small]));
        assert_eq!(t.state.board.drag, None);
        let t = dragged(t, "Rome is old", "Paris is big").page_keys("Ctrl+B");
        assert_eq!(t.state.board.drag, None);
        t
    };
    a_claim_that_cannot_be_tied_by_the_type_is_refused_when_it_is_dropped: {
        let t = dragged(tied(), "Paris is small", "Paris is big").act(BoardAction::Drop);
        assert_eq!(relations(&t).len(), 1);
        t.expect_notice("These two are already related by “repeats”.")
    };
    a_claim_alone_cannot_be_parted: on(board(), "Rome is old", BoardAction::Part).expect_notice("These claims are not tied");
    a_title_is_one_step: {
        let t = title(tied(), "Paris is big", "The size of Paris");
        assert_eq!(rows(&t), ["The size of Paris", "Rome is old"]);
        let t = title(t, "Paris is small", "");
        assert_eq!(rows(&t), ["Paris is big", "Rome is old"]);
        let t = t.page_keys("Ctrl+Z");
        assert_eq!(rows(&t), ["The size of Paris", "Rome is old"]);
        t
    };
    a_claim_is_shown_in_its_text: {
        let t = on(board(), "Paris is small", BoardAction::Reveal).expect_selected(["Claim: Paris is small"]);
        assert!(!t.state.board.is_shown);
        t.expect_focus(&FocusTarget::Text("b".into()))
    };
    whatever_shows_a_place_in_a_text_hides_the_board: {
        let t = board();
        let id = t.id_of("Rome is old");
        let t = t.act(SelectAction::Reveal(id));
        assert!(!t.state.board.is_shown);
        t
    };
    escape_drops_the_claim_then_leaves_the_board: {
        let t = pick(board(), "Paris is big").page_keys("Esc");
        assert!(t.state.board.is_shown && t.state.board.picked.is_none());
        let t = t.page_keys("Esc");
        assert!(!t.state.board.is_shown);
        t
    };
    filters_and_order_stay_while_the_texts_are_shown: {
        let t = board().act(BoardAction::Filter(BoardFilter { one_article: true, ..Default::default() }));
        let t = pick(pick(t, "Paris is big"), "Paris is small");
        assert_eq!(rows(&t), ["Rome is old"]);
        let t = t.page_keys("Ctrl+B Ctrl+B");
        assert_eq!(rows(&t), ["Rome is old"]);
        t
    };
    rows_are_sorted_by_contradictions_and_by_articles: {
        let t = board().act(BoardAction::Kind("contradicts".into()));
        let t = pick(pick(t, "Rome is old"), "Paris is small");
        assert_eq!(rows(&t), ["Paris is big", "Rome is old"]);
        let t = t.act(BoardAction::Sort(BoardSort::Conflicts));
        assert_eq!(rows(&t), ["Rome is old", "Paris is big"]);
        let t = t.act(BoardAction::Sort(BoardSort::Place)).act(BoardAction::Sort(BoardSort::Articles));
        assert_eq!(rows(&t), ["Rome is old", "Paris is big"]);
        let t = t.act(BoardAction::Filter(BoardFilter { conflicts: true, ..Default::default() }));
        assert_eq!(rows(&t), ["Rome is old"]);
        t
    };
    what_is_gone_is_neither_picked_nor_filtered_by: {
        let t = pick(board(), "Paris is big");
        let t = t.act(BoardAction::Filter(BoardFilter { entity: Some("e9".into()), ..Default::default() }));
        assert_eq!(t.state.board.filter.entity, None);
        let id = t.id_of("Paris is big");
        let t = t.act(Command::Remove(vec![id]));
        assert_eq!(t.state.board.picked, None);
        t
    };
    a_download_is_of_the_board: {
        let t = board().act(BoardAction::Download(BoardFormat::Csv));
        assert!(t.effects.iter().any(|effect| matches!(effect, Effect::Download(Download::Board { format: BoardFormat::Csv, options }) if options.for_spreadsheets)));
        t
    };
    another_project_has_a_board_of_its_own: {
        let t = board();
        let opened = crossread::app::OpenedProject {
            editor: t.state.editor.clone(),
            key: "p2".to_owned(),
            view: Default::default(),
            session: t.state.session.clone(),
            last_export: None,
        };
        let t = t.act(ProjectAction::Opened(Box::new(opened)));
        assert!(!t.state.board.is_shown);
        t
    };
}
