//! The browser's file picker, opened through a hidden file input of the page, so that tests can choose files, too.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, HtmlInputElement};

use super::handles::keep_files;

/// A hidden file input.
#[derive(Clone, Debug)]
pub struct FilePicker {
    /// The id of the element.
    pub id: &'static str,
    /// The accessible name.
    pub label: &'static str,
    /// The accepted file types, as in the attribute `accept`.
    pub accept: String,
    /// Whether several files can be chosen.
    pub multiple: bool,
}

/// Adds a hidden file input to the page. `on_files` is called each time files are chosen, with the number of their list
/// in [`super::handles`]. The input is never removed.
pub fn install(picker: &FilePicker, on_files: impl Fn(u32) + 'static) {
    let Some(document) = super::document() else { return };
    let Some(input) = document.create_element("input").ok().and_then(|input| input.dyn_into::<HtmlInputElement>().ok())
    else {
        return;
    };
    input.set_type("file");
    input.set_id(picker.id);
    input.set_hidden(true);
    input.set_multiple(picker.multiple);
    input.set_accept(&picker.accept);
    // Setting an attribute of that name cannot fail.
    let _ = input.set_attribute("aria-label", picker.label);
    let on_change = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        if let Some(files) = input.files() {
            on_files(keep_files(&files));
        }
        // So that choosing the same file again fires an event.
        input.set_value("");
    });
    input.set_onchange(Some(on_change.as_ref().unchecked_ref()));
    on_change.forget();
    if let Some(body) = document.body() {
        // Appending a new element to the body cannot fail.
        let _ = body.append_child(&input);
    }
}

/// Opens the file picker of an input. Needs a user gesture.
pub fn open(id: &str) {
    let input = super::document().and_then(|document| document.get_element_by_id(id));
    if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
        input.click();
    }
}
