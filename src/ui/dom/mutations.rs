//! Notices when elements of the reader are rendered again: ranges in the DOM do not survive that.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{MutationObserver, MutationObserverInit, MutationRecord};

/// Observes the elements of the reader until it is dropped.
pub(in crate::ui) struct ReaderObserver {
    observer: Option<MutationObserver>,
    // Kept for as long as the browser may call it.
    _on_change: Closure<dyn Fn(Array)>,
}

impl ReaderObserver {
    /// Calls back when elements are added or removed, unless all changes are the caller's own.
    pub(in crate::ui) fn new(is_own: fn(&MutationRecord) -> bool, callback: impl Fn() + 'static) -> Self {
        let on_change = Closure::<dyn Fn(Array)>::new(move |changes: Array| {
            if !changes.iter().all(|change| is_own(change.unchecked_ref())) {
                callback();
            }
        });
        let observer = MutationObserver::new(on_change.as_ref().unchecked_ref()).ok();
        let reader = gloo::utils::document().query_selector(".reader").ok().flatten();
        if let (Some(observer), Some(reader)) = (&observer, reader) {
            let options = MutationObserverInit::new();
            options.set_child_list(true);
            options.set_subtree(true);
            // Refused only where nothing would be observed.
            let _ = observer.observe_with_options(&reader, &options);
        }
        Self { observer, _on_change: on_change }
    }
}

impl Drop for ReaderObserver {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
