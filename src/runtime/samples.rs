//! Fetches the sample articles for a new project, and retries failed ones.

use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

use super::{Store, wording};
use crate::app::messages::articles as words;
use crate::app::{ArticleAction, Notice, ViewAction};
use crate::format::SampleArticle;
use crate::web::parts::{self, Part};
use crate::web::samples::{self, SampleError};

/// Fetches all sample articles, or those with these ids.
pub(super) async fn load(store: &Store, wanted: Option<Vec<String>>) {
    let index = match index().await {
        Ok(index) => index,
        Err(error) => {
            let text = words::samples_failed(&wording::sample(&error));
            return store.dispatch(ViewAction::Notify(Some(Notice::error(text))));
        }
    };
    let is_wanted = |article: &SampleArticle| wanted.as_ref().is_none_or(|ids| ids.contains(&article.id));
    let articles: Vec<_> = index.into_iter().filter(is_wanted).collect();
    store.dispatch(ArticleAction::SamplesListed(articles.clone()));
    // In parallel, so that a slow article does not delay the others.
    let fetching: Array = articles.into_iter().map(|article| fetching(store, article)).collect();
    let _ = JsFuture::from(Promise::all(&fetching)).await;
    if !store.state().samples.is_empty() {
        let store = store.clone();
        Store::with_later(move |later| (later.store_missing_samples)(store));
    }
}

/// Stores the ids of the missing articles, so that they are fetched on the next visit.
pub(super) fn store_missing(store: Store) {
    spawn_local(async move {
        if let Some(storage) = store.services().queue.storage() {
            let _ = storage.put_info(&store.info()).await;
        }
    });
}

async fn index() -> Result<Vec<SampleArticle>, SampleError> {
    let text = samples::index().await?;
    if let Some(index) = samples::read_index(&text) {
        return Ok(index);
    }
    parts::request(Part::Later);
    parts::wait(Part::Later).await;
    let read = Store::later().map_or(Ok(Vec::new()), |later| (later.read_index)(&text));
    read.map_err(samples::index_error)
}

fn fetching(store: &Store, article: SampleArticle) -> Promise {
    let store = store.clone();
    future_to_promise(async move {
        fetch(&store, article).await;
        Ok(JsValue::UNDEFINED)
    })
}

async fn fetch(store: &Store, article: SampleArticle) {
    let generation = store.state().generation;
    let text = samples::fetch(&article).await.map_err(|error| wording::sample(&error));
    store.dispatch(ArticleAction::SampleArrived(generation, article.id, text));
}

/// Fetches a sample article again.
pub(super) fn fetch_again(store: &Store, article: SampleArticle) {
    let store = store.clone();
    spawn_local(async move { fetch(&store, article).await });
}
