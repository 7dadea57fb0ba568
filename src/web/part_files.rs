//! The files of lazy parts: scripts fetch and compile them (`shell/boot.js`, `scripts/split/join.mjs`), under the names of the parts.

use gloo::timers::callback::Timeout;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

use super::parts::Part;

#[wasm_bindgen(js_namespace = crossreadParts)]
extern "C" {
    #[wasm_bindgen(js_name = compile)]
    fn js_compile(part: &str) -> Promise;
    #[wasm_bindgen(js_name = compileNow, catch)]
    fn js_compile_now(part: &str) -> Result<(), JsValue>;
}

/// How long a failed request is not reported, in milliseconds: leaving the page ends its requests too, which is no failure.
const LEAVING_MS: u32 = 300;

/// Fetches and compiles the files of a part; resolves to whether they are there.
pub async fn compile(part: Part) -> bool {
    let result = JsFuture::from(js_compile(part.name())).await;
    result.map_err(|error| Timeout::new(LEAVING_MS, move || report(&error)).forget()).is_ok()
}

/// Fetches and compiles the files of a part while the page is blocked; returns whether they are there.
pub fn compile_now(part: Part) -> bool {
    js_compile_now(part.name()).map_err(|error| report(&error)).is_ok()
}

fn report(error: &JsValue) {
    web_sys::console::error_1(error);
}
