//! Stores lists of files between the event that received them and the code that reads them. Actions are plain data, so
//! they contain the number of a list instead of `File` objects.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use web_sys::{DataTransfer, File, FileList, FileSystemDirectoryEntry};

use super::files::files_of;
use super::folders::folders_of;

thread_local! {
    static LISTS: RefCell<HashMap<u32, Vec<File>>> = RefCell::default();
    /// The folders that were dropped with the files of a list.
    static FOLDERS: RefCell<HashMap<u32, Vec<FileSystemDirectoryEntry>>> = RefCell::default();
    static LAST: Cell<u32> = const { Cell::new(0) };
}

fn keep(files: Vec<File>) -> u32 {
    let number = LAST.get() + 1;
    LAST.set(number);
    LISTS.with_borrow_mut(|lists| lists.insert(number, files));
    number
}

/// Stores the files of a list until they are taken; returns the number of the list.
pub fn keep_files(list: &FileList) -> u32 {
    keep((0..list.length()).filter_map(|index| list.get(index)).collect())
}

/// Stores the files and folders that are dropped until they are taken; returns the number of their list.
pub fn keep_dropped(transfer: &DataTransfer) -> u32 {
    let folders = folders_of(transfer);
    let mut files = transfer.files().map(|list| files_of(&list)).unwrap_or_default();
    // A folder is in the list of files too, as a file that cannot be read.
    files.retain(|file| folders.iter().all(|folder| folder.name() != file.name()));
    let number = keep(files);
    if !folders.is_empty() {
        FOLDERS.with_borrow_mut(|all| all.insert(number, folders));
    }
    number
}

/// Removes and returns the folders of a list.
pub fn take_folders(number: u32) -> Vec<FileSystemDirectoryEntry> {
    FOLDERS.with_borrow_mut(|all| all.remove(&number)).unwrap_or_default()
}

/// Removes and returns the files of a list; none if they were taken before.
pub fn take_files(number: u32) -> Vec<File> {
    LISTS.with_borrow_mut(|lists| lists.remove(&number)).unwrap_or_default()
}

/// Stores a file until it is taken; returns its number, which is at least 1. Its content is not in memory.
pub fn keep_file(file: File) -> u32 {
    keep(vec![file])
}

/// The file of a number, unless it was taken.
pub fn file(number: u32) -> Option<File> {
    LISTS.with_borrow(|lists| lists.get(&number)?.first().cloned())
}
