//! Opens the database, and detects when the browser closes it.

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
    /// Keeps the callbacks alive that report the closing of the connection.
    _database: Database,
    pub(super) closing: Rc<Closing>,
}

/// Whether the connection is closed, and the callback for that.
#[derive(Default)]
pub(super) struct Closing {
    pub(super) is_closed: Cell<bool>,
    pub(super) listener: RefCell<Option<Box<dyn FnOnce()>>>,
}

impl Closing {
    fn close(&self) {
        self.is_closed.set(true);
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
    let blocked = wait(&mut request).await?;
    if blocked {
        close_on_success(request);
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

/// Creates the missing object stores. Errors are detected when the database is open. Records of older versions are
/// converted when their project is opened.
fn create_stores(event: &VersionChangeEvent) {
    if let Ok(database) = event.database() {
        let existing = database.store_names();
        for name in [PROJECTS, SNAPSHOTS, JOURNAL].into_iter().filter(|name| existing.iter().all(|one| one != name)) {
            let _ = database.create_object_store(name, ObjectStoreParams::new());
        }
    }
}

/// Waits until the request succeeds or fails (`false`), or is blocked by another tab (`true`).
async fn wait(request: &mut OpenDatabaseRequest) -> Result<bool, StorageError> {
    let promise = Promise::new(&mut |resolve, _reject| {
        let resolver = |resolve: Function, blocked: bool| {
            move || {
                // Resolving a promise cannot throw.
                let _ = resolve.call1(&JsValue::UNDEFINED, &blocked.into());
            }
        };
        let (succeeded, failed, blocked) =
            (resolver(resolve.clone(), false), resolver(resolve.clone(), false), resolver(resolve, true));
        request.on_success(move |_| succeeded());
        request.on_error(move |_| failed());
        request.on_blocked(move |_| blocked());
    });
    let blocked = JsFuture::from(promise).await.map_err(|error| StorageError::from_js(&error))?;
    Ok(blocked.is_truthy())
}

/// A blocked request may succeed later. Its connection is then closed, so that it does not block other tabs.
fn close_on_success(mut request: OpenDatabaseRequest) {
    request.on_success(|event| {
        if let Ok(database) = event.database() {
            database.close();
        }
    });
    request.forget_callbacks();
}

fn connect(raw: IdbDatabase) -> Connection {
    let closing = Rc::new(Closing::default());
    let mut database = Database::from(raw.clone());
    database.on_version_change({
        let (raw, closing) = (raw.clone(), closing.clone());
        move |_| {
            raw.close();
            closing.close();
        }
    });
    database.on_close({
        let closing = closing.clone();
        move |_| closing.close()
    });
    Connection { raw, _database: database, closing }
}
