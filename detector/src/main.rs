//! The functions that `shell/boot.js` calls. They take and return plain numbers, so that this program needs no script of its own:
//! the page writes the bytes of a text into its memory, and reads the name of their encoding from there.

#![expect(
    unsafe_code,
    reason = "Exporting a function by its name is unsafe: no other may have it. There is no unsafe block."
)]

use std::cell::RefCell;

thread_local! {
    /// The bytes of a text, which the name of their encoding replaces.
    static BYTES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Makes room for a number of bytes.
#[unsafe(no_mangle)]
extern "C" fn resize(length: usize) {
    BYTES.with_borrow_mut(|bytes| bytes.resize(length, 0));
}

/// Where the bytes are in memory, until the next call of another function.
#[unsafe(no_mangle)]
extern "C" fn address() -> *mut u8 {
    BYTES.with_borrow_mut(Vec::as_mut_ptr)
}

/// Guesses the encoding of the bytes, with which the text ends or not, and replaces them by its name. Returns their new number.
#[unsafe(no_mangle)]
extern "C" fn guess(is_end: bool) -> usize {
    BYTES.with_borrow_mut(|bytes| {
        *bytes = crossread_detector::guess(bytes, is_end).into();
        bytes.len()
    })
}

fn main() {}
