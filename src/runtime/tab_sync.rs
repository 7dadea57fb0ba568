//! Synchronises a project between tabs: one tab edits it, the others follow the saved steps and can take over.

use js_sys::Promise;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::Store;
use super::services::{Claim, Following};
use crate::app::{ProjectAction, ProjectRequest, Saving, Session, SessionAction};
use crate::format::recovery;
use crate::web::tabs::{Channel, Lock, Message, Request};
use crate::web::timeout::within;

/// How long opening a project waits for the lock, in case another tab is just closing, in milliseconds.
const CLOSING_MS: u32 = 250;
/// How long a takeover waits for the answer of the tab that edits, which may be frozen, in milliseconds.
const ANSWER_MS: u32 = 2_500;
/// How long a tab that has yielded the project waits for the takeover, in milliseconds.
const TAKEN_MS: u32 = 4_000;

/// Starts listening to other tabs.
pub(super) fn listen(store: &Store) {
    let listening = store.clone();
    store.services().tabs.channel.get_or_init(|| Channel::open(move |message| heard(&listening, message)));
}

/// Requests the lock on a project, and waits briefly, in case another tab is just closing. `None` if this tab already
/// holds or awaits the lock, because the project is open.
pub(super) async fn claim(store: &Store, key: &str) -> Option<Claim> {
    if store.services().tabs.has_claim(key) {
        return None;
    }
    let claim = request(store, key, Request::InTurn);
    within(settled(claim.lock.answered()), CLOSING_MS).await;
    Some(claim)
}

/// The lock on a project, if no tab edits it. No other tab can edit it until the claim is dropped.
pub(super) async fn claim_if_free(store: &Store, key: &str) -> Option<Claim> {
    let claim = request(store, key, Request::IfFree);
    settled(claim.lock.answered()).await;
    claim.is_held().then_some(claim)
}

fn request(store: &Store, key: &str, how: Request) -> Claim {
    let (losing, of) = (store.clone(), key.to_owned());
    let lock = Lock::request(&format!("crossread/{key}"), how, move || lost(&losing, &of));
    Claim { key: key.to_owned(), lock }
}

/// The session for a project with this claim; without one, for the claim that this tab already has.
pub(super) fn session_with(store: &Store, key: &str, claim: Option<&Claim>) -> Session {
    let is_held = claim.map_or_else(|| store.services().tabs.holds(key), Claim::is_held);
    if is_held { Session::Owner(Saving::Saved) } else { Session::FOLLOWING }
}

/// Stores the claim on the open project. Starts editing as soon as the lock is granted.
pub(super) fn keep_claim(store: &Store, claim: Option<Claim>) {
    let Some(claim) = claim else { return };
    let (is_held, answered, key) = (claim.is_held(), claim.lock.answered(), claim.key.clone());
    *store.services().tabs.claim.borrow_mut() = Some(claim);
    if !is_held {
        let store = store.clone();
        spawn_local(async move {
            settled(answered).await;
            if store.services().tabs.holds(&key) {
                begin_to_edit(&store).await;
            }
        });
    }
}

/// Claims the open project, which is new, so that no other tab can have it open.
pub(super) fn claim_new(store: &Store) {
    let claim = request(store, &store.state().key, Request::InTurn);
    *store.services().tabs.claim.borrow_mut() = Some(claim);
}

/// Asks the tab that edits the open project to yield it, and takes it over if there is no answer.
pub(super) fn take_over(store: &Store) {
    store.dispatch(SessionAction::Asked);
    let store = store.clone();
    spawn_local(async move {
        let key = store.state().key.clone();
        let tabs = &store.services().tabs;
        tabs.answer.set(None);
        let answered = tabs.answered.next();
        tabs.send(&Message::Wanted(key.clone(), tabs.tab.clone()));
        within(answered, ANSWER_MS).await;
        // In the meantime, the other tab may have been closed, or another project opened in this tab.
        let is_waiting = matches!(store.state().session, Session::Follower { asked: true, .. });
        if !is_waiting || store.state().key != key {
            return;
        }
        if tabs.answer.get() == Some(false) {
            return store.dispatch(SessionAction::Refused);
        }
        let claim = request(&store, &key, Request::Steal);
        settled(claim.lock.answered()).await;
        *store.services().tabs.claim.borrow_mut() = Some(claim);
        begin_to_edit(&store).await;
    });
}

/// Starts editing after the lock was granted and all steps of the other tab were read.
async fn begin_to_edit(store: &Store) {
    while store.services().tabs.following.get() != Following::Idle {
        store.services().tabs.caught_up.next().await;
    }
    if catch_up(store).await.is_ok() {
        store.services().tabs.answered.notify();
        store.dispatch(SessionAction::Own);
    } else {
        // The steps do not fit; reopening the project loads the stored state.
        store.dispatch(ProjectAction::Request(ProjectRequest::Reopen));
    }
}

/// Handles the loss of the lock: another tab has taken over the project.
fn lost(store: &Store, key: &str) {
    if store.state().key != key {
        return;
    }
    store.dispatch(SessionAction::Follow);
    // Unsaved steps are written once more; if the other tab has saved steps, this tab continues with a copy.
    if !store.is_saved() {
        store.flush();
    }
    keep_claim(store, Some(request(store, key, Request::InTurn)));
}

fn heard(store: &Store, message: Message) {
    let state = store.state();
    let is_open = |key: &String| *key == state.key;
    let (can_edit, tabs) = (state.session.can_edit(), &store.services().tabs);
    let answer = |may_edit| {
        tabs.answer.set(Some(may_edit));
        tabs.answered.notify();
    };
    match message {
        Message::Saved(key) if is_open(&key) && !can_edit => follow(store),
        Message::Listed => store.dispatch(ProjectAction::Request(ProjectRequest::Refresh)),
        Message::Wanted(key, tab) if is_open(&key) && can_edit => give(store, key, tab),
        Message::Yielded(key, tab) if is_open(&key) && tab == tabs.tab => answer(true),
        Message::Kept(key, tab) if is_open(&key) && tab == tabs.tab => answer(false),
        Message::Saved(_) | Message::Wanted(..) | Message::Yielded(..) | Message::Kept(..) => {}
    }
}

/// Yields the project to another tab after everything is saved.
fn give(store: &Store, key: String, tab: String) {
    // Editing stops first, so that saving can finish.
    store.dispatch(SessionAction::Follow);
    let store = store.clone();
    spawn_local(async move {
        while !store.is_saved() && store.state().session.unsaved().is_none() {
            store.settled().await;
        }
        if store.state().session.unsaved().is_some() {
            store.dispatch(SessionAction::Own);
            return store.services().tabs.send(&Message::Kept(key, tab));
        }
        store.services().tabs.send(&Message::Yielded(key.clone(), tab));
        gloo::timers::future::TimeoutFuture::new(TAKEN_MS).await;
        // The other tab has not taken over.
        if store.services().tabs.holds(&key) && !store.state().session.can_edit() {
            store.dispatch(SessionAction::Own);
        }
    });
}

/// Reads and applies the steps that another tab has saved.
fn follow(store: &Store) {
    if store.services().tabs.following.get() != Following::Idle {
        return store.services().tabs.following.set(Following::ReadingAgain);
    }
    store.services().tabs.following.set(Following::Reading);
    let store = store.clone();
    spawn_local(async move {
        loop {
            if catch_up(&store).await.is_err() {
                store.dispatch(ProjectAction::Request(ProjectRequest::Reopen));
                break;
            }
            if store.services().tabs.following.replace(Following::Reading) == Following::Reading {
                break;
            }
        }
        store.services().tabs.following.set(Following::Idle);
        store.services().tabs.caught_up.notify();
    });
}

/// The error that the stored steps do not fit the project in this tab.
struct OutOfStep;

/// Applies the stored steps that this tab has not applied yet.
async fn catch_up(store: &Store) -> Result<(), OutOfStep> {
    let Some(storage) = store.services().queue.storage() else { return Ok(()) };
    let key = store.state().key.clone();
    let steps = storage.steps(&key, store.services().queue.next_seq()).await.map_err(|_| OutOfStep)?;
    for step in steps {
        let next = store.services().queue.next_seq();
        if store.state().key != key || step.seq < next {
            continue;
        }
        if step.seq > next {
            return Err(OutOfStep);
        }
        let step = recovery::read_step(&key, &step, store.state().project()).map_err(|_| OutOfStep)?;
        store.follow(step).map_err(|_| OutOfStep)?;
        store.services().queue.count_followed();
    }
    Ok(())
}

/// Waits for the promise of a lock, which never rejects.
async fn settled(promise: Promise) {
    let _ = JsFuture::from(promise).await;
}
