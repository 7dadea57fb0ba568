//! Unpacks ZIP archives.

use std::io::Read;

use flate2::bufread::DeflateDecoder;
use rawzip::{CompressionMethod, ZipArchive};

use crate::app::messages::command_line as words;
use crate::limits::COMMAND_LINE_BYTES;

/// How archives begin: with a file, or with the end of an empty one.
const BEGINNINGS: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];

/// Whether this is the beginning of an archive.
pub(super) fn is_archive(head: &[u8]) -> bool {
    BEGINNINGS.iter().any(|beginning| head.starts_with(beginning))
}

/// The files of an archive, by name. Hidden ones are left out: systems add them.
///
/// # Errors
/// With a message, when the archive is damaged, too large, or packed in another way.
pub(super) fn unzip(archive: &[u8]) -> Result<Vec<(String, Vec<u8>)>, String> {
    let damaged = |error: rawzip::Error| words::damaged_archive(&error.to_string());
    let archive = ZipArchive::from_slice(archive).map_err(damaged)?;
    let mut entries = archive.entries();
    let mut files = Vec::new();
    let mut room = COMMAND_LINE_BYTES;
    while let Some(entry) = entries.next_entry().map_err(damaged)? {
        let path = entry.file_path().try_normalize().map_err(damaged)?;
        let name = path.as_ref().to_owned();
        let is_hidden = name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
        if entry.is_dir() || is_hidden {
            continue;
        }
        let content = archive.get_entry(entry.wayfinder()).map_err(damaged)?;
        let mut bytes = Vec::new();
        // One byte more than allowed, so that what is too large is seen.
        let most = room as u64 + 1;
        let read = match entry.compression_method() {
            CompressionMethod::STORE => content.verifying_reader(content.data()).take(most).read_to_end(&mut bytes),
            CompressionMethod::DEFLATE => {
                content.verifying_reader(DeflateDecoder::new(content.data())).take(most).read_to_end(&mut bytes)
            }
            _ => return Err(words::other_compression(&name)),
        };
        let read = read.map_err(|error| words::damaged_archive(&error.to_string()))?;
        room = room.checked_sub(read).ok_or_else(|| words::too_large(COMMAND_LINE_BYTES))?;
        files.push((name, bytes));
    }
    Ok(files)
}
