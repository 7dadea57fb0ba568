//! An attribute whose value is an entity: typing filters the entities, and a name that none has makes a new one.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::field::spoken;
use super::{Asked, Common, Target};
use crate::edit::{Change, Command, EntityFields, NewEntity};
use crate::model::{AttributeValue, Entity, EntityId, Project};
use crate::ui::shared::use_store;
use crate::ui::store::Store;

/// How many entities are listed at once; more letters find the others.
const SHOWN: usize = 7;

#[derive(Properties, PartialEq)]
pub(super) struct EntityFieldProps {
    pub(super) target: Target,
    pub(super) asked: Asked,
    pub(super) id: AttrValue,
    pub(super) done: Callback<()>,
}

/// The list while it is open.
#[derive(Clone, Default)]
struct Open {
    /// What stands in the field.
    text: String,
    /// Whether it was typed: only then it filters.
    typed: bool,
    /// The option that Enter takes.
    at: Option<usize>,
}

/// Something to choose.
#[derive(Clone)]
enum Offer {
    Existing(Rc<Entity>),
    Make(String),
}

impl Offer {
    fn words(&self) -> String {
        match self {
            Self::Existing(entity) => entity.name.clone(),
            Self::Make(name) => ["Make the entity “", name, "”"].concat(),
        }
    }

    /// Takes it as the value. A new entity is a change of its own, before the one that uses it.
    fn take(&self, store: &Store, props: &EntityFieldProps) {
        let id = match self {
            Self::Existing(entity) => Some(entity.id.clone()),
            Self::Make(name) => make(store, name),
        };
        if let Some(id) = id {
            props.target.set(store, &props.asked.attribute.name, Some(AttributeValue::Text(id.to_string())));
        }
    }
}

fn make(store: &Store, name: &str) -> Option<EntityId> {
    let fields = EntityFields { name: name.to_owned(), ..Default::default() };
    // A name that is not blank makes an entity.
    let step = store.perform(Command::AddEntity(NewEntity { fields, mentions: vec![] })).ok().flatten()?;
    step.transaction.changes.iter().find_map(|change| match change {
        Change::Entity(swap) => swap.after.as_ref().map(|entity| entity.id.clone()),
        _ => None,
    })
}

/// The entities whose name or an alias has these letters, those that begin with them first, then a new one.
fn offers(project: &Project, open: &Open) -> Vec<Offer> {
    let typed = if open.typed { open.text.trim() } else { "" };
    let wanted = typed.to_lowercase();
    let names = |entity: &Entity| -> Vec<String> {
        std::iter::once(&entity.name).chain(&entity.aliases).map(|name| name.to_lowercase()).collect()
    };
    let (mut first, mut rest, mut is_there) = (Vec::new(), Vec::new(), typed.is_empty());
    for entity in project.entities() {
        let names = names(entity);
        is_there |= names[0] == wanted;
        if names.iter().any(|name| name.starts_with(&wanted)) {
            first.push(Offer::Existing(entity.clone()));
        } else if names.iter().any(|name| name.contains(&wanted)) {
            rest.push(Offer::Existing(entity.clone()));
        }
    }
    first.append(&mut rest);
    first.truncate(SHOWN);
    if !is_there {
        first.push(Offer::Make(typed.to_owned()));
    }
    first
}

/// The field with its list.
#[component]
pub(super) fn EntityField(props: &EntityFieldProps) -> Html {
    let store = use_store();
    let open = use_state(|| None::<Open>);
    let input = use_node_ref();
    let list_id = format!("{}-list", props.id);
    let found = open.as_ref().map(|open| offers(store.state().project(), open)).unwrap_or_default();
    let oninput = {
        let (open, input) = (open.setter(), input.clone());
        Callback::from(move |_: InputEvent| {
            let text = input.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            let at = (!text.trim().is_empty()).then_some(0);
            open.set(Some(Open { text, typed: true, at }));
        })
    };
    let take = {
        let (open, props) =
            (open.setter(), (props.target.clone(), props.asked.clone(), props.id.clone(), props.done.clone()));
        move |offer: Option<&Offer>| {
            let (target, asked, id, done) = props.clone();
            let props = EntityFieldProps { target, asked, id, done };
            match offer {
                Some(offer) => offer.take(&store, &props),
                None => props.target.set(&store, &props.asked.attribute.name, None),
            }
            open.set(None);
            props.done.emit(());
        }
    };
    let onkeydown = keys(&open, &found, &props.asked, take.clone());
    let onblur = left(&open, &found, take.clone());
    let onclick = {
        let (open, words) = (open.clone(), props.asked.words.clone());
        Callback::from(move |_: MouseEvent| {
            if open.is_none() {
                open.set(Some(Open { text: words.clone(), ..Open::default() }));
            }
        })
    };
    let value = open.as_ref().map_or_else(|| props.asked.words.clone(), |open| open.text.clone());
    let at = open.as_ref().and_then(|open| open.at);
    let placeholder = if props.asked.value == Common::Various { "various" } else { "Name of an entity" };
    let entry = |(i, offer): (usize, &Offer)| {
        let (take, taken) = (take.clone(), offer.clone());
        let onclick = Callback::from(move |_: MouseEvent| take(Some(&taken)));
        let new = matches!(offer, Offer::Make(_)).then_some("make");
        html! {
            <li role="option" key={i} id={format!("{list_id}-{i}")} aria-selected={(at == Some(i)).to_string()} class={classes!(new)} {onclick}>{ offer.words() }</li>
        }
    };
    // A press on the list must not take the keyboard from the field.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <div class="combo">
            <input ref={input} type="text" role="combobox" aria-label={spoken(&props.asked)} aria-autocomplete="list" autocomplete="off"
                aria-required={props.asked.attribute.required.to_string()} aria-expanded={(!found.is_empty()).to_string()}
                aria-controls={(!found.is_empty()).then(|| list_id.clone())}
                aria-activedescendant={at.map(|at| format!("{list_id}-{at}"))} {value} {placeholder}
                {oninput} {onkeydown} {onblur} {onclick} />
            if !found.is_empty() {
                <ul class="combo-list" role="listbox" id={list_id.clone()} aria-label={props.asked.attribute.name.clone()} {onmousedown}>
                    { for found.iter().enumerate().map(entry) }
                </ul>
            }
        </div>
    }
}

/// The arrows go through the list, Enter takes, Escape closes it and nothing else.
fn keys(
    open: &UseStateHandle<Option<Open>>,
    found: &[Offer],
    asked: &Asked,
    take: impl Fn(Option<&Offer>) + 'static,
) -> Callback<KeyboardEvent> {
    let (open, found, words) = (open.clone(), found.to_vec(), asked.words.clone());
    Callback::from(move |event: KeyboardEvent| {
        let now = (*open).clone();
        let count = found.len();
        match (event.key().as_str(), now) {
            ("ArrowDown" | "ArrowUp", None) => open.set(Some(Open { text: words.clone(), typed: false, at: Some(0) })),
            ("ArrowDown", Some(now)) if count > 0 => {
                open.set(Some(Open { at: Some(now.at.map_or(0, |at| (at + 1) % count)), ..now }));
            }
            ("ArrowUp", Some(now)) if count > 0 => {
                open.set(Some(Open { at: Some(now.at.map_or(count - 1, |at| (at + count - 1) % count)), ..now }));
            }
            ("Enter", Some(now)) => match now.at.and_then(|at| found.get(at)) {
                Some(offer) => take(Some(offer)),
                None if now.text.trim().is_empty() => take(None),
                None => open.set(None),
            },
            ("Escape", Some(_)) => open.set(None),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    })
}

/// When the field is left, a name that is typed out counts, an empty field clears, and anything else is forgotten.
fn left(
    open: &UseStateHandle<Option<Open>>,
    found: &[Offer],
    take: impl Fn(Option<&Offer>) + 'static,
) -> Callback<FocusEvent> {
    let (open, found) = (open.clone(), found.to_vec());
    Callback::from(move |_: FocusEvent| {
        let Some(now) = (*open).clone() else { return };
        let typed = now.text.trim().to_lowercase();
        let same = |offer: &&Offer| matches!(offer, Offer::Existing(entity) if entity.name.to_lowercase() == typed);
        match found.iter().find(same) {
            _ if !now.typed => open.set(None),
            None if typed.is_empty() => take(None),
            Some(offer) => take(Some(offer)),
            None => open.set(None),
        }
    })
}
