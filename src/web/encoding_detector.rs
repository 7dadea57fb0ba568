//! The detector of encodings: a wasm file of its own (`detector/`), which `shell/boot.js` loads when it is first needed. It runs
//! in the page, because it takes 50 ms at most for a sample.

use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::text::{Encoding, Sample};

/// The most probable encoding of a text that is neither UTF-8 nor UTF-16; `None` if the detector cannot be loaded.
pub async fn guess(bytes: &[u8]) -> Option<Encoding> {
    let sample = Sample::of(bytes);
    let guess: Function = Reflect::get(&js_sys::global(), &"crossreadGuess".into()).ok()?.dyn_into().ok()?;
    let name = guess.call2(&JsValue::UNDEFINED, &Uint8Array::from(sample.bytes), &sample.is_end.into()).ok()?;
    let name = JsFuture::from(Promise::resolve(&name)).await.ok()?.as_string()?;
    Some(sample.encoding(&name))
}
