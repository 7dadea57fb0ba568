//! Attributes whose value is an entity: typing finds entities, and a name that no entity has creates one.

use yew::prelude::*;

use super::props::AttributeControlProps;
use crate::app::Dispatcher;
use crate::app::attributes::Common;
use crate::app::messages::attributes as words;
use crate::edit::EntityFields;
use crate::model::{AttributeValue, EntityId};
use crate::ui::panels::entities::create::create_entity;
use crate::ui::panels::entities::search::{EntityChoice, EntityOption, EntitySearch, NewName, combo_options};
use crate::ui::widgets::{Choice, Combobox, use_dispatcher};

/// The list while it is open.
#[derive(Clone)]
struct Open {
    /// The text in the field.
    text: String,
    /// Whether the text was typed: only then it filters.
    is_typed: bool,
    /// Whether the first option is active.
    has_active: bool,
    found: Vec<EntityOption>,
}

impl Open {
    fn new(dispatcher: &Dispatcher, text: String, is_typed: bool, has_active: bool) -> Self {
        let search = EntitySearch { new: NewName::Typed, ..Default::default() };
        let found = search.find(dispatcher.state().project(), if is_typed { &text } else { "" });
        Self { text, is_typed, has_active, found }
    }

    /// What the text means when the field is left: the entity of exactly this name, or none where it is empty. `None` if
    /// it means nothing.
    fn meant(&self) -> Option<Option<EntityChoice>> {
        let typed = self.text.trim().to_lowercase();
        let is_meant =
            |one: &&EntityOption| matches!(one.choice, EntityChoice::Existing(_)) && one.name.to_lowercase() == typed;
        match self.found.iter().find(is_meant) {
            _ if !self.is_typed => None,
            Some(one) => Some(Some(one.choice.clone())),
            None => typed.is_empty().then_some(None),
        }
    }
}

/// The field with its list.
#[component]
pub(super) fn EntityControl(props: &AttributeControlProps) -> Html {
    let dispatcher = use_dispatcher();
    let field = use_node_ref();
    let open = use_state(|| None::<Open>);
    let choose = {
        let (dispatcher, props, open) = (dispatcher.clone(), props.clone(), open.setter());
        Callback::from(move |choice: Option<EntityChoice>| {
            choose(&dispatcher, &props, choice);
            open.set(None);
            props.done.emit(());
        })
    };
    let oninput = {
        let (dispatcher, open) = (dispatcher.clone(), open.setter());
        Callback::from(move |text: String| {
            let has_active = !text.trim().is_empty();
            open.set(Some(Open::new(&dispatcher, text, true, has_active)));
        })
    };
    // A click opens the list; an arrow key opens it with an active option.
    let onclick = opener(&dispatcher, &open, &props.shown.text, false).reform(|_: MouseEvent| ());
    let onopen = opener(&dispatcher, &open, &props.shown.text, true);
    let close = {
        let open = open.setter();
        Callback::from(move |()| open.set(None))
    };
    let (onenter, onblur) = (entered(&open, &choose, &close), left(&open, &choose, &close));
    let found = open.as_ref().map(|open| open.found.clone()).unwrap_or_default();
    let options = combo_options(&found, false);
    let onchoose = Callback::from(move |Choice { index, .. }: Choice| {
        if let Some(one) = found.get(index) {
            choose.emit(Some(one.choice.clone()));
        }
    });
    let text = open.as_ref().map_or_else(|| props.shown.text.clone(), |open| open.text.clone());
    let placeholder = if props.shown.value == Common::Mixed { words::MIXED } else { words::ENTITY_PLACEHOLDER };
    html! {
        <div class="attribute">
            { props.heading() }
            <div class="picker">
                <Combobox id={props.id.clone()} label={props.accessible_name()} list_label={props.shown.attribute.name.clone()} {placeholder}
                    {text} {options} {field} first_is_active={open.as_ref().is_some_and(|open| open.has_active)}
                    required={props.shown.attribute.required} classes={("", "picker-list")} {oninput} {onchoose} {onenter}
                    onescape={open.is_some().then_some(close)} {onopen} {onblur} {onclick} />
            </div>
        </div>
    }
}

/// Opens the list of all entities, unless it is open.
fn opener(dispatcher: &Dispatcher, open: &UseStateHandle<Option<Open>>, text: &str, has_active: bool) -> Callback<()> {
    let (dispatcher, open, text) = (dispatcher.clone(), open.clone(), text.to_owned());
    Callback::from(move |()| {
        if open.is_none() {
            open.set(Some(Open::new(&dispatcher, text.clone(), false, has_active)));
        }
    })
}

/// Sets the attribute. A new entity is a transaction of its own, before the one that uses it.
fn choose(dispatcher: &Dispatcher, props: &AttributeControlProps, choice: Option<EntityChoice>) {
    let set = |id: Option<EntityId>| props.set(dispatcher, id.map(|id| AttributeValue::Text(id.to_string())));
    match choice {
        None => set(None),
        Some(EntityChoice::Existing(id)) => set(Some(id)),
        Some(EntityChoice::New(name)) => {
            if let Some(id) = create_entity(dispatcher, EntityFields { name, ..Default::default() }) {
                set(Some(id));
            }
        }
    }
}

/// Enter without an active option clears the value if the field is empty, and closes the list.
fn entered(
    open: &UseStateHandle<Option<Open>>,
    choose: &Callback<Option<EntityChoice>>,
    close: &Callback<()>,
) -> Option<Callback<()>> {
    let is_empty = (**open).as_ref()?.text.trim().is_empty();
    let choose = choose.clone();
    Some(if is_empty { Callback::from(move |()| choose.emit(None)) } else { close.clone() })
}

/// When the field is left, a complete name counts, an empty field clears, and anything else is forgotten.
fn left(
    open: &UseStateHandle<Option<Open>>,
    choose: &Callback<Option<EntityChoice>>,
    close: &Callback<()>,
) -> Callback<FocusEvent> {
    let (meant, is_open) = ((**open).as_ref().and_then(Open::meant), open.is_some());
    let (choose, close) = (choose.clone(), close.clone());
    Callback::from(move |_: FocusEvent| match &meant {
        Some(choice) => choose.emit(choice.clone()),
        None if is_open => close.emit(()),
        None => {}
    })
}
