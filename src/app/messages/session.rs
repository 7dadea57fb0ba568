//! Messages about saving, and about other tabs.

/// What could not be saved is saved now.
pub const SAVED_AGAIN: &str = "All changes are saved again.";
/// This tab edits the project from now on.
pub const EDITED_HERE: &str = "The project is now edited in this tab";
/// Another tab edits the project from now on.
pub const EDITED_ELSEWHERE: &str = "The project is now edited in another tab";
/// The tab that edits the project does not let go of it.
pub const OTHER_TAB_CANNOT_SAVE: &str =
    "The other tab has changes that it cannot save. Go to that tab first, to see what is wrong.";
/// Both tabs have changed the project.
pub const DETACHED: &str = "Another tab has saved other changes to this project. Your changes in this tab are now in a \
                            separate copy of the project.";
