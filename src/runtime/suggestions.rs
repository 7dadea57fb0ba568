//! Computes suggestions in slices, so that the page stays responsive.

use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;

use super::Store;
use crate::analysis::suggestions::{Grouping, Opening};
use crate::app::SuggestionAction;
use crate::model::Project;
use crate::web::clock;

/// How long a slice takes, in milliseconds.
const SLICE_MS: u64 = 8;

/// Computes the suggestions for a project, and gives up when it has changed meanwhile.
pub(super) fn compute(store: &Store, project: Rc<Project>) {
    let store = store.clone();
    spawn_local(async move {
        let is_open = || store.state().suggestions.awaits(&project);
        let mut shown = 0;
        TimeoutFuture::new(0).await;
        if !is_open() {
            return;
        }
        store.services().suggestions.borrow_mut().begin(&project);
        let mut opening = Opening::default();
        while slice(|| store.services().suggestions.borrow_mut().step())
            || slice(|| store.services().suggestions.borrow().open_next(&project, &mut opening))
        {
            TimeoutFuture::new(0).await;
            if !is_open() {
                return;
            }
            let (done, all) = store.services().suggestions.borrow().progress();
            let percent = done * 100 / all.max(1);
            if percent != std::mem::replace(&mut shown, percent) {
                store.dispatch(SuggestionAction::Progress(project.clone(), (done, all)));
            }
        }
        let before = store.state().suggestions.list.clone();
        let mut grouping = Grouping::new(project.clone(), opening.all, &before);
        while slice(|| grouping.step()) {
            TimeoutFuture::new(0).await;
            if !is_open() {
                return;
            }
        }
        store.dispatch(SuggestionAction::Computed(project, Rc::new(grouping.finish())));
    });
}

/// Does steps for a short time; returns whether there are more.
fn slice(mut step: impl FnMut() -> bool) -> bool {
    let begun = clock::millis();
    while step() {
        if clock::millis() >= begun + SLICE_MS {
            return true;
        }
    }
    false
}
