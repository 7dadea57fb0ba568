//! The trait of all formats, and what their exports consist of.

use super::draft::{Build, Draft, build};
use super::draft_reader::{AtOnce, DraftReader};
use super::file_parts::{FilePart, FileParts};
use super::{
    ExportOption, ExportOptions, ExportWriter, FormatInfo, Imported, ReadError, ReadProblem, SourceFile, WrittenFile,
};
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

/// Adds the counts of a step to those of all ([`Format::dropped_steps`]).
pub fn add_dropped(all: &mut Vec<Dropped>, some: Vec<Dropped>) {
    for one in some {
        match all.iter_mut().find(|known| known.what == one.what) {
            Some(known) => known.count += one.count,
            None => all.push(one),
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

    /// What of a project the format does not contain when it is written with these options, in steps: the counts of all of them are to be
    /// added up ([`add_dropped`]).
    fn dropped_steps<'a>(
        &'a self,
        project: &'a Project,
        options: ExportOptions,
    ) -> Box<dyn Iterator<Item = Vec<Dropped>> + 'a> {
        let is_without = options.without_texts && self.info().options.contains(&ExportOption::WithoutTexts);
        let count = if is_without { project.articles().len() } else { 0 };
        let texts = (count > 0).then(|| vec![Dropped { what: DroppedPart::ArticleTexts, count }]);
        Box::new(texts.into_iter().chain(std::iter::once_with(|| self.dropped(project))))
    }

    /// What of a project the format does not contain when it is written with these options.
    fn dropped_with(&self, project: &Project, options: ExportOptions) -> Vec<Dropped> {
        let mut all = Vec::new();
        self.dropped_steps(project, options).for_each(|some| add_dropped(&mut all, some));
        all
    }

    /// The media type of a file that is written with these options.
    fn mime(&self, _: ExportOptions) -> &'static str {
        self.info().mime
    }

    /// Writes a project: one file or several.
    fn write(&self, project: &Project, options: ExportOptions) -> Vec<WrittenFile>;

    /// Writes a project as [`Self::write`] does, in steps. A step is about an article where the format allows that, so that the page can be
    /// used meanwhile.
    fn parts<'a>(&'a self, project: &'a Project, options: ExportOptions) -> FileParts<'a> {
        let all = std::iter::once_with(move || self.write(project, options));
        Box::new(all.flatten().map(FilePart::from))
    }

    /// Writes a project as one file; several files become a ZIP archive.
    fn export(&self, project: &Project, options: ExportOptions) -> Exported {
        let mut writer = ExportWriter::new(self.mime(options), self.parts(project, options), &project.title);
        while writer.step() {}
        let bytes = writer.take();
        Exported { name: writer.name(), mime: writer.mime(), bytes, dropped: self.dropped_with(project, options) }
    }

    /// Reads the files of a project, which belong together.
    ///
    /// # Errors
    /// With the place in the file and what was expected there.
    fn read(&self, _: &[SourceFile<'_>]) -> Result<Draft, ReadError> {
        Err(ReadError::new("", ReadProblem::WriteOnly))
    }

    /// Reads files as [`Self::read`] does, in steps. A step is about a record or a file where the format allows that.
    fn reader<'a>(&'a self, files: &'a [SourceFile<'a>]) -> Box<dyn DraftReader + 'a> {
        Box::new(AtOnce::new(Box::new(move || self.read(files))))
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

fn imported(draft: &Draft) -> Result<Imported, ReadError> {
    let how = Build { title: String::new(), now: Timestamp::epoch(), unit: None };
    Ok(build(draft, &how)?.imported)
}
