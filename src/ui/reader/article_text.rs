//! An article's text: blocks with tags, the caret, and what the pointer does.

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::edge_drag::EdgeDrag;
use super::hover_card::HoverCard;
use super::pointer::PointerHandler;
use super::section::{BLOCKS, DrawnBlock, Section};
use super::shown_article::ShownArticle;
use super::top_line::use_kept_top_line;
use super::{caret, pointer};
use crate::app::{ByPtr, CaretAction, Cursor, Selection};
use crate::model::{AnnotationId, AnnotationSet, Article, Run, Schema, runs};
use crate::ui::dom::frames::on_resize;
use crate::ui::dom::near::use_near_children;
use crate::ui::dom::print::use_printing;
use crate::ui::widgets::use_dispatcher;

/// Blocks that are rendered with their tags before anything was observed: enough for most articles, so that nothing jumps.
const FIRST_BLOCKS: usize = 4;

#[derive(Properties, PartialEq)]
pub(super) struct ArticleTextProps {
    pub(super) shown: ShownArticle,
    pub(super) schema: ByPtr<Schema>,
}

/// The text of an article. Its DOM text, in order, is the article's text, whatever is drawn on it.
#[component]
pub(super) fn ArticleText(props: &ArticleTextProps) -> Html {
    let dispatcher = use_dispatcher();
    let [root, caret_node, measure] = [use_node_ref(), use_node_ref(), use_node_ref()];
    let ShownArticle { article, annotations, cursor, .. } = &props.shown;
    let scrolled_to = use_mut_ref(|| None::<Cursor>);
    let near = use_near_children(&root, article.id.clone(), article.text.blocks().len(), FIRST_BLOCKS);
    {
        let (root, caret_node, text) = (root.clone(), caret_node.clone(), article.text.clone());
        // Blocks that come near are rendered again, and what the browser has selected in them is lost.
        use_effect_with((cursor.clone(), annotations.clone(), near.clone()), move |(cursor, ..)| {
            let is_moved = scrolled_to.replace(cursor.clone()) != *cursor;
            let draw = {
                let (root, text, cursor) = (root.clone(), text.clone(), cursor.clone());
                Rc::new(move || caret::draw(&root, &caret_node, &text, cursor.as_ref()))
            };
            if let Some(cursor) = cursor.as_ref().filter(|_| is_moved) {
                let (draw, latest, own) = (draw.clone(), scrolled_to.clone(), cursor.clone());
                caret::scroll_to(&root, &text, cursor, move || {
                    let is_there = latest.borrow().as_ref() == Some(&own);
                    if is_there {
                        draw();
                    }
                    is_there
                });
            }
            draw();
            // Another width breaks the lines elsewhere, and moves the caret.
            let listeners = on_resize(move || draw());
            move || drop(listeners)
        });
    }
    use_kept_top_line(&dispatcher, article, &root, &measure);
    let drag = use_mut_ref(|| None::<EdgeDrag>);
    let hovered = use_state(|| None::<(Vec<AnnotationId>, HtmlElement)>);
    let printing = use_printing();
    let count = article.text.blocks().len();
    let drawn: Vec<usize> =
        if printing { (0..count).collect() } else { near.iter().copied().take_while(|at| *at < count).collect() };
    let drawn_runs = use_mut_ref(DrawnRuns::default);
    drawn_runs.borrow_mut().keep(annotations, &drawn);
    let drawn_block = |index| drawn_block(&props.shown, index, drawn_runs.borrow_mut().of(article, index), printing);
    let drawn: Vec<DrawnBlock> = drawn.into_iter().map(drawn_block).collect();
    let sections = (0..count).step_by(BLOCKS).map(|first| {
        let [from, to] = [first, first + BLOCKS].map(|at| drawn.partition_point(|one| one.index < at));
        let drawn = drawn[from..to].to_vec();
        let schema = (!drawn.is_empty()).then(|| props.schema.clone());
        html! { <Section key={first} article={article.clone()} {first} {drawn} {schema} {printing} /> }
    });
    let onfocus = {
        let (dispatcher, article) = (dispatcher.clone(), article.id.clone());
        Callback::from(move |_: FocusEvent| {
            if !pointer::is_pressed() {
                dispatcher.dispatch(CaretAction::Focused(article.clone()));
            }
        })
    };
    let pointer =
        PointerHandler { dispatcher, article: article.clone(), root: root.clone(), drag, hovered: hovered.setter() };
    let lang = (!article.language.is_empty()).then(|| article.language.clone());
    html! {
        // Presses beside the text select its nearest line.
        <div class="page" onpointerdown={pointer.on_down()} onmousedown={pointer.on_mouse_down()} onpointerup={pointer.on_up()}
            onpointermove={pointer.on_move()} onpointercancel={pointer.on_cancel()} onpointerover={pointer.on_over()}
            onpointerleave={pointer.on_leave()}>
            <div class="measure" ref={measure} aria-hidden="true" />
            <div class="occurrence-boxes" aria-hidden="true" />
            <div ref={root} class="text" role="document" tabindex="0" dir="auto" {lang} aria-label={article.title.clone()}
                data-article={article.id.to_string()} data-region="" data-region-stop="" {onfocus}>
                { for sections }
            </div>
            <div class="caret" ref={caret_node} aria-hidden="true" hidden={true} />
            <HoverCard hovered={(*hovered).clone()} />
        </div>
    }
}

/// The runs of the blocks whose tags are drawn, computed once for each set of annotations.
#[derive(Default)]
struct DrawnRuns {
    annotations: ByPtr<AnnotationSet>,
    blocks: Vec<(usize, Rc<Vec<Run>>)>,
}

impl DrawnRuns {
    /// Drops what is no longer drawn, or not so.
    fn keep(&mut self, annotations: &ByPtr<AnnotationSet>, drawn: &[usize]) {
        if self.annotations != *annotations {
            *self = Self { annotations: annotations.clone(), blocks: Vec::new() };
        }
        self.blocks.retain(|(index, _)| drawn.binary_search(index).is_ok());
    }

    fn of(&mut self, article: &Article, index: usize) -> Rc<Vec<Run>> {
        if let Some((_, runs)) = self.blocks.iter().find(|(block, _)| *block == index) {
            return runs.clone();
        }
        let made = Rc::new(runs(&self.annotations, article.text.blocks()[index]));
        self.blocks.push((index, made.clone()));
        made
    }
}

/// A block with its tags.
fn drawn_block(shown: &ShownArticle, index: usize, runs: Rc<Vec<Run>>, printing: bool) -> DrawnBlock {
    let selected = if printing { Vec::new() } else { selected_in(&runs, &shown.selected) };
    let primary = shown.selected.first().filter(|id| selected.contains(id)).cloned();
    DrawnBlock { index, runs, selected, primary }
}

/// The selected annotations over some runs.
fn selected_in(runs: &[Run], selected: &Selection) -> Vec<AnnotationId> {
    let over = runs.iter().flat_map(|run| &run.running).map(|running| &running.annotation.id);
    let mut here: Vec<AnnotationId> = over.filter(|id| selected.contains(id)).cloned().collect();
    here.dedup();
    here
}
