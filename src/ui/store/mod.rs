//! The state of the page and the one place where it changes.

mod action;
mod linking;
mod naming;
mod occurrences;
mod reduce;
mod saving;
mod searching;
mod sharing;
mod state;
mod store_handle;
mod view;

pub use reduce::innermost_or_next_out;

pub use action::{Action, Direction, Edge};
pub use linking::{LinkAction, Linking, Making, RelationFilter};
pub use naming::{EntityAction, Registry, RegistryPage};
pub use occurrences::{OccurrenceAction, Occurrences, Operation, Source};
pub use saving::{SaveStatus, project_info};
pub use searching::{MOST_FOUND, Problem, Request, Search, SearchAction};
pub use sharing::{Access, Claim, Keep};
pub use state::{Arrival, Arriving, Backup, BackupStage, Dialog, IncomingText, Notice, Offer, State};
pub use store_handle::Store;
pub use view::{Cursor, Describing, Filter, Lacking, Tab, View};
