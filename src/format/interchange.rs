//! The trait of all formats, and what their exports consist of.

use super::draft::{Build, Draft, build};
use super::{FormatInfo, Imported, ReadError, ReadProblem, SourceFile, WrittenFile, zip};
use crate::model::{Project, Timestamp};

/// What a format may not be able to contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DroppedPart {
    /// The texts of articles.
    ArticleTexts,
    /// The notes, statuses and attributes of articles.
    ArticleDetails,
    /// Relations.
    Relations,
    /// Entities.
    Entities,
    /// Entities without mentions.
    UnmentionedEntities,
    /// The names of entities that are mentioned; those of their first mentions are used.
    EntityNames,
    /// The labels, aliases, identifiers and notes of entities.
    EntityDetails,
    /// The definitions of labels, attributes and relation types.
    Definitions,
    /// The ids of rejected suggestions.
    RejectedSuggestions,
    /// Fields that this version does not know.
    UnknownFields,
    /// The titles, sources, dates and languages of articles.
    ArticleMetadata,
    /// Tags that overlap another one that is kept.
    OverlappingTags,
    /// Tags that cover only spaces or line ends.
    TagsOfSpaces,
    /// Spaces or line ends at the edges of tags, or between their parts. Such tags become shorter, or of one part.
    SpacesOfTags,
    /// Tags of several parts. They become a tag for each part, or one over all, as the format says.
    Parts,
    /// Tags that do not begin and end where a word does. They are widened.
    PartsOfWords,
    /// Values of attributes.
    Attributes,
    /// Links of tags to their entities.
    EntityLinks,
    /// Notes of tags.
    Notes,
    /// Who created and changed tags and relations, and when.
    Authorship,
    /// The ids of tags and relations.
    Ids,
    /// Relations between tags of different articles.
    RelationsAcrossArticles,
    /// The notes of relations.
    RelationNotes,
    /// The titles of rows of the claims board.
    RowTitles,
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
    /// How the tokens of a tag are named, in formats with a token a line.
    pub scheme: TagScheme,
    /// A file for each article instead of one for all, in formats that can do both.
    pub one_file_each: bool,
}

/// How tokens of tags are named in formats with a token a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TagScheme {
    /// `B-` at the first token of a tag, `I-` at the others (also called BIO).
    #[default]
    Iob2,
    /// `B-` only where a tag follows another one of the same label.
    Iob1,
    /// As IOB2, with `E-` at the last token and `S-` at the only one.
    Bioes,
    /// As IOB2, with `L-` at the last token and `U-` at the only one.
    Bilou,
}

impl TagScheme {
    /// All schemes.
    pub const ALL: [Self; 4] = [Self::Iob2, Self::Iob1, Self::Bioes, Self::Bilou];

    /// The name of the scheme for the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Iob2 => "iob2",
            Self::Iob1 => "iob1",
            Self::Bioes => "bioes",
            Self::Bilou => "bilou",
        }
    }
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

/// A file format for projects.
pub trait Format: Sync {
    /// Its name, extension and the like.
    fn info(&self) -> &'static FormatInfo;

    /// Its name in the API ("crossread").
    fn name(&self) -> &'static str {
        self.info().name
    }

    /// The extension of its files, without the first full stop ("crossread.json").
    fn extension(&self) -> &'static str {
        self.info().extension
    }

    /// Whether a file is of this format, by its name and the beginning of its content.
    fn recognises(&self, file_name: &str, bytes: &[u8]) -> bool;

    /// Whether a file belongs to others of this format, though it is not recognised itself: the text of annotations in another file.
    fn goes_with(&self, _file_name: &str, _others: &[&str]) -> bool {
        false
    }

    /// What of a project the format does not contain.
    fn dropped(&self, project: &Project) -> Vec<Dropped>;

    /// Writes a project: one file or several.
    fn write(&self, project: &Project, options: ExportOptions) -> Vec<WrittenFile>;

    /// Writes a project as one file; several files become a ZIP archive.
    fn export(&self, project: &Project, options: ExportOptions) -> Exported {
        let mut files = self.write(project, options);
        let dropped = self.dropped(project);
        match (files.pop(), files.is_empty()) {
            (Some(WrittenFile { name, bytes }), true) => Exported { name, mime: self.info().mime, bytes, dropped },
            (last, _) => {
                files.extend(last);
                let name = super::file_name(&project.title, "zip");
                Exported { name, mime: zip::MIME, bytes: zip::archive(&files), dropped }
            }
        }
    }

    /// Reads the files of a project, which belong together.
    ///
    /// # Errors
    /// With the place in the file and what was expected there.
    fn read(&self, _: &[SourceFile<'_>]) -> Result<Draft, ReadError> {
        Err(ReadError::new("", ReadProblem::WriteOnly))
    }

    /// Reads a project from one file.
    ///
    /// # Errors
    /// With the place in the file and what was expected there.
    fn import(&self, bytes: &[u8]) -> Result<Imported, ReadError> {
        let draft = self.read(&[SourceFile { name: "", bytes }])?;
        let how = Build { title: String::new(), now: Timestamp::epoch(), unit: None };
        Ok(build(&draft, &how)?.imported)
    }
}
