//! Every command, and the labels 1 to 7, can be reached on each keyboard layout.

use crossread::app::commands::commands;
use crossread::app::keymap::action_for;
use crossread::app::keys::{KeyPress, KnownLayout};
use crossread::app::{Action, CaretAction, OccurrenceAction, State, TagAction};
use crossread::model::{LabelId, Schema, news_claims};
use crossread::text::{Snap, Unit};

use crate::harness::{Table, table, with_schema};
use crate::keyboard_layouts::{CODES, LAYOUTS, Layout, keys_of, layout};

/// Shift with a digit that is a command on a layout, so that it is not "every occurrence" of that label: "/", and "?" in Russian.
const SHIFTED_COMMANDS: [(&str, usize); 5] =
    [("German, PC", 7), ("German, Mac", 7), ("Spanish", 7), ("Swedish", 7), ("Russian", 7)];
/// Option with a digit that is a command, so that it does not tag exact characters.
const OPTION_COMMANDS: [(&str, usize); 3] = [("German, Mac", 5), ("German, Mac", 6), ("French, Mac", 5)];
/// Layouts on which brackets need AltGr or Option.
const WITHOUT_PLAIN_BRACKETS: [&str; 6] =
    ["German, PC", "German, Mac", "French, PC", "French, Mac", "Spanish", "Swedish"];

/// A text with a tag selected.
fn page() -> Table {
    table("|Paris is big").tagged("Paris", "Claim").keys("Enter")
}

/// The same with these keys instead of those of the labels 1, 2, ….
fn page_with_keys(keys: &[&str]) -> Table {
    let mut schema: Schema = news_claims();
    for (label, key) in schema.labels.iter_mut().skip(1).zip(keys) {
        label.key = (*key).to_owned();
    }
    with_schema("|Paris is big", schema).tagged("Paris", "Claim").keys("Enter")
}

fn actions(state: &State, presses: &[KeyPress]) -> Vec<Action> {
    presses.iter().filter_map(|press| action_for(state, press)).collect()
}

/// What all keys of a layout do, with and without modifiers.
fn all_actions(layout: &Layout, state: &State) -> Vec<Action> {
    let presses: Vec<KeyPress> = layout.held_presses().into_iter().chain(layout.named_presses()).collect();
    actions(state, &presses)
}

fn is_edge_by_character(action: &Action) -> bool {
    matches!(action, Action::Tag(TagAction::MoveEdge(_, _, Unit::Grapheme)))
}

#[test]
fn layouts_have_all_keys() {
    for layout in LAYOUTS {
        for row in [layout.plain, layout.shifted] {
            assert_eq!(keys_of(row).count(), CODES.len(), "{}: {row}", layout.name);
        }
        for row in [layout.option, layout.option_shifted].into_iter().filter(|row| !row.is_empty()) {
            assert_eq!(keys_of(row).count(), CODES.len(), "{}: {row}", layout.name);
        }
    }
}

#[test]
fn every_command_is_reachable_on_each_layout() {
    let page = page();
    for layout in LAYOUTS {
        let reached: Vec<String> =
            all_actions(layout, &page.state).iter().map(|action| format!("{action:?}")).collect();
        for command in commands().filter(|command| !command.keys.is_empty() && (command.enabled)(&page.state)) {
            let wanted = format!("{:?}", (command.action)(&page.state));
            assert!(reached.contains(&wanted), "{}: {} ({wanted})", layout.name, command.id);
        }
    }
}

#[test]
fn alt_with_a_bracket_moves_edges_by_a_character_on_each_layout_that_has_plain_brackets() {
    let page = page();
    for layout in LAYOUTS {
        let actions = actions(&page.state, &layout.held_presses());
        let mut reached: Vec<String> =
            actions.iter().filter(|it| is_edge_by_character(it)).map(|it| format!("{it:?}")).collect();
        reached.sort();
        reached.dedup();
        let expected = if WITHOUT_PLAIN_BRACKETS.contains(&layout.name) { 0 } else { 4 };
        assert_eq!(reached.len(), expected, "{}: {reached:?}", layout.name);
    }
}

#[test]
fn labels_one_to_seven_are_reachable_on_each_layout() {
    let page = page();
    for layout in LAYOUTS {
        let actions = all_actions(layout, &page.state);
        for label in &page.state.project().schema().labels {
            let is_applied =
                |action: &Action| matches!(action, Action::Tag(TagAction::Apply(id, None)) if *id == label.id);
            assert!(actions.iter().any(is_applied), "{}: {}", layout.name, label.name);
        }
    }
}

#[test]
fn every_occurrence_and_exact_characters_of_labels_one_to_seven_are_reachable_on_each_layout() {
    let page = page();
    for layout in LAYOUTS {
        let actions = all_actions(layout, &page.state);
        let labels = page.state.project().schema().labels.iter().skip(1);
        for (digit, label) in (1..).zip(labels) {
            let everywhere = Action::from(OccurrenceAction::Everywhere(label.id.clone(), None));
            let exact = Action::from(TagAction::Apply(label.id.clone(), Some(Snap::Exact)));
            for (wanted, commands) in [(everywhere, &SHIFTED_COMMANDS[..]), (exact, &OPTION_COMMANDS[..])] {
                let wanted = format!("{wanted:?}");
                let is_reached = actions.iter().any(|action| format!("{action:?}") == wanted);
                assert_eq!(is_reached, !commands.contains(&(layout.name, digit)), "{}: {wanted}", layout.name);
            }
        }
    }
}

fn press_on(name: &str, code: &str, shift: bool) -> KeyPress {
    let found = layout(name)
        .presses()
        .into_iter()
        .find(|press| press.code == code && press.shift == shift && !press.alt && !press.altgr);
    found.expect("a key")
}

fn does(name: &str, code: &str, shift: bool) -> Option<Action> {
    action_for(&page().state, &press_on(name, code, shift))
}

fn composed_on(name: &str, code: &str, shift: bool) -> Option<Action> {
    let found = layout(name)
        .presses()
        .into_iter()
        .find(|press| press.code == code && press.shift == shift && (press.alt || press.altgr));
    action_for(&page().state, &found.expect("a key"))
}

fn applied(action: Option<Action>) -> Option<(LabelId, Option<Snap>)> {
    match action {
        Some(Action::Tag(TagAction::Apply(id, how))) => Some((id, how)),
        _ => None,
    }
}

fn everywhere(action: Option<Action>) -> Option<LabelId> {
    match action {
        Some(Action::Occurrences(OccurrenceAction::Everywhere(id, None))) => Some(id),
        _ => None,
    }
}

#[test]
fn a_french_digit_row_counts_by_position() {
    assert_eq!(applied(does("French, PC", "Digit1", false)), Some(("Person".into(), None)));
    assert_eq!(everywhere(does("French, PC", "Digit1", true)), Some("Person".into()));
}

#[test]
fn brackets_that_option_or_altgr_types_move_edges_by_a_word() {
    let by_word = |action: Option<Action>| matches!(action, Some(Action::Tag(TagAction::MoveEdge(_, _, Unit::Word))));
    for code in ["Digit5", "Digit6", "Digit8", "Digit9"] {
        assert!(by_word(composed_on("German, Mac", code, false)), "{code}");
    }
    for code in ["Digit7", "Digit8", "Digit9", "Digit0"] {
        assert!(by_word(composed_on("German, PC", code, false)), "{code}");
    }
}

#[test]
fn quotation_marks_that_option_types_are_digits_where_they_are_in_the_digit_row() {
    let exact = |label: &str| Some((label.into(), Some(Snap::Exact)));
    assert_eq!(applied(composed_on("German, Mac", "Digit2", false)), exact("Organization"));
    assert_eq!(applied(composed_on("French, Mac", "Digit3", false)), exact("Location"));
    assert_eq!(applied(composed_on("French, Mac", "Digit4", false)), exact("Event"));
    assert!(composed_on("German, Mac", "Backslash", false).is_none(), "‘ is no command");
    for (code, shift) in
        [("BracketLeft", false), ("BracketLeft", true), ("BracketRight", false), ("BracketRight", true)]
    {
        assert!(composed_on("US, Mac", code, shift).is_some_and(|action| is_edge_by_character(&action)), "{code}");
    }
}

#[test]
fn the_position_decides_where_the_layout_types_another_script() {
    assert_eq!(applied(does("Russian", "KeyC", false)), Some(("Claim".into(), None)));
    assert!(matches!(does("Arabic", "Slash", true), Some(Action::View(_))));
    assert!(does("German, PC", "BracketLeft", false).is_none(), "ü is a letter of the same script");
    assert!(!matches!(does("Dvorak", "KeyC", false), Some(Action::Caret(CaretAction::SelectAll))));
}

#[test]
fn a_ligature_is_one_key() {
    let page = page_with_keys(&["b", "t", "g"]);
    let label = |name, code, shift| action_for(&page.state, &press_on(name, code, shift));
    assert_eq!(applied(label("Arabic", "KeyB", false)), Some(("Person".into(), None)));
    for (code, id) in [("KeyB", "Person"), ("KeyT", "Organization")] {
        assert_eq!(everywhere(label("Arabic", code, true)), Some(id.into()), "{code}");
    }
}

#[test]
fn signs_on_letter_keys_of_another_script_count_by_position() {
    let page = page_with_keys(&["q", "w", "o", "i"]);
    let label = |name, code, shift| action_for(&page.state, &press_on(name, code, shift));
    assert_eq!(applied(label("Greek", "KeyQ", false)), Some(("Person".into(), None)), "Greek ;");
    assert_eq!(everywhere(label("Greek", "KeyQ", true)), Some("Person".into()), "Greek :");
    assert_eq!(applied(label("Hebrew", "KeyW", false)), Some(("Organization".into(), None)), "Hebrew '");
    assert_eq!(everywhere(label("Arabic", "KeyO", true)), Some("Location".into()), "Arabic ×");
    assert_eq!(everywhere(label("Arabic", "KeyI", true)), Some("Event".into()), "Arabic ÷");
    // The same signs on a Latin layout are themselves.
    assert!(label("Dvorak", "KeyQ", false).is_none(), "'");
    assert!(label("French, PC", "KeyM", false).is_some(), "the comma goes to another tag");
}

#[test]
fn option_with_a_dead_key_counts_by_position() {
    let page = page_with_keys(&["i", "u"]);
    let presses = layout("US, Mac").presses();
    let dead = |code| presses.iter().find(|press| press.code == code && press.key == "Dead" && press.alt);
    for (code, id) in [("KeyI", "Person"), ("KeyU", "Organization")] {
        let action = dead(code).and_then(|press| action_for(&page.state, press));
        assert_eq!(applied(action), Some((id.into(), Some(Snap::Exact))), "{code}");
    }
}

#[test]
fn option_with_a_letter_means_the_letter_of_the_layout_once_that_is_known() {
    let page = page_with_keys(&["w", "z"]);
    let press =
        layout("French, Mac").presses().into_iter().find(|press| press.code == "KeyW" && press.alt && !press.shift);
    let press = press.expect("Â");
    let label = |press: &KeyPress| applied(action_for(&page.state, press)).map(|(id, _)| id);
    assert_eq!(label(&press), Some("Organization".into()), "the key of Z");
    let unknown = KeyPress { layout: KnownLayout::default(), ..press };
    assert_eq!(label(&unknown), Some("Person".into()), "W on a US keyboard");
}

#[test]
fn what_a_key_typed_on_another_layout_does_not_count() {
    let page = page_with_keys(&["y", "z"]);
    let layout = press_on("German, PC", "KeyC", false).layout;
    let russian = KeyPress { layout, ..press_on("Russian", "KeyZ", true) };
    assert_eq!(
        everywhere(action_for(&page.state, &russian)),
        Some("Organization".into()),
        "Z, which typed Y in German"
    );
}

#[test]
fn keys_of_an_input_method_are_no_digits() {
    let press = KeyPress { key: "Process".to_owned(), ..press_on("Japanese, romaji", "Digit1", false) };
    assert_eq!((press.digit(), press.character()), (None, None));
    assert!(action_for(&page().state, &press).is_none());
}

#[test]
fn digits_beside_text_are_not_letters() {
    let digit = |code| press_on("French, PC", code, false).digit_beside_text();
    assert_eq!((digit("Digit1"), digit("Digit5")), (Some(1), Some(5)), "& and (");
    assert_eq!((digit("Digit2"), digit("Digit0")), (None, None), "é and à begin words");
    assert_eq!(KeyPress { alt: true, ..press_on("French, PC", "Digit2", false) }.digit_beside_text(), Some(2));
}

#[test]
fn a_label_key_of_an_older_schema_that_is_a_command_now_is_the_labels() {
    let page = page_with_keys(&["m"]);
    assert_eq!(applied(action_for(&page.state, &press_on("US", "KeyM", false))), Some(("Person".into(), None)));
    // With nothing to tag, it is the command.
    let idle = page.keys("Esc");
    assert!(matches!(
        action_for(&idle.state, &press_on("US", "KeyM", false)),
        Some(Action::Tag(TagAction::ChooseActive))
    ));
}
