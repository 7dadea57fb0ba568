//! Performs requests of the user on projects.

use wasm_bindgen_futures::spawn_local;

use super::project_manager::{adopt, open_from, refresh_list, refresh_when_saved};
use super::{Store, samples, saved_projects, storage_protection, view_persistence};
use crate::app::messages::projects as words;
use crate::app::{ImportedProject, NewProject, Notice, ProjectAction, ProjectRequest, ViewAction};
use crate::edit::Editor;
use crate::limits::NAME;
use crate::model::Project;
use crate::text::shortened;
use crate::web::clock;

/// Performs a request.
pub(super) fn carry_out(store: &Store, request: ProjectRequest) {
    let store = store.clone();
    spawn_local(async move {
        match request {
            ProjectRequest::Open(key) => {
                if let Some(storage) = store.services().queue.storage() {
                    open_from(&store, &storage, &key).await;
                }
            }
            ProjectRequest::Reopen => reopen(&store).await,
            ProjectRequest::Create(new) => create(&store, new).await,
            ProjectRequest::Adopt(imported) => import(&store, imported).await,
            ProjectRequest::Rename(info, title) => saved_projects::rename(&store, info, title).await,
            ProjectRequest::Duplicate(info) => saved_projects::duplicate(&store, info).await,
            ProjectRequest::Delete(info) => saved_projects::delete(&store, info).await,
            ProjectRequest::Restore(key) => saved_projects::restore(&store, &key).await,
            ProjectRequest::DeleteForever(key) => saved_projects::delete_forever(&store, key).await,
            ProjectRequest::Refresh => refresh_list(&store).await,
            ProjectRequest::RefreshWhenSaved => refresh_when_saved(&store).await,
        }
    });
}

async fn reopen(store: &Store) {
    if let Some(storage) = store.services().queue.storage() {
        let key = store.state().key.clone();
        view_persistence::remember(store);
        open_from(store, &storage, &key).await;
    }
}

/// Opens an imported project; then deals with what was chosen together with it.
pub(super) async fn import(store: &Store, imported: ImportedProject) {
    let ImportedProject { editor, message, rest, .. } = imported;
    match adopt(store, *editor).await {
        Ok(()) => {
            storage_protection::ask_once(store);
            store.dispatch(ViewAction::Notify(Some(Notice::info(message))));
        }
        Err(reason) => store.notify_error(reason),
    }
    if !rest.is_empty() {
        store.dispatch(ProjectAction::FilesRead(*rest));
    }
}

async fn create(store: &Store, new: NewProject) {
    let title = if new.title.trim().is_empty() { words::UNTITLED } else { new.title.trim() };
    let title = shortened(title, NAME - 1);
    match adopt(store, Editor::new(Project::new(title, *new.schema, clock::now()))).await {
        Ok(()) if new.with_samples => samples::load(store, None).await,
        Ok(()) => {}
        Err(reason) => store.notify_error(reason),
    }
}
