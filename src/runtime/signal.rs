//! Waiting for events.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::task::{Poll, Waker};

/// A repeating event that tasks can wait for.
#[derive(Default)]
pub(super) struct Signal {
    count: Cell<u64>,
    waiting: RefCell<Vec<Waker>>,
}

impl Signal {
    /// Wakes all waiting tasks.
    pub(super) fn notify(&self) {
        self.count.set(self.count.get() + 1);
        self.waiting.take().into_iter().for_each(Waker::wake);
    }

    /// Waits for the next notification after this call.
    pub(super) fn next(&self) -> impl Future<Output = ()> + '_ {
        let before = self.count.get();
        poll_fn(move |context| {
            if self.count.get() != before {
                return Poll::Ready(());
            }
            self.waiting.borrow_mut().push(context.waker().clone());
            Poll::Pending
        })
    }
}
