//! Scrolling the columns: to a position of a text, and back to where an article was scrolled to.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::app::ScrollPosition;
use crate::model::ArticleId;
use crate::text::{ByteOffset, Text, TextRange, Unit};
use crate::web::dom_text;
use crate::web::frame::next_frame;

/// How often a place is scrolled to: each time it comes near, more of what is around it is laid out for the first time.
const TRIES: usize = 4;
/// CSS pixels between the caret and the edge of the column, while keys move it.
const CARET_MARGIN: f64 = 24.0;

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
    let end = text.next(position, Unit::Grapheme);
    let Some(rect) = dom_text::rect_of(root, text, TextRange::new(position, end)) else { return };
    if rect.top < frame.top() || rect.bottom > frame.bottom() {
        let third = frame.height() / 3.0;
        scroller.set_scroll_top((f64::from(scroller.scroll_top()) + rect.top - frame.top() - third) as i32);
    }
}

fn block_of(root: &Element, number: usize) -> Option<Element> {
    root.query_selector(&format!("[data-block=\"{number}\"]")).ok().flatten()
}

/// Has a block laid out from now on, however far it is from the window, so that its text can be measured. Firefox gives the
/// estimated rectangle until then.
fn lay_out(block: &Element) {
    // The name of the attribute is valid, so this cannot fail.
    let _ = block.set_attribute("data-laid-out", "");
}

/// Scrolls a text's column just as far as needed to show what is between two heights of the window, in CSS pixels.
pub(in crate::ui) fn scroll_to_caret(root: &Element, top: f64, bottom: f64) {
    let Some(scroller) = scroller_of(root) else { return };
    let frame = scroller.get_bounding_client_rect();
    let above = frame.top() + CARET_MARGIN - top;
    let below = bottom - (frame.bottom() - CARET_MARGIN);
    if above > 0.0 {
        scroller.set_scroll_top(scroller.scroll_top() - above.ceil() as i32);
    } else if below > 0.0 {
        scroller.set_scroll_top(scroller.scroll_top() + below.ceil() as i32);
    }
}

/// Scrolls whatever has to be scrolled, just as far as needed to show an element.
pub(in crate::ui) fn scroll_into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls a list, and nothing around it, just as far as needed to show one of its items.
pub(in crate::ui) fn scroll_in_list(list: &Element, item: &Element) {
    let (own, frame) = (item.get_bounding_client_rect(), list.get_bounding_client_rect());
    let away = (own.bottom() - frame.bottom()).max(0.0) + (own.top() - frame.top()).min(0.0);
    list.set_scroll_top(list.scroll_top() + away as i32);
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
