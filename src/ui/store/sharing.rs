//! One project in several tabs: one of them edits it, the others show what it saves and can take over.

use std::cell::{Cell, OnceCell, RefCell};

use gloo::timers::future::TimeoutFuture;
use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

use super::{Action, Notice, SaveStatus, Store};
use crate::format::recovery;
use crate::web::clock;
use crate::web::tabs::{Ask, Channel, Lock, Message};

/// How long a project's opening waits for a tab that is just closing, in milliseconds.
const CLOSING_MS: u32 = 250;
/// How long the tab that edits is waited for before the project is taken from it, in milliseconds. It may be frozen.
const ANSWER_MS: u32 = 2_500;
/// How long a tab that has given the project away waits for it to be taken, in milliseconds.
const TAKEN_MS: u32 = 4_000;

/// Whether the open project is edited in this tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Access {
    /// It is.
    #[default]
    Writing,
    /// Another tab edits it, and this one shows what is saved there.
    Reading,
    /// The other tab has been asked to let this one edit it.
    Taking,
}

/// What a tab needs to share a project with others.
pub(super) struct Sharing {
    /// What this tab calls itself.
    tab: String,
    channel: OnceCell<Channel>,
    /// The lock on the open project, had or waited for.
    lock: RefCell<Option<(String, Lock)>>,
    /// What the tab that edits has answered.
    answer: Cell<Option<bool>>,
    following: Cell<bool>,
    behind: Cell<bool>,
}

impl Default for Sharing {
    fn default() -> Self {
        Self {
            tab: clock::new_key(),
            channel: OnceCell::new(),
            lock: RefCell::default(),
            answer: Cell::default(),
            following: Cell::default(),
            behind: Cell::default(),
        }
    }
}

/// What only the keeper of projects can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Open the open project anew, as it is stored.
    Reopen,
    /// List the saved projects anew.
    Relist,
}

/// The right to edit a project, had or waited for, before the project is opened.
pub struct Claim {
    key: String,
    lock: Lock,
}

impl Claim {
    /// Whether the project may be edited here.
    pub fn is_had(&self) -> bool {
        self.lock.is_had()
    }
}

fn lock_name(key: &str) -> String {
    format!("crossread/{key}")
}

impl Store {
    /// Begins to listen to other tabs.
    pub fn listen_to_tabs(&self) {
        let store = self.clone();
        self.sharing().channel.get_or_init(|| Channel::open(move |message| store.heard(message)));
    }

    /// Tells the other tabs.
    pub fn tell(&self, message: &Message) {
        if let Some(channel) = self.sharing().channel.get() {
            channel.tell(message);
        }
    }

    /// Asks for the right to edit a project, and waits a moment for a tab that is just closing. `None` if that right
    /// has been asked for already, because the project is open here.
    pub async fn claim(&self, key: &str) -> Option<Claim> {
        if self.sharing().lock.borrow().as_ref().is_some_and(|(of, _)| of == key) {
            return None;
        }
        let claim = self.ask(key, Ask::InTurn);
        within(claim.lock.answered(), CLOSING_MS).await;
        Some(claim)
    }

    /// Whether nobody else has this project open for editing; nobody has while the claim is kept.
    pub async fn claim_if_free(&self, key: &str) -> Option<Claim> {
        let claim = self.ask(key, Ask::IfFree);
        wait(claim.lock.answered()).await;
        claim.is_had().then_some(claim)
    }

    fn ask(&self, key: &str, how: Ask) -> Claim {
        let (store, of) = (self.clone(), key.to_owned());
        let lock = Lock::ask(&lock_name(key), how, move || store.lost(&of));
        Claim { key: key.to_owned(), lock }
    }

    /// Takes a claim as that on the open project, which is edited here if it is had, and else as soon as it is.
    /// Without one, the claim that there is stays.
    pub fn keep_claim(&self, claim: Option<Claim>) {
        let Some(claim) = claim else { return self.edit_if(self.has_lock(&self.state().key)) };
        self.note_export();
        let is_had = claim.is_had();
        let answered = claim.lock.answered();
        let key = claim.key.clone();
        *self.sharing().lock.borrow_mut() = Some((claim.key, claim.lock));
        self.edit_if(is_had);
        if !is_had {
            let store = self.clone();
            spawn_local(async move {
                wait(answered).await;
                if store.has_lock(&key) {
                    store.begin_to_write().await;
                }
            });
        }
    }

    fn edit_if(&self, is_had: bool) {
        self.dispatch(Action::Access(if is_had { Access::Writing } else { Access::Reading }));
    }

    /// The claim on a project that no other tab can know.
    pub fn claim_new(&self) {
        self.note_export();
        let claim = self.ask(&self.state().key, Ask::InTurn);
        *self.sharing().lock.borrow_mut() = Some((claim.key, claim.lock));
        self.dispatch(Action::Access(Access::Writing));
    }

    fn has_lock(&self, key: &str) -> bool {
        self.sharing().lock.borrow().as_ref().is_some_and(|(of, lock)| of == key && lock.is_had())
    }

    /// Asks the tab that edits the open project to let this one do so, and takes it if there is no answer.
    pub fn take_over(&self) {
        if self.state().access != Access::Reading {
            return;
        }
        self.dispatch(Action::Access(Access::Taking));
        let store = self.clone();
        spawn_local(async move {
            let key = store.state().key.clone();
            store.sharing().answer.set(None);
            store.tell(&Message::Wanted(key.clone(), store.sharing().tab.clone()));
            for _ in 0..ANSWER_MS / 25 {
                if store.sharing().answer.get().is_some() || store.state().access != Access::Taking {
                    break;
                }
                TimeoutFuture::new(25).await;
            }
            // Meanwhile the other tab may have been closed, or another project opened here.
            if store.state().access != Access::Taking || store.state().key != key {
                return;
            }
            if store.sharing().answer.get() == Some(false) {
                store.dispatch(Action::Access(Access::Reading));
                let text = "The other tab has changes that it cannot save. See there what is wrong first.".to_owned();
                return store.dispatch(Action::Notify(Some(Notice { text, is_error: true, offer: None })));
            }
            let claim = store.ask(&key, Ask::Steal);
            wait(claim.lock.answered()).await;
            *store.sharing().lock.borrow_mut() = Some((claim.key, claim.lock));
            store.begin_to_write().await;
        });
    }

    /// The lock is had: what the other tab has saved is read to the end, and from then on this one writes.
    async fn begin_to_write(&self) {
        while self.sharing().following.get() {
            TimeoutFuture::new(5).await;
        }
        if self.catch_up().await.is_ok() {
            self.dispatch(Action::Access(Access::Writing));
        } else {
            // It cannot be followed step by step; opened anew, it is as it is stored.
            self.keeper(Keep::Reopen);
        }
    }

    /// Another tab has taken the project.
    fn lost(&self, key: &str) {
        if self.state().key != key {
            return;
        }
        self.dispatch(Action::Access(Access::Reading));
        // What could not be saved yet is tried once more, and goes its own way if the other tab has written since.
        if !self.is_saved() {
            self.flush();
        }
        self.keep_claim(Some(self.ask(key, Ask::InTurn)));
    }

    fn heard(&self, message: Message) {
        let is_open = |key: &String| *key == self.state().key;
        match message {
            Message::Saved(key) if is_open(&key) && self.state().access != Access::Writing => self.follow(),
            Message::Listed => self.keeper(Keep::Relist),
            Message::Wanted(key, tab) if is_open(&key) && self.state().access == Access::Writing => self.give(key, tab),
            Message::Yielded(key, tab) if is_open(&key) && tab == self.sharing().tab => {
                self.sharing().answer.set(Some(true));
            }
            Message::Kept(key, tab) if is_open(&key) && tab == self.sharing().tab => {
                self.sharing().answer.set(Some(false));
            }
            _ => {}
        }
    }

    /// Lets another tab edit the project, once all is saved.
    fn give(&self, key: String, tab: String) {
        // From here on nothing new is done, so that there is an end to what is saved.
        self.dispatch(Action::Access(Access::Reading));
        let store = self.clone();
        spawn_local(async move {
            while store.state().save == SaveStatus::Saving || !store.is_saved() {
                if matches!(store.state().save, SaveStatus::Failed(_) | SaveStatus::Memory(_)) {
                    store.dispatch(Action::Access(Access::Writing));
                    return store.tell(&Message::Kept(key, tab));
                }
                TimeoutFuture::new(5).await;
            }
            store.tell(&Message::Yielded(key.clone(), tab));
            TimeoutFuture::new(TAKEN_MS).await;
            // Whoever asked is gone.
            if store.has_lock(&key) && store.state().access == Access::Reading {
                store.dispatch(Action::Access(Access::Writing));
            }
        });
    }

    /// Reads what another tab has saved.
    fn follow(&self) {
        if self.sharing().following.replace(true) {
            return self.sharing().behind.set(true);
        }
        let store = self.clone();
        spawn_local(async move {
            loop {
                store.sharing().behind.set(false);
                if store.catch_up().await.is_err() {
                    store.keeper(Keep::Reopen);
                    break;
                }
                if !store.sharing().behind.get() {
                    break;
                }
            }
            store.sharing().following.set(false);
        });
    }

    /// Carries out the stored steps that this tab has not carried out.
    async fn catch_up(&self) -> Result<(), ()> {
        let Some(storage) = self.storage() else { return Ok(()) };
        let key = self.state().key.clone();
        let steps = storage.steps(&key, self.saver().next_seq()).await.map_err(|_| ())?;
        for step in steps {
            let next = self.saver().next_seq();
            if self.state().key != key || step.seq < next {
                continue;
            }
            if step.seq > next {
                return Err(());
            }
            let step = recovery::read_step(&key, &step, self.state().project()).map_err(|_| ())?;
            self.follow_step(step).map_err(|_| ())?;
            self.saver().count_followed();
        }
        Ok(())
    }
}

async fn wait(promise: Promise) {
    // Neither of the promises here is ever rejected.
    let _ = JsFuture::from(promise).await;
}

/// Waits for a promise, but not for ever.
async fn within(promise: Promise, milliseconds: u32) {
    let patience = future_to_promise(async move {
        TimeoutFuture::new(milliseconds).await;
        Ok(JsValue::UNDEFINED)
    });
    wait(Promise::race(&Array::of2(&promise, &patience))).await;
}
