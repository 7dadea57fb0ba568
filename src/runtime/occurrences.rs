//! Finds and changes occurrences in slices. What takes no longer than a slice is done at once.

use wasm_bindgen_futures::spawn_local;

use super::Store;
use crate::app::{OccurrenceAction, OccurrenceJob, OccurrenceRequest};
use crate::web::clock;
use crate::web::turn::Slices;

/// How long it takes until progress is shown, and how often, in milliseconds.
const SHOW_MS: u64 = 200;

/// Does what is requested, for as long as the state waits for it.
pub(super) fn run(store: &Store, request: OccurrenceRequest) {
    let (store, number) = (store.clone(), request.number);
    let (mut job, slices) = (OccurrenceJob::new(request), Slices::default());
    if slices.run(|| job.step()) {
        spawn_local(go_on(store, number, job, slices));
    } else {
        store.dispatch(OccurrenceAction::Worked(number, job.finish()));
    }
}

async fn go_on(store: Store, number: u32, mut job: OccurrenceJob, mut slices: Slices) {
    let mut shown_at = clock::millis();
    loop {
        slices.pause().await;
        if !store.state().awaits_occurrences(number) {
            return;
        }
        if !slices.run(|| job.step()) {
            return store.dispatch(OccurrenceAction::Worked(number, job.finish()));
        }
        if clock::millis() >= shown_at + SHOW_MS {
            shown_at = clock::millis();
            store.dispatch(OccurrenceAction::Progress(number, job.percent()));
        }
    }
}
