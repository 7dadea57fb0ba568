//! Mouse, pen and finger in a text: selecting, clicking tags, dragging edges.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::edge_drag::EdgeDrag;
use crate::model::{AnnotationId, Article, ArticleId};
use crate::text::{ByteOffset, Snap, TextRange, snap};
use crate::ui::shared::Shared;
use crate::ui::store::{Action, Cursor, Edge, LinkAction, Store, innermost_or_next_out};
use crate::web::{dom_text, selection};

thread_local! {
    static PRESSED: Cell<bool> = const { Cell::new(false) };
    static BY_TOUCH: Cell<bool> = const { Cell::new(false) };
}

/// Whether a button or finger is down in some text.
pub(super) fn is_pressed() -> bool {
    PRESSED.get()
}

/// A press that began in a text may have ended elsewhere: what is selected counts all the same.
pub(in crate::ui) fn released_outside(store: &Store, event: &PointerEvent) {
    if PRESSED.replace(false) {
        take_selection(store, snap_of(event), adds(event));
    }
}

fn snap_of(event: &PointerEvent) -> Snap {
    if event.alt_key() { Snap::Exact } else { Snap::Words }
}

/// Whether what is selected is added to what was. On a Mac, Ctrl with a click opens a menu.
fn adds(event: &PointerEvent) -> bool {
    event.ctrl_key() || event.meta_key()
}

/// Selecting by touch: fingers move the browser's own handles, and no event says that they are done.
pub(in crate::ui) struct TouchSelection {
    store: Store,
    waiting: RefCell<Option<Timeout>>,
}

/// A selection made by touch is taken when it has not changed for so long, in milliseconds.
const TOUCH_PAUSE_MS: u32 = 350;

impl TouchSelection {
    /// Takes selections for this store.
    pub(in crate::ui) fn new(store: &Store) -> Self {
        Self { store: store.clone(), waiting: RefCell::default() }
    }

    /// The selection has changed.
    pub(in crate::ui) fn changed(&self) {
        if BY_TOUCH.get() {
            let store = self.store.clone();
            let take = Timeout::new(TOUCH_PAUSE_MS, move || {
                take_selection(&store, Snap::Words, false);
            });
            *self.waiting.borrow_mut() = Some(take);
        }
    }
}

/// The hands on one article.
#[derive(Clone)]
pub(super) struct Hands {
    pub(super) store: Store,
    pub(super) article: Shared<Article>,
    pub(super) root: NodeRef,
    pub(super) drag: Rc<RefCell<Option<EdgeDrag>>>,
    pub(super) hovered: UseStateSetter<Option<(Vec<AnnotationId>, HtmlElement)>>,
}

impl Hands {
    fn handler(&self, act: impl Fn(&Self, &PointerEvent) + 'static) -> Callback<PointerEvent> {
        let hands = self.clone();
        Callback::from(move |event: PointerEvent| act(&hands, &event))
    }

    pub(super) fn on_down(&self) -> Callback<PointerEvent> {
        self.handler(|hands, event| {
            PRESSED.set(true);
            BY_TOUCH.set(event.pointer_type() != "mouse");
            hands.hovered.set(None);
            let edge = handle_under(event);
            let Some(drag) = edge.and_then(|edge| EdgeDrag::begin(&hands.store, edge)) else {
                return hands.begin_selecting(event);
            };
            event.prevent_default();
            if let Some(root) = hands.root.cast::<Element>() {
                // Without capture a drag that leaves the column would be lost; it then ends there.
                let _ = root.set_pointer_capture(event.pointer_id());
                let _ = root.class_list().add_1("dragging");
            }
            *hands.drag.borrow_mut() = Some(drag);
        })
    }

    pub(super) fn on_move(&self) -> Callback<PointerEvent> {
        self.handler(|hands, event| {
            let mut drag = hands.drag.borrow_mut();
            let (Some(drag), Some(root)) = (drag.as_mut(), hands.root.cast::<Element>()) else { return };
            if let Some(position) = hands.position(&root, event) {
                drag.move_to(&root, &hands.article, position, event.alt_key());
            }
        })
    }

    pub(super) fn on_up(&self) -> Callback<PointerEvent> {
        self.handler(|hands, event| {
            PRESSED.set(false);
            let drag = hands.drag.borrow_mut().take();
            if let Some(drag) = drag {
                hands.end_drag();
                if drag.finish(&hands.store) {
                    return;
                }
            }
            if event.button() == 0 {
                hands.pressed_and_released(event);
            }
        })
    }

    pub(super) fn on_cancel(&self) -> Callback<PointerEvent> {
        self.handler(|hands, _| {
            PRESSED.set(false);
            if hands.drag.borrow_mut().take().is_some() {
                hands.end_drag();
                EdgeDrag::cancel();
            }
        })
    }

    pub(super) fn on_over(&self) -> Callback<PointerEvent> {
        self.handler(|hands, event| {
            if is_pressed() || event.pointer_type() != "mouse" {
                return;
            }
            let mark = mark_under(event);
            hands.hovered.set(mark.map(|mark| (annotations_of(&mark), mark)));
        })
    }

    pub(super) fn on_leave(&self) -> Callback<PointerEvent> {
        self.handler(|hands, _| hands.hovered.set(None))
    }

    fn end_drag(&self) {
        if let Some(root) = self.root.cast::<Element>() {
            let _ = root.class_list().remove_1("dragging");
        }
    }

    fn position(&self, root: &Element, event: &PointerEvent) -> Option<ByteOffset> {
        let point = dom_text::offset_at_point(event.client_x() as f32, event.client_y() as f32)?;
        if &point.root == root { point.position(&self.article.text) } else { None }
    }

    /// Another selection begins: with Ctrl or Cmd, the one before stays as a part; else, parts that were added to it go.
    /// A finger comes back to move the ends of its selection, so it drops nothing.
    fn begin_selecting(&self, event: &PointerEvent) {
        let state = self.store.state();
        let is_selection = state.view.cursor.as_ref().is_some_and(Cursor::is_selection);
        if event.button() != 0 || !is_selection || state.view.extending.is_some() {
            return;
        }
        if adds(event) {
            self.store.dispatch(Action::KeepPart);
        } else if event.pointer_type() == "mouse" && !state.view.parts.is_empty() {
            self.store.dispatch(Action::DropParts);
        }
    }

    fn pressed_and_released(&self, event: &PointerEvent) {
        if crate::ui::linking::is_choosing(&self.store) {
            // A click chooses the other end of a link; beside the tags it does nothing.
            let there = mark_under(event).map(|mark| annotations_of(&mark)).unwrap_or_default();
            return self.store.dispatch(Action::Link(LinkAction::ToAnyOf(there)));
        }
        if take_selection(&self.store, snap_of(event), adds(event)) {
            return;
        }
        let Some(root) = self.root.cast::<Element>() else { return };
        let position = self.position(&root, event);
        if let Some(position) = position {
            self.store.dispatch(Action::Place(Some(Cursor {
                by_pointer: true,
                ..Cursor::at(self.article.id.clone(), position)
            })));
        }
        let there = mark_under(event).map(|mark| annotations_of(&mark)).unwrap_or_default();
        let selected = self.store.state().view.selected.clone();
        if event.ctrl_key() || event.meta_key() {
            // A click that only adds to the selection; where no tag is, it changes nothing.
            if let Some(id) = there.last() {
                self.store.dispatch(Action::Toggle(id.clone()));
            }
            return;
        }
        let next = innermost_or_next_out(&there, selected.as_ref());
        if next != selected {
            self.store.dispatch(Action::Select(next));
        }
    }
}

/// Makes what the browser has selected the selection, or adds it; whether there was anything.
fn take_selection(store: &Store, how: Snap, add: bool) -> bool {
    let state = store.state();
    let text_of = |id: &ArticleId| state.project().article(id).map(|article| article.text.clone());
    let selected = selection::read().and_then(|selected| selected.resolve(text_of));
    let Some((article, anchor, head)) = selected.filter(|(_, anchor, head)| anchor != head) else { return false };
    let Some(text) = state.project().article(&article).map(|article| article.text.clone()) else { return false };
    if snap(&text, TextRange::new(anchor, head), how).is_none() {
        return false;
    }
    // The selection is kept as it was made: a label chosen with Alt still means its exact characters.
    let cursor = Cursor { article, anchor, head, how, by_pointer: true };
    store.dispatch(if add { Action::AddRange(cursor) } else { Action::Place(Some(cursor)) });
    true
}

fn element_under(event: &PointerEvent) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn handle_under(event: &PointerEvent) -> Option<Edge> {
    match element_under(event)?.get_attribute("data-edge")?.as_str() {
        "start" => Some(Edge::Start),
        _ => Some(Edge::End),
    }
}

fn mark_under(event: &PointerEvent) -> Option<HtmlElement> {
    element_under(event)?.closest("mark").ok().flatten()?.dyn_into().ok()
}

fn annotations_of(mark: &HtmlElement) -> Vec<AnnotationId> {
    let ids = mark.get_attribute("data-annotation").unwrap_or_default();
    ids.split(' ').map(Into::into).collect()
}
