//! A schema alone in a file, for other projects to begin with.
//!
//! `{"format":"crossread-schema","version":1,"schema":{…}}`, where the schema is that of the native JSON. The schema of
//! a whole project is read as well.

use super::{NAME, SchemaRecord, VERSION, check_version, text_of};
use crate::format::{Exported, ImportError, file_name};
use crate::json::{FromJson, Json, JsonExt, NewObject, parse};
use crate::model::{Project, Schema};

/// What `format` says in the file of a schema.
pub const SCHEMA_FORMAT: &str = "crossread-schema";

/// Whether a file is that of a schema alone.
pub fn is_schema(bytes: &[u8]) -> bool {
    let name = b"\"crossread-schema\"";
    bytes[..bytes.len().min(4_096)].windows(name.len()).any(|window| window == name)
}

/// The file of a schema.
pub fn write_schema(schema: &Schema) -> Exported {
    let mut file = NewObject::default();
    file.needed("format", &SCHEMA_FORMAT.to_owned());
    file.needed("version", &VERSION);
    file.needed("schema", &SchemaRecord::of(schema));
    let bytes = format!("{:#}\n", Json::from(file)).into_bytes();
    let title = if schema.name.is_empty() { "labels" } else { &schema.name };
    let name = file_name(title, "schema.json");
    Exported { name, mime: "application/json", bytes, dropped: Vec::new() }
}

/// The schema in a file: alone, or in a project.
///
/// # Errors
/// With the place in the file and what was expected there.
pub fn read_schema(bytes: &[u8]) -> Result<Schema, ImportError> {
    let mut file = parse(text_of(bytes)?)?;
    let format = file.get("format").and_then(Json::as_str);
    if !matches!(format, Some(SCHEMA_FORMAT | NAME)) {
        let found = file.get("format").map_or("nothing".to_owned(), Json::shown);
        return Err(ImportError::new("format", format!("expected \"{SCHEMA_FORMAT}\", found {found}")));
    }
    check_version(&file)?;
    let record = file.get_mut("schema").map(Json::take).ok_or_else(|| ImportError::new("schema", "is missing"))?;
    let read = SchemaRecord::from_json(record).and_then(SchemaRecord::read);
    let schema = read.map_err(|error| error.within("schema"))?;
    Project::check_schema(&schema).map_err(|error| ImportError::new("schema", error.to_string()))?;
    Ok(schema)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PRESETS;

    fn fault(json: &str) -> String {
        read_schema(json.as_bytes()).map(|_| ()).expect_err("a fault").to_string()
    }

    #[test]
    fn what_is_written_is_read() {
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
    fn the_schema_of_a_project_is_read_too() {
        let created = crate::model::Timestamp::parse("2026-01-01T00:00:00Z").expect("a time");
        let json = super::super::write(&Project::new("P", PRESETS[2].1(), created));
        assert!(!is_schema(json.as_bytes()));
        assert_eq!(read_schema(json.as_bytes()), Ok(PRESETS[2].1()));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        assert_eq!(fault("[]"), "format: expected \"crossread-schema\", found nothing");
        assert!(fault("{").starts_with("line 1, column"));
        let file = |schema: &str| fault(&format!(r#"{{"format":"crossread-schema","version":1,"schema":{schema}}}"#));
        assert_eq!(file("{}"), "schema.labels: is missing");
        let label = r##"{"id":"A","kind":"verb","name":"A","colour":"#000000"}"##;
        let said = file(&format!(r#"{{"labels":[{label}]}}"#));
        assert!(said.starts_with("schema.labels[0].kind: expected one of claim, entity, other"), "{said}");
        let label = r#"{"id":"A","kind":"other","name":"A","colour":"red"}"#;
        assert!(file(&format!(r#"{{"labels":[{label}]}}"#)).starts_with("schema.labels[0].colour: expected a colour"));
        let label = r##"{"id":"A","kind":"other","name":"A","colour":"#000000"}"##;
        assert_eq!(file(&format!(r#"{{"labels":[{label},{label}]}}"#)), "schema: the id \"A\" is used twice");
        let newer = r#"{"format":"crossread-schema","version":2}"#;
        assert!(fault(newer).starts_with("version: written by a newer version"), "{}", fault(newer));
    }

    /// Found by fuzzing: the message had every choice whole.
    #[test]
    fn a_default_that_is_none_of_many_choices_is_told_in_few_words() {
        for kind in ["choice", "multiple choice"] {
            let choices = serde_json::json!((0..2_000).map(|n| n.to_string().repeat(100)).collect::<Vec<_>>());
            let attribute = format!(r#"{{"name":"a","kind":"{kind}","choices":{choices},"default":"x"}}"#);
            let label =
                format!(r##"{{"id":"A","kind":"other","name":"A","colour":"#000000","attributes":[{attribute}]}}"##);
            let said =
                fault(&format!(r#"{{"format":"crossread-schema","version":1,"schema":{{"labels":[{label}]}}}}"#));
            assert!(said.contains("\"a\" does not fit") && said.contains("and 1990 more"), "{said}");
            assert!(said.len() < 1_000, "{} bytes", said.len());
        }
    }
}
