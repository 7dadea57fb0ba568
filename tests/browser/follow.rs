//! Columns that follow the selection: the switch, the line in the header, and the highlights.

use crate::support::*;
use crossread::app::{CaretAction, Cursor};
use crossread::edit::{Command, NewAnnotation};
use crossread::runtime::Store;
use crossread::text::{ByteOffset, TextRange};
use wasm_bindgen_test::wasm_bindgen_test;

const ONE: &str = "It rained. The Santa Rosa sank off Cape Valdez on Friday, killing 31 people.";
const TWO: &str = "Officials spoke. On Friday the Santa Rosa sank off Cape Valdez, killing 27 people.";
const SWITCH: &str = ".column:nth-of-type(2) .follow";

/// Two columns, with the switch of the second one on and the caret in a sentence of the first.
async fn follow() -> Store {
    let store = page(&[("x", ONE), ("y", TWO)], &[]).await;
    click(&one(SWITCH)).await;
    store.dispatch(CaretAction::Place(Some(Cursor::at("x".into(), ByteOffset(20)))));
    until("the counterpart", || text(".counterpart").starts_with("Most alike")).await;
    settle().await;
    store
}

/// The highlighted words of a name, as far as they are in the document.
fn highlighted(name: &str) -> String {
    let script = format!(
        "return [...CSS.highlights.get('{name}') ?? []].filter(range => range.startContainer.isConnected).map(range => {{
           const live = document.createRange(); live.setStart(range.startContainer, range.startOffset);
           live.setEnd(range.endContainer, range.endOffset); return live.toString() }}).join('|')"
    );
    run(&script).as_string().unwrap()
}

#[wasm_bindgen_test]
async fn words_that_differ_are_highlighted_in_both_columns() {
    let store = follow().await;
    assert_eq!(attribute_of(&one(SWITCH), "aria-pressed"), "true");
    assert_eq!(text(".counterpart"), "Most alike: 1 word differs");
    let passages = [ONE.trim_start_matches("It rained. "), TWO.trim_start_matches("Officials spoke. ")];
    assert_eq!(highlighted("counterpart"), passages.join("|"));
    assert_eq!(highlighted("counterpart-differs"), "31|27");
    assert_eq!(highlighted("counterpart-moved"), "on Friday|On Friday");
    let priority = run("return CSS.highlights.get('counterpart').priority").as_f64();
    assert_eq!(priority, Some(-1.0), "search results are above");

    // A tag renders the text anew.
    let range = TextRange::new(ByteOffset(20), ByteOffset(82));
    let tag = NewAnnotation::tag("y".into(), range, "Claim".into());
    store.dispatch(Command::Annotate(tag));
    until("the highlights of the new elements", || highlighted("counterpart-differs") == "31|27").await;
}

#[wasm_bindgen_test]
async fn the_switch_ends_it() {
    follow().await;
    click(&one(SWITCH)).await;
    settle().await;
    assert_eq!((attribute_of(&one(SWITCH), "aria-pressed").as_str(), exists(".counterpart")), ("false", false));
    assert_eq!(highlighted("counterpart-differs"), "");
    press("g").await;
    assert!(all(".follow").iter().all(|one| attribute_of(one, "aria-pressed") == "true"));
}
