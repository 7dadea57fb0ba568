//! Long work in slices: between them, the page is rendered and gets its events.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::clock;

/// How long a slice takes, in milliseconds, unless one step takes longer: less than a frame.
const SLICE_MS: u64 = 12;

/// The same of a task that nobody waits for: the page scrolls meanwhile without a late frame.
const BACKGROUND_SLICE_MS: u64 = 6;

/// The slices of a long task.
pub struct Slices {
    begun: u64,
    /// How long each takes, in milliseconds.
    length: u64,
}

impl Default for Slices {
    fn default() -> Self {
        Self { begun: clock::millis(), length: SLICE_MS }
    }
}

impl Slices {
    /// The slices of a task that nobody waits for.
    pub fn in_background() -> Self {
        Self { length: BACKGROUND_SLICE_MS, ..Self::default() }
    }

    /// Whether the slice is over, so that the task should pause.
    pub fn is_over(&self) -> bool {
        clock::millis().saturating_sub(self.begun) >= self.length
    }

    /// Does steps until the slice is over, or until `step` says that there are no more. Returns whether there are more.
    pub fn run(&self, mut step: impl FnMut() -> bool) -> bool {
        while step() {
            if self.is_over() {
                return true;
            }
        }
        false
    }

    /// Gives the page its turn, then begins the next slice.
    pub async fn pause(&mut self) {
        next_turn().await;
        self.begun = clock::millis();
    }
}

/// Waits for the next turn of the event loop. Unlike a timer, this is not slowed down in a tab in the background.
pub async fn next_turn() {
    let turn = Promise::new(&mut |resolve, _| {
        if post(&resolve).is_err() {
            // Without a channel, does not wait.
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(turn).await;
}

/// Calls back by a message to the page itself.
fn post(resolve: &Function) -> Result<(), JsValue> {
    let constructor: Function = Reflect::get(&js_sys::global(), &"MessageChannel".into())?.dyn_into()?;
    let channel = Reflect::construct(&constructor, &Array::new())?;
    let (receiver, sender) = (Reflect::get(&channel, &"port1".into())?, Reflect::get(&channel, &"port2".into())?);
    // An open port would not be freed.
    let close: Function = Reflect::get(&receiver, &"close".into())?.dyn_into()?;
    let close = close.bind0(&receiver);
    let resolve = resolve.clone();
    let received = wasm_bindgen::closure::Closure::once_into_js(move || {
        let _ = close.call0(&JsValue::NULL);
        let _ = resolve.call0(&JsValue::NULL);
    });
    Reflect::set(&receiver, &"onmessage".into(), &received)?;
    let send: Function = Reflect::get(&sender, &"postMessage".into())?.dyn_into()?;
    send.call1(&sender, &JsValue::NULL)?;
    Ok(())
}
