//! The current time, formatting of times, and the size of the window.

use js_sys::Intl::DateTimeFormat;
use js_sys::{Array, Date, Function, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::model::Timestamp;

/// The current time, with milliseconds.
pub fn now() -> Timestamp {
    let iso: String = Date::new_0().to_iso_string().into();
    Timestamp::parse(&iso).unwrap_or_else(Timestamp::epoch)
}

/// The current time in milliseconds since 1970.
pub fn millis() -> u64 {
    Date::now() as u64
}

/// Formats date and time in the user's time zone and locale, to the minute.
pub fn local_time(time: &Timestamp) -> String {
    TimeFormat::of(&[("dateStyle", "medium"), ("timeStyle", "short")]).format(time)
}

/// Formats the time of day in the user's time zone and locale, to the minute.
pub fn local_clock(time: &Timestamp) -> String {
    TimeFormat::of(&[("timeStyle", "short")]).format(time)
}

/// A formatter of times. Reuse it for many times: its construction is slow.
pub struct TimeFormat(Function);

impl TimeFormat {
    /// A formatter for the user's time zone and locale, with these options of `Intl.DateTimeFormat`.
    pub fn of(options: &[(&str, &str)]) -> Self {
        let chosen = Object::new();
        for (option, style) in options {
            // Setting a property of a fresh object cannot fail.
            let _ = Reflect::set(&chosen, &(*option).into(), &(*style).into());
        }
        let locale = web_sys::window().and_then(|window| window.navigator().language());
        let locales = Array::of1(&locale.as_deref().unwrap_or("en").into());
        Self(DateTimeFormat::new(&locales, &chosen).format())
    }

    /// Formats a time; returns the RFC 3339 text if the browser cannot parse it.
    pub fn format(&self, time: &Timestamp) -> String {
        let date = Date::new(&JsValue::from_str(time.as_str()));
        if date.get_time().is_nan() {
            return time.to_string();
        }
        let formatted = self.0.call1(&JsValue::UNDEFINED, &date).ok().and_then(|value| value.as_string());
        formatted.unwrap_or_else(|| time.to_string())
    }
}

/// The inner width of the window in CSS pixels; 0 outside a page.
pub fn window_width() -> f64 {
    web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64()).unwrap_or_default()
}

/// The inner height of the window in CSS pixels; 0 outside a page.
pub fn window_height() -> f64 {
    web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default()
}

/// A key for a new project: unique, and greater than earlier keys.
pub fn new_key() -> String {
    let random = (js_sys::Math::random() * 1e9) as u64;
    format!("p{:013}-{random:09}", Date::now() as u64)
}
