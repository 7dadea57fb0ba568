//! What was done, in words, the newest first; and stepping back to any of it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::app::messages;
use crate::edit::Transaction;
use crate::text::isolated;
use crate::ui::shared::{Shared, on, use_store};
use crate::ui::store::{Action, State, Store};
use crate::web::author;
use crate::web::clock::Manner;

/// So many are listed at first, and so many more each time that more are asked for.
const SHOWN: usize = 300;

#[derive(Properties, PartialEq)]
pub(super) struct HistoryProps {
    pub(super) state: Shared<State>,
}

/// The list of transactions, each a way to the project as it was right after it.
#[component]
pub(super) fn History(props: &HistoryProps) -> Html {
    let store = use_store();
    let limit = use_state(|| SHOWN);
    let history = props.state.editor.history();
    let (done, all) = (history.done_count(), history.done_count() + history.undone_count());
    if all == 0 {
        return html! { <>{ name_field() }<p class="muted">{ "Nothing has been changed yet." }</p></> };
    }
    // Counted from the first: the number of an entry is how many transactions are done when it is the newest.
    let mut undone: Vec<_> = history.undone().take(*limit).cloned().zip(done + 1..).collect();
    undone.reverse();
    let shown = undone.into_iter().chain(history.done().take(*limit).cloned().zip((1..=done).rev()));
    let days = Manner::of(&[("dateStyle", "full")]);
    let times = Manner::of(&[("timeStyle", "short")]);
    let mut day = String::new();
    let mut rows: Vec<Html> = Vec::new();
    for (transaction, number) in shown {
        let its_day = days.say(&transaction.stamp.at);
        if its_day != day {
            rows.push(
                html! { <li key={format!("day {number}")} class="history-day"><h3>{ its_day.clone() }</h3></li> },
            );
            day = its_day;
        }
        rows.push(entry(&store, number, done, &transaction, &times.say(&transaction.stamp.at)));
    }
    let more = || {
        let (limit, next) = (limit.setter(), *limit + SHOWN);
        let onclick = Callback::from(move |_: MouseEvent| limit.set(next));
        html! { <button type="button" class="quiet" {onclick}>{ "Show more" }</button> }
    };
    html! {
        <>
            { name_field() }
            if all - done > *limit { { more() } }
            <ol class="history" aria-label="What was done" onkeydown={Callback::from(|event: KeyboardEvent| arrow_keys(&event))}>
                { for rows }
                if done <= *limit { { start(&store, done) } }
            </ol>
            if done > *limit { { more() } }
        </>
    }
}

fn entry(store: &Store, number: usize, done: usize, transaction: &Rc<Transaction>, time: &str) -> Html {
    let by = &transaction.stamp.by;
    let who = if by.is_empty() { String::new() } else { format!(" · {}", isolated(by)) };
    row(store, number, done, messages::summaries::summary(&transaction.summary), format!("{time}{who}"))
}

/// The project as it was before all that can be taken back.
fn start(store: &Store, done: usize) -> Html {
    row(store, 0, done, "Start".to_owned(), "before all of this".to_owned())
}

fn row(store: &Store, number: usize, done: usize, words: String, facts: String) -> Html {
    let is_now = number == done;
    let (class, mark) = match number {
        _ if is_now => (Some("now"), "now · "),
        _ if number > done => (Some("undone"), "undone · "),
        _ => (None, ""),
    };
    html! {
        <li key={number.to_string()}>
            <button type="button" {class} aria-current={is_now.then_some("step")} tabindex={if is_now { "0" } else { "-1" }}
                onclick={on(store, Action::StepTo(number))}>
                <span class="history-words">{ words }</span>
                <span class="history-facts">{ mark }{ facts }</span>
            </button>
        </li>
    }
}

/// The arrows go through the list; only Enter or a click steps.
fn arrow_keys(event: &KeyboardEvent) {
    let focused = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(list) = focused.as_ref().and_then(|focused| focused.closest("ol").ok().flatten()) else { return };
    let Ok(nodes) = list.query_selector_all("button") else { return };
    let buttons: Vec<HtmlElement> =
        (0..nodes.length()).filter_map(|i| nodes.item(i)?.dyn_into::<HtmlElement>().ok()).collect();
    let at = buttons.iter().position(|button| Some(button.unchecked_ref()) == focused.as_ref());
    let next = match (event.key().as_str(), at) {
        ("ArrowDown", Some(at)) => at + 1,
        ("ArrowUp", Some(at)) if at > 0 => at - 1,
        ("Home", _) => 0,
        ("End", _) => buttons.len().saturating_sub(1),
        _ => return,
    };
    event.prevent_default();
    if let Some(button) = buttons.get(next) {
        let _ = button.focus();
    }
}

/// Under what name changes are made from now on.
fn name_field() -> Html {
    let onchange = Callback::from(|event: Event| {
        if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            author::set(field.value().trim());
        }
    });
    html! {
        <label class="author"><span>{ "Your name" }</span>
            <input type="text" autocomplete="name" maxlength="80" placeholder="kept with what you do" ~defaultValue={author::name()} {onchange} />
        </label>
    }
}
