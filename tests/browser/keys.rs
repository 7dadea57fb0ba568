//! Use of the page with the keyboard alone.

use crate::support::*;
use crossread::app::SelectAction;
use crossread::runtime::Store;
use serde_json::json;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

const TEXT: &str = "Ministers met Priti Patel in Calais.";

fn selected_text() -> String {
    run("return getSelection().toString()").as_string().unwrap()
}

async fn press_all(combos: &[&str]) {
    for combo in combos {
        press(combo).await;
    }
}

async fn in_text() -> Store {
    let store = page(&[("x", TEXT)], &[]).await;
    press("F6").await;
    store
}

/// A page with one tag, selected.
async fn with_tag(text: &str, (start, end): (usize, usize)) -> Store {
    let store = page(&[("x", text)], &[("a1", "x", "Person", &[(start, end)])]).await;
    store.dispatch(SelectAction::Only(Some("a1".into())));
    settle().await;
    store
}

#[wasm_bindgen_test]
async fn f6_focuses_the_text_first_and_then_the_other_regions() {
    page(&[("x", TEXT), ("y", "Other")], &[]).await;
    js("document.activeElement?.blur()").await;
    assert!(press("F6").await);
    assert!(has_focus(&article("x")), "first the text");
    press("F6").await;
    assert!(has_focus(&article("y")));
    press("F6").await;
    assert!(one(".side").contains(document().active_element().as_deref()));
    press("F6").await;
    assert!(one(".labels").contains(document().active_element().as_deref()));
    press("F6").await;
    assert!(has_focus(&one(".search input")));
    press("F6").await;
    assert!(one(".articles").contains(document().active_element().as_deref()));
    press("F6").await;
    assert!(has_focus(&article("x")), "back at the start");
    press("Shift+F6").await;
    assert!(one(".articles").contains(document().active_element().as_deref()));
}

#[wasm_bindgen_test]
async fn the_caret_is_drawn_and_moves() {
    in_text().await;
    assert!(exists(".caret:not([hidden])"));
    let left = one(".caret").get_bounding_client_rect().left();
    press("ArrowRight").await;
    assert!(one(".caret").get_bounding_client_rect().left() > left);
}

#[wasm_bindgen_test]
async fn words_are_selected_and_tagged_with_keys() {
    let store = in_text().await;
    press_all(&["Control+ArrowRight", "Control+ArrowRight", "ArrowRight"]).await;
    press("Shift+Control+ArrowRight").await;
    assert_eq!(selected_text(), "Priti");
    press("Shift+Control+ArrowRight").await;
    assert_eq!(selected_text(), "Priti Patel");
    assert!(exists("[role=menu]"));
    press("1").await;
    assert_eq!(tags(&store), "Person:Priti Patel");
    assert!(has_focus(&article("x")), "the focus stays in the text");
    press_all(&["Control+ArrowRight", "ArrowRight", "Shift+End"]).await;
    assert_eq!(selected_text(), "Calais.");
    press("3").await;
    assert_eq!(tags(&store), "Person:Priti Patel Location:Calais", "without the full stop");
}

#[wasm_bindgen_test]
async fn the_arrow_keys_move_by_grapheme_clusters() {
    let store = page(&[("x", "👨‍👩‍👧e\u{301}🇬🇧.")], &[]).await;
    press("F6").await;
    for expected in ["👨‍👩‍👧", "👨‍👩‍👧e\u{301}", "👨‍👩‍👧e\u{301}🇬🇧"] {
        press("Shift+ArrowRight").await;
        assert_eq!(selected_text(), expected);
    }
    press("Shift+ArrowLeft").await;
    press("Alt+7").await;
    assert_eq!(tags(&store), "Other:👨‍👩‍👧e\u{301}");
}

#[wasm_bindgen_test]
async fn keys_move_by_lines_sentences_and_paragraphs() {
    page(&[("x", "One here. Two there.\nThird line.\n\nLast one.")], &[]).await;
    press("F6").await;
    press("Shift+Alt+ArrowDown").await;
    assert_eq!(selected_text(), "One here. ");
    press_all(&["Home", "Shift+ArrowDown"]).await;
    assert_eq!(selected_text(), "One here. Two there.\n");
    press_all(&["Control+Home", "Shift+Control+ArrowDown"]).await;
    assert_eq!(selected_text(), "One here. Two there.\n");
    press_all(&["Control+Home", "Shift+End"]).await;
    assert_eq!(selected_text(), "One here. Two there.");
    press_all(&["Control+Home", "Shift+Control+End"]).await;
    assert_eq!(selected_text(), "One here. Two there.\nThird line.\n\nLast one.");
    press_all(&["Control+End", "Shift+Control+ArrowUp"]).await;
    assert_eq!(selected_text(), "Last one.");
}

#[wasm_bindgen_test]
async fn keys_in_a_field_do_not_change_tags() {
    let store = with_tag("one two three four", (4, 7)).await;
    for field in ["input[type=search]", "#note", ".filters select", ".inspector select"] {
        one(field).focus().unwrap();
        for key in ["1", "c", "[", "]", "{", "}", ".", ",", "l", "n", "Delete", "Backspace", "Control+z", "?", "Alt+1"]
        {
            assert!(!press(key).await, "{key} in {field} was handled");
        }
        assert_eq!(tags(&store), "Person:two", "in {field}");
        assert!(exists("mark.selected") && !exists("[role=menu]") && !exists("dialog"), "in {field}");
        assert!(has_focus(&one(field)));
    }
}

#[wasm_bindgen_test]
async fn keys_in_a_dialog_do_not_change_tags() {
    let store = with_tag("one two three four", (4, 7)).await;
    press("?").await;
    assert!(exists("dialog[open]"));
    for key in ["1", "[", "Delete", "Control+z", "."] {
        press(key).await;
    }
    assert_eq!(tags(&store), "Person:two");
    click(&button("Close dialog")).await;
    assert!(!exists("dialog[open]"));
    press("2").await;
    assert_eq!(tags(&store), "Organization:two");
}

#[wasm_bindgen_test]
async fn n_focuses_the_note_and_escape_saves_it_and_focuses_the_text() {
    let store = with_tag(TEXT, (14, 25)).await;
    press("n").await;
    assert!(has_focus(&one("#note")));
    run("document.querySelector('#note').value = 'Home Secretary'");
    press("Escape").await;
    assert!(has_focus(&article("x")));
    assert_eq!(store.state().project().annotation(&"a1".into()).unwrap().note, "Home Secretary");
    assert_eq!(text(".row-note"), "Home Secretary");
}

#[wasm_bindgen_test]
async fn keys_pressed_before_the_focus_has_moved_go_where_it_moves() {
    let store = with_tag(TEXT, (14, 25)).await;
    press("F6").await;
    run("window.pageErrors = []; addEventListener('error', event => pageErrors.push(event.message))");
    // No time passes between these key presses, so that nothing is rendered between them.
    run("tools.press('n'); tools.press('c')");
    assert!(has_focus(&one("#note")));
    assert_eq!(tags(&store), "Person:Priti Patel", "the letter is typed into the note; it does not label the tag");
    settle().await;

    press("Escape").await;
    run("tools.press('Control+k'); tools.press('ArrowDown')");
    assert!(has_focus(&one("dialog[open] input")));
    settle().await;
    let second = attribute("dialog[open] input", "aria-activedescendant");
    press("ArrowUp").await;
    assert_ne!(
        attribute("dialog[open] input", "aria-activedescendant"),
        second,
        "the arrow keys move in the list of commands"
    );
    assert_eq!(run("return pageErrors.join()").as_string().as_deref(), Some(""));
}

/// Presses a key on the focused element as a browser reports it while an input method is composing. Checks that no handler of the page
/// prevents what the browser does with it.
async fn compose(key: &str, place: &str) {
    let code = if key == "Process" { "Digit1" } else { key };
    let init = format!("key: '{key}', code: '{code}', bubbles: true, cancelable: true, composed: true");
    // Safari reports the Enter that ends a composition by the code alone.
    for how in ["isComposing: true", "keyCode: 229"] {
        let pressed = run(&format!(
            "return document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{ {init}, {how} }}))"
        ));
        assert_eq!(pressed, true, "{place}: {key} with {how} was handled");
        settle().await;
    }
}

async fn compose_all(keys: &[&str], place: &str) {
    for key in keys {
        compose(key, place).await;
    }
}

#[wasm_bindgen_test]
async fn keys_of_an_input_method_are_never_commands() {
    let store = page(&[("x", TEXT), ("y", "Priti Patel")], &[("a1", "x", "Person", &[(14, 25)])]).await;
    store.dispatch(SelectAction::Only(Some("a1".into())));
    settle().await;

    article("x").focus().unwrap();
    compose_all(&["c", "1", "Process", "Delete", "l", "/", "Escape", "Enter", "ArrowRight"], "text").await;
    assert_eq!(tags(&store), "Person:Priti Patel");
    assert!(exists("mark.selected") && !exists("[role=menu]") && has_focus(&article("x")));

    fill(".search input", "Patel").await;
    compose_all(&["Enter", "Escape"], "search").await;
    assert!(store.state().search.open && store.state().search.current.is_none());
    assert!(has_focus(&one(".search input")));

    one("#note").focus().unwrap();
    compose_all(&["Escape", "Enter"], "note").await;
    assert!(has_focus(&one("#note")));
    assert_eq!(store.state().project().annotation(&"a1".into()).unwrap().note, "");
}

#[wasm_bindgen_test]
async fn keys_of_an_input_method_choose_nothing_in_lists_and_dialogs() {
    let store = page(&[("x", TEXT)], &[("a1", "x", "Claim", &[(14, 25)])]).await;
    store.dispatch(SelectAction::Only(Some("a1".into())));
    settle().await;
    press("F6").await;
    press("Control+k").await;
    compose_all(&["ArrowDown", "Enter", "Escape"], "command palette").await;
    let field = one("dialog[open] input");
    assert!(has_focus(&field));
    assert!(field.get_attribute("aria-activedescendant").unwrap().ends_with("-0"), "the first option is still active");
    press("Escape").await;
    assert!(!exists("dialog[open]"));

    article("x").focus().unwrap();
    press("r").await;
    press("1").await;
    assert!(has_focus(&one("#link-end")), "the field for the other tag");
    compose_all(&["Process", "Enter", "Escape"], "combobox").await;
    assert!(has_focus(&one("#link-end")));
    assert_eq!(store.state().project().relations().count(), 0);
    press("Escape").await;
    press("Escape").await;

    article("x").focus().unwrap();
    press("d").await;
    assert!(exists(".attribute-palette:not([hidden])"), "the attribute palette is open");
    compose_all(&["Process", "Escape", "Delete"], "attribute palette").await;
    assert!(exists(".attribute-palette:not([hidden])"), "it is still open");
    assert_eq!(tags(&store), "Claim:Priti Patel");
}

#[wasm_bindgen_test]
async fn enter_of_an_input_method_leaves_the_field_of_an_attribute() {
    let mut file = project_file(&[("x", TEXT)], &[("a1", "x", "Claim", &[(0, 25)])]);
    file["schema"]["labels"][0]["attributes"] = json!([{ "name": "reason", "kind": "text" }]);
    let store = Store::new(state_of(&file));
    mount(&store).await;
    store.dispatch(SelectAction::Only(Some("a1".into())));
    settle().await;
    let field = one(".inspector .attributes input");
    field.focus().unwrap();
    field.unchecked_ref::<HtmlInputElement>().set_value("ka");
    compose_all(&["Enter", "Escape"], "attribute field").await;
    assert!(has_focus(&field));
    assert!(store.state().project().annotation(&"a1".into()).unwrap().attributes.is_empty(), "nothing is set yet");
}

#[wasm_bindgen_test]
async fn a_dialog_opened_by_the_command_palette_stays_open_when_the_palette_has_closed() {
    in_text().await;
    press("Control+k").await;
    fill("dialog input", "table").await;
    // The event of the closed palette may come before the next render.
    run(
        "const palette = document.querySelector('dialog'); tools.press('Enter'); palette.dispatchEvent(new Event('close'))",
    );
    settle().await;
    assert!(text("dialog").contains("Download as"));
}
