//! Archives that are chosen or dropped: the files in them are read as if they had been chosen.

use web_sys::File;

use super::documents::Documents;
use super::{Store, wording};
use crate::app::incoming::RefusedFile;
use crate::app::messages::{documents as words, files as file_words};
use crate::format::archive::{Entry, EntryProblem, Packed};
use crate::format::documents::Document;
use crate::format::{FILE_HEAD, FileKind, file_kind};
use crate::limits::{ARCHIVE_BYTES, DOCUMENT_BYTES, FILES, PROJECT_BYTES};
use crate::web::folders::{file_with_path, path_of};
use crate::web::{files, inflate};

/// The first bytes of a ZIP archive, also of an empty one.
const SIGNATURES: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];

/// What archives among the chosen files became.
#[derive(Default)]
pub(super) struct Unpacked {
    /// The files, with those of archives in their places.
    pub(super) files: Vec<File>,
    /// What of archives cannot be read.
    pub(super) refused: Vec<RefusedFile>,
}

/// Replaces archives by the files in them. Office documents are archives too, and stay.
pub(super) async fn unpack(chosen: Vec<File>) -> Unpacked {
    let mut unpacked = Unpacked::default();
    let mut room = PROJECT_BYTES;
    for file in chosen {
        let name = path_of(&file);
        // What cannot be read is reported where it is read as something else.
        let head = files::read_head(&file, FILE_HEAD).await.unwrap_or_default();
        let is_archive = SIGNATURES.iter().any(|signature| head.starts_with(signature))
            && matches!(file_kind(&name, &head), Some(FileKind::Archive | FileKind::Word));
        if !is_archive {
            unpacked.files.push(file);
            continue;
        }
        match files_in(&file, &name, &mut room, &mut unpacked).await {
            Ok(true) => {}
            Ok(false) => unpacked.files.push(file),
            Err(reason) => unpacked.refused.push(refused(&name, &reason)),
        }
    }
    unpacked
}

fn refused(name: &str, reason: &str) -> RefusedFile {
    RefusedFile { as_text: None, name: name.to_owned(), message: file_words::in_file(name, reason) }
}

/// Adds the files in an archive; returns whether it is one and not a document.
async fn files_in(file: &File, name: &str, room: &mut usize, unpacked: &mut Unpacked) -> Result<bool, String> {
    let bytes = files::read(file, ARCHIVE_BYTES).await.map_err(|error| wording::file_read(&error))?;
    let documents = Store::documents().await?;
    let entries = (documents.entries)(&bytes).map_err(|problem| words::archive_problem(&problem))?;
    if (documents.is_office)(&entries) {
        return Ok(false);
    }
    let entries: Vec<Entry<'_>> = entries.into_iter().filter(|entry| !entry.is_hidden()).collect();
    if entries.is_empty() {
        return Err(words::EMPTY_ARCHIVE.to_owned());
    }
    let folder = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    for Entry { name: inner, content } in entries {
        if unpacked.files.len() > FILES {
            break;
        }
        let path = format!("{folder}/{inner}");
        let content = match content {
            Ok(packed) => content_of(documents, &packed, *room).await,
            Err(problem) => Err(words::entry_problem(&problem)),
        };
        let file = content.and_then(|content| {
            *room -= content.len().min(*room);
            file_with_path(&path, &content).ok_or_else(|| words::NO_MEMORY.to_owned())
        });
        match file {
            Ok(file) => unpacked.files.push(file),
            Err(reason) => unpacked.refused.push(refused(&path, &reason)),
        }
    }
    Ok(true)
}

/// The content of a file in an archive, if it has at most this number of bytes.
async fn content_of(documents: &Documents, packed: &Packed<'_>, most: usize) -> Result<Vec<u8>, String> {
    if packed.size > most {
        return Err(words::too_large_unpacked(packed.size, most));
    }
    let content = match packed.is_deflated {
        true => inflate::inflate(packed.data, packed.size).await,
        false => Some(packed.data.to_vec()),
    };
    let content = content.ok_or(EntryProblem::Damaged).and_then(|content| (documents.check)(packed, content));
    content.map_err(|problem| words::entry_problem(&problem))
}

/// The text of a Word document.
///
/// # Errors
/// When it cannot be read, as a message.
pub(super) async fn word_document(documents: &Documents, bytes: &[u8]) -> Result<Document, String> {
    let entries = (documents.entries)(bytes).map_err(|problem| words::archive_problem(&problem))?;
    let mut parts = Vec::new();
    let mut room = DOCUMENT_BYTES;
    for Entry { name, content } in entries.into_iter().filter(|entry| (documents.is_part_of_word)(&entry.name)) {
        let packed = content.map_err(|problem| words::in_part(&name, &words::entry_problem(&problem)))?;
        let content = content_of(documents, &packed, room).await.map_err(|reason| words::in_part(&name, &reason))?;
        room -= content.len().min(room);
        parts.push((name, content));
    }
    (documents.read_word)(&parts).map_err(|problem| words::problem(&problem))
}
