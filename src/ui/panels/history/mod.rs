//! The history panel: what was done, the newest first, and the way back to any moment; and the user's name.

mod author;

use std::rc::Rc;

use yew::prelude::*;

use crate::app::messages::{history as words, summaries};
use crate::app::{Dispatcher, HistoryAction, State};
use crate::edit::{History, Transaction};
use crate::ui::widgets::{on, row_keys, use_dispatcher};
use crate::web::clock::TimeFormat;
use author::author_field;

/// So many transactions are listed at first, and so many more each time.
const SHOWN: usize = 300;

#[derive(Clone, Properties, PartialEq)]
pub(in crate::ui) struct HistoryPanelProps {
    history: SharedHistory,
    author: String,
}

/// A history as a prop. Two are equal if they have the same length and the same newest transactions: every other
/// transaction then is the same too.
#[derive(Clone)]
struct SharedHistory(History);

impl PartialEq for SharedHistory {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.0, &other.0);
        let is_same = |a: Option<&Rc<Transaction>>, b: Option<&Rc<Transaction>>| a.map(Rc::as_ptr) == b.map(Rc::as_ptr);
        (a.done_count(), a.undone_count()) == (b.done_count(), b.undone_count())
            && is_same(a.next_undo(), b.next_undo())
            && is_same(a.next_redo(), b.next_redo())
    }
}

impl HistoryPanelProps {
    pub(in crate::ui) fn of(state: &State) -> Self {
        Self { history: SharedHistory(state.editor.history().clone()), author: state.author.clone() }
    }
}

/// The history panel.
#[component]
pub(in crate::ui) fn HistoryPanel(props: &HistoryPanelProps) -> Html {
    let dispatcher = use_dispatcher();
    let limit = use_state_eq(|| SHOWN);
    let formats =
        use_memo((), |()| (TimeFormat::of(&[("dateStyle", "full")]), TimeFormat::of(&[("timeStyle", "short")])));
    let history = &props.history.0;
    let (done, undone) = (history.done_count(), history.undone_count());
    let author = author_field(&dispatcher, &props.author);
    if done + undone == 0 {
        return html! { <>{ author }<p class="muted">{ words::EMPTY }</p></> };
    }
    let more = |is_needed: bool| {
        let (limit, next) = (limit.setter(), *limit + SHOWN);
        let onclick = Callback::from(move |_: MouseEvent| limit.set(next));
        html! { if is_needed { <button type="button" class="quiet" {onclick}>{ words::SHOW_MORE }</button> } }
    };
    html! {
        <>
            { author }
            { more(undone > *limit) }
            <ol class="history" aria-label={words::LIST} onkeydown={row_keys()}>
                { for rows(&dispatcher, history, *limit, &formats) }
                if done <= *limit { { row(&dispatcher, 0, done, words::START.to_owned(), words::START_FACTS) } }
            </ol>
            { more(done > *limit) }
        </>
    }
}

/// The transactions under headings for their days, the newest first.
fn rows(
    dispatcher: &Dispatcher,
    history: &History,
    limit: usize,
    (days, times): &(TimeFormat, TimeFormat),
) -> Vec<Html> {
    let done = history.done_count();
    // The number of an entry is how many transactions are done when it is the newest that is.
    let mut undone: Vec<(&Rc<Transaction>, usize)> = history.undone().take(limit).zip(done + 1..).collect();
    undone.reverse();
    let shown = undone.into_iter().chain(history.done().take(limit).zip((1..=done).rev()));
    let mut rows = Vec::new();
    let mut day = String::new();
    for (transaction, number) in shown {
        let own_day = days.format(&transaction.stamp.at);
        if own_day != day {
            rows.push(
                html! { <li key={format!("day {number}")} class="history-day"><h3>{ own_day.clone() }</h3></li> },
            );
            day = own_day;
        }
        let facts = words::when_and_who(&times.format(&transaction.stamp.at), &transaction.stamp.by);
        rows.push(row(dispatcher, number, done, summaries::summary(&transaction.summary), &facts));
    }
    rows
}

/// An entry; activating it goes to the moment right after it.
fn row(dispatcher: &Dispatcher, number: usize, done: usize, text: String, facts: &str) -> Html {
    let is_now = number == done;
    let (class, mark) = match number {
        _ if is_now => (Some("now"), words::NOW),
        _ if number > done => (Some("undone"), words::UNDONE),
        _ => (None, ""),
    };
    html! {
        <li key={number.to_string()}>
            <button type="button" {class} aria-current={is_now.then_some("step")} tabindex={if is_now { "0" } else { "-1" }} data-row=""
                onclick={on(dispatcher, HistoryAction::GoTo(number))}>
                <span class="history-words">{ text }</span>
                <span class="history-facts">{ mark }{ facts }</span>
            </button>
        </li>
    }
}
