//! A modal dialog: the browser's own, which keeps the focus inside and gives it back.

use std::mem::discriminant;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};
use yew::prelude::*;

use super::{on, use_dispatcher};
use crate::app::ViewAction;
use crate::app::messages::dialogs as words;
use crate::ui::dom::focus::give_focus_back;

/// An error to be shown in the dialog that is open, as a context: the rest of the page cannot be reached.
#[derive(Clone, Default, PartialEq)]
pub(in crate::ui) struct DialogError(pub(in crate::ui) Option<AttrValue>);

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
    /// Buttons in the line of the heading, which does not scroll.
    #[prop_or_default]
    pub(in crate::ui) tools: Html,
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
    let DialogError(error) = use_context().unwrap_or_default();
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| show(&node));
    }
    let leave = props.onclose.clone().unwrap_or_else(|| on(&dispatcher, ViewAction::Open(None)));
    let close = leave.reform(|_: MouseEvent| ());
    use_escape(&leave);
    let oncancel = Callback::from(move |event: Event| {
        event.prevent_default();
        leave.emit(());
    });
    // A browser may close it without asking, as on a second press of Back; then it is closed in the state too. The event comes some
    // time after the element was closed: if the program has closed it, another dialog may be the open one by now.
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
                { props.tools.clone() }
                <button type="button" class="icon" aria-label={words::CLOSE} title={words::CLOSE_KEYS} onclick={close}>{ "×" }</button>
            </div>
            if let Some(error) = error { <p class="problem dialog-error" role="alert">{ error }</p> }
            <div class="dialog-body" tabindex={if props.scrolls { "0" } else { "-1" }}>{ props.children.clone() }</div>
        </dialog>
    }
}

/// Does something on an Escape that nothing in the dialog has taken, wherever the focus is. Not left to the event `cancel`: on
/// a second Escape, a browser closes the dialog even if it is asking whether to.
#[hook]
fn use_escape(leave: &Callback<()>) {
    let latest = use_mut_ref(Callback::noop);
    latest.replace(leave.clone());
    use_effect_with((), move |()| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener =
            EventListener::new_with_options(&gloo::utils::document(), "keydown", options, move |event: &Event| {
                let is_escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Escape");
                if is_escape && !event.default_prevented() {
                    event.prevent_default();
                    let leave = latest.borrow().clone();
                    leave.emit(());
                }
            });
        move || drop(listener)
    });
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
            give_focus_back(&before);
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
