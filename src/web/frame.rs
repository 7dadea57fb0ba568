//! Waiting for the browser to draw.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Waits until the next frame begins: what was changed before the last one is painted then.
pub async fn next_frame() {
    let Some(window) = web_sys::window() else { return };
    let frame = Promise::new(&mut |resolve, _| {
        // Where no frame comes there is nothing to wait for either.
        if window.request_animation_frame(resolve.unchecked_ref()).is_err() {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(frame).await;
}
