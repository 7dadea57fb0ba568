//! Reminds of exporting after an hour of work that is in this browser only.

use std::cell::{Cell, RefCell};

use gloo::timers::callback::Timeout;

use crate::ui::store::{Action, BackupStage, Notice, Offer, Store};
use crate::web::{clock, preferences};

const HOUR_MS: u64 = 3_600_000;
/// How long a reminder waits while something else is said or done.
const LATER_MS: u64 = 60_000;

#[derive(Default)]
pub(super) struct Reminder {
    /// When the first change was made since the last export or reminder, in milliseconds; 0 without one.
    since: Cell<u64>,
    timer: RefCell<Option<Timeout>>,
}

fn since_key(key: &str) -> String {
    format!("unexported.{key}")
}

fn exported_key(key: &str) -> String {
    format!("exported.{key}")
}

/// When the open project was exported or backed up last, in words.
pub(super) fn last_export(key: &str) -> Option<String> {
    let at = preferences::get(&exported_key(key))?;
    Some(clock::local_time(&crate::model::Timestamp::parse(&at)?))
}

/// Another project is open. An hour that ended while it was closed is spoken of when work on it goes on.
pub(super) fn opened(store: &Store) {
    let reminder = &store.backups().reminder;
    reminder.timer.take();
    let since = preferences::get(&since_key(&store.state().key)).and_then(|since| since.parse().ok()).unwrap_or(0);
    reminder.since.set(since);
    if since > 0 && since + HOUR_MS > clock::millis() {
        arm(store, since + HOUR_MS - clock::millis());
    }
}

/// The person has changed the open project.
pub(super) fn worked(store: &Store) {
    let reminder = &store.backups().reminder;
    let now = clock::millis();
    if reminder.since.get() == 0 {
        begin(store, now);
    }
    if reminder.timer.borrow().is_none() {
        arm(store, (reminder.since.get() + HOUR_MS).saturating_sub(now));
    }
}

fn begin(store: &Store, now: u64) {
    store.backups().reminder.since.set(now);
    // Where it cannot be kept, the hour begins anew with the next visit.
    let _ = preferences::set(&since_key(&store.state().key), &now.to_string());
}

fn arm(store: &Store, wait: u64) {
    let reminded = store.clone();
    let timer = Timeout::new(wait.min(HOUR_MS) as u32, move || remind(&reminded));
    *store.backups().reminder.timer.borrow_mut() = Some(timer);
}

fn remind(store: &Store) {
    store.backups().reminder.timer.take();
    let state = store.state();
    let is_running = state.backup.as_ref().is_some_and(|backup| backup.stage == BackupStage::Running);
    let is_lasting = state.notice.as_ref().is_some_and(|notice| notice.is_error || notice.offer.is_some());
    if is_running || is_lasting || state.dialog.is_some() {
        return arm(store, LATER_MS);
    }
    settle(store, &state.key);
    let text = "You have worked for an hour without exporting. What you did is in this browser only.".to_owned();
    store.dispatch(Action::Notify(Some(Notice { text: text.clone(), is_error: false, offer: Some(Offer::Export) })));
    store.dispatch(Action::Announce(text));
}

/// Nothing is to be reminded of, up to now.
fn settle(store: &Store, key: &str) {
    let _ = preferences::remove(&since_key(key));
    if store.state().key == key {
        let reminder = &store.backups().reminder;
        reminder.since.set(0);
        reminder.timer.take();
    }
}

/// The open project was exported.
pub(in crate::ui) fn exported(store: &Store) {
    kept(store, &store.state().key, false);
    if store.state().notice.as_ref().is_some_and(|notice| notice.offer == Some(Offer::Export)) {
        store.dispatch(Action::Notify(None));
    }
}

/// A project was exported or backed up, perhaps without what was done just now.
pub(super) fn kept(store: &Store, key: &str, more: bool) {
    settle(store, key);
    let _ = preferences::set(&exported_key(key), clock::now().as_str());
    if more && store.state().key == key {
        worked(store);
    }
}

/// Forgets a project.
pub(super) fn forget(key: &str) {
    let _ = preferences::remove(&since_key(key));
    let _ = preferences::remove(&exported_key(key));
}
