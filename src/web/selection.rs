//! Reads and sets the window's selection as positions in an article.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Selection};

use super::dom_text::{DomPoint, Rect, article_of, offset_of, point_of};
use crate::model::ArticleId;
use crate::text::{ByteOffset, Text};

/// A selection that begins in an article's text. It refers to DOM nodes, so convert it before the DOM changes.
#[derive(Clone, Debug)]
pub struct Selected {
    /// The article.
    pub article: ArticleId,
    /// The element that contains the article's text.
    pub root: Element,
    /// Anchor node and offset.
    anchor: (Node, u32),
    /// Focus node and offset, which may be outside of the article.
    focus: (Node, u32),
}

/// Whether a movement moves the caret or extends the selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alter {
    /// The selection becomes a caret at the new position.
    Move,
    /// The focus of the selection moves to the new position.
    Extend,
}

/// Direction of a movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards the end of the text.
    Forward,
    /// Towards the start of the text.
    Backward,
    /// To the left on the screen.
    Left,
    /// To the right on the screen.
    Right,
}

/// Granularity of a movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Granularity {
    /// To the next character.
    Character,
    /// To the next word.
    Word,
    /// To the next line on the screen.
    Line,
    /// To the edge of the line on the screen.
    LineBoundary,
}

/// The window's selection, which may be a caret; `None` if its anchor is not in an article's text.
pub fn read() -> Option<Selected> {
    let selection = selection()?;
    if selection.range_count() == 0 {
        return None;
    }
    let (anchor, focus) = (selection.anchor_node()?, selection.focus_node()?);
    let point = DomPoint::at(anchor, selection.anchor_offset())?;
    let focus = (focus, selection.focus_offset());
    Some(Selected { article: point.article, root: point.root, anchor: (point.node, point.offset), focus })
}

impl Selected {
    /// Anchor and focus as positions, given the article's text. A focus outside of the article is moved to the nearer
    /// end of the text.
    pub fn positions(&self, text: &Text) -> Option<(ByteOffset, ByteOffset)> {
        let anchor = self.anchor(text)?;
        let head = offset_of(&self.root, text, &self.focus.0, self.focus.1).or_else(|| self.clamped(text))?;
        Some((anchor, head))
    }

    /// The anchor as a position, given the article's text.
    pub fn anchor(&self, text: &Text) -> Option<ByteOffset> {
        offset_of(&self.root, text, &self.anchor.0, self.anchor.1)
    }

    /// Whether the focus is in the article's text too.
    pub fn is_inside(&self) -> bool {
        self.root.contains(Some(&self.focus.0))
    }

    /// Where the focus is in the window; `None` if nothing is rendered there.
    pub fn focus_rect(&self) -> Option<Rect> {
        let (node, offset) = &self.focus;
        let range = super::document()?.create_range().ok()?;
        range.set_start(node, *offset).ok()?;
        let rect = Rect::from(range.get_bounding_client_rect());
        let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element());
        // A place beside an element without text has no rectangle of its own.
        if rect.height() > 0.0 { Some(rect) } else { Some(Rect::from(element?.get_bounding_client_rect())) }
    }

    /// The article, and anchor and focus as positions; `lookup` returns the article's text.
    pub fn resolve(
        &self,
        lookup: impl FnOnce(&ArticleId) -> Option<Text>,
    ) -> Option<(ArticleId, ByteOffset, ByteOffset)> {
        let (anchor, head) = self.positions(&lookup(&self.article)?)?;
        Some((self.article.clone(), anchor, head))
    }

    fn clamped(&self, text: &Text) -> Option<ByteOffset> {
        let range = super::document()?.create_range().ok()?;
        range.select_node_contents(&self.root).ok()?;
        let side = range.compare_point(&self.focus.0, self.focus.1).ok()?;
        Some(if side < 0 { ByteOffset(0) } else { text.end() })
    }
}

/// Selects from `anchor` to `head`, which may be before it; sets a caret if both are equal.
///
/// Returns `false` if the DOM below `root` does not contain the text, or if the browser refuses.
pub fn set(root: &Element, text: &Text, anchor: ByteOffset, head: ByteOffset) -> bool {
    let apply = || {
        let (from, from_offset) = point_of(root, text, anchor, anchor <= head)?;
        let (to, to_offset) = point_of(root, text, head, head <= anchor)?;
        selection()?.set_base_and_extent(&from, from_offset, &to, to_offset).ok()
    };
    apply().is_some()
}

/// Whether text outside of articles is selected.
pub fn is_outside_articles() -> bool {
    let selection = selection().filter(|selection| selection.range_count() > 0 && !selection.is_collapsed());
    selection.and_then(|selection| selection.anchor_node()).is_some_and(|anchor| article_of(&anchor).is_none())
}

/// Removes the selection.
pub fn clear() {
    if let Some(selection) = selection() {
        // Fails only if there is no selection.
        let _ = selection.remove_all_ranges();
    }
}

/// Moves the caret, or the focus of the selection, as the browser does in text fields: by the lines on the screen.
///
/// Returns `false` if the browser cannot do that.
pub fn modify(alter: Alter, direction: Direction, granularity: Granularity) -> bool {
    let selection = selection().filter(|selection| selection.range_count() > 0);
    selection.is_some_and(|it| it.modify(alter.keyword(), direction.keyword(), granularity.keyword()).is_ok())
}

impl Alter {
    fn keyword(self) -> &'static str {
        match self {
            Self::Move => "move",
            Self::Extend => "extend",
        }
    }
}

impl Direction {
    fn keyword(self) -> &'static str {
        match self {
            Self::Forward => "forward",
            Self::Backward => "backward",
            Self::Left => "left",
            Self::Right => "right",
        }
    }
}

impl Granularity {
    fn keyword(self) -> &'static str {
        match self {
            Self::Character => "character",
            Self::Word => "word",
            Self::Line => "line",
            Self::LineBoundary => "lineboundary",
        }
    }
}

fn selection() -> Option<Selection> {
    web_sys::window()?.get_selection().ok()?
}
