//! The effects that Yew puts off: after a render of more than 16 ms it hands back to the browser before it runs them.
//!
//! The page is consistent at that point, but a dialog is not open yet and the focus has not moved. A key pressed then
//! would act on what had the focus before. Keys of an input method are stopped here too, because this listener comes before all others.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Waker};

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, KeyboardEvent, KeyboardEventInit};
use yew::prelude::*;

/// `KeyboardEvent.keyCode` of a key press that an input method handles.
const HANDLED_BY_INPUT_METHOD: u32 = 229;

/// Listens on the window before all others. It is a `Fn`, because it is called again while it sends a copy of its event.
struct KeyListener(Closure<dyn Fn(KeyboardEvent)>);

impl KeyListener {
    fn new() -> Self {
        let listener = Self(Closure::new(|event: KeyboardEvent| before_handlers(&event)));
        let window = gloo::utils::window();
        // Adding a listener for an event of this name cannot fail.
        let _ = window.add_event_listener_with_callback_and_bool("keydown", listener.0.as_ref().unchecked_ref(), true);
        listener
    }
}

impl Drop for KeyListener {
    fn drop(&mut self) {
        let window = gloo::utils::window();
        let _ = window.remove_event_listener_with_callback_and_bool("keydown", self.0.as_ref().unchecked_ref(), true);
    }
}

/// Runs the effects that wait before each key press is handled, for as long as the component is mounted. The listener is added while
/// the component is first rendered, so that it comes before those that effects add.
#[hook]
pub(in crate::ui) fn use_effects_before_keys() {
    use_memo((), |()| KeyListener::new());
}

fn before_handlers(event: &KeyboardEvent) {
    if is_composing(event) {
        // The browser and the input method go on with the key.
        event.stop_immediate_propagation();
    } else {
        run_before(event);
    }
}

/// Whether an input method handles a key press. In Safari, the Enter that ends a composition comes after `compositionend`, so that
/// only its code tells.
fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == HANDLED_BY_INPUT_METHOD
}

/// Runs the effects that wait. If they move the focus, the key press goes to the element that has it now: its handlers get a copy of
/// the event, and the browser itself types where the focus is.
fn run_before(event: &KeyboardEvent) {
    let before = active_element();
    run_now();
    let Some(active) = active_element().filter(|active| Some(active) != before.as_ref()) else { return };
    event.stop_immediate_propagation();
    if !send_copy(event, &active) {
        event.prevent_default();
    }
}

/// Sends a copy of a key press to an element; returns whether the browser's own action goes on.
pub(in crate::ui) fn send_copy(event: &KeyboardEvent, element: &Element) -> bool {
    // The constructor reads the properties of its second argument, which an event has under the same names, except AltGr.
    let init: &KeyboardEventInit = event.unchecked_ref();
    init.set_modifier_alt_graph(event.get_modifier_state("AltGraph"));
    let copy = KeyboardEvent::new_with_keyboard_event_init_dict(&event.type_(), init);
    copy.and_then(|copy| element.dispatch_event(&copy)) != Ok(false)
}

/// Runs everything that Yew has put off.
pub(in crate::ui) fn run_now() {
    // The first poll does the work; polling further only serves to wait for Yew's own timer.
    let flush = pin!(yew::scheduler::flush());
    let _ = flush.poll(&mut Context::from_waker(Waker::noop()));
}

/// The element that has the focus.
pub(in crate::ui) fn active_element() -> Option<Element> {
    gloo::utils::document().active_element()
}
