//! Why a file cannot be read, as data with its place.

use crate::edit::Conflict;
use crate::json::{JsonProblem, Located};
use crate::model::Invalid;

/// Why a file cannot be read, and the place in it.
pub type ReadError = Located<ReadProblem>;

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadProblem {
    /// The file is not JSON, or not the expected JSON.
    Json(JsonProblem),
    /// A record breaks an invariant.
    Invalid(Invalid),
    /// A step of the journal does not fit the project.
    Conflict(Conflict),
    /// The annotations are about a text in another file, which is missing: its name.
    NoText(String),
    /// No file has the texts that a table is about: the name of an article that it names, if it does.
    NoTexts(String),
    /// A file that this one describes is missing: its name.
    NoFile(String),
    /// A table has none of the columns that are needed, but these.
    Columns(Vec<String>),
    /// It is in no format that can be read.
    UnknownFormat,
    /// Files of this format can only be written.
    WriteOnly,
    /// The file does not show in which unit its offsets count, and it makes a difference.
    UnitOfOffsets,
    /// The file is too large.
    TooLarge {
        /// The number of bytes.
        found: usize,
        /// The limit in bytes.
        most: usize,
    },
    /// A later version wrote the file.
    LaterVersion {
        /// The version of the format.
        found: u32,
        /// The latest version that can be read.
        most: u32,
    },
    /// A text begins with a byte order mark.
    ByteOrderMark,
    /// A text has this number of line ends with CR.
    CarriageReturns(usize),
    /// The SHA-256 of a text does not match.
    Checksum {
        /// The SHA-256 of the text.
        expected: String,
        /// The SHA-256 in the file, perhaps truncated.
        found: String,
    },
    /// The text of a range does not match.
    OtherText {
        /// The text of the article, perhaps truncated.
        expected: String,
        /// The text in the file, perhaps truncated.
        found: String,
        /// The start of the range in code points.
        start: u32,
        /// The end of the range in code points.
        end: u32,
    },
    /// An offset in UTF-16 units does not match.
    OtherOffset {
        /// The offset in the text.
        expected: u32,
        /// The offset in the file.
        found: u32,
    },
    /// The text before a range does not end with this one.
    OtherPrefix(String),
    /// The text after a range does not begin with this one.
    OtherSuffix(String),
}

impl From<JsonProblem> for ReadProblem {
    fn from(problem: JsonProblem) -> Self {
        Self::Json(problem)
    }
}

impl From<Invalid> for ReadProblem {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(invalid)
    }
}

impl From<Conflict> for ReadProblem {
    fn from(conflict: Conflict) -> Self {
        Self::Conflict(conflict)
    }
}

impl From<Located<JsonProblem>> for ReadError {
    fn from(error: Located<JsonProblem>) -> Self {
        Self::new(error.place, *error.problem)
    }
}
