//! A column: an article's heading above its text, scrolled by itself.

use yew::prelude::*;

use super::article_text::ArticleText;
use super::shown_article::ShownArticle;
use crate::app::messages::{articles, follow, reader as words};
use crate::app::{ByPtr, Dialog, Dispatcher, FollowAction, State, ViewAction};
use crate::model::{Article, ArticleId, Schema};
use crate::text::isolated;
use crate::ui::later::Later;
use crate::ui::minimap::{Hits, MinimapProps};
use crate::ui::use_entry_points::use_entry_points_after;
use crate::ui::widgets::{on, use_dispatcher, web_link};

/// Whether a column follows what is selected in another one, and what it shows of it. There is none where no column can follow.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ColumnFollow {
    is_on: bool,
    /// What the header says of it; nothing if the switch is off.
    status: Option<String>,
}

impl ColumnFollow {
    pub(super) fn of(state: &State, article: &ArticleId) -> Option<Self> {
        let is_on = state.view.following.contains(article);
        let shown = || state.followed(article).map_or_else(|| follow::FOLLOWS.to_owned(), follow::status);
        let status = is_on.then(shown);
        state.can_follow().then_some(Self { is_on, status })
    }
}

/// How many frames after the part [`Later`] the minimap comes: when the panels are there.
const MINIMAP_AFTER: usize = 5;

#[derive(Properties, PartialEq)]
pub(super) struct ColumnProps {
    pub(super) shown: ShownArticle,
    pub(super) follow: Option<ColumnFollow>,
    pub(super) schema: ByPtr<Schema>,
    /// What the minimap shows beside tags; nothing if it is hidden.
    pub(super) minimap: Option<Hits>,
}

/// An article in a column.
#[component]
pub(super) fn Column(props: &ColumnProps) -> Html {
    let later = use_entry_points_after::<Later>(MINIMAP_AFTER);
    let dispatcher = use_dispatcher();
    let article = &props.shown.article;
    let edit = on(&dispatcher, ViewAction::Open(Some(Dialog::EditArticle(article.id.clone()))));
    let hide = on(&dispatcher, ViewAction::Hide(article.id.clone()));
    let status = article.status_with(!props.shown.annotations.is_empty());
    html! {
        <section class="column" aria-label={article.title.clone()}>
            <header class="column-head">
                <div class="column-title">
                    <h2>{ &article.title }</h2>
                    <p class="muted"><span class="status-word">{ articles::status(status) }{ words::SEPARATOR }</span>{ for facts(article) }</p>
                </div>
                if let Some(follow) = &props.follow { { follow_switch(&dispatcher, article, follow) } }
                <button type="button" class="icon" onclick={edit} title={words::DETAILS_TITLE} aria-label={words::details_of(&article.title)}>{ "✎" }</button>
                <button type="button" class="icon" onclick={hide} title={words::CLOSE_TITLE} aria-label={words::close(&article.title)}>{ "×" }</button>
                if let Some(status) = props.follow.as_ref().and_then(|follow| follow.status.clone()) {
                    <p class="counterpart" title={follow::tooltip(&status)}>{ status }</p>
                }
            </header>
            <div class="scroller">
                <ArticleText shown={props.shown.clone()} schema={props.schema.clone()} />
            </div>
            if let Some(hits) = &props.minimap {
                { minimap(later, props, hits) }
            }
        </section>
    }
}

/// The minimap, or its place while it is not loaded, so that no text moves when it comes.
fn minimap(later: Option<&Later>, props: &ColumnProps, hits: &Hits) -> Html {
    let Some(later) = later else { return html! { <div class="minimap" aria-hidden="true" /> } };
    let ShownArticle { article, annotations, .. } = &props.shown;
    let (article, annotations) = (article.clone(), annotations.clone());
    (later.minimap)(MinimapProps { article, annotations, schema: props.schema.clone(), hits: hits.clone() })
}

/// The switch that has the column follow.
fn follow_switch(dispatcher: &Dispatcher, article: &Article, follow: &ColumnFollow) -> Html {
    let toggle = on(dispatcher, FollowAction::Column(article.id.clone(), !follow.is_on));
    let pressed = follow.is_on.to_string();
    html! {
        <button type="button" class="icon follow" onclick={toggle} aria-pressed={pressed} title={follow::SWITCH_TITLE}
            aria-label={follow::switch(&article.title)}>{ "⇄" }</button>
    }
}

/// Source and date, as far as they are known.
fn facts(article: &Article) -> Vec<Html> {
    let source = (!article.source.is_empty()).then(|| {
        web_link(&article.source, None).unwrap_or_else(|| html! { { isolated(&article.source).into_owned() } })
    });
    let date = (!article.date.is_empty()).then(|| html! { { &article.date } });
    let known: Vec<Html> = source.into_iter().chain(date).collect();
    let facts = if known.is_empty() { vec![html! { { words::NO_SOURCE } }] } else { known };
    let separator = |i: usize| if i > 0 { words::SEPARATOR } else { "" };
    facts.into_iter().enumerate().map(|(i, fact)| html! { <>{ separator(i) }{ fact }</> }).collect()
}
