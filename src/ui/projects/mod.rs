//! Opening, making, importing and keeping projects: what goes on between the store and the browser's storage.

mod remembered;
mod saved;

use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

pub use remembered::remember_view;
use remembered::{last_opened, remember_last, remembered_view};
pub use saved::{delete, delete_for_good, duplicate, rename, restore};

use super::reader;
use super::shared::shortened;
use super::store::{Action, Notice, SaveStatus, State, Store, View};
use crate::edit::Editor;
use crate::format::{journal, native};
use crate::limits::NAME;
use crate::model::{Project, Schema, news_claims};
use crate::text::isolated;
use crate::web::bundled::{self, BundledArticle};
use crate::web::clock;
use crate::web::early;
use crate::web::frame::next_frame;
use crate::web::storage::{Storage, Stored};

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
    if last_opened().is_some() {
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
    let last = last_opened();
    let wants_new = last.as_deref() == Some("");
    let first = kept.first().filter(|_| !wants_new).map(|info| info.key.clone());
    let key = last.filter(|key| kept.iter().any(|info| &info.key == key)).or(first);
    if let Some(key) = key
        && open_from(store, &storage, &key).await
    {
        return true;
    }
    keep_new(store, storage).await;
    false
}

/// Stores the open project as a new one and saves to it from now on. Steps done meanwhile wait until it is there.
async fn keep_new(store: &Store, storage: Storage) {
    store.hold(storage.clone());
    let snapshot = native::write(store.state().project());
    match storage.create(&store.info(), &snapshot).await {
        Ok(()) => {
            store.release();
            remember_last(&store.state().key);
        }
        Err(error) => store.keep_in_memory(error.to_string()),
    }
    refresh_list(store).await;
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
    let stored = match storage.load(key).await {
        Ok(Some(stored)) => stored,
        Ok(None) => return false,
        Err(error) => {
            complain(store, format!("The project cannot be opened: {error}"));
            return false;
        }
    };
    let Stored { info, snapshot, steps, next_seq } = stored;
    let (editor, problem) = match rebuild(&snapshot, &steps) {
        Ok(rebuilt) => rebuilt,
        Err(reason) => {
            complain(store, format!("The project “{}” cannot be opened: {reason}", isolated(&info.title)));
            return false;
        }
    };
    // What was done meanwhile belongs to the project that is open until now.
    if let Err(reason) = until_saved(store).await {
        complain(store, reason);
        return false;
    }
    if store.storage().is_none() && store.state().editor.history().next_undo().is_some() {
        // Whoever has begun to work before the storage was there keeps that, as a project of its own.
        return false;
    }
    let view = remembered_view(store, key, editor.project());
    store.dispatch(Action::Opened {
        editor: Box::new(editor),
        key: key.to_owned(),
        awaiting: Vec::new(),
        view: Box::new(view),
    });
    store.save_to(storage.clone(), next_seq, steps.len() as u32);
    remember_last(key);
    if let Some(problem) = problem {
        complain(store, problem);
        // Records after the unreadable one would be unreachable: from here on the project goes on without it.
        let json = native::write(store.state().project());
        let _ = storage.snapshot(key, next_seq, &json, &store.info()).await;
    }
    refresh_list(store).await;
    if !info.awaiting.is_empty() {
        load_bundled(store, Some(info.awaiting)).await;
    }
    true
}

/// The project of a snapshot and the steps after it; with what of them could not be read.
fn rebuild(snapshot: &str, steps: &[String]) -> Result<(Editor, Option<String>), String> {
    let mut editor = Editor::new(native::read(snapshot).map_err(|error| error.to_string())?);
    let mut problem = None;
    for (done, record) in steps.iter().enumerate() {
        let step = journal::decode_step(editor.project(), record).map_err(|error| error.to_string());
        let run = step.and_then(|step| editor.run(step).map_err(|error| error.to_string()));
        if let Err(reason) = run {
            let lost = steps.len() - done;
            problem = Some(format!("The last {lost} changes could not be read and are not shown: {reason}"));
            break;
        }
    }
    editor.refresh_ids();
    Ok((editor, problem))
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
    if let Some(storage) = store.storage() {
        keep_new(store, storage).await;
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
        if let SaveStatus::Failed(reason) = &state.save {
            let title = &state.project().title;
            return Err(format!("“{}” is not saved yet, so it stays open: {reason}", isolated(title)));
        }
        gloo::timers::future::TimeoutFuture::new(5).await;
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
