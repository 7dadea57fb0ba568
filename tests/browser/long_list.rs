//! Long lists: which rows are in the DOM, and what screen readers, keys and scrolling make of the others.

use crate::support::*;
use crossread::app::{HistoryAction, SelectAction};
use crossread::edit::{Command, NewAnnotation};
use crossread::runtime::Store;
use crossread::text::{ByteOffset, TextRange};
use wasm_bindgen_test::wasm_bindgen_test;

const WORDS: usize = 3_000;

/// A text of many words, each with a tag.
async fn many() -> Store {
    let text: String = (0..WORDS).map(|number| format!("w{number:04} ")).collect();
    let ids: Vec<String> = (0..WORDS).map(|number| format!("a{number}")).collect();
    let ranges: Vec<[(usize, usize); 1]> = (0..WORDS).map(|number| [(6 * number, 6 * number + 5)]).collect();
    let tags: Vec<_> =
        ids.iter().zip(&ranges).map(|(id, range)| (id.as_str(), "x", "Person", range.as_slice())).collect();
    let store = Store::new(state_of(&project_file(&[("x", &text)], &tags)));
    mount(&store).await;
    frames().await;
    store
}

async fn frames() {
    js("for (let i = 0; i < 6; i++) await new Promise(done => requestAnimationFrame(done))").await;
}

async fn scroll_to(top: u32) {
    run(&format!("document.querySelector('.annotation-list').scrollTop = {top}"));
    frames().await;
}

/// The words of the rows in the DOM.
fn rows() -> Vec<String> {
    texts(".annotation-list .row-text")
}

/// The word of the first row that is seen, and where it is.
async fn first_seen() -> String {
    js("const list = document.querySelector('.annotation-list').getBoundingClientRect();
        const row = [...document.querySelectorAll('.annotation-list .list-row')].find(row => row.getBoundingClientRect().bottom > list.top + 1);
        return `${row.querySelector('.row-text').textContent} ${Math.round(row.getBoundingClientRect().top - list.top)}`")
    .await
}

#[wasm_bindgen_test]
async fn only_rows_near_what_is_seen_are_in_the_dom() {
    many().await;
    assert!(rows().len() < 80, "{}", rows().len());
    assert_eq!(rows()[0], "w0000");
    assert_eq!(attribute("[role=option]", "aria-setsize").as_deref(), Some("3000"));
    scroll_to(60_000).await;
    assert!(rows().len() < 80, "{}", rows().len());
    let seen = first_seen().await;
    assert!(!seen.starts_with("w0000"), "{seen}");
    let posinset = attribute("[role=option]", "aria-posinset").unwrap();
    let first: usize = rows()[0][1..].parse().unwrap();
    assert_eq!(posinset, (first + 1).to_string());
    scroll_to(9_999_999).await;
    assert_eq!(rows().last().map(String::as_str), Some("w2999"));
}

#[wasm_bindgen_test]
async fn a_row_above_does_not_move_what_is_seen() {
    let store = many().await;
    scroll_to(60_000).await;
    let before = first_seen().await;
    store.dispatch(Command::Annotate(NewAnnotation::tag(
        "x".into(),
        TextRange::new(ByteOffset(0), ByteOffset(11)),
        "Claim".into(),
    )));
    frames().await;
    assert_eq!(first_seen().await, before);
    store.dispatch(HistoryAction::Undo);
    frames().await;
    assert_eq!(rows().len(), texts(".annotation-list .list-row").len());
}

#[wasm_bindgen_test]
async fn keys_go_through_all_rows() {
    let store = many().await;
    one(".annotation-list").focus().unwrap();
    press("End").await;
    frames().await;
    assert_eq!(store.state().view.primary(), Some(&"a2999".into()));
    assert_eq!(text("[aria-selected=true] .row-text"), "w2999");
    press("PageUp").await;
    assert_eq!(store.state().view.primary(), Some(&"a2989".into()));
    press("Home").await;
    frames().await;
    assert_eq!(text("[aria-selected=true] .row-text"), "w0000");
    assert!(first_seen().await.starts_with("w0000"));
}

#[wasm_bindgen_test]
async fn the_selected_row_is_in_the_dom_wherever_it_is() {
    let store = many().await;
    store.dispatch(SelectAction::Only(Some("a1500".into())));
    frames().await;
    assert_eq!(text("[aria-selected=true] .row-text"), "w1500");
    scroll_to(0).await;
    let active = attribute(".annotation-list", "aria-activedescendant");
    assert_eq!(active, Some(one(".annotation-list [aria-selected=true]").id()));
    assert_eq!(rows()[0], "w0000");
}

#[wasm_bindgen_test]
async fn all_rows_are_selected_and_tagged_again_at_once() {
    let store = many().await;
    one(".annotation-list").focus().unwrap();
    assert!(press("Control+a").await);
    assert_eq!(store.state().view.selected.len(), WORDS);
    assert!(all("[role=option]").iter().all(|row| row.get_attribute("aria-selected").as_deref() == Some("true")));
    assert!(!all("mark").is_empty() && all("mark").iter().all(|mark| mark.class_name().contains("selected")));
}

#[wasm_bindgen_test]
async fn the_focus_stays_in_a_list_whose_row_leaves_the_window() {
    let store = many().await;
    for number in 0..300 {
        let range = TextRange::new(ByteOffset(6 * number), ByteOffset(6 * number + 5));
        store.dispatch(Command::Annotate(NewAnnotation::tag("x".into(), range, "Claim".into())));
    }
    settle().await;
    click(&one("#tab-history")).await;
    frames().await;
    let first = one(".history [data-row]");
    first.focus().unwrap();
    press("ArrowDown").await;
    press("End").await;
    frames().await;
    let focused =
        || document().active_element().map(|element| element.text_content().unwrap_or_default()).unwrap_or_default();
    assert!(focused().starts_with("Start"), "{}", focused());
    run("document.querySelector('.tab-panel').scrollTop = 0");
    frames().await;
    assert!(focused().starts_with("Start"), "{}", focused());
    assert!(all(".history [role=listitem]").len() < 100);
    press("ArrowUp").await;
    frames().await;
    assert_eq!(store.state().editor.history().done_count(), 300, "moving changes nothing");
    assert!(focused().contains("w0000"), "{}", focused());
}
