//! What `boot.js` requested on a first visit, while the program was still loading, and the files of the page.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What was asked for under a name, once; asked for again, it is for the caller to fetch.
pub(super) fn take(name: &str) -> Option<Promise> {
    let preloads = Reflect::get(&js_sys::global(), &"crossreadPreload".into()).ok()?.dyn_into::<Object>().ok()?;
    let taken = Reflect::get(&preloads, &name.into()).ok()?.dyn_into::<Promise>().ok()?;
    Reflect::delete_property(&preloads, &name.into()).ok()?;
    Some(taken)
}

/// Whether the browser has no database of this page yet.
pub async fn nothing_is_stored() -> bool {
    match take("database") {
        Some(database) => JsFuture::from(database).await.is_ok_and(|there| there == false),
        None => false,
    }
}

/// Asks `crossreadFiles` of `boot.js` for a file of the page; `None` where there is none, as in tests.
fn ask(way: &str, path: &str) -> Option<JsValue> {
    let files = Reflect::get(&js_sys::global(), &"crossreadFiles".into()).ok()?;
    let way = Reflect::get(&files, &way.into()).ok()?.dyn_into::<Function>().ok()?;
    way.call1(&files, &path.into()).ok()
}

/// A file of the page: what `fetch` answers.
pub(super) fn response(path: &str) -> Option<Promise> {
    match ask("response", path) {
        Some(response) => response.dyn_into().ok(),
        None => Some(web_sys::window()?.fetch_with_str(path)),
    }
}

/// The URL of a script of the page.
pub(super) fn url(path: &str) -> String {
    ask("at", path).and_then(|url| url.as_string()).unwrap_or_else(|| path.to_owned())
}
