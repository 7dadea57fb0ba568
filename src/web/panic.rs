//! Reports a panic to `shell/boot.js`, which shows the rescue page: the wasm memory is not to be trusted any more.

use std::cell::RefCell;
use std::hint::black_box;
use std::panic::PanicHookInfo;

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

/// The function of `shell/boot.js` that ends the program and shows the rescue page.
const FAILED: &str = "crossreadFailed";

/// For tests only: the key in `sessionStorage` whose value names a place where the program is to fail.
const SWITCH: &str = "crossread.test.panic";

thread_local! {
    static FORCED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Reports every further panic to the page, with its message and place.
pub fn watch() {
    yew::set_custom_panic_hook(Box::new(tell));
    let storage = web_sys::window().and_then(|window| window.session_storage().ok().flatten());
    FORCED.set(storage.and_then(|storage| storage.get_item(SWITCH).ok().flatten()));
}

fn tell(info: &PanicHookInfo<'_>) {
    let failed =
        Reflect::get(&js_sys::global(), &FAILED.into()).ok().and_then(|failed| failed.dyn_into::<Function>().ok());
    if let Some(failed) = failed {
        // Whatever it throws, the program ends with this call.
        let _ = failed.call1(&JsValue::NULL, &info.to_string().into());
    }
}

/// Fails here if a test asked for it: by a panic (`<place>`), as a program out of memory does (`<place>:trap`), or by
/// calling itself for ever (`<place>:overflow`).
pub fn force(place: &str) {
    let way = FORCED.with_borrow(|forced| forced.as_deref()?.strip_prefix(place).map(str::to_owned));
    assert!(way.as_deref() != Some(""), "forced by a test, at “{place}”");
    match way.as_deref() {
        Some(":trap") => std::process::abort(),
        Some(":overflow") => drop(black_box(endless(0))),
        _ => {}
    }
}

#[allow(unconditional_recursion)] // That is what it is for.
fn endless(depth: u64) -> u64 {
    black_box(endless(black_box(depth + 1))) + 1
}
