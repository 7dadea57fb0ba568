//! `crossread validate`.

use std::ffi::OsString;

use super::console::Console;
use super::error::Failure;
use super::exit::Exit;
use super::groups::{Group, groups};
use super::inputs::Input;
use super::read::{Reading, read};
use crate::app::messages::command_line as words;
use crate::app::messages::errors;
use crate::app::messages::files::import_warning;
use crate::format::{Format, ImportWarning, RecordProblem, w3c};
use crate::json::parse;

/// What to check, and how.
pub(super) struct Options {
    /// The files and folders.
    pub(super) inputs: Vec<OsString>,
    /// Their format, if it is not to be recognised.
    pub(super) from: Option<&'static dyn Format>,
    /// How to read.
    pub(super) reading: Reading,
    /// Whether only problems are said.
    pub(super) is_quiet: bool,
}

/// Checks each project, and prints its problems, a line each.
///
/// # Errors
/// When a file cannot be read.
pub(super) fn validate(options: &Options, console: &mut Console) -> Result<Exit, Failure> {
    console.be_quiet(options.is_quiet);
    let mut count = 0;
    for group in groups(&options.inputs, options.from, console)? {
        let problems = problems(&group, &options.reading, console)?;
        problems.iter().for_each(|problem| console.error(problem));
        count += problems.len();
        if problems.is_empty() {
            console.note(&words::is_valid(&group.name(), group.format.name()));
        }
    }
    Ok(if count == 0 { Exit::Done } else { Exit::Input })
}

/// What is wrong with the files of a project.
///
/// # Errors
/// When a file cannot be read at all.
fn problems(group: &Group, reading: &Reading, console: &Console) -> Result<Vec<String>, Failure> {
    let mut problems = Vec::new();
    let is_w3c = group.format.name() == w3c::INFO.name;
    if is_w3c {
        for file in &group.files {
            problems.extend(of_annotations(file)?);
        }
    }
    match read(group, reading) {
        Ok(imported) => {
            // Web Annotations are about texts that are elsewhere.
            let is_elsewhere = |warning: &ImportWarning| is_w3c && has_no_text(warning);
            for warning in &imported.warnings {
                let message = words::in_file(&group.name(), &import_warning(warning));
                if is_elsewhere(warning) { console.note(&message) } else { problems.push(message) }
            }
        }
        Err(failure) if failure.exit == Exit::Input => problems.push(failure.message),
        Err(failure) => return Err(failure),
    }
    Ok(problems)
}

/// Whether a warning is about a text that the file does not have.
fn has_no_text(warning: &ImportWarning) -> bool {
    matches!(
        warning,
        ImportWarning::Record { problem: RecordProblem::NoArticle { .. } | RecordProblem::OnlyPassages { .. }, .. }
    )
}

/// What the Web Annotation Data Model does not allow in a file.
fn of_annotations(file: &Input) -> Result<Vec<String>, Failure> {
    let bytes = file.bytes()?;
    // What is no JSON is said when the file is read.
    let parsed = std::str::from_utf8(&bytes).ok().and_then(|text| parse(text.trim_start_matches('\u{feff}')).ok());
    let invalid = parsed.map(|json| w3c::validate_all(&json)).unwrap_or_default();
    Ok(invalid.iter().map(|error| words::in_file(&file.name, &errors::json(error))).collect())
}
