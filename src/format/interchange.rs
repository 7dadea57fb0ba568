//! The trait of all formats, and what their exports and imports consist of.

use super::{ReadError, recovery};
use crate::edit::History;
use crate::model::Project;

/// What a format may not be able to contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DroppedPart {
    /// The texts of articles.
    ArticleTexts,
    /// The notes, statuses and attributes of articles.
    ArticleDetails,
    /// Relations.
    Relations,
    /// Entities without mentions.
    UnmentionedEntities,
    /// The labels, aliases, identifiers and notes of entities.
    EntityDetails,
    /// The definitions of labels, attributes and relation types.
    Definitions,
    /// The ids of rejected suggestions.
    RejectedSuggestions,
    /// Fields that this version does not know.
    UnknownFields,
}

/// What of a project a format does not contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// The part.
    pub what: DroppedPart,
    /// The number of such items in the project.
    pub count: usize,
}

/// Options of an export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExportOptions {
    /// For spreadsheets: with a byte order mark, and an apostrophe before each text that would be taken for a formula.
    /// This changes texts, so files for other programs should not have it.
    pub for_spreadsheets: bool,
}

/// A project written in some format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// A name for the file, made from the project's title.
    pub name: String,
    /// The media type of the file.
    pub mime: &'static str,
    /// The content of the file.
    pub bytes: Vec<u8>,
    /// What the file does not contain; nothing is dropped without being listed here.
    pub dropped: Vec<Dropped>,
}

/// A warning about how a file was read.
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
    /// The steps that led to the project. Only exports of the rescue page contain them.
    pub history: History,
    /// Warnings for the user.
    pub warnings: Vec<ImportWarning>,
}

/// A file format for projects.
pub trait Format: Sync {
    /// Its name in the API ("crossread"). `app::messages::formats` has a title and a description for each name.
    fn name(&self) -> &'static str;

    /// The extension of its files, without the first full stop ("crossread.json").
    fn extension(&self) -> &'static str;

    /// The media type of its files.
    fn mime(&self) -> &'static str;

    /// Whether its files can be opened in a spreadsheet, so that [`ExportOptions::for_spreadsheets`] has an effect.
    fn is_for_spreadsheets(&self) -> bool {
        false
    }

    /// Whether its files can be read, or only written.
    fn can_be_read(&self) -> bool;

    /// Whether a file is of this format, by its name and the beginning of its content.
    fn recognises(&self, file_name: &str, bytes: &[u8]) -> bool;

    /// What of a project the format does not contain.
    fn dropped(&self, project: &Project) -> Vec<Dropped>;

    /// Writes a project.
    fn export(&self, project: &Project, options: ExportOptions) -> Exported;

    /// Reads a project.
    ///
    /// # Errors
    /// With the place in the file and what was expected there.
    fn import(&self, bytes: &[u8]) -> Result<Imported, ReadError>;
}
