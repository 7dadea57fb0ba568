//! Stores the view of each project, and restores it at the next visit.

use super::Store;
use crate::app::{Cursor, ScrollPosition, Tab, View};
use crate::json::{FromJson, parse, record, to_line};
use crate::model::{ArticleId, Project};
use crate::text::CodePointOffset;
use crate::web::preferences;

fn preference(key: &str) -> String {
    format!("view.{key}")
}

#[derive(Default)]
struct StoredView {
    open: Vec<String>,
    columns: u32,
    selected: Option<String>,
    /// Whether the tab was the history; written by versions that did not store the name of the tab.
    history: bool,
    tab: String,
    cursor: Option<StoredCursor>,
    following: Vec<String>,
    scroll: Vec<StoredScroll>,
}

record!(StoredView, View, {
    defaulted "open": open,
    defaulted "columns": columns,
    optional "selected": selected,
    optional "history": history,
    optional "tab": tab,
    optional "cursor": cursor,
    optional "following": following,
    defaulted "scroll": scroll,
});

/// A cursor, in code points.
struct StoredCursor {
    article: String,
    anchor: u32,
    head: u32,
}

record!(StoredCursor, View, { required "article": article, required "anchor": anchor, required "head": head });

/// The scroll position of an article: the place in code points, and how far its line is below the upper edge of the column in CSS
/// pixels.
struct StoredScroll {
    article: String,
    at: Option<u32>,
    below: f64,
    /// Of earlier versions: the block at the top, and how many CSS pixels of it are above the edge.
    block: Option<u32>,
    px: f64,
}

record!(StoredScroll, View, {
    required "article": article,
    optional "at": at,
    optional "below": below,
    optional "block": block,
    optional "px": px,
});

/// The initial view of a project.
pub(super) fn first_view(project: &Project) -> View {
    View {
        open: project.articles().iter().take(View::MAX_COLUMNS).map(|article| article.id.clone()).collect(),
        columns: View::MAX_COLUMNS,
        ..View::default()
    }
}

/// The same, of a project of which only some articles are read; `None` while articles of the view may be missing.
pub(super) fn first_view_of_part(project: &Project, is_all: bool) -> Option<View> {
    (is_all || project.articles().len() >= View::MAX_COLUMNS).then(|| first_view(project))
}

/// Stores the view of the open project.
pub(super) fn remember(store: &Store) {
    if store.services().queue.storage().is_none() {
        // A project that is not stored cannot be opened again.
        return;
    }
    let state = store.state();
    let view = &state.view;
    let cursor = view.cursor.as_ref().and_then(|cursor| {
        let text = &state.project().article(&cursor.article)?.text;
        let (anchor, head) = (text.to_code_points(cursor.anchor).0, text.to_code_points(cursor.head).0);
        Some(StoredCursor { article: cursor.article.to_string(), anchor, head })
    });
    let scroll = view.scroll.iter().filter_map(|(id, line)| {
        let text = &state.project().article(id)?.text;
        let at = Some(text.to_code_points(line.position).0);
        Some(StoredScroll { article: id.to_string(), at, below: line.pixels, block: None, px: 0.0 })
    });
    let stored = StoredView {
        open: view.open.iter().map(ToString::to_string).collect(),
        columns: view.columns as u32,
        selected: view.primary().map(ToString::to_string),
        history: false,
        tab: view.tab.id().to_owned(),
        cursor,
        following: view.following.iter().map(ToString::to_string).collect(),
        scroll: scroll.collect(),
    };
    // If that fails, the project is opened with the initial view the next time.
    let _ = preferences::set(&preference(&state.key), &to_line(&stored));
}

/// Removes the stored view of a project.
pub(super) fn forget(key: &str) {
    let _ = preferences::remove(&preference(key));
}

fn stored(key: &str) -> Option<StoredView> {
    StoredView::from_json(parse(&preferences::get(&preference(key))?).ok()?).ok()
}

/// The stored view of a project, or the initial view.
pub(super) fn recall(key: &str, project: &Project) -> View {
    stored(key).map_or_else(|| first_view(project), |stored| restored_view(stored, project))
}

/// The same, of a project of which only some articles are read; `None` while articles of the view are missing.
pub(super) fn recall_part(key: &str, project: &Project, is_all: bool) -> Option<View> {
    let Some(stored) = stored(key) else { return first_view_of_part(project, is_all) };
    let is_read = |id: &String| project.article(&id.as_str().into()).is_some();
    stored.open.iter().all(is_read).then(|| restored_view(stored, project))
}

fn restored_view(stored: StoredView, project: &Project) -> View {
    let tab = Tab::find(&stored.tab).unwrap_or(if stored.history { Tab::History } else { Tab::default() });
    let mut view = View {
        open: stored.open.into_iter().map(ArticleId::new).collect(),
        columns: (stored.columns as usize).clamp(1, View::MAX_COLUMNS),
        selected: stored.selected.iter().map(|id| id.as_str().into()).collect(),
        tab,
        cursor: stored.cursor.and_then(|cursor| restored(cursor, project)),
        following: stored.following.into_iter().map(ArticleId::new).collect(),
        scroll: stored.scroll.iter().filter_map(|at| scrolled_to(at, project)).collect(),
        ..View::default()
    };
    view.prune(project);
    view.prune_selected(project);
    view
}

fn scrolled_to(stored: &StoredScroll, project: &Project) -> Option<(ArticleId, ScrollPosition)> {
    let id = ArticleId::from(stored.article.as_str());
    let text = &project.article(&id)?.text;
    let line = match (stored.at, stored.block) {
        (Some(at), _) => ScrollPosition { position: text.from_code_points(CodePointOffset(at))?, pixels: stored.below },
        (None, Some(block)) => {
            ScrollPosition { position: text.blocks().get(block as usize)?.start(), pixels: -stored.px }
        }
        (None, None) => return None,
    };
    Some((id, line))
}

fn restored(cursor: StoredCursor, project: &Project) -> Option<Cursor> {
    let article = ArticleId::new(cursor.article);
    let text = &project.article(&article)?.text;
    let position = |at| text.from_code_points(CodePointOffset(at));
    let (anchor, head) = (position(cursor.anchor)?, position(cursor.head)?);
    Some(Cursor { anchor, head, ..Cursor::at(article, head) })
}
