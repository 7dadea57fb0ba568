//! Selecting tags.

use crossread::app::SelectAction;

use crate::harness::table;

rows! {
    full_stop_selects_the_next_tag: table("|One Two").tagged("Two", "Person").keys(".").expect_selected(["Person: Two"]);
    selecting_a_tag_puts_the_caret_at_its_start: table("|One Two").tagged("Two", "Person").keys(".").expect_text("One |Two");
    selecting_a_tag_scrolls_to_it: { let t = table("|One Two").tagged("Two", "Person").keys("."); assert_eq!(t.scrolled_to(), ["Two"]); t };
    selecting_a_tag_announces_it: table("|One Two").tagged("Two", "Person").keys(".").expect_announced("Selected Person: Two");
    full_stop_again_selects_the_tag_after_that: table("|One Two").tagged("One", "Person").tagged("Two", "Date").keys(". .").expect_selected(["Date: Two"]);
    comma_selects_the_previous_tag: table("|One Two").tagged("One", "Person").tagged("Two", "Date").keys(". . ,").expect_selected(["Person: One"]);
    comma_selects_the_tag_before_the_caret: table("One Two|").tagged("One", "Person").keys(",").expect_selected(["Person: One"]);
    after_the_last_tag_the_selection_does_not_change: table("|One").tagged("One", "Person").keys(". .").expect_selected(["Person: One"])
        .expect_announced("No more tags in this direction");
    without_tags_nothing_is_selected: table("|One").keys(".").expect_announced("No more tags in this direction");
    the_next_tag_is_in_the_same_article: table("|One ¶ Two").tagged("Two", "Person").keys(".").expect_selected([]);
    enter_selects_the_tag_at_the_caret: table("O|ne").tagged("One", "Person").keys("Enter").expect_selected(["Person: One"]);
    enter_selects_a_tag_that_ends_at_the_caret: table("One|").tagged("One", "Person").keys("Enter").expect_selected(["Person: One"]);
    enter_selects_the_innermost_tag: table("One T|wo").tagged("One Two", "Claim").tagged("Two", "Person").keys("Enter")
        .expect_selected(["Person: Two"]);
    enter_again_selects_the_next_outer_tag: table("One T|wo").tagged("One Two", "Claim").tagged("Two", "Person").keys("Enter Enter")
        .expect_selected(["Claim: One Two"]);
    enter_after_the_outermost_selects_the_innermost: table("One T|wo").tagged("One Two", "Claim").tagged("Two", "Person").keys("Enter Enter Enter")
        .expect_selected(["Person: Two"]);
    enter_beside_tags_deselects: table("One |Two").tagged("One", "Person").keys(". Ctrl+End Enter").expect_selected([]);
    escape_deselects: table("|One").tagged("One", "Person").keys(". Esc").expect_selected([]);
    revealing_opens_the_article: {
        let mut t = table("|One ¶ Two").tagged("Two", "Person");
        (t.state.view.columns, t.state.view.open) = (1, vec!["a".into()]);
        let id = t.id_of("Two");
        let t = t.act(SelectAction::Reveal(id)).expect_text("One ¶ |Two");
        assert_eq!(t.state.shown(), ["b".into()]);
        t
    };
    a_missing_tag_is_not_revealed: table("|One").act(SelectAction::Reveal("a9".into())).expect_selected([]).expect_text("|One");
    toggling_adds_and_removes: {
        let t = table("|One Two").tagged("One", "Person").tagged("Two", "Person");
        let (one, two) = (t.id_of("One"), t.id_of("Two"));
        let t = t.act(SelectAction::Only(Some(one.clone()))).act(SelectAction::Toggle(two));
        let t = t.expect_selected(["Person: One", "Person: Two"]).expect_announced("2 tags selected");
        t.act(SelectAction::Toggle(one)).expect_selected(["Person: Two"])
    };
    toggling_the_last_one_deselects_all: {
        let t = table("|One").tagged("One", "Person").keys(".");
        let one = t.id_of("One");
        t.act(SelectAction::Toggle(one)).expect_selected([]).expect_announced("No tag selected")
    };
    a_removed_tag_is_deselected: {
        let t = table("|One Two").tagged("One", "Person").tagged("Two", "Person");
        let both = vec![t.id_of("One"), t.id_of("Two")];
        let t = t.act(SelectAction::All(both.clone()));
        t.act(crossread::edit::Command::Remove(vec![both[0].clone()])).expect_selected(["Person: Two"])
    };
}
