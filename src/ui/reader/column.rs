//! A column: an article's heading above its text, scrolled on its own.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::article_text::ArticleText;
use super::caret::TRIES;
use crate::model::{AnnotationId, AnnotationSet, Article, ArticleId, Schema};
use crate::text::isolated;
use crate::ui::shared::{Selection, Shared, on, use_store};
use crate::ui::store::{Action, Cursor, Dialog, Store};
use crate::ui::web_link::web_link;
use crate::web::frame::next_frame;

#[derive(Properties, PartialEq)]
pub(super) struct ColumnProps {
    pub(super) article: Shared<Article>,
    pub(super) set: Shared<AnnotationSet>,
    pub(super) schema: Shared<Schema>,
    pub(super) selected: Option<AnnotationId>,
    pub(super) also_selected: Selection,
    pub(super) cursor: Option<Cursor>,
    pub(super) reveal: u32,
}

/// An article in a column.
#[component]
pub(super) fn Column(props: &ColumnProps) -> Html {
    let store = use_store();
    let scroller = use_node_ref();
    let article = &props.article;
    {
        let (scroller, store, id) = (scroller.clone(), store.clone(), article.id.clone());
        use_effect_with((), move |()| restore_scroll(&scroller, &store, &id));
    }
    let onscroll = {
        let (store, id) = (store.clone(), article.id.clone());
        Callback::from(move |event: Event| {
            if let Some(scroller) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
                remember_scroll(&scroller, &store, &id);
            }
        })
    };
    let edit = on(&store, Action::Open(Some(Dialog::EditArticle(article.id.clone()))));
    let hide = on(&store, Action::Hide(article.id.clone()));
    let source =
        web_link(&article.source, None).unwrap_or_else(|| html! { { isolated(&article.source).into_owned() } });
    let date = html! { { &article.date } };
    let facts = [(&article.source, source), (&article.date, date)].into_iter();
    let mut facts: Vec<Html> =
        facts.filter(|(fact, _)| !fact.is_empty()).map(|(_, fact)| html! { <>{ " · " }{ fact }</> }).collect();
    if facts.is_empty() {
        facts.push(html! { { " · Source and date not filled in" } });
    }
    let status = article.status_with(!props.set.is_empty());
    html! {
        <section class="column" aria-label={article.title.clone()}>
            <header class="column-head">
                <div class="column-title">
                    <h2 title={article.title.clone()}>{ &article.title }</h2>
                    <p class="muted"><span class="status-word">{ status.name() }</span>{ for facts }</p>
                </div>
                <button type="button" class="icon" onclick={edit} title="Title, source, date" aria-label={format!("Details of {}", article.title)}>{ "✎" }</button>
                <button type="button" class="icon" onclick={hide} title="Close this column" aria-label={format!("Close {}", article.title)}>{ "×" }</button>
            </header>
            <div class="scroller" ref={scroller} {onscroll}>
                <ArticleText article={article.clone()} set={props.set.clone()} schema={props.schema.clone()}
                    selected={props.selected.clone()} also_selected={props.also_selected.clone()} cursor={props.cursor.clone()} reveal={props.reveal} />
            </div>
        </section>
    }
}

/// The block at the top of a column and how many pixels of it are hidden: unlike a pixel count from the top, that
/// survives another width of the column.
fn remember_scroll(scroller: &HtmlElement, store: &Store, article: &ArticleId) {
    let top = scroller.get_bounding_client_rect().top();
    let Ok(blocks) = scroller.query_selector_all("[data-block]") else { return };
    for i in 0..blocks.length() {
        let Some(block) = blocks.item(i).and_then(|node| node.dyn_into::<Element>().ok()) else { continue };
        let rect = block.get_bounding_client_rect();
        if rect.bottom() > top {
            return store.set_scroll(article, i as usize, top - rect.top());
        }
    }
}

fn restore_scroll(scroller: &NodeRef, store: &Store, article: &ArticleId) {
    let (Some(scroller), Some((block, pixels))) = (scroller.cast::<HtmlElement>(), store.scroll(article)) else {
        return;
    };
    spawn_local(async move {
        // Each time the block comes near, more of what is around it is laid out for the first time.
        for _ in 0..TRIES {
            if let Ok(Some(block)) = scroller.query_selector(&format!("[data-block=\"{block}\"]")) {
                let top = block.get_bounding_client_rect().top() - scroller.get_bounding_client_rect().top();
                scroller.set_scroll_top((f64::from(scroller.scroll_top()) + top + pixels) as i32);
            }
            next_frame().await;
        }
    });
}
