//! The tooltip with the full text of what is cut off.

use crate::support::*;
use crossread::app::SelectAction;
use crossread::runtime::Store;
use gloo::timers::future::TimeoutFuture;
use wasm_bindgen_test::wasm_bindgen_test;

/// Longer than the tooltip waits, in milliseconds.
const RESTED: u32 = 450;

const LONG: &str =
    "A title so long that no list and no column of this page has the room to show all of it in a single line";

/// An article with a long title and source, tags in it, and descriptions of its labels.
async fn long() -> Store {
    let mut file = project_file(
        &[("x", "Priti Patel met Ana in Calais.")],
        &[("a1", "x", "Person", &[(0, 11)]), ("a2", "x", "Location", &[(23, 29)])],
    );
    file["articles"][0]["title"] = LONG.repeat(3).into();
    file["schema"]["labels"][1]["name"] = LONG.into();
    let store = Store::new(state_of(&file));
    mount(&store).await;
    store
}

fn tip() -> String {
    let tip = one(".full-text");
    let is_open = tip.matches(":popover-open").unwrap();
    if is_open { tip.text_content().unwrap() } else { String::new() }
}

/// Moves the pointer over an element, as the browser reports it.
async fn point(selector: &str, kind: &str) {
    js(&format!(
        "document.querySelector({selector:?}).dispatchEvent(new PointerEvent('pointerover', {{ bubbles: true, pointerType: '{kind}' }}))"
    ))
    .await;
}

async fn rest() {
    TimeoutFuture::new(RESTED).await;
    settle().await;
}

async fn scroll(selector: &str) {
    js(&format!("document.querySelector({selector:?}).dispatchEvent(new Event('scroll'))")).await;
}

#[wasm_bindgen_test]
async fn the_active_row_of_a_list_is_shown_in_full() {
    long().await;
    one(".annotation-list").focus().unwrap();
    press("ArrowDown").await;
    until("the tooltip of the first row", || tip().contains(LONG) && !tip().contains("Location")).await;
    press("ArrowDown").await;
    until("the tooltip of the second row", || tip().contains("Location")).await;
    press("Escape").await;
    until("no tooltip", || tip().is_empty()).await;
}

#[wasm_bindgen_test]
async fn what_has_the_focus_keeps_its_tooltip_when_something_is_scrolled() {
    long().await;
    one(".annotation-list").focus().unwrap();
    press("ArrowDown").await;
    until("the tooltip of the row", || tip().contains(LONG)).await;
    scroll(".tab-panel").await;
    assert!(tip().contains(LONG), "after scrolling");
    js("document.activeElement.blur()").await;
    until("no tooltip without the focus", || tip().is_empty()).await;
}

#[wasm_bindgen_test]
async fn the_pointer_can_be_moved_into_the_tooltip() {
    long().await;
    for kind in ["mouse", "pen"] {
        point(".label-button.label-1", kind).await;
        until("the tooltip of the label", || tip().contains(LONG)).await;
        point(".save", kind).await;
        assert!(tip().contains(LONG), "on the way");
        point(".full-text", kind).await;
        rest().await;
        assert!(tip().contains(LONG), "in the tooltip");
        point(".save", kind).await;
        until("no tooltip elsewhere", || tip().is_empty()).await;
    }
    point(".label-button.label-1", "mouse").await;
    until("the tooltip of the label", || tip().contains(LONG)).await;
    scroll(".scroller").await;
    assert_eq!(tip(), "", "after scrolling");
    point(".label-button.label-1", "touch").await;
    rest().await;
    assert_eq!(tip(), "", "a finger does not hover");
}

#[wasm_bindgen_test]
async fn there_is_only_one_tooltip() {
    long().await;
    point(".column-title h2", "mouse").await;
    until("the tooltip of the heading", || tip().contains(LONG)).await;
    assert_eq!(attribute(".column-title h2", "title"), None);
    assert_eq!(attribute(".project-button", "title"), None);
}

#[wasm_bindgen_test]
async fn the_label_in_a_narrow_select_is_shown_in_full() {
    let store = long().await;
    store.dispatch(SelectAction::Only(Some("a1".into())));
    settle().await;
    point(".inspector select", "mouse").await;
    until("the tooltip of the select", || tip().contains(LONG)).await;
}
