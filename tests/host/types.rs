//! Generates `schemas/crossread.d.ts`, the types of the JavaScript API: those of the data from the JSON Schema, which
//! is generated from the Rust types, and those of the calls from `src/runtime/script_api/crossread.d.ts`.
//!
//! `UPDATE_SCHEMA=1 cargo test --test host types` regenerates it.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde_json::{Map, Value};

#[test]
fn the_declaration_file_is_up_to_date() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    let schema: Value = serde_json::from_str(&read("schemas/crossread-1.schema.json")).expect("a schema");
    let declaration = declaration(&schema, &read("src/runtime/script_api/crossread.d.ts"));
    let path = "schemas/crossread.d.ts";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        fs::write(root.join(path), &declaration).expect(path);
    }
    assert_eq!(read(path), declaration, "run UPDATE_SCHEMA=1 cargo test --test host types");
}

#[test]
fn every_installed_call_is_declared() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = fs::read_dir(root.join("src/runtime/script_api")).expect("the script API").flatten();
    let installed: String = folder.map(|file| fs::read_to_string(file.path()).expect("a source")).collect();
    let declared = fs::read_to_string(root.join("src/runtime/script_api/crossread.d.ts")).expect("crossread.d.ts");
    let names: Vec<&str> = installed.split("(api, \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(names.len() >= 17, "{names:?}");
    for name in names {
        assert!(declared.contains(&format!("  {name}(")), "{name} is not declared");
    }
}

fn declaration(schema: &Value, calls: &str) -> String {
    let mut out = String::from("// Generated from the Rust types: do not edit.\n\n");
    let definitions = schema["$defs"].as_object().expect("definitions");
    for (name, definition) in definitions {
        declare(&mut out, name, definition);
    }
    declare(&mut out, "Crossread", schema);
    out + calls
}

fn declare(out: &mut String, name: &str, definition: &Value) {
    comment(out, "", definition);
    let Some(properties) = definition["properties"].as_object() else {
        let _ = writeln!(out, "export type {name} = {};\n", type_of(definition));
        return;
    };
    let _ = writeln!(out, "export interface {name} {{");
    let required = definition["required"].as_array().cloned().unwrap_or_default();
    for (field, property) in properties {
        comment(out, "  ", property);
        let mark = if required.iter().any(|name| name == field) { "" } else { "?" };
        let _ = writeln!(out, "  {field}{mark}: {};", type_of(property));
    }
    if definition["additionalProperties"] == true {
        out.push_str("  /** Fields of later versions are kept. */\n  [unknown: string]: unknown;\n");
    }
    out.push_str("}\n\n");
}

fn comment(out: &mut String, indent: &str, definition: &Value) {
    if let Some(text) = definition["description"].as_str() {
        let _ = writeln!(out, "{indent}/** {} */", text.replace("*/", "* /"));
    }
}

fn type_of(definition: &Value) -> String {
    if let Some(reference) = definition["$ref"].as_str() {
        return reference.rsplit('/').next().unwrap_or_default().to_owned();
    }
    if let Some(constant) = definition.get("const") {
        return constant.to_string();
    }
    if let Some(choices) = definition["enum"].as_array() {
        return choices.iter().map(Value::to_string).collect::<Vec<_>>().join(" | ");
    }
    if let Some(any) = definition["anyOf"].as_array() {
        return any.iter().map(type_of).collect::<Vec<_>>().join(" | ");
    }
    match &definition["type"] {
        Value::Array(types) => types.iter().map(|one| plain(one, definition)).collect::<Vec<_>>().join(" | "),
        one => plain(one, definition),
    }
}

fn plain(name: &Value, definition: &Value) -> String {
    match name.as_str() {
        Some("string") => "string".to_owned(),
        Some("integer" | "number") => "number".to_owned(),
        Some("boolean") => "boolean".to_owned(),
        Some("null") => "null".to_owned(),
        Some("array") => format!("{}[]", type_of(&definition["items"])),
        Some("object") => match definition.get("additionalProperties") {
            Some(Value::Object(of)) => format!("Record<string, {}>", type_of(&Value::Object(Map::clone(of)))),
            _ => "Record<string, unknown>".to_owned(),
        },
        _ => "unknown".to_owned(),
    }
}
