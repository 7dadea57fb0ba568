//! The native JSON: everything a project is, in one file that any language reads.
//!
//! Unknown fields are kept and written back; keys and arrays come in a fixed order, so that two exports diff well.

mod format;
mod read;
mod records;
mod schema_file;
mod schema_records;
mod value;
mod write;

#[cfg(test)]
mod json_schema;
#[cfg(test)]
mod tests;

use super::{ReadError, ReadProblem};
use crate::json::{Expected, Found, FromJson, Json, JsonExt, JsonProblem, RecordForm, parse, to_pretty, utf8};
use crate::limits::PROJECT_BYTES;
use crate::model::Project;

pub use format::Native;
pub(crate) use read::{annotation, article, entity, relation, time};
pub(crate) use records::{AnnotationRecord, ArticleRecord, Document, EntityRecord, RelationRecord};
pub use schema_file::{SCHEMA_FORMAT, is_schema, read_schema, write_schema};
pub(crate) use schema_records::SchemaRecord;

/// The name of the format, also the value of `format` in every file.
pub const NAME: &str = "crossread";
/// The version that is written, and the newest that is read.
const VERSION: u32 = 1;
/// The field that only files of the rescue page have: the steps after the project, each the text of its record.
const JOURNAL: &str = "journal";

/// A project as native JSON.
pub fn write(project: &Project) -> String {
    to_pretty(&Document::of(project))
}

/// A project from native JSON. The journal in a file of the rescue page is left out: only [`Native`] reads it.
///
/// # Errors
/// With the place in the file and what was expected there.
pub fn read(json: &str) -> Result<Project, ReadError> {
    open(json.as_bytes()).map(|(project, _)| project)
}

/// The project in a file, and the records of the steps that follow it (none but in a file of the rescue page).
#[inline(never)]
fn open(bytes: &[u8]) -> Result<(Project, Vec<String>), ReadError> {
    let file = parse(text_of(bytes)?)?;
    check_header(&file)?;
    let mut document = Document::from_json(file)?;
    let journal = document.extra.take_texts(JOURNAL);
    Ok((document.read()?, journal))
}

fn without_bom(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// The text of a file that is no larger than can be read.
fn text_of(bytes: &[u8]) -> Result<&str, ReadError> {
    if bytes.len() > PROJECT_BYTES {
        return Err(ReadError::new("", ReadProblem::TooLarge { found: bytes.len(), most: PROJECT_BYTES }));
    }
    Ok(utf8(without_bom(bytes))?)
}

/// Whether a file is what can be read here. A later version may have shaped all the rest differently.
fn check_header(file: &Json) -> Result<(), ReadError> {
    if !matches!(file, Json::Object(_)) {
        return Err(file.instead_of(Expected::Record(RecordForm::Project)).into());
    }
    if file.get("format").and_then(Json::as_str) != Some(NAME) {
        return Err(unexpected(file, "format", Expected::Exactly(NAME)));
    }
    check_version(file)
}

/// Whether a file is of a version that can be read here.
fn check_version(file: &Json) -> Result<(), ReadError> {
    match file.get("version").and_then(Json::as_u32) {
        Some(1) => Ok(()),
        Some(found) if found > VERSION => {
            Err(ReadError::new("version", ReadProblem::LaterVersion { found, most: VERSION }))
        }
        _ => Err(unexpected(file, "version", Expected::Version(VERSION))),
    }
}

/// The error that a field of a file has another value than the expected one.
fn unexpected(file: &Json, field: &str, expected: Expected) -> ReadError {
    let found = file.get(field).map_or(Found::Nothing, Json::found);
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
