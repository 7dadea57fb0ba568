//! Computes suggestions in slices, so that the page stays responsive.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::Store;
use crate::analysis::suggestions::{Grouping, Opening, PredictionSteps, Suggestion, SuggestionList};
use crate::app::SuggestionAction;
use crate::model::Project;
use crate::web::turn::Slices;

/// Computes the suggestions for a project, and gives up when it has changed meanwhile.
pub(super) fn compute(store: &Store, project: Rc<Project>) {
    let store = store.clone();
    spawn_local(async move {
        let is_open = || store.state().suggestions.awaits(&project);
        let (mut slices, mut shown) = (Slices::default(), 0);
        slices.pause().await;
        if !is_open() {
            return;
        }
        if !show_predictions(&store, &project, &mut slices).await {
            return;
        }
        store.services().suggestions.borrow_mut().begin(&project);
        let mut opening = Opening::default();
        while slices.run(|| store.services().suggestions.borrow_mut().step())
            || slices.run(|| store.services().suggestions.borrow().open_next(&project, &mut opening))
        {
            slices.pause().await;
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
        while slices.run(|| grouping.step()) {
            slices.pause().await;
            if !is_open() {
                return;
            }
        }
        store.dispatch(SuggestionAction::Computed(project, Rc::new(grouping.finish())));
    });
}

/// Shows the predictions of other tools while nothing is shown yet: they need no computing. Returns whether to go on.
async fn show_predictions(store: &Store, project: &Rc<Project>, slices: &mut Slices) -> bool {
    if project.predictions().is_empty() || *store.state().suggestions.list != SuggestionList::default() {
        return true;
    }
    let (mut steps, mut all) = (PredictionSteps::default(), Vec::new());
    while slices.run(|| steps.step(project, &mut all)) {
        slices.pause().await;
    }
    let mut grouping = Grouping::new(project.clone(), all, &SuggestionList::default());
    while slices.run(|| grouping.step()) {
        slices.pause().await;
    }
    store.dispatch(SuggestionAction::Begun(project.clone(), Rc::new(grouping.finish())));
    store.state().suggestions.awaits(project)
}

/// The suggestions that were not rejected, computed at once.
pub(super) fn open(store: &Store) -> Vec<Suggestion> {
    let state = store.state();
    let mut suggestions = store.services().suggestions.borrow_mut();
    suggestions.update(state.project());
    suggestions.open(state.project())
}
