//! Why the browser's storage cannot save or load a project.

/// The browser does not let this page store anything.
pub const REFUSED: &str = "this browser does not let the page store anything, as in some private windows or with site \
                           data blocked. Nothing is saved: export your work before closing the page, or allow site data \
                           and reload";
/// The storage is full.
pub const QUOTA: &str = "the browser's storage is full, and the last change is not saved. Export your work, then delete \
                         projects or free space on the disk";
/// Another tab has an older version of the program open.
pub const BLOCKED: &str = "another tab has an older version of Crossread open, and nothing is saved here. Close that tab, \
                           then reload this one; export first what you did here";
/// A newer version of the program wrote the projects.
pub const NEWER: &str = "the saved projects were written by a newer version of Crossread, and nothing is saved here. \
                         Reload the page to get that version; export first what you did here";
/// Another tab has changed the project.
pub const OTHER_TAB: &str = "the project was changed in another tab, so that this tab's last changes cannot be saved. \
                             Export them if you need them, then reload this tab";
/// The project or the database does not exist any more.
pub const GONE: &str = "the saved project was deleted or the storage was closed while it was open here. Export your work, \
                        then reload the page";
/// The storage returned other bytes than were written.
pub const NOT_AS_WRITTEN: &str = "it returned other bytes than were written";
/// Another program made the database.
pub const FOREIGN: &str = "its database was not made by this program";

/// Any other reason, in the words of the browser.
pub fn failed(reason: &str) -> String {
    format!("the browser's storage failed: {reason}. Export your work, then reload the page")
}

/// The browser does not let the page store settings.
pub const NO_SETTINGS: &str =
    "this browser does not let the page store settings; allow site data for it, or set this again each time";
