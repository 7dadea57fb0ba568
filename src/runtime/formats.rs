//! The entry points of the runtime into the part [`Part::Formats`].

use std::pin::Pin;
use std::rc::Rc;

use super::Store;
use crate::format::{self, ExportOptions, ExportWriter, Exported, Imported, ReadError};
use crate::model::{Project, Timestamp};
use crate::web::bytes::JsParts;
use crate::web::entry_points::{EntryPoints, entry_points};
use crate::web::parts::{self, Part};
use crate::web::turn::Slices;

/// A file that is being written in slices: the file without its bytes, and these; `None` if that was cancelled.
type Writing = Pin<Box<dyn Future<Output = Option<(Exported, JsParts)>>>>;
/// Gets how much of a file is written, from 0 to 1, if it is known. Says whether to go on.
type GoOn = Box<dyn Fn(Option<f64>) -> bool>;

/// The entry points.
pub(super) struct Formats {
    /// Writes a project in the format of a name.
    pub(super) export: fn(&Project, &str, ExportOptions) -> Option<Exported>,
    /// The same in slices.
    pub(super) export_in_slices: fn(Rc<Project>, &'static str, ExportOptions, GoOn) -> Writing,
    /// The name of the format of a file, by its name and its beginning; `None` if no format recognises it.
    pub(super) recognise: fn(&str, &[u8]) -> Option<&'static str>,
    /// Reads the file of a script: the name of the format, its name and content, and the time of its records.
    pub(super) import: fn(&str, &str, &[u8], Timestamp) -> Result<Imported, ReadError>,
    /// Whether a file belongs to the files of this format that have these names, though it is not recognised itself.
    pub(super) goes_with: fn(&str, &str, &[&str]) -> bool,
}

static FORMATS: Formats = Formats {
    export: |project, name, options| Some(format::find(name)?.export(project, options)),
    export_in_slices: |project, name, options, go_on| Box::pin(write(project, name, options, go_on)),
    recognise: |name, head| format::recognise(name, head).map(|format| format.name()),
    import: format::import_as,
    goes_with: |format, name, others| format::find(format).is_some_and(|format| format.goes_with(name, others)),
};

entry_points!(Formats, Formats, &FORMATS, install_formats);

async fn write(project: Rc<Project>, name: &str, options: ExportOptions, go_on: GoOn) -> Option<(Exported, JsParts)> {
    let format = format::find(name)?;
    let (mut parts, mut slices) = (JsParts::default(), Slices::default());
    let mut writer = ExportWriter::new(format.mime(options), format.parts(&project, options), &project.title);
    while writer.step() {
        parts.push(&writer.take());
        if slices.is_over() {
            if !go_on(writer.progress()) {
                return None;
            }
            slices.pause().await;
        }
    }
    parts.push(&writer.take());
    let mut dropped = Vec::new();
    for some in format.dropped_steps(&project, options) {
        format::add_dropped(&mut dropped, some);
        if slices.is_over() {
            if !go_on(None) {
                return None;
            }
            slices.pause().await;
        }
    }
    Some((Exported { name: writer.name(), mime: writer.mime(), bytes: Vec::new(), dropped }, parts))
}

impl Store {
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
