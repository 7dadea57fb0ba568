//! Moving a popover with the pointer, by its heading.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::events::{closest, target_element};
use super::popover;

/// The handlers of the part that a popover is moved by.
pub(in crate::ui) struct MoveHandlers {
    pub(in crate::ui) onpointerdown: Callback<PointerEvent>,
    pub(in crate::ui) onpointermove: Callback<PointerEvent>,
    pub(in crate::ui) onpointerup: Callback<PointerEvent>,
    pub(in crate::ui) onlostpointercapture: Callback<PointerEvent>,
}

/// Makes a fixed element movable; buttons keep their clicks.
#[hook]
pub(in crate::ui) fn use_movable(node: &NodeRef) -> MoveHandlers {
    // From the pointer to the upper left corner of the element, in CSS pixels, while it is moved.
    let grabbed = use_memo((), |()| Rc::new(Cell::new(None::<(f64, f64)>)));
    let [start, moved, end] = std::array::from_fn(|_| Rc::clone(&grabbed));
    let (at_start, at_move) = (node.clone(), node.clone());
    let onpointerdown = Callback::from(move |event: PointerEvent| {
        let Some(element) = at_start.cast::<Element>() else { return };
        if event.button() != 0 || closest(event.target(), "button").is_some() {
            return;
        }
        if let Some(head) = target_element(&event) {
            // Without capture, a fast movement would leave the heading.
            let _ = head.set_pointer_capture(event.pointer_id());
        }
        let rect = element.get_bounding_client_rect();
        start.set(Some((rect.left() - f64::from(event.client_x()), rect.top() - f64::from(event.client_y()))));
    });
    let onpointermove = Callback::from(move |event: PointerEvent| {
        if event.buttons() == 0 {
            // The release was missed.
            moved.set(None);
        }
        let element = at_move.cast::<Element>().and_then(|element| element.dyn_into::<HtmlElement>().ok());
        if let (Some((left, top)), Some(element)) = (moved.get(), element) {
            popover::set_inside(&element, f64::from(event.client_x()) + left, f64::from(event.client_y()) + top);
        }
    });
    let onpointerup = Callback::from(move |_: PointerEvent| end.set(None));
    // Also when the browser takes the pointer over, as for scrolling by touch.
    let onlostpointercapture = onpointerup.clone();
    MoveHandlers { onpointerdown, onpointermove, onpointerup, onlostpointercapture }
}
