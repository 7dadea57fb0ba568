//! What is to be written to the storage, and where.

use std::cell::{Cell, RefCell};

use gloo::timers::callback::Timeout;

use crate::runtime::signal::Signal;
use crate::web::storage::Storage;

/// What is to be written, and where.
#[derive(Default)]
pub(in crate::runtime) struct SaveQueue {
    pub(in crate::runtime) storage: RefCell<Option<Storage>>,
    /// Where the next step goes; without it, the project as a whole is written first.
    pub(in crate::runtime) position: Cell<Option<Position>>,
    /// The journal records that wait to be written, in order.
    pub(in crate::runtime) queue: RefCell<Vec<String>>,
    pub(in crate::runtime) writing: Cell<bool>,
    pub(in crate::runtime) retry: RefCell<Option<Timeout>>,
    pub(in crate::runtime) retry_delay: Cell<u32>,
    /// Everything was written, or an attempt failed.
    pub(in crate::runtime) settled: Signal,
}

/// Where the next step goes in the journal of the stored project.
#[derive(Clone, Copy)]
pub(in crate::runtime) struct Position {
    /// The number that the next step gets.
    pub(in crate::runtime) next: u32,
    /// How many steps the newest snapshot does not hold.
    pub(in crate::runtime) since_snapshot: u32,
}

impl SaveQueue {
    /// The storage in use, if there is one.
    pub(in crate::runtime) fn storage(&self) -> Option<Storage> {
        self.storage.borrow().clone()
    }

    /// The number that the next step gets.
    pub(in crate::runtime) fn next_seq(&self) -> u32 {
        self.position.get().map_or(0, |position| position.next)
    }

    /// A step that another tab has saved was read.
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
