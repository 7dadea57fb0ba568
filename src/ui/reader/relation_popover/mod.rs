//! Making a relation: beside the selected tag is first a list of types, then one of tags that may be the other end.

mod target_picker;
mod types;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::analysis::relations::RelationKind;
use crate::app::messages::relations as words;
use crate::app::{ByPtr, Dispatcher, PendingRelation, RelationAction, State};
use crate::model::{AnnotationId, Project};
use crate::ui::dom::events::on_escape;
use crate::ui::dom::focus::{focus_text, focused, give_focus};
use crate::ui::dom::measure::rect_of_range;
use crate::ui::dom::movable::{MoveHandlers, use_movable};
use crate::ui::dom::popover;
use crate::ui::widgets::{on, use_dispatcher};
use crate::web::dom_text::Rect;
use target_picker::TargetPicker;
use types::types;

/// Where the popover is if its tag is not rendered, in CSS pixels of the window.
const ELSEWHERE: Rect = Rect { left: 300.0, top: 200.0, right: 300.0, bottom: 200.0 };

/// What is beside the tag while a relation is being made.
pub(in crate::ui) fn relation_popover(state: &State) -> Html {
    let Some(relation) = state.mode.relation().cloned() else { return Html::default() };
    let project = ByPtr(state.project().clone());
    let key = relation.near.to_string();
    html! { <Popover {key} {relation} last={state.last_relation.clone()} {project} /> }
}

#[derive(Properties, PartialEq)]
struct PopoverProps {
    relation: PendingRelation,
    last: Option<RelationKind>,
    project: ByPtr<Project>,
}

#[component]
fn Popover(props: &PopoverProps) -> Html {
    let dispatcher = use_dispatcher();
    let node = use_node_ref();
    let PendingRelation { near, kind, .. } = &props.relation;
    let nears = props.relation.nears();
    {
        let (node, project) = (node.clone(), props.project.clone());
        use_effect_with((near.clone(), kind.clone()), move |(near, kind)| {
            if let Some(element) = node.cast::<HtmlElement>() {
                // The list of tags is long: it must not lie on the lines that follow, where the other end often is.
                let place = if kind.is_some() { popover::over_side_panel } else { popover::beside };
                place(&element, &rect_of(&project, near));
                focus_first(&element);
            }
        });
    }
    {
        let (dispatcher, near) = (dispatcher.clone(), near.clone());
        use_effect_with((), move |()| move || give_focus_back(&dispatcher, &near));
    }
    let MoveHandlers { onpointerdown, onpointermove, onpointerup, onlostpointercapture } = use_movable(&node);
    let heading = words::heading(&props.project, &nears, kind.as_ref());
    let onkeydown = {
        let dispatcher = dispatcher.clone();
        on_escape(move || dispatcher.dispatch(RelationAction::Back))
    };
    html! {
        <div ref={node} class="link-popover" role="dialog" aria-label={heading.clone()} {onkeydown}>
            <div class="link-head" {onpointerdown} {onpointermove} {onpointerup} {onlostpointercapture}>
                if kind.is_some() {
                    <button type="button" class="icon" onclick={on(&dispatcher, RelationAction::Back)} aria-label={words::BACK} title={words::BACK_TITLE}>{ "‹" }</button>
                }
                <p class="link-heading">{ heading }</p>
                <button type="button" class="icon" onclick={on(&dispatcher, RelationAction::Cancel)} aria-label={words::CANCEL} title={words::CANCEL}>{ "×" }</button>
            </div>
            { match kind {
                None => types(&dispatcher, &props.project, &nears, props.last.as_ref()),
                Some(kind) => html! { <TargetPicker project={props.project.clone()} {nears} kind={kind.clone()} /> },
            } }
            <p class="palette-hint" aria-hidden="true">
                <kbd>{ words::ESCAPE_KEY }</kbd>{ if kind.is_some() { words::ESCAPE_GOES_BACK } else { words::ESCAPE_CLOSES } }
                <kbd>{ words::REPEAT_KEY }</kbd>{ words::REPEATS }
            </p>
        </div>
    }
}

fn focus_first(popover: &HtmlElement) {
    let first = popover.query_selector("[role=menuitem], input").ok().flatten();
    if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
        give_focus(&first);
    }
}

/// Where a tag is rendered.
fn rect_of(project: &Project, id: &AnnotationId) -> Rect {
    let rendered = project
        .annotation(id)
        .and_then(|annotation| rect_of_range(project.article(&annotation.article)?, *annotation.ranges.last()?));
    rendered.unwrap_or(ELSEWHERE)
}

/// The text that the relation begins in gets the focus back, unless the user has moved it elsewhere.
fn give_focus_back(dispatcher: &Dispatcher, near: &AnnotationId) {
    // The popover is still there while it is being removed.
    let own = "[role=document], .link-popover, .link-popover *";
    let is_elsewhere = focused().is_some_and(|focused| !focused.matches(own).unwrap_or(true));
    let state = dispatcher.state();
    if is_elsewhere || state.view.primary() != Some(near) {
        return;
    }
    if let Some(annotation) = state.project().annotation(near) {
        let article = state.shown().iter().find(|shown| **shown == annotation.article).or(state.shown().first());
        article.into_iter().for_each(focus_text);
    }
}
