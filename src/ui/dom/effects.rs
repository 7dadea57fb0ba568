//! The effects that Yew puts off: after a render of more than 16 ms it hands back to the browser before it runs them.
//!
//! The page is consistent at that point, but a dialog is not open yet and the focus has not moved. A key pressed then
//! would act on what had the focus before.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Waker};

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, KeyboardEventInit};

/// Runs everything that Yew has put off.
pub(super) fn run_now() {
    // The first poll does the work; polling further only serves to wait for Yew's own timer.
    let flush = pin!(yew::scheduler::flush());
    let _ = flush.poll(&mut Context::from_waker(Waker::noop()));
}

/// Runs the effects that wait before a key press is handled. If they move the focus, the key press goes to the element that
/// has it now: its handlers get a copy of the event, and the browser itself types where the focus is.
pub(in crate::ui) fn run_before(event: &KeyboardEvent) {
    let before = active_element();
    run_now();
    let Some(active) = active_element().filter(|active| Some(active) != before.as_ref()) else { return };
    event.stop_immediate_propagation();
    // The constructor reads the properties of its second argument, which an event has under the same names.
    let init: &KeyboardEventInit = event.unchecked_ref();
    let copy = KeyboardEvent::new_with_keyboard_event_init_dict(&event.type_(), init);
    if copy.and_then(|copy| active.dispatch_event(&copy)) == Ok(false) {
        event.prevent_default();
    }
}

fn active_element() -> Option<Element> {
    gloo::utils::document().active_element()
}
