//! One constructed style sheet for rules that are known only at run time, such as the colours of labels. The page's
//! content security policy allows this, but not `style` attributes.

use std::cell::RefCell;

use js_sys::{Array, Reflect};
use wasm_bindgen::JsCast;
use web_sys::CssStyleSheet;

thread_local! {
    static SHEET: RefCell<Option<CssStyleSheet>> = const { RefCell::new(None) };
    /// The sheets that were added for good.
    static ADDED: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}

/// Adds the rules of a part of the page that is shown for the first time; they stay.
pub fn add_rules(css: &'static str) {
    ADDED.with_borrow_mut(|added| {
        if !added.contains(&css) && adopt().is_some_and(|sheet| sheet.replace_sync(css).is_ok()) {
            added.push(css);
        }
    });
}

/// Replaces the rules of the sheet; the first call adds the sheet to the document.
///
/// Returns `false` if the browser does not support constructed style sheets.
pub fn set_rules(css: &str) -> bool {
    SHEET.with_borrow_mut(|sheet| {
        if sheet.is_none() {
            *sheet = adopt();
        }
        sheet.as_ref().is_some_and(|sheet| sheet.replace_sync(css).is_ok())
    })
}

fn adopt() -> Option<CssStyleSheet> {
    let document = super::document()?;
    let adopted = Reflect::get(&document, &"adoptedStyleSheets".into()).ok()?;
    if adopted.is_undefined() {
        return None;
    }
    let sheet = CssStyleSheet::new().ok()?;
    // In older browsers the list is frozen, so it is replaced by a new list.
    let sheets = Array::from(&adopted);
    sheets.push(&sheet);
    document.set_adopted_style_sheets(sheets.unchecked_ref());
    Some(sheet)
}
