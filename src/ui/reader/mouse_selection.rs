//! Selecting text with the mouse. The ends of the selection are positions in the text, so they do not depend on which blocks are
//! rendered, and the moving end is the place of the pressed article nearest to the pointer, wherever the pointer is.

use std::cell::RefCell;

use gloo::events::EventListener;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};

use crate::app::ByPtr;
use crate::model::{Article, ArticleId};
use crate::text::{ByteOffset, TextRange, Unit};
use crate::ui::dom::frames::on_layout_change;
use crate::ui::dom::scroll::scroller_of;
use crate::web::frame::next_frame;
use crate::web::{dom_text, selection};

/// The column scrolls while the pointer is this near to its upper or lower edge, or beyond, in CSS pixels.
const SCROLL_MARGIN: f64 = 12.0;
/// How far the column scrolls in a frame at most, in CSS pixels.
const MAX_STEP: f64 = 60.0;
/// The class of the page during a drag. What floats over the text then lets the pointer through.
const PAGE_CLASS: &str = "selecting";

thread_local! {
    /// The selection that the mouse is making.
    static SELECTING: RefCell<Option<MouseSelection>> = const { RefCell::new(None) };
}

struct MouseSelection {
    article: ByPtr<Article>,
    root: Element,
    /// What was pressed: a place between characters, a word or a line.
    anchor: TextRange,
    /// By what the selection grows.
    unit: Unit,
    /// The position nearest to the pointer.
    head: ByteOffset,
    /// The pointer in the window, in CSS pixels.
    pointer: (f64, f64),
    is_scrolling: bool,
    _listeners: [EventListener; 3],
}

/// Begins a selection where the mouse was pressed. `clicks` is how often in a row: two select words, three lines. With `from`, the
/// selection begins there and ends at the pointer.
pub(super) fn begin(
    article: &ByPtr<Article>,
    root: &Element,
    pointer: (f64, f64),
    clicks: i32,
    from: Option<ByteOffset>,
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
    let selecting = MouseSelection {
        article: article.clone(),
        root: root.clone(),
        anchor,
        unit,
        head: pressed,
        pointer,
        is_scrolling: false,
        _listeners: on_layout_change(follow_pointer),
    };
    SELECTING.set(Some(selecting));
    set_page_class(true);
    follow_pointer();
}

/// The pointer has moved.
pub(super) fn move_to(pointer: (f64, f64)) {
    SELECTING.with_borrow_mut(|selecting| {
        if let Some(selecting) = selecting {
            selecting.pointer = pointer;
        }
    });
    follow_pointer();
    scroll_at_edges();
}

/// Ends the selection: its fixed and its moving end, which are the same if nothing was selected. `None` if the mouse was not
/// selecting.
pub(super) fn end() -> Option<(ByteOffset, ByteOffset)> {
    let selecting = SELECTING.take()?;
    set_page_class(false);
    Some(selecting.ends())
}

/// The ends of the selection that the mouse is making in an article.
pub(super) fn ends_in(article: &ArticleId) -> Option<(ByteOffset, ByteOffset)> {
    SELECTING
        .with_borrow(|selecting| selecting.as_ref().filter(|it| &it.article.id == article).map(MouseSelection::ends))
}

impl MouseSelection {
    fn ends(&self) -> (ByteOffset, ByteOffset) {
        let head = unit_at(&self.article, &self.root, self.head, self.unit, self.pointer.0);
        match head.start() < self.anchor.start() {
            true => (self.anchor.end(), head.start()),
            false => (self.anchor.start(), head.end().max(self.anchor.end())),
        }
    }

    /// How far to scroll in the next frame, in CSS pixels; 0 while the pointer is well inside the column.
    fn scroll_step(&self, scroller: &Element) -> f64 {
        let frame = scroller.get_bounding_client_rect();
        let above = frame.top() + SCROLL_MARGIN - self.pointer.1;
        let below = self.pointer.1 - (frame.bottom() - SCROLL_MARGIN);
        let speed = |distance: f64| (distance / 2.0).clamp(1.0, MAX_STEP);
        match (above > 0.0, below > 0.0) {
            (true, _) => -speed(above),
            (_, true) => speed(below),
            _ => 0.0,
        }
    }
}

/// Moves the end of the selection to the pointer. Also after scrolling, when another text is under the pointer.
fn follow_pointer() {
    let shown = SELECTING.with_borrow_mut(|selecting| {
        let selecting = selecting.as_mut()?;
        if let Some(head) = nearest(&selecting.article, &selecting.root, selecting.pointer) {
            selecting.head = head;
        }
        Some((selecting.root.clone(), selecting.article.clone(), selecting.ends()))
    });
    if let Some((root, article, (anchor, head))) = shown {
        selection::set(&root, &article.text, anchor, head);
    }
}

/// Scrolls the column for as long as the pointer is at its edge.
fn scroll_at_edges() {
    let step = || {
        SELECTING.with_borrow(|selecting| {
            let selecting = selecting.as_ref()?;
            let scroller = scroller_of(&selecting.root)?;
            Some((selecting.scroll_step(&scroller), scroller)).filter(|(step, _)| *step != 0.0)
        })
    };
    let set_scrolling = |is_scrolling: bool| {
        SELECTING.with_borrow_mut(|selecting| {
            selecting.as_mut().is_some_and(|it| std::mem::replace(&mut it.is_scrolling, is_scrolling))
        })
    };
    if step().is_none() || set_scrolling(true) {
        return;
    }
    spawn_local(async move {
        while let Some((step, scroller)) = step() {
            // The scroll event moves the end of the selection.
            scroller.set_scroll_top(scroller.scroll_top() + step.round() as i32);
            next_frame().await;
        }
        set_scrolling(false);
    });
}

fn set_page_class(is_selecting: bool) {
    if let Some(page) = gloo::utils::document().document_element() {
        // The class name is valid, so this cannot fail.
        let _ = page.class_list().toggle_with_force(PAGE_CLASS, is_selecting);
    }
}

/// The position of an article's visible text that is nearest to a point of the window.
pub(super) fn nearest(article: &Article, root: &Element, (x, y): (f64, f64)) -> Option<ByteOffset> {
    let scroller = scroller_of(root)?;
    dom_text::nearest_position(root, &article.text, inner_rect(&scroller), x, y)
}

/// Where a column shows its content: without its scroll bar.
fn inner_rect(scroller: &HtmlElement) -> dom_text::Rect {
    let outer = dom_text::Rect::from(scroller.get_bounding_client_rect());
    let right = outer.left + f64::from(scroller.client_left() + scroller.client_width());
    dom_text::Rect { left: outer.left + f64::from(scroller.client_left()), right, ..outer }
}

/// The word or line at a position; a place between characters has no length. The pointer is at `x`: of the words on both sides of
/// a position, that one counts which is under it.
fn unit_at(article: &Article, root: &Element, position: ByteOffset, unit: Unit, x: f64) -> TextRange {
    let text = &article.text;
    match unit {
        Unit::Word => {
            let before = text.previous(position, Unit::Grapheme);
            let rect = dom_text::rect_of(root, text, TextRange::new(before, position));
            let is_before = rect.is_some_and(|rect| rect.left <= x && x < rect.right);
            let at = if is_before { before } else { position };
            text.word_at(at).unwrap_or(TextRange::at(position))
        }
        Unit::Block => text.line_at(position),
        Unit::Grapheme | Unit::Sentence => TextRange::at(text.floor_grapheme(position)),
    }
}
