//! Start of the program: opens the last project, or a new project with the sample articles.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

use super::effects::AUTHOR;
use super::project_manager::{open_from, store_new};
use super::view_persistence::first_view;
use super::{Store, file_inputs, samples, stored_panels, window, window_layout};
use crate::app::State;
use crate::app::messages::projects::UNTITLED;
use crate::model::{Project, news_claims};
use crate::web::frame::{frames, next_frame};
use crate::web::parts::{self, Part};
use crate::web::storage::Storage;
use crate::web::timeout::within;
use crate::web::{clock, dom_text, preferences, preload};

/// How long the start waits for the sample articles, in milliseconds.
const SAMPLES_MS: u32 = 2_000;
/// How many frames the start waits until the articles are rendered.
const MAX_FRAMES: usize = 20;

/// The initial state, with an empty project.
pub fn blank_state() -> State {
    let project = Project::new(UNTITLED, news_claims(), clock::now());
    let view = first_view(&project);
    let author = preferences::get(AUTHOR).unwrap_or_default();
    State {
        view,
        panels: stored_panels::first(),
        window: window_layout::measure(),
        author,
        ..State::new(project, clock::new_key())
    }
}

/// Opens the last project, or a new project with the sample articles. Returns when the page can be used.
pub async fn start(store: &Store) {
    window::listen(store);
    // The page is mounted by now, which empties the body.
    file_inputs::add(store);
    {
        let store = store.clone();
        // Before anything that the user does, which waits for the part too.
        Store::with_later(move |later| (later.listen)(&store));
    }
    open_first(store).await;
    // The page is rendered after the state has changed.
    for _ in 0..MAX_FRAMES {
        if store.state().shown().iter().all(|article| dom_text::root_of(article).is_some()) {
            break;
        }
        next_frame().await;
    }
    if !parts::is_here(Part::Later) {
        // The text is painted before the part takes time.
        frames(2).await;
    }
    parts::request(Part::Later);
    parts::wait(Part::Later).await;
}

async fn open_first(store: &Store) {
    if preferences::last_project().is_some() {
        if !open_stored(store.clone()).await {
            within(JsFuture::from(loading_samples(store)), SAMPLES_MS).await;
        }
        return;
    }
    // On a first visit, the articles are loaded while the storage is created. A browser that was killed may have lost
    // the settings but not the projects, so unless it is known that nothing is stored, the start waits for the storage.
    let loading = loading_samples(store);
    if preload::nothing_is_stored().await {
        let store = store.clone();
        // Does not request the part: that is done when the articles are painted.
        Store::with_later(move |later| {
            spawn_local(async move {
                (later.open_last_or_new)(store).await;
            });
        });
    } else if open_stored(store.clone()).await {
        return;
    }
    within(JsFuture::from(loading), SAMPLES_MS).await;
}

/// Opens a saved project, and returns `true`; if there is none, stores the open project.
async fn open_stored(store: Store) -> bool {
    parts::request(Part::Later);
    parts::wait(Part::Later).await;
    match Store::later() {
        Some(later) => (later.open_last_or_new)(store).await,
        None => false,
    }
}

fn loading_samples(store: &Store) -> js_sys::Promise {
    let store = store.clone();
    future_to_promise(async move {
        samples::load(&store, None).await;
        Ok(JsValue::UNDEFINED)
    })
}

/// See [`open_stored`], which waits for the part that has this function.
pub(super) async fn open_last_or_new(store: &Store) -> bool {
    let storage = match Storage::open().await {
        Ok(storage) => storage,
        Err(error) => {
            store.keep_in_memory(&error);
            return false;
        }
    };
    let saved = storage.list().await.unwrap_or_default();
    let kept: Vec<_> = saved.iter().filter(|info| info.deleted.is_none()).collect();
    let last = preferences::last_project();
    let wants_new = last.as_deref() == Some("");
    let first = kept.first().filter(|_| !wants_new).map(|info| info.key.clone());
    let key = last.filter(|key| kept.iter().any(|info| &info.key == key)).or(first);
    if let Some(key) = key
        && open_from(store, &storage, &key).await
    {
        return true;
    }
    store_new(store, &storage);
    false
}
