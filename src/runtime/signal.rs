//! Waiting for events, and time limits for futures.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::pin;
use std::task::{Poll, Waker};

use gloo::timers::future::TimeoutFuture;

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

/// The result of a future; `None` if it takes longer than a time limit in milliseconds.
pub(super) async fn within<T>(future: impl Future<Output = T>, milliseconds: u32) -> Option<T> {
    let (mut future, mut timeout) = (pin!(future), pin!(TimeoutFuture::new(milliseconds)));
    poll_fn(move |context| match future.as_mut().poll(context) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => timeout.as_mut().poll(context).map(|()| None),
    })
    .await
}
