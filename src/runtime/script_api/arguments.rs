//! Reads the arguments of calls, with messages that state what was expected.

use js_sys::{Array, ArrayBuffer, Function, JsString, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::app::messages::errors;
use crate::app::messages::script_api::{self as words, expected};
use crate::edit::{AnnotationPatch, Command, NewAnnotation};
use crate::format::{ExportOptions, TagScheme, Tokeniser};
use crate::json::{FromJson, Json, JsonExt};
use crate::model::{ArticleId, Project};
use crate::text::{CodePointOffset, TextRange};
use crate::web::bytes::JsBytes;
use crate::web::js_json;

/// An argument that must be an object.
pub(super) fn object(call: &str, value: &JsValue) -> Result<Json, String> {
    if !value.is_object() {
        return Err(words::wrong_argument(call, "", expected::OBJECT, &kind_of(value)));
    }
    match js_json::from_js(value) {
        Ok(object @ Json::Object(_)) => Ok(object),
        Ok(other) => Err(words::wrong_argument(call, "", expected::OBJECT, &errors::found(&other.found()))),
        Err(_) => Err(words::not_json(call)),
    }
}

/// An argument that must be a string.
pub(super) fn text_argument(call: &str, name: &str, value: &JsValue) -> Result<String, String> {
    value.as_string().ok_or_else(|| words::wrong_argument(call, name, expected::TEXT, &kind_of(value)))
}

/// An argument that must be the content of a file: bytes or a string.
pub(super) fn bytes_argument(call: &str, name: &str, value: &JsValue) -> Result<JsBytes, String> {
    if let Some(text) = value.as_string() {
        return Ok(JsBytes::of_value(&Uint8Array::from(text.as_bytes())));
    }
    if value.has_type::<Uint8Array>() || value.has_type::<ArrayBuffer>() {
        // Copying throws for a proxy or a detached buffer.
        let class = Reflect::get(&js_sys::global(), &"Uint8Array".into()).unwrap_or_default();
        let copy = class.dyn_ref::<Function>().map(|class| Reflect::construct(class, &Array::of1(value)));
        if let Some(Ok(copy)) = copy {
            return Ok(JsBytes::of_value(&copy));
        }
    }
    Err(words::wrong_argument(call, name, expected::BYTES, &kind_of(value)))
}

/// An argument that must be a function.
pub(super) fn function_argument(call: &str, name: &str, value: JsValue) -> Result<Function, String> {
    value.dyn_into().map_err(|value| words::wrong_argument(call, name, expected::FUNCTION, &kind_of(&value)))
}

fn kind_of(value: &JsValue) -> String {
    if value.is_null() { "null".to_owned() } else { String::from(value.js_typeof().unchecked_ref::<JsString>()) }
}

fn refuse_unknown(call: &str, fields: &Json, known: &[&str]) -> Result<(), String> {
    let unknown = fields.names().find(|name| !known.contains(name));
    unknown.map_or(Ok(()), |name| Err(words::unknown_field(call, name, known)))
}

fn text<'a>(call: &str, fields: &'a Json, name: &str, what: &str) -> Result<&'a str, String> {
    let value = fields.get(name).ok_or_else(|| words::missing_field(call, name, what))?;
    value.as_str().ok_or_else(|| words::wrong_argument(call, name, what, &errors::found(&value.found())))
}

/// A field that may be `null` or missing.
fn optional<T: FromJson>(call: &str, fields: &Json, name: &str) -> Result<Option<T>, String> {
    let value = fields.get(name).cloned().unwrap_or(Json::Null);
    Option::from_json(value).map_err(|error| words::in_call(call, &errors::json(&error.within(name))))
}

/// The second argument of `export`, which is optional.
pub(super) fn export_options(value: &JsValue) -> Result<ExportOptions, String> {
    let call = "export";
    if value.is_undefined() || value.is_null() {
        return Ok(ExportOptions::default());
    }
    let fields = object(call, value)?;
    let known = ["forSpreadsheets", "tabs", "scheme", "tokeniser", "oneFileEach", "withoutTexts"];
    refuse_unknown(call, &fields, &known)?;
    Ok(ExportOptions {
        for_spreadsheets: optional(call, &fields, "forSpreadsheets")?.unwrap_or_default(),
        tabs: optional(call, &fields, "tabs")?.unwrap_or_default(),
        scheme: named(call, &fields, "scheme", expected::SCHEME, TagScheme::find)?,
        tokeniser: named(call, &fields, "tokeniser", expected::TOKENISER, Tokeniser::find)?,
        one_file_each: optional(call, &fields, "oneFileEach")?.unwrap_or_default(),
        without_texts: optional(call, &fields, "withoutTexts")?.unwrap_or_default(),
    })
}

/// A field with one of some names, which may be `null` or missing.
fn named<T: Default>(
    call: &str,
    fields: &Json,
    name: &str,
    what: &str,
    find: fn(&str) -> Option<T>,
) -> Result<T, String> {
    let Some(value) = fields.get(name).filter(|value| !value.is_null()) else { return Ok(T::default()) };
    let found = value.as_str().and_then(find);
    found.ok_or_else(|| words::wrong_argument(call, name, what, &errors::found(&value.found())))
}

/// The argument of `annotate`.
pub(super) fn annotate(project: &Project, fields: &Json) -> Result<Command, String> {
    let call = "annotate";
    refuse_unknown(call, fields, &["article", "ranges", "label", "attributes", "entity", "note"])?;
    let article = text(call, fields, "article", expected::ARTICLE)?.into();
    let label = text(call, fields, "label", expected::LABEL)?;
    let label = project.schema().find_label(label).ok_or_else(|| words::no_such_label(call, label))?;
    Ok(Command::Annotate(NewAnnotation {
        ranges: ranges(call, project, &article, fields.get("ranges"))?,
        article,
        label: label.id.clone(),
        attributes: optional(call, fields, "attributes")?.unwrap_or_default(),
        entity: optional::<String>(call, fields, "entity")?.map(|id| id.as_str().into()),
        note: optional::<String>(call, fields, "note")?.unwrap_or_default(),
    }))
}

/// The second argument of `update`.
pub(super) fn update(project: &Project, id: &str, fields: &Json) -> Result<Command, String> {
    let call = "update";
    refuse_unknown(call, fields, &["label", "ranges", "attributes", "entity", "note"])?;
    let annotation = project.annotation(&id.into()).ok_or_else(|| words::no_such_annotation(call, id))?;
    let mut patch = AnnotationPatch { note: optional::<String>(call, fields, "note")?, ..Default::default() };
    if let Some(label) = optional::<String>(call, fields, "label")? {
        let found = project.schema().find_label(&label).ok_or_else(|| words::no_such_label(call, &label))?;
        patch.label = Some(found.id.clone());
    }
    if fields.get("ranges").is_some_and(|given| *given != Json::Null) {
        patch.ranges = Some(ranges(call, project, &annotation.article, fields.get("ranges"))?);
    }
    patch.attributes = optional(call, fields, "attributes")?.unwrap_or_default();
    if fields.get("entity").is_some() {
        patch.entity = Some(optional::<String>(call, fields, "entity")?.map(|id| id.as_str().into()));
    }
    Ok(Command::Update(id.into(), patch))
}

/// The argument of `relate`.
pub(super) fn relate(project: &Project, fields: &Json) -> Result<Command, String> {
    let call = "relate";
    refuse_unknown(call, fields, &["from", "to", "type", "note"])?;
    let kind = text(call, fields, "type", expected::RELATION_TYPE)?;
    let found = project.schema().find_relation_type(kind);
    Ok(Command::Relate {
        kind: found.ok_or_else(|| words::no_such_relation_type(call, kind))?.id.clone(),
        from: text(call, fields, "from", expected::ANNOTATION)?.into(),
        to: text(call, fields, "to", expected::ANNOTATION)?.into(),
        note: optional::<String>(call, fields, "note")?.unwrap_or_default(),
    })
}

/// `[{start, end}, …]` or `[[start, end], …]`, in code points.
fn ranges(call: &str, project: &Project, article: &ArticleId, given: Option<&Json>) -> Result<Vec<TextRange>, String> {
    let expected = || words::ranges_expected(call);
    let article = project.article(article).ok_or_else(|| words::no_such_article(call, article.as_str()))?;
    let Some(Json::Array(list)) = given else { return Err(expected()) };
    let edge = |value: Option<&Json>| value?.as_u32().map(CodePointOffset);
    let range = |(i, value): (usize, &Json)| {
        let (start, end) = match value {
            Json::Array(pair) => (pair.first(), pair.get(1)),
            other => (other.get("start"), other.get("end")),
        };
        let (start, end) = (edge(start).ok_or_else(expected)?, edge(end).ok_or_else(expected)?);
        article.text.range(start, end).map_err(|error| words::wrong_range(call, i, &errors::range(&error)))
    };
    list.iter().enumerate().map(range).collect()
}
