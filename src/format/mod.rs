//! Interchange formats: one module each, behind one trait and one registry.

pub mod csv;
mod file_name;
pub mod journal;
pub mod native;
mod project_info;
pub mod recovery;
mod sample_article;
pub mod sealed;

use std::fmt;

use crate::edit::History;
use crate::model::Project;

pub use crate::json::ImportError;
pub use file_name::file_name;
pub use project_info::ProjectInfo;
pub use sample_article::SampleArticle;

/// What a format could not carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// What it is, in words, in the plural ("relations").
    pub what: String,
    /// How many there were.
    pub count: usize,
}

impl fmt::Display for Dropped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.what, self.count)
    }
}

/// How a project is written, where its format leaves a choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExportOptions {
    /// Written for a spreadsheet: marked as UTF-8, with an apostrophe before each text that it would take for a formula
    /// and compute. This changes texts; programs that read data should get them as they are.
    pub for_spreadsheets: bool,
}

/// A project written in some format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// A name for the file, made of the project's title.
    pub name: String,
    /// Its media type.
    pub mime: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
    /// What the format could not carry; nothing is dropped without being listed here.
    pub dropped: Vec<Dropped>,
}

/// What a user should know about how a file was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportWarning {
    /// Some of the steps in the file's journal could not be read.
    Loss(recovery::Loss),
}

/// A project read from a file.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The project.
    pub project: Project,
    /// What led to the project, as far as the file has it: only files of the rescue page do.
    pub history: History,
    /// What a user should know about how it was read.
    pub warnings: Vec<ImportWarning>,
}

/// A way to write a project down.
pub trait Format: Sync {
    /// The name by which programs ask for it ("crossread").
    fn name(&self) -> &'static str;

    /// What a person calls it.
    fn title(&self) -> &'static str;

    /// What it is good for, in a sentence or two.
    fn about(&self) -> &'static str;

    /// What its files' names end in, without the first full stop ("crossread.json").
    fn extension(&self) -> &'static str;

    /// The media type of its files.
    fn mime(&self) -> &'static str;

    /// Whether its files can be opened in a spreadsheet, so that [`ExportOptions::for_spreadsheets`] counts.
    fn is_for_spreadsheets(&self) -> bool {
        false
    }

    /// Whether its files can be read as projects, and are not for other programs only.
    fn can_be_read(&self) -> bool;

    /// Whether a file is of this format, by its name and a quick look at its content.
    fn recognises(&self, file_name: &str, bytes: &[u8]) -> bool;

    /// What of a project it cannot carry.
    fn dropped(&self, project: &Project) -> Vec<Dropped>;

    /// Writes a project.
    fn export(&self, project: &Project, options: ExportOptions) -> Exported;

    /// Reads a project.
    ///
    /// # Errors
    /// With the place in the file and what was expected there.
    fn import(&self, bytes: &[u8]) -> Result<Imported, ImportError>;
}

/// All formats, the most specific first.
pub fn formats() -> &'static [&'static dyn Format] {
    &[&native::Native, &csv::Csv]
}

/// The format of a name.
pub fn find(name: &str) -> Option<&'static dyn Format> {
    formats().iter().copied().find(|format| format.name() == name)
}

/// The format that a file is of.
pub fn recognise(file_name: &str, bytes: &[u8]) -> Option<&'static dyn Format> {
    formats().iter().copied().find(|format| format.recognises(file_name, bytes))
}

/// Reads a file of whichever format it is in; also tells which that was.
///
/// # Errors
/// When no format is recognised, or as the format says.
pub fn import_any(file_name: &str, bytes: &[u8]) -> Result<(&'static dyn Format, Imported), ImportError> {
    let format = recognise(file_name, bytes).ok_or_else(|| unknown(file_name))?;
    Ok((format, format.import(bytes)?))
}

fn unknown(file_name: &str) -> ImportError {
    let readable = formats().iter().filter(|format| format.can_be_read());
    let taken: Vec<_> = readable.map(|format| format!("{} (.{})", format.title(), format.extension())).collect();
    ImportError::new(file_name, format!("not a format that can be read here; these can: {}", taken.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_file_is_told_what_is_taken() {
        let error = import_any("photo.png", b"\x89PNG").map(|_| ()).expect_err("not a project");
        assert!(error.to_string().starts_with("photo.png: not a format"), "{error}");
        assert!(error.to_string().contains(".crossread.json"), "{error}");
    }

    #[test]
    fn names_are_unique_and_found() {
        for format in formats() {
            assert_eq!(find(format.name()).map(|found| found.title()), Some(format.title()));
        }
        assert!(find("no such format").is_none());
    }
}
