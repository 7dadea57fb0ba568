//! Why a file or a stored record cannot be read.

use super::edit::conflict;
use super::json::{at, problem as json_problem};
use super::model::invalid;
use crate::app::messages::formats::readable_formats;
use crate::app::messages::text::{counted, mebibytes};
use crate::app::messages::values::value;
use crate::format::checksummed::Damage;
use crate::format::recovery::Unreadable;
use crate::format::{ReadError, ReadProblem};
use crate::text::isolated;

/// Why a file cannot be read.
pub fn read(error: &ReadError) -> String {
    at(&error.place, &problem(&error.problem))
}

fn problem(problem: &ReadProblem) -> String {
    match problem {
        ReadProblem::Json(problem) => json_problem(problem),
        ReadProblem::Invalid(problem) => invalid(problem),
        ReadProblem::Conflict(problem) => conflict(problem),
        ReadProblem::NoText(name) => {
            format!("its text is missing: {}, which has to be opened together with it", isolated(name))
        }
        ReadProblem::NoTexts(article) => no_texts(article),
        ReadProblem::NoFile(name) => {
            format!("a file that it describes is missing: {}, which has to be opened together with it", isolated(name))
        }
        ReadProblem::Columns(found) => format!(
            "expected a table with the columns start, end and label, or text; found {}",
            if found.is_empty() { "no columns".to_owned() } else { found.iter().map(|name| value(name)).collect::<Vec<_>>().join(", ") }
        ),
        ReadProblem::UnknownFormat => format!("not a format that can be opened; these can: {}", readable_formats()),
        ReadProblem::UnitOfOffsets => {
            "the file does not show what its positions count (characters, UTF-16 units, bytes); open it by Import, which asks"
                .to_owned()
        }
        ReadProblem::WriteOnly => {
            "a table of tags does not contain the texts of the articles, so it cannot be read back".to_owned()
        }
        ReadProblem::TooLarge { found, most } => too_large(*found, *most),
        ReadProblem::LaterVersion { found, most } => {
            format!("written by a newer version of Crossread (format version {found}; this version reads up to {most})")
        }
        ReadProblem::ByteOrderMark => {
            "begins with a byte order mark; without it, all offsets would be one less".to_owned()
        }
        ReadProblem::CarriageReturns(count) => {
            format!("has {} with CR; expected LF only", counted(*count, "line end", "line ends"))
        }
        ReadProblem::Checksum { expected, found } => {
            format!("expected {expected}, the checksum of the text, found {}", value(found))
        }
        ReadProblem::OtherText { expected, found, start, end } => {
            let (expected, found) = (value(expected), value(found));
            format!("expected {expected}, the text of the article from code point {start} to {end}, found {found}")
        }
        ReadProblem::OtherOffset { expected, found } => format!("expected {expected}, found {found}"),
        ReadProblem::OtherPrefix(prefix) => format!("the text before the range does not end with {}", value(prefix)),
        ReadProblem::OtherSuffix(suffix) => {
            format!("the text after the range does not begin with {}", value(suffix))
        }
    }
}

/// Why a table without texts cannot be read.
fn no_texts(article: &str) -> String {
    let file = match article {
        "" => "a file of plain text (.txt)".to_owned(),
        article => format!("the file {}", isolated(&format!("{article}.txt"))),
    };
    format!(
        "the texts of the articles are missing: open the table together with {file}, or with a table that has the columns article and text"
    )
}

/// Why a file or text with too many bytes is refused.
pub(super) fn too_large(found: usize, most: usize) -> String {
    format!("too large: {}; the limit is {}", mebibytes(found), mebibytes(most))
}

/// Why a stored record or a stored project cannot be read.
pub fn unreadable(reason: &Unreadable) -> String {
    match reason {
        Unreadable::NothingStored => "nothing is stored of it".to_owned(),
        Unreadable::Missing => "it is missing".to_owned(),
        Unreadable::Damaged(Damage::Header) => "it is not a record of this program".to_owned(),
        Unreadable::Damaged(Damage::Length { expected, found }) => format!("it has {found} of {expected} bytes"),
        Unreadable::Damaged(Damage::Checksum) => "its checksum does not match".to_owned(),
        Unreadable::Content(error) => read(error),
        Unreadable::Conflict(problem) => conflict(problem),
    }
}
