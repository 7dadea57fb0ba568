//! Reports panics to `shell/boot.js`, which shows the rescue page, because the state in memory may be invalid after a
//! panic.

use std::cell::RefCell;
use std::hint::black_box;
use std::panic::PanicHookInfo;

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

/// The function of `shell/boot.js` that ends the program and shows the rescue page.
const REPORT_FUNCTION: &str = "crossreadFailed";

/// For tests only: the key in `sessionStorage` of the place at which the program should fail.
const TEST_KEY: &str = "crossread.test.panic";

thread_local! {
    static FORCED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Installs the panic hook, which reports each panic with its message and location.
pub fn watch() {
    yew::set_custom_panic_hook(Box::new(report));
    let storage = web_sys::window().and_then(|window| window.session_storage().ok().flatten());
    FORCED.set(storage.and_then(|storage| storage.get_item(TEST_KEY).ok().flatten()));
}

fn report(info: &PanicHookInfo<'_>) {
    let function = Reflect::get(&js_sys::global(), &REPORT_FUNCTION.into())
        .ok()
        .and_then(|value| value.dyn_into::<Function>().ok());
    if let Some(function) = function {
        // An exception would change nothing: the program ends here.
        let _ = function.call1(&JsValue::NULL, &info.to_string().into());
    }
}

/// Fails at this place if a test has requested it: with a panic (`<place>`), with a trap as when out of memory
/// (`<place>:trap`), or with a stack overflow (`<place>:overflow`).
pub fn force(place: &str) {
    let failure = FORCED.with_borrow(|forced| forced.as_deref()?.strip_prefix(place).map(str::to_owned));
    assert!(failure.as_deref() != Some(""), "forced by a test, at “{place}”");
    match failure.as_deref() {
        Some(":trap") => std::process::abort(),
        Some(":overflow") => drop(black_box(recurse_forever(0))),
        _ => {}
    }
}

#[allow(unconditional_recursion)] // Overflows the stack.
fn recurse_forever(depth: u64) -> u64 {
    black_box(recurse_forever(black_box(depth + 1))) + 1
}
