//! A project that was read from a file, and what of the file was left out or changed.

use super::recovery;
use crate::edit::History;
use crate::model::{Invalid, Project};

/// A warning about how a file was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportWarning {
    /// Some of the steps in the file's journal could not be read.
    Loss(recovery::Loss),
    /// A record of another tool's file was left out or changed.
    Record {
        /// Where it is in the file: `line 12`, `[3].spans[1]`.
        place: String,
        /// Why.
        problem: RecordProblem,
    },
}

/// Why a record of another tool's file was left out or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordProblem {
    /// The text at the offsets is another one than the file says. The annotation was left out.
    OtherText {
        /// The covered text in the file, perhaps truncated.
        expected: String,
        /// The text at the offsets, perhaps truncated.
        found: String,
    },
    /// The annotation covers no character, and was left out.
    EmptyRange {
        /// The start, in the unit of the file.
        start: u32,
        /// The end.
        end: u32,
    },
    /// An offset is past the text or inside a character; the annotation was left out.
    OutsideText {
        /// The start, in the unit of the file.
        start: u32,
        /// The end.
        end: u32,
    },
    /// There is no text for these annotations, so that they were left out: the name of the file that would have it.
    NoText(String),
    /// A file that another one describes is missing: its name.
    NoFile(String),
    /// Another record before it has the same id, so that it was left out.
    Repeated(String),
    /// The row has more cells than the table has columns, and was left out.
    Cells {
        /// The number of cells.
        found: usize,
        /// The number of columns.
        most: usize,
    },
    /// The cell is no position; the annotation was left out. The name of the column, and what is there.
    NotAPosition(String, String),
    /// The cell is no time in RFC 3339, and was left out: the name of the column.
    NotATime(String),
    /// The annotation has no offsets, and was left out.
    NoRange,
    /// The file does not have the text of this article, so that its annotations were left out.
    NoArticle {
        /// The source of the article in the file.
        source: String,
        /// The number of annotations.
        count: usize,
    },
    /// The file has only the quoted passages of this article, of which its text was made.
    OnlyPassages {
        /// The source of the article in the file.
        source: String,
        /// The number of annotations.
        count: usize,
    },
    /// The quoted text is not in the text of the article; the annotation was left out.
    QuoteNotFound(String),
    /// The quoted text is at another place than the file says, where the annotation is now.
    QuoteMoved(String),
    /// The record has no text, and was left out.
    WithoutText,
    /// The annotation or relation has no label, and was left out.
    NoLabel,
    /// One end of the relation is not an annotation that was imported; the relation was left out.
    NoAnnotation,
    /// The file has words, but not the spaces between them: the text was made with one between words, and a line end after each sentence.
    SpacesGuessed,
    /// The range was widened to whole characters as readers see them.
    Widened,
    /// The value of an attribute was left out, because the attribute does not accept it.
    AttributeValue(String),
    /// The record breaks an invariant, and was left out.
    Invalid(Invalid),
    /// This cannot be read, and was left out; with the beginning of what is there.
    NotUnderstood(String),
    /// Crossread has nothing like this (the name that the format gives it), so that it was left out.
    Unsupported(String),
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
