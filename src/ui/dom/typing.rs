//! Typing into the field that has the focus, as if by the keyboard: with its selection, its limits, its events and its own undo.

use wasm_bindgen::JsCast;
use web_sys::HtmlDocument;

/// Types a text.
pub(in crate::ui) fn insert(text: &str) {
    run("insertText", text);
}

/// Deletes the selection, or the character before the caret.
pub(in crate::ui) fn delete() {
    run("delete", "");
}

fn run(command: &str, text: &str) {
    let document: HtmlDocument = gloo::utils::document().unchecked_into();
    // Where nothing takes a text, nothing happens.
    let _ = document.exec_command_with_show_ui_and_value(command, false, text);
}
