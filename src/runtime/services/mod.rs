//! What the services of the runtime hold. What they do stands in the files beside this folder, which use the store.

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

/// What the services of the runtime hold.
#[derive(Default)]
pub(super) struct Services {
    /// The subscribers of the script API.
    pub(super) subscribers: Subscribers,
    /// What is to be written to the storage.
    pub(super) queue: SaveQueue,
    /// What is shared with other tabs.
    pub(super) tabs: Tabs,
    /// The file that the project is backed up to.
    pub(super) backups: Backups,
    /// How long the user has worked without an export.
    pub(super) reminder: ReminderClock,
    /// The search that is being carried out.
    pub(super) search: PendingSearch,
}
