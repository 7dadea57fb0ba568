//! Files that are JSON still but no longer what was written: values of a project, of a schema and of journal records are
//! taken away, doubled, exchanged and replaced. Bytes changed at random seldom get past the JSON.

use arbitrary::{Arbitrary, Unstructured};
use crossread::edit::Editor;
use serde_json::{Value, from_str, json};

/// As much damage as still leaves something whole.
const MOST: usize = 12;

/// Names that fields of records have.
const NAMES: [&str; 12] =
    ["id", "text", "label", "article", "entity", "when", "default", "status", "key", "note", "unheard-of", "__proto__"];

/// What is damaged, and how.
#[derive(Arbitrary, Debug)]
struct Damage {
    file: u8,
    cuts: Vec<Cut>,
}

#[derive(Arbitrary, Debug)]
struct Cut {
    /// Which of all values, or of all lists and objects, counted through the file.
    at: u16,
    /// Another of them, or which of their values.
    other: u16,
    what: What,
}

#[derive(Arbitrary, Debug)]
enum What {
    Remove,
    Double,
    /// Puts the other value in its place.
    Copy,
    /// Gives a field another name.
    Rename,
    Shift(i8),
    Text(String),
    /// One character more at the beginning of a text.
    Before(char),
    Truth(bool),
    Number(f64),
    Whole(i64),
    Null,
    List,
    Object,
    /// So many lists in one another.
    Deep(u8),
}

/// Holds for any bytes: they choose the file and the damage.
pub fn hold(bytes: &[u8]) {
    let Ok(damage) = Damage::arbitrary_take_rest(Unstructured::new(bytes)) else { return };
    match damage.file % 8 {
        0..3 => project(include_str!("../../tests/files/main-job-after.crossread.json"), &damage),
        3..5 => project(include_str!("../../tests/files/main-job.crossread.json"), &damage),
        5 => crate::schema_file::hold(damaged(&schema_file(), &damage).as_bytes()),
        _ => journal(&damage),
    }
}

fn project(file: &str, damage: &Damage) {
    crate::project::hold(damaged(file, damage).as_bytes());
}

/// The schema of a project alone in its file.
fn schema_file() -> String {
    let project = crate::journal::base();
    let file = crossread::format::native::write_schema(project.schema());
    String::from_utf8(file.bytes).expect("UTF-8")
}

/// Records one after the other, of which some are damaged.
fn journal(damage: &Damage) {
    let mut editor = Editor::new(crate::journal::base());
    for (i, record) in include_str!("../../tests/files/main-job.journal").lines().enumerate() {
        let mine = damage.cuts.iter().filter(|cut| usize::from(cut.other) % 24 == i);
        let mut value: Value = from_str(record).expect("JSON");
        mine.take(MOST).for_each(|cut| carry_out(&mut value, cut));
        crate::journal::run(&mut editor, &value.to_string());
    }
    while let Ok(Some(_)) = editor.undo() {}
    assert_eq!(editor.project().check(), Ok(()));
}

fn damaged(file: &str, damage: &Damage) -> String {
    let mut value: Value = from_str(file).expect("JSON");
    damage.cuts.iter().take(MOST).for_each(|cut| carry_out(&mut value, cut));
    value.to_string()
}

fn carry_out(root: &mut Value, cut: &Cut) {
    let (at, other) = (usize::from(cut.at), usize::from(cut.other));
    if matches!(cut.what, What::Remove | What::Double | What::Rename) {
        let all = count(root, is_container);
        if let Some(container) = nth(root, &mut (at % all.max(1)), is_container) {
            rearrange(container, other, &cut.what);
        }
        return;
    }
    let all = count(root, |_| true);
    let copy = nth(root, &mut (other % all), |_| true).map(|value| value.clone()).unwrap_or_default();
    if let Some(value) = nth(root, &mut (at % all), |_| true) {
        *value = instead(value, &cut.what, copy);
    }
}

fn is_container(value: &Value) -> bool {
    value.as_array().is_some_and(|items| !items.is_empty())
        || value.as_object().is_some_and(|fields| !fields.is_empty())
}

/// How many values there are of a kind.
fn count(value: &Value, counts: fn(&Value) -> bool) -> usize {
    let inside: usize = match value {
        Value::Array(items) => items.iter().map(|item| count(item, counts)).sum(),
        Value::Object(fields) => fields.values().map(|one| count(one, counts)).sum(),
        _ => 0,
    };
    inside + usize::from(counts(value))
}

/// The value of a kind before which there are so many.
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

fn instead(value: &Value, what: &What, copy: Value) -> Value {
    match what {
        What::Copy => copy,
        What::Shift(by) => json!(value.as_i64().unwrap_or_default().saturating_add(i64::from(*by))),
        What::Text(text) => json!(text),
        What::Before(c) => json!(format!("{c}{}", value.as_str().unwrap_or_default())),
        What::Truth(yes) => json!(yes),
        What::Number(number) => json!(number),
        What::Whole(number) => json!(number),
        What::List => json!([value]),
        What::Object => json!({ "a": value }),
        What::Deep(levels) => (0..*levels).fold(json!(1), |inner, _| json!([inner])),
        _ => Value::Null,
    }
}

fn rearrange(container: &mut Value, at: usize, what: &What) {
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
            if !matches!(what, What::Double) {
                fields.shift_remove(&name);
            }
            if !matches!(what, What::Remove) {
                fields.insert(NAMES[at / 7 % NAMES.len()].to_owned(), value);
            }
        }
        _ => {}
    }
}
