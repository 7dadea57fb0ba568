//! A column: an article's heading above its text, scrolled by itself.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::article_text::ArticleText;
use super::shown_article::ShownArticle;
use crate::app::messages::{articles, reader as words};
use crate::app::{ByPtr, Dialog, Dispatcher, ViewAction};
use crate::model::{Article, ArticleId, Schema};
use crate::text::isolated;
use crate::ui::dom::scroll;
use crate::ui::widgets::{on, use_dispatcher, web_link};

/// How long scrolling has to rest before its position is remembered, in milliseconds.
const SCROLL_PAUSE_MS: u32 = 120;

#[derive(Properties, PartialEq)]
pub(super) struct ColumnProps {
    pub(super) shown: ShownArticle,
    pub(super) schema: ByPtr<Schema>,
}

/// An article in a column.
#[component]
pub(super) fn Column(props: &ColumnProps) -> Html {
    let dispatcher = use_dispatcher();
    let scroller = use_node_ref();
    let article = &props.shown.article;
    let onscroll = use_scroll_memory(&dispatcher, &scroller, &article.id);
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
            <div class="scroller" ref={scroller} {onscroll}>
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

/// Scrolls the column to where it was, and remembers where it is scrolled to.
#[hook]
fn use_scroll_memory(dispatcher: &Dispatcher, scroller: &NodeRef, article: &ArticleId) -> Callback<Event> {
    let waiting = use_mut_ref(|| None::<Timeout>);
    let remember = {
        let (dispatcher, scroller, article) = (dispatcher.clone(), scroller.clone(), article.clone());
        move || {
            let position = scroller.cast::<HtmlElement>().and_then(|scroller| scroll::position_of(&scroller));
            if let Some(position) = position {
                dispatcher.dispatch(ViewAction::Scrolled(article.clone(), position));
            }
        }
    };
    {
        let (scroller, dispatcher, article) = (scroller.clone(), dispatcher.clone(), article.clone());
        let (waiting, remember) = (waiting.clone(), remember.clone());
        use_effect_with((), move |()| {
            let position = dispatcher.state().view.scroll.get(&article).copied();
            if let (Some(scroller), Some(position)) = (scroller.cast::<HtmlElement>(), position) {
                scroll::restore(&scroller, position);
            }
            // Reports what was scrolled just now. How the project is looked at is stored after this event, on
            // "visibilitychange".
            let on_hide = EventListener::new(&gloo::utils::window(), "pagehide", move |_| {
                if waiting.take().is_some() {
                    remember();
                }
            });
            move || drop(on_hide)
        });
    }
    Callback::from(move |_: Event| {
        let remember = remember.clone();
        *waiting.borrow_mut() = Some(Timeout::new(SCROLL_PAUSE_MS, remember));
    })
}
