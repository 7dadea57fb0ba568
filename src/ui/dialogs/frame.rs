//! What all dialogs share: the browser's own modal dialog, which keeps the keyboard inside and gives it back.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};
use yew::prelude::*;

use crate::ui::shared::use_store;
use crate::ui::store::Action;

#[derive(Properties, PartialEq)]
pub(super) struct FrameProps {
    /// The dialog's heading and name.
    pub(super) heading: AttrValue,
    /// A class that says how wide it may be.
    #[prop_or("narrow")]
    pub(super) class: &'static str,
    /// Whether its content may be longer than the window and has nothing else to focus: it is then scrolled by keys.
    #[prop_or_default]
    pub(super) scrolls: bool,
    pub(super) children: Html,
}

/// A modal dialog. Escape and its close button close it.
#[component]
pub(super) fn Frame(props: &FrameProps) -> Html {
    let store = use_store();
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            let before = gloo::utils::document().active_element().and_then(|e| e.dyn_into::<HtmlElement>().ok());
            let dialog = node.cast::<HtmlDialogElement>();
            if let Some(dialog) = dialog.as_ref().filter(|dialog| !dialog.open()) {
                // Fails only where the element has left the page, and then there is nothing to show.
                let _ = dialog.show_modal();
            }
            move || {
                // As long as it is open, nothing outside of it can have the keyboard.
                if let Some(dialog) = dialog {
                    dialog.close();
                }
                if let Some(before) = before {
                    let _ = before.focus();
                }
            }
        });
    }
    let close = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| store.dispatch(Action::Open(None)))
    };
    let oncancel = Callback::from(move |event: Event| {
        event.prevent_default();
        store.dispatch(Action::Open(None));
    });
    html! {
        <dialog ref={node} class={classes!("dialog", props.class)} aria-labelledby="dialog-heading" {oncancel}>
            <div class="dialog-head">
                <h2 id="dialog-heading">{ props.heading.clone() }</h2>
                <button type="button" class="icon" aria-label="Close dialog" title="Close (Esc)" onclick={close}>{ "×" }</button>
            </div>
            <div class="dialog-body" tabindex={if props.scrolls { "0" } else { "-1" }}>{ props.children.clone() }</div>
        </dialog>
    }
}
