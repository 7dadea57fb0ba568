//! Finds the files of other tools among those that were chosen or dropped.

use std::rc::Rc;

use web_sys::File;

use super::opening::Opening;
use super::{Store, wording};
use crate::app::ToolFiles;
use crate::app::incoming::RefusedFile;
use crate::app::messages::files as words;
use crate::format::{CATALOGUE, FILE_HEAD, has_text_extension, is_text, native};
use crate::limits::PROJECT_BYTES;
use crate::web::files::{self, FileReadError};
use crate::web::folders::path_of;

/// A file that was chosen or dropped, with its beginning, or why it cannot be read.
pub(super) struct Chosen {
    pub(super) file: File,
    pub(super) head: Result<Vec<u8>, FileReadError>,
}

/// The beginnings of files.
pub(super) async fn with_heads(all: impl Iterator<Item = File>) -> Vec<Chosen> {
    let mut chosen = Vec::new();
    for file in all {
        let head = files::read_head(&file, FILE_HEAD).await;
        chosen.push(Chosen { file, head });
    }
    chosen
}

/// Takes the files out that a format of another tool recognises, with those that belong to them; `None` if the user cancels that. Files
/// that are certainly something else do not load the part with the formats. `room` is the number of bytes that may still be read.
///
/// # Errors
/// With the file that cannot be read.
pub(super) async fn take(
    store: &Store,
    chosen: &mut Vec<Chosen>,
    room: &mut usize,
) -> Result<Option<Vec<ToolFiles>>, RefusedFile> {
    // What cannot be read is reported where it is read as something else.
    let head = |chosen: &Chosen| chosen.head.as_ref().map(Vec::as_slice).unwrap_or_default().to_vec();
    let heads: Vec<Vec<u8>> = chosen.iter().map(head).collect();
    let may_be: Vec<bool> =
        chosen.iter().zip(&heads).map(|(chosen, head)| may_be_of_tool(&chosen.file.name(), head)).collect();
    if !may_be.contains(&true) {
        return Ok(Some(Vec::new()));
    }
    let Some(formats) = Store::formats().await else { return Ok(Some(Vec::new())) };
    let names: Vec<String> = chosen.iter().map(|chosen| path_of(&chosen.file)).collect();
    let mut found: Vec<Option<&str>> = (0..chosen.len())
        .map(|at| if may_be[at] { (formats.recognise)(&names[at], &heads[at]) } else { None })
        .map(|format| format.filter(|format| *format != native::NAME))
        .collect();
    let others: Vec<&str> = names.iter().map(String::as_str).collect();
    let all: Vec<&'static str> =
        CATALOGUE.iter().map(|format| format.name).filter(|name| found.contains(&Some(name))).collect();
    for format in &all {
        for at in 0..chosen.len() {
            if found[at].is_none() && (formats.goes_with)(format, &names[at], &others) {
                found[at] = Some(format);
            }
        }
    }
    let mut taken = Vec::new();
    let is_taken = |at: &usize| found[*at].is_some();
    let mut progress = Progress::of(store, (0..chosen.len()).filter(is_taken).map(|at| &chosen[at].file));
    for format in all {
        match read(chosen, &names, &found, format, room, &mut progress).await? {
            Some(files) => taken.push(files),
            None => return Ok(None),
        }
    }
    let mut at = 0;
    chosen.retain(|_| {
        at += 1;
        found[at - 1].is_none()
    });
    Ok(Some(taken))
}

/// How much of the files is read, which the page shows if it takes time.
struct Progress {
    /// Not there while a project is being opened.
    opening: Option<Opening>,
    read: f64,
    total: f64,
}

impl Progress {
    fn of<'a>(store: &Store, files: impl Iterator<Item = &'a File> + Clone) -> Self {
        let name = files.clone().next().map(File::name).unwrap_or_default();
        let total = files.map(|file| file.size()).sum::<f64>().max(1.0);
        Self { opening: Opening::begin(store, &name, None).ok(), read: 0.0, total }
    }

    /// So many bytes of the file that is being read are there. Returns whether to go on.
    fn has_read(&mut self, bytes: usize) -> bool {
        let read = (self.read + bytes as f64) / self.total;
        self.opening.as_mut().is_none_or(|opening| opening.has_read(read))
    }
}

/// Whether the formats have to be asked about a file: not about a project or a schema of ours, and not about a plain text.
fn may_be_of_tool(name: &str, head: &[u8]) -> bool {
    let start = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let is_json = matches!(start.first(), Some(b'{' | b'['));
    let is_ours = native::is_schema(head) || native::is_native(name, head);
    !is_ours && (is_json || !has_text_extension(name)) && is_text(head)
}

async fn read(
    chosen: &[Chosen],
    names: &[String],
    found: &[Option<&str>],
    format: &'static str,
    room: &mut usize,
    progress: &mut Progress,
) -> Result<Option<ToolFiles>, RefusedFile> {
    let mut contents = Vec::new();
    let mut first = String::new();
    for at in (0..chosen.len()).filter(|&at| found[at] == Some(format)) {
        let name = &names[at];
        let refused = |message: String| RefusedFile {
            as_text: None,
            name: name.clone(),
            message: words::in_file(name, &message),
        };
        let read = files::read_in_parts(&chosen[at].file, PROJECT_BYTES, |bytes| progress.has_read(bytes)).await;
        let Some(bytes) = read.map_err(|error| refused(wording::file_read(&error)))? else { return Ok(None) };
        progress.read += bytes.len() as f64;
        *room = room.checked_sub(bytes.len()).ok_or_else(|| refused(words::TOO_MUCH_AT_ONCE.to_owned()))?;
        if first.is_empty() {
            first.clone_from(name);
        }
        contents.push((name.clone(), bytes));
    }
    Ok(Some(ToolFiles { name: first, files: Rc::new(contents), format, rest: Box::default() }))
}
