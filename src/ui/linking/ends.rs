//! The second step of a link: its other end, found by words or chosen from the likeliest tags of all articles.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::words;
use crate::analysis::links::{LinkCandidates, LinkKind, candidates};
use crate::anchor::context;
use crate::model::{Annotation, AnnotationId, Project};
use crate::ui::shared::{Shared, comes_again, counted, on, use_store};
use crate::ui::store::{Action, LinkAction, State};

/// How many candidates are shown: as many as can be taken in at a glance.
const SHOWN: usize = 8;
/// Words shorter than so many characters are shown with what stands around them.
const SHORT: usize = 40;

#[derive(Properties, PartialEq)]
pub(super) struct EndsProps {
    pub(super) state: Shared<State>,
    pub(super) near: AnnotationId,
    pub(super) link: LinkKind,
}

/// The field and the list under it.
#[component]
pub(super) fn Ends(props: &EndsProps) -> Html {
    let store = use_store();
    let query = use_state(String::new);
    let active = use_state(|| 0_usize);
    let found = {
        let state = props.state.clone();
        let of = (props.near.clone(), props.link.clone(), (*query).clone());
        use_memo(of, move |(near, link, query)| candidates(state.project(), near, link, query, SHOWN))
    };
    let oninput = {
        let (query, active) = (query.setter(), active.setter());
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
                query.set(input.value());
                active.set(0);
            }
        })
    };
    let onkeydown = {
        let (found, active, store, is_empty) = (found.clone(), active.clone(), store.clone(), query.is_empty());
        let query = query.clone();
        Callback::from(move |event: KeyboardEvent| {
            let last = found.best.len().saturating_sub(1);
            let at = *active;
            let chosen = match event.key().as_str() {
                "ArrowDown" => return step(&event, &active, if at < last { at + 1 } else { 0 }),
                "ArrowUp" => return step(&event, &active, if at > 0 { at - 1 } else { last }),
                "Enter" if comes_again(&event, &query) => None,
                "Enter" => Some(at),
                // In words that are looked for a number is a number.
                _ if is_empty || event.alt_key() => number_of(&event),
                _ => None,
            };
            if let Some(far) = chosen.and_then(|at| found.best.get(at)) {
                event.prevent_default();
                store.dispatch(Action::Link(LinkAction::To(far.id.clone())));
            }
        })
    };
    use_effect_with(*active, |active| {
        let option = gloo::utils::document().get_element_by_id(&format!("link-end-{active}"));
        if let Some((option, list)) = option.and_then(|option| Some((option.clone(), option.parent_element()?))) {
            let (own, frame) = (option.get_bounding_client_rect(), list.get_bounding_client_rect());
            let away = (own.bottom() - frame.bottom()).max(0.0) + (own.top() - frame.top()).min(0.0);
            list.set_scroll_top(list.scroll_top() + away as i32);
        }
    });
    let project = props.state.project();
    let options = found.best.iter().enumerate().map(|(i, far)| {
        let choose = on(&store, Action::Link(LinkAction::To(far.id.clone())));
        option(project, i, far, i == *active, choose)
    });
    let has_any = !found.best.is_empty();
    // A press must not take the keyboard away from the field.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <>
            <p class="link-hint">{ "Click the other end in any column, or choose it here:" }</p>
            <input type="search" role="combobox" aria-label="Find the other end" placeholder="Words, label or article" autocomplete="off"
                aria-expanded={has_any.to_string()} aria-controls="link-ends" aria-autocomplete="list"
                aria-activedescendant={has_any.then(|| format!("link-end-{}", *active))} {oninput} {onkeydown} />
            <div id="link-ends" class="link-ends" role={has_any.then_some("listbox")} aria-label={has_any.then_some("Tags that fit")} {onmousedown}>
                { for options }
            </div>
            <p class="muted list-count" role="status">{ counts(&found, query.is_empty()) }</p>
        </>
    }
}

fn step(event: &KeyboardEvent, active: &UseStateHandle<usize>, to: usize) {
    event.prevent_default();
    active.set(to);
}

/// The place in the list that a number key means, counted from 0. Alt may turn a key into another sign.
fn number_of(event: &KeyboardEvent) -> Option<usize> {
    let key = event.code().strip_prefix("Digit").map(str::to_owned).filter(|_| event.alt_key()).unwrap_or(event.key());
    key.parse::<usize>().ok()?.checked_sub(1)
}

fn counts(found: &LinkCandidates, is_all: bool) -> String {
    match (found.best.len(), found.total) {
        (_, 0) if is_all => "No tag fits: tag the other end first".to_owned(),
        (_, 0) => "No tag that fits has these words".to_owned(),
        (best, total) if best < total => format!("The {best} likeliest of {total} tags; write to find others"),
        (_, total) => counted(total, "tag fits", "tags fit"),
    }
}

fn option(project: &Project, i: usize, far: &Rc<Annotation>, is_active: bool, onclick: Callback<MouseEvent>) -> Html {
    let at = project.schema().labels.iter().position(|label| label.id == far.label);
    let kind = at.map(|at| project.schema().labels[at].kind.name());
    let exact = words(project, &far.id, 160);
    let article = project.article(&far.article);
    let around = match (article, far.ranges.as_slice()) {
        (Some(article), [range]) if exact.len() < SHORT => Some(context(&article.text, *range)),
        _ => None,
    };
    let (before, after) = around.unwrap_or_default();
    html! {
        <div role="option" id={format!("link-end-{i}")} key={far.id.to_string()} aria-selected={is_active.to_string()}
            class={classes!("link-end", at.map(|at| format!("label-{at}")))} {onclick}>
            <kbd aria-hidden="true">{ i + 1 }</kbd>
            <span class={classes!("swatch", kind)} aria-hidden="true" />
            <span class="row-text">{ before }<b>{ exact }</b>{ after }</span>
            <span class="row-facts">{ project.label_name(&far.label) }{ " · " }{ article.map(|article| article.title.clone()).unwrap_or_default() }</span>
        </div>
    }
}
