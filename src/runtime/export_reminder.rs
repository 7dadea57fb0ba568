//! Reminds the user to export after an hour of unexported work.

use gloo::timers::callback::Timeout;

use super::Store;
use crate::app::messages::backup as words;
use crate::app::{BackupStage, Notice, Offer, ProjectAction, ViewAction};
use crate::model::Timestamp;
use crate::web::{clock, preferences};

const HOUR_MS: u64 = 3_600_000;
/// How long a reminder is delayed while a dialog or another message is open, in milliseconds.
const LATER_MS: u64 = 60_000;

fn since_preference(key: &str) -> String {
    format!("unexported.{key}")
}

fn exported_preference(key: &str) -> String {
    format!("exported.{key}")
}

/// The time of the last export or backup of a project, formatted for the user.
pub(super) fn last_export(key: &str) -> Option<String> {
    let at = preferences::get(&exported_preference(key))?;
    Some(clock::local_time(&Timestamp::parse(&at)?))
}

/// Removes the stored times of a project.
pub(super) fn forget(key: &str) {
    let _ = preferences::remove(&since_preference(key));
    let _ = preferences::remove(&exported_preference(key));
}

/// Handles the opening of another project. If its reminder is overdue, it is shown after the next change.
pub(super) fn opened(store: &Store) {
    store.services().reminder.timer.take();
    let since = preferences::get(&since_preference(&store.state().key)).and_then(|since| since.parse().ok());
    let since: u64 = since.unwrap_or(0);
    store.services().reminder.since.set(since);
    if since > 0 && since + HOUR_MS > clock::millis() {
        arm(store, since + HOUR_MS - clock::millis());
    }
}

/// Handles a change of the open project by the user.
pub(super) fn worked(store: &Store) {
    let now = clock::millis();
    if store.services().reminder.since.get() == 0 {
        store.services().reminder.since.set(now);
        // If it cannot be stored, the hour begins again with the next visit.
        let _ = preferences::set(&since_preference(&store.state().key), &now.to_string());
    }
    if store.services().reminder.timer.borrow().is_none() {
        arm(store, (store.services().reminder.since.get() + HOUR_MS).saturating_sub(now));
    }
}

fn arm(store: &Store, wait: u64) {
    let reminding = store.clone();
    let timer = Timeout::new(wait.min(HOUR_MS) as u32, move || remind(&reminding));
    *store.services().reminder.timer.borrow_mut() = Some(timer);
}

fn remind(store: &Store) {
    store.services().reminder.timer.take();
    let state = store.state();
    let is_running = state.backup.as_ref().is_some_and(|backup| backup.stage == BackupStage::Running);
    let is_busy = state.notice.as_ref().is_some_and(|notice| notice.is_error || notice.offer.is_some());
    if is_running || is_busy || state.dialog.is_some() {
        return arm(store, LATER_MS);
    }
    reset(store, &state.key);
    let notice = Notice::info(words::REMINDER).with_offer(Offer::Export);
    store.dispatch(ViewAction::Notify(Some(notice)));
    store.dispatch(ViewAction::Announce(words::REMINDER.to_owned()));
}

/// Resets the reminder of a project.
fn reset(store: &Store, key: &str) {
    let _ = preferences::remove(&since_preference(key));
    if store.state().key == key {
        store.services().reminder.since.set(0);
        store.services().reminder.timer.take();
    }
}

/// Handles an export or backup of a project; `is_current` is false if the project has changed in the meantime.
pub(super) fn exported(store: &Store, key: &str, is_current: bool) {
    reset(store, key);
    let now = clock::now();
    let _ = preferences::set(&exported_preference(key), now.as_str());
    if store.state().key == key {
        let at = Some(clock::local_time(&now));
        store.dispatch(ProjectAction::Exported { at, is_current });
        if !is_current {
            worked(store);
        }
    }
}
