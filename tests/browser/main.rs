//! Browser tests of the page and of the bindings to the browser, in one binary and one page.
//!
//! Tests run one after the other, in unspecified order. `support::mount` removes what an earlier test mounted, and
//! clears the preferences. A test that replaces or needs a browser API calls `restore_browser` first. Each test uses
//! its own keys of projects in the database.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod add_articles;
mod annotation_list;
mod claims_board;
mod clock;
mod far_away;
mod files;
mod follow;
mod full_text;
mod keys;
mod layouts;
#[path = "../common/legacy_texts.rs"]
mod legacy_texts;
mod long_list;
mod marks;
mod palette;
mod panels;
mod script_api;
mod selecting;
mod storage;
mod storage_blobs;
mod storage_refused;
mod suggestions;
mod support;
mod text;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// Restores the browser APIs that tests replace, because an earlier test may have failed before it restored them. Also
/// removes the listeners on `window` of pages that earlier tests have started: the program itself never removes them.
fn restore_browser() {
    let script = "
        window.originals ??= [
          [window, 'fetch'], [window, 'indexedDB'], [window, 'localStorage'], [window, 'Highlight'],
          [HTMLAnchorElement.prototype, 'click'], [IDBFactory.prototype, 'open'],
          [IDBObjectStore.prototype, 'add'], [IDBObjectStore.prototype, 'put'],
        ].map(([owner, name]) => [owner, name, Object.getOwnPropertyDescriptor(owner, name)]);
        if (!window.pageListeners) {
          window.pageListeners = [];
          const add = window.addEventListener;
          window.addEventListener = function (type, ...more) {
            if (['beforeunload', 'pagehide', 'resize'].includes(type)) window.pageListeners.push([type, ...more]);
            return add.call(window, type, ...more);
          };
        }
        for (const listener of window.pageListeners.splice(0)) removeEventListener(...listener);
        for (const [owner, name, original] of window.originals) {
          if (original) Object.defineProperty(owner, name, original);
          else delete owner[name];
        }";
    js_sys::Function::new_no_args(script).call0(&wasm_bindgen::JsValue::UNDEFINED).unwrap();
}
