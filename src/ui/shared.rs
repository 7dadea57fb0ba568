//! What many components use: props that are compared by identity, and the way to the store.

use std::ops::Deref;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEventInit};
use yew::prelude::*;

use super::store::{Action, Store};
use crate::model::{AnnotationId, Run};
use crate::order;

/// A shared value as a prop: two are equal only if they are the same object, so comparing them costs nothing.
#[derive(Debug)]
pub(super) struct Shared<T>(pub(super) Rc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// Annotations that are selected, as a prop: the same object, or the same ids.
#[derive(Clone, Debug, Default)]
pub(super) struct Selection(Rc<Vec<AnnotationId>>);

impl Selection {
    /// Of these annotations.
    pub(super) fn new(ids: &[AnnotationId]) -> Self {
        let mut ids = ids.to_vec();
        order::sort(&mut ids);
        Self(Rc::new(ids))
    }

    /// Whether an annotation is one of them.
    pub(super) fn contains(&self, id: &AnnotationId) -> bool {
        self.0.binary_search(id).is_ok()
    }

    /// Those that run over some stretch, each once.
    pub(super) fn of(&self, runs: &[Run]) -> Vec<AnnotationId> {
        let mut found = Vec::new();
        // The usual case costs nothing.
        if self.0.is_empty() {
            return found;
        }
        for one in runs.iter().flat_map(|run| &run.running) {
            let id = &one.annotation.id;
            if self.contains(id) && !found.contains(id) {
                found.push(id.clone());
            }
        }
        found
    }
}

impl PartialEq for Selection {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

/// The store, from wherever a component stands. It never changes, so nobody renders again because of it.
#[hook]
pub(super) fn use_store() -> Store {
    use_context::<Store>().unwrap_or_else(|| Store::new(super::projects::blank_state()))
}

/// A callback that carries out one action, whatever the event.
pub(super) fn on<E>(store: &Store, action: Action) -> Callback<E> {
    let store = store.clone();
    Callback::from(move |_| store.dispatch(action.clone()))
}

/// What stands in the field that an event comes from, be it an input, a text area or a select.
pub(super) fn value_of(event: &Event) -> String {
    // All three have a `value`, and JavaScript asks for no more.
    let field = event.target().map(|target| target.unchecked_into::<web_sys::HtmlInputElement>());
    field.map(|field| field.value()).unwrap_or_default()
}

/// Gives the keyboard to an element if it has been lost with the element that had it.
pub(super) fn catch_focus(node: &NodeRef) {
    let document = gloo::utils::document();
    let lost = document.active_element().is_none_or(|active| active.tag_name() == "BODY");
    if let Some(element) = node.cast::<web_sys::HtmlElement>().filter(|_| lost) {
        let _ = element.focus();
    }
}

/// A label's keys, each as the cap of a key.
pub(super) fn key_caps(keys: &str) -> Html {
    keys.chars().map(|key| html! { <kbd aria-hidden="true">{ key }</kbd> }).collect()
}

/// A label's keys as `aria-keyshortcuts` wants them: those pressed one after the other with a blank between.
pub(super) fn aria_keys(keys: &str) -> Option<String> {
    let keys: Vec<String> = keys.chars().map(String::from).collect();
    (!keys.is_empty()).then(|| keys.join(" "))
}

/// Whether a label's keys begin with those pressed so far; all can follow before the first.
pub(super) fn can_follow(keys: &str, chord: &str) -> bool {
    chord.is_empty() || keys.starts_with(chord)
}

/// Milliseconds in which what was typed is drawn, even on a slow machine.
const DRAWN_MS: u32 = 60;

/// Whoever types fast presses Enter before the list of what was typed is drawn, and would choose from the one before:
/// the key then comes once more a moment later. Whether it does.
pub(super) fn comes_again(event: &KeyboardEvent, drawn: &str) -> bool {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field.filter(|field| event.is_trusted() && field.value() != drawn) else { return false };
    event.prevent_default();
    event.stop_propagation();
    let again = KeyboardEventInit::new();
    again.set_key(&event.key());
    again.set_bubbles(true);
    again.set_cancelable(true);
    again.set_shift_key(event.shift_key());
    again.set_alt_key(event.alt_key());
    let Ok(again) = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &again) else { return true };
    // It fails only where the field is gone, and then there is nothing to choose.
    gloo::timers::callback::Timeout::new(DRAWN_MS, move || drop(field.dispatch_event(&again))).forget();
    true
}

/// Gives the keyboard back to the text that holds the selected tag.
pub(super) fn back_to_text() {
    let mark = gloo::utils::document().query_selector("mark.selected").ok().flatten();
    let root = mark.and_then(|mark| mark.closest("[role=document]").ok().flatten());
    if let Some(root) = root.and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = root.focus();
    }
}

/// "1 tag", "2 tags".
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
}

/// An error as a sentence: it begins with a capital and ends with a full stop.
pub(super) fn sentence(error: &str) -> String {
    let mut sentence = error.trim_end_matches('.').to_owned();
    // Messages are ours and in English, so ASCII will do.
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence + "."
}
