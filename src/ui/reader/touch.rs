//! Selecting by touch: fingers move the browser's own handles, and no event tells when they are done.

use std::cell::{Cell, RefCell};

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::PointerEvent;
use yew::prelude::*;

use super::selection::selected_by_browser;
use super::word_selection::Made;
use crate::app::{Cursor, Dispatcher};
use crate::text::Snap;
use crate::ui::dom::events::{closest, elements};
use crate::ui::later::Later;
use crate::web::entry_points::EntryPoints as _;
use crate::web::selection;

/// A selection made by touch is taken when it has not changed for so long, in milliseconds.
const PAUSE_MS: u32 = 350;
/// The class of the page after a finger has pressed a text, and of that text: nothing else can be selected meanwhile, so that the
/// handles of the selection cannot leave the text.
const TOUCHED: &str = "touched";

thread_local! {
    static BY_TOUCH: Cell<bool> = const { Cell::new(false) };
}

/// Whether this is a finger, which moves the browser's own selection. A pen selects as a mouse does.
pub(super) fn is_touch(event: &PointerEvent) -> bool {
    event.pointer_type() == "touch"
}

/// Whether the last press in a text was a finger.
pub(super) fn is_by_touch() -> bool {
    BY_TOUCH.get()
}

/// Takes selections that are made by touch, for as long as the reader is mounted.
#[hook]
pub(super) fn use_touch_selection(dispatcher: &Dispatcher) {
    let dispatcher = dispatcher.clone();
    use_effect_with((), move |()| {
        let capture = EventListenerOptions::run_in_capture_phase();
        let on_press = EventListener::new_with_options(&gloo::utils::window(), "pointerdown", capture, move |event| {
            if let Some(event) = event.dyn_ref::<PointerEvent>() {
                pressed(event);
            }
        });
        let waiting: RefCell<Option<Timeout>> = RefCell::default();
        let on_change = EventListener::new(&gloo::utils::document(), "selectionchange", move |_| {
            if BY_TOUCH.get() {
                let dispatcher = dispatcher.clone();
                waiting.replace(Some(Timeout::new(PAUSE_MS, move || take(&dispatcher))));
            }
        });
        move || {
            mark(None);
            drop((on_press, on_change));
        }
    });
}

fn pressed(event: &PointerEvent) {
    let text = closest(event.target(), ".page").and_then(|page| elements(&page, "[role=document]").into_iter().next());
    if text.is_some() {
        BY_TOUCH.set(is_touch(event));
    }
    mark(text.filter(|_| is_touch(event)).as_ref());
}

/// Marks the text that a finger has pressed last, and no other.
fn mark(text: Option<&web_sys::Element>) {
    let document = gloo::utils::document();
    // The class name is valid, so nothing here can fail.
    for before in elements(&document, ".text.touched") {
        let _ = before.class_list().remove_1(TOUCHED);
    }
    if let Some(page) = document.document_element() {
        let _ = page.class_list().toggle_with_force(TOUCHED, text.is_some());
    }
    if let Some(text) = text {
        let _ = text.class_list().add_1(TOUCHED);
    }
}

/// Takes what is selected. What the active label has tagged is not selected any more: the handles of the tag are there instead.
fn take(dispatcher: &Dispatcher) {
    let Some((article, anchor, head)) = selected_by_browser(dispatcher) else { return };
    let cursor = Cursor::by_pointer(article, anchor, head, Snap::Words);
    if !cursor.is_selection() {
        return;
    }
    let dispatcher = dispatcher.clone();
    Later::with(move |later| {
        (later.select)(&dispatcher, cursor, Made::FromBefore);
        let state = dispatcher.state();
        if state.active_label.is_some() && state.view.cursor.as_ref().is_some_and(|cursor| !cursor.is_selection()) {
            selection::clear();
        }
    });
}
