//! What can go wrong with the browser's storage, told by the names of its exceptions.

use js_sys::Reflect;
use thiserror::Error;
use wasm_bindgen::JsValue;

/// Why something could not be kept or found.
#[derive(Debug, Error, Clone, PartialEq, Eq)]
pub enum StorageError {
    /// The browser does not let this page store anything.
    #[error(
        "this browser does not let the page keep anything, as in some private windows or with site data blocked. \
         Nothing is saved: export your work before closing the page, or allow site data and reload"
    )]
    Refused,
    /// There is no room left.
    #[error(
        "the browser's storage is full, and the last change is not saved. Export your work, then delete projects or \
         free space on the disk"
    )]
    Quota,
    /// Another tab holds an older version of the database open.
    #[error(
        "another tab has an older version of Crossread open, and nothing is saved here. Close that tab, then reload \
         this one; export first what you did here"
    )]
    Blocked,
    /// The database was written by a newer version of the program.
    #[error(
        "the saved projects were written by a newer version of Crossread, and nothing is saved here. Reload the page \
         to get that version; export first what you did here"
    )]
    Newer,
    /// Another tab has changed the same project.
    #[error(
        "the project was changed in another tab, so that this tab's last changes cannot be saved. Export them if you \
         need them, then reload this tab"
    )]
    OtherTab,
    /// The project, or the whole database, is not there any more.
    #[error(
        "the saved project was deleted or the storage was closed while it was open here. Export your work, then \
         reload the page"
    )]
    Gone,
    /// Anything else, in the browser's words.
    #[error("the browser's storage failed: {0}. Export your work, then reload the page")]
    Other(String),
}

impl StorageError {
    /// The error that a thrown value stands for.
    pub(super) fn from_js(thrown: &JsValue) -> Self {
        let property = |name: &str| Reflect::get(thrown, &name.into()).ok().and_then(|value| value.as_string());
        let name = property("name").unwrap_or_default();
        match name.as_str() {
            "SecurityError" => Self::Refused,
            "QuotaExceededError" => Self::Quota,
            "VersionError" => Self::Newer,
            "ConstraintError" => Self::OtherTab,
            "InvalidStateError" => Self::Gone,
            _ => Self::Other(format!("{name}: {}", property("message").unwrap_or_default())),
        }
    }

    /// The error of opening the database, where a state that forbids it means that the browser forbids it.
    pub(super) fn while_opening(thrown: &JsValue) -> Self {
        match Self::from_js(thrown) {
            Self::Gone => Self::Refused,
            other => other,
        }
    }
}

impl From<idb::Error> for StorageError {
    fn from(error: idb::Error) -> Self {
        use idb::Error as E;
        match error {
            E::DomException(exception) => Self::from_js(&exception),
            E::AddFailed(thrown)
            | E::DeleteFailed(thrown)
            | E::GetAllFailed(thrown)
            | E::GetAllKeysFailed(thrown)
            | E::GetFailed(thrown)
            | E::ObjectStoreNotFound(thrown)
            | E::UpdateFailed(thrown) => Self::from_js(&thrown),
            other => Self::Other(other.to_string()),
        }
    }
}
