//! The entries of the history as rows of a list, the newest first; the last one is the start.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::messages::{history as words, summaries};
use crate::app::{ByPtr, Dispatcher, HistoryAction};
use crate::edit::{History, Transaction};
use crate::ui::widgets::{Row, RowPlace, RowSource, on};
use crate::web::clock::TimeFormat;

/// All transactions of a history in order.
pub(super) fn in_order(history: &History) -> Vec<Rc<Transaction>> {
    let mut all: Vec<Rc<Transaction>> = history.done().cloned().collect();
    all.reverse();
    all.extend(history.undone().cloned());
    all
}

/// The rows of the list.
#[derive(PartialEq)]
pub(super) struct HistoryRows {
    /// All transactions in order, first those that are done.
    pub(super) all: ByPtr<Vec<Rc<Transaction>>>,
    /// How many are done.
    pub(super) done: usize,
    /// How days and times are written.
    pub(super) formats: ByPtr<(TimeFormat, TimeFormat)>,
}

impl RowSource for HistoryRows {
    type Row = HistoryRow;

    fn len(&self) -> usize {
        self.all.len() + 1
    }

    fn row(&self, at: usize) -> Option<HistoryRow> {
        let number = self.all.len().checked_sub(at)?;
        let transaction = |number: usize| number.checked_sub(1).and_then(|at| self.all.get(at)).map(ByPtr::from);
        let newer = transaction(number + 1);
        Some(HistoryRow {
            transaction: transaction(number),
            newer,
            number,
            done: self.done,
            formats: self.formats.clone(),
        })
    }

    fn key(&self, at: usize) -> AttrValue {
        (self.all.len() - at).to_string().into()
    }
}

/// An entry.
#[derive(Clone, PartialEq)]
pub(super) struct HistoryRow {
    /// `None` for the start.
    transaction: Option<ByPtr<Transaction>>,
    /// The one above it in the list.
    newer: Option<ByPtr<Transaction>>,
    /// How many transactions are done when it is the newest that is.
    number: usize,
    /// How many are done.
    done: usize,
    formats: ByPtr<(TimeFormat, TimeFormat)>,
}

impl Row for HistoryRow {
    fn key(&self) -> AttrValue {
        self.number.to_string().into()
    }

    fn view(&self, place: RowPlace, dispatcher: &Dispatcher) -> Html {
        let (days, times) = &*self.formats;
        let (posinset, setsize) = place.aria();
        let day = |of: &Option<ByPtr<Transaction>>| of.as_ref().map(|one| days.format(&one.stamp.at));
        // The first entry of a day has the day above it.
        let own = day(&self.transaction).filter(|own| day(&self.newer).as_ref() != Some(own));
        let (text, facts) = match &self.transaction {
            Some(one) => {
                (summaries::summary(&one.summary), words::when_and_who(&times.format(&one.stamp.at), &one.stamp.by))
            }
            None => (words::START.to_owned(), words::START_FACTS.to_owned()),
        };
        html! {
            <div role="listitem" aria-posinset={posinset} aria-setsize={setsize}>
                if let Some(day) = own { <div class="history-day"><h3>{ day }</h3></div> }
                { self.button(dispatcher, text, &facts) }
            </div>
        }
    }
}

impl HistoryRow {
    /// Activating it goes to the moment right after the entry.
    fn button(&self, dispatcher: &Dispatcher, text: String, facts: &str) -> Html {
        let is_now = self.number == self.done;
        let (class, mark) = match self.number {
            _ if is_now => (Some("now"), words::NOW),
            number if number > self.done => (Some("undone"), words::UNDONE),
            _ => (None, ""),
        };
        html! {
            <button type="button" {class} aria-current={is_now.then_some("step")} tabindex={if is_now { "0" } else { "-1" }} data-row=""
                onclick={on(dispatcher, HistoryAction::GoTo(self.number))}>
                <span class="history-words">{ text }</span>
                <span class="history-facts">{ mark }{ facts }</span>
            </button>
        }
    }
}
