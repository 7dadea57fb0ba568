//! How long the user has worked without an export.

use std::cell::{Cell, RefCell};

use gloo::timers::callback::Timeout;

/// How long the user has worked on the open project without an export or backup.
#[derive(Default)]
pub(in crate::runtime) struct ReminderClock {
    /// When the first change was made since the last export or reminder, in milliseconds since 1970; 0 without one.
    pub(in crate::runtime) since: Cell<u64>,
    /// Shows the reminder.
    pub(in crate::runtime) timer: RefCell<Option<Timeout>>,
}
