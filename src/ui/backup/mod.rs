//! Backups of the open project to a file that the person picked, the reminder to export, and what asks the browser to
//! keep what it stores.

mod reminder;
mod section;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;

pub(super) use reminder::exported;
pub(super) use section::Safety;

use super::exporting;
use super::store::{Access, Action, Backup, BackupStage, Notice, State, Store};
use crate::app::messages::formats::PROJECT_FILES;
use crate::edit::StepKind;
use crate::format::{Format as _, file_name, native};
use crate::ui::wording;
use crate::web::backup_file::{self, BackupFile, FileError};
use crate::web::{clock, durability, preferences};

/// How long nothing must have changed before the file is written, in milliseconds.
const PAUSE_MS: f64 = 5_000.0;
/// How long a change waits at most, in milliseconds; and how long after a failure it is tried again.
const LONGEST_MS: f64 = 60_000.0;
/// After so many transactions there is work worth keeping.
const WORTH_KEEPING: usize = 5;
/// The preference that holds whether the browser was asked to keep what it stores: some ask the person in turn.
const ASKED: &str = "persist";

/// What goes on between the store and the file.
#[derive(Default)]
pub(super) struct Backups {
    target: RefCell<Option<Rc<Target>>>,
    reminder: reminder::Reminder,
    asked: Cell<bool>,
}

/// The file of one project, and what waits to be written to it.
struct Target {
    key: String,
    file: BackupFile,
    /// The project as it is to be written: another one may be open by then.
    waiting: RefCell<Option<Rc<State>>>,
    /// Since when something waits.
    since: Cell<u64>,
    writing: Cell<bool>,
    timer: RefCell<Option<Timeout>>,
    /// Whether the browser may be asked to write: not before the person has let it.
    allowed: Cell<bool>,
}

/// Looks at what is done from now on.
pub(super) fn watch(store: &Store) -> EventListener {
    let watching = store.clone();
    store.subscribe(move |step| {
        // The tab that edits the project backs it up.
        if watching.state().access != Access::Writing {
            return;
        }
        changed(&watching);
        if step.kind != StepKind::Load {
            reminder::worked(&watching);
            if watching.state().editor.history().done_count() >= WORTH_KEEPING {
                worth_keeping(&watching);
            }
        }
    });
    let store = store.clone();
    let document = gloo::utils::document();
    EventListener::new(&document.clone(), "visibilitychange", move |_| {
        if let Some(target) = target_of(&store).filter(|_| document.hidden()) {
            write(&store, &target);
        }
    })
}

/// Another project is open: what its predecessor's file lacks is written, and its own file is looked for.
pub(super) fn opened(store: &Store) {
    let before = store.backups().target.take();
    if let Some(before) = before {
        write(store, &before);
    }
    show(store, None);
    reminder::opened(store);
    let key = store.state().key.clone();
    let Some(name) = preferences::get(&marker(&key)) else { return };
    let store = store.clone();
    spawn_local(async move {
        let file = backup_file::recall(&key).await;
        if store.state().key != key || target_of(&store).is_some() {
            return;
        }
        let Some(file) = file else {
            let reason = sentence(&name, &FileError::Gone);
            return show(&store, Some(Backup { name, at: None, stage: BackupStage::Failed(reason) }));
        };
        let allowed = file.is_allowed().await;
        if store.state().key == key {
            aim(&store, file, allowed);
        }
    });
}

fn marker(key: &str) -> String {
    format!("backup.{key}")
}

fn target_of(store: &Store) -> Option<Rc<Target>> {
    store.backups().target.borrow().clone()
}

fn show(store: &Store, backup: Option<Backup>) {
    if store.state().backup != backup {
        store.dispatch(Action::Backup(backup));
    }
}

fn stage(store: &Store, target: &Target, stage: BackupStage) {
    let at = store.state().backup.as_ref().and_then(|backup| backup.at.clone());
    let at = if stage == BackupStage::Running { Some(clock::now()) } else { at };
    show(store, Some(Backup { name: target.file.name(), at, stage }));
}

fn is_current(store: &Store, target: &Rc<Target>) -> bool {
    target_of(store).is_some_and(|current| Rc::ptr_eq(&current, target))
}

fn sentence(name: &str, error: &FileError) -> String {
    format!("The project could not be written to “{name}”: {}.", wording::backup_error(error))
}

/// Writes the open project to this file from now on, beginning at once if the browser lets it.
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
    *store.backups().target.borrow_mut() = Some(target.clone());
    if allowed {
        show(store, Some(Backup { name: target.file.name(), at: None, stage: BackupStage::Running }));
        write(store, &target);
    } else {
        stage(store, &target, BackupStage::Paused);
    }
}

/// The open project has changed: that is written once nothing has changed for a while, but not too late.
fn changed(store: &Store) {
    let Some(target) = target_of(store) else { return };
    let state = store.state();
    if state.key != target.key {
        return;
    }
    *target.waiting.borrow_mut() = Some(state);
    if target.since.get() == 0 {
        target.since.set(clock::millis());
    }
    if target.allowed.get() {
        let waited = clock::millis().saturating_sub(target.since.get()) as f64;
        write_after(store, &target, (LONGEST_MS - waited).clamp(0.0, PAUSE_MS));
    }
}

fn write_after(store: &Store, target: &Rc<Target>, wait: f64) {
    let (store, due) = (store.clone(), target.clone());
    *target.timer.borrow_mut() = Some(Timeout::new(wait as u32, move || write(&store, &due)));
}

/// Writes what waits; never two at once, for the file would be that of who ends last.
fn write(store: &Store, target: &Rc<Target>) {
    if target.writing.get() || !target.allowed.get() {
        return;
    }
    let waiting = target.waiting.take();
    let Some(state) = waiting else { return };
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
    let more = target.waiting.borrow().is_some();
    reminder::kept(store, &target.key, more);
    if is_current(store, target) {
        stage(store, target, BackupStage::Running);
    }
    if more {
        // Its time may have come while the file was being written.
        write_after(store, target, PAUSE_MS);
    }
}

fn not_written(store: &Store, target: &Rc<Target>, state: &Rc<State>, error: &FileError) {
    // What came meanwhile is newer.
    target.waiting.borrow_mut().get_or_insert_with(|| state.clone());
    let reason = sentence(&target.file.name(), error);
    if is_current(store, target) {
        target.allowed.set(*error != FileError::Refused);
        stage(store, target, BackupStage::Failed(reason));
        write_after(store, target, LONGEST_MS);
    } else if preferences::get(&marker(&target.key)).is_some() {
        complain(store, format!("{} The project “{}” was closed meanwhile.", reason, state.project().title));
    }
}

/// Lets the person pick the file that the open project is written to from now on.
pub(super) fn choose(store: &Store) {
    if !backup_file::available() {
        exporting::export(store);
        let text = "This browser does not let a page write to a file again and again. A backup was downloaded instead.";
        return store.dispatch(Action::Notify(Some(Notice { text: text.to_owned(), is_error: false, offer: None })));
    }
    let store = store.clone();
    spawn_local(async move {
        let key = store.state().key.clone();
        let name = file_name(&store.state().project().title, native::Native.extension());
        match backup_file::pick(&name, PROJECT_FILES).await {
            Ok(file) if store.state().key == key => begin(&store, file, &key).await,
            Ok(_) | Err(FileError::NotChosen) => {}
            Err(error) => complain(&store, format!("No backup file could be made: {}.", wording::backup_error(&error))),
        }
    });
}

async fn begin(store: &Store, file: BackupFile, key: &str) {
    let name = file.name();
    if backup_file::is_anothers(key, &file).await {
        let text =
            format!("“{name}” holds the backups of another project, and was left as it is. Choose another file.");
        return complain(store, text);
    }
    stop_writing(store);
    // Where it cannot be remembered, backups end with this visit, and are asked for again.
    if backup_file::remember(key, &file).await {
        let _ = preferences::set(&marker(key), &name);
    }
    aim(store, file, true);
}

/// Goes on with backups, or tries again: a click has led here, so that the browser may ask.
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
            let reason = sentence(&target.file.name(), &FileError::Refused);
            return stage(&store, &target, BackupStage::Failed(reason));
        }
        *target.waiting.borrow_mut() = Some(store.state());
        write(&store, &target);
    });
}

fn stop_writing(store: &Store) {
    if let Some(target) = store.backups().target.take() {
        target.timer.take();
        target.waiting.take();
    }
}

/// Writes the open project to no file any more. The file stays as it is.
pub(super) fn stop(store: &Store) {
    stop_writing(store);
    show(store, None);
    forget_file(&store.state().key);
    store.dispatch(Action::Announce("Backups have ended. The file stays as it is".to_owned()));
}

fn forget_file(key: &str) {
    if preferences::get(&marker(key)).is_some() {
        let _ = preferences::remove(&marker(key));
        let key = key.to_owned();
        spawn_local(async move { backup_file::forget(&key).await });
    }
}

/// Forgets all that is known of a project that was deleted for good.
pub(super) fn forget(key: &str) {
    forget_file(key);
    reminder::forget(key);
}

/// There is work worth keeping: the browser is asked, once, not to clear it when space runs low.
pub(super) fn worth_keeping(store: &Store) {
    if store.backups().asked.replace(true) || preferences::get(ASKED).is_some() {
        return;
    }
    spawn_local(async {
        if durability::look().await.protected == Some(false) {
            let _ = preferences::set(ASKED, "asked");
            durability::protect().await;
        }
    });
}

fn complain(store: &Store, text: String) {
    store.dispatch(Action::Notify(Some(Notice { text, is_error: true, offer: None })));
}
