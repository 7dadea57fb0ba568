//! The reader: articles side by side, their text with tags drawn, and the hands and keys that tag.

mod article_text;
mod block;
mod caret;
mod column;
mod edge_drag;
mod hover;
mod near;
mod pointer;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::projects;
use super::shared::{Selection, Shared, use_store};
use super::store::{Arriving, Cursor, Store};
use crate::model::{AnnotationId, AnnotationSet, Article, ArticleId, Schema};
use crate::text::{ByteOffset, Text, isolated};
use crate::web::frame::next_frame;
use column::Column;
pub(super) use pointer::{TouchSelection, released_outside};

/// The element that holds an article's text, if a column shows it.
pub(super) fn root_of(article: &ArticleId) -> Option<web_sys::Element> {
    let roots = gloo::utils::document().query_selector_all("[role=document][data-article]").ok()?;
    let mut roots = (0..roots.length()).filter_map(|i| roots.item(i)?.dyn_into::<web_sys::Element>().ok());
    roots.find(|root| root.get_attribute("data-article").as_deref() == Some(article.as_str()))
}

/// Brings a position of an article into view, in a column that may only just have opened.
pub(super) fn bring_into_view(article: &ArticleId, text: &Text, position: ByteOffset) {
    let (article, text) = (article.clone(), text.clone());
    spawn_local(async move {
        for _ in 0..2 * caret::TRIES {
            next_frame().await;
            if let Some(root) = root_of(&article) {
                caret::scroll_near(&root, &text, position);
            }
        }
    });
}

/// Whether an annotation is drawn where it can be seen.
pub(super) fn is_in_view(store: &Store, id: &AnnotationId) -> bool {
    let state = store.state();
    let article = state.project().annotation(id).map(|annotation| annotation.article.clone());
    let Some(root) = article.and_then(|article| root_of(&article)) else { return false };
    let Ok(marks) = root.query_selector_all("mark") else { return false };
    let mut marks = (0..marks.length()).filter_map(|i| marks.item(i)?.dyn_into::<web_sys::Element>().ok());
    let is_of = |mark: &web_sys::Element| {
        mark.get_attribute("data-annotation").is_some_and(|ids| ids.split(' ').any(|one| one == id.as_str()))
    };
    marks.any(|mark| is_of(&mark) && caret::is_in_view(&mark))
}

#[derive(Properties, PartialEq)]
pub(super) struct ReaderProps {
    pub(super) articles: Vec<(Shared<Article>, Shared<AnnotationSet>)>,
    pub(super) arriving: Vec<Arriving>,
    /// The articles in the columns.
    pub(super) shown: Vec<ArticleId>,
    /// How many columns are wanted.
    pub(super) columns: usize,
    pub(super) schema: Shared<Schema>,
    /// The selected annotation, and the article that it stands in.
    pub(super) selected: Option<(AnnotationId, ArticleId)>,
    /// Annotations that are selected along with it, in any article.
    pub(super) also_selected: Selection,
    pub(super) cursor: Option<Cursor>,
    pub(super) reveal: u32,
}

/// One to three articles in columns.
#[component]
pub(super) fn Reader(props: &ReaderProps) -> Html {
    let store = use_store();
    let column = |id: &ArticleId| {
        let (article, set) = props.articles.iter().find(|(article, _)| &article.id == id)?;
        let cursor = props.cursor.clone().filter(|cursor| &cursor.article == id);
        let selected = props.selected.clone().filter(|(_, article)| article == id).map(|(selected, _)| selected);
        let reveal = if selected.is_some() { props.reveal } else { 0 };
        Some(html! {
            <Column key={id.to_string()} article={article.clone()} set={set.clone()} schema={props.schema.clone()}
                {selected} also_selected={props.also_selected.clone()} {cursor} {reveal} />
        })
    };
    let columns: Vec<Html> = props.shown.iter().filter_map(column).collect();
    let free = props.columns.saturating_sub(columns.len());
    let cards = props
        .arriving
        .iter()
        .take(free.max(usize::from(columns.is_empty())))
        .map(|arriving| arriving_card(&store, arriving));
    let shown = columns.len() + cards.len();
    html! {
        <div class={classes!("reader", format!("columns-{}", shown.clamp(1, 3)))} role="region" aria-label="Articles in columns">
            { for columns }
            { for cards }
            if shown == 0 { { empty(&store) } }
        </div>
    }
}

/// Stands in for a bundled article that is on its way, or could not be loaded.
fn arriving_card(store: &Store, arriving: &Arriving) -> Html {
    let (store, article) = (store.clone(), arriving.article.clone());
    let key = format!("arriving {}", article.id);
    let title = article.title.clone();
    let retry = Callback::from(move |_: MouseEvent| projects::retry(&store, article.clone()));
    match arriving.arrival.failure() {
        None => {
            html! { <section {key} class="column card" aria-busy="true"><p class="muted">{ format!("Loading “{}”…", isolated(&title)) }</p></section> }
        }
        Some(reason) => html! {
            <section {key} class="column card error-card" role="alert" aria-label={format!("Not loaded: {title}")}>
                <h2>{ title }</h2>
                <p>{ reason.to_owned() }</p>
                <button type="button" class="primary" onclick={retry}>{ "Try again" }</button>
            </section>
        },
    }
}

/// What a project without articles shows.
fn empty(store: &Store) -> Html {
    html! {
        <section key="empty" class="column card empty">
            <h2>{ "Nothing to read yet" }</h2>
            <p>{ "Open the texts of several articles about one event, drop them anywhere on this page, or paste them." }</p>
            <div class="row">{ super::incoming::buttons(store) }</div>
        </section>
    }
}
