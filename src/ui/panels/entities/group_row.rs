//! A group of unlinked mentions that probably mean the same entity.

use std::collections::BTreeSet;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::entity_picker::{EntityChoice, EntityPicker, EntitySearch, NewName};
use crate::analysis::{NameGroup, Variant};
use crate::app::messages::entities as words;
use crate::app::{ByPtr, Dispatcher, EntityAction};
use crate::edit::{Command, EntityFields, LinkTo};
use crate::model::Schema;
use crate::ui::dom::events::closest;
use crate::ui::dom::focus::give_focus;
use crate::ui::label_style::swatch_of;
use crate::ui::widgets::{Row, RowPlace};

/// A group: its tick, its name, and what can be done with it.
#[derive(Clone, PartialEq)]
pub(super) struct GroupRow {
    pub(super) group: ByPtr<NameGroup>,
    pub(super) schema: ByPtr<Schema>,
    pub(super) is_ticked: bool,
    /// Whether the user took it out of another group; it then has one form.
    pub(super) is_separated: bool,
    /// Whether its entity is being chosen.
    pub(super) is_choosing: bool,
    pub(super) handles: Handles,
}

/// What changes the state that all rows share.
#[derive(Clone, PartialEq)]
pub(super) struct Handles {
    /// Changes the tick of the group with a key.
    pub(super) toggle: UseReducerDispatcher<Toggled>,
    /// Sets the key of the group whose entity is being chosen.
    pub(super) choose: UseStateSetter<Option<String>>,
}

/// The keys of the groups whose tick the user has changed: at first, what looks like a name is ticked.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Toggled(Rc<BTreeSet<String>>);

impl Toggled {
    pub(super) fn is_ticked(&self, group: &NameGroup) -> bool {
        group.is_name != self.0.contains(key_of(group))
    }
}

impl Reducible for Toggled {
    type Action = String;

    fn reduce(self: Rc<Self>, key: String) -> Rc<Self> {
        let mut keys = (*self.0).clone();
        if !keys.remove(&key) {
            keys.insert(key);
        }
        Rc::new(Self(Rc::new(keys)))
    }
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

impl Row for GroupRow {
    fn key(&self) -> AttrValue {
        key_of(&self.group).to_owned().into()
    }

    fn view(&self, place: RowPlace, dispatcher: &Dispatcher) -> Html {
        let group = &self.group;
        let (posinset, setsize) = place.aria();
        let onchange = {
            let (toggle, key) = (self.handles.toggle.clone(), key_of(group).to_owned());
            Callback::from(move |_: Event| toggle.dispatch(key.clone()))
        };
        let link = {
            let (dispatcher, group) = (dispatcher.clone(), group.clone());
            move |event: &Event| {
                focus_next_row(event);
                dispatcher.dispatch(Command::LinkAll(vec![group.link()]));
            }
        };
        let onkeydown = {
            let link = link.clone();
            Callback::from(move |event: KeyboardEvent| {
                if event.key() == "Enter" {
                    event.prevent_default();
                    link(&event);
                }
            })
        };
        let onclick = Callback::from(move |event: MouseEvent| link(&event));
        html! {
            <div role="listitem" aria-posinset={posinset} aria-setsize={setsize} class="name-group">
                <div class="group-row">
                    <label>
                        <input type="checkbox" data-row="" checked={self.is_ticked} {onchange} {onkeydown} />
                        { swatch_of(&self.schema, Some(&group.label)) }
                        <span class="row-text">{ group.name() }</span>
                        <span class="row-facts">{ words::group_facts(group.entity.is_some(), group.count()) }</span>
                    </label>
                    <button type="button" {onclick} aria-label={words::link_group(group.name())}>{ words::LINK }</button>
                    { self.other_button() }
                </div>
                { self.forms(dispatcher) }
                if self.is_choosing { { self.picker(dispatcher) } }
            </div>
        }
    }
}

/// The element of the row that an event happened in. Rows that are not rendered have none.
fn row_of(event: &Event) -> Option<Element> {
    closest(event.target(), ".list-row")
}

/// A row goes when it is linked, so the focus goes to the next one.
fn focus_next_row(event: &Event) {
    let row = row_of(event);
    let tick_of = |row: Option<Element>| row.and_then(|row| row.query_selector("[data-row]").ok().flatten());
    let next = tick_of(row.as_ref().and_then(|row| row.next_element_sibling()));
    focus(next.or_else(|| tick_of(row.and_then(|row| row.previous_element_sibling()))));
}

fn focus(tick: Option<Element>) {
    if let Some(tick) = tick.and_then(|tick| tick.dyn_into::<HtmlElement>().ok()) {
        give_focus(&tick);
    }
}

impl GroupRow {
    /// The forms of a group's name, each with a button that takes it out; or the button that puts it back.
    fn forms(&self, dispatcher: &Dispatcher) -> Html {
        let group = &self.group;
        if let [only] = group.variants.as_slice() {
            if !self.is_separated {
                return Html::default();
            }
            let (dispatcher, key) = (dispatcher.clone(), only.key.clone());
            let onclick =
                Callback::from(move |_: MouseEvent| separate(&dispatcher, |all| all.retain(|one| *one != key)));
            return html! { <p class="forms"><button type="button" class="quiet" {onclick}>{ words::PUT_BACK }</button></p> };
        }
        // The first form is the name of the new entity; where the entity exists, any form may be wrong.
        let fixed = usize::from(group.entity.is_none());
        let form = |(i, variant): (usize, &Variant)| {
            html! {
                <span class="form" key={variant.key.clone()}>
                    { &variant.words }<span class="muted">{ words::number_after(variant.mentions.len()) }</span>
                    if i >= fixed { { take_out_button(dispatcher, group, variant) } }
                </span>
            }
        };
        html! { <p class="forms">{ for group.variants.iter().enumerate().map(form) }</p> }
    }

    fn other_button(&self) -> Html {
        let (group, is_choosing) = (&self.group, self.is_choosing);
        let (choose, key) = (self.handles.choose.clone(), key_of(group).to_owned());
        let onclick = Callback::from(move |_: MouseEvent| choose.set((!is_choosing).then(|| key.clone())));
        html! {
            <button type="button" class="quiet" aria-expanded={is_choosing.to_string()} aria-label={words::link_group_to_other(group.name())}
                title={words::OTHER_TITLE} {onclick}>{ words::OTHER }</button>
        }
    }

    /// Chooses another entity, or another name for a new one.
    fn picker(&self, dispatcher: &Dispatcher) -> Html {
        let group = self.group.clone();
        let search = EntitySearch {
            label: Some(group.label.clone()),
            new: NewName::Proposed(group.name().to_owned()),
            ..Default::default()
        };
        let (dispatcher, choose) = (dispatcher.clone(), self.handles.choose.clone());
        let onchoose = Callback::from(move |choice: Option<EntityChoice>| {
            choose.set(None);
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
        // The keys of the field move nothing in the list.
        let onkeydown = Callback::from(|event: KeyboardEvent| {
            if matches!(event.key().as_str(), "ArrowDown" | "ArrowUp" | "PageDown" | "PageUp" | "Home" | "End") {
                event.stop_propagation();
            }
        });
        html! {
            <div {onkeydown}>
                <EntityPicker id="group-choice" label={words::LINK_TO_WHICH} {search} takes_focus={true} {onchoose} />
            </div>
        }
    }
}

fn take_out_button(dispatcher: &Dispatcher, group: &NameGroup, variant: &Variant) -> Html {
    let name = words::take_out(&variant.words, group.name());
    let (dispatcher, key) = (dispatcher.clone(), variant.key.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        focus(row_of(&event).and_then(|row| row.query_selector("[data-row]").ok().flatten()));
        separate(&dispatcher, |all| all.push(key.clone()));
    });
    html! { <button type="button" class="icon" aria-label={name} title={words::TAKE_OUT} {onclick}>{ "×" }</button> }
}
