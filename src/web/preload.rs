//! Requests that `shell/boot.js` started while the program was loading, and access to the files of the page.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Removes and returns the preload with a name. After that, the caller must fetch the file itself.
pub(super) fn take(name: &str) -> Option<Promise> {
    let preloads = Reflect::get(&js_sys::global(), &"crossreadPreload".into()).ok()?.dyn_into::<Object>().ok()?;
    let taken = Reflect::get(&preloads, &name.into()).ok()?.dyn_into::<Promise>().ok()?;
    Reflect::delete_property(&preloads, &name.into()).ok()?;
    Some(taken)
}

/// Whether the browser has no database of the program yet; `false` if not known.
pub async fn nothing_is_stored() -> bool {
    match take("database") {
        Some(database) => JsFuture::from(database).await.is_ok_and(|exists| exists == false),
        None => false,
    }
}

/// Calls a method of `crossreadFiles` (`shell/boot.js`) with a path; `None` if there is no such object, as in tests.
fn call_files(method: &str, path: &str) -> Option<JsValue> {
    let files = Reflect::get(&js_sys::global(), &"crossreadFiles".into()).ok()?;
    let method = Reflect::get(&files, &method.into()).ok()?.dyn_into::<Function>().ok()?;
    method.call1(&files, &path.into()).ok()
}

/// Fetches a file of the page; the promise resolves with the response.
pub(super) fn response(path: &str) -> Option<Promise> {
    match call_files("response", path) {
        Some(response) => response.dyn_into().ok(),
        None => Some(web_sys::window()?.fetch_with_str(path)),
    }
}

/// The URL of a script of the page.
pub(super) fn url(path: &str) -> String {
    call_files("at", path).and_then(|url| url.as_string()).unwrap_or_else(|| path.to_owned())
}
