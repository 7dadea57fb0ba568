//! Backups of the open project to a file that the user chose.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;

use super::services::Target;
use super::{Store, export_reminder, wording};
use crate::app::messages::backup as words;
use crate::app::{Backup, BackupStage, Effect, Notice, ProjectAction, State, ViewAction};
use crate::format::{Format as _, file_name, native};
use crate::web::backup_file::{self, BackupFile, FileError};
use crate::web::{clock, preferences};

/// How long nothing must have changed before the file is written, in milliseconds.
const PAUSE_MS: u64 = 5_000;
/// How long a change waits at most; and how long after a failure it is tried again; in milliseconds.
const LONGEST_MS: u64 = 60_000;

/// The preference that holds the name of a project's file.
fn preference(key: &str) -> String {
    format!("backup.{key}")
}

fn target_of(store: &Store) -> Option<Rc<Target>> {
    store.services().backups.target.borrow().clone()
}

fn is_current(store: &Store, target: &Rc<Target>) -> bool {
    target_of(store).is_some_and(|current| Rc::ptr_eq(&current, target))
}

fn show(store: &Store, backup: Option<Backup>) {
    if store.state().backup != backup {
        store.dispatch(ProjectAction::Backup(backup));
    }
}

fn show_stage(store: &Store, target: &Target, stage: BackupStage) {
    let at = store.state().backup.as_ref().and_then(|backup| backup.at.clone());
    let at = if stage == BackupStage::Running { Some(clock::now()) } else { at };
    show(store, Some(Backup { name: target.file.name(), at, stage }));
}

/// Writes what waits when the page is hidden: it may be closed next.
pub(super) fn listen(store: &Store) {
    let store = store.clone();
    let document = gloo::utils::document();
    EventListener::new(&document.clone(), "visibilitychange", move |_| {
        if let Some(target) = target_of(&store).filter(|_| document.hidden()) {
            write(&store, &target);
        }
    })
    .forget();
}

/// Another project is open: what waits for the file of the one before is written, and its own file is looked up.
pub(super) fn opened(store: &Store) {
    let before = store.services().backups.target.take();
    if let Some(before) = before {
        write(store, &before);
    }
    show(store, None);
    let key = store.state().key.clone();
    let Some(name) = preferences::get(&preference(&key)) else { return };
    let store = store.clone();
    spawn_local(async move {
        let file = backup_file::recall(&key).await;
        if store.state().key != key || target_of(&store).is_some() {
            return;
        }
        let Some(file) = file else {
            let reason = words::not_written(&name, &wording::backup_file(&FileError::Gone));
            return show(&store, Some(Backup { name, at: None, stage: BackupStage::Failed(reason) }));
        };
        let allowed = file.is_allowed().await;
        if store.state().key == key {
            aim(&store, file, allowed);
        }
    });
}

/// Writes the open project to this file from now on, beginning at once if the browser allows it.
fn aim(store: &Store, file: BackupFile, allowed: bool) {
    let state = store.state();
    let target = Rc::new(Target {
        key: state.key.clone(),
        file,
        waiting: RefCell::new(Some(state)),
        since: Cell::default(),
        writing: Cell::default(),
        timer: RefCell::default(),
        allowed: Cell::new(allowed),
    });
    *store.services().backups.target.borrow_mut() = Some(target.clone());
    if allowed {
        show(store, Some(Backup { name: target.file.name(), at: None, stage: BackupStage::Running }));
        write(store, &target);
    } else {
        show_stage(store, &target, BackupStage::Paused);
    }
}

/// The project has changed. The tab that edits it backs it up, once nothing has changed for a while, but not too late.
pub(super) fn changed(store: &Store) {
    let state = store.state();
    let Some(target) = target_of(store).filter(|target| target.key == state.key && state.session.can_edit()) else {
        return;
    };
    *target.waiting.borrow_mut() = Some(state);
    if target.since.get() == 0 {
        target.since.set(clock::millis());
    }
    if target.allowed.get() {
        let waited = clock::millis().saturating_sub(target.since.get());
        write_after(store, &target, LONGEST_MS.saturating_sub(waited).min(PAUSE_MS));
    }
}

fn write_after(store: &Store, target: &Rc<Target>, wait: u64) {
    let (store, due) = (store.clone(), target.clone());
    *target.timer.borrow_mut() = Some(Timeout::new(wait as u32, move || write(&store, &due)));
}

/// Writes what waits; never twice at once, because the one that ends last would win.
fn write(store: &Store, target: &Rc<Target>) {
    if target.writing.get() || !target.allowed.get() {
        return;
    }
    let Some(state) = target.waiting.take() else { return };
    target.timer.take();
    target.since.set(0);
    target.writing.set(true);
    let (store, target) = (store.clone(), target.clone());
    spawn_local(async move {
        let bytes = native::write(state.project()).into_bytes();
        let result = target.file.replace(&bytes).await;
        target.writing.set(false);
        match result {
            Ok(()) => written(&store, &target),
            Err(error) => not_written(&store, &target, &state, &error),
        }
    });
}

fn written(store: &Store, target: &Rc<Target>) {
    let has_more = target.waiting.borrow().is_some();
    export_reminder::exported(store, &target.key, !has_more);
    if is_current(store, target) {
        show_stage(store, target, BackupStage::Running);
    }
    if has_more {
        // Its time may have come while the file was being written.
        write_after(store, target, PAUSE_MS);
    }
}

fn not_written(store: &Store, target: &Rc<Target>, state: &Rc<State>, error: &FileError) {
    // What came meanwhile is newer.
    target.waiting.borrow_mut().get_or_insert_with(|| state.clone());
    let reason = words::not_written(&target.file.name(), &wording::backup_file(error));
    if is_current(store, target) {
        target.allowed.set(*error != FileError::Refused);
        show_stage(store, target, BackupStage::Failed(reason));
        write_after(store, target, LONGEST_MS);
    } else if preferences::get(&preference(&target.key)).is_some() {
        store.notify_error(words::closed_meanwhile(&reason, &state.project().title));
    }
}

/// Lets the user choose the file that the open project is written to from now on.
pub(super) fn choose(store: &Store) {
    if !backup_file::available() {
        store.carry_out(Effect::export());
        return store.dispatch(ViewAction::Notify(Some(Notice::info(words::DOWNLOADED_INSTEAD))));
    }
    let store = store.clone();
    spawn_local(async move {
        let key = store.state().key.clone();
        let name = file_name(&store.state().project().title, native::Native.extension());
        match backup_file::pick(&name, words::FILE_TYPE).await {
            Ok(file) if store.state().key == key => begin(&store, file, &key).await,
            Ok(_) | Err(FileError::NotChosen) => {}
            Err(error) => store.notify_error(words::no_file(&wording::backup_file(&error))),
        }
    });
}

async fn begin(store: &Store, file: BackupFile, key: &str) {
    let name = file.name();
    if backup_file::is_used_by_another(key, &file).await {
        return store.notify_error(words::used_by_another(&name));
    }
    stop_writing(store);
    // Where it cannot be remembered, backups end with this visit, and the file is asked for again.
    if backup_file::remember(key, &file).await {
        let _ = preferences::set(&preference(key), &name);
    }
    aim(store, file, true);
}

/// Goes on with backups, or tries again. The user's click has led here, so that the browser may ask.
pub(super) fn resume(store: &Store) {
    let Some(target) = target_of(store) else { return choose(store) };
    let store = store.clone();
    spawn_local(async move {
        let allowed = target.file.ask().await;
        if !is_current(&store, &target) {
            return;
        }
        target.allowed.set(allowed);
        if !allowed {
            let reason = words::not_written(&target.file.name(), &wording::backup_file(&FileError::Refused));
            return show_stage(&store, &target, BackupStage::Failed(reason));
        }
        *target.waiting.borrow_mut() = Some(store.state());
        write(&store, &target);
    });
}

fn stop_writing(store: &Store) {
    if let Some(target) = store.services().backups.target.take() {
        target.timer.take();
        target.waiting.take();
    }
}

/// Writes the open project to no file any more. The file stays as it is.
pub(super) fn stop(store: &Store) {
    stop_writing(store);
    show(store, None);
    forget(&store.state().key);
    store.dispatch(ViewAction::Announce(words::STOPPED.to_owned()));
}

/// Forgets the file of a project.
pub(super) fn forget(key: &str) {
    if preferences::get(&preference(key)).is_some() {
        let _ = preferences::remove(&preference(key));
        let key = key.to_owned();
        spawn_local(async move { backup_file::forget(&key).await });
    }
}
