//! Adding articles: a form for one text, a table for several.

mod drafts;
mod fields;
mod focus;
mod one;
mod refused;
mod removed;
mod submit;
mod table;
mod view;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::app::messages::{add_articles as words, dialogs};
use crate::app::{ByPtr, Incoming, ViewAction};
use crate::ui::dom::focus::give_focus;
use crate::ui::widgets::{Dialog, on, use_dispatcher};
use drafts::use_drafts;
use focus::{CANCEL, focus_id, use_focus};
use view::View;

/// The id of the button that goes back to the form.
const KEEP_EDITING: &str = "add-keep-editing";

#[derive(Clone, Properties, PartialEq)]
pub(in crate::ui) struct AddArticlesProps {
    pub(super) incoming: ByPtr<Incoming>,
}

/// The element that had the focus when the question about leaving was asked.
type Before = Rc<RefCell<Option<HtmlElement>>>;

/// Asks for the fields of each text, and adds all texts as one change.
#[component]
pub(super) fn AddArticlesDialog(props: &AddArticlesProps) -> Html {
    let (drafts, open, problem) = (use_drafts(), use_state(|| None), use_state(|| None));
    let view = View { dispatcher: use_dispatcher(), drafts, open, problem, focus: use_focus() };
    let leaving = use_state_eq(|| false);
    let before = use_mut_ref(|| None);
    use_focus_of_question(*leaving, &before);
    let onclose = leave(&view, &leaving, &before);
    let Incoming { texts, refused, removed } = &*props.incoming.0;
    let (heading, class) = match texts.len() {
        0 => (words::NOTHING.to_owned(), "wide"),
        1 => (words::ADD.to_owned(), "wide"),
        count => (words::add_many(count), "broad"),
    };
    let content = match texts.as_slice() {
        [] => html! {},
        [text] => one::one(&view, text),
        texts => table::table(&view, texts),
    };
    let message = view.problem.as_ref().map(|problem| problem.message.clone());
    html! {
        <Dialog {heading} {class} onclose={onclose.clone()}>
            { for leaving.then(|| question(&view, &onclose)) }
            <form class="add-articles" hidden={*leaving} onsubmit={on_submit(&view, &props.incoming)} onfocusin={view.focus.on_focus()}>
                { refused::refused(&view, refused) }
                { content }
                { removed::removed(&view, removed) }
                <div class="add-foot">
                    <p class="problem" role="alert">{ message.unwrap_or_default() }</p>
                    <div class="dialog-actions">
                        <button type="button" id={CANCEL} onclick={onclose.reform(|_: MouseEvent| ())}>{ dialogs::CANCEL }</button>
                        if !texts.is_empty() {
                            <button type="submit" class="primary">{ if texts.len() > 1 { words::ADD_ALL } else { words::ADD } }</button>
                        }
                    </div>
                </div>
            </form>
        </Dialog>
    }
}

/// Closes the dialog; asks first if something was entered. While it asks, goes back to the form.
fn leave(view: &View, leaving: &UseStateHandle<bool>, before: &Before) -> Callback<()> {
    let (dispatcher, drafts) = (view.dispatcher.clone(), view.drafts.clone());
    let (leaving, before) = (leaving.clone(), before.clone());
    Callback::from(move |()| match (*leaving, drafts.is_changed()) {
        (true, _) => leaving.set(false),
        (false, true) => {
            let active = gloo::utils::document().active_element();
            before.replace(active.and_then(|element| element.dyn_into().ok()));
            leaving.set(true);
        }
        (false, false) => dispatcher.dispatch(ViewAction::Open(None)),
    })
}

/// Moves the focus to the question and back: the form with the focus in it is hidden meanwhile.
#[hook]
fn use_focus_of_question(leaving: bool, before: &Before) {
    let before = before.clone();
    use_effect_with(leaving, move |leaving| match leaving {
        true => focus_id(KEEP_EDITING),
        false => before.take().iter().for_each(give_focus),
    });
}

fn question(view: &View, onclose: &Callback<()>) -> Html {
    html! {
        <div class="add-question">
            <p role="alert">{ words::UNSAVED }</p>
            <div class="dialog-actions">
                <button type="button" class="danger" onclick={on(&view.dispatcher, ViewAction::Open(None))}>{ words::DISCARD }</button>
                <button type="button" class="primary" id={KEEP_EDITING} onclick={onclose.reform(|_: MouseEvent| ())}>{ words::KEEP_EDITING }</button>
            </div>
        </div>
    }
}

fn on_submit(view: &View, incoming: &ByPtr<Incoming>) -> Callback<SubmitEvent> {
    let view = view.clone();
    let incoming = incoming.clone();
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        match submit::add(&view, &incoming.texts) {
            Ok(()) => {}
            Err(problem) => {
                focus_id(&problem.field.id(problem.number));
                view.problem.set(Some(problem));
            }
        }
    })
}
