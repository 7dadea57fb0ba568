//! What can be done to saved projects in their list.

use std::pin::Pin;

use wasm_bindgen_futures::spawn_local;

use super::remembered::forget_view;
use super::{UNTITLED, adopt, complain, open_from, rebuild, refresh_list, until_saved};
use crate::edit::{Command, Editor};
use crate::format::native;
use crate::model::{Project, news_claims};
use crate::text::isolated;
use crate::ui::backup;
use crate::ui::store::{Action, Notice, Offer, Store};
use crate::web::clock;
use crate::web::storage::{ProjectInfo, Storage, StorageError, Stored};

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
        refresh_list(&store).await;
    });
}

/// Gives a saved project that is not open another title. (The open one is renamed by a command.)
pub fn rename(store: &Store, info: ProjectInfo, title: String) {
    with_storage(store, move |storage| async move {
        let Some(Stored { snapshot, steps, next_seq, .. }) = storage.load(&info.key).await? else { return Ok(None) };
        match renamed(&snapshot, &steps, &title) {
            Ok(json) => {
                let info = ProjectInfo { title: title.trim().to_owned(), ..info };
                storage.snapshot(&info.key, next_seq, &json, &info).await?;
                Ok(None)
            }
            Err(text) => Ok(Some(Notice { text, is_error: true, offer: None })),
        }
    });
}

/// Makes a copy of a saved project, which begins with a history of its own.
pub fn duplicate(store: &Store, info: &ProjectInfo) {
    let key = info.key.clone();
    let copy = ProjectInfo { key: clock::new_key(), title: format!("{} (copy)", info.title), ..info.clone() };
    with_storage(store, move |storage| async move {
        let Some(Stored { snapshot, steps, .. }) = storage.load(&key).await? else { return Ok(None) };
        match renamed(&snapshot, &steps, &copy.title) {
            Ok(json) => storage.create(&copy, &json).await.map(|()| None),
            Err(text) => Ok(Some(Notice { text, is_error: true, offer: None })),
        }
    });
}

/// The title is part of the project, so the project itself has to change; gives its native JSON.
fn renamed(snapshot: &str, steps: &[String], title: &str) -> Result<String, String> {
    let (mut editor, _) = rebuild(snapshot, steps)?;
    let done = editor.perform(Command::RenameProject(title.to_owned()), clock::stamp());
    done.map_err(|error| error.to_string())?;
    Ok(native::write(editor.project()))
}

/// Puts a saved project in the bin, from where the notice, or the list, takes it out again.
pub fn delete(store: &Store, info: &ProjectInfo) {
    let key = info.key.clone();
    let deleted = ProjectInfo { deleted: Some(clock::now().to_string()), ..info.clone() };
    let was_open = store.state().key == key;
    let reopen = store.clone();
    with_storage(store, move |storage| async move {
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
    with_storage(store, move |storage| async move {
        storage.remove(&key).await?;
        forget_view(&key);
        backup::forget(&key);
        Ok(None)
    });
}
