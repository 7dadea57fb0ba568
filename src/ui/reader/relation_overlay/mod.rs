//! The relations of the tag under the pointer, else of the selected one: a line where both ends can be seen, else a chip with
//! the text of the far end. All of it is above the columns and outside of the articles' texts.

mod curve;
mod hovered;
mod layout;
mod visible;

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::app::messages::relations as words;
use crate::app::{ByPtr, Dispatcher, SelectAction, State, ViewAction};
use crate::model::{AnnotationId, ArticleId, Project};
use crate::ui::dom::frames::{FrameTask, on_layout_change};
use crate::ui::dom::popover;
use crate::ui::widgets::{keep_focus, on, use_dispatcher};
use hovered::use_hovered;
use layout::{Chip, Drawing, Line, measure, relations_of};

/// For so many frames after a change the page may still be scrolling.
const SETTLING_FRAMES: u32 = 6;
/// The names of more lines than these would overlap: they are then shown only under the pointer.
const NAMED_LINES: usize = 3;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct RelationOverlayProps {
    project: ByPtr<Project>,
    selected: Option<AnnotationId>,
    /// The layout of the columns.
    open: Vec<ArticleId>,
    columns: usize,
    panel_hidden: bool,
    /// Nothing is drawn while a relation is being made.
    is_relating: bool,
}

impl RelationOverlayProps {
    pub(in crate::ui) fn of(state: &State) -> Self {
        Self {
            project: ByPtr(state.project().clone()),
            selected: state.view.primary().cloned(),
            open: state.shown().to_vec(),
            columns: state.columns(),
            panel_hidden: state.side_hidden(),
            is_relating: state.mode.relation().is_some(),
        }
    }
}

/// The relations above the columns.
#[component]
pub(in crate::ui) fn RelationOverlay(props: &RelationOverlayProps) -> Html {
    let dispatcher = use_dispatcher();
    let node = use_node_ref();
    let hovered = use_hovered(&dispatcher, props.selected.as_ref());
    let drawing = use_state_eq(Drawing::default);
    {
        let drawing = drawing.setter();
        let layout = (props.open.clone(), props.columns, props.panel_hidden);
        let shown = (props.project.clone(), props.selected.clone(), props.is_relating, hovered);
        use_effect_with((shown, layout), move |((project, selected, is_relating, hovered), _)| {
            let relations = match is_relating {
                true => Vec::new(),
                false => relations_of(project, hovered, selected.as_ref()),
            };
            if relations.is_empty() {
                drawing.set(Drawing::default());
            }
            let project = project.clone();
            let following = (!relations.is_empty()).then(|| {
                let task = FrameTask::new(move || drawing.set(measure(&project, &relations)));
                task.request(SETTLING_FRAMES);
                let again = task.clone();
                (on_layout_change(move || again.request(1)), task)
            });
            move || drop(following)
        });
    }
    {
        let node = node.clone();
        let place = (drawing.left, drawing.top, drawing.width);
        use_effect_with(place, move |&(left, top, width)| {
            if let Some(chips) = node.cast::<HtmlElement>() {
                popover::set(&chips, left.into(), top.into());
                let _ = chips.style().set_property("max-width", &format!("{width}px"));
            }
        });
    }
    let chips = &drawing.chips;
    html! {
        <div class="links">
            <svg class={classes!("link-lines", (drawing.lines.len() > NAMED_LINES).then_some("many"))} aria-hidden="true" focusable="false">
                <defs>
                    <marker id="link-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
                        <path class="link-tip" d="M0 0.5 L8 4 L0 7.5 z" />
                    </marker>
                </defs>
                { for drawing.lines.iter().map(|line| view_line(&dispatcher, line)) }
            </svg>
            <div ref={node} class="link-chips" role="group" aria-label={words::OVERLAY} hidden={chips.is_empty()}>
                { for chips.iter().map(|chip| view_chip(&dispatcher, chip)) }
                if drawing.more > 0 { { view_more(&dispatcher, drawing.more) } }
            </div>
        </div>
    }
}

fn view_line(dispatcher: &Dispatcher, line: &Line) -> Html {
    let tip = "url(#link-tip)";
    html! {
        <g key={line.id.to_string()} class="link-line">
            <path class="link-hit" d={line.path.clone()} onmousedown={keep_focus()} onclick={on(dispatcher, SelectAction::Reveal(line.far.clone()))}>
                <title>{ &line.title }</title>
            </path>
            <path class="link-path" d={line.path.clone()} marker-start={line.tip_near.then_some(tip)} marker-end={line.tip_far.then_some(tip)} />
            <text x={line.middle.0.to_string()} y={line.middle.1.to_string()} text-anchor="middle">{ &line.name }</text>
        </g>
    }
}

fn view_chip(dispatcher: &Dispatcher, chip: &Chip) -> Html {
    html! {
        <button type="button" key={chip.id.to_string()} class="link-chip" tabindex="-1"
            onmousedown={keep_focus()} onclick={on(dispatcher, SelectAction::Reveal(chip.far.clone()))}>
            <b>{ &chip.name }</b><span class="link-words">{ &chip.text }</span><span class="link-where">{ &chip.place }</span>
        </button>
    }
}

/// The others are a list in the inspector.
fn view_more(dispatcher: &Dispatcher, count: usize) -> Html {
    html! {
        <button type="button" key="more" class="link-chip" tabindex="-1" onmousedown={keep_focus()}
            onclick={on(dispatcher, ViewAction::ShowInspectorRelations)}>{ words::more_in_inspector(count) }</button>
    }
}
