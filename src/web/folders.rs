//! Folders that are dropped on the page, and the files in them (File and Directory Entries API).

use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry};

/// A property of files that have come from a folder.
const PATH: &str = "crossreadPath";

/// The folders that are dropped. Only in the event itself does the browser say which they are.
pub fn folders_of(transfer: &DataTransfer) -> Vec<FileSystemDirectoryEntry> {
    let items = transfer.items();
    let entries = (0..items.length()).filter_map(|index| items.get(index)?.webkit_get_as_entry().ok().flatten());
    entries.filter(FileSystemEntry::is_directory).map(JsCast::unchecked_into).collect()
}

/// The files in a folder and its folders, at most this number. What the browser cannot read is left out.
pub async fn files_in(folder: FileSystemDirectoryEntry, most: usize) -> Vec<File> {
    let mut folders = vec![folder];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in entries_of(&folder).await {
            if files.len() >= most {
                return files;
            }
            if entry.is_directory() {
                folders.push(entry.unchecked_into());
            } else if let Some(file) = file_of(entry.unchecked_ref()).await {
                // Paths begin with a slash.
                let path = entry.full_path().trim_start_matches('/').to_owned();
                // A property of an ordinary object can be set.
                let _ = Reflect::set(&file, &PATH.into(), &path.into());
                files.push(file);
            }
        }
    }
    files
}

/// A file of these bytes with a path, as those in folders have; `None` if the browser has no memory for it.
pub fn file_with_path(path: &str, bytes: &[u8]) -> Option<File> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let file = File::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)), name).ok()?;
    // A property of an ordinary object can be set.
    let _ = Reflect::set(&file, &PATH.into(), &path.into());
    Some(file)
}

/// The path of a file in the folder or archive with which it was dropped; otherwise its name.
pub fn path_of(file: &File) -> String {
    let path = Reflect::get(file, &PATH.into()).ok().and_then(|path| path.as_string());
    path.unwrap_or_else(|| file.name())
}

async fn entries_of(folder: &FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = folder.create_reader();
    let mut all = Vec::new();
    // A browser gives some at a time, and none at the end.
    loop {
        let some = Promise::new(&mut |done, failed| {
            if reader.read_entries_with_callback_and_callback(&done, &failed).is_err() {
                let _ = done.call1(&JsValue::NULL, &Array::new());
            }
        });
        let some = JsFuture::from(some).await.map(|some| Array::from(&some)).unwrap_or_default();
        if some.length() == 0 {
            return all;
        }
        all.extend(some.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
    }
}

async fn file_of(entry: &FileSystemFileEntry) -> Option<File> {
    let file = Promise::new(&mut |done, failed| entry.file_with_callback_and_callback(&done, &failed));
    JsFuture::from(file).await.ok()?.dyn_into().ok()
}
