//! Autosave: each step is written to the storage, in order, before the page says "Saved". What cannot be written waits,
//! is tried again, and is written when the storage is there again.

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;

use super::services::Position;
use super::{Store, tab_sync, wording};
use crate::app::messages::{projects as words, summaries};
use crate::app::{Saving, Session, SessionAction, State};
use crate::edit::{Command, Step};
use crate::format::{ProjectInfo, journal, native};
use crate::model::Project;
use crate::web::storage::{Storage, StorageError};
use crate::web::tabs::Message;
use crate::web::{clock, preferences};

/// After so many steps a new snapshot is made.
const STEPS_PER_SNAPSHOT: u32 = 500;
/// How long to wait before trying again to save, the first time and at most, in milliseconds.
const RETRY_MS: (u32, u32) = (2_000, 30_000);

impl Store {
    /// Saves the open project, which is stored, to this storage from now on.
    pub(super) fn save_to(&self, storage: &Storage, position: Position) {
        self.listen_to(storage);
        self.services().queue.attach(storage, Some(position));
        self.services().queue.settled.notify();
    }

    /// Writes the open project to this storage as a new one, and saves it there from now on.
    pub(super) fn save_as_new(&self, storage: &Storage) {
        self.listen_to(storage);
        self.services().queue.attach(storage, None);
        self.dispatch(SessionAction::Writing);
        self.flush();
    }

    fn listen_to(&self, storage: &Storage) {
        let store = self.clone();
        // Known at once, and not only with the next change.
        storage.on_gone(move || store.saving_failed(&StorageError::Gone));
    }

    /// The open project's entry in the list of saved projects.
    pub(super) fn info(&self) -> ProjectInfo {
        project_info(&self.state())
    }

    /// Whether nothing waits to be written.
    pub(super) fn is_saved(&self) -> bool {
        let queue = &self.services().queue;
        // Before the storage is there or has been refused, nothing is to be written.
        let not_yet = queue.storage().is_none() && self.state().session == Session::Opening;
        !queue.writing.get() && (not_yet || queue.is_idle())
    }

    /// Waits until everything done so far is on disk.
    ///
    /// # Errors
    /// With why it cannot be written, as a message.
    pub(super) async fn saved(&self) -> Result<(), String> {
        match &self.state().session {
            Session::Owner(Saving::Saved) | Session::Follower { unsaved: None, .. } => return Ok(()),
            Session::MemoryOnly { reason } => return Err(reason.clone()),
            _ => {}
        }
        self.services().queue.settled.next().await;
        self.state().session.unsaved().map_or(Ok(()), |reason| Err(reason.to_owned()))
    }

    /// Waits until everything was written or an attempt has failed.
    pub(super) async fn settled(&self) {
        self.services().queue.settled.next().await;
    }

    pub(super) fn enqueue(&self, step: &Step, after: &Project) {
        let queue = &self.services().queue;
        // What is not stored yet is written as a whole, with this step.
        if queue.position.get().is_some() || queue.writing.get() {
            let words = summaries::summary(&step.transaction.summary);
            queue.queue.borrow_mut().push(journal::encode_step(after, step, &words));
        }
        if queue.storage().is_some() {
            self.flush();
        }
    }

    /// Tries at once to write what could not be written.
    pub(super) fn retry_saving(&self) {
        self.services().queue.retry_delay.set(0);
        self.flush();
    }

    /// Writes what waits to be written.
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
                // It was deleted while it was open here.
                Err(StorageError::Gone) if !storage.is_gone() && queue.position.get().is_some() => {
                    queue.position.set(None);
                }
                Err(StorageError::OtherTab) => self.detach(),
                Err(error) => return Err(error),
            }
        }
    }

    /// The storage; opened again if the browser has taken it away.
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

    /// Writes the project as a whole; steps done from now on wait until it is there.
    async fn create(&self, storage: &Storage) -> Result<(), StorageError> {
        let queue = &self.services().queue;
        queue.queue.borrow_mut().clear();
        let snapshot = native::write(self.state().project());
        storage.create(&self.info(), &snapshot).await?;
        queue.position.set(Some(Position { next: 0, since_snapshot: 0 }));
        preferences::remember_project(&self.state().key);
        self.services().tabs.send(&Message::Listed);
        Ok(())
    }

    /// Writes the steps that wait, and a snapshot when it is time.
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

    /// Makes a snapshot if there are enough steps since the last one. Without it the steps are still there, and it is
    /// made with a later step.
    async fn make_snapshot(&self, storage: &Storage, info: &ProjectInfo) {
        let queue = &self.services().queue;
        let Some(position) = queue.position.get() else { return };
        if position.since_snapshot < STEPS_PER_SNAPSHOT || !queue.queue.borrow().is_empty() {
            return;
        }
        let json = native::write(self.state().project());
        match storage.snapshot(&info.key, position.next, &json, info).await {
            Ok(()) => {
                let made = queue.position.get().unwrap_or(position);
                let since_snapshot = made.next - position.next;
                queue.position.set(Some(Position { since_snapshot, ..made }));
            }
            Err(error) => web_sys::console::warn_1(&words::no_snapshot(&wording::storage(&error)).into()),
        }
    }

    /// Another tab has gone on with this project, without what was done here: from now on this is a copy of its own.
    fn detach(&self) {
        self.services().queue.position.set(None);
        self.dispatch(SessionAction::Detached(clock::new_key()));
        tab_sync::claim_new(self);
        let title = words::copy_of_tab(&self.state().project().title);
        // Any title will do, and this one is not empty.
        let _ = self.perform(Command::RenameProject(title));
    }

    fn saving_failed(&self, error: &StorageError) {
        let reason = wording::storage(error);
        self.keep_trying(match self.services().queue.storage() {
            Some(_) => SessionAction::Failed(reason),
            None => SessionAction::NoStorage(reason),
        });
    }

    /// There is no storage: everything is in memory until there is.
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

/// A project's entry in the list of saved projects.
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
