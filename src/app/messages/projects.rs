//! Texts about saved projects: their list, a new project, and what was done with them.

use super::text::{counted, quoted};
use crate::format::ProjectInfo;
use crate::text::isolated;

/// The title of a saved project.
pub fn title(info: &ProjectInfo) -> &str {
    if info.is_damaged() { DAMAGED_ENTRY } else { &info.title }
}

/// Heading of the list.
pub const HEADING: &str = "Projects";
/// Button, and heading of its dialog.
pub const NEW: &str = "New project";
/// Button.
pub const ADD_FILE: &str = "Add a file to this project…";
/// The list.
pub const SAVED: &str = "Saved projects";
/// The list of deleted projects.
pub const DELETED: &str = "Deleted projects";
/// The browser stores nothing.
pub const NO_STORAGE: &str = "This browser stores nothing for this page, so there are no saved projects.";
/// Button.
pub const OPEN: &str = "Open";
/// Button.
pub const RENAME: &str = "Rename";
/// Button.
pub const DUPLICATE: &str = "Duplicate";
/// Button.
pub const DELETE: &str = "Delete";
/// Button.
pub const RESTORE: &str = "Restore";
/// Button.
pub const DELETE_FOR_GOOD: &str = "Delete for good";
/// Field.
pub const NEW_TITLE: &str = "New title";
/// Field of a new project.
pub const TITLE: &str = "Title";
/// Select of a new project: the schema it begins with.
pub const LABELS: &str = "Labels";
/// Check box of a new project.
pub const WITH_SAMPLES: &str = " Begin with the three sample articles";
/// What becomes of the open project.
pub const OPEN_ONE_STAYS: &str = "The project that is open now stays in the list of saved projects.";
/// Button.
pub const CREATE: &str = "Create project";

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

/// The heading of the list of deleted projects.
pub fn deleted_count(count: usize) -> String {
    format!("Deleted ({count})")
}

/// What is in a saved project, and when it was saved.
pub fn facts(articles: usize, tags: usize, saved: &str, is_open: bool) -> String {
    let (articles, tags) = (counted(articles, "article", "articles"), counted(tags, "tag", "tags"));
    let open = if is_open { "open now · " } else { "" };
    format!("{open}{articles} · {tags} · saved {saved}")
}

/// Button.
pub fn open(title: &str) -> String {
    format!("Open {title}")
}

/// Button.
pub fn rename(title: &str) -> String {
    format!("Rename {title}")
}

/// Button.
pub fn duplicate(title: &str) -> String {
    format!("Duplicate {title}")
}

/// Button.
pub fn delete(title: &str) -> String {
    format!("Delete {title}")
}

/// Button.
pub fn restore(title: &str) -> String {
    format!("Restore {title}")
}

/// Button.
pub fn delete_for_good(title: &str) -> String {
    format!("Delete {} for good", isolated(title))
}
