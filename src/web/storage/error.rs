//! Errors of the browser's storage, by the names of its exceptions.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// Why the storage failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser does not allow this page to store anything.
    Refused,
    /// The quota is exceeded.
    Quota,
    /// Another tab has an older version of the database open.
    Blocked,
    /// A newer version of the program has written the database.
    Newer,
    /// Another tab has changed the same project.
    OtherTab,
    /// The project, or the database, was deleted.
    Gone,
    /// The storage returned other bytes than those that were written.
    NotAsWritten,
    /// Another program has created the database.
    Foreign,
    /// Any other reason, as the browser gives it.
    Other(String),
}

impl StorageError {
    /// The error of a thrown value.
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

    /// The error of opening the database. There, `InvalidStateError` means that the browser refuses storage.
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
