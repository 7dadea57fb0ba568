//! Stores lists of files between the event that received them and the code that reads them. Actions are plain data, so
//! they contain the number of a list instead of `File` objects.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use web_sys::{File, FileList};

thread_local! {
    static LISTS: RefCell<HashMap<u32, Vec<File>>> = RefCell::default();
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

/// Stores the files of a list until they are taken; returns the number of the list.
pub fn keep_files(list: &FileList) -> u32 {
    let number = NEXT.get();
    NEXT.set(number.wrapping_add(1));
    let files = (0..list.length()).filter_map(|index| list.get(index)).collect();
    LISTS.with_borrow_mut(|lists| lists.insert(number, files));
    number
}

/// Removes and returns the files of a list; none if they were taken before.
pub fn take_files(number: u32) -> Vec<File> {
    LISTS.with_borrow_mut(|lists| lists.remove(&number)).unwrap_or_default()
}
