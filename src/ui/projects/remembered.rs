//! How a project was looked at, remembered from one visit to the next.

use serde_json::{Value, json};

use super::default_view;
use crate::model::{AnnotationId, ArticleId, Project};
use crate::text::CodePointOffset;
use crate::ui::store::{Cursor, Store, Tab, View};
use crate::web::preferences;

/// The preference that holds the key of the project opened last.
const LAST_PROJECT: &str = "project";

/// The key of the project opened last.
pub(super) fn last_opened() -> Option<String> {
    preferences::get(LAST_PROJECT)
}

/// Where it cannot be remembered, the project saved last is opened the next time.
pub(super) fn remember_last(key: &str) {
    let _ = preferences::set(LAST_PROJECT, key);
}

/// Forgets how a project was looked at.
pub(super) fn forget_view(key: &str) {
    let _ = preferences::remove(&view_key(key));
}

fn view_key(key: &str) -> String {
    format!("view.{key}")
}

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
        Some(json!({"article": cursor.article.as_str(), "anchor": anchor, "head": head}))
    });
    let scroll: Vec<_> =
        store.all_scroll().iter().map(|(article, (block, px))| json!([article.as_str(), block, px])).collect();
    let remembered = json!({
        "open": view.open.iter().map(ArticleId::as_str).collect::<Vec<_>>(),
        "columns": view.columns,
        "selected": view.selected.as_ref().map(AnnotationId::as_str),
        "history": view.tab == Tab::History,
        "panelHidden": view.panel_hidden,
        "cursor": cursor,
        "scroll": scroll,
    });
    // Without it the project opens at its beginning the next time.
    let _ = preferences::set(&view_key(&state.key), &remembered.to_string());
}

pub(super) fn remembered_view(store: &Store, key: &str, project: &Project) -> View {
    let remembered = preferences::get(&view_key(key)).and_then(|json| serde_json::from_str::<Value>(&json).ok());
    let Some(remembered) = remembered else {
        store.replace_scroll(Default::default());
        let open = project.articles().iter().take(View::MAX_COLUMNS).map(|article| article.id.clone()).collect();
        return View { open, ..default_view() };
    };
    let ids =
        |value: &Value| value.as_array().into_iter().flatten().filter_map(Value::as_str).map(Into::into).collect();
    let mut view = View {
        open: ids(&remembered["open"]),
        columns: remembered["columns"].as_u64().unwrap_or(1).clamp(1, View::MAX_COLUMNS as u64) as usize,
        selected: remembered["selected"].as_str().map(Into::into),
        panel_hidden: remembered["panelHidden"] == true,
        tab: if remembered["history"] == true { Tab::History } else { Tab::Annotations },
        cursor: remembered_cursor(&remembered["cursor"], project),
        ..View::default()
    };
    view.tidy(project);
    let scroll = remembered["scroll"].as_array().into_iter().flatten();
    let position = |entry: &Value| Some((entry[0].as_str()?.into(), (entry[1].as_u64()? as usize, entry[2].as_f64()?)));
    store.replace_scroll(scroll.filter_map(position).collect());
    view
}

fn remembered_cursor(value: &Value, project: &Project) -> Option<Cursor> {
    let article: ArticleId = value["article"].as_str()?.into();
    let text = &project.article(&article)?.text;
    let position = |field: &Value| text.from_code_points(CodePointOffset(u32::try_from(field.as_u64()?).ok()?));
    let (anchor, head) = (position(&value["anchor"])?, position(&value["head"])?);
    Some(Cursor { anchor, head, ..Cursor::at(article, head) })
}
