//! The files of lazy parts: scripts fetch and compile them (`shell/boot.js`, `scripts/split/join.mjs`), under the names of the parts.

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

/// Fetches and compiles the files of a part; resolves to whether they are there.
pub async fn compile(part: Part) -> bool {
    succeeded(&JsFuture::from(js_compile(part.name())).await)
}

/// Fetches and compiles the files of a part while the page is blocked; returns whether they are there.
pub fn compile_now(part: Part) -> bool {
    succeeded(&js_compile_now(part.name()))
}

fn succeeded<T>(result: &Result<T, JsValue>) -> bool {
    if let Err(error) = result {
        web_sys::console::error_1(error);
    }
    result.is_ok()
}
