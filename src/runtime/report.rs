//! Computes reports in slices, so that the page can be used meanwhile.

use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;

use super::Store;
use crate::analysis::report::ReportBuilder;
use crate::app::ReportAction;
use crate::model::Project;
use crate::web::clock;

/// How long a slice takes, in milliseconds, unless one step takes longer.
const SLICE_MS: u64 = 12;

/// Computes the report of a project, and dispatches it. Ends when it is not waited for any more.
pub(super) fn compute(store: &Store, project: Rc<Project>) {
    let store = store.clone();
    spawn_local(async move {
        // What is parsed for suggestions need not be parsed again.
        let parsed = store.services().suggestions.borrow().parsed().clone();
        let mut builder = ReportBuilder::new(project.clone(), parsed);
        loop {
            // The page is rendered and gets its events between slices.
            TimeoutFuture::new(0).await;
            if !store.state().awaits_report(&project) {
                return;
            }
            let start = clock::millis();
            while clock::millis().saturating_sub(start) < SLICE_MS {
                if let Some(report) = builder.step() {
                    return store.dispatch(ReportAction::Computed(Rc::new(report)));
                }
            }
            store.dispatch(ReportAction::Progress(project.clone(), builder.progress()));
        }
    });
}
