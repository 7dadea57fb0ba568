//! Small settings in the browser's local storage. Access may be blocked; nothing panics then.

use web_sys::Storage;

/// A setting could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotKept;

/// A setting's value; `None` if it was never set or the storage is blocked.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(&full(key)).ok()?
}

/// Stores a setting.
///
/// # Errors
/// When the storage is blocked or full.
pub fn set(key: &str, value: &str) -> Result<(), NotKept> {
    storage().ok_or(NotKept)?.set_item(&full(key), value).map_err(|_| NotKept)
}

/// Forgets a setting.
///
/// # Errors
/// When the storage is blocked.
pub fn remove(key: &str) -> Result<(), NotKept> {
    storage().ok_or(NotKept)?.remove_item(&full(key)).map_err(|_| NotKept)
}

/// The setting with the key of the project opened last.
const LAST_PROJECT: &str = "project";

/// The key of the project opened last; an empty one stands for a new project, whatever is saved, which is how the rescue
/// page leads out of a project that makes the program fail.
pub fn last_project() -> Option<String> {
    get(LAST_PROJECT)
}

/// Remembers which project was opened last. Where it cannot be remembered, the one saved last is opened the next time.
pub fn remember_project(key: &str) {
    let _ = set(LAST_PROJECT, key);
}

/// Other pages of the same origin share the storage.
fn full(key: &str) -> String {
    format!("crossread.{key}")
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
