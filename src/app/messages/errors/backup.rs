//! Why a backup file cannot be chosen or written.

/// The user closed the file chooser.
pub const NOT_CHOSEN: &str = "no file was chosen";
/// The browser does not let the page write to it.
pub const REFUSED: &str =
    "the browser no longer lets the page write to it. Try again and allow it, or choose another file";
/// The file does not exist any more.
pub const GONE: &str =
    "it does not exist any more: it, or its folder, was moved, renamed or deleted. Choose a file again";
/// The disk is full.
pub const FULL: &str = "there is no space left on its disk. Free some space and try again, or choose another file";
/// Another program uses the file.
pub const BUSY: &str = "another program is using it. Close that program and try again, or choose another file";

/// Any other reason, in the words of the browser.
pub fn other(reason: &str) -> String {
    format!("{reason}. Try again, or choose another file")
}
