//! How a project was looked at, remembered from one visit to the next.

use super::default_view;
use crate::json::{FromJson, parse, record, to_line};
use crate::model::{ArticleId, Project};
use crate::text::CodePointOffset;
use crate::ui::store::{Cursor, Store, Tab, View};
use crate::web::preferences;

/// Forgets how a project was looked at.
pub(super) fn forget_view(key: &str) {
    let _ = preferences::remove(&view_key(key));
}

fn view_key(key: &str) -> String {
    format!("view.{key}")
}

struct RememberedView {
    open: Vec<String>,
    columns: u32,
    selected: Option<String>,
    history: bool,
    panel_hidden: bool,
    rejected: Vec<String>,
    cursor: Option<RememberedCursor>,
    scroll: Vec<RememberedScroll>,
}

record!(RememberedView, View, {
    usual "open": open,
    usual "columns": columns,
    optional "selected": selected,
    optional "history": history,
    optional "panelHidden": panel_hidden,
    optional "rejected": rejected,
    optional "cursor": cursor,
    usual "scroll": scroll,
});

/// Where the cursor stood, in code points.
struct RememberedCursor {
    article: String,
    anchor: u32,
    head: u32,
}

record!(RememberedCursor, View, { needed "article": article, needed "anchor": anchor, needed "head": head });

/// How far an article was scrolled: so many pixels into one of its blocks.
struct RememberedScroll {
    article: String,
    block: u32,
    px: f64,
}

record!(RememberedScroll, View, { needed "article": article, needed "block": block, needed "px": px });

/// Remembers how the open project is looked at, for the next time.
pub fn remember_view(store: &Store) {
    if store.storage().is_none() {
        // A project that is not kept has no next time.
        return;
    }
    let state = store.state();
    let view = &state.view;
    let cursor = view.cursor.as_ref().and_then(|cursor| {
        let text = &state.project().article(&cursor.article)?.text;
        let (anchor, head) = (text.to_code_points(cursor.anchor).0, text.to_code_points(cursor.head).0);
        Some(RememberedCursor { article: cursor.article.to_string(), anchor, head })
    });
    let scroll = store.all_scroll().into_iter().map(|(article, (block, px))| RememberedScroll {
        article: article.to_string(),
        block: block as u32,
        px,
    });
    let remembered = RememberedView {
        open: view.open.iter().map(ToString::to_string).collect(),
        columns: view.columns as u32,
        selected: view.selected.as_ref().map(ToString::to_string),
        history: view.tab == Tab::History,
        panel_hidden: view.panel_hidden,
        rejected: view.rejected.clone(),
        cursor,
        scroll: scroll.collect(),
    };
    // Without it the project opens at its beginning the next time.
    let _ = preferences::set(&view_key(&state.key), &to_line(&remembered));
}

pub(super) fn remembered_view(store: &Store, key: &str, project: &Project) -> View {
    let remembered =
        preferences::get(&view_key(key)).and_then(|json| RememberedView::from_json(parse(&json).ok()?).ok());
    let Some(remembered) = remembered else {
        store.replace_scroll(Default::default());
        let open = project.articles().iter().take(View::MAX_COLUMNS).map(|article| article.id.clone()).collect();
        return View { open, ..default_view() };
    };
    let mut view = View {
        open: remembered.open.into_iter().map(ArticleId::new).collect(),
        columns: (remembered.columns as usize).clamp(1, View::MAX_COLUMNS),
        selected: remembered.selected.map(|id| id.as_str().into()),
        panel_hidden: remembered.panel_hidden,
        rejected: remembered.rejected,
        tab: if remembered.history { Tab::History } else { Tab::Annotations },
        cursor: remembered.cursor.and_then(|cursor| restored(cursor, project)),
        ..View::default()
    };
    view.tidy(project);
    let scroll = remembered.scroll.into_iter();
    store.replace_scroll(scroll.map(|at| (ArticleId::new(at.article), (at.block as usize, at.px))).collect());
    view
}

fn restored(cursor: RememberedCursor, project: &Project) -> Option<Cursor> {
    let article = ArticleId::new(cursor.article);
    let text = &project.article(&article)?.text;
    let position = |at| text.from_code_points(CodePointOffset(at));
    let (anchor, head) = (position(cursor.anchor)?, position(cursor.head)?);
    Some(Cursor { anchor, head, ..Cursor::at(article, head) })
}
