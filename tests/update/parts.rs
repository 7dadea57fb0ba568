//! Discontinuous tags.

use crossread::app::{CaretAction, Cursor, Mode, PartAction};
use crossread::text::{ByteOffset, Snap};

use crate::harness::{ONLY_SPACES, Table, table};

fn select(table: Table, quote: &str) -> Table {
    let (article, range) = table.find(quote);
    let cursor = Cursor {
        article,
        anchor: range.start(),
        head: range.end(),
        snap: Snap::Words,
        by_pointer: true,
        at_line_end: false,
    };
    table.act(CaretAction::Place(Some(cursor)))
}

fn add(table: Table, quote: &str) -> Table {
    let (article, range) = table.find(quote);
    let cursor = Cursor {
        article,
        anchor: range.start(),
        head: range.end(),
        snap: Snap::Words,
        by_pointer: true,
        at_line_end: false,
    };
    table.act(CaretAction::AddRange(cursor))
}

rows! {
    plus_keeps_the_selection_as_a_part: table("«One|» two three").keys("+").expect_text("One| two three")
        .expect_announced("1 part kept. Select the next part, or choose a label to tag all of them");
    a_label_then_tags_all_parts: select(table("«One|» two three").keys("+"), "three").keys("1").expect_tags(["Person: One … three"]);
    three_parts_are_one_tag: select(select(table("«One|» two three four five").keys("+"), "three").keys("+"), "five").keys("1")
        .expect_tags(["Person: One … three … five"]);
    adjacent_parts_are_joined: select(table("«One|» two three").keys("+"), "One two").keys("1").expect_tags(["Person: One two"]);
    escape_drops_the_parts: {
        let t = select(table("«One|» two three").keys("+"), "three").keys("Esc").expect_mode(&Mode::Idle);
        t.keys("1").expect_tags([])
    };
    parts_are_in_one_article: {
        let t = table("«One|» ¶ Two").keys("+");
        select(t, "Two").expect_mode(&Mode::Idle).keys("1").expect_tags(["Person: Two"])
    };
    plus_on_a_tag_asks_for_a_part: {
        let t = table("|One two three").tagged("One", "Person").keys(". +");
        let id = t.id_of("One");
        t.expect_mode(&Mode::AddingPart(id)).expect_announced("Select the part to add to “One”, then press +")
    };
    plus_adds_the_next_selection_as_a_part: select(table("|One two three").tagged("One", "Person").keys(". +"), "three").keys("+")
        .expect_tags(["Person: One … three"]).expect_mode(&Mode::Idle);
    the_tag_remains_selected_in_this_mode: select(table("|One two three").tagged("One", "Person").keys(". +"), "three")
        .expect_selected(["Person: One"]);
    an_existing_part_changes_nothing: select(table("|One two").tagged("One two", "Person").keys(". +"), "two").keys("+")
        .expect_tags(["Person: One two"]).expect_notice("This is already part of the tag");
    a_part_must_be_in_the_same_article: select(table("|One ¶ Two").tagged("One", "Person").keys(". +"), "Two").keys("+")
        .expect_tags(["Person: One"]).expect_notice("All parts of a tag must be in the same article");
    plus_without_a_selection_shows_a_message: table("|One").keys("+").expect_notice("Select some text first, then keep it as a part of a tag");
    a_range_is_added_to_the_selected_tag: add(table("|One two three").tagged("One", "Person").keys("."), "three")
        .expect_tags(["Person: One … three"]);
    a_range_is_added_to_the_selection: add(table("«One|» two three").act(PartAction::Keep), "three")
        .expect_announced("2 parts selected").keys("1").expect_tags(["Person: One … three"]);
    removing_a_part: {
        let t = select(table("«One|» two three").keys("+"), "three").keys("1");
        let id = t.id_of("One … three");
        t.act(PartAction::Remove(id, 0)).expect_tags(["Person: three"])
    };
    the_last_part_cannot_be_removed: {
        let t = table("|One").tagged("One", "Person");
        let id = t.id_of("One");
        t.act(PartAction::Remove(id, 0)).expect_tags(["Person: One"])
    };
    dropping_parts_keeps_the_selection: {
        let t = select(table("«One|» two three").keys("+"), "three").act(PartAction::Drop).expect_mode(&Mode::Idle);
        t.keys("1").expect_tags(["Person: three"])
    };
    a_part_of_spaces_is_not_added: {
        let t = table("|One  two").tagged("One", "Person").keys(". +");
        let cursor = Cursor { article: "a".into(), anchor: ByteOffset(3), head: ByteOffset(5), snap: Snap::Words, by_pointer: true, at_line_end: false };
        t.act(CaretAction::Place(Some(cursor))).keys("+").expect_tags(["Person: One"]).expect_notice(ONLY_SPACES)
    };
    spaces_are_not_kept_as_a_part: table("One«  |»two").keys("+").expect_notice(ONLY_SPACES).expect_mode(&Mode::Idle).expect_text("One«  |»two");
    spaces_are_not_kept_after_a_part: {
        let t = select(table("«One|»  two").keys("+"), "  ").keys("+").expect_notice(ONLY_SPACES);
        t.keys("1").expect_tags(["Person: One"])
    };
    spaces_are_not_added_to_the_selected_tag: add(table("|One  two").tagged("One", "Person").keys("."), "  ")
        .expect_tags(["Person: One"]).expect_notice(ONLY_SPACES);
}
