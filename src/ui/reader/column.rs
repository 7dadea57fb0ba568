//! A column: an article's heading above its text, scrolled by itself.

use yew::prelude::*;

use super::article_text::ArticleText;
use super::shown_article::ShownArticle;
use crate::app::messages::{articles, reader as words};
use crate::app::{ByPtr, Dialog, ViewAction};
use crate::model::{Article, Schema};
use crate::text::isolated;
use crate::ui::widgets::{on, use_dispatcher, web_link};

#[derive(Properties, PartialEq)]
pub(super) struct ColumnProps {
    pub(super) shown: ShownArticle,
    pub(super) schema: ByPtr<Schema>,
}

/// An article in a column.
#[component]
pub(super) fn Column(props: &ColumnProps) -> Html {
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
                <button type="button" class="icon" onclick={edit} title={words::DETAILS_TITLE} aria-label={words::details_of(&article.title)}>{ "✎" }</button>
                <button type="button" class="icon" onclick={hide} title={words::CLOSE_TITLE} aria-label={words::close(&article.title)}>{ "×" }</button>
            </header>
            <div class="scroller">
                <ArticleText shown={props.shown.clone()} schema={props.schema.clone()} />
            </div>
        </section>
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
