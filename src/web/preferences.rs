//! Settings in the browser's local storage, which may be blocked.

use web_sys::Storage;

/// The error that a setting could not be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotStored;

/// The value of a setting; `None` if it is not set, or if the storage is blocked.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(&prefixed(key)).ok()?
}

/// Stores a setting.
///
/// # Errors
/// When the storage is blocked or full.
pub fn set(key: &str, value: &str) -> Result<(), NotStored> {
    storage().ok_or(NotStored)?.set_item(&prefixed(key), value).map_err(|_| NotStored)
}

/// Removes a setting.
///
/// # Errors
/// When the storage is blocked.
pub fn remove(key: &str) -> Result<(), NotStored> {
    storage().ok_or(NotStored)?.remove_item(&prefixed(key)).map_err(|_| NotStored)
}

/// The setting for the key of the project that was opened last.
const LAST_PROJECT: &str = "project";

/// The key of the project that was opened last. An empty key means that a new project should be created: the rescue
/// page sets it, so that the user can leave a project that makes the program fail.
pub fn last_project() -> Option<String> {
    get(LAST_PROJECT)
}

/// Stores which project was opened last. If that fails, the project that was saved last is opened the next time.
pub fn remember_project(key: &str) {
    let _ = set(LAST_PROJECT, key);
}

/// The key with a prefix, because other pages of the same origin share the storage.
fn prefixed(key: &str) -> String {
    format!("crossread.{key}")
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
