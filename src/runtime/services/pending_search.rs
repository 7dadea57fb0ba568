//! The current search.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;

use crate::web::search_worker::SearchWorker;

/// The current search, which is running or waiting for a pause in typing.
#[derive(Default)]
pub(in crate::runtime) struct PendingSearch {
    /// Runs regular expressions.
    pub(in crate::runtime) worker: SearchWorker,
    /// Starts the search after a pause in typing.
    pub(in crate::runtime) waiting: RefCell<Option<Timeout>>,
}
