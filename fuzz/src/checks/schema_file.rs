//! Reading a schema file gives a valid schema or an error; the schema survives a round trip and can be applied to a project.

use crossread::app::messages::schema::in_use;
use crossread::edit::{Command, Editor, SchemaDraft, SchemaEdit, Stamp, uses_without_remap};
use crossread::format::native::{is_schema, read_schema, write_schema};
use crossread::model::{Project, Schema};

use super::project::{check_message, check_project};
use crate::common::{native_json, time};

/// Checks any bytes.
pub fn check(bytes: &[u8]) {
    let _ = is_schema(bytes);
    match read_schema(bytes) {
        Ok(schema) => check_schema(&schema),
        Err(error) => check_message(&error),
    }
}

/// Checks that a schema can be written, read again, edited, and applied to a project.
pub fn check_schema(schema: &Schema) {
    let file = write_schema(schema);
    assert!(is_schema(&file.bytes));
    assert_eq!(read_schema(&file.bytes).as_ref(), Ok(schema));
    check_project(&Project::new("P", schema.clone(), time(0)));
    let draft = SchemaDraft::of(schema, schema);
    let _ = (draft.first_problem(""), draft.edit(&[]));
    check_applies(schema);
}

/// Applies the schema to a project with tags, and undoes that.
fn check_applies(schema: &Schema) {
    let mut editor = Editor::new(super::journal::base());
    let before = native_json(editor.project());
    let edit = SchemaEdit::to(schema.clone());
    let without_remap = uses_without_remap(editor.project(), &edit);
    for used in &without_remap {
        let name = used.name(editor.project());
        assert!(!in_use(used, &name).is_empty());
    }
    let done = editor.perform(Command::EditSchema(Box::new(edit)), Stamp { at: time(1), by: String::new() });
    if let Ok(Some(_)) = done {
        check_project(editor.project());
        assert!(editor.undo().is_ok());
    }
    assert_eq!(native_json(editor.project()), before);
}
