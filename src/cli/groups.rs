//! Which files belong together, and in which format they are.

use super::console::Console;
use super::error::Failure;
use super::inputs::{Input, inputs};
use crate::app::messages::command_line as words;
use crate::format::{Format, find, formats, is_text, native, recognise, title_of};
use std::ffi::OsString;

/// Files that are one project.
pub(super) struct Group {
    /// Their format.
    pub(super) format: &'static dyn Format,
    /// The files, by name.
    pub(super) files: Vec<Input>,
}

impl Group {
    /// Its name in messages: that of the file, or of the folder or archive that the files are from.
    pub(super) fn name(&self) -> String {
        match self.files.as_slice() {
            [file] => file.name.clone(),
            files => files.iter().find_map(|file| file.from.clone().or(Some(file.name.clone()))).unwrap_or_default(),
        }
    }

    /// A title for the project.
    pub(super) fn title(&self) -> String {
        title_of(&self.name())
    }
}

/// The projects that arguments name. Files in a folder that are in no format are left out with a note.
///
/// # Errors
/// When a file cannot be read, or is in no format.
pub(super) fn groups(
    arguments: &[OsString],
    from: Option<&'static dyn Format>,
    console: &Console,
) -> Result<Vec<Group>, Failure> {
    let inputs = inputs(arguments)?;
    let mut heads = Vec::with_capacity(inputs.len());
    for input in &inputs {
        heads.push(input.head()?);
    }
    let names: Vec<&str> = inputs.iter().map(|input| input.name.as_str()).collect();
    let mut found: Vec<Option<&'static dyn Format>> = match from {
        Some(format) => of_format(format, &inputs, &heads),
        None => names.iter().zip(&heads).map(|(name, head)| recognise(name, head)).collect(),
    };
    for format in formats() {
        let is_there = found.iter().flatten().any(|one| one.name() == format.name());
        for at in (0..names.len()).filter(|_| is_there) {
            if found[at].is_none() && format.goes_with(names[at], &names) {
                found[at] = Some(*format);
            }
        }
    }
    if let Some(at) = (0..names.len()).find(|&at| found[at].is_none() && inputs[at].is_named) {
        return Err(Failure::input(words::in_file(names[at], &words::unknown_format())));
    }
    let left_out: Vec<&str> = (0..names.len()).filter(|&at| found[at].is_none()).map(|at| names[at]).collect();
    left_out.iter().for_each(|name| console.note(&words::left_out(name)));
    let groups = grouped(inputs, &found);
    if groups.is_empty() { Err(Failure::input(words::NOTHING_FOUND)) } else { Ok(groups) }
}

/// The files that a format reads: what was named itself, and of others those that it recognises, or else all texts.
fn of_format(format: &'static dyn Format, inputs: &[Input], heads: &[Vec<u8>]) -> Vec<Option<&'static dyn Format>> {
    let is_known = |at: usize| format.recognises(&inputs[at].name, &heads[at]);
    let takes_all = !(0..inputs.len()).any(|at| inputs[at].is_named || is_known(at));
    let is_taken = |at: usize| inputs[at].is_named || is_known(at) || takes_all && is_text(&heads[at]);
    (0..inputs.len()).map(|at| is_taken(at).then_some(format)).collect()
}

/// The files by format. Each of our own files is a project.
fn grouped(inputs: Vec<Input>, found: &[Option<&'static dyn Format>]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (input, format) in inputs.into_iter().zip(found) {
        let Some(format) = *format else { continue };
        let same = |group: &&mut Group| group.format.name() == format.name() && format.name() != native::NAME;
        match groups.iter_mut().find(same) {
            Some(group) => group.files.push(input),
            None => groups.push(Group { format, files: vec![input] }),
        }
    }
    groups
}

/// The format with a name, which a user has given.
///
/// # Errors
/// With the names that there are.
pub(super) fn named(name: &str) -> Result<&'static dyn Format, String> {
    find(name).ok_or_else(|| words::no_such_format(name))
}
