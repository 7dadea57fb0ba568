//! Keyboard layouts in the widgets that read keys themselves.

use crate::support::*;
use crossread::app::{Dialog, SelectAction};
use wasm_bindgen_test::wasm_bindgen_test;

const TEXT: &str = "Ministers met Priti Patel in Calais. Patel said so.";

/// Presses a key on the focused element, with these properties of the event; returns whether the page has handled it.
async fn press_key(key: &str, code: &str, more: &str) -> bool {
    let script = format!(
        "return document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{ bubbles: true, cancelable: true,
           composed: true, key: {key:?}, code: '{code}', {more} }}))"
    );
    let pressed = run(&script);
    settle().await;
    pressed == false
}

#[wasm_bindgen_test]
async fn ctrl_a_selects_all_rows_on_a_russian_keyboard() {
    let store = page(&[("x", TEXT)], &[("a1", "x", "Person", &[(14, 25)]), ("a2", "x", "Location", &[(29, 35)])]).await;
    one(".annotation-list").focus().unwrap();
    assert!(press_key("ф", "KeyA", "ctrlKey: true").await);
    assert_eq!(store.state().view.selected.len(), 2);
}

#[wasm_bindgen_test]
async fn a_tags_all_results_of_a_search_on_a_russian_keyboard() {
    let store = page(&[("x", TEXT)], &[]).await;
    fill(".search input", "Patel").await;
    until("results", || exists(".found")).await;
    one(".found").focus().unwrap();
    assert!(press_key("ф", "KeyA", "").await);
    assert_eq!(store.state().dialog, Some(Dialog::Occurrences));
}

#[wasm_bindgen_test]
async fn the_key_that_opens_the_command_palette_closes_it_on_a_russian_keyboard() {
    let store = page(&[("x", TEXT)], &[]).await;
    article("x").focus().unwrap();
    assert!(press_key("л", "KeyK", "ctrlKey: true").await);
    assert_eq!(store.state().dialog, Some(Dialog::Commands));
    assert!(has_focus(&one("dialog[open] input")));
    assert!(press_key("л", "KeyK", "ctrlKey: true").await);
    assert_eq!(store.state().dialog, None);
}

#[wasm_bindgen_test]
async fn the_digit_row_of_a_french_keyboard_chooses_in_a_list_beside_a_field() {
    let tags = [("a1", "x", "Person", &[(14, 25)][..]), ("a2", "x", "Location", &[(29, 35)][..])];
    let store = page(&[("x", TEXT)], &tags).await;
    store.dispatch(SelectAction::Only(Some("a1".into())));
    settle().await;
    article("x").focus().unwrap();
    press("r").await;
    assert!(press_key("&", "Digit1", "").await, "the first type");
    assert!(has_focus(&one("#link-end")));
    assert!(!press_key("é", "Digit2", "").await, "a letter is typed");
    assert!(press_key("&", "Digit1", "").await, "the first tag");
    assert_eq!(store.state().project().relations().count(), 1);
}

#[wasm_bindgen_test]
async fn a_sign_on_a_letter_key_counts_by_position_once_the_layout_is_known() {
    let mut file = project_file(&[("x", TEXT)], &[("a1", "x", "Person", &[(14, 25)])]);
    file["schema"]["labels"][2]["key"] = "q".into();
    let store = crossread::runtime::Store::new(state_of(&file));
    mount(&store).await;
    store.dispatch(SelectAction::Only(Some("a1".into())));
    settle().await;
    article("x").focus().unwrap();
    press("y").await;
    assert!(!press_key(";", "KeyQ", "").await, "on a Latin keyboard, it is a semicolon");
    press_key("υ", "KeyY", "").await;
    assert!(press_key(";", "KeyQ", "").await);
    assert_eq!(tags(&store), "Organization:Priti Patel");
    // What follows is on a Latin keyboard again.
    press("y").await;
}

#[wasm_bindgen_test]
async fn a_key_that_goes_on_to_another_element_keeps_alt_gr() {
    let store = page(&[("x", TEXT)], &[("a1", "x", "Person", &[(14, 25)])]).await;
    store.dispatch(SelectAction::Only(Some("a1".into())));
    settle().await;
    press("F6").await;
    run("window.seen = []; addEventListener('keydown', event => seen.push(event.getModifierState('AltGraph')))");
    // No time passes between these key presses: the second one goes on to the note, which gets the focus.
    run("tools.press('n');
         document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {
           key: '[', code: 'Digit8', modifierAltGraph: true, bubbles: true, cancelable: true, composed: true }))");
    assert!(has_focus(&one("#note")));
    assert_eq!(run("return seen.at(-1)"), true);
    settle().await;
}

#[wasm_bindgen_test]
async fn option_is_alt_on_a_mac_also_where_it_is_reported_as_alt_gr() {
    let store = page(&[("x", TEXT)], &[("a1", "x", "Person", &[(14, 25)])]).await;
    store.dispatch(SelectAction::Only(Some("a1".into())));
    settle().await;
    article("x").focus().unwrap();
    for platform in ["MacIntel", "iPhone"] {
        run(&format!("Object.defineProperty(navigator, 'platform', {{ configurable: true, value: '{platform}' }})"));
        // "“" is Alt+[ on a US Mac.
        press_key("“", "BracketLeft", "altKey: true, modifierAltGraph: true").await;
        run("delete navigator.platform");
    }
    assert_eq!(tags(&store), "Person:t Priti Patel", "the start was moved by two characters");
}
