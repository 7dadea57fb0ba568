//! Time limits.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use gloo::timers::future::TimeoutFuture;

/// The result of a future; `None` if it takes longer than a time limit in milliseconds.
pub async fn within<T>(future: impl Future<Output = T>, milliseconds: u32) -> Option<T> {
    let (mut future, mut timeout) = (pin!(future), pin!(TimeoutFuture::new(milliseconds)));
    poll_fn(move |context| match future.as_mut().poll(context) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => timeout.as_mut().poll(context).map(|()| None),
    })
    .await
}
