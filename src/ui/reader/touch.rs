//! Selecting by touch: fingers move the browser's own handles, and no event tells when they are done.

use std::cell::{Cell, RefCell};

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::selection::{select, selected_by_browser};
use crate::app::{Cursor, Dispatcher};
use crate::text::Snap;

/// A selection made by touch is taken when it has not changed for so long, in milliseconds.
const PAUSE_MS: u32 = 350;

thread_local! {
    static BY_TOUCH: Cell<bool> = const { Cell::new(false) };
}

/// Remembers whether the last press in a text was a finger or a pen.
pub(super) fn set_by_touch(by_touch: bool) {
    BY_TOUCH.set(by_touch);
}

/// Whether the last press in a text was a finger or a pen, which move the browser's own selection.
pub(super) fn is_by_touch() -> bool {
    BY_TOUCH.get()
}

/// Takes selections that are made by touch, for as long as a text is mounted.
#[hook]
pub(super) fn use_touch_selection(dispatcher: &Dispatcher) {
    let dispatcher = dispatcher.clone();
    use_effect_with((), move |()| {
        let waiting: RefCell<Option<Timeout>> = RefCell::default();
        let listener = EventListener::new(&gloo::utils::document(), "selectionchange", move |_| {
            if BY_TOUCH.get() {
                let dispatcher = dispatcher.clone();
                let take = move || {
                    let Some((article, anchor, head)) = selected_by_browser(&dispatcher) else { return };
                    let cursor =
                        Cursor { article, anchor, head, snap: Snap::Words, by_pointer: true, at_line_end: false };
                    if cursor.is_selection() {
                        select(&dispatcher, cursor, false);
                    }
                };
                waiting.replace(Some(Timeout::new(PAUSE_MS, take)));
            }
        });
        move || drop(listener)
    });
}
