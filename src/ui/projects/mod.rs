//! Opening, making, importing and keeping projects: what goes on between the store and the browser's storage.

mod remembered;
mod saved;

use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

pub use remembered::remember_view;
use remembered::{last_opened, remember_last, remembered_view};
pub use saved::{delete, delete_for_good, duplicate, rename, restore};

use super::store::{Action, Notice, SaveStatus, State, Store, View};
use crate::edit::Editor;
use crate::format::{journal, native};
use crate::model::{Project, news_claims};
use crate::web::bundled::{self, BundledArticle};
use crate::web::clock;
use crate::web::storage::{Storage, Stored};

/// The title of a project that nobody has named yet.
const UNTITLED: &str = "Untitled project";

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
        saved_projects: Rc::default(),
        dialog: None,
        notice: None,
        announcement: (0, String::new()),
        generation: 0,
    }
}

fn default_view() -> View {
    // On a phone the panel would take half of the screen.
    View { columns: View::MAX_COLUMNS, panel_hidden: room() == 1, ..View::default() }
}

/// How many columns the window has room for: each is wide enough for a newspaper's column.
pub fn room() -> usize {
    match clock::window_width() as u32 {
        0..620 => 1,
        620..1160 => 2,
        _ => 3,
    }
}

/// Opens what was open last, or a new project with the bundled articles.
pub async fn start(store: &Store) {
    let storage = match Storage::open().await {
        Ok(storage) => storage,
        Err(error) => {
            store.keep_in_memory(error.to_string());
            return load_bundled(store, None).await;
        }
    };
    let saved = storage.list().await.unwrap_or_default();
    let kept: Vec<_> = saved.iter().filter(|info| info.deleted.is_none()).collect();
    let last = last_opened();
    let key = last.filter(|key| kept.iter().any(|info| &info.key == key)).or(kept.first().map(|i| i.key.clone()));
    if let Some(key) = key
        && open_from(store, &storage, &key).await
    {
        return;
    }
    keep_new(store, &storage).await;
    load_bundled(store, None).await;
}

/// Stores the open project as a new one and saves to it from now on.
async fn keep_new(store: &Store, storage: &Storage) {
    let snapshot = native::write(store.state().project());
    match storage.create(&store.info(), &snapshot).await {
        Ok(()) => {
            store.save_to(storage.clone(), 0, 0);
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
            return store.dispatch(Action::Notify(Some(Notice { text, is_error: true, restore: None })));
        }
    };
    let wanted = |article: &BundledArticle| awaiting.as_ref().is_none_or(|ids| ids.contains(&article.id));
    let articles: Vec<_> = index.into_iter().filter(wanted).collect();
    store.dispatch(Action::Awaiting(articles.clone()));
    if let Some(storage) = store.storage() {
        // So that what fails to come now is tried again the next time.
        let _ = storage.put_info(&store.info()).await;
    }
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
        until_saved(&store).await;
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
            complain(store, format!("The project “{}” cannot be opened: {reason}", info.title));
            return false;
        }
    };
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

/// Makes a new project and opens it, with or without the bundled articles.
pub fn new_project(store: &Store, title: &str, with_samples: bool) {
    let title = if title.trim().is_empty() { UNTITLED } else { title.trim() };
    let editor = Editor::new(Project::new(title, news_claims(), clock::now()));
    let store = store.clone();
    spawn_local(async move {
        adopt(&store, editor).await;
        if with_samples {
            load_bundled(&store, None).await;
        }
    });
}

/// Opens a project that came from a file or a program, and keeps it.
pub async fn adopt(store: &Store, editor: Editor) {
    until_saved(store).await;
    let open = editor.project().articles().iter().take(View::MAX_COLUMNS).map(|article| article.id.clone()).collect();
    let view = View { open, ..default_view() };
    store.replace_scroll(Default::default());
    let (editor, view) = (Box::new(editor), Box::new(view));
    store.dispatch(Action::Opened { editor, key: clock::new_key(), awaiting: Vec::new(), view });
    if let Some(storage) = store.storage() {
        store.dispatch(Action::Saved(SaveStatus::Saving));
        keep_new(store, &storage).await;
    }
}

/// Waits until the open project is on disk, so that the next one does not overtake it.
async fn until_saved(store: &Store) {
    while !store.is_saved() && !matches!(store.state().save, SaveStatus::Failed(_) | SaveStatus::Memory(_)) {
        gloo::timers::future::TimeoutFuture::new(5).await;
    }
    remember_view(store);
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
    until_saved(store).await;
    refresh_list(store).await;
}

fn complain(store: &Store, text: String) {
    store.dispatch(Action::Notify(Some(Notice { text, is_error: true, restore: None })));
}
