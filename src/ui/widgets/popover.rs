//! The browser's own popovers (`popover="auto"`), which close when something else is pressed, and by Escape.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::ui::dom::events::{elements, target_element};

/// Leaves Escape to the browser while one of the popovers inside the element is open.
pub(in crate::ui) fn popover_keys() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| {
        let inside = event.current_target().and_then(|element| element.dyn_into::<HtmlElement>().ok());
        // A browser that does not know popovers refuses the selector, and nothing is found.
        let is_open = inside.is_some_and(|element| !elements(&element, ":popover-open").is_empty());
        if event.key() == "Escape" && is_open {
            event.stop_propagation();
        }
    })
}

/// Closes the popover of an id when one of its buttons is pressed.
pub(in crate::ui) fn close_popover(id: &'static str) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        let is_button = target_element(&event).is_some_and(|target| target.closest("button").ok().flatten().is_some());
        let popover = gloo::utils::document().get_element_by_id(id).and_then(|one| one.dyn_into::<HtmlElement>().ok());
        if let Some(popover) = popover.filter(|popover| is_button && popover.matches(":popover-open").unwrap_or(false))
        {
            // It is open, so it can be closed.
            let _ = popover.hide_popover();
        }
    })
}
