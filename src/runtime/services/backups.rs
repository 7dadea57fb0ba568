//! The backup file of the open project, and its pending changes.

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

/// The backup file of one project, and its pending changes.
pub(in crate::runtime) struct Target {
    pub(in crate::runtime) key: String,
    pub(in crate::runtime) file: BackupFile,
    /// The state to be written. Stored here, because another project may be open when it is written.
    pub(in crate::runtime) waiting: RefCell<Option<Rc<State>>>,
    /// The time of the first pending change, in milliseconds since 1970; 0 if there is none.
    pub(in crate::runtime) since: Cell<u64>,
    pub(in crate::runtime) writing: Cell<bool>,
    pub(in crate::runtime) timer: RefCell<Option<Timeout>>,
    /// Whether the browser allows the page to write the file. Otherwise, permission is requested only on a click of the
    /// user.
    pub(in crate::runtime) allowed: Cell<bool>,
}
