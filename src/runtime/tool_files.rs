//! Finds the files of other tools among those that were chosen or dropped.

use std::rc::Rc;

use web_sys::File;

use super::formats::Formats;
use super::opening::Opening;
use super::read_text::text_of;
use super::{Store, wording};
use crate::app::ToolFiles;
use crate::app::incoming::{IncomingText, RefusedFile};
use crate::app::messages::files as words;
use crate::format::documents::DocumentKind;
use crate::format::{
    CATALOGUE, FILE_HEAD, FileKind, LONG_FILE_HEAD, begins_as_json, file_kind, has_text_extension, is_text,
    may_be_data, native,
};
use crate::limits::PROJECT_BYTES;
use crate::web::files::{self, FileReadError};
use crate::web::folders::path_of;
use crate::web::handles;

/// A file that was chosen or dropped, with its beginning, or why it cannot be read.
pub(super) struct Chosen {
    pub(super) file: File,
    pub(super) head: Result<Vec<u8>, FileReadError>,
}

impl Chosen {
    /// The beginning; of what cannot be read nothing: that is reported where it is read as something else.
    fn head(&self) -> &[u8] {
        self.head.as_ref().map(Vec::as_slice).unwrap_or_default()
    }
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
/// that are certainly something else do not load the part with the formats. `room` is the number of bytes that may still be read. With
/// `adds`, projects are taken too, each on its own.
///
/// # Errors
/// With the file that cannot be read.
pub(super) async fn take(
    store: &Store,
    chosen: &mut Vec<Chosen>,
    room: &mut usize,
    adds: bool,
) -> Result<Option<Vec<ToolFiles>>, RefusedFile> {
    let projects = if adds { take_projects(store, chosen, room).await? } else { Some(Vec::new()) };
    let Some(projects) = projects else { return Ok(None) };
    let may_be: Vec<bool> = chosen.iter().map(|chosen| may_be_of_tool(&chosen.file.name(), chosen.head())).collect();
    if !may_be.contains(&true) {
        return Ok(Some(projects));
    }
    let Some(formats) = Store::formats().await else { return Ok(Some(projects)) };
    let names: Vec<String> = chosen.iter().map(|chosen| path_of(&chosen.file)).collect();
    let mut heads = Vec::with_capacity(chosen.len());
    for (chosen, may_be) in chosen.iter().zip(&may_be) {
        let head = chosen.head();
        // The first line of JSON Lines has a whole text, and what tells the format is often after it.
        heads.push(match *may_be && begins_as_json(head) && head.len() >= FILE_HEAD {
            true => files::read_head(&chosen.file, LONG_FILE_HEAD).await.unwrap_or_default(),
            false => head.to_vec(),
        });
    }
    let (found, by_content) = recognise(formats, &names, &heads, &may_be);
    let is_taken = |at: &usize| found[*at].is_some();
    let mut progress = Progress::of(store, (0..chosen.len()).filter(is_taken).map(|at| &chosen[at].file));
    let mut taken = projects;
    for format in among(&found) {
        match read(chosen, &names, &found, &by_content, format, room, &mut progress).await? {
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

/// Takes the projects out; `None` if the user cancels that.
async fn take_projects(
    store: &Store,
    chosen: &mut Vec<Chosen>,
    room: &mut usize,
) -> Result<Option<Vec<ToolFiles>>, RefusedFile> {
    let mut taken = Vec::new();
    let is_project =
        |chosen: &Chosen| native::is_native(&chosen.file.name(), chosen.head()) && !native::is_schema(chosen.head());
    while let Some(at) = chosen.iter().position(is_project) {
        let files = [chosen.remove(at)];
        let name = path_of(&files[0].file);
        let mut progress = Progress::of(store, files.iter().map(|chosen| &chosen.file));
        let found = [Some(native::NAME)];
        match read(&files, &[name], &found, &[false], native::NAME, room, &mut progress).await? {
            Some(files) => taken.push(files),
            None => return Ok(None),
        }
    }
    Ok(Some(taken))
}

/// The format of each file, if it has one; and whether it was found although the file is called a text.
fn recognise(
    formats: &Formats,
    names: &[String],
    heads: &[Vec<u8>],
    may_be: &[bool],
) -> (Vec<Option<&'static str>>, Vec<bool>) {
    let recognise = |at: usize| (formats.recognise)(&names[at], &heads[at]).filter(|format| *format != native::NAME);
    let is_called_text = |at: usize| has_text_extension(&names[at]) && !begins_as_json(&heads[at]);
    let by_name = |at: usize| if may_be[at] && !is_called_text(at) { recognise(at) } else { None };
    let mut found: Vec<Option<&'static str>> = (0..names.len()).map(by_name).collect();
    let others: Vec<&str> = names.iter().map(String::as_str).collect();
    for format in among(&found) {
        for at in 0..names.len() {
            if found[at].is_none() && (formats.goes_with)(format, &names[at], &others) {
                found[at] = Some(format);
            }
        }
    }
    // What is called a text and belongs to no other file may be data all the same; the user may overrule that.
    let mut by_content = vec![false; names.len()];
    for at in (0..names.len()).filter(|&at| may_be[at] && is_called_text(at)) {
        if found[at].is_none() {
            found[at] = recognise(at);
            by_content[at] = found[at].is_some();
        }
    }
    (found, by_content)
}

/// The formats that were found, in their order.
fn among(found: &[Option<&'static str>]) -> Vec<&'static str> {
    CATALOGUE.iter().map(|format| format.name).filter(|name| found.contains(&Some(name))).collect()
}

/// Whether the formats have to be asked about a file: not about a project or a schema of ours, a plain text, or a web page.
fn may_be_of_tool(name: &str, head: &[u8]) -> bool {
    let is_ours = native::is_schema(head) || native::is_native(name, head);
    let is_page = || file_kind(name, head) == Some(FileKind::Html);
    !is_ours && (!has_text_extension(name) || may_be_data(name, head)) && is_text(head) && !is_page()
}

async fn read(
    chosen: &[Chosen],
    names: &[String],
    found: &[Option<&str>],
    by_content: &[bool],
    format: &'static str,
    room: &mut usize,
    progress: &mut Progress,
) -> Result<Option<ToolFiles>, RefusedFile> {
    let mut contents = Vec::new();
    let mut first = String::new();
    let mut as_texts = Vec::new();
    for at in (0..chosen.len()).filter(|&at| found[at] == Some(format)) {
        let name = &names[at];
        let refused = |message: String| RefusedFile {
            as_text: None,
            name: name.clone(),
            message: words::in_file(name, &message),
        };
        let read = files::read_in_parts(&chosen[at].file, PROJECT_BYTES, &mut |bytes| progress.has_read(bytes)).await;
        let Some(bytes) = read.map_err(|error| refused(wording::file_read(&error)))? else { return Ok(None) };
        progress.read += bytes.len() as f64;
        *room = room.checked_sub(bytes.len()).ok_or_else(|| refused(words::TOO_MUCH_AT_ONCE.to_owned()))?;
        if first.is_empty() {
            first.clone_from(name);
        }
        // What is called a text may be meant as one. If it cannot be read as one, there is no choice.
        if by_content[at]
            && let Ok(text) = text_of(&bytes, DocumentKind::PlainText, None).await
        {
            as_texts.push(IncomingText::of_file(handles::keep_file(chosen[at].file.clone()), name.clone(), text));
        }
        contents.push((name.clone(), bytes));
    }
    Ok(Some(ToolFiles { name: first, files: Rc::new(contents), format, as_texts, rest: Box::default() }))
}
