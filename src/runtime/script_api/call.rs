//! Shared by all calls of the script API: adding functions, and their results.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::{Closure, IntoWasmClosure, WasmClosure};

use crate::app::messages::errors;
use crate::edit::{Command, Step};
use crate::runtime::Store;

/// The result of a call: a value, or a thrown `Error`.
pub(super) type Answer = Result<JsValue, JsValue>;

/// Adds a function. Its closure is never freed, because the function exists as long as the page.
pub(super) fn add<T: ?Sized + WasmClosure>(
    api: &Object,
    name: &str,
    call: impl IntoWasmClosure<T> + 'static,
) -> Result<(), JsValue> {
    Reflect::set(api, &name.into(), &Closure::<T>::new(call).into_js_value()).map(|_| ())
}

/// Performs a command.
///
/// # Errors
/// When the command cannot be performed; as an `Error` for the script.
pub(super) fn perform(store: &Store, command: Command) -> Result<Option<Step>, JsValue> {
    store.perform(command).map_err(|refused| error(errors::edit(&refused)))
}

/// An `Error` with a message, to be thrown.
#[allow(clippy::needless_pass_by_value)] // So that it can be passed to `map_err`.
pub(super) fn error(message: impl AsRef<str>) -> JsValue {
    js_sys::Error::new(message.as_ref()).into()
}
