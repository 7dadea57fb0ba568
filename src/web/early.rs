//! What `boot.js` has asked for on a first visit, while the program was still on its way.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// What was asked for under a name, once; asked for again, it is for the caller to fetch.
pub(super) fn take(name: &str) -> Option<Promise> {
    let early = Reflect::get(&js_sys::global(), &"crossreadEarly".into()).ok()?.dyn_into::<Object>().ok()?;
    let taken = Reflect::get(&early, &name.into()).ok()?.dyn_into::<Promise>().ok()?;
    Reflect::delete_property(&early, &name.into()).ok()?;
    Some(taken)
}

/// Whether the browser has said that it keeps no projects for this page: there is no database at all.
pub async fn nothing_is_stored() -> bool {
    match take("database") {
        Some(database) => JsFuture::from(database).await.is_ok_and(|there| there == false),
        None => false,
    }
}
