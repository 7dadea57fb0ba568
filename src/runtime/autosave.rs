//! Autosave: writes each step to the storage, in order, and then reports that all is saved. If writing fails, the steps
//! remain in the queue, and writing is retried.

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;

use super::services::Position;
use super::{Store, project_files, tab_sync, wording};
use crate::app::messages::{projects as words, summaries};
use crate::app::{Saving, Session, SessionAction, State};
use crate::edit::{Command, Step};
use crate::format::{ProjectInfo, journal};
use crate::model::Project;
use crate::web::storage::{Storage, StorageError};
use crate::web::tabs::Message;
use crate::web::{clock, preferences};

/// The number of steps after which a new snapshot is written.
const STEPS_PER_SNAPSHOT: u32 = 500;
/// The first and the maximum delay before saving is retried, in milliseconds.
const RETRY_MS: (u32, u32) = (2_000, 30_000);

impl Store {
    /// Uses a storage that already contains the open project.
    pub(super) fn save_to(&self, storage: &Storage, position: Position) {
        self.listen_to(storage);
        self.services().queue.attach(storage, Some(position));
        self.services().queue.settled.notify();
    }

    /// Uses a storage that does not contain the open project yet, and writes the project to it.
    pub(super) fn save_as_new(&self, storage: &Storage) {
        self.listen_to(storage);
        self.services().queue.attach(storage, None);
        self.dispatch(SessionAction::Writing);
        self.flush();
    }

    fn listen_to(&self, storage: &Storage) {
        let store = self.clone();
        // Reported immediately, not only with the next change.
        storage.on_gone(move || store.saving_failed(&StorageError::Gone));
    }

    /// The metadata of the open project.
    pub(super) fn info(&self) -> ProjectInfo {
        project_info(&self.state())
    }

    /// Whether everything is written.
    pub(super) fn is_saved(&self) -> bool {
        let queue = &self.services().queue;
        // Nothing is to be written while the storage is being opened.
        let not_yet = queue.storage().is_none() && self.state().session == Session::Opening;
        !queue.writing.get() && (not_yet || queue.is_idle())
    }

    /// Waits until all steps so far are stored.
    ///
    /// # Errors
    /// When writing fails; with a message.
    pub(super) async fn saved(&self) -> Result<(), String> {
        match &self.state().session {
            Session::Owner(Saving::Saved) | Session::Follower { unsaved: None, .. } => return Ok(()),
            Session::MemoryOnly { reason } => return Err(reason.clone()),
            _ => {}
        }
        self.services().queue.settled.next().await;
        self.state().session.unsaved().map_or(Ok(()), |reason| Err(reason.to_owned()))
    }

    /// Waits until everything is written, or an attempt has failed.
    pub(super) async fn settled(&self) {
        self.services().queue.settled.next().await;
    }

    pub(super) fn enqueue(&self, step: &Step, after: &Project) {
        let queue = &self.services().queue;
        // A project that is not stored yet is written completely, including this step.
        if queue.position.get().is_some() || queue.writing.get() {
            let words = summaries::summary(&step.transaction.summary);
            queue.queue.borrow_mut().push(journal::encode_step(after, step, &words));
        }
        if queue.storage().is_some() {
            self.flush();
        }
    }

    /// Retries writing immediately.
    pub(super) fn retry_saving(&self) {
        self.services().queue.retry_delay.set(0);
        self.flush();
    }

    /// Writes the queue.
    pub(super) fn flush(&self) {
        let queue = &self.services().queue;
        let has_storage = queue.storage().is_some_and(|storage| !storage.is_gone());
        if queue.writing.get() || queue.is_idle() && has_storage {
            return;
        }
        queue.writing.set(true);
        queue.retry.take();
        if self.state().session == Session::Owner(Saving::Saved) {
            self.dispatch(SessionAction::Writing);
        }
        let store = self.clone();
        spawn_local(async move {
            let result = store.write_all().await;
            store.services().queue.writing.set(false);
            match result {
                Ok(()) => store.all_saved(),
                Err(error) => store.saving_failed(&error),
            }
        });
    }

    fn all_saved(&self) {
        self.services().queue.retry_delay.set(0);
        self.dispatch(SessionAction::Saved);
        self.services().queue.settled.notify();
    }

    async fn write_all(&self) -> Result<(), StorageError> {
        let storage = self.open_storage().await?;
        let queue = &self.services().queue;
        if !self.state().session.can_edit() && queue.queue.borrow().is_empty() {
            return Ok(());
        }
        loop {
            let written = match queue.position.get() {
                Some(position) => self.append(&storage, position).await,
                None => self.create(&storage).await,
            };
            match written {
                Ok(()) if queue.is_idle() => return Ok(()),
                Ok(()) => {}
                // The project was deleted in another tab.
                Err(StorageError::Gone) if !storage.is_gone() && queue.position.get().is_some() => {
                    queue.position.set(None);
                }
                Err(StorageError::OtherTab) => self.detach(),
                Err(error) => return Err(error),
            }
        }
    }

    /// The storage; reopened if the browser has closed it.
    async fn open_storage(&self) -> Result<Storage, StorageError> {
        let queue = &self.services().queue;
        if let Some(storage) = queue.storage().filter(|storage| !storage.is_gone()) {
            return Ok(storage);
        }
        let storage = Storage::open().await?;
        self.listen_to(&storage);
        *queue.storage.borrow_mut() = Some(storage.clone());
        if queue.position.get().is_some() && storage.next_seq(&self.state().key).await?.is_none() {
            queue.position.set(None);
        }
        Ok(storage)
    }

    /// Writes the complete project. Later steps wait in the queue until that is finished.
    async fn create(&self, storage: &Storage) -> Result<(), StorageError> {
        let queue = &self.services().queue;
        queue.queue.borrow_mut().clear();
        let (info, state) = (self.info(), self.state());
        let snapshot = project_files::snapshot(state.project(), &info.key, 0).await;
        storage.create(&info, &snapshot).await?;
        queue.position.set(Some(Position { next: 0, since_snapshot: 0 }));
        preferences::remember_project(&self.state().key);
        self.services().tabs.send(&Message::Listed);
        Ok(())
    }

    /// Writes the steps in the queue, and a snapshot if it is due.
    async fn append(&self, storage: &Storage, position: Position) -> Result<(), StorageError> {
        let queue = &self.services().queue;
        let batch = queue.queue.take();
        if batch.is_empty() {
            return Ok(());
        }
        let info = self.info();
        if let Err(error) = storage.append(&info.key, position.next, &batch, &info).await {
            queue.queue.borrow_mut().splice(0..0, batch);
            return Err(error);
        }
        queue.advance(batch.len() as u32);
        self.services().tabs.send(&Message::Saved(info.key.clone()));
        self.make_snapshot(storage, &info).await;
        Ok(())
    }

    /// Writes a snapshot if there are enough steps since the last one. A failure loses nothing, because the steps are
    /// stored; the snapshot is then written with a later step.
    async fn make_snapshot(&self, storage: &Storage, info: &ProjectInfo) {
        let queue = &self.services().queue;
        let Some(position) = queue.position.get() else { return };
        if position.since_snapshot < STEPS_PER_SNAPSHOT || !queue.queue.borrow().is_empty() {
            return;
        }
        let state = self.state();
        let snapshot = project_files::snapshot(state.project(), &info.key, position.next).await;
        match storage.snapshot(&info.key, &snapshot, info).await {
            Ok(()) => {
                let current = queue.position.get().unwrap_or(position);
                let since_snapshot = current.next - position.next;
                queue.position.set(Some(Position { since_snapshot, ..current }));
            }
            Err(error) => web_sys::console::warn_1(&words::no_snapshot(&wording::storage(&error)).into()),
        }
    }

    /// Continues with a copy of the project, because another tab has saved steps that conflict with those of this tab.
    fn detach(&self) {
        self.services().queue.position.set(None);
        self.dispatch(SessionAction::Detached(clock::new_key()));
        tab_sync::claim_new(self);
        let title = words::copy_of_tab(&self.state().project().title);
        // Cannot fail: the title is not empty.
        let _ = self.perform(Command::RenameProject(title));
    }

    fn saving_failed(&self, error: &StorageError) {
        let reason = wording::storage(error);
        self.keep_trying(match self.services().queue.storage() {
            Some(_) => SessionAction::Failed(reason),
            None => SessionAction::NoStorage(reason),
        });
    }

    /// Continues in memory, because there is no storage.
    pub(super) fn keep_in_memory(&self, error: &StorageError) {
        self.keep_trying(SessionAction::NoStorage(wording::storage(error)));
    }

    fn keep_trying(&self, failure: SessionAction) {
        self.dispatch(failure);
        self.services().queue.settled.notify();
        let (first, most) = RETRY_MS;
        let delay = self.services().queue.retry_delay.get().clamp(first, most);
        self.services().queue.retry_delay.set(delay * 2);
        let store = self.clone();
        *self.services().queue.retry.borrow_mut() = Some(Timeout::new(delay, move || store.flush()));
    }
}

/// The metadata of the open project for the list of saved projects.
pub(super) fn project_info(state: &State) -> ProjectInfo {
    let project = state.project();
    ProjectInfo {
        key: state.key.clone(),
        title: project.title.clone(),
        created: project.created.to_string(),
        saved: clock::now().to_string(),
        articles: project.articles().len() as u32,
        annotations: project.annotation_count() as u32,
        deleted: None,
        awaiting: state.samples.iter().map(|sample| sample.article.id.clone()).collect(),
    }
}
