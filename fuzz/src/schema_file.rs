//! The file of a schema is a sound schema or is refused; it comes back, can be edited, and can be given to a project.

use crossread::app::messages::schema::in_use;
use crossread::edit::{Command, Editor, SchemaDraft, SchemaEdit, Stamp, uses_without_remap};
use crossread::format::native::{is_schema, read_schema, write_schema};
use crossread::model::{Project, Schema};

use crate::common::{native_json, time};
use crate::project::{is_sound, says_something};

/// Holds for any bytes.
pub fn hold(bytes: &[u8]) {
    let _ = is_schema(bytes);
    match read_schema(bytes) {
        Ok(schema) => comes_back(&schema),
        Err(error) => says_something(&error),
    }
}

/// Whether a schema that was read is one for every purpose.
pub fn comes_back(schema: &Schema) {
    let file = write_schema(schema);
    assert!(is_schema(&file.bytes));
    assert_eq!(read_schema(&file.bytes).as_ref(), Ok(schema));
    is_sound(&Project::new("P", schema.clone(), time(0)));
    let draft = SchemaDraft::of(schema, schema);
    let _ = (draft.first_problem(""), draft.edit(&[]));
    is_taken(schema);
}

/// Gives the schema to a project with tags in it, and takes it away again.
fn is_taken(schema: &Schema) {
    let mut editor = Editor::new(crate::journal::base().clone());
    let before = native_json(editor.project());
    let edit = SchemaEdit::to(schema.clone());
    let unsaid = uses_without_remap(editor.project(), &edit);
    for used in &unsaid {
        let name = used.name(editor.project());
        assert!(!in_use(used, &name).is_empty());
    }
    let done = editor.perform(Command::EditSchema(Box::new(edit)), Stamp { at: time(1), by: String::new() });
    if let Ok(Some(_)) = done {
        is_sound(editor.project());
        assert!(editor.undo().is_ok());
    }
    assert_eq!(native_json(editor.project()), before);
}
