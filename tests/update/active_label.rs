//! The active label, which tags each selection at once.

use std::collections::BTreeMap;

use crossread::app::{Action, CaretAction, Cursor, Mode, SelectAction, TagAction};
use crossread::edit::{Command, SchemaEdit};
use crossread::text::{ByteOffset, Snap};

use crate::harness::{ONLY_SPACES, Table, table};

const TEXT: &str = "|Paris is big. Rome is old.";

/// A selection with the mouse, from one byte to another.
fn cursor(anchor: u32, head: u32) -> Cursor {
    Cursor {
        article: "a".into(),
        anchor: ByteOffset(anchor),
        head: ByteOffset(head),
        snap: Snap::Words,
        by_pointer: true,
        at_line_end: false,
    }
}

/// The mouse selects from one byte to another and is released.
fn selected(table: Table, anchor: u32, head: u32) -> Table {
    table.act(CaretAction::Place(Some(cursor(anchor, head)))).act(TagAction::SelectionMade)
}

/// A third click, or a finger that moves a handle, selects more or less than before.
fn grown(table: Table, anchor: u32, head: u32) -> Table {
    table.act(TagAction::SelectionGrown(cursor(anchor, head)))
}

fn active(table: &Table) -> Option<String> {
    table.state.active_label.as_ref().map(ToString::to_string)
}

rows! {
    m_asks_for_the_label: table(TEXT).keys("m").expect_mode(&Mode::ChoosingActiveLabel).expect_announced("Choose the label to keep active");
    a_label_key_chooses_it: {
        let t = table(TEXT).keys("m 3").expect_mode(&Mode::Idle).expect_announced("Location stays active: each selection is tagged with it. Escape stops that");
        assert_eq!(active(&t).as_deref(), Some("Location"));
        t
    };
    each_selection_is_tagged_at_once: selected(selected(table(TEXT).keys("m 3"), 0, 5), 14, 18)
        .expect_tags(["Location: Paris", "Location: Rome"]).expect_selected(["Location: Rome"]);
    without_one_a_selection_waits_for_its_label: selected(table(TEXT), 0, 5).expect_tags([]);
    what_is_selected_already_is_tagged: table("«Paris|» is big.").keys("m 3").expect_tags(["Location: Paris"]);
    enter_tags_a_selection_made_by_keys: table(TEXT).keys("m 3 Ctrl+Shift+Right Enter").expect_tags(["Location: Paris"]);
    a_second_selection_of_the_same_words_makes_no_twin: selected(selected(table(TEXT).keys("m 3"), 0, 5), 0, 5)
        .expect_tags(["Location: Paris"]).expect_notice("Already tagged as Location");
    a_third_click_enlarges_the_tag_of_the_second: {
        let t = grown(selected(table(TEXT).keys("m 3"), 0, 5), 0, 26)
            .expect_tags(["Location: Paris is big. Rome is old"]).expect_selected(["Location: Paris is big. Rome is old"]);
        assert_eq!(t.saved(), 2);
        t
    };
    a_finger_that_moves_a_handle_moves_the_edge_of_its_tag: grown(grown(grown(grown(table(TEXT).keys("m 3"), 0, 5), 0, 12), 0, 8), 0, 8)
        .expect_tags(["Location: Paris is"]);
    three_clicks_elsewhere_make_a_tag_of_their_own: grown(selected(table(TEXT).keys("m 3"), 0, 5), 14, 26)
        .expect_tags(["Location: Paris", "Location: Rome is old"]);
    a_tag_that_was_not_just_made_does_not_grow: {
        let t = selected(selected(table(TEXT).keys("m 3"), 0, 5), 14, 18);
        let id = t.id_of("Paris");
        grown(t.act(SelectAction::Only(Some(id))), 0, 12).expect_tags(["Location: Paris is big", "Location: Paris", "Location: Rome"])
    };
    without_an_active_label_nothing_grows: grown(table(TEXT).tagged("Paris", "Location"), 0, 12).expect_tags(["Location: Paris"]);
    spaces_are_not_tagged: table("One|  Two").keys("m 3 Shift+Right Shift+Right").act(TagAction::SelectionMade)
        .expect_tags([]).expect_notice(ONLY_SPACES);
    escape_ends_it: {
        let t = selected(table(TEXT).keys("m 3"), 0, 5).keys("Esc").expect_announced("No label is active any more");
        assert_eq!(active(&t), None);
        selected(t, 14, 18).expect_tags(["Location: Paris"])
    };
    escape_leaves_choosing_and_keeps_the_one_before: {
        let t = table(TEXT).keys("m 3 m Esc").expect_mode(&Mode::Idle);
        assert_eq!(active(&t).as_deref(), Some("Location"));
        t
    };
    m_chooses_another: {
        let t = table(TEXT).keys("m 3 m c");
        assert_eq!(active(&t).as_deref(), Some("Claim"));
        t
    };
    with_nothing_to_tag_a_label_key_chooses_another: {
        let t = table(TEXT).keys("m 3 c");
        assert_eq!(active(&t).as_deref(), Some("Claim"));
        t
    };
    a_label_key_still_relabels_the_selected_tag: {
        let t = selected(table(TEXT).keys("m 3"), 0, 5).keys("2").expect_tags(["Organization: Paris"]);
        assert_eq!(active(&t).as_deref(), Some("Location"));
        t
    };
    a_tag_is_still_selected_by_a_click: {
        let t = table(TEXT).tagged("Paris", "Person").keys("m 3");
        let id = t.id_of("Paris");
        t.act(SelectAction::Only(Some(id))).expect_selected(["Person: Paris"]).expect_tags(["Person: Paris"])
    };
    parts_are_still_collected: {
        let t = table(TEXT).keys("m 3").act(CaretAction::AddRange(cursor(0, 5)));
        let t = t.keys("+").act(CaretAction::AddRange(cursor(14, 18))).act(TagAction::SelectionMade).expect_tags([]);
        t.keys("Enter").expect_tags(["Location: Paris … Rome"])
    };
}

#[test]
fn a_label_that_the_schema_loses_is_not_active() {
    let t = table(TEXT).keys("m 3");
    let mut schema = (**t.state.project().schema()).clone();
    schema.labels.retain(|label| label.id.as_str() != "Location");
    let edit = SchemaEdit {
        schema,
        labels: BTreeMap::from([("Location".into(), None)]),
        attributes: Vec::new(),
        choices: Vec::new(),
        relation_types: BTreeMap::new(),
    };
    assert_eq!(active(&t.act(Action::Edit(Command::EditSchema(Box::new(edit))))), None);
}
