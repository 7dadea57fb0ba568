//! Converts files of JSON Lines into other JSON Lines part by part, in little memory: the result is the same as that of reading all and
//! writing it.
//!
//! A first pass ([`survey`]) collects what is of the whole: labels, attributes and relation types, entities, and the unit of offsets. A second
//! makes a project of each part, a megabyte of the file, with the schema of the whole, and writes it. Ids stay unique, because a hash
//! of each is kept. Files in which records of different parts belong together cannot be converted so ([`StreamError::NeedsWhole`]):
//! relations and annotations far from their articles, tasks of Prodigy about one text that are far apart, a list instead of lines, UTF-16.

mod formats;
mod part_reader;
mod records;
mod survey;
mod tally;

use std::io::{self, Read};

use super::article_lines::relations_within;
use super::draft::{Build, BuiltIds, Decision, Draft, build_part};
use super::{Dropped, ExportOptions, ImportWarning, Imported, ReadError, ReadProblem};

use formats::LineWriter;
use part_reader::PartReader;
use survey::{Survey, Whole};
use tally::Tally;

pub use formats::LineFormat;

/// How much of a file is read at once, in bytes.
pub const BLOCK: usize = 1 << 20;

/// A file of JSON Lines, which is read several times.
pub struct LineFile<'a> {
    /// Its name, for places in it.
    pub name: String,
    /// Opens it from its beginning.
    pub open: Box<dyn Fn() -> io::Result<Box<dyn Read>> + 'a>,
}

/// What to convert, and how.
pub struct Conversion<'a> {
    /// The format of the files.
    pub from: LineFormat,
    /// The format to write.
    pub to: LineFormat,
    /// The files, which belong together.
    pub files: &'a [LineFile<'a>],
    /// The title and the times of records without them, and the unit of offsets if it is known.
    pub how: &'a Build,
    /// The options of the export; with all articles in one file.
    pub options: ExportOptions,
    /// How much of a file is read at once, in bytes: [`BLOCK`], or less in tests.
    pub block: usize,
}

/// Takes what is converted.
pub trait Sink {
    /// Appends to the file of this name.
    ///
    /// # Errors
    /// When it cannot be written.
    fn append(&mut self, file: &str, bytes: &[u8]) -> io::Result<()>;

    /// Takes a warning.
    fn warn(&mut self, warning: &ImportWarning);
}

/// What was converted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Converted {
    /// The number of articles.
    pub articles: usize,
    /// The number of annotations.
    pub annotations: usize,
    /// The number of relations.
    pub relations: usize,
    /// The number of entities.
    pub entities: usize,
    /// What the files do not contain.
    pub dropped: Vec<Dropped>,
}

/// Why files were not converted. What was written until then is incomplete.
#[derive(Debug)]
pub enum StreamError {
    /// A file cannot be read: its index, and why.
    Input(usize, io::Error),
    /// The result cannot be written.
    Output(io::Error),
    /// The content of a file is not as expected.
    Read(ReadError),
    /// Records of different parts belong together, or the file has no lines. Nothing was written yet.
    NeedsWhole,
}

impl From<ReadError> for StreamError {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

/// Converts files.
///
/// # Errors
/// See [`StreamError`].
pub fn convert(conversion: &Conversion<'_>, sink: &mut dyn Sink) -> Result<Converted, StreamError> {
    let whole = survey(conversion)?;
    let has_relations =
        whole.has_relations && conversion.to == LineFormat::Doccano && has_relations(conversion, &whole)?;
    let mut writer = LineWriter::new(conversion.to, has_relations);
    let mut tally = Tally::new(conversion.to, &whole);
    each_part(conversion, &whole, &mut |imported| {
        imported.warnings.iter().for_each(|warning| sink.warn(warning));
        tally.add(&imported.project);
        for file in writer.write(&imported.project, conversion.options) {
            sink.append(&file.name, &file.bytes).map_err(StreamError::Output)?;
        }
        Ok(true)
    })?;
    Ok(tally.finish())
}

/// Reads the files for what is of the whole.
fn survey(conversion: &Conversion<'_>) -> Result<Whole, StreamError> {
    let mut reader = PartReader::new(conversion);
    let mut survey = Survey::default();
    while let Some((draft, end)) = reader.next_part()? {
        survey.add(draft, end, conversion.how)?;
    }
    if reader.is_unknown() {
        return Err(ReadError::new("", ReadProblem::UnknownFormat).into());
    }
    survey.finish(conversion.how)
}

/// Whether the project has a relation within an article: the shape of doccano's lines depends on it. Ends with the first.
fn has_relations(conversion: &Conversion<'_>, whole: &Whole) -> Result<bool, StreamError> {
    let mut found = false;
    each_part(conversion, whole, &mut |imported| {
        found = !relations_within(&imported.project).is_empty();
        Ok(!found)
    })?;
    Ok(found)
}

/// Makes a project of each part, until `take` returns false. A file without records has one part.
fn each_part(
    conversion: &Conversion<'_>,
    whole: &Whole,
    take: &mut dyn FnMut(&Imported) -> Result<bool, StreamError>,
) -> Result<(), StreamError> {
    let mut reader = PartReader::new(conversion);
    let mut ids = BuiltIds::default();
    let mut is_first = true;
    loop {
        let draft = match reader.next_part()? {
            Some((draft, _)) => draft,
            None if is_first => Draft::new(conversion.from.units()),
            None => return Ok(()),
        };
        is_first = false;
        let draft = Draft { entities: whole.entities_of(&draft), ..draft };
        let built = build_part(&draft, conversion.how, &whole.schema, whole.shown, &mut ids)?;
        if built.decisions.iter().any(|decision| matches!(decision, Decision::Open(_))) {
            return Err(ReadError::new("", ReadProblem::UnitOfOffsets).into());
        }
        if !take(&built.imported)? {
            return Ok(());
        }
    }
}
