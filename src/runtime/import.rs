//! Imports files that the user has chosen or dropped: projects, schemas, and texts for articles.

use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use super::{Store, project_manager, storage_protection, wording};
use crate::app::messages::{errors, files as words};
use crate::app::{Dialog, FilePurpose, ImportedProject, IncomingText, Notice, ProjectAction, ViewAction};
use crate::edit::Editor;
use crate::format::{self, native};
use crate::limits::{FILES, PROJECT_BYTES, TEXT_BYTES};
use crate::text::{Encoding, Text, normalise};
use crate::web::{files, handles};

/// The result of an import.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ImportReport {
    /// The name of the format.
    pub(super) format: &'static str,
    /// The number of articles.
    pub(super) articles: usize,
    /// The number of annotations.
    pub(super) annotations: usize,
    /// The number of relations.
    pub(super) relations: usize,
    /// Warnings for the user.
    pub(super) warnings: Vec<String>,
}

/// The content of a file.
enum Read {
    Project(&'static str, Box<Editor>, Vec<String>),
    Schema(Box<crate::model::Schema>),
}

/// Imports files: opens a project, opens a schema in the schema editor, and opens a dialog for adding texts as
/// articles.
pub(super) fn receive(store: &Store, purpose: FilePurpose, handle: u32) {
    let chosen = handles::take_files(handle);
    match purpose {
        FilePurpose::Schema => chosen.into_iter().take(1).for_each(|file| receive_schema(store, file)),
        FilePurpose::Import | FilePurpose::Articles => receive_any(store, chosen),
    }
}

/// Opens a schema file in the schema editor, which also shows read errors.
fn receive_schema(store: &Store, file: File) {
    let store = store.clone();
    spawn_local(async move {
        let name = file.name();
        let bytes = files::read(&file, PROJECT_BYTES).await.map_err(|error| wording::file_read(&error));
        let schema = bytes.and_then(|bytes| native::read_schema(&bytes).map_err(|error| errors::read(&error)));
        store.dispatch(ViewAction::Open(Some(Dialog::schema_from(&name, schema))));
    });
}

fn receive_any(store: &Store, chosen: Vec<File>) {
    let store = store.clone();
    spawn_local(async move {
        let (mut texts, mut problems) = (Vec::new(), Vec::new());
        if chosen.len() > FILES {
            problems.push(words::too_many_files(chosen.len(), FILES));
        }
        // Limits the total size, so that a folder of large texts does not exhaust the memory.
        let mut room = PROJECT_BYTES;
        for file in chosen.into_iter().take(FILES) {
            let name = file.name();
            match take(&store, &file, &mut room).await {
                Ok(text) => texts.extend(text),
                Err(reason) => problems.push(words::in_file(&name, &reason)),
            }
        }
        if !texts.is_empty() || !problems.is_empty() {
            store.dispatch(ProjectAction::FilesRead(texts, problems));
        }
    });
}

/// Imports one file; returns its text if it is a text file.
async fn take(store: &Store, file: &File, room: &mut usize) -> Result<Option<IncomingText>, String> {
    let name = file.name();
    let most = if has_text_extension(&name) { TEXT_BYTES } else { PROJECT_BYTES };
    let bytes = files::read(file, most).await.map_err(|error| wording::file_read(&error))?;
    *room = room.checked_sub(bytes.len()).ok_or(words::TOO_MUCH_AT_ONCE)?;
    if is_text(&name, &bytes) {
        return incoming_text(&name, &bytes).map(Some);
    }
    match read(&name, &bytes)? {
        Read::Schema(schema) => store.dispatch(ViewAction::Open(Some(Dialog::schema_from(&name, Ok(*schema))))),
        Read::Project(_, editor, warnings) => {
            let message = words::imported(&name, editor.project(), &warnings);
            store.dispatch(ProjectAction::Imported(ImportedProject { editor, message }));
            storage_protection::ask_once(store);
        }
    }
    Ok(None)
}

/// Imports a file for a script: opens a project, or opens a schema in the schema editor.
///
/// # Errors
/// When the file cannot be read, or the open project cannot be closed; with a message. Nothing is changed then.
pub(super) async fn import(store: &Store, name: &str, bytes: &[u8]) -> Result<ImportReport, String> {
    match read(name, bytes)? {
        Read::Schema(schema) => {
            store.dispatch(ViewAction::Open(Some(Dialog::schema_from(name, Ok(*schema)))));
            let (format, warnings) = (native::SCHEMA_FORMAT, Vec::new());
            Ok(ImportReport { format, articles: 0, annotations: 0, relations: 0, warnings })
        }
        Read::Project(format, editor, warnings) => {
            let project = editor.project();
            let report = ImportReport {
                format,
                articles: project.articles().len(),
                annotations: project.annotation_count(),
                relations: project.relations().count(),
                warnings,
            };
            let message = words::imported(name, project, &report.warnings);
            project_manager::adopt(store, *editor).await?;
            storage_protection::ask_once(store);
            store.dispatch(ViewAction::Notify(Some(Notice::info(message))));
            Ok(report)
        }
    }
}

fn read(name: &str, bytes: &[u8]) -> Result<Read, String> {
    if native::is_schema(bytes) {
        let schema = native::read_schema(bytes).map_err(|error| errors::read(&error))?;
        return Ok(Read::Schema(Box::new(schema)));
    }
    let (format, imported) = format::import_any(name, bytes).map_err(|error| errors::read(&error))?;
    let editor = Box::new(Editor::with_history(imported.project, imported.history));
    let warnings = imported.warnings.iter().map(words::import_warning).collect();
    Ok(Read::Project(format.name(), editor, warnings))
}

/// Whether a file is a text, not a project or schema.
fn is_text(name: &str, bytes: &[u8]) -> bool {
    if has_text_extension(name) {
        return true;
    }
    let is_json = extension(name).as_deref() == Some("json");
    !is_json && !native::is_schema(bytes) && format::recognise(name, bytes).is_none()
}

fn has_text_extension(name: &str) -> bool {
    matches!(extension(name).as_deref(), Some("txt" | "text" | "md"))
}

fn extension(name: &str) -> Option<String> {
    name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase())
}

fn incoming_text(name: &str, bytes: &[u8]) -> Result<IncomingText, String> {
    let (decoded, encoding) = files::decode(bytes).map_err(|error| wording::decode(&error))?;
    if decoded.len() > Text::MAX_BYTES {
        return Err(words::text_too_long(Text::MAX_BYTES));
    }
    let normalised = normalise(&decoded);
    if normalised.text.trim().is_empty() {
        return Err(words::NO_TEXT.to_owned());
    }
    let mut remarks = Vec::new();
    if encoding != Encoding::Utf8 {
        remarks.push(words::read_as(encoding));
    }
    if normalised.removed_bom {
        remarks.push(words::BOM_REMOVED.to_owned());
    }
    if normalised.line_ends > 0 {
        remarks.push(words::line_ends_changed(normalised.line_ends));
    }
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let title = if stem.is_empty() { words::UNTITLED_ARTICLE } else { stem };
    Ok(IncomingText { title: title.replace('_', " "), text: normalised.text, remarks })
}
