//! What is converted, what takes the result, and what may be wrong.

use std::io::{self, Read};

use super::formats::LineFormat;
use crate::format::draft::Build;
use crate::format::{Dropped, ExportOptions, ImportWarning, ReadError};

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
