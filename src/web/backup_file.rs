//! Backup files (File System Access API): the user picks a file once. Its handle is stored, and the file is rewritten
//! with each backup. The bindings are declared here, because those of `web-sys` are unstable.

use idb::{Database, Factory, ObjectStore, ObjectStoreParams, Query, TransactionMode};
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

/// The database of file handles. A separate one, so that the version of the project database need not change.
const DATABASE: &str = "crossread-backups";
/// The object store. Key: the key of the project. Value: the handle of its file.
const FILES: &str = "files";

#[wasm_bindgen]
extern "C" {
    /// The handle of a file that the user picked (`FileSystemFileHandle`).
    #[derive(Clone)]
    pub type BackupFile;

    /// The name of the file, without its folder.
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
    /// The browser does not allow the page to write to the file.
    Refused,
    /// The file does not exist any more.
    Gone,
    /// The disk is full.
    Full,
    /// Another program has locked the file.
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

/// Whether the browser has the File System Access API.
pub fn available() -> bool {
    Reflect::has(&js_sys::global(), &"showSaveFilePicker".into()).unwrap_or_default()
}

/// Shows the file picker, so that the user can choose a new file or one to replace. `suggested` is a file name,
/// `file_type` the description of the file type.
///
/// # Errors
/// When no file was chosen, or the browser does not allow the page to write to it.
pub async fn pick(suggested: &str, file_type: &str) -> Result<BackupFile, FileError> {
    let (options, kind, accept) = (Object::new(), Object::new(), Object::new());
    let extensions: Array = [".json"].into_iter().map(JsValue::from).collect();
    Reflect::set(&accept, &"application/json".into(), &extensions)?;
    Reflect::set(&kind, &"description".into(), &file_type.into())?;
    Reflect::set(&kind, &"accept".into(), &accept)?;
    Reflect::set(&options, &"types".into(), &Array::of1(&kind))?;
    Reflect::set(&options, &"suggestedName".into(), &suggested.into())?;
    // With an id, the browser opens the folder that was chosen last time.
    Reflect::set(&options, &"id".into(), &"backup".into())?;
    let window: PickingWindow = js_sys::global().unchecked_into();
    Ok(window.show_save_file_picker(&options).await?.unchecked_into())
}

impl BackupFile {
    /// Whether the page may write to the file without asking the user.
    pub async fn is_allowed(&self) -> bool {
        is_granted(self.query_permission(&write_mode()).await)
    }

    /// Asks the user for permission to write; returns whether it is granted. Needs a user gesture.
    pub async fn ask(&self) -> bool {
        self.is_allowed().await || is_granted(self.request_permission(&write_mode()).await)
    }

    /// Replaces the content of the file atomically.
    ///
    /// # Errors
    /// When writing fails; the file is then unchanged.
    pub async fn replace(&self, bytes: &[u8]) -> Result<(), FileError> {
        let writable: Writable = self.create_writable().await?.unchecked_into();
        let written = writable.write(&Uint8Array::from(bytes)).await;
        if let Err(error) = written {
            // Discards what was written so far. If that fails, the browser discards it when the page closes.
            let _ = writable.abort().await;
            return Err(error.into());
        }
        // Closing replaces the content of the file.
        writable.close().await?;
        Ok(())
    }
}

fn write_mode() -> Object {
    let how = Object::new();
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&how, &"mode".into(), &"readwrite".into());
    how
}

/// Whether permission is granted. In a browser without the permission methods (`TypeError`), the page just tries to
/// write.
fn is_granted(answer: Result<JsValue, JsValue>) -> bool {
    answer.map_or_else(|error| error.is_instance_of::<js_sys::TypeError>(), |answer| answer == "granted")
}

/// The stored handle of the backup file of a project.
pub async fn recall(key: &str) -> Option<BackupFile> {
    let (_database, files) = open(TransactionMode::ReadOnly).await.ok()?;
    Some(files.get(Query::Key(key.into())).ok()?.await.ok()??.unchecked_into())
}

/// Stores the handle of the backup file of a project; returns whether that succeeded.
pub async fn remember(key: &str, file: &BackupFile) -> bool {
    let Ok((_database, files)) = open(TransactionMode::ReadWrite).await else { return false };
    let Ok(request) = files.put(file, Some(&key.into())) else { return false };
    request.await.is_ok()
}

/// Deletes the stored handle of a project.
pub async fn forget(key: &str) {
    if let Ok((_database, files)) = open(TransactionMode::ReadWrite).await
        && let Ok(request) = files.delete(Query::Key(key.into()))
    {
        let _ = request.await;
    }
}

/// Whether the file is the backup file of another project.
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
            // If the store cannot be created, opening it fails below.
            let _ = database.create_object_store(FILES, ObjectStoreParams::new());
        }
    });
    let database = request.await?;
    let files = database.transaction(&[FILES], mode)?.object_store(FILES)?;
    Ok((database, files))
}
