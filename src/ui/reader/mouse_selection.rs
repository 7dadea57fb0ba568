//! Selecting text with the mouse. The ends of the selection are positions in the text, so they do not depend on which blocks are
//! rendered, and the moving end is the place of the pressed article nearest to the pointer, wherever the pointer is.

use std::cell::RefCell;

use web_sys::{Element, HtmlElement};

use super::drag::{self, Point};
use crate::app::ByPtr;
use crate::model::{Article, ArticleId};
use crate::text::{ByteOffset, TextRange, Unit};
use crate::ui::dom::scroll::scroller_of;
use crate::ui::later::Later;
use crate::web::entry_points::EntryPoints as _;
use crate::web::{dom_text, selection};

thread_local! {
    /// The selection that the mouse is making.
    static SELECTING: RefCell<Option<MouseSelection>> = const { RefCell::new(None) };
}

/// A selection by the mouse.
pub(super) struct MouseSelection {
    article: ByPtr<Article>,
    root: Element,
    /// What was pressed: a place between characters, a word or a line.
    anchor: TextRange,
    /// By what the selection grows.
    unit: Unit,
    /// The position nearest to the pointer.
    head: ByteOffset,
    /// Where the pointer is from left to right, in CSS pixels.
    x: f64,
}

/// A selection that the mouse has made.
pub(super) struct Selected {
    /// The fixed end.
    pub(super) anchor: ByteOffset,
    /// The moving end; the same if nothing was selected.
    pub(super) head: ByteOffset,
    /// Whether it was made by three clicks, of which the first two have selected a word.
    pub(super) is_of_lines: bool,
}

/// Begins a selection where the mouse was pressed. `clicks` is how often in a row: two select words, three lines. With `from`, the
/// selection begins there and ends at the pointer. `lost` is called if its end was missed.
pub(super) fn begin(
    article: &ByPtr<Article>,
    root: &Element,
    pointer: Point,
    clicks: i32,
    from: Option<ByteOffset>,
    lost: impl Fn() + 'static,
) {
    let Some(pressed) = nearest(article, root, pointer) else { return };
    let unit = match clicks {
        _ if from.is_some() => Unit::Grapheme,
        2 => Unit::Word,
        3.. => Unit::Block,
        _ => Unit::Grapheme,
    };
    let anchor = match from {
        Some(from) => TextRange::at(from),
        None => unit_at(article, root, pressed, unit, pointer.0),
    };
    let selecting =
        MouseSelection { article: article.clone(), root: root.clone(), anchor, unit, head: pressed, x: pointer.0 };
    SELECTING.set(Some(selecting));
    drag::begin(root, pointer, follow, lost);
    follow(pointer);
}

/// Ends the selection. `None` if the mouse was not selecting.
pub(super) fn end() -> Option<MouseSelection> {
    let selecting = SELECTING.take()?;
    drag::end();
    Some(selecting)
}

/// The ends of the selection that the mouse is making in an article.
pub(super) fn ends_in(article: &ArticleId) -> Option<(ByteOffset, ByteOffset)> {
    SELECTING
        .with_borrow(|selecting| selecting.as_ref().filter(|it| &it.article.id == article).map(MouseSelection::ends))
}

impl MouseSelection {
    /// What is selected.
    pub(super) fn selected(&self) -> Selected {
        let (anchor, head) = self.ends();
        Selected { anchor, head, is_of_lines: self.unit == Unit::Block }
    }

    fn ends(&self) -> (ByteOffset, ByteOffset) {
        let head = unit_at(&self.article, &self.root, self.head, self.unit, self.x);
        match head.start() < self.anchor.start() {
            true => (self.anchor.end(), head.start()),
            false => (self.anchor.start(), head.end().max(self.anchor.end())),
        }
    }
}

/// Moves the end of the selection to the pointer.
fn follow(pointer: Point) {
    let shown = SELECTING.with_borrow_mut(|selecting| {
        let selecting = selecting.as_mut()?;
        selecting.x = pointer.0;
        if let Some(head) = nearest(&selecting.article, &selecting.root, pointer) {
            selecting.head = head;
        }
        Some((selecting.root.clone(), selecting.article.clone(), selecting.ends()))
    });
    if let Some((root, article, (anchor, head))) = shown {
        selection::set(&root, &article.text, anchor, head);
    }
}

/// The position of an article's visible text that is nearest to a point of the window.
pub(super) fn nearest(article: &Article, root: &Element, (x, y): Point) -> Option<ByteOffset> {
    let scroller = scroller_of(root)?;
    dom_text::nearest_position(root, &article.text, inner_rect(&scroller), x, y)
}

/// Where a column shows its content: without its scroll bar.
fn inner_rect(scroller: &HtmlElement) -> dom_text::Rect {
    let outer = dom_text::Rect::from(scroller.get_bounding_client_rect());
    let right = outer.left + f64::from(scroller.client_left() + scroller.client_width());
    dom_text::Rect { left: outer.left + f64::from(scroller.client_left()), right, ..outer }
}

/// The word or line at a position; a place between characters has no length. Of words see `word_selection::word_under`.
fn unit_at(article: &Article, root: &Element, position: ByteOffset, unit: Unit, x: f64) -> TextRange {
    let text = &article.text;
    match unit {
        Unit::Word => {
            let word = Later::now().map(|later| (later.word_under)(article, root, position, x));
            word.unwrap_or(TextRange::at(position))
        }
        Unit::Block => text.line_at(position),
        Unit::Grapheme | Unit::Sentence => TextRange::at(text.floor_grapheme(position)),
    }
}
