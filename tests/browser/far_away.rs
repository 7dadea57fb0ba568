//! What is far from the window, and skipped by the layout: the caret, popovers beside tags, and rows of lists.

use std::fmt::Write;

use crate::support::*;
use crossread::app::{CaretAction, Cursor, SelectAction};
use crossread::runtime::Store;
use crossread::text::{ByteOffset, Snap};
use wasm_bindgen_test::wasm_bindgen_test;

/// A text of 200 paragraphs of several lines each.
fn long_text() -> String {
    let mut text = String::new();
    for number in 1..=200 {
        let words = "Some words that fill more than one line of the column. ".repeat(6);
        // Writing to a string cannot fail.
        let _ = writeln!(text, "Paragraph {number}. {words}");
    }
    text + "The end."
}

/// Waits until the browser has drawn so many times.
async fn frames(count: u32) {
    for _ in 0..count {
        js("await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))").await;
    }
}

/// The text before and after the place at which the user sees the caret; what else is there, if the text is not.
async fn seen_at_caret() -> String {
    frames(6).await;
    js("const caret = document.querySelector('.caret:not([hidden])')?.getBoundingClientRect();
        if (!caret) return 'no caret';
        const [x, y] = [caret.left + 1, (caret.top + caret.bottom) / 2];
        const on = document.elementFromPoint(x, y);
        if (!on?.closest('[role=document]')) return `${on?.outerHTML.slice(0, 80)} at ${x}, ${y}`;
        const { startContainer, startOffset } = document.caretRangeFromPoint(x, y);
        return `${startContainer.data?.slice(Math.max(0, startOffset - 8), startOffset + 8)}`")
    .await
}

async fn scroll(top: u32) {
    run(&format!("document.querySelector('#mounted .scroller').scrollTop = {top}"));
    frames(4).await;
}

/// The caret where a pointer has put it, which scrolls nothing.
async fn place(store: &Store, at: u32) {
    let position = ByteOffset(at);
    let cursor = Cursor {
        article: "x".into(),
        anchor: position,
        head: position,
        snap: Snap::Words,
        by_pointer: true,
        at_line_end: false,
    };
    store.dispatch(CaretAction::Place(Some(cursor)));
    settle().await;
}

fn head(store: &Store) -> u32 {
    store.state().view.cursor.as_ref().unwrap().head.0
}

#[wasm_bindgen_test]
async fn the_end_and_the_start_of_a_long_text_come_into_view() {
    page(&[("x", &long_text())], &[]).await;
    press("F6").await;
    assert!(has_focus(&article("x")));
    press("Control+End").await;
    assert_eq!(seen_at_caret().await, "The end.");
    press("Control+Home").await;
    assert_eq!(seen_at_caret().await, "Paragrap");
    for _ in 0..60 {
        press("Control+ArrowDown").await;
    }
    let seen = seen_at_caret().await;
    assert!(seen.contains("Par") || seen.contains("The end"), "{seen}");
}

#[wasm_bindgen_test]
async fn arrow_keys_move_from_a_caret_that_is_out_of_view() {
    let text = long_text();
    let store = page(&[("x", &text)], &[]).await;
    press("F6").await;
    // A paragraph that was never in view.
    let start = text.find("Paragraph 150.").unwrap() as u32;
    place(&store, start + 4).await;
    press("ArrowDown").await;
    let moved = head(&store);
    assert!(moved > start + 20 && moved < start + 200, "one line down: {moved} from {start}");
    let seen = seen_at_caret().await;
    let around = &text[moved as usize - 4..moved as usize + 4];
    assert!(seen.contains(around), "{seen} has {around}");

    scroll(0).await;
    press("Home").await;
    assert!(head(&store) <= moved && head(&store) > start, "the start of the line: {} from {moved}", head(&store));
    scroll(0).await;
    press("End").await;
    press("ArrowUp").await;
    assert!(head(&store) >= start && head(&store) < start + 200, "{} from {start}", head(&store));
    let seen = seen_at_caret().await;
    assert!(!seen.contains('<') && seen != "no caret", "{seen}");
}

/// A page with a selected claim that was never in view.
async fn with_far_tag() -> Store {
    let text = long_text();
    let start = text.find("Paragraph 150.").unwrap();
    let store = page(&[("x", &text)], &[("a1", "x", "Claim", &[(start, start + 14)])]).await;
    article("x").focus().unwrap();
    store.dispatch(SelectAction::Only(Some("a1".into())));
    settle().await;
    scroll(0).await;
    store
}

#[wasm_bindgen_test]
async fn popovers_beside_a_tag_below_the_window_are_at_its_lower_edge() {
    with_far_tag().await;
    let height = run("return innerHeight").as_f64().unwrap();
    for (key, popover) in [("d", ".attribute-palette"), ("l", ".palette:not([hidden])"), ("r", ".link-popover")] {
        scroll(0).await;
        press(key).await;
        let rect = one(popover).get_bounding_client_rect();
        assert!((height - rect.bottom() - 8.0).abs() < 4.0, "{key}: {} to {} of {height}", rect.top(), rect.bottom());
        press("Escape").await;
    }
}

#[wasm_bindgen_test]
async fn a_row_far_down_in_a_long_list_comes_into_view() {
    let text = "word ".repeat(500);
    let ids: Vec<String> = (0..500).map(|number| format!("a{number}")).collect();
    let ranges: Vec<[(usize, usize); 1]> = (0..500).map(|number| [(5 * number, 5 * number + 4)]).collect();
    let tags: Vec<Tag<'_>> =
        ids.iter().zip(&ranges).map(|(id, range)| (id.as_str(), "x", "Person", range.as_slice())).collect();
    let store = page(&[("x", &text)], &tags).await;
    for number in [420, 30, 499, 250] {
        store.dispatch(SelectAction::Only(Some(format!("a{number}").as_str().into())));
        settle().await;
        frames(6).await;
        let seen = js(&format!(
            "const row = document.getElementById('row-a{number}');
             const {{ left, top, width, height }} = row.getBoundingClientRect();
             const on = document.elementFromPoint(left + width / 2, top + height / 2);
             return row.contains(on) ? 'seen' : `${{on?.outerHTML.slice(0, 80)}} at ${{top}} of ${{innerHeight}}`"
        ))
        .await;
        assert_eq!(seen, "seen", "row {number}");
    }
}
