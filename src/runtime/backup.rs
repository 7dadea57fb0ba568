//! Backups of the open project to a file that the user has chosen.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;

use super::services::Target;
use super::{Store, export, export_reminder, wording};
use crate::app::messages::backup as words;
use crate::app::{Backup, BackupStage, Notice, ProjectAction, State, ViewAction};
use crate::format::{Format as _, file_name, native};
use crate::web::backup_file::{self, BackupFile, FileError};
use crate::web::{clock, preferences};

/// The time without changes after which the file is written, in milliseconds.
const PAUSE_MS: u64 = 5_000;
/// The maximum delay of a change, and the delay of a retry after a failure, in milliseconds.
const LONGEST_MS: u64 = 60_000;

/// The preference with the name of a project's backup file.
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

/// Writes pending changes when the page is hidden, because it may then be closed.
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

/// Handles the opening of another project: writes pending changes of the previous one, and loads the file of the new
/// one.
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
            set_target(&store, file, allowed);
        }
    });
}

/// Sets the backup file of the open project; writes it immediately if the browser allows that.
fn set_target(store: &Store, file: BackupFile, allowed: bool) {
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

/// Handles a change of the project. The tab that edits the project writes the file after a pause or the maximum delay.
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

/// Writes pending changes. Only one write is active at a time, because the write that finishes last would win.
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
        // The timer may have fired while the file was being written.
        write_after(store, target, PAUSE_MS);
    }
}

fn not_written(store: &Store, target: &Rc<Target>, state: &Rc<State>, error: &FileError) {
    // A pending newer state takes precedence.
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

/// Lets the user choose a backup file for the open project.
pub(super) fn choose(store: &Store) {
    if !backup_file::available() {
        let store = store.clone();
        return spawn_local(async move {
            if export::download_native(&store).await {
                store.dispatch(ViewAction::Notify(Some(Notice::info(words::DOWNLOADED_INSTEAD))));
            }
        });
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
    // If the file cannot be stored, backups end with this visit, and the user has to choose a file again.
    if backup_file::remember(key, &file).await {
        let _ = preferences::set(&preference(key), &name);
    }
    set_target(store, file, true);
}

/// Resumes or retries backups after a click of the user, so that the browser may ask for permission.
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

/// Stops the backups of the open project. The file is not changed.
pub(super) fn stop(store: &Store) {
    stop_writing(store);
    show(store, None);
    forget(&store.state().key);
    store.dispatch(ViewAction::Announce(words::STOPPED.to_owned()));
}

/// Removes the stored backup file of a project.
pub(super) fn forget(key: &str) {
    if preferences::get(&preference(key)).is_some() {
        let _ = preferences::remove(&preference(key));
        let key = key.to_owned();
        spawn_local(async move { backup_file::forget(&key).await });
    }
}
