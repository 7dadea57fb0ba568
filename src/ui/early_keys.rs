//! Keys that were pressed before the part of the program was there that handles them.

use std::cell::RefCell;

use web_sys::{Element, EventTarget, KeyboardEvent};

use super::dom::effects::{active_element, run_now, send_copy};
use super::dom::typing;
use super::use_entry_points::come_now;
use crate::app::Dispatcher;
use crate::app::keymap::action_for;
use crate::app::keys::KeyPress;

thread_local! {
    /// What had the focus when a key was pressed that has moved the focus since.
    static MOVED_FROM: RefCell<Option<EventTarget>> = const { RefCell::new(None) };
}

/// Does what a key does that was pressed before this code was loaded. What was pressed before it has happened by now: if that has
/// opened something with a field, the key goes to the field.
pub(super) fn key_pressed_before(dispatcher: &Dispatcher, event: &KeyboardEvent, press: &KeyPress) {
    come_now();
    run_now();
    let target = event.target();
    let has_moved = MOVED_FROM.with_borrow(|from| from.is_some() && *from == target);
    if let Some(active) = active_element().filter(|_| has_moved) {
        return typed(&active, event, press);
    }
    let before = active_element();
    if let Some(action) = action_for(&dispatcher.state(), press) {
        dispatcher.dispatch(action);
        // A dialog that the key opens gets the focus now.
        run_now();
    }
    MOVED_FROM.set(target.filter(|_| active_element() != before));
}

/// What the browser does with a key press: handlers come first, then the field takes it.
fn typed(active: &Element, event: &KeyboardEvent, press: &KeyPress) {
    if !send_copy(event, active) || press.ctrl {
        return;
    }
    match press.key.as_str() {
        "Backspace" => typing::delete(),
        key if key.chars().count() == 1 => typing::insert(key),
        _ => {}
    }
    run_now();
}
