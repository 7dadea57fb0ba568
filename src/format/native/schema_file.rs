//! Schema files: a schema without a project, for use in other projects.
//!
//! `{"format":"crossread-schema","version":1,"schema":{…}}`, where the schema has the form of the native JSON. The
//! schema of a project file can be read, too.

use super::{NAME, SchemaRecord, VERSION, check_version, text_of, unexpected};
use crate::format::{Exported, ReadError, file_name};
use crate::json::{Expected, FromJson, Json, JsonProblem, NewObject, parse};
use crate::model::{Project, Schema};

/// The value of `format` in a schema file.
pub const SCHEMA_FORMAT: &str = "crossread-schema";

/// Whether a file is a schema file.
pub fn is_schema(bytes: &[u8]) -> bool {
    let name = b"\"crossread-schema\"";
    bytes[..bytes.len().min(4_096)].windows(name.len()).any(|window| window == name)
}

/// Writes a schema file.
pub fn write_schema(schema: &Schema) -> Exported {
    let mut file = NewObject::default();
    file.required("format", &SCHEMA_FORMAT.to_owned());
    file.required("version", &VERSION);
    file.required("schema", &SchemaRecord::of(schema));
    let bytes = format!("{:#}\n", Json::from(file)).into_bytes();
    let title = if schema.name.is_empty() { "labels" } else { &schema.name };
    let name = file_name(title, "schema.json");
    Exported { name, mime: "application/json", bytes, dropped: Vec::new() }
}

/// The schema in a schema file or in a project file.
///
/// # Errors
/// With the place in the file and what was expected there.
pub fn read_schema(bytes: &[u8]) -> Result<Schema, ReadError> {
    let mut file = parse(text_of(bytes)?)?;
    let format = file.get("format").and_then(Json::as_str);
    if !matches!(format, Some(SCHEMA_FORMAT | NAME)) {
        return Err(unexpected(file.get("format"), "format", Expected::Exactly(SCHEMA_FORMAT)));
    }
    check_version(file.get("version"))?;
    let record = file.get_mut("schema").map(Json::take);
    let record = record.ok_or_else(|| ReadError::new("schema", JsonProblem::Missing))?;
    let record = SchemaRecord::from_json(record).map_err(|error| error.within("schema"))?;
    let schema = record.read().map_err(|error| error.within("schema"))?;
    Project::check_schema(&schema).map_err(|invalid| ReadError::new("schema", invalid))?;
    Ok(schema)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PRESETS;

    #[test]
    fn a_written_schema_can_be_read() {
        for (name, preset) in PRESETS {
            let mut schema = preset();
            schema.name = format!("{name} 😀");
            let file = write_schema(&schema);
            assert!(is_schema(&file.bytes));
            assert_eq!(read_schema(&file.bytes), Ok(schema));
        }
        assert_eq!(write_schema(&PRESETS[1].1()).name, "conll-2003.schema.json");
    }

    #[test]
    fn the_schema_of_a_project_file_can_be_read() {
        let created = crate::model::Timestamp::parse("2026-01-01T00:00:00Z").expect("a time");
        let json = super::super::write(&Project::new("P", PRESETS[2].1(), created));
        assert!(!is_schema(json.as_bytes()));
        assert_eq!(read_schema(json.as_bytes()), Ok(PRESETS[2].1()));
    }
}
