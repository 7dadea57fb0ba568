//! The page and the bindings to the browser, tested in a browser: one binary and one page for all of it.
//!
//! Tests run one after the other, in no promised order. `support::mount` removes what an earlier test mounted and clears
//! the preferences; who replaces or needs a part of the browser calls `restore_browser` first; each project in the
//! database has a key of its own.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod add_articles;
mod annotation_list;
mod files;
mod keys;
mod marks;
mod palette;
mod script_api;
mod storage;
mod storage_refused;
mod support;
mod text;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// Restores the parts of the browser that tests replace: an earlier test may have failed before it did so itself. Removes the
/// listeners of the pages that earlier tests started, which a real page never does.
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
