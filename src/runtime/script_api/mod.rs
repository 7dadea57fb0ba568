//! The script API on `window.crossread`, for notebooks, host pages and tests. `schemas/crossread.d.ts` has its types.

mod arguments;
mod editing;
mod project;
mod steps;
mod suggestions;

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::{Closure, IntoWasmClosure, WasmClosure};
use web_sys::{CustomEvent, Window};

use super::Store;
use crate::app::messages::script_api as words;
use crate::edit::{Command, Step};

/// What a call returns: a value, or the `Error` that the script catches.
type Answer = Result<JsValue, JsValue>;

/// Puts the API on `window.crossread` and announces it by the event `crossread:ready`.
///
/// # Errors
/// When the window does not take it.
pub fn install(store: &Store) -> Result<(), JsValue> {
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

/// Adds a function. It exists for as long as the page, so its closure is never freed.
fn add<T: ?Sized + WasmClosure>(
    api: &Object,
    name: &str,
    call: impl IntoWasmClosure<T> + 'static,
) -> Result<(), JsValue> {
    Reflect::set(api, &name.into(), &Closure::<T>::new(call).into_js_value()).map(|_| ())
}

fn perform(store: &Store, command: Command) -> Result<Option<Step>, JsValue> {
    store.perform(command).map_err(|refused| error(crate::app::messages::errors::edit(&refused)))
}

/// A message as the `Error` that a script catches.
#[allow(clippy::needless_pass_by_value)] // So that it can be handed to `map_err`.
fn error(message: impl AsRef<str>) -> JsValue {
    js_sys::Error::new(message.as_ref()).into()
}
