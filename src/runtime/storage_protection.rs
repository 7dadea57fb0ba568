//! Asking the browser not to clear saved projects when disk space runs low.

use std::cell::Cell;

use wasm_bindgen_futures::spawn_local;

use super::Store;
use crate::app::{ProjectAction, StorageInfo};
use crate::web::{preferences, storage_persistence};

/// The preference that holds whether the browser was asked: some browsers ask the user in turn.
const ASKED: &str = "persist";

thread_local! {
    /// Whether this visit has looked at it: once is enough.
    static CHECKED: Cell<bool> = const { Cell::new(false) };
}

/// Asks once, when there is work worth protecting.
pub(super) fn ask_once(store: &Store) {
    if CHECKED.replace(true) || preferences::get(ASKED).is_some() {
        return;
    }
    let store = store.clone();
    spawn_local(async move {
        if storage_persistence::inspect().await.protected == Some(false) {
            // Where preferences cannot be stored, the browser is asked again at the next visit.
            let _ = preferences::set(ASKED, "asked");
            storage_persistence::protect().await;
            // The user did not ask, so a refusal is not shown to them: the button is still offered.
            inspect(&store, false).await;
        }
    });
}

/// Asks for the user, and tells the page what came of it.
pub(super) async fn ask(store: &Store) {
    let refused = !storage_persistence::protect().await;
    inspect(store, refused).await;
}

/// Tells the page what the browser does with what it stores.
pub(super) async fn inspect(store: &Store, refused: bool) {
    let storage_persistence::Persistence { protected, used, free } = storage_persistence::inspect().await;
    let refused = refused || store.state().storage.refused;
    store.dispatch(ProjectAction::StorageInspected(StorageInfo { protected, used, free, refused }));
}
