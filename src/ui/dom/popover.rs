//! Positions of popovers: beside what they belong to, always inside the window.

use web_sys::HtmlElement;

use super::measure::rect_of_range;
use super::scroll::scroller_of;
use crate::model::{Article, ArticleId};
use crate::text::TextRange;
use crate::web::clock;
use crate::web::dom_text::{self, Rect};

/// CSS pixels between a popover, what it belongs to, and the edge of the window.
const GAP: f64 = 8.0;

/// Puts a fixed element below a rectangle, or above it where there is more room.
pub(in crate::ui) fn beside(element: &HtmlElement, rect: &Rect) {
    let (below, above) = (fits_below(element, rect), fits_above(element, rect));
    let is_below = below || !above;
    let top = if is_below { rect.bottom + GAP } else { rect.top - GAP - f64::from(element.offset_height()) };
    set_inside(element, rect.left, top);
}

/// Whether a fixed element has room below or above a rectangle.
pub(in crate::ui) fn has_room_beside(element: &HtmlElement, rect: &Rect) -> bool {
    fits_below(element, rect) || fits_above(element, rect)
}

fn fits_below(element: &HtmlElement, rect: &Rect) -> bool {
    rect.bottom + 2.0 * GAP + f64::from(element.offset_height()) <= clock::window_height()
}

fn fits_above(element: &HtmlElement, rect: &Rect) -> bool {
    rect.top - 2.0 * GAP - f64::from(element.offset_height()) >= 0.0
}

/// Puts a fixed element at the left of a rectangle, or below or above it where there is no room.
pub(in crate::ui) fn left_of(element: &HtmlElement, rect: &Rect) {
    let left = rect.left - GAP - f64::from(element.offset_width());
    match left >= GAP {
        true => set_inside(element, left, rect.top),
        false => beside(element, rect),
    }
}

/// Puts a fixed element beside the text, over the panel at its right, at the height of a rectangle. Where that panel is not beside
/// the text, below or above the rectangle.
pub(in crate::ui) fn over_side_panel(element: &HtmlElement, rect: &Rect) {
    let panel =
        gloo::utils::document().get_element_by_id("side").map(|panel| Rect::from(panel.get_bounding_client_rect()));
    let is_beside =
        |panel: &Rect| panel.width() > 0.0 && panel.left > rect.left && panel.top < clock::window_height() / 2.0;
    match panel.filter(is_beside) {
        Some(panel) => {
            // Whole pixels: formatting fractions needs much code.
            let _ = element.style().set_property("max-inline-size", &format!("{}px", (panel.width() - GAP) as i32));
            set_inside(element, panel.left, rect.top);
        }
        None => beside(element, rect),
    }
}

/// Moves a fixed element, in CSS pixels, as far as it stays inside of the window.
pub(in crate::ui) fn set_inside(element: &HtmlElement, left: f64, top: f64) {
    let (width, height) = (clock::window_width(), clock::window_height());
    let (own_width, own_height) = (f64::from(element.offset_width()), f64::from(element.offset_height()));
    set(element, left.min(width - own_width - GAP).max(GAP), top.min(height - own_height - GAP).max(GAP));
}

/// Puts a fixed element at the foot of what begins at `left` and ends at `bottom`.
pub(in crate::ui) fn at_foot(element: &HtmlElement, left: f64, bottom: f64) {
    let (width, height) = (f64::from(element.offset_width()), f64::from(element.offset_height()));
    let bottom = bottom.min(clock::window_height());
    set(element, (left + GAP).min(clock::window_width() - width - GAP).max(GAP), (bottom - height - GAP).max(GAP));
}

/// Moves a positioned element, in pixels.
pub(in crate::ui) fn set(element: &HtmlElement, left: f64, top: f64) {
    let style = element.style();
    // Whole pixels: formatting fractions needs much code.
    let (left, top) = (left.round() as i32, top.round() as i32);
    // A refused property leaves the element where it was, which is no worse than before.
    let _ = style.set_property("left", &format!("{left}px"));
    let _ = style.set_property("top", &format!("{top}px"));
}

/// Puts a fixed element beside a range of an article's text, if that is rendered.
pub(in crate::ui) fn beside_range(element: &HtmlElement, article: &Article, range: TextRange) {
    if let Some(rect) = rect_of_range(article, range) {
        beside(element, &rect);
    }
}

/// Puts a fixed element at the foot of an article's column.
pub(in crate::ui) fn at_foot_of_column(element: &HtmlElement, article: &ArticleId) {
    let Some(root) = dom_text::root_of(article) else { return };
    let frame = scroller_of(&root).map_or_else(|| root.get_bounding_client_rect(), |it| it.get_bounding_client_rect());
    at_foot(element, frame.left(), frame.bottom());
}
