//! The JSON Schema of the native JSON: generated from the records, kept in the repository, and compared with them by a test.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::Document;
use crate::model::{ArticleStatus, AttributeKind, AttributeValue, LabelKind};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/schemas/crossread-1.schema.json");

#[test]
fn the_schema_in_the_repository_is_that_of_the_records() {
    let mut schema = schemars::schema_for!(Document);
    schema.insert("title".to_owned(), "Crossread project, version 1".into());
    let mut schema = schema.to_value();
    schema.sort_all_objects();
    let schema = Schema::try_from(schema).expect("a schema");
    let written = serde_json::to_string_pretty(&schema).expect("json") + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(PATH, &written).expect("the schema's folder");
    }
    let kept = std::fs::read_to_string(PATH).expect("the schema");
    assert_eq!(kept, written, "run the tests with UPDATE_SCHEMA=1 and look at what changed");
}

impl JsonSchema for ArticleStatus {
    fn schema_name() -> Cow<'static, str> {
        "ArticleStatus".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let description = "How far the work on an article has come.";
        json_schema!({ "description": description, "type": "string", "enum": Self::ALL.map(Self::name) })
    }
}

impl JsonSchema for LabelKind {
    fn schema_name() -> Cow<'static, str> {
        "LabelKind".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let description = "What a label marks: something said to be so, a thing in the world, or anything else.";
        json_schema!({ "description": description, "type": "string", "enum": Self::ALL.map(Self::name) })
    }
}

impl JsonSchema for AttributeKind {
    fn schema_name() -> Cow<'static, str> {
        "AttributeKind".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "What values an attribute takes.",
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
            "description": "A text, a list of texts, a number, or true or false.",
            "type": ["string", "array", "number", "boolean"],
            "items": { "type": "string" }
        })
    }
}
