//! The queue of steps to be written to the storage.

use std::cell::{Cell, RefCell};

use gloo::timers::callback::Timeout;

use crate::runtime::signal::Signal;
use crate::web::storage::Storage;

/// The steps to be written, and the position in the storage.
#[derive(Default)]
pub(in crate::runtime) struct SaveQueue {
    pub(in crate::runtime) storage: RefCell<Option<Storage>>,
    /// The position of the next step; `None` if the complete project has to be written first.
    pub(in crate::runtime) position: Cell<Option<Position>>,
    /// The journal records to be written, in order.
    pub(in crate::runtime) queue: RefCell<Vec<String>>,
    pub(in crate::runtime) writing: Cell<bool>,
    pub(in crate::runtime) retry: RefCell<Option<Timeout>>,
    pub(in crate::runtime) retry_delay: Cell<u32>,
    /// Notified when everything is written, or an attempt has failed.
    pub(in crate::runtime) settled: Signal,
}

/// A position in the journal of the stored project.
#[derive(Clone, Copy)]
pub(in crate::runtime) struct Position {
    /// The number of the next step.
    pub(in crate::runtime) next: u32,
    /// The number of steps after the newest snapshot.
    pub(in crate::runtime) since_snapshot: u32,
}

impl SaveQueue {
    /// The storage in use, if there is one.
    pub(in crate::runtime) fn storage(&self) -> Option<Storage> {
        self.storage.borrow().clone()
    }

    /// The number of the next step.
    pub(in crate::runtime) fn next_seq(&self) -> u32 {
        self.position.get().map_or(0, |position| position.next)
    }

    /// Counts a step that another tab has saved.
    pub(in crate::runtime) fn count_followed(&self) {
        self.advance(1);
    }

    pub(in crate::runtime) fn advance(&self, steps: u32) {
        if let Some(Position { next, since_snapshot }) = self.position.get() {
            self.position.set(Some(Position { next: next + steps, since_snapshot: since_snapshot + steps }));
        }
    }

    pub(in crate::runtime) fn attach(&self, storage: &Storage, position: Option<Position>) {
        *self.storage.borrow_mut() = Some(storage.clone());
        self.queue.borrow_mut().clear();
        self.position.set(position);
        self.retry.take();
    }

    pub(in crate::runtime) fn is_idle(&self) -> bool {
        self.position.get().is_some() && self.queue.borrow().is_empty()
    }
}
