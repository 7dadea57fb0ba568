//! What was done, in words, the newest first.

use std::rc::Rc;

use yew::prelude::*;

use crate::edit::Transaction;
use crate::ui::store::State;
use crate::web::clock;

/// No more than so many are listed; older ones can still be undone.
const SHOWN: usize = 300;

/// The list of transactions.
pub(super) fn history_list(state: &State) -> Html {
    let history = state.editor.history();
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
