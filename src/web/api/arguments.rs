//! What scripts pass in, read with messages that say what was expected.

use js_sys::{ArrayBuffer, JsString, Uint8Array};
use serde_json::{Map, Value};
use wasm_bindgen::{JsCast, JsValue};

use crate::edit::{AnnotationPatch, Command, NewAnnotation};
use crate::format::native::{attribute_of, attribute_or_none};
use crate::model::{ArticleId, Project};
use crate::text::{CodePointOffset, TextRange};

/// An argument that is an object, from JavaScript.
pub(super) fn object(call: &str, value: JsValue) -> Result<Map<String, Value>, String> {
    match serde_wasm_bindgen::from_value(value) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(other) => Err(format!("{call}: expected an object, found {other}")),
        Err(error) => Err(format!("{call}: {error}")),
    }
}

/// An argument that is a text, from JavaScript.
pub(super) fn text_argument(call: &str, name: &str, value: &JsValue) -> Result<String, String> {
    value.as_string().ok_or_else(|| format!("{call}: {name}: expected a text, found {}", kind_of(value)))
}

/// An argument that is a file's content, from JavaScript: bytes, or a text.
pub(super) fn bytes_argument(call: &str, name: &str, value: &JsValue) -> Result<Vec<u8>, String> {
    if let Some(text) = value.as_string() {
        return Ok(text.into_bytes());
    }
    if value.has_type::<Uint8Array>() || value.has_type::<ArrayBuffer>() {
        return Ok(Uint8Array::new(value).to_vec());
    }
    Err(format!("{call}: {name}: expected a Uint8Array, an ArrayBuffer or a text, found {}", kind_of(value)))
}

fn kind_of(value: &JsValue) -> String {
    if value.is_null() { "null".to_owned() } else { String::from(value.js_typeof().unchecked_ref::<JsString>()) }
}

fn refuse_unknown(call: &str, fields: &Map<String, Value>, known: &[&str]) -> Result<(), String> {
    let unknown = fields.keys().find(|name| !known.contains(&name.as_str()));
    let refusal = |name| format!("{call}: there is no field \"{name}\": expected any of {}", known.join(", "));
    unknown.map_or(Ok(()), |name| Err(refusal(name)))
}

fn text<'a>(call: &str, fields: &'a Map<String, Value>, name: &str, what: &str) -> Result<&'a str, String> {
    match fields.get(name) {
        Some(Value::String(text)) => Ok(text),
        Some(other) => Err(format!("{call}: {name}: expected {what}, found {other}")),
        None => Err(format!("{call}: {name} is missing: expected {what}")),
    }
}

fn optional_text(call: &str, fields: &Map<String, Value>, name: &str) -> Result<Option<String>, String> {
    match fields.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(other) => Err(format!("{call}: {name}: expected a text, found {other}")),
    }
}

/// The argument of `annotate`.
pub(super) fn annotate(project: &Project, fields: &Map<String, Value>) -> Result<Command, String> {
    let call = "annotate";
    refuse_unknown(call, fields, &["article", "ranges", "label", "attributes", "entity", "note"])?;
    let article = text(call, fields, "article", "the id of an article")?.into();
    let label = text(call, fields, "label", "the id or name of a label")?;
    let label = project.schema().find_label(label).ok_or_else(|| format!("{call}: there is no label \"{label}\""))?;
    let mut attributes = std::collections::BTreeMap::new();
    if let Some(given) = fields.get("attributes").filter(|given| !given.is_null()) {
        for (name, value) in given.as_object().ok_or_else(|| format!("{call}: attributes: expected an object"))? {
            let value = attribute_of(value).map_err(|reason| format!("{call}: attributes.{name}: {reason}"))?;
            attributes.insert(name.clone(), value);
        }
    }
    Ok(Command::Annotate(NewAnnotation {
        ranges: ranges(call, project, &article, fields.get("ranges"))?,
        article,
        label: label.id.clone(),
        attributes,
        entity: optional_text(call, fields, "entity")?.map(|id| id.as_str().into()),
        note: optional_text(call, fields, "note")?.unwrap_or_default(),
    }))
}

/// The second argument of `update`.
pub(super) fn update(project: &Project, id: &str, fields: &Map<String, Value>) -> Result<Command, String> {
    let call = "update";
    refuse_unknown(call, fields, &["label", "ranges", "attributes", "entity", "note"])?;
    let id = id.into();
    let annotation = project.annotation(&id).ok_or_else(|| format!("{call}: there is no annotation \"{id}\""))?;
    let mut patch = AnnotationPatch { note: optional_text(call, fields, "note")?, ..Default::default() };
    if let Some(label) = optional_text(call, fields, "label")? {
        let found =
            project.schema().find_label(&label).ok_or_else(|| format!("{call}: there is no label \"{label}\""))?;
        patch.label = Some(found.id.clone());
    }
    if fields.get("ranges").is_some_and(|given| !given.is_null()) {
        patch.ranges = Some(ranges(call, project, &annotation.article, fields.get("ranges"))?);
    }
    if let Some(given) = fields.get("attributes").filter(|given| !given.is_null()) {
        for (name, value) in given.as_object().ok_or_else(|| format!("{call}: attributes: expected an object"))? {
            let value = attribute_or_none(value).map_err(|reason| format!("{call}: attributes.{name}: {reason}"))?;
            patch.attributes.insert(name.clone(), value);
        }
    }
    if fields.contains_key("entity") {
        patch.entity = Some(optional_text(call, fields, "entity")?.map(|id| id.as_str().into()));
    }
    Ok(Command::Update(id, patch))
}

/// The argument of `relate`.
pub(super) fn relate(project: &Project, fields: &Map<String, Value>) -> Result<Command, String> {
    let call = "relate";
    refuse_unknown(call, fields, &["from", "to", "type", "note"])?;
    let kind = text(call, fields, "type", "the id or name of a relation type")?;
    let found = project.schema().find_relation_type(kind);
    Ok(Command::Relate {
        kind: found.ok_or_else(|| format!("{call}: there is no relation type \"{kind}\""))?.id.clone(),
        from: text(call, fields, "from", "the id of an annotation")?.into(),
        to: text(call, fields, "to", "the id of an annotation")?.into(),
        note: optional_text(call, fields, "note")?.unwrap_or_default(),
    })
}

/// `[{start, end}, …]` or `[[start, end], …]`, in code points.
fn ranges(call: &str, project: &Project, article: &ArticleId, given: Option<&Value>) -> Result<Vec<TextRange>, String> {
    let expected = || format!("{call}: ranges: expected a list of {{start, end}}, in code points");
    let article = project.article(article).ok_or_else(|| format!("{call}: there is no article \"{article}\""))?;
    let list = given.and_then(Value::as_array).ok_or_else(expected)?;
    let edge = |value: Option<&Value>| {
        // JavaScript has one kind of number, which may come as a float.
        let number = value?.as_f64().filter(|number| number.fract() == 0.0 && *number >= 0.0)?;
        (number <= f64::from(u32::MAX)).then_some(CodePointOffset(number as u32))
    };
    let range = |(i, value): (usize, &Value)| {
        let (start, end) = match value {
            Value::Array(pair) => (pair.first(), pair.get(1)),
            other => (other.get("start"), other.get("end")),
        };
        let (start, end) = (edge(start).ok_or_else(expected)?, edge(end).ok_or_else(expected)?);
        article.text.range(start, end).map_err(|error| format!("{call}: ranges[{i}]: {error}"))
    };
    list.iter().enumerate().map(range).collect()
}
