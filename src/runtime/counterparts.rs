//! Finds the counterparts that columns show which follow the selection, at most once in a frame.

use wasm_bindgen_futures::spawn_local;

use super::Store;
use crate::analysis::counterpart::find;
use crate::app::{FollowAction, FollowSource, Followed};
use crate::model::ArticleId;
use crate::web::frame::next_frame;

/// Finds them in the next frame.
pub(super) fn find_soon(store: &Store) {
    if store.services().finds_counterparts.replace(true) {
        return;
    }
    let store = store.clone();
    spawn_local(async move {
        next_frame().await;
        store.services().finds_counterparts.set(false);
        find_now(&store);
    });
}

fn find_now(store: &Store) {
    let state = store.state();
    let Some(source) = FollowSource::of(&state) else { return };
    let parsed = &store.services().columns;
    let selected = (&source.article, source.claim.as_deref(), source.range);
    let found = find(state.project(), &mut parsed.borrow_mut(), selected, &source.columns);
    let is_too_long = found.is_too_long;
    let columns = source.columns.into_iter().zip(found.counterparts);
    let followed = |(article, counterpart): (ArticleId, _)| Followed { article, counterpart, is_too_long };
    store.dispatch(FollowAction::Found(source.article, columns.map(followed).collect()));
}
