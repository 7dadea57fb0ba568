//! Places floating parts of the page beside what they belong to, always inside the window.

use web_sys::HtmlElement;

use crate::web::clock;
use crate::web::dom_text::Rect;

/// Pixels kept free between a floating part, what it belongs to, and the window's edge.
const GAP: f64 = 8.0;

/// Puts a fixed element below a rectangle, or above it where there is more room.
pub(super) fn beside(element: &HtmlElement, rect: &Rect) {
    let (width, height) = (clock::window_width(), clock::window_height());
    let (own_width, own_height) = (f64::from(element.offset_width()), f64::from(element.offset_height()));
    let below = rect.bottom + GAP;
    let above = rect.top - GAP - own_height;
    let top = if below + own_height + GAP <= height || above < GAP { below } else { above };
    set(element, rect.left.min(width - own_width - GAP).max(GAP), top.min(height - own_height - GAP).max(GAP));
}

/// Puts a fixed element at the foot of what begins at `left` and ends at `bottom`.
pub(super) fn at_foot(element: &HtmlElement, left: f64, bottom: f64) {
    let (width, height) = (f64::from(element.offset_width()), f64::from(element.offset_height()));
    let bottom = bottom.min(clock::window_height());
    set(element, (left + GAP).min(clock::window_width() - width - GAP).max(GAP), (bottom - height - GAP).max(GAP));
}

/// Moves a positioned element, in pixels.
pub(super) fn set(element: &HtmlElement, left: f64, top: f64) {
    let style = element.style();
    // Whole pixels: showing a fraction is much code.
    let (left, top) = (left.round() as i32, top.round() as i32);
    // A refused property leaves the element where it was, which is no worse than before.
    let _ = style.set_property("left", &format!("{left}px"));
    let _ = style.set_property("top", &format!("{top}px"));
}
