//! The native JSON: a complete project in one file.
//!
//! Unknown fields are kept and written back. Keys and arrays are written in a fixed order, so that exports can be
//! compared with diff.

mod builder;
mod format;
mod read;
mod reader;
mod records;
mod scan;
mod schema_file;
mod schema_records;
mod value;
mod write;

#[cfg(test)]
mod json_schema;
#[cfg(test)]
mod tests;

use super::files::without_bom;
use super::{ReadError, ReadProblem};
use crate::json::{Expected, Found, Json, JsonExt, JsonProblem, utf8};
use crate::limits::PROJECT_BYTES;

pub use format::{INFO, Native, is_native, read, with_journal, write};
pub(crate) use read::{annotation, article, entity, prediction, relation, time};
pub use reader::NativeReader;
pub(crate) use records::{
    AnnotationRecord, ArticleRecord, EntityRecord, PredictionRecord, RangeRecord, RelationRecord,
};
pub use schema_file::{SCHEMA_FORMAT, is_schema, read_schema, write_schema};
pub(crate) use schema_records::SchemaRecord;
pub use write::NativeWriter;

/// The name of the format, also the value of `format` in every file.
pub const NAME: &str = "crossread";
/// The version that is written, and the newest version that can be read.
const VERSION: u32 = 1;
/// A field in exports of the rescue page only: the journal records of the steps that follow the snapshot, as strings.
const JOURNAL: &str = "journal";

/// The text of a file; an error if the file exceeds the size limit or is not UTF-8.
fn text_of(bytes: &[u8]) -> Result<&str, ReadError> {
    if bytes.len() > PROJECT_BYTES {
        return Err(ReadError::new("", ReadProblem::TooLarge { found: bytes.len(), most: PROJECT_BYTES }));
    }
    Ok(utf8(without_bom(bytes))?)
}

/// Checks that the version of a file can be read.
fn check_version(version: Option<&Json>) -> Result<(), ReadError> {
    match version.and_then(Json::as_u32) {
        Some(1) => Ok(()),
        Some(found) if found > VERSION => {
            Err(ReadError::new("version", ReadProblem::LaterVersion { found, most: VERSION }))
        }
        _ => Err(unexpected(version, "version", Expected::Version(VERSION))),
    }
}

/// The error that a field of a file does not have the expected value.
fn unexpected(value: Option<&Json>, field: &str, expected: Expected) -> ReadError {
    let found = value.map_or(Found::Nothing, Json::found);
    ReadError::new(field, JsonProblem::Unexpected { expected, found })
}

/// Reads each record of a list; an error has the path of the list and the index.
pub(crate) fn read_each<R, T>(
    list: &str,
    records: Vec<R>,
    mut read: impl FnMut(R) -> Result<T, ReadError>,
) -> Result<Vec<T>, ReadError> {
    let read = |(i, record)| read(record).map_err(|error| error.within(&format!("{list}[{i}]")));
    records.into_iter().enumerate().map(read).collect()
}
