//! The mentions of no entity, by name: whole groups are linked at once.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::{Same, label_options, swatch};
use crate::analysis::{NameGroup, Variant, name_groups};
use crate::edit::{Command, EntityFields, LinkTo};
use crate::model::AnnotationId;
use crate::text::isolated;
use crate::ui::entity_picker::{Choice, EntityPicker};
use crate::ui::shared::{Shared, catch_focus, counted, on, use_store, value_of};
use crate::ui::store::{Action, EntityAction, RegistryPage, State, Store};

/// The most groups that are drawn at once; the others move up as these are linked.
const SHOWN: usize = 150;

#[derive(Properties)]
pub(super) struct UnlinkedProps {
    pub(super) state: Shared<State>,
}

impl PartialEq for UnlinkedProps {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.state, &other.state);
        a.project().is_same(b.project()) && a.registry == b.registry
    }
}

/// What is written in one row, besides the group.
#[derive(Clone)]
struct Rows {
    store: Store,
    /// The keys of the groups whose tick is not as it was at first.
    turned: UseStateHandle<Vec<String>>,
    /// The group whose entity is chosen from all.
    choosing: UseStateHandle<Option<String>>,
}

/// The key of a group: that of its longest name.
fn key_of(group: &NameGroup) -> &str {
    group.variants.first().map_or("", |variant| variant.key.as_str())
}

impl Rows {
    /// At first, what looks like a name is ticked.
    fn is_ticked(&self, group: &NameGroup) -> bool {
        group.is_name != self.turned.iter().any(|key| key == key_of(group))
    }

    fn apart(&self, change: impl FnOnce(&mut Vec<String>)) {
        let mut registry = self.store.state().registry.clone();
        change(&mut registry.apart);
        self.store.dispatch(Action::Entities(EntityAction::Look(registry)));
    }
}

/// The page of unlinked mentions.
#[component]
pub(super) fn Unlinked(props: &UnlinkedProps) -> Html {
    let store = use_store();
    let heading = use_node_ref();
    let rows = Rows { store: store.clone(), turned: use_state(Vec::new), choosing: use_state(|| None) };
    {
        let heading = heading.clone();
        use_effect(move || catch_focus(&heading));
    }
    let state = &props.state;
    let by = (Same(state.project().clone()), state.registry.apart.clone());
    let groups =
        use_memo(by, |(project, apart)| name_groups(&project.0, apart).into_iter().map(Rc::new).collect::<Vec<_>>());
    let wanted = &state.registry.label;
    let groups: Vec<&Rc<NameGroup>> =
        groups.iter().filter(|group| wanted.as_ref().is_none_or(|label| *label == group.label)).collect();
    let ticked: Vec<Rc<NameGroup>> =
        groups.iter().filter(|group| rows.is_ticked(group)).map(|group| (*group).clone()).collect();
    let rest = groups.len().saturating_sub(SHOWN);
    html! {
        <>
            <button type="button" class="quiet back" onclick={on(&store, Action::Entities(EntityAction::Show(RegistryPage::List)))}>{ "← All entities" }</button>
            <h3 ref={heading} tabindex="-1">{ "Link mentions" }</h3>
            if groups.is_empty() {
                <p class="muted">{ "Every mention is linked to an entity." }</p>
            } else {
                <p class="muted small">{ "Names that seem to mean the same stand together. Untick what should wait, take out (×) what does not belong; " }<kbd>{ "Enter" }</kbd>{ " on a tick links that one." }</p>
            }
            { label_filter(&store, state) }
            if !groups.is_empty() { { link_ticked(&store, &ticked) } }
            <ul class="name-groups" aria-label="Unlinked mentions">
                { for groups.iter().take(SHOWN).map(|group| row(&rows, state, group)) }
            </ul>
            if rest > 0 { <p class="muted">{ format!("And {rest} more, when these are linked.") }</p> }
        </>
    }
}

fn label_filter(store: &Store, state: &State) -> Html {
    let store = store.clone();
    let onchange = Callback::from(move |event: Event| {
        let mut registry = store.state().registry.clone();
        registry.label = Some(value_of(&event)).filter(|id| !id.is_empty()).map(|id| id.as_str().into());
        store.dispatch(Action::Entities(EntityAction::Look(registry)));
    });
    html! { <select aria-label="Show mentions of label" {onchange}>{ label_options(state.project(), "All labels", state.registry.label.as_ref()) }</select> }
}

fn link_ticked(store: &Store, ticked: &[Rc<NameGroup>]) -> Html {
    let mentions: usize = ticked.iter().map(|group| group.count()).sum();
    let words =
        format!("Link {} to {}", counted(mentions, "mention", "mentions"), counted(ticked.len(), "entity", "entities"));
    let (store, ticked) = (store.clone(), ticked.to_vec());
    let disabled = ticked.is_empty();
    let onclick = Callback::from(move |_: MouseEvent| {
        store.dispatch(Action::Edit(Command::LinkAll(ticked.iter().map(|group| group.link()).collect())));
    });
    html! { <button type="button" class="primary" {disabled} {onclick}>{ words }</button> }
}

fn row(rows: &Rows, state: &State, group: &Rc<NameGroup>) -> Html {
    let ticked = rows.is_ticked(group);
    let key = key_of(group).to_owned();
    let onchange = {
        let (turned, key) = (rows.turned.clone(), key.clone());
        Callback::from(move |_: Event| {
            let mut keys = (*turned).clone();
            match keys.iter().position(|one| *one == key) {
                Some(at) => drop(keys.remove(at)),
                None => keys.push(key.clone()),
            }
            turned.set(keys);
        })
    };
    let accept = {
        let (store, group) = (rows.store.clone(), group.clone());
        move |target: Option<Element>| {
            to_next_row(target);
            store.dispatch(Action::Edit(Command::LinkAll(vec![group.link()])));
        }
    };
    let onkeydown = row_keys(accept.clone());
    let onclick = Callback::from(move |event: MouseEvent| accept(event.target_dyn_into::<Element>()));
    let what = if group.entity.is_some() { "known" } else { "new" };
    let count = counted(group.count(), "mention", "mentions");
    let choosing = rows.choosing.as_deref() == Some(key.as_str());
    html! {
        <li key={key.clone()}>
            <div class="group-row">
                <label>
                    <input type="checkbox" checked={ticked} {onchange} {onkeydown} />
                    { swatch(state.project(), Some(&group.label)) }
                    <span class="row-text">{ group.name() }</span>
                    <span class="row-facts">{ format!("{what} · {count}") }</span>
                </label>
                <button type="button" {onclick} aria-label={format!("Link {}", group.name())}>{ "Link" }</button>
                { other_button(rows, group, choosing) }
            </div>
            { forms(rows, state, group) }
            if choosing { { other(rows, group) } }
        </li>
    }
}

/// Enter links the row's group, the arrows go to its neighbours.
fn row_keys(accept: impl Fn(Option<Element>) + 'static) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        let target = event.target_dyn_into::<Element>();
        let row = target.as_ref().and_then(|target| target.closest("li").ok().flatten());
        let next = match event.key().as_str() {
            "Enter" => {
                event.prevent_default();
                return accept(target);
            }
            "ArrowDown" => row.and_then(|row| row.next_element_sibling()),
            "ArrowUp" => row.and_then(|row| row.previous_element_sibling()),
            _ => return,
        };
        event.prevent_default();
        focus_row(next);
    })
}

/// The row goes when it is linked: the keyboard goes on to the next one.
fn to_next_row(target: Option<Element>) {
    let row = target.and_then(|target| target.closest("li").ok().flatten());
    let next = row.and_then(|row| row.next_element_sibling().or_else(|| row.previous_element_sibling()));
    focus_row(next);
}

fn focus_row(row: Option<Element>) {
    let tick = row.and_then(|row| row.query_selector("input").ok().flatten());
    if let Some(tick) = tick {
        let _ = tick.unchecked_into::<HtmlElement>().focus();
    }
}

/// The forms of a group, each to be taken out of it; or the way back for one that was.
fn forms(rows: &Rows, state: &State, group: &NameGroup) -> Html {
    let apart = &state.registry.apart;
    if let [one] = group.variants.as_slice() {
        if !apart.contains(&one.key) {
            return Html::default();
        }
        let (rows, key) = (rows.clone(), one.key.clone());
        let onclick = Callback::from(move |_: MouseEvent| rows.apart(|apart| apart.retain(|other| *other != key)));
        return html! { <p class="forms"><button type="button" class="quiet" {onclick}>{ "Put back" }</button></p> };
    }
    // The first form gives a new entity its name; of an entity that is there, any may be wrong.
    let fixed = usize::from(group.entity.is_none());
    let form = |(i, one): (usize, &Variant)| {
        let (rows, key) = (rows.clone(), one.key.clone());
        let onclick = Callback::from(move |event: MouseEvent| {
            let row = event.target_dyn_into::<Element>().and_then(|target| target.closest("li").ok().flatten());
            focus_row(row);
            rows.apart(|apart| apart.push(key.clone()));
        });
        let name = format!("Take “{}” out of {}", isolated(&one.words), isolated(group.name()));
        html! {
            <span class="form" key={one.key.clone()}>
                { &one.words }<span class="muted">{ format!(" {}", one.mentions.len()) }</span>
                if i >= fixed { <button type="button" class="icon" aria-label={name} title="Does not belong here" {onclick}>{ "×" }</button> }
            </span>
        }
    };
    html! { <p class="forms">{ for group.variants.iter().enumerate().map(form) }</p> }
}

fn other_button(rows: &Rows, group: &NameGroup, choosing: bool) -> Html {
    let (state, key) = (rows.choosing.setter(), key_of(group).to_owned());
    let onclick = Callback::from(move |_: MouseEvent| state.set((!choosing).then(|| key.clone())));
    html! {
        <button type="button" class="quiet" aria-expanded={choosing.to_string()} {onclick} aria-label={format!("Link {} to another entity", group.name())} title="Link to another entity">{ "…" }</button>
    }
}

/// Chooses the entity from all, or another name for a new one.
fn other(rows: &Rows, group: &Rc<NameGroup>) -> Html {
    let (rows, own) = (rows.clone(), group.clone());
    let onchoose = Callback::from(move |choice: Option<Choice>| {
        rows.choosing.set(None);
        let to = match choice {
            Some(Choice::Known(id)) => LinkTo::Known(id),
            Some(Choice::New(name)) => {
                LinkTo::New(EntityFields { name, label: Some(own.label.clone()), ..Default::default() })
            }
            None => return,
        };
        let mentions: Vec<AnnotationId> = own.link().1;
        rows.store.dispatch(Action::Edit(Command::LinkAll(vec![(to, mentions)])));
    });
    html! { <EntityPicker id="group-choice" label="Link to which entity?" label_of_mention={group.label.clone()} new={group.name().to_owned()} takes_focus={true} {onchoose} /> }
}
