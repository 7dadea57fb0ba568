//! The JSON Schema of the native JSON, generated from the records. A test checks that the file in the repository is up
//! to date.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::records::Document;
use crate::model::{ArticleStatus, AttributeKind, AttributeValue, LabelKind};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/schemas/crossread-1.schema.json");

#[test]
fn the_schema_file_is_up_to_date() {
    let mut schema = schemars::schema_for!(Document);
    schema.insert("title".to_owned(), "Crossread project, version 1".into());
    let mut schema = schema.to_value();
    add_merge_fields(&mut schema);
    schema.sort_all_objects();
    let schema = Schema::try_from(schema).expect("a schema");
    let written = serde_json::to_string_pretty(&schema).expect("json") + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(PATH, &written).expect("the schema's folder");
    }
    let current = std::fs::read_to_string(PATH).expect("the schema");
    assert_eq!(current, written, "run the tests with UPDATE_SCHEMA=1 and review the diff");
}

/// Adds the fields of `merge`, which are among the unknown ones for the records.
fn add_merge_fields(schema: &mut serde_json::Value) {
    let defs = &mut schema["$defs"];
    defs["Doubt"] = serde_json::json!({
        "description": "Why the place of an annotation is to be reviewed: it was made for another version of the text.",
        "type": "object",
        "properties": {
            "score": {
                "description": "How much of the quote and its context is where the annotation is now: from 0 to 1.",
                "type": "number",
            },
            "ranges": {
                "description": "What the annotation covered in the other version, with the positions there.",
                "type": "array", "items": { "$ref": "#/$defs/Range" },
            },
        },
        "required": ["ranges", "score"],
        "additionalProperties": true,
    });
    let doubt =
        serde_json::json!({ "$ref": "#/$defs/Doubt", "description": "Present while the place is to be reviewed." });
    defs["Annotation"]["properties"]["doubt"] = doubt;
    defs["Article"]["properties"]["unplaced"] = serde_json::json!({
        "description": "Annotations of another version of the text that have no place in this one. Their ranges are those of the other version; each may have a list `relations` of relations that are made when it gets a place.",
        "type": "array",
        "items": { "$ref": "#/$defs/Annotation" },
    });
}

impl JsonSchema for ArticleStatus {
    fn schema_name() -> Cow<'static, str> {
        "ArticleStatus".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let description = "The annotation progress of an article: unread, in progress (\"in work\") or done.";
        json_schema!({ "description": description, "type": "string", "enum": Self::ALL.map(Self::name) })
    }
}

impl JsonSchema for LabelKind {
    fn schema_name() -> Cow<'static, str> {
        "LabelKind".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let description = "The kind of thing that a label marks: a claim (a checkable statement), an entity (a person, place or thing), or anything else.";
        json_schema!({ "description": description, "type": "string", "enum": Self::ALL.map(Self::name) })
    }
}

impl JsonSchema for AttributeKind {
    fn schema_name() -> Cow<'static, str> {
        "AttributeKind".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "The type of the values of an attribute.",
            "type": "string",
            "enum": Self::ALL.map(Self::name)
        })
    }
}

impl JsonSchema for AttributeValue {
    fn schema_name() -> Cow<'static, str> {
        "Value".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "The value of an attribute: a string, a list of strings, a number, or a boolean.",
            "type": ["string", "array", "number", "boolean"],
            "items": { "type": "string" }
        })
    }
}
