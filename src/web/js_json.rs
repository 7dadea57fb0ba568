//! Between JavaScript's objects and JSON values.

use js_sys::JSON;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use crate::json::{Expected, Found, Json, JsonError, JsonProblem, ToJson, parse};

/// The JSON of a JavaScript value.
///
/// # Errors
/// When it has none: a function, or an object that contains itself.
pub fn from_js(value: &JsValue) -> Result<Json, JsonError> {
    // Read straight from JavaScript's objects, one nested thousands deep would overflow the stack; `parse` refuses it.
    let text = JSON::stringify(value).ok().and_then(|text| text.as_string());
    let unexpected = || JsonProblem::Unexpected { expected: Expected::Json, found: Found::Object };
    parse(&text.ok_or_else(|| JsonError::new("", unexpected()))?)
}

/// A JavaScript value of its own.
///
/// # Errors
/// When a number cannot be represented in JavaScript.
pub fn to_js(value: &impl ToJson) -> Result<JsValue, JsValue> {
    Ok(value.to_json().serialize(&Serializer::json_compatible())?)
}
