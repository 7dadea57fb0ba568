//! A focus that can be seen where keys are used: WebKit does not show one that a script has moved.

use std::cell::Cell;

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use web_sys::{FocusOptions, HtmlElement};

thread_local! {
    /// Whether the last input was a key press.
    static BY_KEY: Cell<bool> = const { Cell::new(false) };
}

/// Moves the focus to an element, where it is visible if keys are used. WebKit does not show a focus that a script has moved, even
/// after a key press.
pub(in crate::ui) fn give_focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    // The browser would scroll an article's text to its start.
    options.set_prevent_scroll(element.has_attribute("data-article"));
    give_focus_with(element, &options);
}

/// Gives the focus back to the element that had it. Nothing scrolls: the user sees the same place as before.
pub(in crate::ui) fn give_focus_back(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    give_focus_with(element, &options);
}

/// The same with options.
fn give_focus_with(element: &HtmlElement, options: &FocusOptions) {
    if BY_KEY.get() {
        // web-sys does not know this option yet; setting a property of a fresh object cannot fail.
        let _ = Reflect::set(options, &"focusVisible".into(), &true.into());
    }
    // An element that cannot take the focus leaves it where it is.
    let _ = element.focus_with_options(options);
}

/// Remembers whether keys or a pointer are used, from now on.
pub(in crate::ui) fn watch_input() -> [EventListener; 2] {
    let window = gloo::utils::window();
    let listen = |event: &'static str, by_key: bool| {
        EventListener::new_with_options(&window, event, EventListenerOptions::run_in_capture_phase(), move |_| {
            BY_KEY.set(by_key);
        })
    };
    [listen("keydown", true), listen("pointerdown", false)]
}
