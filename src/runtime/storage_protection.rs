//! Requests persistent storage, so that the browser does not clear saved projects when disk space is low.

use std::cell::Cell;

use wasm_bindgen_futures::spawn_local;

use super::Store;
use crate::app::{ProjectAction, StorageInfo};
use crate::web::{preferences, storage_persistence};

/// The preference that records the request. It is made only once, because some browsers then ask the user.
const ASKED: &str = "persist";

thread_local! {
    /// Whether this was checked during this visit.
    static CHECKED: Cell<bool> = const { Cell::new(false) };
}

/// Requests persistent storage, unless it was requested before.
pub(super) fn ask_once(store: &Store) {
    if CHECKED.replace(true) || preferences::get(ASKED).is_some() {
        return;
    }
    let store = store.clone();
    spawn_local(async move {
        if storage_persistence::inspect().await.protected == Some(false) {
            // If preferences cannot be stored, the request is repeated at the next visit.
            let _ = preferences::set(ASKED, "asked");
            storage_persistence::protect().await;
            // The user has not requested it, so a refusal is not shown, and the button is still available.
            inspect(&store, false).await;
        }
    });
}

/// Requests persistent storage on behalf of the user, and dispatches the result.
pub(super) async fn ask(store: &Store) {
    let refused = !storage_persistence::protect().await;
    inspect(store, refused).await;
}

/// Dispatches the state of the storage.
pub(super) async fn inspect(store: &Store, refused: bool) {
    let storage_persistence::Persistence { protected, used, free } = storage_persistence::inspect().await;
    let refused = refused || store.state().storage.refused;
    store.dispatch(ProjectAction::StorageInspected(StorageInfo { protected, used, free, refused }));
}
