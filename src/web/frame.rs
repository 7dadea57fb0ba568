//! Waits for frames.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::timeout::within;

/// How long to wait for frames, in milliseconds: a page in the background has none.
const FRAMES_MS: u32 = 100;

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

/// Waits for so many frames, but no longer than the page may take for them when nobody sees it.
pub async fn frames(count: usize) {
    let all = async {
        for _ in 0..count {
            next_frame().await;
        }
    };
    within(all, FRAMES_MS).await;
}
