//! The timer of the export reminder.

use std::cell::{Cell, RefCell};

use gloo::timers::callback::Timeout;

/// The timer of the export reminder for the open project.
#[derive(Default)]
pub(in crate::runtime) struct ReminderClock {
    /// The time of the first change after the last export or reminder, in milliseconds since 1970; 0 if there is none.
    pub(in crate::runtime) since: Cell<u64>,
    /// Shows the reminder.
    pub(in crate::runtime) timer: RefCell<Option<Timeout>>,
}
