//! Scrolling the columns: to a position of a text, and back to where an article was scrolled to.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::measure::{block_of, lay_out, lay_out_at};
use crate::app::ScrollPosition;
use crate::model::ArticleId;
use crate::text::{ByteOffset, Text, TextRange};
use crate::web::dom_text;
use crate::web::frame::next_frame;

/// How often a place is scrolled to: each time it comes near, more of what is around it is laid out for the first time.
const TRIES: usize = 4;
/// CSS pixels between the caret and the edge of the column, while keys move it.
const CARET_MARGIN: f64 = 24.0;

thread_local! {
    /// Counts the rows that were scrolled to.
    static LATEST_ROW: Cell<u32> = const { Cell::new(0) };
}

/// The element that scrolls a text.
pub(in crate::ui) fn scroller_of(element: &Element) -> Option<HtmlElement> {
    element.closest(".scroller").ok().flatten()?.dyn_into().ok()
}

/// Scrolls an article so that a position is in the upper half of its column, unless it is in view. The column may only just
/// have opened.
pub(in crate::ui) fn scroll_to(article: &ArticleId, text: &Text, position: ByteOffset) {
    let (article, text) = (article.clone(), text.clone());
    spawn_local(async move {
        for _ in 0..2 * TRIES {
            if let Some(root) = dom_text::root_of(&article) {
                scroll_near(&root, &text, position);
            }
            next_frame().await;
        }
    });
}

fn scroll_near(root: &Element, text: &Text, position: ByteOffset) {
    let Some(scroller) = scroller_of(root) else { return };
    let frame = scroller.get_bounding_client_rect();
    // The height of a block that was never laid out is an estimate: go there first, then see where the text is.
    if let Some(block) = block_of(root, text.block_at(position)) {
        lay_out(&block);
        let rect = block.get_bounding_client_rect();
        if rect.top() > frame.bottom() || rect.bottom() < frame.top() {
            block.scroll_into_view();
        }
    }
    let end = text.next_grapheme(position);
    let Some(rect) = dom_text::rect_of(root, text, TextRange::new(position, end)) else { return };
    if rect.top < frame.top() || rect.bottom > frame.bottom() {
        let third = frame.height() / 3.0;
        scroller.set_scroll_top((f64::from(scroller.scroll_top()) + rect.top - frame.top() - third) as i32);
    }
}

/// Scrolls a text's column just as far as needed to show a caret at a position; `at_line_end` as for a cursor. What is around it may be
/// laid out for the first time then and move it, so `redraw` is called after each try, until it returns that the caret is elsewhere.
pub(in crate::ui) fn scroll_to_caret(
    root: &Element,
    text: &Text,
    (position, at_line_end): (ByteOffset, bool),
    redraw: impl Fn() -> bool + 'static,
) {
    if !show_caret(root, text, position, at_line_end) {
        return;
    }
    let (root, text) = (root.clone(), text.clone());
    spawn_local(async move {
        for _ in 0..TRIES {
            next_frame().await;
            if !redraw() {
                return;
            }
            if show_caret(&root, &text, position, at_line_end) {
                redraw();
            }
        }
    });
}

/// Scrolls once; returns whether that was needed.
fn show_caret(root: &Element, text: &Text, position: ByteOffset, at_line_end: bool) -> bool {
    let Some(scroller) = scroller_of(root) else { return false };
    lay_out_at(root, text, position);
    let Some(rect) = dom_text::caret_rect(root, text, position, at_line_end) else { return false };
    let frame = scroller.get_bounding_client_rect();
    let above = frame.top() + CARET_MARGIN - rect.top;
    let below = rect.bottom - (frame.bottom() - CARET_MARGIN);
    let before = scroller.scroll_top();
    if above > 0.0 {
        scroller.set_scroll_top(before - above.ceil() as i32);
    } else if below > 0.0 {
        scroller.set_scroll_top(before + below.ceil() as i32);
    }
    scroller.scroll_top() != before
}

/// Scrolls whatever has to be scrolled, just as far as needed to show an element.
pub(in crate::ui) fn scroll_into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    show_row(element, move |element| element.scroll_into_view_with_scroll_into_view_options(&options));
}

/// Scrolls a list, and nothing around it, just as far as needed to show one of its items.
pub(in crate::ui) fn scroll_in_list(list: &Element, item: &Element) {
    let list = list.clone();
    show_row(item, move |item| {
        let (own, frame) = (item.get_bounding_client_rect(), list.get_bounding_client_rect());
        let away = (own.bottom() - frame.bottom()).max(0.0) + (own.top() - frame.top()).min(0.0);
        list.set_scroll_top(list.scroll_top() + away as i32);
    });
}

/// Scrolls to a row, again while the rows around it are laid out for the first time, until another row is scrolled to.
fn show_row(row: &Element, scroll: impl Fn(&Element) + 'static) {
    let top = || row.get_bounding_client_rect().top();
    let before = top();
    scroll(row);
    let number = LATEST_ROW.get().wrapping_add(1);
    LATEST_ROW.set(number);
    if (top() - before).abs() < 0.5 {
        return;
    }
    let row = row.clone();
    spawn_local(async move {
        for _ in 0..TRIES {
            next_frame().await;
            if LATEST_ROW.get() != number || !row.is_connected() {
                return;
            }
            scroll(&row);
        }
    });
}

/// Scrolls a text's column so that a line is where it was, and calls back with each distance from the top that it is scrolled to, in
/// CSS pixels. Takes a few frames.
pub(in crate::ui) async fn keep_position(root: &Element, text: &Text, at: ScrollPosition, scrolled: impl Fn(i32)) {
    for _ in 0..TRIES {
        if let (Some(scroller), Some(block)) = (scroller_of(root), block_of(root, text.block_at(at.position))) {
            lay_out(&block);
            let rect = dom_text::caret_rect(root, text, at.position, false);
            let is_start = at.position == ByteOffset(0) && at.pixels >= 0.0;
            let away = rect.map(|rect| rect.top - scroller.get_bounding_client_rect().top() - at.pixels);
            if let Some(away) = away {
                let top = f64::from(scroller.scroll_top()) + away;
                scroller.set_scroll_top(if is_start { 0 } else { top.round() as i32 });
                scrolled(scroller.scroll_top());
            }
        }
        next_frame().await;
    }
}
