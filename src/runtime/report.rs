//! Computes reports in slices, so that the page can be used meanwhile.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::Store;
use crate::analysis::report::ReportBuilder;
use crate::app::ReportAction;
use crate::model::Project;
use crate::web::turn::Slices;

/// Computes the report of a project, and dispatches it. Ends when it is not waited for any more.
pub(super) fn compute(store: &Store, project: Rc<Project>) {
    let store = store.clone();
    spawn_local(async move {
        // What is parsed for suggestions need not be parsed again.
        let parsed = store.services().suggestions.borrow().parsed().clone();
        let mut builder = ReportBuilder::new(project.clone(), parsed);
        let (mut slices, mut report) = (Slices::default(), None);
        loop {
            slices.pause().await;
            if !store.state().awaits_report(&project) {
                return;
            }
            let has_more = slices.run(|| {
                report = builder.step();
                report.is_none()
            });
            if !has_more {
                break;
            }
            store.dispatch(ReportAction::Progress(project.clone(), builder.progress()));
        }
        if let Some(report) = report {
            store.dispatch(ReportAction::Computed(Rc::new(report)));
        }
    });
}
