//! How a project was looked at, remembered from one visit to the next.

use super::Store;
use crate::app::{Cursor, PanelSizes, ScrollPosition, Tab, View};
use crate::json::{FromJson, parse, record, to_line};
use crate::model::{ArticleId, Project};
use crate::text::CodePointOffset;
use crate::web::{clock, preferences};

/// In windows lower than this there is no room for the right-hand panel, in CSS pixels.
const LOW_WINDOW: f64 = 560.0;

fn preference(key: &str) -> String {
    format!("view.{key}")
}

#[derive(Default)]
struct StoredView {
    open: Vec<String>,
    columns: u32,
    selected: Option<String>,
    /// Before the tab was stored by its name: whether it was the history.
    history: bool,
    tab: String,
    panel_hidden: bool,
    left_hidden: bool,
    sheet_open: bool,
    left_width: Option<u32>,
    side_width: Option<u32>,
    sheet_height: Option<u32>,
    rejected: Vec<String>,
    cursor: Option<StoredCursor>,
    scroll: Vec<StoredScroll>,
}

record!(StoredView, View, {
    usual "open": open,
    usual "columns": columns,
    optional "selected": selected,
    optional "history": history,
    optional "tab": tab,
    optional "panelHidden": panel_hidden,
    optional "leftHidden": left_hidden,
    optional "sheetOpen": sheet_open,
    optional "leftWidth": left_width,
    optional "sideWidth": side_width,
    optional "sheetHeight": sheet_height,
    optional "rejected": rejected,
    optional "cursor": cursor,
    usual "scroll": scroll,
});

/// A cursor, in code points.
struct StoredCursor {
    article: String,
    anchor: u32,
    head: u32,
}

record!(StoredCursor, View, { needed "article": article, needed "anchor": anchor, needed "head": head });

/// Where an article was scrolled to: so many CSS pixels into one of its blocks.
struct StoredScroll {
    article: String,
    block: u32,
    px: f64,
}

record!(StoredScroll, View, { needed "article": article, needed "block": block, needed "px": px });

/// How a project is looked at that was never open before.
pub(super) fn first_view(project: &Project) -> View {
    View {
        open: project.articles().iter().take(View::MAX_COLUMNS).map(|article| article.id.clone()).collect(),
        columns: View::MAX_COLUMNS,
        // In a low window, the panel would have no room.
        panel_hidden: clock::window_height() < LOW_WINDOW,
        ..View::default()
    }
}

/// Remembers how the open project is looked at.
pub(super) fn remember(store: &Store) {
    if store.services().queue.storage().is_none() {
        // A project that is not stored is not opened again.
        return;
    }
    let state = store.state();
    let view = &state.view;
    let cursor = view.cursor.as_ref().and_then(|cursor| {
        let text = &state.project().article(&cursor.article)?.text;
        let (anchor, head) = (text.to_code_points(cursor.anchor).0, text.to_code_points(cursor.head).0);
        Some(StoredCursor { article: cursor.article.to_string(), anchor, head })
    });
    let scroll = view.scroll.iter().map(|(article, position)| StoredScroll {
        article: article.to_string(),
        block: position.block as u32,
        px: position.pixels,
    });
    let stored = StoredView {
        open: view.open.iter().map(ToString::to_string).collect(),
        columns: view.columns as u32,
        selected: view.primary().map(ToString::to_string),
        history: false,
        tab: view.tab.id().to_owned(),
        panel_hidden: view.panel_hidden,
        left_hidden: view.left_hidden,
        sheet_open: view.sheet_open,
        left_width: view.sizes.left,
        side_width: view.sizes.side,
        sheet_height: view.sizes.sheet,
        rejected: view.rejected.clone(),
        cursor,
        scroll: scroll.collect(),
    };
    // Without it the project opens at its start the next time.
    let _ = preferences::set(&preference(&state.key), &to_line(&stored));
}

/// Forgets how a project was looked at.
pub(super) fn forget(key: &str) {
    let _ = preferences::remove(&preference(key));
}

/// How a project was last looked at.
pub(super) fn recall(key: &str, project: &Project) -> View {
    let stored = preferences::get(&preference(key)).and_then(|json| StoredView::from_json(parse(&json).ok()?).ok());
    let Some(stored) = stored else { return first_view(project) };
    let tab = Tab::find(&stored.tab).unwrap_or(if stored.history { Tab::History } else { Tab::default() });
    let position = |at: &StoredScroll| ScrollPosition { block: at.block as usize, pixels: at.px };
    let mut view = View {
        open: stored.open.into_iter().map(ArticleId::new).collect(),
        columns: (stored.columns as usize).clamp(1, View::MAX_COLUMNS),
        selected: stored.selected.iter().map(|id| id.as_str().into()).collect(),
        panel_hidden: stored.panel_hidden,
        left_hidden: stored.left_hidden,
        sheet_open: stored.sheet_open,
        sizes: PanelSizes { left: stored.left_width, side: stored.side_width, sheet: stored.sheet_height },
        rejected: stored.rejected,
        tab,
        cursor: stored.cursor.and_then(|cursor| restored(cursor, project)),
        scroll: stored.scroll.iter().map(|at| (at.article.as_str().into(), position(at))).collect(),
        ..View::default()
    };
    view.prune(project);
    view
}

fn restored(cursor: StoredCursor, project: &Project) -> Option<Cursor> {
    let article = ArticleId::new(cursor.article);
    let text = &project.article(&article)?.text;
    let position = |at| text.from_code_points(CodePointOffset(at));
    let (anchor, head) = (position(cursor.anchor)?, position(cursor.head)?);
    Some(Cursor { anchor, head, ..Cursor::at(article, head) })
}
