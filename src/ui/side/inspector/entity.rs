//! The entity that the selected annotation mentions.

use yew::prelude::*;

use crate::analysis::bare_name;
use crate::model::{Annotation, EntityId, LabelId};
use crate::text::isolated;
use crate::ui::entity_picker::{Choice, EntityPicker};
use crate::ui::shared::{back_to_text, counted, on, use_store};
use crate::ui::store::{Action, EntityAction, RegistryPage, State, Store};

/// How many of the entities that it may be stand there as buttons.
const BUTTONS: usize = 3;
/// The id of the field that finds an entity.
const FIELD: &str = "entity-choice";

/// The entity that an annotation mentions, and which it might mention; nothing for what mentions none by its kind.
pub(super) fn entity(state: &State, annotation: &Annotation) -> Html {
    if state.selected_mention().is_none() {
        return Html::default();
    }
    let known = annotation.entity.as_ref().and_then(|id| state.project().entity(id));
    let candidates = state.candidates();
    let surest = State::surest(&candidates).is_some();
    let candidates: Vec<_> =
        candidates.iter().map(|one| (one.entity.id.clone(), one.entity.name.clone(), one.mentions)).collect();
    let words = bare_name(&state.project().exact(annotation)).to_owned();
    let known = known.map(|entity| (entity.id.clone(), entity.name.clone()));
    html! { <Mention key="entity" {known} {candidates} {surest} {words} label={annotation.label.clone()} choose={state.registry.choose} /> }
}

#[derive(Properties, PartialEq)]
struct MentionProps {
    /// The entity that it is linked to.
    known: Option<(EntityId, String)>,
    /// Those that it may be, each with how many mentions it has.
    candidates: Vec<(EntityId, String, usize)>,
    /// Whether the first of them is what the key links.
    surest: bool,
    label: LabelId,
    /// The name that a new entity would have.
    words: String,
    /// Counts up each time the field should have the keyboard.
    choose: u32,
}

#[component]
fn Mention(props: &MentionProps) -> Html {
    let store = use_store();
    let changing = use_state(|| false);
    let seen = use_mut_ref(|| props.choose);
    {
        let changing = changing.setter();
        use_effect_with(props.choose, move |&choose| {
            if seen.replace(choose) != choose {
                changing.set(true);
                // Where the mention is linked, the field is drawn after this.
                gloo::timers::callback::Timeout::new(0, focus_field).forget();
            }
        });
    }
    {
        let changing = changing.setter();
        use_effect_with(props.known.clone(), move |_| changing.set(false));
    }
    let onchoose = {
        let (store, changing) = (store.clone(), changing.setter());
        Callback::from(move |choice: Option<Choice>| {
            changing.set(false);
            back_to_text();
            store.dispatch(Action::Entities(match choice {
                Some(Choice::Known(id)) => EntityAction::LinkTo(Some(id)),
                Some(Choice::New(name)) => EntityAction::New(Some(name)),
                None => return,
            }));
        })
    };
    let first: Vec<EntityId> = props.candidates.iter().map(|(id, ..)| id.clone()).collect();
    let without = props.known.as_ref().map(|(id, _)| id.clone());
    let picker = html! { <EntityPicker id={FIELD} label="Find an entity" label_of_mention={props.label.clone()} {first} {without} new={props.words.clone()} {onchoose} /> };
    html! {
        <div class="mention" role="group" aria-label="Entity">
            { match &props.known {
                Some(known) => linked(&store, known, &changing),
                None => unlinked(&store, props),
            } }
            if props.known.is_none() || *changing { { picker } }
        </div>
    }
}

fn focus_field() {
    let field = gloo::utils::document().get_element_by_id(FIELD);
    if let Some(field) = field {
        let _ = wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(field).focus();
    }
}

fn linked(store: &Store, (id, name): &(EntityId, String), changing: &UseStateHandle<bool>) -> Html {
    let show = Action::Entities(EntityAction::Show(RegistryPage::Entity(id.clone())));
    let unlink = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            back_to_text();
            store.dispatch(Action::Entities(EntityAction::LinkTo(None)));
        })
    };
    html! {
        <div class="mention-row">
            <span class="muted">{ "Entity" }</span>
            <button type="button" class="quiet mention-name" onclick={on(store, show)} title="Show it in the registry">{ name }</button>
            <button type="button" class="quiet" aria-expanded={changing.to_string()} aria-keyshortcuts="e"
                onclick={on(store, Action::Entities(EntityAction::Choose))} title="Another entity (E)">{ "Change" }</button>
            <button type="button" class="icon" aria-label={format!("Unlink from {name}")} title="Unlink" onclick={unlink}>{ "×" }</button>
        </div>
    }
}

fn unlinked(store: &Store, props: &MentionProps) -> Html {
    let button = |(i, (id, name, mentions)): (usize, &(EntityId, String, usize))| {
        let action = Action::Entities(EntityAction::LinkTo(Some(id.clone())));
        let is_key = i == 0 && props.surest;
        let shown = isolated(name);
        let title = format!("Link to {shown}: {}", counted(*mentions, "mention", "mentions"));
        html! {
            <button type="button" key={id.to_string()} aria-keyshortcuts={is_key.then_some("e")} {title} onclick={and_back(store, action)}>
                { format!("Link to {shown}") }{ for is_key.then(|| html! { <>{ " " }<kbd aria-hidden="true">{ "E" }</kbd></> }) }
            </button>
        }
    };
    let new = Action::Entities(EntityAction::New(None));
    html! {
        <div class="mention-row">
            <span class="muted">{ "Entity" }</span>
            { for props.candidates.iter().take(BUTTONS).enumerate().map(button) }
            <button type="button" key="new" aria-keyshortcuts="Shift+E" onclick={and_back(store, new)} title={format!("Make the entity {}", isolated(&props.words))}>
                { "New entity " }<kbd aria-hidden="true">{ "⇧E" }</kbd>
            </button>
        </div>
    }
}

/// The button goes when it has been used, so the keyboard goes back to the text.
fn and_back(store: &Store, action: Action) -> Callback<MouseEvent> {
    let store = store.clone();
    Callback::from(move |_| {
        back_to_text();
        store.dispatch(action.clone());
    })
}
