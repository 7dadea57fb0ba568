//! What was done, in words, the newest first.

use std::rc::Rc;

use yew::prelude::*;

use crate::edit::Transaction;
use crate::ui::shared::Shared;
use crate::ui::store::State;
use crate::web::clock;

/// No more than so many are listed; older ones can still be undone.
const SHOWN: usize = 300;

#[derive(Properties, PartialEq)]
pub(super) struct HistoryListProps {
    pub(super) state: Shared<State>,
}

/// The list of transactions.
#[component]
pub(super) fn HistoryList(props: &HistoryListProps) -> Html {
    let history = props.state.editor.history();
    let undone: Vec<_> = history.undone().take(SHOWN).cloned().collect();
    let done: Vec<_> = history.done().take(SHOWN).cloned().collect();
    if undone.is_empty() && done.is_empty() {
        return html! { <p class="muted">{ "Nothing has been changed yet." }</p> };
    }
    html! {
        <ol class="history" reversed={true} aria-label="What was done">
            { for undone.iter().rev().map(|transaction| entry(transaction, true)) }
            { for done.iter().map(|transaction| entry(transaction, false)) }
        </ol>
    }
}

fn entry(transaction: &Rc<Transaction>, undone: bool) -> Html {
    let when = clock::local_time(&transaction.stamp.at);
    html! {
        <li class={classes!(undone.then_some("undone"))}>
            <span>{ &transaction.summary }</span>
            <span class="muted">{ if undone { format!("undone · {when}") } else { when } }</span>
        </li>
    }
}
