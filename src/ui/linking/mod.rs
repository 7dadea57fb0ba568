//! Making a link: beside the selected tag stands first a list of types, then one of tags that may be the other end.

mod ends;
mod types;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::place;
use super::shared::{Shared, use_store};
use super::store::{Action, LinkAction, Making, State, Store};
use crate::analysis::links::LinkKind;
use crate::model::{AnnotationId, Project, RelationTypeId};
use crate::text::isolated;
use crate::web::dom_text::{self, Rect};
use ends::Ends;
use types::types;

/// Whether a link is being made.
pub(super) fn is_linking(store: &Store) -> bool {
    store.state().linking.making.is_some()
}

/// Whether a click on a tag chooses the other end of a link.
pub(super) fn is_choosing(store: &Store) -> bool {
    store.state().linking.making.as_ref().is_some_and(|making| making.link.is_some())
}

/// The sign that stands between a type and the far end.
pub(super) fn arrow(project: &Project, kind: &RelationTypeId, outwards: bool) -> &'static str {
    match project.schema().relation_type(kind) {
        Some(kind) if kind.symmetric => "↔",
        _ if outwards => "→",
        _ => "←",
    }
}

/// The words of a tag, cut after so many characters.
pub(super) fn words(project: &Project, id: &AnnotationId, most: usize) -> String {
    let exact = project.annotation(id).map(|one| project.exact(one)).unwrap_or_default();
    match exact.char_indices().nth(most) {
        Some((cut, _)) => [exact[..cut].trim_end(), "…"].concat(),
        None => exact,
    }
}

/// A link in words, with the near end's words: "“a” supports …".
fn sentence(project: &Project, near: &AnnotationId, link: &LinkKind) -> String {
    let (near, name) = (words(project, near, 40), project.relation_type_name(&link.kind));
    let (near, name) = (isolated(&near), isolated(&name));
    if link.outwards { format!("“{near}” {name} …") } else { format!("… {name} “{near}”") }
}

#[derive(Properties)]
pub(super) struct LinkPopoverProps {
    pub(super) state: Shared<State>,
    pub(super) making: Option<Making>,
}

impl PartialEq for LinkPopoverProps {
    fn eq(&self, other: &Self) -> bool {
        self.making == other.making && (self.making.is_none() || self.state.project().is_same(other.state.project()))
    }
}

/// What stands beside the tag for as long as a link is being made.
#[component]
pub(super) fn LinkPopover(props: &LinkPopoverProps) -> Html {
    match &props.making {
        Some(making) => {
            html! { <Popover key={making.near.to_string()} state={props.state.clone()} making={making.clone()} /> }
        }
        None => Html::default(),
    }
}

#[derive(Properties, PartialEq)]
struct PopoverProps {
    state: Shared<State>,
    making: Making,
}

#[component]
fn Popover(props: &PopoverProps) -> Html {
    let store = use_store();
    let node = use_node_ref();
    let (near, link) = (&props.making.near, &props.making.link);
    {
        let (node, store) = (node.clone(), store.clone());
        use_effect_with((near.clone(), link.clone()), move |(near, _)| {
            if let Some(element) = node.cast::<HtmlElement>() {
                place::beside(&element, &rect_of(&store, near));
                let first = element.query_selector("[role=menuitem], input").ok().flatten();
                focus(first.and_then(|first| first.dyn_into().ok()));
            }
        });
    }
    {
        let (store, near) = (store.clone(), near.clone());
        use_effect_with((), move |()| move || give_keyboard_back(&store, &near));
    }
    let project = props.state.project();
    let heading = match link {
        Some(link) => sentence(project, near, link),
        None => format!("Link “{}”", isolated(&words(project, near, 40))),
    };
    let (back, close) = (store.clone(), store.clone());
    let back = Callback::from(move |_: MouseEvent| back.dispatch(Action::Link(LinkAction::Back)));
    let close = Callback::from(move |_: MouseEvent| {
        while is_linking(&close) {
            close.dispatch(Action::Link(LinkAction::Back));
        }
    });
    html! {
        <div ref={node} class="link-popover" role="dialog" aria-label={heading.clone()} onkeydown={escape(&store)}>
            <div class="link-head">
                if link.is_some() {
                    <button type="button" class="icon" onclick={back} aria-label="Back to the types" title="Back to the types (Esc)">{ "‹" }</button>
                }
                <p class="link-heading">{ heading }</p>
                <button type="button" class="icon" onclick={close} aria-label="Do not link" title="Do not link">{ "×" }</button>
            </div>
            {
                match link {
                    None => types(&store, &props.state, near),
                    Some(link) => html! { <Ends state={props.state.clone()} near={near.clone()} link={link.clone()} /> },
                }
            }
            <p class="palette-hint" aria-hidden="true">
                <kbd>{ "Esc" }</kbd>{ if link.is_some() { " back  " } else { " close  " } }<kbd>{ "Shift+R" }</kbd>{ " repeats the last type" }
            </p>
        </div>
    }
}

fn escape(store: &Store) -> Callback<KeyboardEvent> {
    let store = store.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            store.dispatch(Action::Link(LinkAction::Back));
        }
    })
}

/// Where a tag is drawn; where it is not, the middle of the window.
fn rect_of(store: &Store, id: &AnnotationId) -> Rect {
    let state = store.state();
    let drawn = state.project().annotation(id).and_then(|annotation| {
        let article = state.project().article(&annotation.article)?;
        dom_text::rect_of(&super::reader::root_of(&article.id)?, &article.text, *annotation.ranges.last()?)
    });
    drawn.unwrap_or(Rect { left: 300.0, top: 200.0, right: 300.0, bottom: 200.0 })
}

fn focus(element: Option<HtmlElement>) {
    if let Some(element) = element {
        // An element that has just left the page takes no keyboard, and needs none.
        let _ = element.focus();
    }
}

/// The text that the link begins in gets the keyboard back, unless it went elsewhere on purpose.
fn give_keyboard_back(store: &Store, near: &AnnotationId) {
    let active = gloo::utils::document().active_element();
    // The popover is still there while it is taken away.
    let free = "body, [role=document], .link-popover, .link-popover *";
    let is_free = active.is_none_or(|active| active.matches(free).unwrap_or(true));
    let state = store.state();
    if !is_free || state.view.selected.as_ref() != Some(near) {
        return;
    }
    let article = state.project().annotation(near).map(|one| one.article.clone());
    let root = article.and_then(|article| super::reader::root_of(&article));
    let any = || gloo::utils::document().query_selector("[role=document]").ok().flatten();
    focus(root.or_else(any).and_then(|root| root.dyn_into().ok()));
}
