//! The search that is being carried out.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;

use crate::web::search_worker::SearchWorker;

/// The search that is being carried out, or waits for a pause in typing; one at a time.
#[derive(Default)]
pub(in crate::runtime) struct PendingSearch {
    /// Runs regular expressions.
    pub(in crate::runtime) worker: SearchWorker,
    /// Begins the search when the user has stopped typing.
    pub(in crate::runtime) waiting: RefCell<Option<Timeout>>,
}
