//! What can be done to saved projects in their list.

use std::pin::Pin;

use wasm_bindgen_futures::spawn_local;

use super::remembered::forget_view;
use super::{UNTITLED, adopt, complain, open_from, recover, refresh_list, until_saved};
use crate::app::messages::summaries::summary;
use crate::edit::{Command, Editor};
use crate::format::{journal, native};
use crate::model::{Project, news_claims};
use crate::text::isolated;
use crate::ui::backup;
use crate::ui::store::{Access, Action, Notice, Offer, Store};
use crate::web::clock;
use crate::web::storage::{ProjectInfo, Storage, StorageError};
use crate::web::tabs::Message;

/// Does something with the storage, complains if it fails, and lists the projects anew.
fn with_storage<F: Future<Output = Result<Option<Notice>, StorageError>> + 'static>(
    store: &Store,
    work: impl FnOnce(Storage) -> F,
) {
    if let Some(storage) = store.storage() {
        finish(store.clone(), Box::pin(work(storage)));
    }
}

/// Apart from [`with_storage`], so that there is one of it and not one for each kind of work.
fn finish(store: Store, work: Pin<Box<dyn Future<Output = Result<Option<Notice>, StorageError>>>>) {
    spawn_local(async move {
        match work.await {
            Ok(Some(notice)) => store.dispatch(Action::Notify(Some(notice))),
            Ok(None) => {}
            Err(error) => complain(&store, error.to_string()),
        }
        store.tell(&Message::Listed);
        refresh_list(&store).await;
    });
}

/// Gives a saved project that is not open another title. (The open one is renamed by a command.)
pub fn rename(store: &Store, info: ProjectInfo, title: String) {
    let tabs = store.clone();
    with_storage(store, move |storage| async move {
        let Some(_claim) = tabs.claim_if_free(&info.key).await else { return Ok(Some(open_elsewhere(&info))) };
        let recovered = match recover(&storage, &info.key).await {
            Ok(Some((_, recovered))) => recovered,
            Ok(None) => return Ok(None),
            Err(text) => return Ok(Some(problem(text))),
        };
        let next = recovered.next;
        let mut editor = recovered.editor;
        match editor.perform(Command::RenameProject(title), clock::stamp()) {
            Ok(Some(step)) => {
                let record = journal::encode_step(editor.project(), &step, &summary(&step.transaction.summary));
                let info = ProjectInfo { title: editor.project().title.clone(), ..info };
                storage.append(&info.key, next, &[record], &info).await?;
                Ok(None)
            }
            Ok(None) => Ok(None),
            Err(error) => Ok(Some(problem(error.to_string()))),
        }
    });
}

/// Makes a copy of a saved project, which begins with a history of its own.
pub fn duplicate(store: &Store, info: &ProjectInfo) {
    let key = info.key.clone();
    let copy = ProjectInfo { key: clock::new_key(), title: format!("{} (copy)", info.title), ..info.clone() };
    with_storage(store, move |storage| async move {
        let mut editor = match recover(&storage, &key).await {
            Ok(Some((_, recovered))) => recovered.editor,
            Ok(None) => return Ok(None),
            Err(text) => return Ok(Some(problem(text))),
        };
        // The title is part of the project, so the project itself has to change.
        match editor.perform(Command::RenameProject(copy.title.clone()), clock::stamp()) {
            Ok(_) => storage.create(&copy, &native::write(editor.project())).await.map(|()| None),
            Err(error) => Ok(Some(problem(error.to_string()))),
        }
    });
}

fn problem(text: String) -> Notice {
    Notice { text, is_error: true, offer: None }
}

fn open_elsewhere(info: &ProjectInfo) -> Notice {
    problem(format!("“{}” is open in another tab. Close it there first.", isolated(&info.title)))
}

/// Puts a saved project in the bin, from where the notice, or the list, takes it out again.
pub fn delete(store: &Store, info: &ProjectInfo) {
    let key = info.key.clone();
    let deleted = ProjectInfo { deleted: Some(clock::now().to_string()), ..info.clone() };
    let was_open = store.state().key == key;
    let reopen = store.clone();
    with_storage(store, move |storage| async move {
        let claim = if was_open { None } else { reopen.claim_if_free(&key).await };
        if claim.is_none() && (!was_open || reopen.state().access != Access::Writing) {
            return Ok(Some(open_elsewhere(&deleted)));
        }
        if was_open {
            // A step that is saved later would take it out of the bin again.
            // If it cannot be saved there is nothing later to wait for.
            let _ = until_saved(&reopen).await;
        }
        storage.put_info(&deleted).await?;
        if was_open {
            open_another(&reopen, &storage).await;
        }
        let text = format!("Deleted “{}”", isolated(&deleted.title));
        Ok(Some(Notice { text, is_error: false, offer: Some(Offer::Restore(deleted.key)) }))
    });
}

async fn open_another(store: &Store, storage: &Storage) {
    let saved = storage.list().await.unwrap_or_default();
    if let Some(next) = saved.iter().find(|info| info.deleted.is_none())
        && open_from(store, storage, &next.key.clone()).await
    {
        return;
    }
    if let Err(reason) = adopt(store, Editor::new(Project::new(UNTITLED, news_claims(), clock::now()))).await {
        complain(store, reason);
    }
}

/// Takes a project out of the bin.
pub fn restore(store: &Store, key: &str) {
    let listed = store.state().saved_projects.iter().find(|info| info.key == key).cloned();
    let Some(info) = listed else { return };
    let title = info.title.clone();
    with_storage(store, move |storage| async move {
        storage.put_info(&ProjectInfo { deleted: None, ..info }).await?;
        Ok(Some(Notice { text: format!("Restored “{}”", isolated(&title)), is_error: false, offer: None }))
    });
}

/// Deletes a project that is in the bin for good.
pub fn delete_for_good(store: &Store, key: String) {
    let tabs = store.clone();
    with_storage(store, move |storage| async move {
        let Some(_claim) = tabs.claim_if_free(&key).await else {
            return Ok(Some(problem("The project is open in another tab. Close it there first.".to_owned())));
        };
        storage.remove(&key).await?;
        forget_view(&key);
        backup::forget(&key);
        Ok(None)
    });
}
