//! The native JSON: everything a project is, in one file that any language reads.
//!
//! Unknown fields are kept and written back; keys and arrays come in a fixed order, so that two exports diff well.

mod json;
mod read;
mod records;
mod schema_records;
mod value;
mod write;

#[cfg(test)]
mod json_schema;
#[cfg(test)]
mod tests;

use serde::Deserialize;
use serde_json::{Map, Value};

use self::value::ValueRecord;
use super::error::quoted;
use super::{Exported, Format, ImportError, Imported, file_name};
use crate::model::{AttributeValue, Extra, Project};

pub(crate) use self::json::{parse, to_line, to_pretty};
pub(crate) use read::{annotation, article, entity, relation, time};
pub(crate) use records::{AnnotationRecord, ArticleRecord, Document, EntityRecord, RelationRecord};
pub(crate) use schema_records::SchemaRecord;

/// What `format` says in every file.
const FORMAT: &str = "crossread";
/// The version that is written, and the newest that is read.
const VERSION: u32 = 1;
/// The largest file that is read, in bytes.
const MAX_BYTES: usize = 512 << 20;
/// How many levels deep an unknown field may be nested.
const MAX_DEPTH: usize = 64;

/// The native JSON as a [`Format`].
pub struct Native;

impl Format for Native {
    fn name(&self) -> &'static str {
        FORMAT
    }

    fn title(&self) -> &'static str {
        "Crossread project"
    }

    fn extension(&self) -> &'static str {
        "crossread.json"
    }

    fn mime(&self) -> &'static str {
        "application/json"
    }

    fn recognises(&self, file_name: &str, bytes: &[u8]) -> bool {
        let head = &bytes[..bytes.len().min(4_096)];
        let name = b"\"crossread\"";
        file_name.ends_with(".crossread.json")
            || (without_bom(head).trim_ascii_start().starts_with(b"{") && head.windows(name.len()).any(|w| w == name))
    }

    fn export(&self, project: &Project) -> Exported {
        let bytes = to_pretty(&Document::of(project)).into_bytes();
        let name = file_name(&project.title, self.extension());
        Exported { name, mime: self.mime(), bytes, dropped: Vec::new() }
    }

    fn import(&self, bytes: &[u8]) -> Result<Imported, ImportError> {
        if bytes.len() > MAX_BYTES {
            return Err(ImportError::new("", format!("the file is larger than {} MiB", MAX_BYTES >> 20)));
        }
        let text = std::str::from_utf8(without_bom(bytes)).map_err(|error| {
            ImportError::new(format!("byte {}", error.valid_up_to()), "not UTF-8, in which a project is written")
        })?;
        // What a file says it is explains best why it does not read as a project.
        let document: Document = parse(text).map_err(|error| Header::of(text).map_or_else(|said| said, |()| error))?;
        Header { format: Some(document.format.as_str().into()), version: Some(document.version.into()) }.check()?;
        Ok(Imported { project: document.read()?, warnings: Vec::new() })
    }
}

/// A project as native JSON.
pub fn write(project: &Project) -> String {
    to_pretty(&Document::of(project))
}

/// A project from native JSON.
///
/// # Errors
/// With the place in the file and what was expected there.
pub fn read(json: &str) -> Result<Project, ImportError> {
    Native.import(json.as_bytes()).map(|imported| imported.project)
}

/// An attribute's value from JSON.
///
/// # Errors
/// With what was expected.
pub fn attribute_of(value: &Value) -> Result<AttributeValue, String> {
    ValueRecord::deserialize(value).map(|record| record.0).map_err(|error| error.to_string())
}

/// Like [`attribute_of`], but `null` stands for no value.
///
/// # Errors
/// With what was expected.
pub fn attribute_or_none(value: &Value) -> Result<Option<AttributeValue>, String> {
    if value.is_null() { Ok(None) } else { attribute_of(value).map(Some) }
}

fn without_bom(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// What a file says it is. A later version may have shaped all the rest differently.
#[derive(Deserialize)]
#[serde(expecting = "a Crossread project: an object")]
struct Header {
    format: Option<Value>,
    version: Option<Value>,
}

impl Header {
    /// Whether a text says that it can be read here.
    fn of(text: &str) -> Result<(), ImportError> {
        let header: Self = parse(text)?;
        if !text.trim_ascii_start().starts_with('{') {
            return Err(ImportError::new("", "expected a Crossread project: an object"));
        }
        header.check()
    }

    fn check(self) -> Result<(), ImportError> {
        let found = |value: Option<Value>| value.map_or("nothing".to_owned(), |value| quoted_json(&value));
        match self.format {
            Some(Value::String(format)) if format == FORMAT => {}
            other => return Err(ImportError::new("format", format!("expected \"{FORMAT}\", found {}", found(other)))),
        }
        match self.version.as_ref().and_then(Value::as_u64) {
            Some(1) => Ok(()),
            Some(newer) if newer > VERSION.into() => Err(ImportError::new(
                "version",
                format!(
                    "written by a newer version of Crossread (format version {newer}; this one reads up to {VERSION})"
                ),
            )),
            _ => Err(ImportError::new("version", format!("expected {VERSION}, found {}", found(self.version)))),
        }
    }
}

fn quoted_json(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Array(_) => "an array".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        other => other.to_string(),
    }
}

/// Turns each record of a list into what it stands for; an error names the list and the place in it.
pub(crate) fn read_each<R, T>(
    list: &str,
    records: Vec<R>,
    mut read: impl FnMut(R) -> Result<T, ImportError>,
) -> Result<Vec<T>, ImportError> {
    let read = |(i, record)| read(record).map_err(|error| error.within(&format!("{list}[{i}]")));
    records.into_iter().enumerate().map(read).collect()
}

/// The unknown fields of a record. The limit leaves room for the record to stand deeper in other files.
fn extra(fields: Map<String, Value>) -> Result<Extra, ImportError> {
    match fields.iter().find(|(_, value)| is_deeper(value, MAX_DEPTH)) {
        Some((name, _)) => Err(ImportError::new(name, format!("nested more than {MAX_DEPTH} levels deep"))),
        None => Ok(Extra::new(fields)),
    }
}

fn is_deeper(value: &Value, levels: usize) -> bool {
    let deeper = |value| levels == 0 || is_deeper(value, levels - 1);
    match value {
        Value::Array(items) => items.iter().any(deeper),
        Value::Object(fields) => fields.values().any(deeper),
        _ => false,
    }
}
