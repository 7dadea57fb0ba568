//! Imports files that the user has chosen or dropped: projects, schemas, and texts for articles.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{File, FileSystemDirectoryEntry};

use super::opening::Opening;
use super::read_text::text_of;
use super::tool_files::Chosen;
use super::{
    Store, archives, project_files, project_manager, project_requests, storage_protection, tool_files, wording,
};
use crate::app::incoming::{IncomingText, RefusedFile};
use crate::app::messages::{errors, file_kinds, files as words, opening as opening_words, script_api as api_words};
use crate::app::{Dialog, FilePurpose, ImportedProject, Notice, ProjectAction, ReadFiles, SchemaFile, ViewAction};
use crate::edit::Editor;
use crate::format::documents::DocumentKind;
use crate::format::{
    FILE_HEAD, FileKind, Imported, LONG_FILE_HEAD, ReadError, ReadProblem, begins_as_json, file_kind,
    has_text_extension, is_text, native,
};
use crate::json::Source as _;
use crate::limits::{ARCHIVE_BYTES, FILES, PROJECT_BYTES, TEXT_BYTES};
use crate::web::bytes::JsBytes;
use crate::web::folders::files_in;
use crate::web::object_json::ObjectJson;
use crate::web::{clock, files, handles};

/// How the object of a script is named in messages.
const OBJECT: &str = "project.json";

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
    /// The number of predictions.
    pub(super) predictions: usize,
    /// Warnings for the user.
    pub(super) warnings: Vec<String>,
}

/// The content of a file.
enum Read {
    Project(&'static str, Box<Imported>),
    Schema(Box<crate::model::Schema>),
}

/// Reads files: projects and schemas, and texts for articles.
pub(super) fn receive(store: &Store, purpose: FilePurpose, handle: u32) {
    let chosen = handles::take_files(handle);
    let folders = handles::take_folders(handle);
    match purpose {
        FilePurpose::Schema => chosen.into_iter().take(1).for_each(|file| receive_schema(store, file)),
        FilePurpose::Import | FilePurpose::Articles => receive_any(store, chosen, folders, false),
        FilePurpose::Add => receive_any(store, chosen, folders, true),
    }
}

/// Opens a schema file in the schema editor, which also shows read errors.
fn receive_schema(store: &Store, file: File) {
    let store = store.clone();
    spawn_local(async move {
        let name = file.name();
        let bytes = files::read(&file, PROJECT_BYTES).await.map_err(|error| wording::file_read(&error));
        let schema = bytes.and_then(|bytes| native::read_schema(&bytes).map_err(|error| errors::read(&error)));
        store.dispatch(ProjectAction::SchemaRead(SchemaFile { name, schema }));
    });
}

/// Reads files of any kind. `adds` says that a project is not opened, but shown in the dialog that adds it to the open one.
fn receive_any(store: &Store, mut chosen: Vec<File>, folders: Vec<FileSystemDirectoryEntry>, adds: bool) {
    let store = store.clone();
    spawn_local(async move {
        for folder in folders {
            chosen.extend(files_in(folder, FILES + 1).await);
        }
        let archives::Unpacked { files: chosen, refused } = archives::unpack(chosen).await;
        let mut all = ReadFiles::default();
        all.incoming.refused = refused;
        if chosen.len() > FILES {
            let message = words::too_many_files(chosen.len(), FILES);
            all.incoming.refused.push(RefusedFile { as_text: None, name: String::new(), message });
        }
        // Limits the total size, so that a folder of large texts does not exhaust the memory.
        let mut room = PROJECT_BYTES;
        let mut chosen = tool_files::with_heads(chosen.into_iter().take(FILES)).await;
        let is_alone = chosen.len() == 1;
        match tool_files::take(&store, &mut chosen, &mut room, adds).await {
            Ok(Some(of_tools)) => all.of_tools = of_tools,
            // The user has cancelled it.
            Ok(None) => return,
            Err(refused) => all.incoming.refused.push(refused),
        }
        for chosen in chosen {
            let name = chosen.file.name();
            match take(&store, chosen, &mut room, is_alone).await {
                Ok(Taken::Text(text)) => all.incoming.texts.push(text),
                Ok(Taken::Refused(refused)) => all.incoming.refused.push(refused),
                Ok(Taken::Project(project)) => all.projects.push(project),
                Ok(Taken::Schema(schema)) => all.schemas.push(schema),
                Ok(Taken::Nothing) => {}
                Err(reason) => {
                    let message = words::in_file(&name, &reason);
                    all.incoming.refused.push(RefusedFile { as_text: None, name, message });
                }
            }
        }
        if !all.is_empty() {
            store.dispatch(ProjectAction::FilesRead(all));
        }
    });
}

/// What became of a file.
enum Taken {
    /// It is a text.
    Text(IncomingText),
    /// It is something else, which is not added.
    Refused(RefusedFile),
    /// It is a project.
    Project(ImportedProject),
    /// It is a schema.
    Schema(SchemaFile),
    /// There is nothing more to do: it is a project that is open already, or the user has cancelled that.
    Nothing,
}

/// Reads one file. A project that was chosen alone is shown while it is read, if that takes time.
async fn take(store: &Store, chosen: Chosen, room: &mut usize, is_alone: bool) -> Result<Taken, String> {
    let Chosen { file, head } = chosen;
    let name = file.name();
    let head = head.map_err(|error| wording::file_read(&error))?;
    let is_named_text = has_text_extension(&name);
    let is_project =
        (begins_as_json(&head) || !is_named_text) && (native::is_schema(&head) || native::is_native(&name, &head));
    let kind = if is_project { None } else { file_kind(&name, &head) };
    let document = DocumentKind::of(&name, kind, &head);
    if !is_project && document != DocumentKind::PlainText {
        return take_document(file, name, document, room).await;
    }
    // A text is one if its name says so, but for projects. What else is called JSON is read to find out what is wrong.
    let data = kind.filter(|kind| kind.is_readable() && is_named_text);
    if let Some(kind) = kind.filter(|kind| data.is_none() && (*kind != FileKind::Json || begins_as_json(&head))) {
        let message = file_kinds::not_added(&name, kind);
        // What is called JSON was chosen as a project: there a message is enough.
        let is_json_by_name = kind == FileKind::Json && name.to_lowercase().ends_with(".json");
        let can_be_text = !is_json_by_name && (kind.is_readable() || is_text(&head));
        let as_text = can_be_text.then(|| handles::keep_file(file));
        return Ok(Taken::Refused(RefusedFile { as_text, name, message }));
    }
    let is_project = is_project || !is_named_text && kind == Some(FileKind::Json);
    let most = if is_project { PROJECT_BYTES } else { TEXT_BYTES };
    let bytes = files::read_outside(&file, most).await.map_err(|error| wording::file_read(&error))?;
    *room = room.checked_sub(bytes.len()).ok_or(words::TOO_MUCH_AT_ONCE)?;
    if !is_project {
        let mut text = text_of(&bytes.to_vec(), DocumentKind::PlainText, None).await?;
        text.warnings.extend(data.map(file_kinds::contains));
        return Ok(Taken::Text(IncomingText::of_file(handles::keep_file(file), name, text)));
    }
    match take_project(store, &name, bytes, is_alone).await {
        // It seems to be a project but for its name.
        Err(reason) if is_named_text => {
            let message = words::in_file(&name, &reason);
            Ok(Taken::Refused(RefusedFile { as_text: Some(handles::keep_file(file)), name, message }))
        }
        taken => taken,
    }
}

/// Reads a document. A page that has no text as such can be added as plain text.
async fn take_document(file: File, name: String, kind: DocumentKind, room: &mut usize) -> Result<Taken, String> {
    let is_word = kind == DocumentKind::Word;
    let bytes = files::read(&file, if is_word { ARCHIVE_BYTES } else { TEXT_BYTES }).await;
    let bytes = bytes.map_err(|error| wording::file_read(&error))?;
    *room = room.checked_sub(bytes.len()).ok_or(words::TOO_MUCH_AT_ONCE)?;
    match text_of(&bytes, kind, None).await {
        Ok(text) => Ok(Taken::Text(IncomingText::of_file(handles::keep_file(file), name, text))),
        Err(reason) => {
            let message = words::in_file(&name, &reason);
            let as_text = (!is_word).then(|| handles::keep_file(file));
            Ok(Taken::Refused(RefusedFile { as_text, name, message }))
        }
    }
}

/// Reads a project or a schema. A project that is shown already needs no further decision and is opened.
async fn take_project(store: &Store, name: &str, bytes: JsBytes, is_alone: bool) -> Result<Taken, String> {
    let mut opening = Opening::begin(store, name, None)?;
    opening.show(is_alone);
    let read = read(name, bytes, &mut opening).await?;
    match read {
        None => Ok(Taken::Nothing),
        Some(Read::Schema(schema)) => Ok(Taken::Schema(SchemaFile { name: name.to_owned(), schema: Ok(*schema) })),
        Some(Read::Project(_, imported)) => {
            let warnings = warnings_of(&imported);
            let editor = Box::new(Editor::with_history(imported.project, imported.history));
            let message = words::imported(name, editor.project(), &warnings);
            let project = ImportedProject { name: name.to_owned(), editor, message, rest: Box::default() };
            if !opening.is_shown() {
                return Ok(Taken::Project(project));
            }
            project_requests::import(store, project).await;
            Ok(Taken::Nothing)
        }
    }
}

/// Imports a file for a script: opens a project, or opens a schema in the schema editor.
///
/// # Errors
/// When the file cannot be read, or the open project cannot be closed; with a message. Nothing is changed then.
pub(super) async fn import(store: &Store, name: &str, bytes: JsBytes) -> Result<ImportReport, String> {
    let mut opening = Opening::begin(store, name, None)?;
    let read = read(name, bytes, &mut opening).await?.ok_or_else(|| opening_words::cancelled(name))?;
    match read {
        Read::Schema(schema) => {
            store.dispatch(ViewAction::Open(Some(Dialog::schema_from(name, Ok(*schema)))));
            let (format, warnings) = (native::SCHEMA_FORMAT, Vec::new());
            Ok(ImportReport { format, articles: 0, annotations: 0, relations: 0, predictions: 0, warnings })
        }
        Read::Project(format, imported) => adopt(store, name, format, *imported).await,
    }
}

/// Opens the object of a script as a project.
///
/// # Errors
/// Like those of [`import`].
pub(super) async fn load(store: &Store, object: Rc<ObjectJson>) -> Result<(), String> {
    let mut opening = Opening::begin(store, OBJECT, None)?;
    match project_files::import(Box::new(object.clone()), &mut opening).await {
        Err(_) if object.has_failed() => Err(api_words::LOAD_NEEDS_OBJECT.to_owned()),
        Err(error) => Err(errors::read(&error)),
        Ok(None) => Err(opening_words::cancelled(OBJECT)),
        Ok(Some(imported)) => adopt(store, OBJECT, native::NAME, imported).await.map(drop),
    }
}

/// Opens a project that was read for a script.
async fn adopt(store: &Store, name: &str, format: &'static str, imported: Imported) -> Result<ImportReport, String> {
    let warnings = warnings_of(&imported);
    let editor = Editor::with_history(imported.project, imported.history);
    let project = editor.project();
    let report = ImportReport {
        format,
        articles: project.articles().len(),
        annotations: project.annotation_count(),
        relations: project.relations().count(),
        predictions: project.predictions().len(),
        warnings,
    };
    let message = words::imported(name, project, &report.warnings);
    project_manager::adopt(store, editor).await?;
    storage_protection::ask_once(store);
    store.dispatch(ViewAction::Notify(Some(Notice::info(message))));
    Ok(report)
}

fn warnings_of(imported: &Imported) -> Vec<String> {
    imported.warnings.iter().map(words::import_warning).collect()
}

/// Reads a project or a schema; `None` if the user cancels that.
async fn read(name: &str, bytes: JsBytes, opening: &mut Opening) -> Result<Option<Read>, String> {
    let head = bytes.head(FILE_HEAD);
    if native::is_schema(&head) {
        let schema = native::read_schema(&bytes.to_vec()).map_err(|error| errors::read(&error))?;
        return Ok(Some(Read::Schema(Box::new(schema))));
    }
    let (format, imported) = match native::is_native(name, &head) {
        true => (native::NAME, project_files::import(Box::new(bytes), opening).await),
        false => {
            let (format, imported) = read_of_tool(name, &head, &bytes).await?;
            (format, imported.map(Some))
        }
    };
    let Some(imported) = imported.map_err(|error| errors::read(&error))? else { return Ok(None) };
    Ok(Some(Read::Project(format, Box::new(imported))))
}

/// Reads the file of another tool, with the name of its format.
async fn read_of_tool(
    name: &str,
    head: &[u8],
    bytes: &JsBytes,
) -> Result<(&'static str, Result<Imported, ReadError>), String> {
    let formats = Store::formats().await;
    let found = formats.and_then(|formats| Some((formats, (formats.recognise)(name, &bytes.head(LONG_FILE_HEAD))?)));
    if let Some((formats, format)) = found {
        return Ok((format, (formats.import)(format, name, &bytes.to_vec(), clock::now())));
    }
    match file_kind(name, head).filter(|kind| *kind != FileKind::Json) {
        Some(kind) => Err(file_kinds::not_added(name, kind)),
        None => Err(errors::read(&ReadError::new("", ReadProblem::UnknownFormat))),
    }
}
