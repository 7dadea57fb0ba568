//! What an event says: the value of its field, the keys, the elements around its target.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, EventTarget, HtmlInputElement, KeyboardEvent, Node, NodeList};
use yew::Callback;

use crate::app::keys::{KeyFocus, KeyPress, KnownLayout};
use crate::web::dom_text;

/// The value of the field that an event comes from: an input, a text area or a select.
pub(in crate::ui) fn value_of(event: &Event) -> String {
    // All three have a property `value`, and JavaScript asks for no more.
    let field = event.target().map(|target| target.unchecked_into::<HtmlInputElement>());
    field.map(|field| field.value()).unwrap_or_default()
}

/// Whether the check box that an event comes from is ticked.
pub(in crate::ui) fn is_checked(event: &Event) -> bool {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    field.is_some_and(|field| field.checked())
}

/// The value chosen in a select; `None` for its empty option.
pub(in crate::ui) fn chosen(event: &Event) -> Option<String> {
    Some(value_of(event)).filter(|value| !value.is_empty())
}

/// The element that an event comes from.
pub(in crate::ui) fn target_element(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The target of an event, or the nearest element around it, that matches a selector.
pub(in crate::ui) fn closest(target: Option<EventTarget>, selector: &str) -> Option<Element> {
    target?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}

/// The number that the target of an event, or an element around it, has as `data-index`.
pub(in crate::ui) fn index_of(target: Option<EventTarget>) -> Option<usize> {
    closest(target, "[data-index]")?.get_attribute("data-index")?.parse().ok()
}

/// The elements that match a selector.
pub(in crate::ui) fn elements(root: &Node, selector: &str) -> Vec<Element> {
    let found = match (root.dyn_ref::<Document>(), root.dyn_ref::<Element>()) {
        (Some(document), _) => document.query_selector_all(selector),
        (_, Some(element)) => element.query_selector_all(selector),
        _ => return Vec::new(),
    };
    found
        .map(|list: NodeList| (0..list.length()).filter_map(|i| list.item(i)?.dyn_into().ok()).collect())
        .unwrap_or_default()
}

thread_local! {
    /// What key presses have told about the keyboard.
    static LAYOUT: Cell<KnownLayout> = Cell::default();
}

/// A key press as the keymap takes it. What it tells about the layout is remembered.
pub(in crate::ui) fn key_press(event: &KeyboardEvent) -> KeyPress {
    // On Windows, AltGr is reported as Ctrl and Alt. Firefox on a Mac reports Option as AltGr too.
    let is_mac = is_mac();
    let altgr = !is_mac && event.get_modifier_state("AltGraph");
    let press = KeyPress {
        key: event.key(),
        code: event.code(),
        ctrl: (event.ctrl_key() && !altgr) || event.meta_key(),
        alt: event.alt_key() && !altgr,
        alt_types: is_mac,
        altgr,
        shift: event.shift_key(),
        layout: LAYOUT.get(),
        focus: focus_of(event),
    };
    let layout = press.layout.after(&press);
    LAYOUT.set(layout);
    KeyPress { layout, ..press }
}

/// Whether the page runs on a Mac, an iPad or an iPhone, whose Option key types characters. No browser has another way to tell.
fn is_mac() -> bool {
    let platform = gloo::utils::window().navigator().platform().unwrap_or_default();
    ["Mac", "iPad", "iPhone", "iPod"].iter().any(|device| platform.starts_with(device))
}

/// Does something on Escape, which then does nothing else.
pub(in crate::ui) fn on_escape(act: impl Fn() + 'static) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            event.stop_propagation();
            act();
        }
    })
}

fn focus_of(event: &KeyboardEvent) -> KeyFocus {
    let Some(target) = target_element(event) else { return KeyFocus::Page };
    if matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") {
        return KeyFocus::Field;
    }
    // Only the text itself: a button that were inside of it would have keys of its own.
    match dom_text::article_of(&target) {
        Some((root, article)) if root == target => KeyFocus::Text(article),
        _ => KeyFocus::Page,
    }
}
