//! The data of the services of the runtime. Their functions are in the files of the parent folder, which use the store.

mod backups;
mod pending_search;
mod reminder_clock;
mod save_queue;
mod subscribers;
mod tabs;

pub(super) use backups::{Backups, Target};
pub(super) use pending_search::PendingSearch;
pub(super) use reminder_clock::ReminderClock;
pub(super) use save_queue::{Position, SaveQueue};
pub(super) use subscribers::Subscribers;
pub(super) use tabs::{Claim, Following, Tabs};

use std::cell::{Cell, RefCell};

use crate::analysis::parsed::ParsedArticles;
use crate::analysis::suggestions::Suggestions;

/// The data of the services of the runtime.
#[derive(Default)]
pub(super) struct Services {
    /// The subscribers of the script API.
    pub(super) subscribers: Subscribers,
    /// The queue of autosave.
    pub(super) queue: SaveQueue,
    /// The synchronisation with other tabs.
    pub(super) tabs: Tabs,
    /// The backup file.
    pub(super) backups: Backups,
    /// The timer of the export reminder.
    pub(super) reminder: ReminderClock,
    /// The current search.
    pub(super) search: PendingSearch,
    /// What was computed for suggestions.
    pub(super) suggestions: RefCell<Suggestions>,
    /// The parsed articles of the columns, of which some follow others.
    pub(super) columns: RefCell<ParsedArticles>,
    /// The number of projects that were begun to be opened.
    pub(super) openings: Cell<u32>,
    /// The number of the last export in another format.
    pub(super) exports: Cell<u32>,
    /// Whether counterparts are looked for in the next frame.
    pub(super) finds_counterparts: Cell<bool>,
}
