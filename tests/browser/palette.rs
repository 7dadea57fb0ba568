//! The palette beside a selection, and tagging with mouse and keys.

use crate::support::*;
use crossread::app::{CaretAction, Cursor, SelectAction};
use crossread::model::news_claims;
use crossread::runtime::Store;
use crossread::text::{ByteOffset, Snap};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

const TEXT: &str = "Ministers met Priti Patel in Calais.";
const PRITI: (u32, u32) = (14, 25);

async fn untagged() -> Store {
    page(&[("x", TEXT)], &[]).await
}

/// The same article with one tag.
async fn tagged() -> Store {
    page(&[("x", TEXT)], &[("a1", "x", "Person", &[(14, 25)])]).await
}

async fn select(store: &Store, (anchor, head): (u32, u32)) {
    let cursor = Cursor {
        article: "x".into(),
        anchor: ByteOffset(anchor),
        head: ByteOffset(head),
        snap: Snap::Words,
        by_pointer: false,
        at_line_end: false,
    };
    store.dispatch(CaretAction::Place(Some(cursor)));
    settle().await;
}

fn item(name: &str) -> HtmlElement {
    let items = all("[role=menuitem]");
    items.into_iter().find(|item| name_of(item) == name).unwrap_or_else(|| panic!("no {name}"))
}

#[wasm_bindgen_test]
async fn without_a_selection_there_is_no_palette() {
    let store = untagged().await;
    assert!(!exists("[role=menu]"));
    select(&store, (3, 3)).await;
    assert!(!exists("[role=menu]"), "a caret is no selection");
    select(&store, (9, 10)).await;
    assert!(!exists("[role=menu]"), "a space cannot be tagged");
    assert_eq!(one(".palette").offset_height(), 0, "the empty palette takes no room");
}

#[wasm_bindgen_test]
async fn the_palette_lists_every_label_with_its_key() {
    let store = untagged().await;
    select(&store, PRITI).await;
    assert_eq!(attribute("[role=menu]", "aria-label").as_deref(), Some("Tag as"));
    assert!(text(".palette").starts_with("Tag as"));
    let offered: Vec<_> = all("[role=menuitem]")
        .iter()
        .map(|item| {
            let key = item.query_selector("kbd").unwrap().and_then(|kbd| kbd.text_content()).unwrap_or_default();
            assert_eq!(attribute_of(item, "aria-keyshortcuts"), key);
            (name_of(item), key)
        })
        .collect();
    let labels: Vec<_> = news_claims().labels.into_iter().map(|label| (label.name, label.key)).collect();
    assert_eq!(offered, labels);
    let buttons: Vec<_> = all(".label-button").iter().map(|b| attribute_of(b, "aria-keyshortcuts")).collect();
    assert_eq!(
        buttons,
        labels.into_iter().map(|(_, key)| key).collect::<Vec<_>>(),
        "the label bar at the top has the same keys"
    );
}

#[wasm_bindgen_test]
async fn the_palette_is_beside_the_selection_and_inside_the_window() {
    let store = untagged().await;
    select(&store, PRITI).await;
    let palette = one(".palette").get_bounding_client_rect();
    let values: Vec<f64> = serde_json::from_str(
        &js("const root = document.querySelector('[role=document]'), range = document.createRange();
             range.setStart(...tools.place(root, 14)); range.setEnd(...tools.place(root, 25));
             const { top, bottom } = range.getBoundingClientRect(); return [top, bottom, innerWidth, innerHeight]")
        .await,
    )
    .unwrap();
    let [top, bottom, width, height] = values[..] else { panic!("{values:?}") };
    assert!(palette.left() >= 0.0 && palette.right() <= width, "{} to {} of {width}", palette.left(), palette.right());
    assert!(
        palette.top() >= 0.0 && palette.bottom() <= height,
        "{} to {} of {height}",
        palette.top(),
        palette.bottom()
    );
    assert!(palette.bottom() <= top || palette.top() >= bottom, "the palette covers the selection: {values:?}");
    assert!(palette.width() > 50.0 && palette.height() > 100.0);
}

#[wasm_bindgen_test]
async fn a_drag_with_the_mouse_snaps_to_words() {
    let store = untagged().await;
    drag("x", 16, 23).await;
    assert!(exists("[role=menu]"));
    click(&item("Person")).await;
    assert_eq!(tags(&store), "Person:Priti Patel");
    assert_eq!(marks(), "Priti Patel<a1>");
    assert!(!exists("[role=menu]"), "the palette is closed");
    assert_eq!(announced(), "Tagged “Priti Patel” as Person");
    assert!(one("mark").class_list().contains("selected"), "the new tag is selected");
}

#[wasm_bindgen_test]
async fn a_backwards_drag_selects_the_same() {
    let store = untagged().await;
    drag("x", 23, 16).await;
    press("1").await;
    assert_eq!(tags(&store), "Person:Priti Patel");
}

#[wasm_bindgen_test]
async fn a_drag_with_alt_does_not_snap() {
    let store = untagged().await;
    drag_with("x", 16, 23, "altKey").await;
    press("1").await;
    assert_eq!(tags(&store), "Person:iti Pat");
}

#[wasm_bindgen_test]
async fn a_label_key_with_alt_does_not_snap() {
    let store = untagged().await;
    drag("x", 16, 23).await;
    press("Alt+1").await;
    assert_eq!(tags(&store), "Person:iti Pat");
}

#[wasm_bindgen_test]
async fn a_click_with_alt_on_a_label_does_not_snap() {
    let store = untagged().await;
    select(&store, (16, 23)).await;
    click_with(&item("Person"), "altKey").await;
    assert_eq!(tags(&store), "Person:iti Pat");
}

#[wasm_bindgen_test]
async fn several_selections_are_tagged_with_keys() {
    let store = untagged().await;
    drag("x", PRITI.0, PRITI.1).await;
    assert!(press("1").await, "the key is handled");
    drag("x", 29, 35).await;
    press("3").await;
    drag("x", 0, 35).await;
    press("C").await;
    assert_eq!(tags(&store), "Claim:Ministers met Priti Patel in Calais Person:Priti Patel Location:Calais");
}

#[wasm_bindgen_test]
async fn a_duplicate_tag_is_announced() {
    untagged().await;
    for _ in 0..2 {
        drag("x", PRITI.0, PRITI.1).await;
        press("1").await;
    }
    assert!(announced().contains("Already tagged as Person"), "{}", announced());
}

#[wasm_bindgen_test]
async fn a_label_in_the_bar_tags_the_selection() {
    let store = untagged().await;
    drag("x", PRITI.0, PRITI.1).await;
    click(&button("Person")).await;
    assert_eq!(tags(&store), "Person:Priti Patel");
}

#[wasm_bindgen_test]
async fn a_label_without_a_selection_shows_a_message() {
    let store = untagged().await;
    assert!(!press("1").await);
    click(&button("Person")).await;
    assert_eq!(tags(&store), "");
    assert!(text(".notice").contains("Select some text to tag"));
}

#[wasm_bindgen_test]
async fn escape_closes_the_palette_and_tags_nothing() {
    let store = untagged().await;
    drag("x", PRITI.0, PRITI.1).await;
    assert!(exists("[role=menu]"));
    assert!(press("Escape").await);
    assert!(!exists("[role=menu]"));
    assert_eq!(js("return getSelection().toString()").await, "", "the selection is removed");
    press("1").await;
    assert_eq!(tags(&store), "");
}

#[wasm_bindgen_test]
async fn escape_closes_the_focused_palette() {
    let store = untagged().await;
    drag("x", PRITI.0, PRITI.1).await;
    press("Enter").await;
    assert!(has_focus(&item("Claim")));
    press("Escape").await;
    assert!(!exists("[role=menu]"));
    assert_eq!(tags(&store), "");
}

#[wasm_bindgen_test]
async fn the_focus_returns_to_the_text_when_the_palette_closes() {
    untagged().await;
    drag("x", PRITI.0, PRITI.1).await;
    press("Enter").await;
    press("Escape").await;
    assert!(has_focus(&article("x")), "after Escape");
    drag("x", PRITI.0, PRITI.1).await;
    press("Enter").await;
    press("ArrowDown").await;
    press("1").await;
    assert!(has_focus(&article("x")), "after tagging");
}

#[wasm_bindgen_test]
async fn enter_focuses_the_palette_and_the_arrow_keys_move_in_it() {
    let store = untagged().await;
    drag("x", PRITI.0, PRITI.1).await;
    press("Enter").await;
    assert!(has_focus(&item("Claim")));
    press("ArrowDown").await;
    press("ArrowDown").await;
    press("ArrowUp").await;
    assert!(has_focus(&item("Person")));
    assert!(exists("[role=menu]"), "the arrows do not move the caret");
    let at_focus = document().active_element().unwrap();
    click(&at_focus).await;
    assert_eq!(tags(&store), "Person:Priti Patel");
}

#[wasm_bindgen_test]
async fn l_relabels_the_selected_tag() {
    let store = tagged().await;
    store.dispatch(SelectAction::Only(Some("a1".into())));
    settle().await;
    assert!(!exists("[role=menu]"));
    press("l").await;
    assert_eq!(attribute("[role=menu]", "aria-label").as_deref(), Some("Change to"));
    let current: Vec<_> = all("[aria-current=true]").iter().map(|item| name_of(item)).collect();
    assert_eq!(current, ["Person"]);
    until("the focus in the palette", || has_focus(&item("Claim"))).await;
    click(&item("Organization")).await;
    assert_eq!(tags(&store), "Organization:Priti Patel", "changed, not tagged again");
    assert!(!exists("[role=menu]"));
    assert_eq!(announced(), "Changed “Priti Patel” to Organization");
}

#[wasm_bindgen_test]
async fn a_click_on_a_tag_selects_it_and_a_click_beside_it_deselects() {
    let store = page(&[("x", TEXT)], &[("a1", "x", "Claim", &[(0, 35)]), ("a2", "x", "Person", &[(14, 25)])]).await;
    let inner = all("mark").into_iter().find(|mark| mark.text_content().as_deref() == Some("Priti Patel")).unwrap();
    click(&inner).await;
    assert_eq!(store.state().view.primary().map(|id| id.as_str()), Some("a2"), "the innermost first");
    let inner = all("mark").into_iter().find(|mark| mark.text_content().as_deref() == Some("Priti Patel")).unwrap();
    click(&inner).await;
    assert_eq!(store.state().view.primary().map(|id| id.as_str()), Some("a1"), "then the next outer tag");
    assert!(text(".inspector").contains(TEXT.trim_end_matches('.')));
    js("tools.drag(document.querySelector('[role=document]'), 36, 36)").await;
    assert!(store.state().view.primary().is_none());
    assert!(text(".inspector").contains("No tag selected"));
}
