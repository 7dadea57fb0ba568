//! The current time, formatting of times, and the size of the window.

use js_sys::{Date, Function, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

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

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl, js_name = DateTimeFormat)]
    type IntlFormat;

    /// The binding of js-sys has no `catch`, and the constructor throws for a locale such as "C".
    #[wasm_bindgen(constructor, catch, js_namespace = Intl, js_class = "DateTimeFormat")]
    fn new(locale: &JsValue, options: &Object) -> Result<IntlFormat, JsValue>;

    #[wasm_bindgen(method, getter, catch)]
    fn format(this: &IntlFormat) -> Result<Function, JsValue>;
}

/// A formatter of times. Constructing one is slower than using it.
pub struct TimeFormat(Option<Function>);

impl TimeFormat {
    /// The user's time zone and locale, with these options of `Intl.DateTimeFormat`. Where the browser does not accept the
    /// user's locale, its default locale, else English.
    pub fn of(options: &[(&str, &str)]) -> Self {
        let chosen = Object::new();
        for (option, style) in options {
            // Setting a property of a fresh object cannot fail.
            let _ = Reflect::set(&chosen, &(*option).into(), &(*style).into());
        }
        let language = web_sys::window().and_then(|window| window.navigator().language());
        let locales = [language.map_or(JsValue::UNDEFINED, JsValue::from), JsValue::UNDEFINED, "en".into()];
        Self(locales.iter().find_map(|locale| IntlFormat::new(locale, &chosen).ok()?.format().ok()))
    }

    /// The formatted time; the RFC 3339 text if the browser cannot parse or format it.
    pub fn format(&self, time: &Timestamp) -> String {
        let date = Date::new(&JsValue::from_str(time.as_str()));
        let Some(format) = self.0.as_ref().filter(|_| !date.get_time().is_nan()) else { return time.to_string() };
        let formatted = format.call1(&JsValue::UNDEFINED, &date).ok().and_then(|value| value.as_string());
        formatted.unwrap_or_else(|| time.to_string())
    }
}

/// Whether a media query matches; `false` where there is no window.
pub fn matches_media(query: &str) -> bool {
    let media = web_sys::window().and_then(|window| window.match_media(query).ok().flatten());
    media.is_some_and(|media| media.matches())
}

/// The inner width of the window in CSS pixels; 0 where there is none.
pub fn window_width() -> f64 {
    web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64()).unwrap_or_default()
}

/// The inner height of the window in CSS pixels; 0 outside a page.
pub fn window_height() -> f64 {
    web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default()
}

/// The unit `rem` of the style sheets in CSS pixels; 16 outside a page.
pub fn rem() -> f64 {
    let size = || {
        let window = web_sys::window()?;
        let style = window.get_computed_style(&window.document()?.document_element()?).ok()??;
        style.get_property_value("font-size").ok()?.strip_suffix("px").map(js_sys::parse_float)
    };
    size().unwrap_or(16.0)
}

/// A key for a new project: unique, and greater than earlier keys.
pub fn new_key() -> String {
    let random = (js_sys::Math::random() * 1e9) as u64;
    format!("p{:013}-{random:09}", Date::now() as u64)
}
