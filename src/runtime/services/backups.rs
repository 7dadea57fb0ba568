//! The file that the open project is backed up to, and what waits to be written to it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;

use crate::app::State;
use crate::web::backup_file::BackupFile;

/// The backups of the open project.
#[derive(Default)]
pub(in crate::runtime) struct Backups {
    pub(in crate::runtime) target: RefCell<Option<Rc<Target>>>,
}

/// The file of one project, and what waits to be written to it.
pub(in crate::runtime) struct Target {
    pub(in crate::runtime) key: String,
    pub(in crate::runtime) file: BackupFile,
    /// The project as it is to be written: by then, another one may be open.
    pub(in crate::runtime) waiting: RefCell<Option<Rc<State>>>,
    /// Since when something waits, in milliseconds since 1970; 0 if nothing does.
    pub(in crate::runtime) since: Cell<u64>,
    pub(in crate::runtime) writing: Cell<bool>,
    pub(in crate::runtime) timer: RefCell<Option<Timeout>>,
    /// Whether the browser lets the page write; it must not be asked before the user has agreed.
    pub(in crate::runtime) allowed: Cell<bool>,
}
