//! Positions of ranges of the text in the window, in CSS pixels.

use web_sys::{DomRect, Element, Node, Range};

use super::point_of;
use crate::text::{ByteOffset, Text, TextRange};

/// A rectangle in the window, in CSS pixels from its upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub left: f64,
    /// The upper edge.
    pub top: f64,
    /// The right edge.
    pub right: f64,
    /// The lower edge.
    pub bottom: f64,
}

impl Rect {
    /// The width in CSS pixels.
    pub fn width(self) -> f64 {
        self.right - self.left
    }

    /// The height in CSS pixels.
    pub fn height(self) -> f64 {
        self.bottom - self.top
    }
}

impl From<DomRect> for Rect {
    fn from(rect: DomRect) -> Self {
        Self { left: rect.left(), top: rect.top(), right: rect.right(), bottom: rect.bottom() }
    }
}

/// The bounding rectangle of a range of the text; `None` if the range is empty or not rendered.
pub fn rect_of(root: &Element, text: &Text, range: TextRange) -> Option<Rect> {
    let range = dom_range(root, text, range)?;
    Some(Rect::from(range.get_bounding_client_rect())).filter(|rect| rect.height() > 0.0)
}

/// The rectangle of a caret at a position, without width; `None` if the text is not rendered there. `at_line_end` tells whether it
/// is at the end of a line that is broken there only on the screen, and not at the start of the next one.
pub fn caret_rect(root: &Element, text: &Text, position: ByteOffset, at_line_end: bool) -> Option<Rect> {
    if at_line_end && let Some(rect) = line_end_rect(root, text, position) {
        return Some(rect);
    }
    let (node, offset) = point_of(root, text, position, true)?;
    let collapsed = range_between(&node, offset, &node, offset)?;
    let exact = Rect::from(collapsed.get_bounding_client_rect());
    let neighbour = |from, to| rects(root, text, TextRange::new(from, to));
    let after = neighbour(position, text.next_grapheme(position)).into_iter().next_back();
    if exact.height() > 0.0 {
        // Where a line is broken only on the screen, browsers give the end of the line or the start of the next.
        return match after.filter(|after| after.top >= exact.bottom - 1.0) {
            Some(after) => {
                let edge = if text.is_right_to_left() { after.right } else { after.left };
                Some(Rect { left: edge, right: edge, ..after })
            }
            None => Some(Rect { right: exact.left, ..exact }),
        };
    }
    let before = || neighbour(text.previous_grapheme(position), position).into_iter().next_back();
    let at_left = after.map(|rect| Rect { right: rect.left, ..rect });
    at_left.or_else(|| before().map(|rect| Rect { left: rect.right, ..rect }))
}

/// The rectangle of a caret after the last visible character before a position.
fn line_end_rect(root: &Element, text: &Text, position: ByteOffset) -> Option<Rect> {
    // Spaces where a line is broken hang over its end.
    let line = text.as_str().get(..position.index())?.trim_end_matches(' ');
    let end = ByteOffset::from_index(line.len());
    let last = TextRange::new(text.previous_grapheme(end), end);
    let rect = rects(root, text, last).into_iter().next_back()?;
    let edge = if text.is_right_to_left() { rect.left } else { rect.right };
    Some(Rect { left: edge, right: edge, ..rect })
}

/// The rectangles of a range of text, one for each line or element; none for what is empty or not drawn.
pub fn rects(root: &Element, text: &Text, range: TextRange) -> Vec<Rect> {
    let list = dom_range(root, text, range).and_then(|range| range.get_client_rects());
    let all = list.iter().flat_map(|list| (0..list.length()).filter_map(|index| list.item(index)));
    all.map(Rect::from).filter(|rect| rect.height() > 0.0).collect()
}

fn dom_range(root: &Element, text: &Text, range: TextRange) -> Option<Range> {
    if range.is_empty() {
        return None;
    }
    let (start, start_offset) = point_of(root, text, range.start(), true)?;
    let (end, end_offset) = point_of(root, text, range.end(), false)?;
    range_between(&start, start_offset, &end, end_offset)
}

thread_local! {
    /// The range that is measured. Only one, because browsers update all ranges with each change of the DOM until they are collected.
    static MEASURED: Option<Range> = crate::web::document().and_then(|document| document.create_range().ok());
}

fn range_between(start: &Node, start_offset: u32, end: &Node, end_offset: u32) -> Option<Range> {
    let range = MEASURED.with(Clone::clone)?;
    range.set_start(start, start_offset).ok()?;
    range.set_end(end, end_offset).ok()?;
    Some(range)
}
