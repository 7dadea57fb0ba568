//! Pasted texts. JavaScript strings may have halves of surrogate pairs, which Rust strings cannot have.

use js_sys::{JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, HtmlTextAreaElement};

use crate::text::{Broken, from_utf16};

/// The text of a JavaScript string, and where it has halves of surrogate pairs.
pub fn text_of(string: &JsValue) -> (String, Broken) {
    let text = string.as_string().unwrap_or_default();
    match string.dyn_ref::<JsString>() {
        // Each half became a U+FFFD. Without one, the string is not examined unit by unit, which is slow.
        Some(string) if text.contains(char::REPLACEMENT_CHARACTER) => from_utf16(string.iter()),
        _ => (text, Broken::default()),
    }
}

/// The text in a field, and where it has halves of surrogate pairs.
pub fn text_in(field: &HtmlTextAreaElement) -> (String, Broken) {
    text_of(&Reflect::get(field, &"value".into()).unwrap_or_default())
}

/// The plain text of what is pasted, and where it has halves of surrogate pairs.
pub fn text_of_transfer(transfer: &DataTransfer) -> (String, Broken) {
    let call = || {
        let get = Reflect::get(transfer, &"getData".into())?.dyn_into::<js_sys::Function>()?;
        get.call1(transfer, &"text/plain".into())
    };
    text_of(&call().unwrap_or_default())
}
