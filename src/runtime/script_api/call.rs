//! What all calls of the script API share: how they are added, and what they answer.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::{Closure, IntoWasmClosure, WasmClosure};

use crate::app::messages::errors;
use crate::edit::{Command, Step};
use crate::runtime::Store;

/// What a call returns: a value, or the `Error` that the script catches.
pub(super) type Answer = Result<JsValue, JsValue>;

/// Adds a function. It exists for as long as the page, so its closure is never freed.
pub(super) fn add<T: ?Sized + WasmClosure>(
    api: &Object,
    name: &str,
    call: impl IntoWasmClosure<T> + 'static,
) -> Result<(), JsValue> {
    Reflect::set(api, &name.into(), &Closure::<T>::new(call).into_js_value()).map(|_| ())
}

/// Carries a command out.
///
/// # Errors
/// With why it cannot be done, as an `Error` for the script.
pub(super) fn perform(store: &Store, command: Command) -> Result<Option<Step>, JsValue> {
    store.perform(command).map_err(|refused| error(errors::edit(&refused)))
}

/// A message as the `Error` that a script catches.
#[allow(clippy::needless_pass_by_value)] // So that it can be handed to `map_err`.
pub(super) fn error(message: impl AsRef<str>) -> JsValue {
    js_sys::Error::new(message.as_ref()).into()
}
