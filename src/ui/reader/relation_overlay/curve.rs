//! The curve from one tag to another.

use super::visible::Visible;
use crate::web::dom_text::Rect;

/// A point in CSS pixels of the window.
type Point = (f64, f64);

/// The points of a cubic Bézier curve from one tag to another.
pub(super) fn curve(near: &Visible, far: &Visible) -> [Point; 4] {
    let (a, b) = (&near.rect, &far.rect);
    let middle = |rect: &Rect| (rect.top + rect.bottom) / 2.0;
    let (ay, by) = (middle(a), middle(b));
    if near.frame.left != far.frame.left {
        // From column to column: out of the facing sides.
        let (ax, bx) = if a.left < b.left { (a.right, b.left) } else { (a.left, b.right) };
        let bend = ((bx - ax) / 2.0).abs().max(14.0) * (bx - ax).signum();
        return [(ax, ay), (ax + bend, ay), (bx - bend, by), (bx, by)];
    }
    let is_wide = |rect: &Rect| rect.width() > 0.6 * near.frame.width() || rect.height() > 40.0;
    if is_wide(a) && is_wide(b) {
        // In one column, past the starts of the lines.
        let out = a.left.min(b.left) - (12.0 + (by - ay).abs() / 8.0).min(44.0);
        let out = out.max(near.frame.left + 4.0);
        return [(a.left, ay), (out, ay), (out, by), (b.left, by)];
    }
    let (ax, bx) = ((a.left + a.right) / 2.0, (b.left + b.right) / 2.0);
    if (by - ay).abs() < 20.0 {
        // On one line: above it.
        return [(ax, a.top), (ax, a.top - 24.0), (bx, b.top - 24.0), (bx, b.top)];
    }
    let (ay, by) = if ay < by { (a.bottom, b.top) } else { (a.top, b.bottom) };
    let bend = (by - ay) / 2.0;
    [(ax, ay), (ax, ay + bend), (bx, by - bend), (bx, by)]
}

/// The point in the middle of a cubic Bézier curve.
pub(super) fn middle_of([a, b, c, d]: [Point; 4]) -> (i32, i32) {
    let middle = |f: fn(&Point) -> f64| ((f(&a) + 3.0 * f(&b) + 3.0 * f(&c) + f(&d)) / 8.0).round() as i32;
    (middle(|p| p.0), middle(|p| p.1))
}
