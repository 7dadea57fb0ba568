//! Operations on saved projects in their list.

use super::project_manager::{adopt, open_from, recover, refresh_list, until_saved};
use super::{Store, backup, export_reminder, project_files, tab_sync, view_persistence, wording};
use crate::app::messages::{errors, projects as words, summaries};
use crate::app::{Notice, Offer, ViewAction};
use crate::edit::{Command, Editor, Stamp};
use crate::format::{ProjectInfo, journal};
use crate::model::{Project, news_claims};
use crate::web::clock;
use crate::web::storage::{Storage, StorageError};
use crate::web::tabs::Message;

/// Reports the result of a change of the list, and updates the list.
async fn finish(store: &Store, result: Result<Option<Notice>, StorageError>) {
    match result {
        Ok(Some(notice)) => store.dispatch(ViewAction::Notify(Some(notice))),
        Ok(None) => {}
        Err(error) => store.notify_error(wording::storage(&error)),
    }
    store.services().tabs.send(&Message::Listed);
    refresh_list(store).await;
}

fn stamp(store: &Store) -> Stamp {
    Stamp { at: clock::now(), by: store.state().author.clone() }
}

fn open_elsewhere(info: &ProjectInfo) -> Notice {
    Notice::error(words::open_in_other_tab(words::title(info)))
}

/// Renames a saved project that is not open. (The open one is renamed by a command.)
pub(super) async fn rename(store: &Store, info: ProjectInfo, title: String) {
    let Some(storage) = store.services().queue.storage() else { return };
    let result = try_to_rename(store, &storage, info, title).await;
    finish(store, result).await;
}

async fn try_to_rename(
    store: &Store,
    storage: &Storage,
    info: ProjectInfo,
    title: String,
) -> Result<Option<Notice>, StorageError> {
    let Some(_claim) = tab_sync::claim_if_free(store, &info.key).await else { return Ok(Some(open_elsewhere(&info))) };
    let recovered = match recover(storage, &info.key, None).await {
        Ok(Some((_, recovered))) => recovered,
        Ok(None) => return Ok(None),
        Err(text) => return Ok(Some(Notice::error(text))),
    };
    let next = recovered.next;
    let mut editor = recovered.editor;
    match editor.perform(Command::RenameProject(title), stamp(store)) {
        Ok(Some(step)) => {
            let words = summaries::summary(&step.transaction.summary);
            let record = journal::encode_step(editor.project(), &step, &words);
            let info = ProjectInfo { title: editor.project().title.clone(), ..info };
            storage.append(&info.key, next, &[record], &info).await?;
            Ok(None)
        }
        Ok(None) => Ok(None),
        Err(error) => Ok(Some(Notice::error(errors::edit(&error)))),
    }
}

/// Makes a copy of a saved project, without its history.
pub(super) async fn duplicate(store: &Store, info: ProjectInfo) {
    let Some(storage) = store.services().queue.storage() else { return };
    let result = try_to_duplicate(store, &storage, info).await;
    finish(store, result).await;
}

async fn try_to_duplicate(store: &Store, storage: &Storage, info: ProjectInfo) -> Result<Option<Notice>, StorageError> {
    let mut editor = match recover(storage, &info.key, None).await {
        Ok(Some((_, recovered))) => recovered.editor,
        Ok(None) => return Ok(None),
        Err(text) => return Ok(Some(Notice::error(text))),
    };
    let copy = ProjectInfo { key: clock::new_key(), title: words::copy_of(words::title(&info)), ..info };
    // The title is part of the project data.
    match editor.perform(Command::RenameProject(copy.title.clone()), stamp(store)) {
        Ok(_) => {
            let snapshot = project_files::snapshot(editor.project(), &copy.key, 0).await;
            storage.create(&copy, &snapshot).await.map(|()| None)
        }
        Err(error) => Ok(Some(Notice::error(errors::edit(&error)))),
    }
}

/// Moves a project to the bin, from which it can be restored.
pub(super) async fn delete(store: &Store, info: ProjectInfo) {
    let Some(storage) = store.services().queue.storage() else { return };
    let result = try_to_delete(store, &storage, info).await;
    finish(store, result).await;
}

async fn try_to_delete(store: &Store, storage: &Storage, info: ProjectInfo) -> Result<Option<Notice>, StorageError> {
    let key = info.key.clone();
    let deleted = ProjectInfo { deleted: Some(clock::now().to_string()), ..info };
    let was_open = store.state().key == key;
    let claim = if was_open { None } else { tab_sync::claim_if_free(store, &key).await };
    if claim.is_none() && (!was_open || !store.state().session.can_edit()) {
        return Ok(Some(open_elsewhere(&deleted)));
    }
    if was_open {
        // A step that is saved later would restore the project. If saving fails, the project is deleted anyway.
        let _ = until_saved(store).await;
    }
    storage.put_info(&deleted).await?;
    if was_open {
        open_another(store, storage).await;
    }
    let notice = Notice::info(words::deleted(words::title(&deleted))).with_offer(Offer::Restore(deleted.key));
    Ok(Some(notice))
}

async fn open_another(store: &Store, storage: &Storage) {
    let saved = storage.list().await.unwrap_or_default();
    if let Some(next) = saved.iter().find(|info| info.deleted.is_none())
        && open_from(store, storage, &next.key.clone()).await
    {
        return;
    }
    let editor = Editor::new(Project::new(words::UNTITLED, news_claims(), clock::now()));
    if let Err(reason) = adopt(store, editor).await {
        store.notify_error(reason);
    }
}

/// Restores a project from the bin.
pub(super) async fn restore(store: &Store, key: &str) {
    let listed = store.state().saved_projects.iter().find(|info| info.key == key).cloned();
    let (Some(storage), Some(info)) = (store.services().queue.storage(), listed) else { return };
    let restored = Notice::info(words::restored(words::title(&info)));
    let result = storage.put_info(&ProjectInfo { deleted: None, ..info }).await;
    finish(store, result.map(|()| Some(restored))).await;
}

/// Deletes a project permanently.
pub(super) async fn delete_forever(store: &Store, key: String) {
    let Some(storage) = store.services().queue.storage() else { return };
    let result = match tab_sync::claim_if_free(store, &key).await {
        Some(_claim) => storage.remove(&key).await.map(|()| None),
        None => Ok(Some(Notice::error(words::OPEN_IN_OTHER_TAB))),
    };
    if matches!(result, Ok(None)) {
        view_persistence::forget(&key);
        backup::forget(&key);
        export_reminder::forget(&key);
    }
    finish(store, result).await;
}
