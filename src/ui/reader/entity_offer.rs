//! What is offered for a selected mention that is not linked to an entity: one key links it, one makes a new entity.

use yew::prelude::*;

use crate::analysis::{bare_name, entity_candidates};
use crate::app::commands::{aria_keys, shown_keys};
use crate::app::entities::most_probable;
use crate::app::messages::entities as words;
use crate::app::{ByPtr, EntityAction, State};
use crate::model::{Annotation, Project};
use crate::ui::dom::events::closest;
use crate::ui::dom::focus::{focus_current_text, focused};
use crate::ui::widgets::{keep_focus, nothing, on, use_dispatcher};

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct EntityOfferProps {
    project: ByPtr<Project>,
    /// The selected mention that is linked to no entity.
    mention: Option<ByPtr<Annotation>>,
}

/// What is offered.
#[derive(Clone, Debug, PartialEq)]
struct Offer {
    /// The entity that the first key links; else how many there are to choose from.
    entity: Result<String, usize>,
    /// The name of the entity that the second key makes.
    name: String,
}

impl EntityOfferProps {
    pub(in crate::ui) fn of(state: &State) -> Self {
        let mention = state.selected_mention().and_then(|id| state.project().annotation(&id));
        let mention = mention.filter(|mention| mention.entity.is_none()).map(ByPtr::from);
        Self { project: ByPtr(state.project().clone()), mention }
    }
}

fn offer(project: &Project, mention: &Annotation) -> Offer {
    let text = project.exact(mention);
    let candidates = entity_candidates(project, &text, &mention.label);
    let entity = most_probable(&candidates).map(|one| one.entity.name.clone()).ok_or(candidates.len());
    Offer { entity, name: bare_name(&text).into_owned() }
}

/// A line at the foot of the reader, where it covers no line that is being read and takes no focus away.
#[component]
pub(in crate::ui) fn EntityOffer(props: &EntityOfferProps) -> Html {
    let dispatcher = use_dispatcher();
    let offer = use_memo((props.project.clone(), props.mention.clone()), |(project, mention)| {
        mention.as_ref().map(|mention| offer(project, mention))
    });
    let Some(Offer { entity, name }) = &*offer else { return nothing() };
    let link_key = html! { <kbd aria-hidden="true">{ shown_keys("entity.link") }</kbd> };
    let link = match entity {
        Ok(entity) => html! {
            <button type="button" class="quiet" aria-keyshortcuts={aria_keys("entity.link")} onclick={on(&dispatcher, EntityAction::Link)}>
                { link_key }<span>{ words::LINK_TO }<b>{ entity }</b></span>
            </button>
        },
        Err(count) => html! {
            <button type="button" class="quiet" aria-keyshortcuts={aria_keys("entity.link")} onclick={on(&dispatcher, EntityAction::Choose)}>
                { link_key }{ words::choose_of(*count) }
            </button>
        },
    };
    let leave = {
        let dispatcher = dispatcher.clone();
        // The line goes when it was used; a focus that was in it goes back to the text.
        Callback::from(move |_: MouseEvent| {
            if focused().is_some_and(|focused| closest(Some(focused.into()), ".entity-offer").is_some()) {
                focus_current_text(&dispatcher.state());
            }
        })
    };
    html! {
        <div class="entity-offer" role="group" aria-label={words::OFFER} onmousedown={keep_focus()} onclick={leave}>
            { link }
            <button type="button" class="quiet" aria-keyshortcuts={aria_keys("entity.new")} onclick={on(&dispatcher, EntityAction::New(None))}>
                <kbd aria-hidden="true">{ words::NEW_ENTITY_KEYS }</kbd><span>{ words::NEW_ENTITY }<b>{ name }</b></span>
            </button>
        </div>
    }
}
