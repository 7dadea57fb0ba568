//! Columns, panels, dialogs, and navigation between articles.

use crossread::app::{ArticleAction, Dialog, FocusTarget, Panel, Tab, ViewAction};
use crossread::model::ArticleStatus;

use crate::harness::{Table, table};

fn shown(table: &Table) -> Vec<&str> {
    table.state.shown().iter().map(|article| article.as_str()).collect()
}

fn with_columns(text: &str, columns: usize) -> Table {
    table(text).act(ViewAction::Columns(columns))
}

fn status(table: &Table, article: &str) -> ArticleStatus {
    let project = table.state.project();
    project.status(project.article(&article.into()).expect("an article"))
}

rows! {
    the_chosen_number_of_columns_is_shown: { let t = with_columns("|One ¶ Two ¶ Three", 2); assert_eq!(shown(&t), ["a", "b"]); t };
    columns_are_limited_by_the_available_room: { let t = with_columns("|One ¶ Two ¶ Three", 3).act(ViewAction::Room(1)); assert_eq!(shown(&t), ["a"]); t };
    showing_an_article_takes_the_last_column: { let t = with_columns("|One ¶ Two ¶ Three", 2).act(ViewAction::Show("c".into())); assert_eq!(shown(&t), ["a", "c"]); t };
    showing_a_shown_article_changes_nothing: { let t = with_columns("|One ¶ Two ¶ Three", 2).act(ViewAction::Show("a".into())); assert_eq!(shown(&t), ["a", "b"]); t };
    closing_a_column_shows_the_next_article: { let t = with_columns("|One ¶ Two ¶ Three", 2).act(ViewAction::Hide("a".into())); assert_eq!(shown(&t), ["b", "c"]); t };
    going_to_an_article_moves_the_focus: table("|One ¶ Two").act(ViewAction::GoTo("b".into())).expect_focus(&FocusTarget::Text("b".into()));
    question_mark_opens_help: { let t = table("|One").keys("?"); assert_eq!(t.state.dialog, Some(Dialog::Help)); t };
    ctrl_k_opens_the_commands: { let t = table("|One").field_keys("Ctrl+k"); assert_eq!(t.state.dialog, Some(Dialog::Commands)); t };
    f6_focuses_the_next_region: table("|One").field_keys("F6").expect_focus(&FocusTarget::Region(crossread::app::Direction::Forward));
    shift_f6_focuses_the_previous_region: table("|One").keys("Shift+F6").expect_focus(&FocusTarget::Region(crossread::app::Direction::Back));
    going_to_a_tab_shows_the_panel: {
        let t = table("|One").act(ViewAction::HidePanel(true)).act(ViewAction::GoToTab(Tab::History)).expect_focus(&FocusTarget::Tab);
        assert!(!t.state.view.panel_hidden && t.state.view.tab == Tab::History);
        t
    };
    a_narrow_window_hides_the_panels_at_first: {
        let t = table("|One").act(ViewAction::Compact(true));
        assert!(t.state.side_hidden() && t.state.left_hidden());
        t
    };
    what_is_shown_there_is_not_shown_in_a_wide_window: {
        let t = table("|One").act(ViewAction::HidePanel(true)).act(ViewAction::Compact(true)).act(ViewAction::HidePanel(false));
        assert!(!t.state.side_hidden());
        let t = t.act(ViewAction::Compact(false));
        assert!(t.state.side_hidden() && !t.state.left_hidden());
        t
    };
    escape_closes_the_articles_over_the_text: {
        let t = table("|One").act(ViewAction::Compact(true)).act(ViewAction::HideLeft(false));
        assert!(!t.state.left_hidden());
        let t = t.keys("Escape").expect_focus(&FocusTarget::Text("a".into()));
        assert!(t.state.left_hidden());
        t
    };
    showing_an_article_closes_them: {
        let t = table("|One ¶ Two").act(ViewAction::Compact(true)).act(ViewAction::HideLeft(false)).act(ViewAction::Show("b".into()));
        assert!(t.state.left_hidden());
        t
    };
    the_search_shows_its_panel: {
        let t = table("|One").act(ViewAction::HideLeft(true)).keys("/").expect_focus(&FocusTarget::SearchField);
        assert!(!t.state.left_hidden());
        t
    };
    panels_have_sizes: {
        let t = table("|One").act(ViewAction::Resize(Panel::Left, Some(300)));
        assert_eq!(t.state.view.sizes.get(Panel::Left), Some(300));
        t
    };
    hiding_the_panel_keeps_the_tag_in_view: {
        let t = table("|One Two").tagged("Two", "Person").keys(".").act(ViewAction::HidePanel(true));
        assert_eq!(t.scrolled_to(), ["Two", "Two"]);
        t
    };
    ctrl_enter_marks_the_article_done: {
        let t = table("|One ¶ Two").keys("Ctrl+Enter").expect_notice("Marked “Article a” as done. Next: Article b");
        assert_eq!(status(&t, "a"), ArticleStatus::Done);
        t
    };
    ctrl_enter_goes_to_the_next_unfinished_article: table("|One ¶ Two").keys("Ctrl+Enter").expect_text("One ¶ |Two").expect_focus(&FocusTarget::Text("b".into()));
    the_next_article_replaces_the_finished_one_in_its_column: { let t = with_columns("|One ¶ Two", 1).keys("Ctrl+Enter"); assert_eq!(shown(&t), ["b"]); t };
    when_all_are_done_a_message_is_shown: table("|One").keys("Ctrl+Enter").expect_notice("Marked “Article a” as done. All articles are done");
    going_to_the_next_unfinished_article_without_finishing: {
        let t = table("|One ¶ Two").act(ArticleAction::NextUnfinished { finish: false }).expect_notice("Next: Article b");
        assert_eq!(t.saved(), 0);
        t
    };
    there_is_no_other_unfinished_article: table("|One").act(ArticleAction::NextUnfinished { finish: false })
        .expect_notice("This is the only article that is not done");
    recent_commands_are_stored: {
        let t = ["a", "b", "a", "c", "d", "e"].iter().fold(table("|One"), |t, title| t.act(ViewAction::Ran((*title).to_owned())));
        assert_eq!(t.state.recent_commands, ["e", "d", "c", "a"]);
        t
    };
    the_name_of_the_author_is_stored: {
        let t = table("|One").act(ViewAction::SetAuthor("Bo".to_owned()));
        assert!(matches!(t.effects.as_slice(), [crossread::app::Effect::StoreAuthor(name)] if name == "Bo"));
        t
    };
}
