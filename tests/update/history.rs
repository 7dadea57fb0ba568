//! Undo, redo and the history.

use crossread::app::HistoryAction;

use crate::harness::table;

rows! {
    ctrl_z_undoes: table("«Paris|»").keys("3 Ctrl+Z").expect_tags([]).expect_announced("Undone: Tagged “Paris” as Location");
    ctrl_y_redoes: table("«Paris|»").keys("3 Ctrl+Z Ctrl+Y").expect_tags(["Location: Paris"])
        .expect_announced("Redone: Tagged “Paris” as Location");
    ctrl_shift_z_redoes: table("«Paris|»").keys("3 Ctrl+Z Ctrl+Shift+Z").expect_tags(["Location: Paris"]);
    ctrl_shift_z_with_nothing_to_redo_undoes_nothing: table("«Paris|»").keys("3 Ctrl+Shift+Z").expect_tags(["Location: Paris"]);
    with_nothing_to_undo_nothing_happens: { let t = table("|Paris").keys("Ctrl+Z"); assert!(t.effects.is_empty()); t };
    a_new_step_discards_undone_steps: table("«Paris|» Rome").keys("3 Ctrl+Z").act(crossread::app::CaretAction::MoveToEnd {
        direction: crossread::app::Direction::Forward, extend: true }).keys("1 Ctrl+Y").expect_tags(["Person: Rome"]);
    undo_does_not_act_in_a_field: table("«Paris|»").keys("3").field_keys("Ctrl+Z").expect_tags(["Location: Paris"]);
    redo_reveals_the_restored_tag: {
        let t = table("«Paris|» is ¶ Rome").keys("3 Ctrl+Z Ctrl+Y").expect_selected(["Location: Paris"]);
        assert_eq!(t.scrolled_to(), ["Paris"]);
        t
    };
    each_step_is_saved: { let t = table("«Paris|»").keys("3 Ctrl+Z Ctrl+Y"); assert_eq!(t.saved(), 3); t };
    going_back_to_a_state: {
        let t = table("«Paris|» Rome Oslo").keys("3").tagged("Rome", "Location").tagged("Oslo", "Location");
        let t = t.act(HistoryAction::GoTo(1)).expect_tags(["Location: Paris"]);
        assert_eq!(t.saved(), 2);
        t.expect_announced("Went back 2 steps, to: Tagged “Paris” as Location")
    };
    going_forward_to_a_state: {
        let t = table("|Paris Rome").tagged("Paris", "Location").tagged("Rome", "Location").act(HistoryAction::GoTo(0));
        t.expect_announced("Went back 2 steps, to: the start").act(HistoryAction::GoTo(1)).expect_tags(["Location: Paris"])
            .expect_announced("Went forward 1 step, to: Tagged “Paris” as Location")
    };
    going_to_the_current_state_announces_nothing: {
        let t = table("|Paris").tagged("Paris", "Location").act(HistoryAction::GoTo(1));
        assert!(t.announced().is_empty());
        t
    };
    each_step_is_saved_with_the_project_after_it: {
        let t = table("|Paris Rome").tagged("Paris", "Location").tagged("Rome", "Location").act(HistoryAction::GoTo(0));
        let counts: Vec<usize> = t.effects.iter().filter_map(|effect| match effect {
            crossread::app::Effect::Save { project, .. } => Some(project.annotation_count()),
            _ => None,
        }).collect();
        assert_eq!(counts, [1, 0]);
        t
    };
    a_tag_in_another_article_is_brought_into_view: {
        let mut t = table("«Paris|» ¶ Rome").keys("3 Ctrl+Z");
        (t.state.view.columns, t.state.view.open) = (1, vec!["b".into(), "a".into()]);
        let t = t.keys("Ctrl+Y");
        assert_eq!(t.state.shown(), ["a".into()]);
        t
    };
}
