//! Opening the database, and noticing when the browser closes it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use idb::event::VersionChangeEvent;
use idb::request::OpenDatabaseRequest;
use idb::{Database, DatabaseEvent as _, Factory, ObjectStoreParams, Request as _};
use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::IdbDatabase;

use super::StorageError;
use super::stores::{JOURNAL, NAME, PROJECTS, SNAPSHOTS, VERSION};

/// The open database.
pub(super) struct Connection {
    pub(super) raw: IdbDatabase,
    /// Keeps the callbacks of the connection's end alive.
    _database: Database,
    pub(super) end: Rc<End>,
}

/// Whether the connection has ended, and who wants to know.
#[derive(Default)]
pub(super) struct End {
    pub(super) reached: Cell<bool>,
    pub(super) listener: RefCell<Option<Box<dyn FnOnce()>>>,
}

impl End {
    fn reach(&self) {
        self.reached.set(true);
        let listener = self.listener.borrow_mut().take();
        if let Some(listener) = listener {
            listener();
        }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.raw.close();
    }
}

pub(super) async fn open() -> Result<Connection, StorageError> {
    let factory = Factory::new().map_err(|_| StorageError::Refused)?;
    let mut request = factory.open(NAME, Some(VERSION)).map_err(|error| match error {
        idb::Error::IndexedDbOpenFailed(thrown) => StorageError::while_opening(&thrown),
        other => other.into(),
    })?;
    request.on_upgrade_needed(|event| create_stores(&event));
    let blocked = answer(&mut request).await?;
    if blocked {
        close_when_it_comes(request);
        return Err(StorageError::Blocked);
    }
    if let Ok(Some(error)) = request.error() {
        return Err(StorageError::while_opening(&error));
    }
    let database = request.database()?;
    let names = database.store_names();
    let connection = connect(database.into());
    let complete = [PROJECTS, SNAPSHOTS, JOURNAL].iter().all(|name| names.iter().any(|other| other == name));
    complete.then_some(connection).ok_or(StorageError::Foreign)
}

/// A store that cannot be made is found missing when the database is open. What an older version of the program wrote
/// stays as it is until its project is opened.
fn create_stores(event: &VersionChangeEvent) {
    if let Ok(database) = event.database() {
        let there = database.store_names();
        for name in [PROJECTS, SNAPSHOTS, JOURNAL].into_iter().filter(|name| there.iter().all(|one| one != name)) {
            let _ = database.create_object_store(name, ObjectStoreParams::new());
        }
    }
}

/// Waits until the request has succeeded or failed (`false`), or is blocked by another tab (`true`).
async fn answer(request: &mut OpenDatabaseRequest) -> Result<bool, StorageError> {
    let promise = Promise::new(&mut |resolve, _reject| {
        let tell = |resolve: Function, blocked: bool| {
            move || {
                // Resolving a promise throws nothing.
                let _ = resolve.call1(&JsValue::UNDEFINED, &blocked.into());
            }
        };
        let (succeeded, failed, blocked) =
            (tell(resolve.clone(), false), tell(resolve.clone(), false), tell(resolve, true));
        request.on_success(move |_| succeeded());
        request.on_error(move |_| failed());
        request.on_blocked(move |_| blocked());
    });
    let blocked = JsFuture::from(promise).await.map_err(|error| StorageError::from_js(&error))?;
    Ok(blocked.is_truthy())
}

/// A blocked request may succeed long after it was given up; its connection must then not block others in turn.
fn close_when_it_comes(mut request: OpenDatabaseRequest) {
    request.on_success(|event| {
        if let Ok(database) = event.database() {
            database.close();
        }
    });
    request.forget_callbacks();
}

fn connect(raw: IdbDatabase) -> Connection {
    let end = Rc::new(End::default());
    let mut database = Database::from(raw.clone());
    database.on_version_change({
        let (raw, end) = (raw.clone(), end.clone());
        move |_| {
            raw.close();
            end.reach();
        }
    });
    database.on_close({
        let end = end.clone();
        move |_| end.reach()
    });
    Connection { raw, _database: database, end }
}
