//! Messages for the errors of `web`, which cannot use `app::messages`.

use crate::app::messages::errors::{self, backup, files, samples, search, storage};
use crate::text::Encoding;
use crate::web::backup_file::FileError;
use crate::web::files::{DecodeError, FileReadError};
use crate::web::samples::SampleError;
use crate::web::search_worker::Unavailable;
use crate::web::storage::StorageError;

/// Why the storage cannot save or load a project.
pub(super) fn storage(error: &StorageError) -> String {
    let text = match error {
        StorageError::Refused => storage::REFUSED,
        StorageError::Quota => storage::QUOTA,
        StorageError::Blocked => storage::BLOCKED,
        StorageError::Newer => storage::NEWER,
        StorageError::OtherTab => storage::OTHER_TAB,
        StorageError::Gone => storage::GONE,
        StorageError::NotAsWritten => return storage::failed(storage::NOT_AS_WRITTEN),
        StorageError::Foreign => return storage::failed(storage::FOREIGN),
        StorageError::Other(reason) => return storage::failed(reason),
    };
    text.to_owned()
}

/// Why a file cannot be read.
pub(super) fn file_read(error: &FileReadError) -> String {
    match error {
        FileReadError::TooLarge { found, most } => files::file_too_large(*found, *most),
        FileReadError::Unreadable { reason } => files::unreadable_file(reason.as_deref()),
    }
}

/// Why the bytes of a file are not a text; `chosen` if the user chose the encoding.
pub(super) fn decode(error: &DecodeError, encoding: Encoding, chosen: bool) -> String {
    match error {
        DecodeError::NotText if chosen => files::OTHER_ENCODING.to_owned(),
        DecodeError::NotText => files::NOT_TEXT.to_owned(),
        DecodeError::Refused { reason } => files::not_decoded(encoding, reason.as_deref()),
    }
}

/// Why a sample article cannot be loaded.
pub(super) fn sample(error: &SampleError) -> String {
    match error {
        SampleError::Index { path, error } => samples::damaged_index(path, error),
        SampleError::NotUtf8 { file, byte } => samples::not_utf8(file, *byte),
        SampleError::OtherFile { file, expected, found } => samples::other_file(file, expected, found),
        SampleError::NoPage { path } => samples::unreachable(path, Some(samples::NO_PAGE)),
        SampleError::Unreachable { path, reason } => samples::unreachable(path, reason.as_deref()),
        SampleError::Refused { path, status } => samples::refused(path, *status),
    }
}

/// Why a backup file cannot be chosen or written.
pub(super) fn backup_file(error: &FileError) -> String {
    let text = match error {
        FileError::NotChosen => backup::NOT_CHOSEN,
        FileError::Refused => backup::REFUSED,
        FileError::Gone => backup::GONE,
        FileError::Full => backup::FULL,
        FileError::Busy => backup::BUSY,
        FileError::Other(reason) => return backup::other(&errors::browser_reason(reason.as_deref())),
    };
    text.to_owned()
}

/// Why regular expressions cannot be run.
pub(super) fn search_worker(reason: &Unavailable) -> String {
    match reason {
        Unavailable::Refused(reason) => errors::browser_reason(reason.as_deref()),
        Unavailable::NotLoaded => search::NOT_LOADED.to_owned(),
    }
}
