//! Mouse, pen and finger in a text: selecting, clicking tags, dragging edges.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::drag;
use super::edge_drag::EdgeDrag;
use super::mouse_selection;
use super::selection::selected_by_browser;
use super::touch::{is_by_touch, is_touch};
use super::word_selection::Made;
use crate::app::{
    ByPtr, CaretAction, Cursor, Dispatcher, Edge, PartAction, RelationAction, SelectAction, innermost_or_next_out,
};
use crate::model::{AnnotationId, Article};
use crate::text::{ByteOffset, Snap};
use crate::ui::dom::events::{closest, target_element};
use crate::ui::dom::focus::focus_text;
use crate::ui::later::Later;
use crate::web::dom_text;
use crate::web::entry_points::EntryPoints as _;
use crate::web::pointer::position_of;
use wasm_bindgen::JsCast;

thread_local! {
    /// Where the button or finger was pressed that is down in a text.
    static PRESSED: Cell<Option<drag::Point>> = const { Cell::new(None) };
}

/// Whether a button or finger is down in a text.
pub(super) fn is_pressed() -> bool {
    PRESSED.get().is_some()
}

fn snap_of(event: &PointerEvent) -> Snap {
    if event.alt_key() { Snap::Exact } else { Snap::Words }
}

/// Whether what is selected is added to what was. On a Mac, Ctrl with a click opens a menu.
fn adds(event: &PointerEvent) -> bool {
    event.ctrl_key() || event.meta_key()
}

/// What the pointer does in one article.
#[derive(Clone)]
pub(super) struct PointerHandler {
    pub(super) dispatcher: Dispatcher,
    pub(super) article: ByPtr<Article>,
    pub(super) root: NodeRef,
    pub(super) drag: Rc<RefCell<Option<EdgeDrag>>>,
    pub(super) hovered: UseStateSetter<Option<(Vec<AnnotationId>, HtmlElement)>>,
}

impl PointerHandler {
    fn handler(&self, act: impl Fn(&Self, &PointerEvent) + 'static) -> Callback<PointerEvent> {
        let this = self.clone();
        Callback::from(move |event: PointerEvent| act(&this, &event))
    }

    pub(super) fn on_down(&self) -> Callback<PointerEvent> {
        self.handler(|this, event| {
            PRESSED.set(Some(position_of(event)));
            this.hovered.set(None);
            let Some(root) = this.root.cast::<Element>() else { return };
            if !is_touch(event) || edge_under(event).is_some() {
                // Without capture, a drag that leaves the column would end there.
                let _ = root.set_pointer_capture(event.pointer_id());
            }
            let edge = edge_under(event);
            let Some(drag) = edge.and_then(|edge| EdgeDrag::begin(&this.dispatcher, edge)) else {
                return this.keep_or_drop_parts(event);
            };
            event.prevent_default();
            let _ = root.class_list().add_1("dragging");
            *this.drag.borrow_mut() = Some(drag);
            let (follow, lost) = (this.clone(), this.clone());
            drag::begin(&root, position_of(event), move |pointer| follow.drag_edge(pointer), move || lost.lost());
        })
    }

    /// Moves the edge that is dragged to the place nearest to the pointer.
    fn drag_edge(&self, pointer: drag::Point) {
        let mut drag = self.drag.borrow_mut();
        let (Some(drag), Some(root)) = (drag.as_mut(), self.root.cast::<Element>()) else { return };
        if let Some(position) = mouse_selection::nearest(&self.article, &root, pointer) {
            drag.move_to(&root, &self.article, position);
        }
    }

    /// Nothing has told that the button was released: what was selected or moved so far counts.
    fn lost(&self) {
        PRESSED.set(None);
        self.finish_edge();
        let Some(by_mouse) = mouse_selection::end() else { return };
        let this = self.clone();
        Later::with(move |later| {
            let made = by_mouse.selected();
            if made.anchor != made.head {
                let cursor = Cursor::by_pointer(this.article.id.clone(), made.anchor, made.head, Snap::Words);
                (later.select)(&this.dispatcher, cursor, Made::Alone);
            }
        });
    }

    /// Ends the dragging of an edge. `false` if none was dragged, so that it was a click.
    fn finish_edge(&self) -> bool {
        let drag = self.drag.borrow_mut().take();
        drag.is_some_and(|drag| {
            self.end_drag();
            drag.finish(&self.dispatcher)
        })
    }

    /// The mouse begins to select. Only this event tells how often it was clicked in a row. The browser must not select too: a
    /// drag that begins inside a selection would move that, and its ends get lost when what they are in is rendered again.
    pub(super) fn on_mouse_down(&self) -> Callback<MouseEvent> {
        let this = self.clone();
        Callback::from(move |event: MouseEvent| {
            let Some(root) = this.root.cast::<Element>().filter(|_| event.button() == 0 && !is_by_touch()) else {
                return;
            };
            event.prevent_default();
            focus_text(&this.article.id);
            if this.drag.borrow().is_some() {
                return;
            }
            let state = this.dispatcher.state();
            let cursor = state.view.cursor.as_ref().filter(|cursor| cursor.article == this.article.id);
            let from = cursor.filter(|_| event.shift_key()).map(|cursor| cursor.anchor);
            let lost = this.clone();
            // The pointer event before has the exact position.
            let point = PRESSED.get().unwrap_or_else(|| position_of(&event));
            let clicks = event.detail();
            mouse_selection::begin(&this.article, &root, point, clicks, from, move || lost.lost());
        })
    }

    pub(super) fn on_move(&self) -> Callback<PointerEvent> {
        self.handler(|this, event| {
            if event.buttons() == 0 {
                return drag::lose();
            }
            if let Some(drag) = this.drag.borrow_mut().as_mut() {
                drag.is_exact = event.alt_key();
            }
            drag::move_to(position_of(event), event.alt_key());
        })
    }

    pub(super) fn on_up(&self) -> Callback<PointerEvent> {
        self.handler(|this, event| {
            PRESSED.set(None);
            // The column may have scrolled since the pointer was followed.
            drag::move_to(position_of(event), event.alt_key());
            if this.finish_edge() {
                return;
            }
            if event.button() == 0 {
                let (this, event, by_mouse) = (this.clone(), event.clone(), mouse_selection::end());
                // After what was done before, which may wait for this part too.
                Later::with(move |later| this.released(later, &event, by_mouse.map(|made| made.selected())));
            }
        })
    }

    pub(super) fn on_cancel(&self) -> Callback<PointerEvent> {
        self.handler(|this, _| {
            PRESSED.set(None);
            // The selection stays as it was before the drag.
            mouse_selection::end();
            if this.drag.borrow_mut().take().is_some() {
                this.end_drag();
                EdgeDrag::cancel();
            }
        })
    }

    pub(super) fn on_over(&self) -> Callback<PointerEvent> {
        self.handler(|this, event| {
            if !is_pressed() && event.pointer_type() == "mouse" {
                this.hovered.set(mark_under(event).map(|mark| (annotations_of(&mark), mark)));
            }
        })
    }

    pub(super) fn on_leave(&self) -> Callback<PointerEvent> {
        self.handler(|this, _| this.hovered.set(None))
    }

    fn end_drag(&self) {
        drag::end();
        if let Some(root) = self.root.cast::<Element>() {
            let _ = root.class_list().remove_1("dragging");
        }
    }

    /// Another selection begins: with Ctrl or Cmd, the one before stays as a part; else, kept parts are dropped. A finger
    /// comes back to move the ends of its selection, so it drops nothing.
    fn keep_or_drop_parts(&self, event: &PointerEvent) {
        let state = self.dispatcher.state();
        let is_selection = state.view.cursor.as_ref().is_some_and(Cursor::is_selection);
        if event.button() != 0 || !is_selection || state.mode.extended().is_some() {
            return;
        }
        if adds(event) {
            self.dispatcher.dispatch(PartAction::Keep);
        } else if !is_touch(event) && !state.mode.parts().is_empty() {
            self.dispatcher.dispatch(PartAction::Drop);
        }
    }

    /// The pointer was released in the text.
    fn released(&self, later: &Later, event: &PointerEvent, by_mouse: Option<mouse_selection::Selected>) {
        let there = mark_under(event).map(|mark| annotations_of(&mark)).unwrap_or_default();
        let state = self.dispatcher.state();
        if state.mode.relation().is_some_and(|relation| relation.kind.is_some()) {
            // A click chooses the other end of a relation; beside the tags it does nothing.
            return self.dispatcher.dispatch(RelationAction::ChooseEndAmong(there));
        }
        let begins_before = is_by_touch() || by_mouse.as_ref().is_some_and(|made| made.is_of_lines);
        let selected = match is_by_touch() {
            true => selected_by_browser(&self.dispatcher),
            false => by_mouse.map(|made| (self.article.id.clone(), made.anchor, made.head)),
        };
        if let Some((article, anchor, head)) = selected {
            let cursor = Cursor::by_pointer(article, anchor, head, snap_of(event));
            if cursor.is_selection() {
                let made = match begins_before {
                    _ if adds(event) => Made::InAddition,
                    true => Made::FromBefore,
                    false => Made::Alone,
                };
                return (later.select)(&self.dispatcher, cursor, made);
            }
            let at_line_end = self.is_below(cursor.head, position_of(event).1);
            self.dispatcher.dispatch(CaretAction::Place(Some(Cursor { snap: Snap::Words, at_line_end, ..cursor })));
        }
        self.clicked(event, &there);
    }

    /// Whether a position is on a line below a height of the window: a click at the end of a line that is broken only on the screen
    /// means the position that is also the start of the next line.
    fn is_below(&self, position: ByteOffset, y: f64) -> bool {
        let root = self.root.cast::<Element>();
        let rect = root.and_then(|root| dom_text::caret_rect(&root, &self.article.text, position, false));
        rect.is_some_and(|rect| rect.top > y)
    }

    /// A click selects the innermost tag, or the next one out; with Ctrl or Cmd, in addition.
    fn clicked(&self, event: &PointerEvent, there: &[AnnotationId]) {
        if adds(event) {
            if let Some(id) = there.last() {
                self.dispatcher.dispatch(SelectAction::Toggle(id.clone()));
            }
            return;
        }
        let state = self.dispatcher.state();
        let selected = state.view.primary();
        let next = innermost_or_next_out(there, selected);
        if next.as_ref() != selected {
            self.dispatcher.dispatch(SelectAction::Only(next));
        }
    }
}

fn edge_under(event: &PointerEvent) -> Option<Edge> {
    match target_element(event)?.get_attribute("data-edge")?.as_str() {
        "start" => Some(Edge::Start),
        _ => Some(Edge::End),
    }
}

/// The mark under the pointer. While the pointer is captured, the event's target is the text.
fn mark_under(event: &PointerEvent) -> Option<HtmlElement> {
    let (x, y) = position_of(event);
    let under = gloo::utils::document().element_from_point(x as f32, y as f32)?;
    closest(Some(under.into()), "mark")?.dyn_into().ok()
}

fn annotations_of(mark: &HtmlElement) -> Vec<AnnotationId> {
    let ids = mark.get_attribute("data-annotation").unwrap_or_default();
    ids.split(' ').map(Into::into).collect()
}
