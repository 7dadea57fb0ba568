//! Opening, creating and keeping projects: between the store and the browser's storage.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::services::Position;
use super::{Store, backup, export_reminder, samples, tab_sync, view_persistence, wording};
use crate::app::messages::recovery::loss as loss_words;
use crate::app::messages::{errors, projects as words};
use crate::app::{OpenedProject, ProjectAction, Saving, Session};
use crate::edit::Editor;
use crate::format::recovery::{self, Recovered};
use crate::format::{ProjectInfo, native};
use crate::model::{Project, Timestamp, news_claims};
use crate::web::storage::{Depth, Storage, Stored};
use crate::web::{clock, preferences};

/// Stores the open project as a new one and saves to it from now on. Steps done meanwhile wait until it is there.
pub(super) fn store_new(store: &Store, storage: &Storage) {
    tab_sync::claim_new(store);
    store.save_as_new(storage);
    let store = store.clone();
    spawn_local(async move { refresh_when_saved(&store).await });
}

/// Opens a saved project; whether it could be.
pub(super) async fn open_from(store: &Store, storage: &Storage, key: &str) -> bool {
    let claim = tab_sync::claim(store, key).await;
    let (info, recovered) = match recover(storage, key).await {
        Ok(Some(found)) => found,
        Ok(None) => return false,
        Err(reason) => {
            store.notify_error(reason);
            return false;
        }
    };
    // What was done meanwhile belongs to the project that is open until now.
    if let Err(reason) = until_saved(store).await {
        store.notify_error(reason);
        return false;
    }
    if store.services().queue.storage().is_none() && store.state().unexported > 0 {
        // Work that began before the storage was there is kept, as a project of its own.
        return false;
    }
    let Recovered { editor, base, next, loss } = recovered;
    let view = view_persistence::recall(key, editor.project());
    let session = tab_sync::session_with(store, key, claim.as_ref());
    store.save_to(storage, Position { next, since_snapshot: next - base });
    show(store, OpenedProject { editor, key: key.to_owned(), view, session, last_export: None });
    tab_sync::keep_claim(store, claim);
    preferences::remember_project(key);
    if let Some(loss) = loss {
        store.notify_error(loss_words(&loss));
        repair(store, storage, next).await;
    }
    refresh_list(store).await;
    if !info.awaiting.is_empty() && store.state().session.can_edit() {
        samples::load(store, Some(info.awaiting)).await;
    }
    true
}

/// Shows a project that was opened.
fn show(store: &Store, opened: OpenedProject) {
    let last_export = export_reminder::last_export(&opened.key);
    store.dispatch(ProjectAction::Opened(Box::new(OpenedProject { last_export, ..opened })));
    backup::opened(store);
    export_reminder::opened(store);
}

/// The tab that edits the project writes it whole again; what cannot be read would be read again the next time.
async fn repair(store: &Store, storage: &Storage, next: u32) {
    if store.state().session.can_edit() {
        let json = native::write(store.state().project());
        if let Err(error) = storage.repair(next, &json, &store.info()).await {
            store.notify_error(words::not_repaired(&wording::storage(&error)));
        }
    }
}

/// Reads what is stored of a project, as far as it is intact; `None` if there is none of that key.
///
/// # Errors
/// When the storage fails, or nothing of the project can be read, as a message.
pub(super) async fn recover(storage: &Storage, key: &str) -> Result<Option<(ProjectInfo, Recovered)>, String> {
    let mut depth = Depth::Newest;
    loop {
        let stored = storage.load(key, depth).await.map_err(|error| words::cannot_open(&wording::storage(&error)))?;
        let Some(Stored { info, records }) = stored else { return Ok(None) };
        let created = Timestamp::parse(&info.created).unwrap_or_else(clock::now);
        let title = if info.created.is_empty() { words::UNTITLED } else { &info.title };
        let recovered = recovery::open(&records, Project::new(title, news_claims(), created));
        let is_intact = recovered.as_ref().is_ok_and(|recovered| recovered.loss.is_none());
        if !is_intact && depth == Depth::Newest {
            // Something is damaged, and there may be older records that are not.
            depth = Depth::All;
            continue;
        }
        let recovered =
            recovered.map_err(|error| words::cannot_open_titled(words::title(&info), &errors::unreadable(&error)))?;
        return Ok(Some((info, recovered)));
    }
}

/// Opens a project that is not stored yet, and stores it.
///
/// # Errors
/// When the open project cannot be saved and would be lost, as a message.
pub(super) async fn adopt(store: &Store, editor: Editor) -> Result<(), String> {
    until_saved(store).await?;
    let storage = store.services().queue.storage();
    let session = match (&storage, &store.state().session) {
        (None, Session::MemoryOnly { reason }) => Session::MemoryOnly { reason: reason.clone() },
        (None, _) => Session::Opening,
        (Some(_), _) => Session::Owner(Saving::Writing),
    };
    let view = view_persistence::first_view(editor.project());
    show(store, OpenedProject { editor, key: clock::new_key(), view, session, last_export: None });
    match storage {
        Some(storage) => store_new(store, &storage),
        None => tab_sync::claim_new(store),
    }
    Ok(())
}

/// Waits until the open project is on disk, so that the next one does not overtake it.
///
/// # Errors
/// When some of it cannot be saved and would be lost, as a message.
pub(super) async fn until_saved(store: &Store) -> Result<(), String> {
    while !store.is_saved() {
        let state = store.state();
        match &state.session {
            Session::Failed { reason } | Session::Follower { unsaved: Some(reason), .. } => {
                return Err(words::not_saved_stays_open(&state.project().title, reason));
            }
            // What was exported since is not lost.
            Session::MemoryOnly { .. } if state.unexported > 0 => {
                return Err(words::in_memory_stays_open(&state.project().title));
            }
            Session::MemoryOnly { .. } => break,
            _ => store.settled().await,
        }
    }
    view_persistence::remember(store);
    Ok(())
}

/// Lists the saved projects again once the open one is saved.
pub(super) async fn refresh_when_saved(store: &Store) {
    if until_saved(store).await.is_ok() {
        refresh_list(store).await;
    }
}

/// Lists the saved projects again.
pub(super) async fn refresh_list(store: &Store) {
    if let Some(storage) = store.services().queue.storage()
        && let Ok(list) = storage.list().await
    {
        store.dispatch(ProjectAction::Listed(Rc::new(list)));
    }
}
