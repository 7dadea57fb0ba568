//! The reader: articles side by side, their text with tags, and the mouse, touch and keys that select and tag.

mod article_text;
mod block;
mod caret;
mod column;
mod counterpart_highlights;
mod drag;
mod edge_drag;
mod entity_offer;
mod hover_card;
mod mouse_selection;
mod occurrence_boxes;
mod pointer;
mod printed;
mod relation_overlay;
mod relation_popover;
mod result_highlights;
mod section;
mod selection;
mod shown_article;
mod top_line;
mod touch;
mod word_selection;

use yew::prelude::*;

use super::minimap::Hits;
use super::widgets::{on, use_dispatcher};
use crate::app::messages::reader as words;
use crate::app::{ArticleAction, ByPtr, Dispatcher, PendingSample, State};
use crate::model::Schema;
use crate::ui::panels::add_article_buttons;
use column::{Column, ColumnFollow};
pub(super) use counterpart_highlights::{ShownCounterparts, use_counterpart_highlights};
pub(super) use entity_offer::{EntityOffer, EntityOfferProps};
use printed::Legend;
pub(super) use relation_overlay::{RelationOverlay, RelationOverlayProps};
pub(super) use relation_popover::relation_popover;
pub(super) use result_highlights::{Painter, Shown, ShownResults, use_result_highlights};
use shown_article::ShownArticle;
use touch::use_touch_selection;
pub(super) use word_selection::{Made, select, shown_ends, word_under};

#[derive(Properties, PartialEq)]
pub(super) struct ReaderProps {
    shown: Vec<ShownArticle>,
    follow: Vec<Option<ColumnFollow>>,
    samples: Vec<PendingSample>,
    columns: usize,
    schema: ByPtr<Schema>,
    title: String,
    minimap: Option<Hits>,
}

impl ReaderProps {
    pub(super) fn of(state: &State) -> Self {
        let project = state.project();
        let shown: Vec<_> = state.shown().iter().filter_map(|id| ShownArticle::of(state, id)).collect();
        Self {
            follow: shown.iter().map(|shown| ColumnFollow::of(state, &shown.article.id)).collect(),
            shown,
            samples: state.samples.clone(),
            columns: state.columns(),
            schema: ByPtr(project.schema().clone()),
            title: project.title.clone(),
            minimap: (!state.panels.minimap_hidden).then(|| Hits::of(state)),
        }
    }
}

/// One to three articles in columns.
#[component]
pub(super) fn Reader(props: &ReaderProps) -> Html {
    let dispatcher = use_dispatcher();
    use_touch_selection(&dispatcher);
    let column = |(shown, follow): (&ShownArticle, &Option<ColumnFollow>)| {
        let key = shown.article.id.to_string();
        html! { <Column {key} shown={shown.clone()} follow={follow.clone()} schema={props.schema.clone()} minimap={props.minimap.clone()} /> }
    };
    let free = props.columns.saturating_sub(props.shown.len());
    let cards = props.samples.iter().take(free.max(usize::from(props.shown.is_empty())));
    let mut columns: Vec<Html> = props.shown.iter().zip(&props.follow).map(column).collect();
    columns.extend(cards.map(|sample| sample_card(&dispatcher, sample)));
    if columns.is_empty() {
        columns.push(empty(&dispatcher));
    }
    html! {
        <div class={classes!("reader", format!("columns-{}", columns.len().min(3)))} role="region" aria-label={words::REGION}>
            // Every child has a key: otherwise an article that comes would have the others made anew.
            <Legend key="legend" title={props.title.clone()} schema={props.schema.clone()} />
            { for columns }
        </div>
    }
}

/// In the place of a sample article that is being loaded, or could not be.
fn sample_card(dispatcher: &Dispatcher, sample: &PendingSample) -> Html {
    let title = &sample.article.title;
    let key = format!("sample {}", sample.article.id);
    match &sample.failure {
        None => html! {
            <section {key} class="column card" aria-busy="true"><p class="muted">{ words::loading(title) }</p></section>
        },
        Some(reason) => html! {
            <section {key} class="column card error-card" role="alert" aria-label={words::not_loaded(title)}>
                <h2>{ title }</h2>
                <p>{ reason }</p>
                <button type="button" class="primary" onclick={on(dispatcher, ArticleAction::RetrySample(sample.article.id.clone()))}>
                    { words::TRY_AGAIN }
                </button>
            </section>
        },
    }
}

/// A project without articles.
fn empty(dispatcher: &Dispatcher) -> Html {
    html! {
        <section key="empty" class="column card empty">
            <h2>{ words::EMPTY_HEADING }</h2>
            <p>{ words::EMPTY_TEXT }</p>
            <div class="row">{ add_article_buttons(dispatcher) }</div>
        </section>
    }
}
