//! Saving: every step goes to the store on disk, in order, before the page says "Saved".

use std::cell::{Cell, RefCell};

use gloo::timers::callback::Timeout;
use js_sys::Function;
use wasm_bindgen_futures::spawn_local;

use super::store_handle::call;
use super::{Action, State, Store};
use crate::edit::Step;
use crate::format::{journal, native};
use crate::web::clock;
use crate::web::storage::{ProjectInfo, Storage, StorageError};

/// After so many steps a new snapshot takes their place. Until then they can be undone even after a reload.
const STEPS_PER_SNAPSHOT: u32 = 500;
/// How long to wait before trying again to save, in milliseconds.
const RETRY_MS: u32 = 4_000;

/// Whether what was done is on disk.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveStatus {
    /// All of it.
    Saved,
    /// Some of it is on its way.
    Saving,
    /// Some of it is not, and why; it is tried again.
    Failed(String),
    /// There is no storage, and why: all is in memory only.
    Memory(String),
}

/// What is to be written, and where.
#[derive(Default)]
pub(super) struct Saver {
    storage: RefCell<Option<Storage>>,
    queue: RefCell<Vec<String>>,
    next_seq: Cell<u32>,
    since_snapshot: Cell<u32>,
    busy: Cell<bool>,
    waiting: RefCell<Vec<(Function, Function)>>,
    retry: RefCell<Option<Timeout>>,
}

impl Saver {
    pub(super) fn wait(&self, kept: Function, broken: Function) {
        self.waiting.borrow_mut().push((kept, broken));
    }

    fn wake(&self, reason: Option<&str>) {
        for (kept, broken) in self.waiting.take() {
            if reason.is_some() { call(&broken, reason) } else { call(&kept, None) }
        }
    }
}

impl Store {
    /// Saves to this storage from now on, beginning after a number of steps that are there already.
    pub fn save_to(&self, storage: Storage, next_seq: u32, since_snapshot: u32) {
        self.attach(storage, next_seq, since_snapshot);
        self.dispatch(Action::Saved(SaveStatus::Saved));
    }

    fn attach(&self, storage: Storage, next_seq: u32, since_snapshot: u32) {
        let (saver, store) = (self.saver(), self.clone());
        // Learnt at once, and not with the next change.
        storage.on_gone(move || store.failed(&StorageError::Gone));
        *saver.storage.borrow_mut() = Some(storage);
        saver.queue.borrow_mut().clear();
        saver.next_seq.set(next_seq);
        saver.since_snapshot.set(since_snapshot);
        saver.busy.set(false);
    }

    /// Saves to this storage from now on, but writes nothing before [`Self::release`]: the project is being made there.
    pub fn hold(&self, storage: Storage) {
        self.attach(storage, 0, 0);
        self.saver().busy.set(true);
        self.dispatch(Action::Saved(SaveStatus::Saving));
    }

    /// The project is there: what waits is written.
    pub fn release(&self) {
        self.saver().busy.set(false);
        if self.is_saved() {
            self.dispatch(Action::Saved(SaveStatus::Saved));
            self.saver().wake(None);
        }
        self.flush();
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
        !self.saver().busy.get() && self.saver().queue.borrow().is_empty()
    }

    pub(super) fn enqueue(&self, step: &Step) {
        if self.storage().is_none() {
            return;
        }
        let record = journal::encode_step(self.state().project(), step);
        self.saver().queue.borrow_mut().push(record);
        self.flush();
    }

    /// Writes what waits to be written.
    pub fn flush(&self) {
        if self.saver().busy.get() || self.saver().queue.borrow().is_empty() {
            return;
        }
        let Some(storage) = self.storage() else { return };
        self.saver().busy.set(true);
        self.saver().retry.take();
        self.dispatch(Action::Saved(SaveStatus::Saving));
        let store = self.clone();
        spawn_local(async move {
            let result = store.write_all(&storage).await;
            store.saver().busy.set(false);
            match result {
                Ok(()) => {
                    store.dispatch(Action::Saved(SaveStatus::Saved));
                    store.saver().wake(None);
                }
                Err(error) => store.failed(&error),
            }
        });
    }

    async fn write_all(&self, storage: &Storage) -> Result<(), StorageError> {
        let saver = self.saver();
        loop {
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
            if saver.since_snapshot.get() >= STEPS_PER_SNAPSHOT && saver.queue.borrow().is_empty() {
                let json = native::write(self.state().project());
                storage.snapshot(&info.key, saver.next_seq.get(), &json, &info).await?;
                saver.since_snapshot.set(0);
            }
        }
    }

    fn failed(&self, error: &StorageError) {
        let reason = error.to_string();
        self.dispatch(Action::Saved(SaveStatus::Failed(reason.clone())));
        self.saver().wake(Some(&reason));
        let store = self.clone();
        let retry = Timeout::new(RETRY_MS, move || store.flush());
        *self.saver().retry.borrow_mut() = Some(retry);
    }

    /// Gives storage up: all is in memory only from now on.
    pub fn keep_in_memory(&self, reason: String) {
        *self.saver().storage.borrow_mut() = None;
        self.saver().busy.set(false);
        self.saver().queue.borrow_mut().clear();
        self.saver().wake(Some(&reason));
        self.dispatch(Action::Saved(SaveStatus::Memory(reason)));
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
