//! Messages about saved projects.

use super::text::quoted;
use crate::text::isolated;

/// The title of a project that nobody has named yet.
pub const UNTITLED: &str = "Untitled project";
/// A project cannot be deleted for good.
pub const OPEN_IN_OTHER_TAB: &str = "The project is open in another tab. Close it there first.";
/// The title in the list of a project whose entry is damaged.
pub const DAMAGED_ENTRY: &str = "A project whose entry in this list is damaged";

/// Another project is open.
pub fn opened(title: &str) -> String {
    format!("Opened the project {}", isolated(title))
}

/// The title of a copy.
pub fn copy_of(title: &str) -> String {
    format!("{title} (copy)")
}

/// The title of the copy that this tab goes on with, after another tab has saved other changes.
pub fn copy_of_tab(title: &str) -> String {
    format!("{title} (this tab’s copy)")
}

/// A project was moved to the deleted ones.
pub fn deleted(title: &str) -> String {
    format!("Deleted {}", quoted(title))
}

/// A project was taken back from the deleted ones.
pub fn restored(title: &str) -> String {
    format!("Restored {}", quoted(title))
}

/// A project cannot be changed.
pub fn open_in_other_tab(title: &str) -> String {
    format!("{} is open in another tab. Close it there first.", quoted(title))
}

/// The storage failed while a project was opened.
pub fn cannot_open(reason: &str) -> String {
    format!("The project cannot be opened: {reason}")
}

/// Nothing of a project can be read.
pub fn cannot_open_titled(title: &str, reason: &str) -> String {
    format!("The project {} cannot be opened: {reason}", quoted(title))
}

/// The open project cannot be left, because it is not saved.
pub fn not_saved_stays_open(title: &str, reason: &str) -> String {
    format!("{} is not saved yet, so it stays open: {reason}", quoted(title))
}

/// The open project cannot be left, because it is in memory only.
pub fn in_memory_stays_open(title: &str) -> String {
    format!("{} is in memory only, so it stays open. Export it first.", quoted(title))
}

/// A damaged project could not be written whole again.
pub fn not_repaired(reason: &str) -> String {
    format!("The repaired project could not be written: {reason}")
}

/// For the console: a snapshot could not be made, which is not needed now.
pub fn no_snapshot(reason: &str) -> String {
    format!("No snapshot was made: {reason}")
}
