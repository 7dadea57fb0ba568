//! The links of the tag under the pointer, else of the selected one: a line where both ends can be seen, else a chip
//! with the far end's words. All of it lies over the columns and outside of the articles' text.

mod hovered;
mod layout;

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::place;
use super::shared::{Shared, on, use_store};
use super::store::{Action, State, Store};
use crate::web::frame::next_frame;
use hovered::use_hovered;
use layout::{Chip, Drawing, Line, links_of, measure};

/// A tag that has just been revealed is scrolled to for some frames.
const SETTLING: u32 = 6;
/// The names of more lines than these would lie over one another: they are then shown only under the pointer.
const NAMED: usize = 3;

#[derive(Properties)]
pub(super) struct LinksProps {
    pub(super) state: Shared<State>,
}

impl PartialEq for LinksProps {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.state, &other.state);
        let look = |state: &State| (state.columns(), state.view.panel_hidden, state.view.reveal);
        a.view.selected == b.view.selected
            && a.view.open == b.view.open
            && a.linking.making.is_some() == b.linking.making.is_some()
            && look(a) == look(b)
            && a.project().is_same(b.project())
    }
}

/// The links over the columns.
#[component]
pub(super) fn Links(props: &LinksProps) -> Html {
    let store = use_store();
    let node = use_node_ref();
    let hovered = use_hovered(&store, props.state.view.selected.as_ref());
    let drawing = use_state_eq(Drawing::default);
    {
        let drawing = drawing.setter();
        use_effect_with((props.state.clone(), hovered), move |(state, hovered)| {
            let links = if state.linking.making.is_some() { Vec::new() } else { links_of(state, hovered) };
            let alive = Rc::new(Cell::new(true));
            let listeners = follow(state, links, drawing, &alive);
            move || {
                alive.set(false);
                drop(listeners);
            }
        });
    }
    {
        let node = node.clone();
        let spot = (drawing.left, drawing.top, drawing.width);
        use_effect_with(spot, move |&(left, top, width)| {
            if let Some(chips) = node.cast::<HtmlElement>() {
                place::set(&chips, left.into(), top.into());
                let _ = chips.style().set_property("max-width", &format!("{width}px"));
            }
        });
    }
    let chips = &drawing.chips;
    html! {
        <div class="links">
            <svg class={classes!("link-lines", (drawing.lines.len() > NAMED).then_some("many"))} aria-hidden="true" focusable="false">
                <defs>
                    <marker id="link-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
                        <path class="link-tip" d="M0 0.5 L8 4 L0 7.5 z" />
                    </marker>
                </defs>
                { for drawing.lines.iter().map(|line| draw_line(&store, line)) }
            </svg>
            <div ref={node} class="link-chips" role="group" aria-label="Links of this tag" hidden={chips.is_empty()}>
                { for chips.iter().map(|chip| draw_chip(&store, chip)) }
                if drawing.more > 0 { { more(&store, drawing.more) } }
            </div>
        </div>
    }
}

/// Measures where the links are, now and whenever something moves.
fn follow(
    state: &Shared<State>,
    links: Vec<layout::Link>,
    drawing: UseStateSetter<Drawing>,
    alive: &Rc<Cell<bool>>,
) -> Option<(EventListener, EventListener)> {
    if links.is_empty() {
        drawing.set(Drawing::default());
        return None;
    }
    let (state, alive, links) = (state.clone(), alive.clone(), Rc::new(links));
    let waiting = Rc::new(Cell::new(false));
    let request = Rc::new(move |frames: u32| {
        if waiting.replace(true) {
            return;
        }
        let (state, alive, links) = (state.clone(), alive.clone(), links.clone());
        let (drawing, waiting) = (drawing.clone(), waiting.clone());
        spawn_local(async move {
            for _ in 0..frames {
                next_frame().await;
                if alive.get() {
                    drawing.set(measure(&state, &links));
                }
            }
            waiting.set(false);
        });
    });
    request(SETTLING);
    let window = gloo::utils::window();
    // Scrolling happens inside the columns and does not bubble, so it is caught on its way down.
    let capture = EventListenerOptions::run_in_capture_phase();
    let on_resize = request.clone();
    let scroll = EventListener::new_with_options(&window, "scroll", capture, move |_| request(1));
    Some((scroll, EventListener::new(&window, "resize", move |_| on_resize(2))))
}

/// A press on a link must not take the keyboard or the selection away from the text.
fn keep_focus() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| event.prevent_default())
}

fn draw_line(store: &Store, line: &Line) -> Html {
    let tip = "url(#link-tip)";
    html! {
        <g key={line.id.to_string()} class="link-line">
            <path class="link-hit" d={line.path.clone()} onmousedown={keep_focus()} onclick={on(store, Action::Reveal(line.far.clone()))}>
                <title>{ &line.words }</title>
            </path>
            <path class="link-path" d={line.path.clone()} marker-start={line.tip_near.then_some(tip)} marker-end={line.tip_far.then_some(tip)} />
            <text x={line.middle.0.to_string()} y={line.middle.1.to_string()} text-anchor="middle">{ &line.name }</text>
        </g>
    }
}

fn draw_chip(store: &Store, chip: &Chip) -> Html {
    html! {
        <button type="button" key={chip.id.to_string()} class="link-chip" tabindex="-1" title={chip.title.clone()}
            onmousedown={keep_focus()} onclick={on(store, Action::Reveal(chip.far.clone()))}>
            <b>{ &chip.name }</b><span class="link-words">{ &chip.words }</span><span class="link-where">{ &chip.place }</span>
        </button>
    }
}

/// The rest is a list in the inspector.
fn more(store: &Store, count: usize) -> Html {
    let store = store.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        store.dispatch(Action::HidePanel(false));
        let list = gloo::utils::document().query_selector(".relations button").ok().flatten();
        if let Some(first) = list.and_then(|list| list.dyn_into::<HtmlElement>().ok()) {
            let _ = first.focus();
        }
    });
    html! {
        <button type="button" key="more" class="link-chip" tabindex="-1" onmousedown={keep_focus()} {onclick}>
            { format!("{count} more in the inspector") }
        </button>
    }
}
