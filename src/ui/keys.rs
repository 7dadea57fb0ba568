//! Keys that no widget has taken.

use web_sys::KeyboardEvent;

use super::dom::events::key_press;
use crate::app::Dispatcher;
use crate::app::keymap::action_for;
use crate::app::keys::KeyPress;

/// A key press.
pub(super) fn key_pressed(dispatcher: &Dispatcher, event: &KeyboardEvent) {
    if let Some(action) = action_for(&dispatcher.state(), &key_press(event)) {
        event.prevent_default();
        dispatcher.dispatch(action);
    }
}

/// A key that was pressed before this code was loaded. What was pressed before it has happened by now.
pub(super) fn key_pressed_before(dispatcher: &Dispatcher, press: &KeyPress) {
    if let Some(action) = action_for(&dispatcher.state(), press) {
        dispatcher.dispatch(action);
    }
}
