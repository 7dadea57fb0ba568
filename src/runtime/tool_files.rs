//! Finds the files of other tools among those that were chosen or dropped.

use std::rc::Rc;

use web_sys::File;

use super::formats::Formats;
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
use crate::web::folders::path_of;
use crate::web::{files, handles};

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
    for (at, head) in heads.iter_mut().enumerate() {
        // The first line of JSON Lines has a whole text, and what tells the format is often after it.
        if may_be[at] && begins_as_json(head) && head.len() >= FILE_HEAD {
            *head = files::read_head(&chosen[at], LONG_FILE_HEAD).await.unwrap_or_default();
        }
    }
    let (found, by_content) = recognise(formats, &names, &heads, &may_be);
    let mut taken = projects;
    for format in among(&found) {
        taken.push(read(chosen, &names, &found, &by_content, format, room).await?);
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
        taken.push(read(&files, &[name], &[Some(native::NAME)], &[false], native::NAME, room).await?);
    }
    Ok(taken)
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
    chosen: &[File],
    names: &[String],
    found: &[Option<&str>],
    by_content: &[bool],
    format: &'static str,
    room: &mut usize,
) -> Result<ToolFiles, RefusedFile> {
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
        let bytes =
            files::read(&chosen[at], PROJECT_BYTES).await.map_err(|error| refused(wording::file_read(&error)))?;
        *room = room.checked_sub(bytes.len()).ok_or_else(|| refused(words::TOO_MUCH_AT_ONCE.to_owned()))?;
        if first.is_empty() {
            first.clone_from(name);
        }
        // What is called a text may be meant as one. If it cannot be read as one, there is no choice.
        if by_content[at]
            && let Ok(text) = text_of(&bytes, DocumentKind::PlainText, None).await
        {
            as_texts.push(IncomingText::of_file(handles::keep_file(chosen[at].clone()), name.clone(), text));
        }
        contents.push((name.clone(), bytes));
    }
    Ok(ToolFiles { name: first, files: Rc::new(contents), format, as_texts, rest: Box::default() })
}
