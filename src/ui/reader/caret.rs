//! The caret and the selection as the page shows them, and scrolling to a place in a text.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::text::{ByteOffset, Text, TextRange, snap};
use crate::ui::place;
use crate::ui::store::Cursor;
use crate::web::frame::next_frame;
use crate::web::{dom_text, selection};

/// Shows where the cursor is: as the browser's own selection, and as a caret that browsers draw in editors only.
pub(super) fn draw(root: &NodeRef, caret: &NodeRef, text: &Text, cursor: Option<&Cursor>) {
    let (Some(root), Some(caret)) = (root.cast::<Element>(), caret.cast::<HtmlElement>()) else { return };
    let Some(cursor) = cursor else {
        caret.set_hidden(true);
        return;
    };
    // Where something else has the keyboard, its own selection must stay.
    if has_focus(&root) {
        let (anchor, head) = shown(text, cursor);
        selection::set(&root, text, anchor, head);
    }
    let Some(rect) = dom_text::caret_rect(&root, text, cursor.head) else {
        caret.set_hidden(true);
        return;
    };
    caret.set_hidden(!cursor.range().is_empty());
    let Some(page) = caret.offset_parent() else { return };
    let origin = page.get_bounding_client_rect();
    place::set(&caret, rect.left - origin.left(), rect.top - origin.top());
    let _ = caret.style().set_property("height", &format!("{}px", (rect.bottom - rect.top).round() as i32));
    if has_focus(&root) && !cursor.by_pointer {
        scroll_to_show(&root, rect.top, rect.bottom);
    }
}

/// The ends of the selection as they are shown.
fn shown(text: &Text, cursor: &Cursor) -> (ByteOffset, ByteOffset) {
    let snapped = snap(text, cursor.range(), cursor.how).filter(|_| cursor.by_pointer && !cursor.range().is_empty());
    match snapped {
        Some(range) if cursor.anchor <= cursor.head => (range.start(), range.end()),
        Some(range) => (range.end(), range.start()),
        None => (cursor.anchor, cursor.head),
    }
}

fn has_focus(root: &Element) -> bool {
    gloo::utils::document().active_element().is_some_and(|active| root.contains(Some(&active)))
}

/// Scrolls the column just as far as needed to show what lies between two heights of the window.
fn scroll_to_show(root: &Element, top: f64, bottom: f64) {
    const MARGIN: f64 = 24.0;
    let Some(scroller) = scroller_of(root) else { return };
    let frame = scroller.get_bounding_client_rect();
    let above = frame.top() + MARGIN - top;
    let below = bottom - (frame.bottom() - MARGIN);
    if above > 0.0 {
        scroller.set_scroll_top(scroller.scroll_top() - above.ceil() as i32);
    } else if below > 0.0 {
        scroller.set_scroll_top(scroller.scroll_top() + below.ceil() as i32);
    }
}

/// How often a place is scrolled to: each time it comes near, more of what is around it is laid out for the first time.
pub(super) const TRIES: usize = 4;

/// Scrolls an article so that a position stands in the upper half of its column, unless it is in view.
pub(super) fn bring_into_view(root: &NodeRef, text: &Text, position: ByteOffset) {
    let Some(root) = root.cast::<Element>() else { return };
    let text = text.clone();
    spawn_local(async move {
        for _ in 0..TRIES {
            scroll_near(&root, &text, position);
            next_frame().await;
        }
    });
}

/// Scrolls a column so that a position stands in its upper half, unless it is in view.
pub(super) fn scroll_near(root: &Element, text: &Text, position: ByteOffset) {
    let Some(scroller) = scroller_of(root) else { return };
    // A block that was never laid out has only an estimated height: go there first, then look where the words are.
    let block = root.query_selector(&format!("[data-block=\"{}\"]", text.block_at(position))).ok().flatten();
    let frame = scroller.get_bounding_client_rect();
    if let Some(block) = block {
        let rect = block.get_bounding_client_rect();
        if rect.top() > frame.bottom() || rect.bottom() < frame.top() {
            block.scroll_into_view();
        }
    }
    let end = text.next(position, crate::text::Unit::Grapheme);
    let Some(rect) = dom_text::rect_of(root, text, TextRange::new(position, end)) else { return };
    if rect.top < frame.top() || rect.bottom > frame.bottom() {
        let third = frame.height() / 3.0;
        scroller.set_scroll_top((f64::from(scroller.scroll_top()) + rect.top - frame.top() - third) as i32);
    }
}

/// Whether an element can be seen in its column.
pub(super) fn is_in_view(element: &Element) -> bool {
    let Some(scroller) = scroller_of(element) else { return false };
    let (frame, rect) = (scroller.get_bounding_client_rect(), element.get_bounding_client_rect());
    rect.bottom() > frame.top() && rect.top() < frame.bottom()
}

fn scroller_of(root: &Element) -> Option<HtmlElement> {
    root.closest(".scroller").ok().flatten()?.dyn_into().ok()
}
