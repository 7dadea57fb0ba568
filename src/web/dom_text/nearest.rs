//! The text position nearest to a point anywhere in the window.

use web_sys::Element;

use super::{Rect, offset_at_point};
use crate::text::{ByteOffset, Text};

/// The position of an article's text nearest to a point of the window, in CSS pixels, as far as the text is shown inside of `frame`: on
/// the line at the height of the point, or the nearest line.
///
/// `None` where the text is not shown, and where the browser has no way to tell.
pub fn nearest_position(root: &Element, text: &Text, frame: Rect, x: f64, y: f64) -> Option<ByteOffset> {
    let own = Rect::from(root.get_bounding_client_rect());
    let (left, right) = (own.left.max(frame.left) + 1.0, own.right.min(frame.right) - 1.0);
    let (top, bottom) = (own.top.max(frame.top) + 1.0, own.bottom.min(frame.bottom) - 1.0);
    if left > right || top > bottom {
        return None;
    }
    let point = offset_at_point(x.clamp(left, right) as f32, y.clamp(top, bottom) as f32)?;
    if &point.root == root { point.position(text) } else { None }
}
