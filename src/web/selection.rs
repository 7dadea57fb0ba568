//! The window's selection, read as positions in an article and set from them.

use web_sys::{Element, Node, Selection};

use super::dom_text::{DomPoint, offset_of, point_of};
use crate::model::ArticleId;
use crate::text::{ByteOffset, Text};

/// A selection that begins in an article's text. Read its positions at once: the DOM may change under it.
#[derive(Clone, Debug)]
pub struct Selected {
    /// The article.
    pub article: ArticleId,
    /// The element that contains the article's text.
    pub root: Element,
    /// Where it was begun.
    anchor: (Node, u32),
    /// Where its moving end is, which may be outside the article.
    focus: (Node, u32),
}

/// Whether a movement moves the anchor or extends the selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alter {
    /// The selection becomes a caret at the new place.
    Move,
    /// The selection grows or shrinks to the new place.
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

/// The window's selection, or its caret if nothing is selected; `None` if it was not begun in an article's text.
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
    /// Where it was begun and where its moving end is, given the article's text. An end that lies outside the article
    /// is taken as the nearer end of its text.
    pub fn positions(&self, text: &Text) -> Option<(ByteOffset, ByteOffset)> {
        let anchor = offset_of(&self.root, text, &self.anchor.0, self.anchor.1)?;
        let head = offset_of(&self.root, text, &self.focus.0, self.focus.1).or_else(|| self.clamped(text))?;
        Some((anchor, head))
    }

    /// The article, where the selection was begun, and where its moving end is; `lookup` gives the article's text.
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

/// Selects from `anchor` to `head`, which may lie before it; a caret if both are the same.
///
/// Returns `false` if the DOM below `root` has not the text or the browser refuses.
pub fn set(root: &Element, text: &Text, anchor: ByteOffset, head: ByteOffset) -> bool {
    let apply = || {
        let (from, from_offset) = point_of(root, text, anchor, anchor <= head)?;
        let (to, to_offset) = point_of(root, text, head, head <= anchor)?;
        selection()?.set_base_and_extent(&from, from_offset, &to, to_offset).ok()
    };
    apply().is_some()
}

/// Selects nothing.
pub fn clear() {
    if let Some(selection) = selection() {
        // There is nothing to clear where this fails.
        let _ = selection.remove_all_ranges();
    }
}

/// Moves the selection's moving end as the browser does in its own text fields, so that lines are those on the screen.
///
/// Returns `false` where the browser cannot.
pub fn modify(alter: Alter, direction: Direction, granularity: Granularity) -> bool {
    let selection = selection().filter(|selection| selection.range_count() > 0);
    selection.is_some_and(|it| it.modify(alter.word(), direction.word(), granularity.word()).is_ok())
}

impl Alter {
    fn word(self) -> &'static str {
        match self {
            Self::Move => "move",
            Self::Extend => "extend",
        }
    }
}

impl Direction {
    fn word(self) -> &'static str {
        match self {
            Self::Forward => "forward",
            Self::Backward => "backward",
            Self::Left => "left",
            Self::Right => "right",
        }
    }
}

impl Granularity {
    fn word(self) -> &'static str {
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
