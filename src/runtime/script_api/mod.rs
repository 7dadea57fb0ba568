//! The script API on `window.crossread`, for notebooks, host pages and tests. `schemas/crossread.d.ts` has its types.

mod arguments;
mod call;
mod editing;
mod project;
mod steps;
mod suggestions;

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, Window};

use super::Store;
use crate::app::messages::script_api as words;
use call::error;

/// Sets `window.crossread`, and dispatches the event `crossread:ready`.
///
/// # Errors
/// When the property cannot be set, or there is no window.
pub(super) fn install(store: &Store) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or_else(|| error(words::NO_WINDOW))?;
    let api = Object::new();
    Reflect::set(&api, &"version".into(), &env!("CARGO_PKG_VERSION").into())?;
    project::add_calls(&api, store)?;
    editing::add_calls(&api, store)?;
    steps::add_calls(&api, store)?;
    suggestions::add_calls(&api, store)?;
    Reflect::set(&window, &"crossread".into(), &api)?;
    announce(&window)
}

fn announce(window: &Window) -> Result<(), JsValue> {
    window.dispatch_event(&CustomEvent::new("crossread:ready")?.into()).map(|_| ())
}
