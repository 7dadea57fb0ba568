//! Menus: the arrow keys move the focus among their items.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::ui::dom::events::target_element;
use crate::ui::dom::focus::give_focus;

/// The arrow keys move the focus to the next or previous item, Home and End to the first and last. Items are siblings.
pub(in crate::ui) fn menu_keys() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| {
        let Some(item) = target_element(&event) else { return };
        let list = item.parent_element();
        let next = match event.key().as_str() {
            "ArrowDown" | "ArrowRight" => item.next_element_sibling(),
            "ArrowUp" | "ArrowLeft" => item.previous_element_sibling(),
            "Home" => list.and_then(|list| list.first_element_child()),
            "End" => list.and_then(|list| list.last_element_child()),
            _ => return,
        };
        if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
            event.prevent_default();
            event.stop_propagation();
            give_focus(&next);
        }
    })
}
