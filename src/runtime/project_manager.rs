//! Opens, creates and repairs projects in the storage.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::opening::Opening;
use super::services::Position;
use super::{Store, backup, export_reminder, project_files, samples, tab_sync, view_persistence, wording};
use crate::app::messages::recovery::loss as loss_words;
use crate::app::messages::{errors, projects as words};
use crate::app::{OpenedProject, ProjectAction, Saving, Session};
use crate::edit::Editor;
use crate::format::ProjectInfo;
use crate::format::recovery::{self, Recovered, Replay};
use crate::model::{Project, Timestamp, news_claims};
use crate::web::storage::{Depth, Storage, Stored};
use crate::web::turn::Slices;
use crate::web::{clock, preferences};

/// Stores the open project as a new one. Steps in the meantime are written afterwards.
pub(super) fn store_new(store: &Store, storage: &Storage) {
    tab_sync::claim_new(store);
    store.save_as_new(storage);
    let store = store.clone();
    spawn_local(async move { refresh_when_saved(&store).await });
}

/// Opens a saved project; returns whether that succeeded. Until then, the page shows what is read of it.
pub(super) async fn open_from(store: &Store, storage: &Storage, key: &str) -> bool {
    let saved = store.state().saved_projects.iter().find(|info| info.key == key).cloned();
    let name = saved.as_ref().map(words::title).unwrap_or_default();
    let result = match Opening::begin(store, name, Some(key)) {
        Ok(mut opening) => try_to_open(store, storage, key, &mut opening).await,
        Err(reason) => Err(words::cannot_open(&reason)),
    };
    result.unwrap_or_else(|reason| {
        store.notify_error(reason);
        false
    })
}

async fn try_to_open(store: &Store, storage: &Storage, key: &str, opening: &mut Opening) -> Result<bool, String> {
    let claim = tab_sync::claim(store, key).await;
    let Some((info, recovered)) = recover(storage, key, Some(opening)).await? else { return Ok(false) };
    // Changes in the meantime belong to the project that is still open.
    until_saved(store).await?;
    if store.services().queue.storage().is_none() && store.state().unexported > 0 {
        // A project that was edited before the storage was open remains open, and is stored as a new project.
        return Ok(false);
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
    Ok(true)
}

/// Dispatches that a project was opened, and notifies the services.
fn show(store: &Store, opened: OpenedProject) {
    let last_export = export_reminder::last_export(&opened.key);
    store.dispatch(ProjectAction::Opened(Box::new(OpenedProject { last_export, ..opened })));
    backup::opened(store);
    export_reminder::opened(store);
}

/// Replaces the stored records of a damaged project, if this tab edits it, so that the damage is not reported again.
async fn repair(store: &Store, storage: &Storage, next: u32) {
    if store.state().session.can_edit() {
        let info = store.info();
        // At once: steps that are done meanwhile would be deleted.
        let snapshot = project_files::snapshot_now(store.state().project(), &info.key, next);
        if let Err(error) = storage.repair(&snapshot, &info).await {
            store.notify_error(words::not_repaired(&wording::storage(&error)));
        }
    }
}

/// Reads a stored project, as far as its records are intact; `None` if there is no project with this key, or
/// if the user does not want it.
///
/// # Errors
/// When the storage fails, or no record can be read; with a message.
pub(super) async fn recover(
    storage: &Storage,
    key: &str,
    mut opening: Option<&mut Opening>,
) -> Result<Option<(ProjectInfo, Recovered)>, String> {
    let mut depth = Depth::Newest;
    loop {
        let stored = storage.load(key, depth).await.map_err(|error| words::cannot_open(&wording::storage(&error)))?;
        let Some(Stored { info, records, newest }) = stored else { return Ok(None) };
        let created = Timestamp::parse(&info.created).unwrap_or_else(clock::now);
        let title = if info.created.is_empty() { words::UNTITLED } else { &info.title };
        let recovered = match newest {
            Some((seq, bytes)) => match project_files::read_snapshot(key, seq, &bytes, opening.as_deref_mut()).await {
                Ok(Some(project)) => {
                    let (mut replay, mut slices) = (Replay::from_snapshot(project, seq), Slices::default());
                    while slices.run(|| replay.step(&records)) {
                        slices.pause().await;
                    }
                    replay.finish(&records)
                }
                Ok(None) => return Ok(None),
                Err(error) => Err(error),
            },
            None => recovery::open(&records, Project::new(title, news_claims(), created)),
        };
        let is_intact = recovered.as_ref().is_ok_and(|recovered| recovered.loss.is_none());
        if !is_intact && depth == Depth::Newest {
            // A record is damaged; older records may be intact.
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
/// When the open project cannot be saved, and would be lost; with a message.
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

/// Waits until the open project is saved, before another one is opened.
///
/// # Errors
/// When it cannot be saved, and changes would be lost; with a message.
pub(super) async fn until_saved(store: &Store) -> Result<(), String> {
    while !store.is_saved() {
        let state = store.state();
        match &state.session {
            Session::Failed { reason } | Session::Follower { unsaved: Some(reason), .. } => {
                return Err(words::not_saved_stays_open(&state.project().title, reason));
            }
            // Without unexported changes, nothing would be lost.
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

/// Updates the list of saved projects after the open project is saved.
pub(super) async fn refresh_when_saved(store: &Store) {
    if until_saved(store).await.is_ok() {
        refresh_list(store).await;
    }
}

/// Updates the list of saved projects.
pub(super) async fn refresh_list(store: &Store) {
    if let Some(storage) = store.services().queue.storage()
        && let Ok(list) = storage.list().await
    {
        store.dispatch(ProjectAction::Listed(Rc::new(list)));
    }
}
