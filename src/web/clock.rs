//! What time it is, and how a time is shown.

use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::edit::Stamp;
use crate::model::Timestamp;

/// The present instant, to the millisecond.
pub fn now() -> Timestamp {
    let iso: String = Date::new_0().to_iso_string().into();
    Timestamp::parse(&iso).unwrap_or_else(Timestamp::epoch)
}

/// The present instant as the stamp of a transaction; its author is left empty for the caller to fill in.
pub fn stamp() -> Stamp {
    Stamp { at: now(), by: String::new() }
}

/// A time in the reader's own zone and manner, to the minute; the RFC 3339 text where the browser cannot read it.
pub fn local_time(time: &Timestamp) -> String {
    let date = Date::new(&JsValue::from_str(time.as_str()));
    if date.get_time().is_nan() {
        return time.to_string();
    }
    let options = Object::new();
    for (option, style) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &option.into(), &style.into());
    }
    let locale = web_sys::window().and_then(|window| window.navigator().language());
    date.to_locale_string(locale.as_deref().unwrap_or("en"), &options).into()
}

/// The inner width of the window in CSS pixels; 0 where there is none.
pub fn window_width() -> f64 {
    web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64()).unwrap_or_default()
}

/// The inner height of the window in CSS pixels; 0 where there is none.
pub fn window_height() -> f64 {
    web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default()
}

/// A key for a new project: unlike any other, and later ones sort after earlier ones.
pub fn new_key() -> String {
    let random = (js_sys::Math::random() * 1e9) as u64;
    format!("p{:013}-{random:09}", Date::now() as u64)
}
