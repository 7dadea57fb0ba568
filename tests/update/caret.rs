//! Caret movement and text selection.

use crossread::app::{CaretAction, Cursor, Direction, Effect, UiEffect};
use crossread::text::{ByteOffset, Snap};

use crate::harness::table;

rows! {
    right_moves_by_a_character: table("|The PM").keys("Right").expect_text("T|he PM");
    left_moves_by_a_character: table("Th|e PM").keys("Left").expect_text("T|he PM");
    left_stops_at_the_start: table("|The PM").keys("Left").expect_text("|The PM");
    right_stops_at_the_end: table("The PM|").keys("Right").expect_text("The PM|");
    a_combining_mark_is_one_character: table("|e\u{301}t").keys("Right").expect_text("e\u{301}|t");
    an_emoji_family_is_one_character: table("|👨‍👩‍👧 x").keys("Right").expect_text("👨‍👩‍👧| x");
    ctrl_right_moves_by_a_word: table("|The Prime Minister").keys("Ctrl+Right").expect_text("The| Prime Minister");
    ctrl_left_moves_by_a_word: table("The Prime| Minister").keys("Ctrl+Left").expect_text("The |Prime Minister");
    alt_right_moves_by_a_word: table("|The Prime").keys("Alt+Right").expect_text("The| Prime");
    alt_down_moves_by_a_sentence: table("|One is. Two is.").keys("Alt+Down").expect_text("One is. |Two is.");
    alt_up_moves_back_by_a_sentence: table("One is. Two| is.").keys("Alt+Up").expect_text("One is. |Two is.");
    ctrl_home_goes_to_the_start: table("One\nTwo|").keys("Ctrl+Home").expect_text("|One\nTwo");
    ctrl_end_goes_to_the_end: table("|One\nTwo").keys("Ctrl+End").expect_text("One\nTwo|");
    shift_right_selects: table("|The PM").keys("Shift+Right Shift+Right").expect_text("«Th|»e PM");
    shift_left_selects_backwards: table("The| PM").keys("Shift+Left").expect_text("Th«|e» PM");
    ctrl_shift_right_selects_a_word: table("|The PM").keys("Ctrl+Shift+Right").expect_text("«The|» PM");
    alt_shift_right_selects_a_word: table("|The PM").keys("Alt+Shift+Right").expect_text("«The|» PM");
    shift_shrinks_a_selection: table("«The|» PM").keys("Shift+Left").expect_text("«Th|»e PM");
    a_selection_can_be_reversed: table("T«h|»e").keys("Shift+Left Shift+Left").expect_text("«|T»he");
    ctrl_shift_end_selects_to_the_end: table("The| PM").keys("Ctrl+Shift+End").expect_text("The« PM|»");
    ctrl_shift_home_selects_to_the_start: table("The| PM").keys("Ctrl+Shift+Home").expect_text("«|The» PM");
    left_collapses_a_selection_to_its_start: table("«The|» PM").keys("Left").expect_text("|The PM");
    right_collapses_a_selection_to_its_end: table("«|The» PM").keys("Right").expect_text("The| PM");
    a_word_movement_starts_at_the_caret: table("«The|» PM").keys("Ctrl+Right").expect_text("The PM|");
    left_moves_forward_in_a_right_to_left_text: table("|שלום").keys("Left").expect_text("ש|לום");
    right_moves_back_in_a_right_to_left_text: table("ש|לום").keys("Right").expect_text("|שלום");
    the_caret_moves_in_the_second_article: table("One ¶ |Two").keys("Right").expect_text("One ¶ T|wo");
    without_a_caret_it_is_set_in_the_first_article: table("One ¶ Two").keys("Right").expect_text("O|ne ¶ Two");
    keys_move_nothing_outside_of_the_text: table("|One").page_keys("Right").expect_text("|One");
    keys_move_nothing_while_a_field_has_the_focus: table("|One").field_keys("Right").expect_text("|One");
    escape_drops_the_selection: table("«The|» PM").keys("Esc").expect_text("The| PM");
    focus_puts_the_caret_at_the_start: table("One| ¶ Two").act(CaretAction::Focused("b".into())).expect_text("One ¶ |Two");
    focus_leaves_a_caret_where_it_is: table("On|e").act(CaretAction::Focused("a".into())).expect_text("On|e");
}

#[test]
fn movements_by_lines_are_effects_for_the_browser() {
    for (key, direction, to_line_end) in [
        ("Up", Direction::Back, false),
        ("Down", Direction::Forward, false),
        ("Home", Direction::Back, true),
        ("End", Direction::Forward, true),
    ] {
        for (keys, extend) in [(key.to_owned(), false), (format!("Shift+{key}"), true)] {
            let table = table("On|e").keys(&keys);
            let Some(Effect::Ui(UiEffect::MoveByLine(movement))) = table.effects.first() else {
                panic!("{keys}: {:?}", table.effects)
            };
            assert_eq!((movement.direction, movement.extend, movement.to_line_end), (direction, extend, to_line_end));
        }
    }
}

#[test]
fn a_selection_by_pointer_deselects_the_tag() {
    let cursor = |anchor, head| {
        let (anchor, head) = (ByteOffset(anchor), ByteOffset(head));
        Cursor { article: "a".into(), anchor, head, snap: Snap::Words, by_pointer: true, at_line_end: false }
    };
    let table = table("|One Two").tagged("One", "Person").keys(".").expect_selected(["Person: One"]);
    let table = table.act(CaretAction::Place(Some(cursor(2, 2)))).expect_selected(["Person: One"]);
    table.act(CaretAction::Place(Some(cursor(4, 7)))).expect_selected([]);
}
