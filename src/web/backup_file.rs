//! Backup files (File System Access): the user picks a file once; its handle is stored, and the file is rewritten
//! again and again. The bindings are our own: those of `web-sys` are not stable.

use idb::{Database, Factory, ObjectStore, ObjectStoreParams, Query, TransactionMode};
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

/// A separate database, so that the version of the project database does not change.
const DATABASE: &str = "crossread-backups";
/// Key: the project's. Value: the handle of its file.
const FILES: &str = "files";

#[wasm_bindgen]
extern "C" {
    /// A file that a user picked to be written to.
    #[derive(Clone)]
    pub type BackupFile;

    /// What it is called, without its folder.
    #[wasm_bindgen(method, getter)]
    pub fn name(this: &BackupFile) -> String;

    #[wasm_bindgen(method, catch, js_name = queryPermission)]
    async fn query_permission(this: &BackupFile, how: &Object) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = requestPermission)]
    async fn request_permission(this: &BackupFile, how: &Object) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = isSameEntry)]
    async fn is_same_entry(this: &BackupFile, other: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = createWritable)]
    async fn create_writable(this: &BackupFile) -> Result<JsValue, JsValue>;

    type Writable;

    #[wasm_bindgen(method, catch)]
    async fn write(this: &Writable, bytes: &Uint8Array) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn close(this: &Writable) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn abort(this: &Writable) -> Result<JsValue, JsValue>;

    type PickingWindow;

    #[wasm_bindgen(method, catch, js_name = showSaveFilePicker)]
    async fn show_save_file_picker(this: &PickingWindow, options: &Object) -> Result<JsValue, JsValue>;
}

/// Why a file could not be picked or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// The user closed the file picker.
    NotChosen,
    /// The browser does not let the page write to it.
    Refused,
    /// It does not exist any more.
    Gone,
    /// There is no room left.
    Full,
    /// Another program has locked it.
    Busy,
    /// Any other reason, as the browser gives it.
    Other(Option<String>),
}

impl From<JsValue> for FileError {
    fn from(thrown: JsValue) -> Self {
        let name = Reflect::get(&thrown, &"name".into()).ok().and_then(|name| name.as_string());
        match name.as_deref().unwrap_or_default() {
            "AbortError" => Self::NotChosen,
            "NotAllowedError" | "SecurityError" => Self::Refused,
            "NotFoundError" => Self::Gone,
            "QuotaExceededError" => Self::Full,
            "NoModificationAllowedError" | "InvalidStateError" => Self::Busy,
            _ => Self::Other(super::reason(&thrown)),
        }
    }
}

/// Whether the browser lets the page write to files at all.
pub fn available() -> bool {
    Reflect::has(&js_sys::global(), &"showSaveFilePicker".into()).unwrap_or_default()
}

/// Lets the user choose a file, new or to be replaced: the browser asks before that. `file_type` names the type of file in the
/// file chooser.
///
/// # Errors
/// When none was chosen, or the browser does not let the page write to it.
pub async fn pick(suggested: &str, file_type: &str) -> Result<BackupFile, FileError> {
    let (options, kind, accept) = (Object::new(), Object::new(), Object::new());
    let extensions: Array = [".json"].into_iter().map(JsValue::from).collect();
    Reflect::set(&accept, &"application/json".into(), &extensions)?;
    Reflect::set(&kind, &"description".into(), &file_type.into())?;
    Reflect::set(&kind, &"accept".into(), &accept)?;
    Reflect::set(&options, &"types".into(), &Array::of1(&kind))?;
    Reflect::set(&options, &"suggestedName".into(), &suggested.into())?;
    // So that the browser opens the folder that was chosen the last time.
    Reflect::set(&options, &"id".into(), &"backup".into())?;
    let window: PickingWindow = js_sys::global().unchecked_into();
    Ok(window.show_save_file_picker(&options).await?.unchecked_into())
}

impl BackupFile {
    /// Whether the page may write to it without asking.
    pub async fn is_allowed(&self) -> bool {
        is_granted(self.query_permission(&writing()).await)
    }

    /// Asks the user for permission to write; needs a click or key press.
    pub async fn ask(&self) -> bool {
        self.is_allowed().await || is_granted(self.request_permission(&writing()).await)
    }

    /// Replaces the content of the file atomically.
    ///
    /// # Errors
    /// When that fails; the file is then unchanged.
    pub async fn replace(&self, bytes: &[u8]) -> Result<(), FileError> {
        let writable: Writable = self.create_writable().await?.unchecked_into();
        let written = writable.write(&Uint8Array::from(bytes)).await;
        if let Err(error) = written {
            // What was written so far is thrown away; if even that fails, the browser does so when the page closes.
            let _ = writable.abort().await;
            return Err(error.into());
        }
        // Closing replaces the content of the file.
        writable.close().await?;
        Ok(())
    }
}

fn writing() -> Object {
    let how = Object::new();
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&how, &"mode".into(), &"readwrite".into());
    how
}

/// A browser that has no such question lets the page try.
fn is_granted(answer: Result<JsValue, JsValue>) -> bool {
    answer.map_or_else(|error| error.is_instance_of::<js_sys::TypeError>(), |answer| answer == "granted")
}

/// The file that a project is written to, as far as it is remembered.
pub async fn recall(key: &str) -> Option<BackupFile> {
    let (_database, files) = open(TransactionMode::ReadOnly).await.ok()?;
    Some(files.get(Query::Key(key.into())).ok()?.await.ok()??.unchecked_into())
}

/// Remembers the file that a project is written to, in the place of what was remembered; whether that is possible.
pub async fn remember(key: &str, file: &BackupFile) -> bool {
    let Ok((_database, files)) = open(TransactionMode::ReadWrite).await else { return false };
    let Ok(request) = files.put(file, Some(&key.into())) else { return false };
    request.await.is_ok()
}

/// Forgets the file of a project.
pub async fn forget(key: &str) {
    if let Ok((_database, files)) = open(TransactionMode::ReadWrite).await
        && let Ok(request) = files.delete(Query::Key(key.into()))
    {
        let _ = request.await;
    }
}

/// Whether another project is written to this file.
pub async fn is_used_by_another(key: &str, file: &BackupFile) -> bool {
    for (other, handle) in all().await.unwrap_or_default() {
        if other != key && file.is_same_entry(&handle).await.is_ok_and(|same| same.is_truthy()) {
            return true;
        }
    }
    false
}

async fn all() -> Result<Vec<(JsValue, JsValue)>, idb::Error> {
    let (_database, files) = open(TransactionMode::ReadOnly).await?;
    let keys = files.get_all_keys(None, None)?.await?;
    let handles = files.get_all(None, None)?.await?;
    Ok(keys.into_iter().zip(handles).collect())
}

/// The connection is closed when it is garbage-collected.
async fn open(mode: TransactionMode) -> Result<(Database, ObjectStore), idb::Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        use idb::DatabaseEvent;
        if let Ok(database) = event.database() {
            // A store that cannot be made is found missing below.
            let _ = database.create_object_store(FILES, ObjectStoreParams::new());
        }
    });
    let database = request.await?;
    let files = database.transaction(&[FILES], mode)?.object_store(FILES)?;
    Ok((database, files))
}
