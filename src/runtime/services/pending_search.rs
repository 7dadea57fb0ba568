//! The current search.

use std::cell::{Cell, RefCell};

use gloo::timers::callback::Timeout;

use crate::web::search_worker::SearchWorker;

/// The current search, which is running or waiting for a pause in typing.
#[derive(Default)]
pub(in crate::runtime) struct PendingSearch {
    /// Runs regular expressions.
    pub(in crate::runtime) worker: SearchWorker,
    /// The number of the request that is searched for in the page.
    pub(in crate::runtime) running: Cell<Option<u32>>,
    /// Starts the search after a pause in typing.
    pub(in crate::runtime) waiting: RefCell<Option<Timeout>>,
}
