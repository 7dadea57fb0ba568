//! Toolbars: one stop for the Tab key, and the arrow keys move the focus among the buttons.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::ui::dom::events::{elements, target_element};
use crate::ui::dom::focus::give_focus;

/// Left and right move the focus among the buttons of a toolbar, Home and End to the first and last. The button that has the
/// focus becomes the one that Tab stops at.
pub(in crate::ui) fn toolbar_keys() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| {
        let Some(target) = target_element(&event) else { return };
        let Some(toolbar) = target.closest("[role=toolbar]").ok().flatten() else { return };
        let buttons = elements(&toolbar, "button");
        let Some(at) = buttons.iter().position(|button| *button == target) else { return };
        let next = match event.key().as_str() {
            "ArrowRight" => (at + 1) % buttons.len(),
            "ArrowLeft" => (at + buttons.len() - 1) % buttons.len(),
            "Home" => 0,
            "End" => buttons.len() - 1,
            _ => return,
        };
        event.prevent_default();
        move_stop(&buttons, next);
    })
}

fn move_stop(buttons: &[Element], to: usize) {
    for (i, button) in buttons.iter().enumerate() {
        // Setting an attribute of that name cannot fail.
        let _ = button.set_attribute("tabindex", if i == to { "0" } else { "-1" });
    }
    if let Some(button) = buttons[to].dyn_ref::<HtmlElement>() {
        give_focus(button);
    }
}
