//! Converts between JavaScript values and JSON.

use js_sys::{Function, JSON, JsString, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast as _, JsValue};

use crate::json::{Expected, Found, Json, JsonError, JsonProblem, ToJson, parse};

/// Converts a JavaScript value to JSON.
///
/// # Errors
/// When the value cannot be represented: a function, or an object that contains itself.
pub fn from_js(value: &JsValue) -> Result<Json, JsonError> {
    // Converting objects directly would overflow the stack if they are nested thousands deep; `parse` refuses those.
    let text = JSON::stringify(value).ok().and_then(|text| text.as_string());
    let unexpected = || JsonProblem::Unexpected { expected: Expected::Json, found: Found::Object };
    parse(&text.ok_or_else(|| JsonError::new("", unexpected()))?)
}

/// The value of a text that is JSON, without a copy of it in the memory of the program.
///
/// # Errors
/// When the browser has no memory for it.
pub fn parse_outside(text: &JsString) -> Result<JsValue, JsValue> {
    let json = Reflect::get(&js_sys::global(), &"JSON".into())?;
    let parse: Function = Reflect::get(&json, &"parse".into())?.dyn_into()?;
    parse.call1(&json, text)
}

/// Converts a value to a new JavaScript value.
///
/// # Errors
/// When a number cannot be represented in JavaScript.
pub fn to_js(value: &impl ToJson) -> Result<JsValue, JsValue> {
    Ok(value.to_json().serialize(&Serializer::json_compatible())?)
}
