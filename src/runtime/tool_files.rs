//! Finds the files of other tools among those that were chosen or dropped.

use std::rc::Rc;

use web_sys::File;

use super::{Store, wording};
use crate::app::ToolFiles;
use crate::app::incoming::RefusedFile;
use crate::app::messages::files as words;
use crate::format::{CATALOGUE, FILE_HEAD, FileKind, file_kind, has_text_extension, is_text, native};
use crate::limits::PROJECT_BYTES;
use crate::web::files;
use crate::web::folders::path_of;

/// Takes the files out that a format of another tool recognises, with those that belong to them. Files that are certainly something else
/// do not load the part with the formats. `room` is the number of bytes that may still be read. With `adds`, projects are taken too, each on
/// its own.
///
/// # Errors
/// With the file that cannot be read.
pub(super) async fn take(chosen: &mut Vec<File>, room: &mut usize, adds: bool) -> Result<Vec<ToolFiles>, RefusedFile> {
    let mut heads = Vec::with_capacity(chosen.len());
    for file in chosen.iter() {
        // What cannot be read is reported where it is read as something else.
        heads.push(files::read_head(file, FILE_HEAD).await.unwrap_or_default());
    }
    let projects = if adds { take_projects(chosen, &mut heads, room).await? } else { Vec::new() };
    let may_be: Vec<bool> = chosen.iter().zip(&heads).map(|(file, head)| may_be_of_tool(&file.name(), head)).collect();
    if !may_be.contains(&true) {
        return Ok(projects);
    }
    let Some(formats) = Store::formats().await else { return Ok(projects) };
    let names: Vec<String> = chosen.iter().map(path_of).collect();
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
    let mut taken = projects;
    for format in all {
        taken.push(read(chosen, &names, &found, format, room).await?);
    }
    let mut at = 0;
    chosen.retain(|_| {
        at += 1;
        found[at - 1].is_none()
    });
    Ok(taken)
}

/// Takes the projects out.
async fn take_projects(
    chosen: &mut Vec<File>,
    heads: &mut Vec<Vec<u8>>,
    room: &mut usize,
) -> Result<Vec<ToolFiles>, RefusedFile> {
    let mut taken = Vec::new();
    let is_project = |file: &File, head: &[u8]| native::is_native(&file.name(), head) && !native::is_schema(head);
    while let Some(at) = (0..chosen.len()).find(|&at| is_project(&chosen[at], &heads[at])) {
        let files = [chosen.remove(at)];
        heads.remove(at);
        let name = path_of(&files[0]);
        taken.push(read(&files, &[name], &[Some(native::NAME)], native::NAME, room).await?);
    }
    Ok(taken)
}

/// Whether the formats have to be asked about a file: not about a project or a schema of ours, a plain text, or a web page.
fn may_be_of_tool(name: &str, head: &[u8]) -> bool {
    let start = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let is_json = matches!(start.first(), Some(b'{' | b'['));
    let is_ours = native::is_schema(head) || native::is_native(name, head);
    let is_page = || file_kind(name, head) == Some(FileKind::Html);
    !is_ours && (is_json || !has_text_extension(name)) && is_text(head) && !is_page()
}

async fn read(
    chosen: &[File],
    names: &[String],
    found: &[Option<&str>],
    format: &'static str,
    room: &mut usize,
) -> Result<ToolFiles, RefusedFile> {
    let mut contents = Vec::new();
    let mut first = String::new();
    for at in (0..chosen.len()).filter(|&at| found[at] == Some(format)) {
        let name = &names[at];
        let refused = |message: String| RefusedFile {
            as_text: None,
            name: name.clone(),
            message: words::in_file(name, &message),
        };
        let bytes =
            files::read(&chosen[at], PROJECT_BYTES).await.map_err(|error| refused(wording::file_read(&error)))?;
        *room = room.checked_sub(bytes.len()).ok_or_else(|| refused(words::TOO_MUCH_AT_ONCE.to_owned()))?;
        if first.is_empty() {
            first.clone_from(name);
        }
        contents.push((name.clone(), bytes));
    }
    Ok(ToolFiles { name: first, files: Rc::new(contents), format, rest: Box::default() })
}
