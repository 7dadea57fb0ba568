//! The data for the synchronisation with other tabs.

use std::cell::{Cell, OnceCell, RefCell};

use crate::runtime::signal::Signal;
use crate::web::clock;
use crate::web::tabs::{Channel, Lock, Message};

/// The data for the synchronisation with other tabs.
pub(in crate::runtime) struct Tabs {
    /// The name of this tab.
    pub(in crate::runtime) tab: String,
    pub(in crate::runtime) channel: OnceCell<Channel>,
    /// The lock on the open project, held or awaited.
    pub(in crate::runtime) claim: RefCell<Option<Claim>>,
    /// The answer of the tab that edits: whether this tab may take over.
    pub(in crate::runtime) answer: Cell<Option<bool>>,
    pub(in crate::runtime) answered: Signal,
    pub(in crate::runtime) following: Cell<Following>,
    /// Notified when all steps of the other tab were read.
    pub(in crate::runtime) caught_up: Signal,
}

/// Whether steps of the other tab are being read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::runtime) enum Following {
    /// No steps are being read.
    #[default]
    Idle,
    /// Steps are being read.
    Reading,
    /// Steps are being read, and more have been saved since.
    ReadingAgain,
}

impl Default for Tabs {
    fn default() -> Self {
        Self {
            tab: clock::new_key(),
            channel: OnceCell::new(),
            claim: RefCell::default(),
            answer: Cell::default(),
            answered: Signal::default(),
            following: Cell::default(),
            caught_up: Signal::default(),
        }
    }
}

/// The lock on a project, held or awaited.
pub(in crate::runtime) struct Claim {
    pub(in crate::runtime) key: String,
    pub(in crate::runtime) lock: Lock,
}

impl Claim {
    /// Whether this tab holds the lock.
    pub(in crate::runtime) fn is_held(&self) -> bool {
        self.lock.is_held()
    }
}

impl Tabs {
    /// Sends a message to the other tabs.
    pub(in crate::runtime) fn send(&self, message: &Message) {
        if let Some(channel) = self.channel.get() {
            channel.send(message);
        }
    }

    /// Whether this tab holds or awaits the lock on a project.
    pub(in crate::runtime) fn has_claim(&self, key: &str) -> bool {
        self.claim.borrow().as_ref().is_some_and(|claim| claim.key == key)
    }

    /// Whether this tab holds the lock on a project.
    pub(in crate::runtime) fn holds(&self, key: &str) -> bool {
        self.claim.borrow().as_ref().is_some_and(|claim| claim.key == key && claim.is_held())
    }
}
