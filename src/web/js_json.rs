//! Between JavaScript's objects and ours, by way of JSON text.

use js_sys::JSON;
use wasm_bindgen::JsValue;

use crate::json::{ImportError, Json, ToJson, parse, to_line};

/// The JSON of a JavaScript value.
///
/// # Errors
/// When it has none, as a function or an object that holds itself.
pub(crate) fn from_js(value: &JsValue) -> Result<Json, ImportError> {
    let text = JSON::stringify(value).ok().and_then(|text| text.as_string());
    parse(&text.ok_or_else(|| ImportError::new("", "expected what can be written as JSON"))?)
}

/// A JavaScript value of its own.
///
/// # Errors
/// What JavaScript throws; nothing does.
pub(crate) fn to_js(value: &impl ToJson) -> Result<JsValue, JsValue> {
    JSON::parse(&to_line(value))
}
