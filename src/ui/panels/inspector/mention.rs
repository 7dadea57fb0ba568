//! The entity that the selected annotation mentions.

use yew::prelude::*;

use crate::analysis::{Candidate, bare_name, entity_candidates};
use crate::app::commands::{aria_keys, shown_keys};
use crate::app::entities::most_probable;
use crate::app::messages::entities as words;
use crate::app::{ByPtr, Dispatcher, EntityAction, EntityPage, FocusTarget};
use crate::model::{Annotation, Entity, Project};
use crate::ui::dom::focus::{self, focus_current_text};
use crate::ui::panels::entities::entity_picker::{EntityChoice, EntityPicker, EntitySearch, NewName};
use crate::ui::widgets::{on, use_dispatcher};

/// How many of the candidates are buttons.
const BUTTONS: usize = 3;

#[derive(Properties, PartialEq)]
pub(super) struct MentionProps {
    pub(super) project: ByPtr<Project>,
    pub(super) annotation: ByPtr<Annotation>,
}

/// The entity that the annotation is linked to, else those that it may mention; and the field that finds any.
#[component]
pub(super) fn Mention(props: &MentionProps) -> Html {
    let dispatcher = use_dispatcher();
    let is_changing = use_state_eq(|| false);
    let MentionProps { project, annotation } = props;
    let candidates = use_memo((project.clone(), annotation.clone()), |(project, annotation)| match annotation.entity {
        Some(_) => Vec::new(),
        None => entity_candidates(project, &project.exact(annotation), &annotation.label),
    });
    {
        let is_changing = is_changing.setter();
        use_effect_with(annotation.entity.clone(), move |_| is_changing.set(false));
    }
    let entity = annotation.entity.as_ref().and_then(|id| project.entity(id));
    let name = bare_name(&project.exact(annotation)).into_owned();
    let search = EntitySearch {
        first: candidates.iter().map(|one| one.entity.id.clone()).collect(),
        label: Some(annotation.label.clone()),
        except: entity.map(|entity| entity.id.clone()),
        new: NewName::Proposed(name.clone()),
    };
    let picker = |takes_focus: bool| {
        let onchoose = choose(&dispatcher, is_changing.setter());
        html! {
            <EntityPicker id="entity-choice" label={words::FIND_FOR_TAG} search={search.clone()} {takes_focus}
                field={focus::target(FocusTarget::EntityField)} {onchoose} />
        }
    };
    html! {
        <div class="mention" role="group" aria-label={words::ENTITY}>
            { match entity {
                Some(entity) => linked(&dispatcher, entity, *is_changing),
                None => unlinked(&dispatcher, &candidates, &name),
            } }
            { match entity {
                Some(_) if !*is_changing => picker_opener(is_changing.setter()),
                Some(_) => picker(true),
                None => picker(false),
            } }
        </div>
    }
}

/// Links the annotation to what was chosen.
fn choose(dispatcher: &Dispatcher, is_changing: UseStateSetter<bool>) -> Callback<Option<EntityChoice>> {
    let dispatcher = dispatcher.clone();
    Callback::from(move |choice: Option<EntityChoice>| {
        is_changing.set(false);
        focus_current_text(&dispatcher.state());
        dispatcher.dispatch(match choice {
            Some(EntityChoice::Existing(id)) => EntityAction::LinkTo(Some(id)),
            Some(EntityChoice::New(name)) => EntityAction::New(Some(name)),
            None => return,
        });
    })
}

/// Takes the place of the field while it is not shown: moving the focus to the field opens it.
fn picker_opener(is_changing: UseStateSetter<bool>) -> Html {
    let onfocus = Callback::from(move |_: FocusEvent| is_changing.set(true));
    html! { <span ref={focus::target(FocusTarget::EntityField)} class="visually-hidden" tabindex="-1" {onfocus} /> }
}

/// The entity that the annotation is linked to.
fn linked(dispatcher: &Dispatcher, entity: &Entity, is_changing: bool) -> Html {
    let show = EntityAction::Show(EntityPage::Entity(entity.id.clone()));
    let keys = shown_keys("entity.link");
    html! {
        <div class="mention-row">
            <span class="muted">{ words::ENTITY }</span>
            <button type="button" class="quiet mention-name" onclick={on(dispatcher, show)} title={words::SHOW_TITLE}>{ &entity.name }</button>
            <button type="button" class="quiet" aria-expanded={is_changing.to_string()} aria-keyshortcuts={aria_keys("entity.link")}
                onclick={on(dispatcher, EntityAction::Choose)} title={words::change_title(&keys)}>{ words::CHANGE }</button>
            <button type="button" class="icon" aria-label={words::unlink_from(&entity.name)} title={words::UNLINK}
                onclick={and_focus_text(dispatcher, EntityAction::LinkTo(None))}>{ "×" }</button>
        </div>
    }
}

/// The entities that the annotation may mention.
fn unlinked(dispatcher: &Dispatcher, candidates: &[Candidate], name: &str) -> Html {
    let has_probable = most_probable(candidates).is_some();
    let button = |(i, Candidate { entity, mentions, .. }): (usize, &Candidate)| {
        let onclick = and_focus_text(dispatcher, EntityAction::LinkTo(Some(entity.id.clone())));
        let has_key = i == 0 && has_probable;
        html! {
            <button type="button" key={entity.id.to_string()} aria-keyshortcuts={has_key.then(|| aria_keys("entity.link")).flatten()}
                title={words::link_to_title(&entity.name, *mentions)} {onclick}>
                { words::link_to(&entity.name) }
                if has_key { { " " }<kbd aria-hidden="true">{ shown_keys("entity.link") }</kbd> }
            </button>
        }
    };
    html! {
        <div class="mention-row">
            <span class="muted">{ words::ENTITY }</span>
            { for candidates.iter().take(BUTTONS).enumerate().map(button) }
            <button type="button" key="new" aria-keyshortcuts={aria_keys("entity.new")} title={words::create_title(name)}
                onclick={and_focus_text(dispatcher, EntityAction::New(None))}>
                { words::NEW_ENTITY }<kbd aria-hidden="true">{ words::NEW_ENTITY_KEYS }</kbd>
            </button>
        </div>
    }
}

/// Moves the focus to the text and dispatches an action: the button goes when it was used.
fn and_focus_text(dispatcher: &Dispatcher, action: EntityAction) -> Callback<MouseEvent> {
    let dispatcher = dispatcher.clone();
    Callback::from(move |_: MouseEvent| {
        focus_current_text(&dispatcher.state());
        dispatcher.dispatch(action.clone());
    })
}
