//! The entry points of the runtime into the part [`Part::Formats`].

use super::Store;
use crate::format::{self, ExportOptions, Exported, Imported, ReadError};
use crate::model::{Project, Timestamp};
use crate::web::entry_points::{EntryPoints, entry_points};
use crate::web::parts::{self, Part};

/// The entry points.
pub(super) struct Formats {
    /// Writes a project in the format of a name.
    pub(super) export: fn(&Project, &str, ExportOptions) -> Option<Exported>,
    /// The name of the format of a file, by its name and its beginning; `None` if no format recognises it.
    pub(super) recognise: fn(&str, &[u8]) -> Option<&'static str>,
    /// Reads the file of a script: the name of the format, its name and content, and the time of its records.
    pub(super) import: fn(&str, &str, &[u8], Timestamp) -> Result<Imported, ReadError>,
    /// Whether a file belongs to the files of this format that have these names, though it is not recognised itself.
    pub(super) goes_with: fn(&str, &str, &[&str]) -> bool,
}

static FORMATS: Formats = Formats {
    export: |project, name, options| Some(format::find(name)?.export(project, options)),
    recognise: |name, head| format::recognise(name, head).map(|format| format.name()),
    import: format::import_as,
    goes_with: |format, name, others| format::find(format).is_some_and(|format| format.goes_with(name, others)),
};

entry_points!(Formats, Formats, &FORMATS, install_formats);

impl Store {
    /// Does something with the entry points, at once or when the part is there. Requests it.
    pub(super) fn with_formats(act: impl FnOnce(&'static Formats) + 'static) {
        Formats::with(act);
    }

    /// The entry points. If the part is not there yet, the page is blocked until it is; `None` if it does not come.
    pub(super) fn require_formats() -> Option<&'static Formats> {
        parts::require(Part::Formats);
        Formats::now()
    }

    /// The entry points, when the part is there.
    pub(super) async fn formats() -> Option<&'static Formats> {
        parts::request(Part::Formats);
        parts::wait(Part::Formats).await;
        Formats::now()
    }
}
