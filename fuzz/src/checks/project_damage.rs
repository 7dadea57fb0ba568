//! Damaged files that are still JSON: values of a project, of a schema and of journal records are removed, duplicated,
//! moved and replaced. Bytes changed at random seldom result in valid JSON.

use arbitrary::{Arbitrary, Unstructured};
use crossread::edit::Editor;
use serde_json::{Value, from_str, json};

/// The maximum number of modifications of a file.
const MAX_EDITS: usize = 12;

/// New names of renamed fields.
const NAMES: [&str; 12] =
    ["id", "text", "label", "article", "entity", "when", "default", "status", "key", "note", "unheard-of", "__proto__"];

/// The file that is damaged, and how.
#[derive(Arbitrary, Debug)]
struct Damage {
    file: u8,
    edits: Vec<Edit>,
}

#[derive(Arbitrary, Debug)]
struct Edit {
    /// The number of a value, or of a list or object, counted from the start of the file.
    at: u16,
    /// The number of another value, or of an item of the list or object.
    other: u16,
    what: What,
}

#[derive(Arbitrary, Debug)]
enum What {
    Remove,
    Duplicate,
    /// Replaces it by the other value.
    Copy,
    /// Renames a field.
    Rename,
    Shift(i8),
    Text(String),
    /// Inserts a character at the start of a text.
    Prefix(char),
    Bool(bool),
    Number(f64),
    Integer(i64),
    Null,
    List,
    Object,
    /// As many nested lists.
    Deep(u8),
}

/// Checks any bytes: they choose the file and the damage.
pub fn check(bytes: &[u8]) {
    let Ok(damage) = Damage::arbitrary_take_rest(Unstructured::new(bytes)) else { return };
    match damage.file % 8 {
        0..3 => project(include_str!("../../../tests/files/main-job-after.crossread.json"), &damage),
        3..5 => project(include_str!("../../../tests/files/main-job.crossread.json"), &damage),
        5 => super::schema_file::check(damaged(&schema_file(), &damage).as_bytes()),
        _ => journal(&damage),
    }
}

fn project(file: &str, damage: &Damage) {
    super::project::check(damaged(file, damage).as_bytes());
}

/// The schema file of a project.
fn schema_file() -> String {
    let project = super::journal::base();
    let file = crossread::format::native::write_schema(project.schema());
    String::from_utf8(file.bytes).expect("UTF-8")
}

/// Applies the records of a journal, some of them damaged.
fn journal(damage: &Damage) {
    let mut editor = Editor::new(super::journal::base());
    for (i, record) in include_str!("../../../tests/files/main-job.journal").lines().enumerate() {
        let edits = damage.edits.iter().filter(|edit| usize::from(edit.other) % 24 == i);
        let mut value: Value = from_str(record).expect("JSON");
        edits.take(MAX_EDITS).for_each(|edit| apply(&mut value, edit));
        super::journal::run(&mut editor, &value.to_string());
    }
    while let Ok(Some(_)) = editor.undo() {}
    assert_eq!(editor.project().check(), Ok(()));
}

fn damaged(file: &str, damage: &Damage) -> String {
    let mut value: Value = from_str(file).expect("JSON");
    damage.edits.iter().take(MAX_EDITS).for_each(|edit| apply(&mut value, edit));
    value.to_string()
}

fn apply(root: &mut Value, edit: &Edit) {
    let (at, other) = (usize::from(edit.at), usize::from(edit.other));
    if matches!(edit.what, What::Remove | What::Duplicate | What::Rename) {
        let all = count(root, is_container);
        if let Some(container) = nth(root, &mut (at % all.max(1)), is_container) {
            edit_container(container, other, &edit.what);
        }
        return;
    }
    let all = count(root, |_| true);
    let copy = nth(root, &mut (other % all), |_| true).map(|value| value.clone()).unwrap_or_default();
    if let Some(value) = nth(root, &mut (at % all), |_| true) {
        *value = replacement(value, &edit.what, copy);
    }
}

fn is_container(value: &Value) -> bool {
    value.as_array().is_some_and(|items| !items.is_empty())
        || value.as_object().is_some_and(|fields| !fields.is_empty())
}

/// The number of values of a kind.
fn count(value: &Value, counts: fn(&Value) -> bool) -> usize {
    let inside: usize = match value {
        Value::Array(items) => items.iter().map(|item| count(item, counts)).sum(),
        Value::Object(fields) => fields.values().map(|one| count(one, counts)).sum(),
        _ => 0,
    };
    inside + usize::from(counts(value))
}

/// The value of a kind that comes after `before` others.
fn nth<'a>(value: &'a mut Value, before: &mut usize, counts: fn(&Value) -> bool) -> Option<&'a mut Value> {
    if counts(value) {
        if *before == 0 {
            return Some(value);
        }
        *before -= 1;
    }
    match value {
        Value::Array(items) => items.iter_mut().find_map(|item| nth(item, before, counts)),
        Value::Object(fields) => fields.values_mut().find_map(|one| nth(one, before, counts)),
        _ => None,
    }
}

fn replacement(value: &Value, what: &What, copy: Value) -> Value {
    match what {
        What::Copy => copy,
        What::Shift(by) => json!(value.as_i64().unwrap_or_default().saturating_add(i64::from(*by))),
        What::Text(text) => json!(text),
        What::Prefix(c) => json!(format!("{c}{}", value.as_str().unwrap_or_default())),
        What::Bool(yes) => json!(yes),
        What::Number(number) => json!(number),
        What::Integer(number) => json!(number),
        What::List => json!([value]),
        What::Object => json!({ "a": value }),
        What::Deep(levels) => (0..*levels).fold(json!(1), |inner, _| json!([inner])),
        _ => Value::Null,
    }
}

fn edit_container(container: &mut Value, at: usize, what: &What) {
    match container {
        Value::Array(items) => {
            let at = at % items.len();
            match what {
                What::Remove => drop(items.remove(at)),
                _ => items.insert(at, items[at].clone()),
            }
        }
        Value::Object(fields) => {
            let Some((name, value)) =
                fields.iter().nth(at % fields.len()).map(|(name, value)| (name.clone(), value.clone()))
            else {
                return;
            };
            if !matches!(what, What::Duplicate) {
                fields.shift_remove(&name);
            }
            if !matches!(what, What::Remove) {
                fields.insert(NAMES[at / 7 % NAMES.len()].to_owned(), value);
            }
        }
        _ => {}
    }
}
