//! Columns, panels, dialogs, and navigation between articles.

use crossread::app::{
    ArticleAction, Dialog, Effect, FocusTarget, Panel, PanelPlaces, Panels, Tab, ViewAction, WindowLayout,
};
use crossread::model::ArticleStatus;

use crate::harness::{Table, table};

fn shown(table: &Table) -> Vec<&str> {
    table.state.shown().iter().map(|article| article.as_str()).collect()
}

/// A window of this size, with the panels where the style sheets put them.
fn window(width: u32, height: u32) -> ViewAction {
    let panels = match (width, height) {
        (..=544, ..=560) => PanelPlaces::Over,
        (..=896, ..=560) => PanelPlaces::SideBeside,
        (..=896, _) => PanelPlaces::Below,
        _ => PanelPlaces::Beside,
    };
    ViewAction::Window(WindowLayout { width, height, rem: 16, panels })
}

/// The panels that can be resized, with their sizes and the greatest ones.
fn resizable(table: &Table) -> Vec<(Panel, u32, u32)> {
    table.state.resizable_panels().into_iter().map(|(panel, size)| (panel, size.now, size.most)).collect()
}

/// The panels that were stored.
fn stored(table: &Table) -> Vec<Panels> {
    let stored = table.effects.iter().filter_map(|effect| match effect {
        Effect::StorePanels(panels) => Some(*panels),
        _ => None,
    });
    stored.collect()
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
    columns_are_limited_by_the_available_room: { let t = with_columns("|One ¶ Two ¶ Three", 3).act(window(600, 900)); assert_eq!(shown(&t), ["a"]); t };
    showing_an_article_takes_the_last_column: { let t = with_columns("|One ¶ Two ¶ Three", 2).act(ViewAction::Show("c".into())); assert_eq!(shown(&t), ["a", "c"]); t };
    showing_a_shown_article_changes_nothing: { let t = with_columns("|One ¶ Two ¶ Three", 2).act(ViewAction::Show("a".into())); assert_eq!(shown(&t), ["a", "b"]); t };
    closing_a_column_shows_the_next_article: { let t = with_columns("|One ¶ Two ¶ Three", 2).act(ViewAction::Hide("a".into())); assert_eq!(shown(&t), ["b", "c"]); t };
    going_to_an_article_moves_the_focus: table("|One ¶ Two").act(ViewAction::GoTo("b".into())).expect_focus(&FocusTarget::Text("b".into()));
    question_mark_opens_help: { let t = table("|One").keys("?"); assert_eq!(t.state.dialog, Some(Dialog::Help)); t };
    ctrl_k_opens_the_commands: { let t = table("|One").field_keys("Ctrl+k"); assert_eq!(t.state.dialog, Some(Dialog::Commands)); t };
    f6_focuses_the_next_region: table("|One").field_keys("F6").expect_focus(&FocusTarget::Region(crossread::app::Direction::Forward));
    shift_f6_focuses_the_previous_region: table("|One").keys("Shift+F6").expect_focus(&FocusTarget::Region(crossread::app::Direction::Back));
    the_board_and_the_report_close_the_panel_that_would_lie_over_them: {
        let open = |width: u32, height: u32| {
            let t = table("|One").act(window(width, height));
            if t.state.side_hidden() { t.act(ViewAction::HidePanel(false)) } else { t }
        };
        for (width, height, is_hidden) in [(390, 844, true), (320, 256, true), (1440, 900, false)] {
            for key in ["Ctrl+B", "F8"] {
                let t = open(width, height);
                assert!(!t.state.side_hidden());
                assert_eq!(t.page_keys(key).state.side_hidden(), is_hidden, "{key} at {width}");
            }
        }
        table("|One")
    };
    going_to_a_tab_shows_the_panel: {
        let t = table("|One").act(ViewAction::HidePanel(true)).act(ViewAction::GoToTab(Tab::History)).expect_focus(&FocusTarget::Tab);
        assert!(!t.state.side_hidden() && t.state.view.tab == Tab::History);
        t
    };
    a_narrow_window_hides_the_panels_at_first: {
        let t = table("|One").act(window(390, 844));
        assert!(t.state.side_hidden() && t.state.left_hidden());
        t
    };
    what_is_shown_there_is_not_shown_in_a_wide_window: {
        let t = table("|One").act(ViewAction::HidePanel(true)).act(window(390, 844)).act(ViewAction::HidePanel(false));
        assert!(!t.state.side_hidden());
        let t = t.act(window(1440, 900));
        assert!(t.state.side_hidden() && !t.state.left_hidden());
        t
    };
    escape_closes_the_articles_over_the_text: {
        let t = table("|One").act(window(390, 844)).act(ViewAction::HideLeft(false));
        assert!(!t.state.left_hidden());
        let t = t.keys("Escape").expect_focus(&FocusTarget::Text("a".into()));
        assert!(t.state.left_hidden());
        t
    };
    showing_an_article_closes_them: {
        let t = table("|One ¶ Two").act(window(390, 844)).act(ViewAction::HideLeft(false)).act(ViewAction::Show("b".into()));
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
        assert_eq!(resizable(&t)[0], (Panel::Left, 300, 544));
        t
    };
    panels_leave_room_for_the_columns: {
        let t = with_columns("|One ¶ Two ¶ Three", 1).act(ViewAction::Resize(Panel::Left, Some(500))).act(ViewAction::Resize(Panel::Side, Some(700)));
        assert_eq!(resizable(&t), [(Panel::Left, 500, 548), (Panel::Side, 700, 720)]);
        let t = t.act(ViewAction::Columns(3));
        assert_eq!(resizable(&t), [(Panel::Left, 500, 500), (Panel::Side, 364, 364)]);
        let t = t.act(ViewAction::HideLeft(true));
        assert_eq!(resizable(&t), [(Panel::Side, 700, 720)]);
        t
    };
    a_turned_phone_resizes_the_width_of_the_panel: {
        let t = table("|One").act(window(390, 844)).act(ViewAction::HidePanel(false));
        assert_eq!(resizable(&t), [(Panel::Sheet, 320, 590)]);
        let t = t.act(window(844, 390));
        assert_eq!(resizable(&t), [(Panel::Side, 320, 422)]);
        let t = t.act(window(500, 390));
        assert_eq!(resizable(&t), []);
        t
    };
    the_panel_beside_the_text_of_a_low_window_takes_room_from_the_columns: {
        let t = with_columns("|One ¶ Two", 2).act(window(844, 390));
        assert_eq!(shown(&t), ["a", "b"]);
        let t = t.act(ViewAction::HidePanel(false));
        assert_eq!(shown(&t), ["a"]);
        t
    };
    panels_are_a_setting_of_the_browser: {
        let t = table("|One").act(ViewAction::HideLeft(true)).act(ViewAction::Resize(Panel::Side, Some(400)));
        assert_eq!(stored(&t).last(), Some(&t.state.panels));
        assert!(t.state.panels.left_hidden && t.state.panels.sizes.side == Some(400));
        t
    };
    opening_the_menu_of_articles_is_not_stored: {
        let t = table("|One").act(window(390, 844)).act(ViewAction::HideLeft(false));
        assert_eq!(stored(&t), []);
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
