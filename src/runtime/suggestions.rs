//! Computes suggestions in slices, so that the page stays responsive.

use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;

use super::Store;
use crate::app::SuggestionAction;
use crate::model::Project;
use crate::web::clock;

/// How long a slice takes, in milliseconds.
const SLICE_MS: u64 = 8;

/// Computes the suggestions for a project, and gives up when it has changed meanwhile.
pub(super) fn compute(store: &Store, project: Rc<Project>) {
    let store = store.clone();
    spawn_local(async move {
        let is_open = || Rc::ptr_eq(store.state().project(), &project);
        TimeoutFuture::new(0).await;
        if !is_open() {
            return;
        }
        store.services().suggestions.borrow_mut().begin(&project);
        while slice(&store) {
            TimeoutFuture::new(0).await;
            if !is_open() {
                return;
            }
        }
        let all = store.services().suggestions.borrow().all(&project);
        store.dispatch(SuggestionAction::Computed(project, all));
    });
}

/// Computes for a short time; returns whether there is more to do.
fn slice(store: &Store) -> bool {
    let begun = clock::millis();
    let mut suggestions = store.services().suggestions.borrow_mut();
    while suggestions.step() {
        if clock::millis() >= begun + SLICE_MS {
            return true;
        }
    }
    false
}
