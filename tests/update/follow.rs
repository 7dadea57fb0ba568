//! Columns that follow what is selected in another one.

use std::rc::Rc;

use crossread::analysis::counterpart::find;
use crossread::analysis::parsed::ParsedArticles;
use crossread::app::{
    BoardAction, CaretAction, Cursor, Effect, FollowAction, FollowSource, Followed, OpenedProject, ProjectAction,
    SelectAction, ViewAction, WindowLayout,
};
use crossread::edit::Command;
use crossread::text::ByteOffset;

use crate::harness::{Table, table};

const FERRY: &str = "|It rained. The Santa Rosa sank off Cape Valdez, killing 31 people. ¶ \
                     Officials spoke. The Santa Rosa sank off Cape Valdez, killing 27 people. ¶ Nothing about boats.";

/// Three columns of which all follow.
fn ferry() -> Table {
    table(FERRY).act(ViewAction::Columns(3)).act(FollowAction::All(true))
}

/// How often counterparts were to be looked for.
fn finds(table: &Table) -> usize {
    table.effects.iter().filter(|effect| matches!(effect, Effect::FindCounterparts)).count()
}

/// Looks for the counterparts, as the runtime does in the next frame.
fn found(table: Table) -> Table {
    let Some(source) = FollowSource::of(&table.state) else { return table };
    let selected = (&source.article, source.claim.as_deref(), source.range);
    let found = find(table.state.project(), &mut ParsedArticles::default(), selected, &source.columns);
    let columns = source.columns.into_iter().zip(found.counterparts);
    let columns =
        columns.map(|(article, counterpart)| Followed { article, counterpart, is_too_long: found.is_too_long });
    table.act(FollowAction::Found(source.article, columns.collect()))
}

fn caret(table: Table, words: &str) -> Table {
    let (article, range) = table.find(words);
    table.act(CaretAction::Place(Some(Cursor::at(article, range.start()))))
}

/// The words of the counterparts in the columns.
fn shown(table: &Table) -> Vec<String> {
    let words = |one: &Followed| {
        let text = &table.state.project().article(&one.article).expect("an article").text;
        let range = one.counterpart.as_ref()?.ranges.first().copied()?;
        Some(text.slice(range).to_owned())
    };
    table.state.following.columns.iter().map(|one| words(one).unwrap_or_default()).collect()
}

const SANK: &str = "The Santa Rosa sank off Cape Valdez, killing 27 people.";

rows! {
    without_a_switch_nothing_is_looked_for: {
        let t = caret(table(FERRY).act(ViewAction::Columns(3)), "Santa");
        assert_eq!(finds(&t), 0);
        t
    };
    a_key_switches_all_columns: {
        let t = table(FERRY).act(ViewAction::Columns(3)).keys("g").expect_announced("All columns follow the selection");
        assert!(t.state.all_follow());
        let t = t.keys("g").expect_announced("No column follows the selection");
        assert!(t.state.view.following.is_empty());
        t
    };
    the_columns_follow_the_caret: {
        let t = found(caret(ferry(), "Santa"));
        assert_eq!((shown(&t), t.scrolled_to()), (vec![SANK.to_owned(), String::new()], vec!["The".to_owned()]));
        t.expect_announced("Counterpart in “Article b”: 1 word differs. No counterpart in “Article c”")
    };
    within_a_sentence_nothing_moves: {
        let t = found(caret(found(caret(ferry(), "Santa")), "Valdez"));
        assert_eq!((t.scrolled_to().len(), shown(&t)[0].as_str()), (1, SANK));
        t
    };
    a_selected_claim_is_followed: {
        let t = table(FERRY).tagged("The Santa Rosa sank", "Claim").act(ViewAction::Columns(3)).act(FollowAction::All(true));
        let id = t.id_of("The Santa Rosa sank");
        let t = found(t.act(SelectAction::Only(Some(id))));
        assert_eq!(shown(&t)[0], SANK);
        t
    };
    a_new_relation_is_followed: {
        let t = table(FERRY).tagged("The Santa Rosa sank", "Claim").tagged("Officials spoke", "Claim");
        let t = t.act(ViewAction::Columns(3)).act(FollowAction::All(true));
        let (from, to) = (t.id_of("The Santa Rosa sank"), t.id_of("Officials spoke"));
        let t = found(t.act(SelectAction::Only(Some(from.clone()))));
        let t = found(t.act(Command::Relate { kind: "repeats".into(), from, to, note: String::new() }));
        assert_eq!(shown(&t)[0], "Officials spoke");
        t
    };
    the_column_of_the_selection_does_not_follow: {
        let t = found(caret(ferry(), "Officials"));
        let columns: Vec<&str> = t.state.following.columns.iter().map(|one| one.article.as_str()).collect();
        assert_eq!((columns, &t.state.following.source), (vec!["a", "c"], &Some("b".into())));
        t
    };
    a_column_stops_following: {
        let t = found(caret(ferry(), "Santa")).act(FollowAction::Column("b".into(), false));
        assert_eq!(shown(&t), [""]);
        let t = t.act(FollowAction::Column("c".into(), false));
        assert!(t.state.following.source.is_none() && t.state.following.columns.is_empty());
        t
    };
    a_late_answer_is_dropped: {
        let t = found(caret(ferry(), "Santa"));
        let late = (*t.state.following.columns).clone();
        let t = caret(t, "Officials").act(FollowAction::Found("a".into(), late));
        assert_eq!(shown(&t), Vec::<String>::new());
        t
    };
    the_board_and_one_column_end_it: {
        let t = found(caret(ferry(), "Santa")).act(BoardAction::Show(true));
        assert!(t.state.following.columns.is_empty());
        let t = found(t.act(BoardAction::Show(false)));
        assert_eq!(shown(&t)[0], SANK);
        let t = t.act(ViewAction::Window(WindowLayout { width: 390, height: 844, ..WindowLayout::default() }));
        assert!(t.state.following.columns.is_empty() && !t.state.can_follow());
        t
    };
    another_article_in_the_column_goes_on_following: {
        let t = table(FERRY).act(ViewAction::Columns(2)).act(FollowAction::Column("b".into(), true));
        let t = t.act(ViewAction::Show("c".into()));
        assert!(t.state.view.following.contains(&"c".into()));
        t
    };
    an_opened_project_is_not_scrolled: {
        let t = found(caret(ferry(), "Santa"));
        let before = finds(&t);
        let mut view = t.state.view.clone();
        view.cursor = Some(Cursor::at("a".into(), ByteOffset(0)));
        let opened = OpenedProject {
            editor: t.state.editor.clone(), key: "p2".to_owned(), view, session: t.state.session.clone(), last_export: None,
        };
        let t = t.act(ProjectAction::Opened(Box::new(opened)));
        assert_eq!((finds(&t), t.state.following.columns.len()), (before, 0));
        t
    };
    tagging_something_else_moves_nothing: {
        let t = found(caret(ferry(), "Santa"));
        let columns = t.state.following.columns.clone();
        let (article, range) = t.find("Officials");
        let t = found(t.act(Command::Annotate(crossread::edit::NewAnnotation::tag(article, range, "Person".into()))));
        assert!(Rc::ptr_eq(&columns, &t.state.following.columns));
        t
    };
}
