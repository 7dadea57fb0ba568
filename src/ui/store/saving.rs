//! Saving: every step goes to the store on disk, in order, before the page says "Saved". What cannot be written waits,
//! is tried again, and is written when the storage is there again.

use std::cell::{Cell, RefCell};

use gloo::timers::callback::Timeout;
use js_sys::Function;
use wasm_bindgen_futures::spawn_local;

use super::store_handle::call;
use super::{Action, State, Store};
use crate::app::messages::summaries::summary;
use crate::edit::{Command, Step, StepKind};
use crate::format::{journal, native};
use crate::web::storage::{ProjectInfo, Storage, StorageError};
use crate::web::tabs::Message;
use crate::web::{clock, preferences};

/// After so many steps a new snapshot is made.
const STEPS_PER_SNAPSHOT: u32 = 500;
/// How long to wait before trying again to save, the first time and at most, in milliseconds.
const RETRY_MS: (u32, u32) = (2_000, 30_000);

/// Whether what was done is on disk.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveStatus {
    /// All of it.
    Saved,
    /// Some of it is on its way.
    Saving,
    /// Some of it is not, and why; it is tried again.
    Failed(String),
    /// There is no storage, and why: all is in memory only. It is tried again.
    Memory(String),
}

/// What is to be written, and where.
#[derive(Default)]
pub(super) struct Saver {
    storage: RefCell<Option<Storage>>,
    /// Whether the open project is in the storage; if not, the whole of it is written there first.
    there: Cell<bool>,
    queue: RefCell<Vec<String>>,
    next_seq: Cell<u32>,
    since_snapshot: Cell<u32>,
    busy: Cell<bool>,
    waiting: RefCell<Vec<(Function, Function)>>,
    retry: RefCell<Option<Timeout>>,
    delay: Cell<u32>,
    /// How many steps were done since the project was opened or exported.
    unexported: Cell<u32>,
}

impl Saver {
    pub(super) fn wait(&self, kept: Function, broken: Function) {
        self.waiting.borrow_mut().push((kept, broken));
    }

    pub(super) fn next_seq(&self) -> u32 {
        self.next_seq.get()
    }

    /// A step that another tab has saved was read.
    pub(super) fn count_followed(&self) {
        self.next_seq.set(self.next_seq.get() + 1);
        self.since_snapshot.set(self.since_snapshot.get() + 1);
    }

    fn wake(&self, reason: Option<&str>) {
        for (kept, broken) in self.waiting.take() {
            if reason.is_some() { call(&broken, reason) } else { call(&kept, None) }
        }
    }

    fn is_idle(&self) -> bool {
        self.there.get() && self.queue.borrow().is_empty()
    }
}

impl Store {
    /// Saves the open project to this storage from now on. `next_seq` is the number that its next step gets.
    pub fn save_to(&self, storage: &Storage, next_seq: u32, since_snapshot: u32) {
        self.attach(storage);
        self.saver().there.set(true);
        self.saver().next_seq.set(next_seq);
        self.saver().since_snapshot.set(since_snapshot);
        self.saver().wake(None);
        self.dispatch(Action::Saved(SaveStatus::Saved));
    }

    /// Writes the open project to this storage as a new one, and saves it there from now on.
    pub fn save_as_new(&self, storage: &Storage) {
        self.attach(storage);
        self.dispatch(Action::Saved(SaveStatus::Saving));
        self.flush();
    }

    fn attach(&self, storage: &Storage) {
        let saver = self.saver();
        self.listen_to(storage);
        *saver.storage.borrow_mut() = Some(storage.clone());
        saver.queue.borrow_mut().clear();
        saver.there.set(false);
        saver.retry.take();
    }

    fn listen_to(&self, storage: &Storage) {
        let store = self.clone();
        // Learnt at once, and not with the next change.
        storage.on_gone(move || store.failed(&StorageError::Gone));
    }

    /// The storage in use, if there is one.
    pub fn storage(&self) -> Option<Storage> {
        self.saver().storage.borrow().clone()
    }

    /// What the list of saved projects says of the open one.
    pub fn info(&self) -> ProjectInfo {
        project_info(&self.state())
    }

    /// Whether nothing waits to be written.
    pub fn is_saved(&self) -> bool {
        // Before the storage is there or has been refused, nothing has been asked to be saved.
        let not_yet = self.storage().is_none() && !matches!(self.state().save, SaveStatus::Memory(_));
        !self.saver().busy.get() && (not_yet || self.saver().is_idle())
    }

    /// Whether something was done since the project was opened or last exported.
    pub fn has_work(&self) -> bool {
        self.saver().unexported.get() > 0
    }

    /// The project was exported as it is.
    pub fn note_export(&self) {
        self.saver().unexported.set(0);
    }

    pub(super) fn enqueue(&self, step: &Step) {
        if step.kind != StepKind::Load {
            self.saver().unexported.set(self.saver().unexported.get() + 1);
        }
        // What is not there yet is written as a whole, with this step.
        if self.saver().there.get() || self.saver().busy.get() {
            let record = journal::encode_step(self.state().project(), step, &summary(&step.transaction.summary));
            self.saver().queue.borrow_mut().push(record);
        }
        if self.storage().is_some() {
            self.flush();
        }
    }

    /// Tries at once to write what could not be written.
    pub fn retry(&self) {
        self.saver().delay.set(0);
        self.flush();
    }

    /// Writes what waits to be written.
    pub fn flush(&self) {
        if self.saver().busy.get() || self.saver().is_idle() && self.storage().is_some_and(|it| !it.is_gone()) {
            return;
        }
        self.saver().busy.set(true);
        self.saver().retry.take();
        if self.state().save == SaveStatus::Saved {
            self.dispatch(Action::Saved(SaveStatus::Saving));
        }
        let store = self.clone();
        spawn_local(async move {
            let result = store.write_all().await;
            store.saver().busy.set(false);
            match result {
                Ok(()) => store.all_saved(),
                Err(error) => store.failed(&error),
            }
        });
    }

    fn all_saved(&self) {
        self.saver().delay.set(0);
        self.dispatch(Action::Saved(SaveStatus::Saved));
        self.saver().wake(None);
    }

    async fn write_all(&self) -> Result<(), StorageError> {
        let storage = self.open_storage().await?;
        if self.state().editor.is_read_only() && self.saver().queue.borrow().is_empty() {
            return Ok(());
        }
        loop {
            let written =
                if self.saver().there.get() { self.append(&storage).await } else { self.create(&storage).await };
            match written {
                Ok(()) if self.saver().is_idle() => return Ok(()),
                Ok(()) => {}
                // It was deleted while it was open here.
                Err(StorageError::Gone) if !storage.is_gone() && self.saver().there.get() => {
                    self.saver().there.set(false);
                }
                Err(StorageError::OtherTab) => self.part_ways(),
                Err(error) => return Err(error),
            }
        }
    }

    /// The storage; opened again if the browser has taken it away.
    async fn open_storage(&self) -> Result<Storage, StorageError> {
        if let Some(storage) = self.storage().filter(|storage| !storage.is_gone()) {
            return Ok(storage);
        }
        let storage = Storage::open().await?;
        self.listen_to(&storage);
        *self.saver().storage.borrow_mut() = Some(storage.clone());
        if self.saver().there.get() {
            let next = storage.next_seq(&self.state().key).await?;
            self.saver().there.set(next.is_some());
        }
        Ok(storage)
    }

    /// Writes the project as a whole; steps done from now on wait until it is there.
    async fn create(&self, storage: &Storage) -> Result<(), StorageError> {
        let saver = self.saver();
        saver.queue.borrow_mut().clear();
        let snapshot = native::write(self.state().project());
        storage.create(&self.info(), &snapshot).await?;
        saver.there.set(true);
        saver.next_seq.set(0);
        saver.since_snapshot.set(0);
        preferences::remember_project(&self.state().key);
        self.tell(&Message::Listed);
        Ok(())
    }

    /// Writes the steps that wait, and a snapshot when it is time.
    async fn append(&self, storage: &Storage) -> Result<(), StorageError> {
        let saver = self.saver();
        let batch = saver.queue.take();
        if batch.is_empty() {
            return Ok(());
        }
        let (info, seq) = (self.info(), saver.next_seq.get());
        if let Err(error) = storage.append(&info.key, seq, &batch, &info).await {
            saver.queue.borrow_mut().splice(0..0, batch);
            return Err(error);
        }
        let written = batch.len() as u32;
        saver.next_seq.set(seq + written);
        saver.since_snapshot.set(saver.since_snapshot.get() + written);
        self.tell(&Message::Saved(info.key.clone()));
        if saver.since_snapshot.get() >= STEPS_PER_SNAPSHOT && saver.queue.borrow().is_empty() {
            let json = native::write(self.state().project());
            match storage.snapshot(&info.key, saver.next_seq.get(), &json, &info).await {
                Ok(()) => saver.since_snapshot.set(0),
                // Without it the steps are still there, and it is made with a later one.
                Err(error) => web_sys::console::warn_1(&format!("No snapshot was made: {error}").into()),
            }
        }
        Ok(())
    }

    /// Another tab has gone on with this project, without what was done here: from here on this is one of its own.
    fn part_ways(&self) {
        self.saver().there.set(false);
        self.dispatch(Action::PartWays(clock::new_key()));
        self.claim_new();
        let title = format!("{} (this tab’s copy)", self.state().project().title);
        // Any title will do, and this one is not empty.
        let _ = self.perform(Command::RenameProject(title));
    }

    fn failed(&self, error: &StorageError) {
        let reason = error.to_string();
        let status = if self.storage().is_none() { SaveStatus::Memory } else { SaveStatus::Failed };
        self.keep_trying(status(reason));
    }

    /// There is no storage: all is in memory only until there is.
    pub fn keep_in_memory(&self, reason: String) {
        self.keep_trying(SaveStatus::Memory(reason));
    }

    fn keep_trying(&self, status: SaveStatus) {
        if let SaveStatus::Failed(reason) | SaveStatus::Memory(reason) = &status {
            self.saver().wake(Some(reason));
        }
        if self.state().save != status {
            self.dispatch(Action::Saved(status));
        }
        let (first, most) = RETRY_MS;
        let delay = self.saver().delay.get().clamp(first, most);
        self.saver().delay.set(delay * 2);
        let store = self.clone();
        *self.saver().retry.borrow_mut() = Some(Timeout::new(delay, move || store.flush()));
    }
}

/// What the list of saved projects says of a project.
pub fn project_info(state: &State) -> ProjectInfo {
    let project = state.project();
    ProjectInfo {
        key: state.key.clone(),
        title: project.title.clone(),
        created: project.created.to_string(),
        saved: clock::now().to_string(),
        articles: project.articles().len() as u32,
        annotations: project.annotation_count() as u32,
        deleted: None,
        awaiting: state.arriving.iter().map(|arriving| arriving.article.id.clone()).collect(),
    }
}
