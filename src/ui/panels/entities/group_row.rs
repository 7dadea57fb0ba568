//! A group of unlinked mentions that probably mean the same entity.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::entity_picker::{EntityChoice, EntityPicker, EntitySearch, NewName};
use crate::analysis::{NameGroup, Variant};
use crate::app::messages::entities as words;
use crate::app::{Dispatcher, EntityAction};
use crate::edit::{Command, EntityFields, LinkTo};
use crate::model::Schema;
use crate::ui::dom::events::closest;
use crate::ui::dom::focus::give_focus;
use crate::ui::label_style::swatch_of;

/// What all rows share.
pub(super) struct GroupRows {
    pub(super) dispatcher: Dispatcher,
    pub(super) schema: Rc<Schema>,
    /// Forms of names that the user took out of their group.
    pub(super) separated: Vec<String>,
    /// The keys of the groups whose tick the user has changed.
    pub(super) toggled: UseStateHandle<Vec<String>>,
    /// The key of the group whose entity is being chosen.
    pub(super) choosing: UseStateHandle<Option<String>>,
}

/// The key of a group: that of its longest name.
pub(super) fn key_of(group: &NameGroup) -> &str {
    group.variants.first().map_or("", |variant| variant.key.as_str())
}

/// Changes which forms of names are taken out of their group.
fn separate(dispatcher: &Dispatcher, change: impl FnOnce(&mut Vec<String>)) {
    let mut panel = dispatcher.state().entity_panel.clone();
    change(&mut panel.separated);
    dispatcher.dispatch(EntityAction::SetPanel(panel));
}

/// A group: its tick, its name, and what can be done with it.
pub(super) fn row(rows: &GroupRows, group: &Rc<NameGroup>, is_ticked: bool) -> Html {
    let key = key_of(group).to_owned();
    let onchange = {
        let (toggled, key) = (rows.toggled.clone(), key.clone());
        Callback::from(move |_: Event| {
            let mut keys = (*toggled).clone();
            match keys.iter().position(|one| *one == key) {
                Some(at) => drop(keys.remove(at)),
                None => keys.push(key.clone()),
            }
            toggled.set(keys);
        })
    };
    let link = {
        let (dispatcher, group) = (rows.dispatcher.clone(), group.clone());
        move |row: Option<Element>| {
            focus_next_row(row.as_ref());
            dispatcher.dispatch(Command::LinkAll(vec![group.link()]));
        }
    };
    let onkeydown = row_keys(link.clone());
    let onclick = Callback::from(move |event: MouseEvent| link(row_of(&event)));
    let is_choosing = rows.choosing.as_deref() == Some(key.as_str());
    html! {
        <li key={key}>
            <div class="group-row">
                <label>
                    <input type="checkbox" checked={is_ticked} {onchange} {onkeydown} />
                    { swatch_of(&rows.schema, Some(&group.label)) }
                    <span class="row-text">{ group.name() }</span>
                    <span class="row-facts">{ words::group_facts(group.entity.is_some(), group.count()) }</span>
                </label>
                <button type="button" {onclick} aria-label={words::link_group(group.name())}>{ words::LINK }</button>
                { other_button(rows, group, is_choosing) }
            </div>
            { forms(rows, group) }
            if is_choosing { { picker(rows, group) } }
        </li>
    }
}

/// The row that an event happened in.
fn row_of(event: &Event) -> Option<Element> {
    closest(event.target(), "li")
}

/// Enter links the group; the arrow keys move the focus to the row before or after.
fn row_keys(link: impl Fn(Option<Element>) + 'static) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        let row = row_of(&event);
        match event.key().as_str() {
            "Enter" => link(row),
            "ArrowDown" => focus_row(row.and_then(|row| row.next_element_sibling())),
            "ArrowUp" => focus_row(row.and_then(|row| row.previous_element_sibling())),
            _ => return,
        }
        event.prevent_default();
    })
}

/// A row goes when it is linked, so the focus goes to the next one.
fn focus_next_row(row: Option<&Element>) {
    focus_row(row.and_then(|row| row.next_element_sibling().or_else(|| row.previous_element_sibling())));
}

fn focus_row(row: Option<Element>) {
    let tick = row.and_then(|row| row.query_selector("input").ok().flatten());
    if let Some(tick) = tick.and_then(|tick| tick.dyn_into::<HtmlElement>().ok()) {
        give_focus(&tick);
    }
}

/// The forms of a group's name, each with a button that takes it out; or the button that puts it back.
fn forms(rows: &GroupRows, group: &NameGroup) -> Html {
    if let [only] = group.variants.as_slice() {
        if !rows.separated.contains(&only.key) {
            return Html::default();
        }
        let (dispatcher, key) = (rows.dispatcher.clone(), only.key.clone());
        let onclick = Callback::from(move |_: MouseEvent| separate(&dispatcher, |all| all.retain(|one| *one != key)));
        return html! { <p class="forms"><button type="button" class="quiet" {onclick}>{ words::PUT_BACK }</button></p> };
    }
    // The first form is the name of the new entity; where the entity exists, any form may be wrong.
    let fixed = usize::from(group.entity.is_none());
    let form = |(i, variant): (usize, &Variant)| {
        html! {
            <span class="form" key={variant.key.clone()}>
                { &variant.words }<span class="muted">{ words::number_after(variant.mentions.len()) }</span>
                if i >= fixed { { take_out_button(rows, group, variant) } }
            </span>
        }
    };
    html! { <p class="forms">{ for group.variants.iter().enumerate().map(form) }</p> }
}

fn take_out_button(rows: &GroupRows, group: &NameGroup, variant: &Variant) -> Html {
    let name = words::take_out(&variant.words, group.name());
    let (dispatcher, key) = (rows.dispatcher.clone(), variant.key.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        focus_row(row_of(&event));
        separate(&dispatcher, |all| all.push(key.clone()));
    });
    html! { <button type="button" class="icon" aria-label={name} title={words::TAKE_OUT} {onclick}>{ "×" }</button> }
}

fn other_button(rows: &GroupRows, group: &NameGroup, is_choosing: bool) -> Html {
    let (choosing, key) = (rows.choosing.setter(), key_of(group).to_owned());
    let onclick = Callback::from(move |_: MouseEvent| choosing.set((!is_choosing).then(|| key.clone())));
    html! {
        <button type="button" class="quiet" aria-expanded={is_choosing.to_string()} aria-label={words::link_group_to_other(group.name())}
            title={words::OTHER_TITLE} {onclick}>{ words::OTHER }</button>
    }
}

/// Chooses another entity, or another name for a new one.
fn picker(rows: &GroupRows, group: &Rc<NameGroup>) -> Html {
    let search = EntitySearch {
        label: Some(group.label.clone()),
        new: NewName::Proposed(group.name().to_owned()),
        ..Default::default()
    };
    let (dispatcher, choosing, group) = (rows.dispatcher.clone(), rows.choosing.setter(), group.clone());
    let onchoose = Callback::from(move |choice: Option<EntityChoice>| {
        choosing.set(None);
        let to = match choice {
            Some(EntityChoice::Existing(id)) => LinkTo::Known(id),
            Some(EntityChoice::New(name)) => {
                LinkTo::New(EntityFields { name, label: Some(group.label.clone()), ..Default::default() })
            }
            None => return,
        };
        let (_, mentions) = group.link();
        dispatcher.dispatch(Command::LinkAll(vec![(to, mentions)]));
    });
    html! { <EntityPicker id="group-choice" label={words::LINK_TO_WHICH} {search} takes_focus={true} {onchoose} /> }
}
