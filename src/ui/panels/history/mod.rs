//! The history panel: what was done, the newest first, and the way back to any moment; and the user's name.

mod author;
mod rows;

use std::rc::Rc;

use yew::prelude::*;

use crate::app::messages::history as words;
use crate::app::{ByPtr, State};
use crate::edit::{History, Transaction};
use crate::ui::widgets::{LongList, Rows, use_dispatcher};
use crate::web::clock::TimeFormat;
use author::author_field;
use rows::{HistoryRows, in_order};

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
    let formats =
        use_memo((), |()| (TimeFormat::of(&[("dateStyle", "full")]), TimeFormat::of(&[("timeStyle", "short")])));
    let all = use_memo(props.history.clone(), |history| in_order(&history.0));
    let author = author_field(&dispatcher, &props.author);
    if all.is_empty() {
        return html! { <>{ author }<p class="muted">{ words::EMPTY }</p></> };
    }
    let done = props.history.0.done_count();
    // The Tab key goes to the newest entry that is done.
    let shown = Some(all.len() - done);
    let rows = Rows::of(HistoryRows { all: ByPtr(all), done, formats: ByPtr(formats) });
    html! {
        <>
            { author }
            <div class="history" role="list" aria-label={words::LIST}>
                <LongList {rows} {shown} arrow_keys={true} />
            </div>
        </>
    }
}
