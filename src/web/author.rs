//! Who works at this browser, as far as they said.

use std::cell::RefCell;

use super::preferences;

/// The preference that holds the name.
const NAME: &str = "name";

thread_local! {
    /// Kept here too, because the storage may be blocked, and is slower to ask.
    static CURRENT: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The name; empty where nobody said.
pub fn name() -> String {
    CURRENT.with_borrow_mut(|current| current.get_or_insert_with(|| preferences::get(NAME).unwrap_or_default()).clone())
}

/// Says who works here from now on.
pub fn set(name: &str) {
    CURRENT.set(Some(name.to_owned()));
    // Where it cannot be kept, it has to be said again at the next visit.
    let _ = preferences::set(NAME, name);
}
