//! A modal dialog: the browser's own, which keeps the focus inside and gives it back.

use std::mem::discriminant;

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};
use yew::prelude::*;

use super::{on, use_dispatcher};
use crate::app::ViewAction;
use crate::app::messages::dialogs as words;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct DialogProps {
    /// The heading, which names the dialog.
    pub(in crate::ui) heading: AttrValue,
    /// A class that says how wide it may be.
    #[prop_or("narrow")]
    pub(in crate::ui) class: &'static str,
    /// Whether its content may be longer than the window and has nothing to focus: it can then be scrolled with keys.
    #[prop_or_default]
    pub(in crate::ui) scrolls: bool,
    /// What closing does, where it is not done at once.
    #[prop_or_default]
    pub(in crate::ui) onclose: Option<Callback<()>>,
    /// The content.
    pub(in crate::ui) children: Html,
}

/// A modal dialog. Escape and its close button close it.
#[component]
pub(in crate::ui) fn Dialog(props: &DialogProps) -> Html {
    let dispatcher = use_dispatcher();
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| show(&node));
    }
    let leave = props.onclose.clone().unwrap_or_else(|| on(&dispatcher, ViewAction::Open(None)));
    let close = leave.reform(|_: MouseEvent| ());
    let oncancel = Callback::from(move |event: Event| {
        event.prevent_default();
        leave.emit(());
    });
    // A browser may close it on a second Escape without asking; then it is closed in the state too. The event comes some time after
    // the element was closed: if the program has closed it, another dialog may be the open one by now.
    let opened = use_memo((), |()| dispatcher.state().dialog.as_ref().map(discriminant));
    let onclose = {
        let node = node.clone();
        Callback::from(move |_: Event| {
            let is_open = *opened == dispatcher.state().dialog.as_ref().map(discriminant);
            let dialog = node.cast::<HtmlDialogElement>();
            if is_open && dialog.is_some_and(|dialog| dialog.is_connected() && !dialog.open()) {
                dispatcher.dispatch(ViewAction::Open(None));
            }
        })
    };
    html! {
        <dialog ref={node} class={classes!("dialog", props.class)} aria-labelledby="dialog-heading" {oncancel} {onclose}>
            <div class="dialog-head">
                <h2 id="dialog-heading">{ props.heading.clone() }</h2>
                <button type="button" class="icon" aria-label={words::CLOSE} title={words::CLOSE_KEYS} onclick={close}>{ "×" }</button>
            </div>
            <div class="dialog-body" tabindex={if props.scrolls { "0" } else { "-1" }}>{ props.children.clone() }</div>
        </dialog>
    }
}

/// Opens the dialog; closing it gives the focus back.
fn show(node: &NodeRef) -> impl FnOnce() + use<> {
    let before = gloo::utils::document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let dialog = node.cast::<HtmlDialogElement>();
    if let Some(dialog) = dialog.as_ref().filter(|dialog| !dialog.open()) {
        // Fails only where the element has left the page, and then there is nothing to show.
        let _ = dialog.show_modal();
    }
    move || {
        // It was closed before if something else takes the focus.
        let Some(dialog) = dialog.filter(HtmlDialogElement::open) else { return };
        // While it is open, nothing outside of it can have the focus.
        dialog.close();
        if let Some(before) = before {
            let _ = before.focus();
        }
    }
}

/// Closes the open dialog before the next render, so that what is rendered next can take the focus.
pub(in crate::ui) fn close_dialog_now() {
    let open = gloo::utils::document().query_selector("dialog[open]").ok().flatten();
    if let Some(dialog) = open.and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close();
    }
}
