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
    /// The predictions of other tools.
    Predictions,
    /// What a format has no place for in predictions: other tools as their source, relations across models, and that one was accepted whose
    /// tag is gone.
    PredictionDetails,
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
    /// Tags that are not claims.
    OtherTags,
    /// Where tags are in the texts.
    Positions,
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
    /// Tabs instead of commas between the cells of tables.
    pub tabs: bool,
    /// Without the texts of the articles, in formats that can leave them out.
    pub without_texts: bool,
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

    /// The same with these options, if they make a difference.
    fn dropped_with(&self, project: &Project, _options: ExportOptions) -> Vec<Dropped> {
        self.dropped(project)
    }

    /// Writes a project: one file or several.
    fn write(&self, project: &Project, options: ExportOptions) -> Vec<WrittenFile>;

    /// Writes a project as one file; several files become a ZIP archive.
    fn export(&self, project: &Project, options: ExportOptions) -> Exported {
        exported(project, self.info(), self.write(project, options), self.dropped_with(project, options))
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
        imported(&self.read(&[SourceFile { name: "", bytes }])?)
    }
}

// What is the same for all formats is not compiled for each.

fn exported(project: &Project, info: &FormatInfo, mut files: Vec<WrittenFile>, dropped: Vec<Dropped>) -> Exported {
    match (files.pop(), files.is_empty()) {
        (Some(WrittenFile { name, bytes }), true) => Exported { name, mime: info.mime, bytes, dropped },
        (last, _) => {
            files.extend(last);
            let name = super::file_name(&project.title, "zip");
            Exported { name, mime: zip::MIME, bytes: zip::archive(&files), dropped }
        }
    }
}

fn imported(draft: &Draft) -> Result<Imported, ReadError> {
    let how = Build { title: String::new(), now: Timestamp::epoch(), unit: None };
    Ok(build(draft, &how)?.imported)
}
