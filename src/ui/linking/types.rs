//! The first step of a link: its type.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::arrow;
use crate::analysis::links::{LinkKind, link_kinds};
use crate::model::{AnnotationId, Project};
use crate::text::isolated;
use crate::ui::shared::on;
use crate::ui::store::{Action, LinkAction, State, Store};

/// The types that a tag may begin or end, as a menu.
pub(super) fn types(store: &Store, state: &State, near: &AnnotationId) -> Html {
    let project = state.project();
    let Some(annotation) = project.annotation(near) else { return Html::default() };
    let kinds = link_kinds(project.schema(), &annotation.label);
    let last = state.linking.last.clone();
    let items = kinds.iter().enumerate().map(|(i, link)| item(store, project, i, link, last.as_ref() == Some(link)));
    let items: Html = items.collect();
    html! {
        <div role="menu" aria-label="Type of link" class="link-types" onkeydown={keys(store, kinds, last)}>{ items }</div>
    }
}

fn item(store: &Store, project: &Project, i: usize, link: &LinkKind, is_last: bool) -> Html {
    let name = project.relation_type_name(&link.kind);
    let kind = project.schema().relation_type(&link.kind);
    let name = isolated(&name);
    let words = if link.outwards { format!("{name} …") } else { format!("… {name} this") };
    let key = (i < 9).then(|| (i + 1).to_string());
    html! {
        <button type="button" role="menuitem" key={i} class="palette-item" tabindex={if i == 0 { "0" } else { "-1" }}
            title={kind.map(|kind| kind.description.clone())} aria-keyshortcuts={key.clone()}
            aria-current={is_last.then_some("true")} onclick={on(store, Action::Link(LinkAction::Choose(link.clone())))}>
            <span class="link-arrow" aria-hidden="true">{ arrow(project, &link.kind, link.outwards) }</span>
            <span class="palette-name">{ words }</span>
            { for key.map(|key| html! { <kbd aria-hidden="true">{ key }</kbd> }) }
        </button>
    }
}

/// Numbers choose, Shift+R chooses what was chosen last, and the arrows move between the items, as in any menu.
fn keys(store: &Store, kinds: Vec<LinkKind>, last: Option<LinkKind>) -> Callback<KeyboardEvent> {
    let store = store.clone();
    Callback::from(move |event: KeyboardEvent| {
        let key = event.key();
        if event.ctrl_key() || event.meta_key() {
            return;
        }
        let by_number = key.parse::<usize>().ok().and_then(|key| kinds.get(key.checked_sub(1)?));
        let again = last.as_ref().filter(|last| key == "R" && kinds.contains(last));
        if let Some(link) = by_number.or(again) {
            event.prevent_default();
            return store.dispatch(Action::Link(LinkAction::Choose(link.clone())));
        }
        let focused = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let next = focused.and_then(|item| match key.as_str() {
            "ArrowDown" => item.next_element_sibling(),
            "ArrowUp" => item.previous_element_sibling(),
            "Home" => item.parent_element()?.first_element_child(),
            "End" => item.parent_element()?.last_element_child(),
            _ => None,
        });
        if key.starts_with("Arrow") {
            event.prevent_default();
        }
        if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
            event.prevent_default();
            let _ = next.focus();
        }
    })
}
