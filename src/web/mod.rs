//! Bindings to browser APIs, one file each, without state of the view.

pub mod backup_file;
pub mod bytes;
pub mod canvas;
pub mod clipboard;
pub mod clock;
pub mod dom_text;
pub mod elements;
pub mod encoding_detector;
pub mod entry_points;
pub mod file_picker;
pub mod files;
pub mod folders;
pub mod frame;
pub mod handles;
pub mod highlight;
pub mod inflate;
pub mod js_json;
pub mod object_json;
pub mod panic;
pub mod part_files;
pub mod parts;
pub mod pointer;
pub mod preferences;
pub mod preload;
pub mod samples;
pub mod search_worker;
pub mod selection;
pub mod storage;
pub mod storage_persistence;
pub mod stylesheet;
pub mod tabs;
pub mod timeout;
pub mod turn;

use wasm_bindgen::JsValue;

/// The window's document; `None` outside a page.
fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// The message of a thrown value, as the browser gives it; `None` if it has none.
fn reason(thrown: &JsValue) -> Option<String> {
    let message = js_sys::Reflect::get(thrown, &"message".into()).ok().and_then(|message| message.as_string());
    message.filter(|message| !message.is_empty())
}
