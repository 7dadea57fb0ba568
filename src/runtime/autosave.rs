//! Autosave: each step is written to the storage, in order, before the page says "Saved". What cannot be written waits, is
//! tried again, and is written when the storage is there again.

use std::cell::{Cell, RefCell};

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;

use super::signal::Signal;
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

/// What is to be written, and where.
#[derive(Default)]
pub(super) struct Autosave {
    storage: RefCell<Option<Storage>>,
    /// Where the next step goes; without it, the project as a whole is written first.
    position: Cell<Option<Position>>,
    /// The journal records that wait to be written, in order.
    queue: RefCell<Vec<String>>,
    writing: Cell<bool>,
    retry: RefCell<Option<Timeout>>,
    retry_delay: Cell<u32>,
    /// Everything was written, or an attempt failed.
    settled: Signal,
}

/// Where the next step goes in the journal of the stored project.
#[derive(Clone, Copy)]
pub(super) struct Position {
    /// The number that the next step gets.
    pub(super) next: u32,
    /// How many steps the newest snapshot does not hold.
    pub(super) since_snapshot: u32,
}

impl Autosave {
    /// The storage in use, if there is one.
    pub(super) fn storage(&self) -> Option<Storage> {
        self.storage.borrow().clone()
    }

    /// The number that the next step gets.
    pub(super) fn next_seq(&self) -> u32 {
        self.position.get().map_or(0, |position| position.next)
    }

    /// A step that another tab has saved was read.
    pub(super) fn count_followed(&self) {
        self.advance(1);
    }

    fn advance(&self, steps: u32) {
        if let Some(Position { next, since_snapshot }) = self.position.get() {
            self.position.set(Some(Position { next: next + steps, since_snapshot: since_snapshot + steps }));
        }
    }

    fn attach(&self, storage: &Storage, position: Option<Position>) {
        *self.storage.borrow_mut() = Some(storage.clone());
        self.queue.borrow_mut().clear();
        self.position.set(position);
        self.retry.take();
    }

    fn is_idle(&self) -> bool {
        self.position.get().is_some() && self.queue.borrow().is_empty()
    }
}

impl Store {
    /// Saves the open project, which is stored, to this storage from now on.
    pub(super) fn save_to(&self, storage: &Storage, position: Position) {
        self.listen_to(storage);
        self.autosave().attach(storage, Some(position));
        self.autosave().settled.notify();
    }

    /// Writes the open project to this storage as a new one, and saves it there from now on.
    pub(super) fn save_as_new(&self, storage: &Storage) {
        self.listen_to(storage);
        self.autosave().attach(storage, None);
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
        let autosave = self.autosave();
        // Before the storage is there or has been refused, nothing is to be written.
        let not_yet = autosave.storage().is_none() && self.state().session == Session::Opening;
        !autosave.writing.get() && (not_yet || autosave.is_idle())
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
        self.autosave().settled.next().await;
        self.state().session.unsaved().map_or(Ok(()), |reason| Err(reason.to_owned()))
    }

    /// Waits until everything was written or an attempt has failed.
    pub(super) async fn settled(&self) {
        self.autosave().settled.next().await;
    }

    pub(super) fn enqueue(&self, step: &Step, after: &Project) {
        let autosave = self.autosave();
        // What is not stored yet is written as a whole, with this step.
        if autosave.position.get().is_some() || autosave.writing.get() {
            let words = summaries::summary(&step.transaction.summary);
            autosave.queue.borrow_mut().push(journal::encode_step(after, step, &words));
        }
        if autosave.storage().is_some() {
            self.flush();
        }
    }

    /// Tries at once to write what could not be written.
    pub(super) fn retry_saving(&self) {
        self.autosave().retry_delay.set(0);
        self.flush();
    }

    /// Writes what waits to be written.
    pub(super) fn flush(&self) {
        let autosave = self.autosave();
        let has_storage = autosave.storage().is_some_and(|storage| !storage.is_gone());
        if autosave.writing.get() || autosave.is_idle() && has_storage {
            return;
        }
        autosave.writing.set(true);
        autosave.retry.take();
        if self.state().session == Session::Owner(Saving::Saved) {
            self.dispatch(SessionAction::Writing);
        }
        let store = self.clone();
        spawn_local(async move {
            let result = store.write_all().await;
            store.autosave().writing.set(false);
            match result {
                Ok(()) => store.all_saved(),
                Err(error) => store.saving_failed(&error),
            }
        });
    }

    fn all_saved(&self) {
        self.autosave().retry_delay.set(0);
        self.dispatch(SessionAction::Saved);
        self.autosave().settled.notify();
    }

    async fn write_all(&self) -> Result<(), StorageError> {
        let storage = self.open_storage().await?;
        let autosave = self.autosave();
        if !self.state().session.can_edit() && autosave.queue.borrow().is_empty() {
            return Ok(());
        }
        loop {
            let written = match autosave.position.get() {
                Some(position) => self.append(&storage, position).await,
                None => self.create(&storage).await,
            };
            match written {
                Ok(()) if autosave.is_idle() => return Ok(()),
                Ok(()) => {}
                // It was deleted while it was open here.
                Err(StorageError::Gone) if !storage.is_gone() && autosave.position.get().is_some() => {
                    autosave.position.set(None);
                }
                Err(StorageError::OtherTab) => self.detach(),
                Err(error) => return Err(error),
            }
        }
    }

    /// The storage; opened again if the browser has taken it away.
    async fn open_storage(&self) -> Result<Storage, StorageError> {
        let autosave = self.autosave();
        if let Some(storage) = autosave.storage().filter(|storage| !storage.is_gone()) {
            return Ok(storage);
        }
        let storage = Storage::open().await?;
        self.listen_to(&storage);
        *autosave.storage.borrow_mut() = Some(storage.clone());
        if autosave.position.get().is_some() && storage.next_seq(&self.state().key).await?.is_none() {
            autosave.position.set(None);
        }
        Ok(storage)
    }

    /// Writes the project as a whole; steps done from now on wait until it is there.
    async fn create(&self, storage: &Storage) -> Result<(), StorageError> {
        let autosave = self.autosave();
        autosave.queue.borrow_mut().clear();
        let snapshot = native::write(self.state().project());
        storage.create(&self.info(), &snapshot).await?;
        autosave.position.set(Some(Position { next: 0, since_snapshot: 0 }));
        preferences::remember_project(&self.state().key);
        self.tabs().tell(&Message::Listed);
        Ok(())
    }

    /// Writes the steps that wait, and a snapshot when it is time.
    async fn append(&self, storage: &Storage, position: Position) -> Result<(), StorageError> {
        let autosave = self.autosave();
        let batch = autosave.queue.take();
        if batch.is_empty() {
            return Ok(());
        }
        let info = self.info();
        if let Err(error) = storage.append(&info.key, position.next, &batch, &info).await {
            autosave.queue.borrow_mut().splice(0..0, batch);
            return Err(error);
        }
        autosave.advance(batch.len() as u32);
        self.tabs().tell(&Message::Saved(info.key.clone()));
        self.make_snapshot(storage, &info).await;
        Ok(())
    }

    /// Makes a snapshot if there are enough steps since the last one. Without it the steps are still there, and it is made
    /// with a later step.
    async fn make_snapshot(&self, storage: &Storage, info: &ProjectInfo) {
        let autosave = self.autosave();
        let Some(position) = autosave.position.get() else { return };
        if position.since_snapshot < STEPS_PER_SNAPSHOT || !autosave.queue.borrow().is_empty() {
            return;
        }
        let json = native::write(self.state().project());
        match storage.snapshot(&info.key, position.next, &json, info).await {
            Ok(()) => {
                let made = autosave.position.get().unwrap_or(position);
                let since_snapshot = made.next - position.next;
                autosave.position.set(Some(Position { since_snapshot, ..made }));
            }
            Err(error) => web_sys::console::warn_1(&words::no_snapshot(&wording::storage(&error)).into()),
        }
    }

    /// Another tab has gone on with this project, without what was done here: from now on this is a copy of its own.
    fn detach(&self) {
        self.autosave().position.set(None);
        self.dispatch(SessionAction::Detached(clock::new_key()));
        tab_sync::claim_new(self);
        let title = words::copy_of_tab(&self.state().project().title);
        // Any title will do, and this one is not empty.
        let _ = self.perform(Command::RenameProject(title));
    }

    fn saving_failed(&self, error: &StorageError) {
        let reason = wording::storage(error);
        self.keep_trying(match self.autosave().storage() {
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
        self.autosave().settled.notify();
        let (first, most) = RETRY_MS;
        let delay = self.autosave().retry_delay.get().clamp(first, most);
        self.autosave().retry_delay.set(delay * 2);
        let store = self.clone();
        *self.autosave().retry.borrow_mut() = Some(Timeout::new(delay, move || store.flush()));
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
