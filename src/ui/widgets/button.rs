//! Buttons: what a click dispatches, and presses that leave the focus where it is.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::{Action, Dispatcher};

/// A callback that dispatches an action, whatever the event.
pub(in crate::ui) fn on<E>(dispatcher: &Dispatcher, action: impl Into<Action>) -> Callback<E> {
    let (dispatcher, action) = (dispatcher.clone(), Rc::new(action.into()));
    Callback::from(move |_| dispatcher.dispatch_copy(&action))
}

/// A press on this element does not take the focus, or the selection, away from the text.
pub(in crate::ui) fn keep_focus() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| event.prevent_default())
}

/// A plain button with its text.
pub(in crate::ui) fn button(text: impl Into<AttrValue>, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {onclick}>{ text.into() }</button> }
}
