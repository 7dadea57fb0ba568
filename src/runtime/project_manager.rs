//! Opening, creating and keeping projects: between the store and the browser's storage.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::autosave::Position;
use super::{Store, backup, export_reminder, saved_projects, samples, tab_sync, view_persistence, wording};
use crate::app::messages::{errors, projects as words};
use crate::app::{
    ImportedProject, NewProject, Notice, OpenedProject, ProjectAction, ProjectRequest, Saving, Session, ViewAction,
};
use crate::edit::Editor;
use crate::format::recovery::{self, Recovered};
use crate::format::{ProjectInfo, native};
use crate::limits::NAME;
use crate::model::{Project, Timestamp, news_claims};
use crate::text::shortened;
use crate::web::storage::{Depth, Storage, Stored};
use crate::web::{clock, preferences};

/// Carries a request out.
pub(super) fn carry_out(store: &Store, request: ProjectRequest) {
    let store = store.clone();
    spawn_local(async move {
        match request {
            ProjectRequest::Open(key) => {
                if let Some(storage) = store.autosave().storage() {
                    open_from(&store, &storage, &key).await;
                }
            }
            ProjectRequest::Reopen => reopen(&store).await,
            ProjectRequest::Create(new) => create(&store, new).await,
            ProjectRequest::Adopt(ImportedProject { editor, message }) => match adopt(&store, *editor).await {
                Ok(()) => store.dispatch(ViewAction::Notify(Some(Notice::info(message)))),
                Err(reason) => notify_error(&store, reason),
            },
            ProjectRequest::Rename(info, title) => saved_projects::rename(&store, info, title).await,
            ProjectRequest::Duplicate(info) => saved_projects::duplicate(&store, info).await,
            ProjectRequest::Delete(info) => saved_projects::delete(&store, info).await,
            ProjectRequest::Restore(key) => saved_projects::restore(&store, &key).await,
            ProjectRequest::DeleteForever(key) => saved_projects::delete_forever(&store, key).await,
            ProjectRequest::Refresh => refresh_list(&store).await,
            ProjectRequest::RefreshWhenSaved => {
                if until_saved(&store).await.is_ok() {
                    refresh_list(&store).await;
                }
            }
        }
    });
}

/// Stores the open project as a new one and saves to it from now on. Steps done meanwhile wait until it is there.
pub(super) fn store_new(store: &Store, storage: &Storage) {
    tab_sync::claim_new(store);
    store.save_as_new(storage);
    carry_out(store, ProjectRequest::RefreshWhenSaved);
}

async fn reopen(store: &Store) {
    if let Some(storage) = store.autosave().storage() {
        let key = store.state().key.clone();
        view_persistence::remember(store);
        open_from(store, &storage, &key).await;
    }
}

/// Opens a saved project; whether it could be.
pub(super) async fn open_from(store: &Store, storage: &Storage, key: &str) -> bool {
    let claim = tab_sync::claim(store, key).await;
    let (info, recovered) = match recover(storage, key).await {
        Ok(Some(found)) => found,
        Ok(None) => return false,
        Err(reason) => {
            notify_error(store, reason);
            return false;
        }
    };
    // What was done meanwhile belongs to the project that is open until now.
    if let Err(reason) = until_saved(store).await {
        notify_error(store, reason);
        return false;
    }
    if store.autosave().storage().is_none() && store.state().unexported > 0 {
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
        notify_error(store, errors::loss(&loss));
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
    store.reminder().opened(store);
}

/// The tab that edits the project writes it whole again; what cannot be read would be read again the next time.
async fn repair(store: &Store, storage: &Storage, next: u32) {
    if store.state().session.can_edit() {
        let json = native::write(store.state().project());
        if let Err(error) = storage.repair(next, &json, &store.info()).await {
            notify_error(store, words::not_repaired(&wording::storage(&error)));
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
        let Some(Stored { info, pieces: records }) = stored else { return Ok(None) };
        let created = Timestamp::parse(&info.created).unwrap_or_else(clock::now);
        let title = if info.created.is_empty() { words::UNTITLED } else { &info.title };
        let recovered = recovery::open(&records, Project::new(title, news_claims(), created));
        let is_intact = recovered.as_ref().is_ok_and(|recovered| recovered.loss.is_none());
        if !is_intact && depth == Depth::Newest {
            // Something is damaged, and there may be older records that are not.
            depth = Depth::All;
            continue;
        }
        let recovered = recovered.map_err(|error| words::cannot_open_titled(&info.title, &errors::recovery(&error)))?;
        return Ok(Some((info, recovered)));
    }
}

async fn create(store: &Store, new: NewProject) {
    let title = if new.title.trim().is_empty() { words::UNTITLED } else { new.title.trim() };
    let title = shortened(title, NAME - 1);
    match adopt(store, Editor::new(Project::new(title, *new.schema, clock::now()))).await {
        Ok(()) if new.with_samples => samples::load(store, None).await,
        Ok(()) => {}
        Err(reason) => notify_error(store, reason),
    }
}

/// Opens a project that is not stored yet, and stores it.
///
/// # Errors
/// When the open project cannot be saved and would be lost, as a message.
pub(super) async fn adopt(store: &Store, editor: Editor) -> Result<(), String> {
    until_saved(store).await?;
    let storage = store.autosave().storage();
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

/// Lists the saved projects again.
pub(super) async fn refresh_list(store: &Store) {
    if let Some(storage) = store.autosave().storage()
        && let Ok(list) = storage.list().await
    {
        store.dispatch(ProjectAction::Listed(Rc::new(list)));
    }
}

pub(super) fn notify_error(store: &Store, text: String) {
    store.dispatch(ViewAction::Notify(Some(Notice::error(text))));
}
