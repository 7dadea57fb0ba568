//! The list of entities, with what narrows it down.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::{Counted, Counts, label_options, swatch};
use crate::edit::{Change, Command, EntityFields, NewEntity};
use crate::order;
use crate::text::isolated;
use crate::ui::shared::{Shared, catch_focus, counted, on, use_store, value_of};
use crate::ui::store::{Action, EntityAction, Registry, RegistryPage, State, Store};

#[derive(Properties)]
pub(super) struct EntityListProps {
    pub(super) counts: Rc<Counts>,
    pub(super) state: Shared<State>,
}

impl PartialEq for EntityListProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.counts, &other.counts) && self.state.registry == other.state.registry
    }
}

/// All entities.
#[component]
pub(super) fn EntityList(props: &EntityListProps) -> Html {
    let store = use_store();
    let root = use_node_ref();
    {
        // Not the field: on a phone that would call the keys of the screen.
        let root = root.clone();
        use_effect_with((), move |()| catch_focus(&root));
    }
    let (state, counts) = (&props.state, &props.counts);
    let found = found(counts, &state.registry);
    let words = match (found.len(), counts.entities.len()) {
        (_, 0) => "No entities yet.".to_owned(),
        (found, all) if found == all => counted(all, "entity", "entities"),
        (found, all) => format!("{found} of {}", counted(all, "entity", "entities")),
    };
    html! {
        <>
            { to_unlinked(&store, counts.unlinked) }
            if counts.entities.is_empty() { { how_to(counts.unlinked) } } else { { filters(&store, state) } }
            <div class="list-head">
                <p class="muted list-count" role="status">{ words }</p>
                { new_entity(&store, state) }
            </div>
            <ul ref={root} tabindex="-1" class="entity-list" aria-label="Entities" onkeydown={arrow_keys()}>
                { for found.into_iter().map(|one| entry(&store, state, one)) }
            </ul>
        </>
    }
}

/// What to do while there is nothing.
fn how_to(unlinked: usize) -> Html {
    html! {
        <p class="muted">
            { "An entity is a person, a place or another thing that several articles mention. " }
            if unlinked == 0 { { "Tag a name first, then press " }<kbd>{ "Shift" }</kbd>{ "+" }<kbd>{ "E" }</kbd>{ " to make an entity of it." } }
            else { { "Link all that is tagged at once, above, or select a tag and press " }<kbd>{ "Shift" }</kbd>{ "+" }<kbd>{ "E" }</kbd>{ "." } }
        </p>
    }
}

fn to_unlinked(store: &Store, unlinked: usize) -> Html {
    if unlinked == 0 {
        return Html::default();
    }
    let show = Action::Entities(EntityAction::Show(RegistryPage::Unlinked));
    html! {
        <button type="button" class="to-unlinked" onclick={on(store, show)}>
            <span>{ format!("Link {}…", counted(unlinked, "unlinked mention", "unlinked mentions")) }</span>
        </button>
    }
}

/// The entities that are shown, in order.
fn found<'a>(counts: &'a Counts, registry: &Registry) -> Vec<&'a Counted> {
    let wanted = registry.query.trim().to_lowercase();
    let has = |name: &String| name.to_lowercase().contains(&wanted);
    let fits = |one: &&Counted| {
        let entity = &one.entity;
        (registry.label.is_none() || registry.label == entity.label)
            && (wanted.is_empty() || has(&entity.name) || entity.aliases.iter().any(has))
    };
    let mut found: Vec<(usize, String, &Counted)> = counts
        .entities
        .iter()
        .filter(fits)
        .map(|one| {
            (if registry.by_mentions { usize::MAX - one.mentions } else { 0 }, one.entity.name.to_lowercase(), one)
        })
        .collect();
    order::sort_by(&mut found, |a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    found.into_iter().map(|(.., one)| one).collect()
}

fn look(store: &Store, change: impl FnOnce(&mut Registry)) {
    let mut registry = store.state().registry.clone();
    change(&mut registry);
    store.dispatch(Action::Entities(EntityAction::Look(registry)));
}

fn filters(store: &Store, state: &State) -> Html {
    let (on_query, on_label, on_sort) = (store.clone(), store.clone(), store.clone());
    let oninput =
        Callback::from(move |event: InputEvent| look(&on_query, |registry| registry.query = value_of(&event)));
    let on_label = Callback::from(move |event: Event| {
        look(&on_label, |registry| {
            registry.label = Some(value_of(&event)).filter(|id| !id.is_empty()).map(|id| id.as_str().into());
        });
    });
    let on_sort = Callback::from(move |event: Event| {
        look(&on_sort, |registry| registry.by_mentions = value_of(&event) == "mentions");
    });
    let registry = &state.registry;
    html! {
        <div class="filters">
            <select aria-label="Show entities of label" onchange={on_label}>{ label_options(state.project(), "All labels", registry.label.as_ref()) }</select>
            <select aria-label="Order of entities" onchange={on_sort}>
                <option value="name" selected={!registry.by_mentions}>{ "By name" }</option>
                <option value="mentions" selected={registry.by_mentions}>{ "By mentions" }</option>
            </select>
            <input type="search" aria-label="Find entities" placeholder="Find by name" value={registry.query.clone()} {oninput} />
        </div>
    }
}

/// Makes an entity that nothing mentions yet, of the name that was looked for.
fn new_entity(store: &Store, state: &State) -> Html {
    let name = state.registry.query.trim().to_owned();
    if name.is_empty() {
        return Html::default();
    }
    let words = format!("New entity “{}”", isolated(&name));
    let (store, label) = (store.clone(), state.registry.label.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let fields = EntityFields { name: name.clone(), label: label.clone(), ..Default::default() };
        let made = store.perform(Command::AddEntity(NewEntity { fields, mentions: Vec::new() })).ok().flatten();
        let of = |change: &Change| match change {
            Change::Entity(swap) => swap.after.as_ref().map(|entity| entity.id.clone()),
            _ => None,
        };
        if let Some(id) = made.and_then(|step| step.transaction.changes.iter().find_map(of)) {
            store.dispatch(Action::Entities(EntityAction::Show(RegistryPage::Entity(id))));
        }
    });
    html! { <button type="button" class="quiet" {onclick}>{ words }</button> }
}

fn entry(store: &Store, state: &State, one: &Counted) -> Html {
    let entity = &one.entity;
    let show = Action::Entities(EntityAction::Show(RegistryPage::Entity(entity.id.clone())));
    let facts = match one.mentions {
        0 => "no mention".to_owned(),
        mentions => {
            format!("{} in {}", counted(mentions, "mention", "mentions"), counted(one.articles, "article", "articles"))
        }
    };
    html! {
        <li key={entity.id.to_string()}>
            <button type="button" class="entity-entry" onclick={on(store, show)}>
                { swatch(state.project(), entity.label.as_ref()) }
                <span class="row-text">{ &entity.name }</span>
                <span class="row-facts">{ facts }{ for entity.aliases.iter().map(|alias| format!(" · {}", isolated(alias))) }</span>
            </button>
        </li>
    }
}

/// The arrows go from one entity to the next, as in any list.
fn arrow_keys() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| {
        let row =
            event.target().and_then(|target| target.unchecked_into::<web_sys::Element>().closest("li").ok().flatten());
        let next = row.and_then(|row| match event.key().as_str() {
            "ArrowDown" => row.next_element_sibling(),
            "ArrowUp" => row.previous_element_sibling(),
            _ => None,
        });
        if let Some(button) = next.and_then(|next| next.first_element_child()) {
            event.prevent_default();
            let _ = button.unchecked_into::<HtmlElement>().focus();
        }
    })
}
