//! Opening, making, importing and keeping projects: what goes on between the store and the browser's storage.

mod remembered;
mod saved;

use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use yew::Callback;

pub use remembered::remember_view;
use remembered::remembered_view;
pub use saved::{delete, delete_for_good, duplicate, rename, restore};

use super::reader;
use super::store::{Access, Action, Keep, Notice, SaveStatus, State, Store, View};
use crate::app::messages;
use crate::edit::Editor;
use crate::format::native;
use crate::format::recovery::{self, Recovered};
use crate::limits::NAME;
use crate::model::{Project, Schema, Timestamp, news_claims};
use crate::text::{isolated, shortened};
use crate::web::bundled::{self, BundledArticle};
use crate::web::clock;
use crate::web::early;
use crate::web::frame::next_frame;
use crate::web::preferences;
use crate::web::storage::{Depth, ProjectInfo, Storage, Stored};

/// The title of a project that nobody has named yet.
const UNTITLED: &str = "Untitled project";

/// Windows lower than this have no room for the panel below the text, in pixels.
const LOW_WINDOW: f64 = 560.0;

/// How long the page waits for the sample articles before it counts as ready without them, in milliseconds.
const PATIENCE_MS: u32 = 2_000;

/// How many frames the page may take to be drawn before it counts as ready all the same.
const MOST_FRAMES: usize = 20;

/// A state with an empty project, before anything is known of storage.
pub fn blank_state() -> State {
    State {
        editor: Editor::new(Project::new(UNTITLED, news_claims(), clock::now())),
        key: clock::new_key(),
        view: default_view(),
        arriving: Vec::new(),
        bundled_order: Vec::new(),
        room: room(),
        access: Access::Writing,
        save: SaveStatus::Saving,
        unsaved: None,
        backup: None,
        saved_projects: Rc::default(),
        dialog: None,
        notice: None,
        announcement: (0, String::new()),
        search: Default::default(),
        occurrences: None,
        linking: Default::default(),
        registry: Default::default(),
        generation: 0,
    }
}

fn default_view() -> View {
    // On a phone, or in a low window, the panel would take half of the screen.
    View {
        columns: View::MAX_COLUMNS,
        panel_hidden: room() == 1 || clock::window_height() < LOW_WINDOW,
        ..View::default()
    }
}

/// How many columns the window has room for: each is wide enough for a newspaper's column.
pub fn room() -> usize {
    match clock::window_width() as u32 {
        0..620 => 1,
        620..1160 => 2,
        _ => 3,
    }
}

/// Opens what was open last, or a new project with the bundled articles; returns when the page can be used.
pub async fn start(store: &Store) {
    let keeper = store.clone();
    store.set_keeper(Callback::from(move |what| keep(&keeper, what)));
    store.listen_to_tabs();
    open_first(store).await;
    // The page is drawn a moment after its state is there.
    for _ in 0..MOST_FRAMES {
        if store.state().shown().iter().all(|article| reader::root_of(article).is_some()) {
            break;
        }
        next_frame().await;
    }
}

async fn open_first(store: &Store) {
    if preferences::last_project().is_some() {
        if !open_last_or_new(store).await {
            wait_for(load_samples(store)).await;
        }
        return;
    }
    // On a first visit the articles come while the storage is made. But a browser that was killed may have forgotten
    // the settings and not the projects: unless it is known that there are none, the page waits for the storage.
    let samples = load_samples(store);
    if early::nothing_is_stored().await {
        let store = store.clone();
        spawn_local(async move {
            open_last_or_new(&store).await;
        });
    } else if open_last_or_new(store).await {
        return;
    }
    wait_for(samples).await;
}

/// Waits for the sample articles, but not for ever.
async fn wait_for(samples: js_sys::Promise) {
    let patience = future_to_promise(async {
        gloo::timers::future::TimeoutFuture::new(PATIENCE_MS).await;
        Ok(JsValue::UNDEFINED)
    });
    let _ = JsFuture::from(js_sys::Promise::race(&js_sys::Array::of2(&samples, &patience))).await;
}

fn load_samples(store: &Store) -> js_sys::Promise {
    let store = store.clone();
    future_to_promise(async move {
        load_bundled(&store, None).await;
        Ok(JsValue::UNDEFINED)
    })
}

/// Whether there was a project to open; otherwise the new one is kept from now on.
async fn open_last_or_new(store: &Store) -> bool {
    let storage = match Storage::open().await {
        Ok(storage) => storage,
        Err(error) => {
            store.keep_in_memory(error.to_string());
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
    keep_new(store, &storage);
    false
}

/// Stores the open project as a new one and saves to it from now on. Steps done meanwhile wait until it is there.
fn keep_new(store: &Store, storage: &Storage) {
    store.claim_new();
    store.save_as_new(storage);
    let store = store.clone();
    spawn_local(async move { refresh_when_saved(&store).await });
}

fn keep(store: &Store, what: Keep) {
    let store = store.clone();
    spawn_local(async move {
        match (what, store.storage()) {
            (Keep::Relist, _) => refresh_list(&store).await,
            (Keep::Reopen, Some(storage)) => {
                let key = store.state().key.clone();
                remember_view(&store);
                open_from(&store, &storage, &key).await;
            }
            (Keep::Reopen, None) => {}
        }
    });
}

/// Fetches bundled articles: all, or those that a project still waits for.
async fn load_bundled(store: &Store, awaiting: Option<Vec<String>>) {
    let index = match bundled::index().await {
        Ok(index) => index,
        Err(reason) => {
            let text = format!("The sample articles cannot be loaded: {reason} You can open or paste your own.");
            return store.dispatch(Action::Notify(Some(Notice { text, is_error: true, offer: None })));
        }
    };
    let wanted = |article: &BundledArticle| awaiting.as_ref().is_none_or(|ids| ids.contains(&article.id));
    let articles: Vec<_> = index.into_iter().filter(wanted).collect();
    store.dispatch(Action::Awaiting(articles.clone()));
    // Each on its own, so that a slow one keeps nobody waiting; and all together, so that it is known when they are in.
    let fetching: js_sys::Array = articles
        .into_iter()
        .map(|article| {
            let store = store.clone();
            future_to_promise(async move {
                fetch(&store, article).await;
                Ok(JsValue::UNDEFINED)
            })
        })
        .collect();
    let _ = JsFuture::from(js_sys::Promise::all(&fetching)).await;
    if let Some(storage) = store.storage().filter(|_| !store.state().arriving.is_empty()) {
        // So that what did not come now is tried again the next time.
        let _ = storage.put_info(&store.info()).await;
    }
}

async fn fetch(store: &Store, article: BundledArticle) {
    let generation = store.state().generation;
    let text = bundled::fetch(&article).await;
    if store.state().generation == generation {
        store.dispatch(Action::Arrived(article.id, text));
    }
}

/// Fetches a bundled article again.
pub fn retry(store: &Store, article: BundledArticle) {
    store.dispatch(Action::Retry(article.id.clone()));
    let store = store.clone();
    spawn_local(async move { fetch(&store, article).await });
}

/// Opens a saved project.
pub fn open(store: &Store, key: String) {
    let store = store.clone();
    spawn_local(async move {
        let Some(storage) = store.storage() else { return };
        open_from(&store, &storage, &key).await;
    });
}

/// Opens a saved project; whether it could be.
async fn open_from(store: &Store, storage: &Storage, key: &str) -> bool {
    let claim = store.claim(key).await;
    let (info, recovered) = match recover(storage, key).await {
        Ok(Some(found)) => found,
        Ok(None) => return false,
        Err(reason) => {
            complain(store, reason);
            return false;
        }
    };
    // What was done meanwhile belongs to the project that is open until now.
    if let Err(reason) = until_saved(store).await {
        complain(store, reason);
        return false;
    }
    if store.storage().is_none() && store.has_work() {
        // Whoever has begun to work before the storage was there keeps that, as a project of its own.
        return false;
    }
    let Recovered { editor, base, next, loss } = recovered;
    let view = remembered_view(store, key, editor.project());
    store.dispatch(Action::Opened {
        editor: Box::new(editor),
        key: key.to_owned(),
        awaiting: Vec::new(),
        view: Box::new(view),
    });
    store.save_to(storage, next, next - base);
    store.keep_claim(claim);
    preferences::remember_project(key);
    if let Some(loss) = loss {
        complain(store, messages::recovery::loss(&loss));
        repair(store, storage, next).await;
    }
    refresh_list(store).await;
    if !info.awaiting.is_empty() && store.state().access == Access::Writing {
        load_bundled(store, Some(info.awaiting)).await;
    }
    true
}

/// The tab that edits the project writes it whole again; what cannot be read would be read again the next time.
async fn repair(store: &Store, storage: &Storage, next: u32) {
    if store.state().access == Access::Writing {
        let json = native::write(store.state().project());
        if let Err(error) = storage.repair(next, &json, &store.info()).await {
            complain(store, format!("The project could not be written whole again: {error}"));
        }
    }
}

/// Reads what is stored of a project, as far as it is whole; `None` if there is none of that key.
///
/// # Errors
/// When the storage fails, or nothing of the project can be read, in words.
async fn recover(storage: &Storage, key: &str) -> Result<Option<(ProjectInfo, Recovered)>, String> {
    let mut depth = Depth::Newest;
    loop {
        let stored =
            storage.load(key, depth).await.map_err(|error| format!("The project cannot be opened: {error}"))?;
        let Some(Stored { info, pieces }) = stored else { return Ok(None) };
        let created = Timestamp::parse(&info.created).unwrap_or_else(clock::now);
        let title = if info.created.is_empty() { UNTITLED } else { &info.title };
        let recovered = recovery::open(&pieces, Project::new(title, news_claims(), created));
        let is_whole = recovered.as_ref().is_ok_and(|recovered| recovered.loss.is_none());
        if !is_whole && depth == Depth::Newest {
            // Something is damaged, and there may be older records that are not.
            depth = Depth::All;
            continue;
        }
        let title = isolated(&info.title);
        let recovered = recovered.map_err(|reason| format!("The project “{title}” cannot be opened: {reason}"))?;
        return Ok(Some((info, recovered)));
    }
}

/// Makes a new project with a schema and opens it, with or without the bundled articles.
pub fn new_project(store: &Store, title: &str, schema: Schema, with_samples: bool) {
    let title = if title.trim().is_empty() { UNTITLED } else { title.trim() };
    let title = shortened(title, NAME - 1);
    let editor = Editor::new(Project::new(title, schema, clock::now()));
    let store = store.clone();
    spawn_local(async move {
        match adopt(&store, editor).await {
            Ok(()) if with_samples => load_bundled(&store, None).await,
            Ok(()) => {}
            Err(reason) => complain(&store, reason),
        }
    });
}

/// Opens a project that came from a file or a program, and keeps it.
///
/// # Errors
/// When the open project cannot be saved, and would be lost.
pub async fn adopt(store: &Store, editor: Editor) -> Result<(), String> {
    until_saved(store).await?;
    let open = editor.project().articles().iter().take(View::MAX_COLUMNS).map(|article| article.id.clone()).collect();
    let view = View { open, ..default_view() };
    store.replace_scroll(Default::default());
    let (editor, view) = (Box::new(editor), Box::new(view));
    store.dispatch(Action::Opened { editor, key: clock::new_key(), awaiting: Vec::new(), view });
    match store.storage() {
        Some(storage) => keep_new(store, &storage),
        None => store.claim_new(),
    }
    Ok(())
}

/// Waits until the open project is on disk, so that the next one does not overtake it.
///
/// # Errors
/// When some of it cannot be saved, and would be lost.
async fn until_saved(store: &Store) -> Result<(), String> {
    while !store.is_saved() {
        let state = store.state();
        match &state.save {
            SaveStatus::Failed(reason) => {
                let title = isolated(&state.project().title);
                return Err(format!("“{title}” is not saved yet, so it stays open: {reason}"));
            }
            // What was exported since is not lost.
            SaveStatus::Memory(_) if store.has_work() => {
                let title = isolated(&state.project().title);
                return Err(format!("“{title}” is in memory only, so it stays open. Export it first."));
            }
            SaveStatus::Memory(_) => break,
            _ => gloo::timers::future::TimeoutFuture::new(5).await,
        }
    }
    remember_view(store);
    Ok(())
}

/// Lists the saved projects anew.
pub async fn refresh_list(store: &Store) {
    if let Some(storage) = store.storage()
        && let Ok(list) = storage.list().await
    {
        store.dispatch(Action::Listed(Rc::new(list)));
    }
}

/// Lists the saved projects anew once the open one is on disk.
pub async fn refresh_when_saved(store: &Store) {
    if until_saved(store).await.is_ok() {
        refresh_list(store).await;
    }
}

fn complain(store: &Store, text: String) {
    store.dispatch(Action::Notify(Some(Notice { text, is_error: true, offer: None })));
}
