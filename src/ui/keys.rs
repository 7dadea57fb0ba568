//! Keys that no widget has taken.

use web_sys::KeyboardEvent;

use super::dom::events::key_press;
use crate::app::Dispatcher;
use crate::app::keymap::action_for;

/// A key press.
pub(super) fn key_pressed(dispatcher: &Dispatcher, event: &KeyboardEvent) {
    if let Some(action) = action_for(&dispatcher.state(), &key_press(event)) {
        event.prevent_default();
        dispatcher.dispatch(action);
    }
}
