//! An article's text: blocks, tags, caret, and what hands do to them.

use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::block::BlockView;
use super::edge_drag::EdgeDrag;
use super::hover::HoverCard;
use super::near::use_near_blocks;
use super::{caret, pointer};
use crate::model::{AnnotationId, AnnotationSet, Article, Schema, runs};
use crate::ui::keys;
use crate::ui::shared::{Selection, Shared, use_store};
use crate::ui::store::{Action, Cursor};

#[derive(Properties, PartialEq)]
pub(super) struct ArticleTextProps {
    pub(super) article: Shared<Article>,
    pub(super) set: Shared<AnnotationSet>,
    pub(super) schema: Shared<Schema>,
    pub(super) selected: Option<AnnotationId>,
    pub(super) also_selected: Selection,
    pub(super) cursor: Option<Cursor>,
    pub(super) reveal: u32,
}

/// The text of an article. Its DOM text, in order, is the article's text, whatever is drawn on it.
#[component]
pub(super) fn ArticleText(props: &ArticleTextProps) -> Html {
    let store = use_store();
    let root = use_node_ref();
    let caret_node = use_node_ref();
    let article = &props.article;
    let near = use_near_blocks(&root, &article.id, article.text.blocks().len());
    {
        let (root, caret_node, article) = (root.clone(), caret_node.clone(), article.clone());
        use_effect_with((props.cursor.clone(), props.set.clone()), move |(cursor, _)| {
            let (cursor, first) = (cursor.clone(), caret_node.clone());
            let draw = move || caret::draw(&root, &first, &article.text, cursor.as_ref());
            draw();
            // Another width breaks the lines elsewhere, and takes the caret along.
            let resize = EventListener::new(&gloo::utils::window(), "resize", move |_| draw());
            move || drop(resize)
        });
    }
    {
        let (root, article, store) = (root.clone(), article.clone(), store.clone());
        use_effect_with((props.reveal, props.selected.clone()), move |(reveal, selected)| {
            if let (true, Some(id)) = (*reveal > 0, selected) {
                let annotation = store.state().project().annotation(id).cloned();
                if let Some(annotation) = annotation {
                    caret::bring_into_view(&root, &article.text, annotation.start());
                }
            }
        });
    }
    let drag = use_mut_ref(|| None::<EdgeDrag>);
    let hovered = use_state(|| None::<(Vec<AnnotationId>, HtmlElement)>);
    let text = &article.text;
    let blocks = text.blocks().iter().enumerate().map(|(index, &range)| {
        let runs = near.contains(index).then(|| Rc::new(runs(&props.set, range)));
        let selected = props.selected.clone().filter(|_| runs.is_some());
        let also_selected = runs.as_ref().map(|runs| props.also_selected.of(runs)).unwrap_or_default();
        html! {
            <BlockView key={index} text={text.clone()} {index} {range} {runs} {selected} {also_selected} schema={props.schema.clone()} />
        }
    });
    let on_key = {
        let (store, article, root) = (store.clone(), article.clone(), root.clone());
        Callback::from(move |event: KeyboardEvent| keys::handle_in_text(&store, &article, &root, &event))
    };
    let onfocus = {
        let (store, article) = (store.clone(), article.clone());
        Callback::from(move |_: FocusEvent| {
            let elsewhere = store.state().view.cursor.as_ref().is_none_or(|cursor| cursor.article != article.id);
            if elsewhere && !pointer::is_pressed() {
                let start = Cursor::at(article.id.clone(), crate::text::ByteOffset(0));
                store.dispatch(Action::Place(Some(start)));
            }
        })
    };
    let hands = pointer::Hands { store, article: article.clone(), root: root.clone(), drag, hovered: hovered.setter() };
    let dir = if article.language.is_empty() { None } else { Some(article.language.clone()) };
    html! {
        <div class="page">
            <div ref={root} class="text" role="document" tabindex="0" dir="auto" lang={dir}
                aria-label={article.title.clone()} data-article={article.id.to_string()}
                onkeydown={on_key} {onfocus}
                onpointerdown={hands.on_down()} onpointerup={hands.on_up()} onpointermove={hands.on_move()}
                onpointercancel={hands.on_cancel()} onpointerover={hands.on_over()} onpointerleave={hands.on_leave()}>
                { for blocks }
            </div>
            <div class="caret" ref={caret_node} aria-hidden="true" hidden={true} />
            <HoverCard hovered={(*hovered).clone()} />
        </div>
    }
}
