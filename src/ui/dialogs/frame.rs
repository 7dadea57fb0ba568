//! What all dialogs share: the browser's own modal dialog, which keeps the keyboard inside and gives it back.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};
use yew::prelude::*;

use crate::ui::shared::{on, use_store};
use crate::ui::store::Action;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct FrameProps {
    /// The dialog's heading and name.
    pub(in crate::ui) heading: AttrValue,
    /// A class that says how wide it may be.
    #[prop_or("narrow")]
    pub(in crate::ui) class: &'static str,
    /// Whether its content may be longer than the window and has nothing else to focus: it is then scrolled by keys.
    #[prop_or_default]
    pub(in crate::ui) scrolls: bool,
    /// What closing does, where it is not done at once.
    #[prop_or_default]
    pub(in crate::ui) onclose: Option<Callback<()>>,
    pub(in crate::ui) children: Html,
}

/// A modal dialog. Escape and its close button close it.
#[component]
pub(in crate::ui) fn Frame(props: &FrameProps) -> Html {
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
    let leave = props.onclose.clone().unwrap_or_else(|| on(&store, Action::Open(None)));
    let close = leave.reform(|_: MouseEvent| ());
    let oncancel = Callback::from(move |event: Event| {
        event.prevent_default();
        leave.emit(());
    });
    // A browser may close it on a second Escape without asking anybody; then it is gone from the state too.
    let onclose = {
        let node = node.clone();
        Callback::from(move |_: Event| {
            let dialog = node.cast::<HtmlDialogElement>();
            if dialog.is_some_and(|dialog| dialog.is_connected() && !dialog.open()) {
                store.dispatch(Action::Open(None));
            }
        })
    };
    html! {
        <dialog ref={node} class={classes!("dialog", props.class)} aria-labelledby="dialog-heading" {oncancel} {onclose}>
            <div class="dialog-head">
                <h2 id="dialog-heading">{ props.heading.clone() }</h2>
                <button type="button" class="icon" aria-label="Close dialog" title="Close (Esc)" onclick={close}>{ "×" }</button>
            </div>
            <div class="dialog-body" tabindex={if props.scrolls { "0" } else { "-1" }}>{ props.children.clone() }</div>
        </dialog>
    }
}
