//! Where a pointer is in the window.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::MouseEvent;

#[wasm_bindgen]
extern "C" {
    /// An event with its exact position: `web_sys` rounds down to whole CSS pixels, and at a zoom of 400 % each of them is four pixels
    /// of the screen.
    type ExactEvent;
    #[wasm_bindgen(method, getter, js_name = clientX)]
    fn client_x(this: &ExactEvent) -> f64;
    #[wasm_bindgen(method, getter, js_name = clientY)]
    fn client_y(this: &ExactEvent) -> f64;
}

/// The position of a pointer in the window, in CSS pixels from its upper left corner. Pointer events have it exactly, and mouse events
/// as whole numbers.
pub fn position_of(event: &MouseEvent) -> (f64, f64) {
    let event = AsRef::<JsValue>::as_ref(event).unchecked_ref::<ExactEvent>();
    (event.client_x(), event.client_y())
}
