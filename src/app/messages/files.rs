//! Messages about imports, exports and downloads.

use super::text::{counted, mebibytes, quoted};
use super::{errors, recovery};
use crate::app::FilePurpose;
use crate::format::{ImportWarning, RecordProblem};
use crate::model::Project;
use crate::text::isolated;

/// The project was downloaded complete.
pub fn exported(name: &str) -> String {
    format!("Exported {name}")
}

/// The project was downloaded in a format that left something out.
pub fn exported_without(name: &str, dropped: &[String]) -> String {
    format!("Exported {name}, without {}", dropped.join(", "))
}

/// Another file was downloaded.
pub fn downloaded(name: &str) -> String {
    format!("Downloaded {name}")
}

/// The accessible name of a hidden file input.
pub fn file_input(purpose: FilePurpose) -> &'static str {
    match purpose {
        FilePurpose::Import => "File to import",
        FilePurpose::Add => "File to add to this project",
        FilePurpose::Articles => "Texts to open",
        FilePurpose::Schema => "Schema file",
    }
}

/// A file has no text in it.
pub const NO_TEXT: &str = "the file has no text in it";
/// Too many bytes were chosen at once.
pub const TOO_MUCH_AT_ONCE: &str = "too much at once. Add the other files first, then this one";
/// A byte order mark was removed.
pub const BOM_REMOVED: &str = "A byte order mark was removed";
/// The title of an article whose file has no name.
pub const UNTITLED_ARTICLE: &str = "Untitled article";

/// Files were dropped on a dialog that takes none.
pub const CLOSE_DIALOG_FIRST: &str = "No file was added. Close the dialog first, then choose the files again.";

/// A project cannot be opened now, because a dialog is open.
pub fn project_alone(name: &str) -> String {
    format!("{} is a Crossread project. Import it when the dialog is closed.", quoted(name))
}

/// A schema cannot be opened now, because texts are being added or came with it.
pub fn schema_alone(name: &str) -> String {
    format!("{} is a Crossread schema. Import it alone, when the dialog is closed.", quoted(name))
}

/// Something is wrong with one of several files. The reason may be a sentence or not.
pub fn in_file(name: &str, reason: &str) -> String {
    format!("{}: {}.", isolated(name), reason.trim_end_matches('.'))
}

/// More files were chosen than are read at once.
pub fn too_many_files(chosen: usize, most: usize) -> String {
    let chosen = counted(chosen, "file was", "files were");
    format!("{chosen} chosen. Only the first {most} are read.")
}

/// A text is longer than an article may be.
pub fn text_too_long(most: usize) -> String {
    format!("the text is longer than {}. Split it into several files", mebibytes(most))
}

/// Line ends were changed.
pub fn line_ends_changed(count: usize) -> String {
    format!("{} changed to LF", counted(count, "line end was", "line ends were"))
}

/// What a user should know about how a file was read.
pub fn import_warning(warning: &ImportWarning) -> String {
    match warning {
        ImportWarning::Loss(loss) => recovery::loss(loss),
        ImportWarning::Record { place, problem } if place.is_empty() => record_problem(problem),
        ImportWarning::Record { place, problem } => format!("{place}: {}", record_problem(problem)),
    }
}

/// Why a record of another tool's file was left out or changed.
fn record_problem(problem: &RecordProblem) -> String {
    let no_text = |start: u32, end: u32, what: &str| format!("tag from {start} to {end} left out: {what}");
    match problem {
        RecordProblem::OtherText { expected, found } => {
            format!("tag left out: the text there is {}, not {}", quoted(found), quoted(expected))
        }
        RecordProblem::EmptyRange { start, end } => no_text(*start, *end, "it covers no text"),
        RecordProblem::OutsideText { start, end } => no_text(*start, *end, "the text has no such positions"),
        RecordProblem::NoText(name) => format!("left out, because its text is missing: {}", isolated(name)),
        RecordProblem::NoFile(name) => format!("left out, because a file is missing: {}", isolated(name)),
        RecordProblem::Repeated(id) => format!("left out, because there is one with the same id: {}", isolated(id)),
        RecordProblem::Cells { found, most } => {
            format!(
                "row left out: it has {}, and the table {}",
                counted(*found, "cell", "cells"),
                counted(*most, "column", "columns")
            )
        }
        RecordProblem::NotAPosition(column, found) => {
            format!("tag left out: {} is {}, not a position", isolated(column), quoted(found))
        }
        RecordProblem::NotATime(column) => {
            format!("value of {} left out: it is not a time as 2026-01-31T12:00:00Z", isolated(column))
        }
        RecordProblem::NoRange => "tag left out: it has no positions".to_owned(),
        RecordProblem::NoArticle { source, count } => {
            format!(
                "{} of {} left out: the file does not have its text",
                counted(*count, "tag", "tags"),
                isolated(source)
            )
        }
        RecordProblem::OnlyPassages { source, count } => format!(
            "{} of {}: the file has only the quoted passages, which become the text of an article. Added to a project that has the whole text, the tags are looked for there",
            counted(*count, "tag", "tags"),
            isolated(source)
        ),
        RecordProblem::QuoteNotFound(quote) => format!("tag left out: the text does not have {}", quoted(quote)),
        RecordProblem::QuoteMoved(quote) => format!("tag moved to where the text has {}", quoted(quote)),
        RecordProblem::WithoutText => "left out: it has no text".to_owned(),
        RecordProblem::NoLabel => "left out: it has no label".to_owned(),
        RecordProblem::NoAnnotation => "relation left out: one of its ends was not imported".to_owned(),
        RecordProblem::SpacesGuessed => {
            "the file does not say where spaces are; there is one between words, and a line for each sentence"
                .to_owned()
        }
        RecordProblem::Widened => "tag widened: it began or ended inside of a character".to_owned(),
        RecordProblem::AttributeValue(name) => {
            format!("value of {} left out: it is none of those expected", isolated(name))
        }
        RecordProblem::Invalid(invalid) => format!("left out: {}", errors::invalid(invalid)),
        RecordProblem::NotUnderstood(found) => format!("left out, because it cannot be read: {}", quoted(found)),
        RecordProblem::Unsupported(name) => {
            format!("left out, because there is nothing like it here: {}", isolated(name))
        }
    }
}

/// A project was imported; with the warnings of its format.
pub fn imported(name: &str, project: &Project, warnings: &[String]) -> String {
    let articles = counted(project.articles().len(), "article", "articles");
    let tags = counted(project.annotation_count(), "tag", "tags");
    let mut text = format!("Imported {}: {articles}, {tags}", isolated(name));
    if !project.predictions().is_empty() {
        let predictions = counted(project.predictions().len(), "prediction", "predictions");
        text.push_str(&format!(", {predictions} among the suggestions"));
    }
    warnings.iter().for_each(|warning| text.push_str(&format!("\n{warning}")));
    text
}
