//! What the program offers for a tagged mention that is linked to no entity: one key links it, one makes a new entity.

use yew::prelude::*;

use super::shared::{Shared, back_to_text, on, use_store};
use super::store::{Action, EntityAction, State};
use crate::analysis::bare_name;

#[derive(Properties)]
pub(super) struct EntityOfferProps {
    pub(super) state: Shared<State>,
}

impl PartialEq for EntityOfferProps {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.state, &other.state);
        a.view.selected == b.view.selected && a.project().is_same(b.project())
    }
}

/// A line at the foot of the reader, where it covers no line that is being read and takes no keyboard away.
#[component]
pub(super) fn EntityOffer(props: &EntityOfferProps) -> Html {
    let store = use_store();
    let state = &props.state;
    let annotation = state.selected_mention().and_then(|id| state.project().annotation(&id));
    let Some(annotation) = annotation.filter(|annotation| annotation.entity.is_none()) else { return Html::default() };
    let candidates = state.candidates();
    let surest = State::surest(&candidates);
    let words = state.project().exact(annotation);
    let link = match surest {
        Some(one) => html! {
            <button type="button" class="quiet" aria-keyshortcuts="e" onclick={on(&store, Action::Entities(EntityAction::Link))}>
                <kbd aria-hidden="true">{ "E" }</kbd><span>{ "Link to " }<b>{ &one.entity.name }</b></span>
            </button>
        },
        None => html! {
            <button type="button" class="quiet" aria-keyshortcuts="e" onclick={on(&store, Action::Entities(EntityAction::Choose))}>
                <kbd aria-hidden="true">{ "E" }</kbd>{ if candidates.is_empty() { "Choose entity".to_owned() } else { format!("Choose of {}", candidates.len()) } }
            </button>
        },
    };
    let name = bare_name(&words);
    // A press must not take the keyboard away from the text.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <div class="entity-offer" role="group" aria-label="Entity of the selected tag" {onmousedown} onclick={Callback::from(|_: MouseEvent| leave())}>
            { link }
            <button type="button" class="quiet" aria-keyshortcuts="Shift+E" onclick={on(&store, Action::Entities(EntityAction::New(None)))}>
                <kbd aria-hidden="true">{ "⇧E" }</kbd><span>{ "New entity " }<b>{ name }</b></span>
            </button>
        </div>
    }
}

/// The line goes when it has been used; a keyboard that was in it goes back to the text.
fn leave() {
    let active = gloo::utils::document().active_element();
    if active.is_some_and(|active| active.closest(".entity-offer").ok().flatten().is_some()) {
        back_to_text();
    }
}
