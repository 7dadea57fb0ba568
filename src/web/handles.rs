//! Files between the event that brought them and the code that reads them: an action contains a number, because files
//! of the browser have no place in the state.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use web_sys::{File, FileList};

thread_local! {
    static LISTS: RefCell<HashMap<u32, Vec<File>>> = RefCell::default();
    static FILES: RefCell<HashMap<u32, File>> = RefCell::default();
    static LAST: Cell<u32> = const { Cell::new(0) };
}

fn next() -> u32 {
    let number = LAST.get() + 1;
    LAST.set(number);
    number
}

/// Stores the files of a list until they are taken; returns their number.
pub fn keep_files(list: &FileList) -> u32 {
    let number = next();
    let files = (0..list.length()).filter_map(|index| list.get(index)).collect();
    LISTS.with_borrow_mut(|lists| lists.insert(number, files));
    number
}

/// Takes the files of a number, in the order of their list; none if they were taken before.
pub fn take_files(number: u32) -> Vec<File> {
    LISTS.with_borrow_mut(|lists| lists.remove(&number)).unwrap_or_default()
}

/// Stores a file until it is released; returns its number, which is at least 1. Its content is not in memory.
pub fn keep_file(file: File) -> u32 {
    let number = next();
    FILES.with_borrow_mut(|files| files.insert(number, file));
    number
}

/// The file of a number, unless it was released.
pub fn file(number: u32) -> Option<File> {
    FILES.with_borrow(|files| files.get(&number).cloned())
}

/// Forgets files.
pub fn release_files(numbers: &[u32]) {
    FILES.with_borrow_mut(|files| files.retain(|number, _| !numbers.contains(number)));
}
