//! Subscribers of the script API: called with each step.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::edit::Step;

type Subscriber = Rc<dyn Fn(&Step)>;

/// The subscribers, by their ids.
#[derive(Default)]
pub(in crate::runtime) struct Subscribers {
    all: RefCell<Vec<(u32, Subscriber)>>,
    next: Cell<u32>,
}

impl Subscribers {
    /// Adds a subscriber; returns its id.
    pub(in crate::runtime) fn add(&self, subscriber: Subscriber) -> u32 {
        let id = self.next.get();
        self.next.set(id + 1);
        self.all.borrow_mut().push((id, subscriber));
        id
    }

    /// Removes a subscriber.
    pub(in crate::runtime) fn remove(&self, id: u32) {
        self.all.borrow_mut().retain(|(one, _)| *one != id);
    }

    /// Calls all subscribers, which may add and remove subscribers.
    pub(in crate::runtime) fn notify(&self, step: &Step) {
        let all = self.all.borrow().clone();
        all.iter().for_each(|(_, subscriber)| subscriber(step));
    }
}
