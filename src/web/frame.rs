//! Waits for the next frame.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Waits until the next animation frame. Changes from before the previous frame have been painted by then.
pub async fn next_frame() {
    let Some(window) = web_sys::window() else { return };
    let frame = Promise::new(&mut |resolve, _| {
        // If no frame can be requested, does not wait.
        if window.request_animation_frame(resolve.unchecked_ref()).is_err() {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(frame).await;
}
