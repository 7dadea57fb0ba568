//! A field that finds an entity by its names, or takes a name for a new one.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::shared::{comes_again, use_store, value_of};
use crate::model::{Entity, EntityId, LabelId, Project};

/// The most entities that are listed at once; more letters find the others.
const LISTED: usize = 9;

/// What was chosen.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Choice {
    /// An entity that is there.
    Known(EntityId),
    /// A new one of this name.
    New(String),
}

#[derive(Properties, PartialEq)]
pub(super) struct EntityPickerProps {
    /// The id of the field.
    pub(super) id: AttrValue,
    /// What the field is for.
    pub(super) label: AttrValue,
    /// Entities that are listed before all others.
    #[prop_or_default]
    pub(super) first: Vec<EntityId>,
    /// The label whose entities come next.
    #[prop_or_default]
    pub(super) label_of_mention: Option<LabelId>,
    /// An entity that cannot be chosen.
    #[prop_or_default]
    pub(super) without: Option<EntityId>,
    /// The name that is proposed for a new entity; without one, only those that are there can be chosen.
    #[prop_or_default]
    pub(super) new: Option<String>,
    /// Whether the field takes the keyboard when it appears.
    #[prop_or_default]
    pub(super) takes_focus: bool,
    /// Is told what was chosen; nothing, if it was left with Escape.
    pub(super) onchoose: Callback<Option<Choice>>,
}

/// The field with the list of what fits below it, as long as it has the keyboard.
#[component]
pub(super) fn EntityPicker(props: &EntityPickerProps) -> Html {
    let store = use_store();
    let node = use_node_ref();
    let query = use_state(String::new);
    let active = use_state(|| None::<usize>);
    {
        let (node, takes_focus) = (node.clone(), props.takes_focus);
        use_effect_with((), move |()| {
            if let Some(field) = node.cast::<HtmlInputElement>().filter(|_| takes_focus) {
                let _ = field.focus();
            }
        });
    }
    let open = active.is_some();
    let options = if open { options(store.state().project(), props, query.trim()) } else { Vec::new() };
    let at = active.unwrap_or_default().min(options.len().saturating_sub(1));
    let choose = {
        let (onchoose, active, query, node) = (props.onchoose.clone(), active.setter(), query.setter(), node.clone());
        move |choice: Option<Choice>| {
            active.set(None);
            query.set(String::new());
            if let Some(field) = node.cast::<HtmlInputElement>() {
                field.set_value("");
            }
            onchoose.emit(choice);
        }
    };
    let oninput = {
        let (query, active) = (query.setter(), active.setter());
        Callback::from(move |event: InputEvent| {
            query.set(value_of(&event));
            active.set(Some(0));
        })
    };
    let onkeydown = {
        let (active, choose, empty, query) = (active.setter(), choose.clone(), query.is_empty(), query.clone());
        let choices: Vec<Choice> = options.iter().map(|(choice, ..)| choice.clone()).collect();
        Callback::from(move |event: KeyboardEvent| {
            let key = event.key();
            let number = key.parse::<usize>().ok().filter(|number| empty && (1..=choices.len()).contains(number));
            let count = choices.len().max(1);
            match (key.as_str(), number) {
                ("ArrowDown", _) => active.set(Some(if open { (at + 1) % count } else { 0 })),
                ("ArrowUp", _) => active.set(Some((at + count - 1) % count)),
                ("Enter", _) if open && comes_again(&event, &query) => return,
                ("Enter", _) if open => choices.get(at).into_iter().for_each(|one| choose(Some(one.clone()))),
                ("Escape", _) => choose(None),
                (_, Some(number)) => choose(Some(choices[number - 1].clone())),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let option_id = |i: usize| format!("{}-{i}", props.id);
    let list_id = format!("{}-list", props.id);
    let (opens, closes) = (active.setter(), active.setter());
    html! {
        <div class="picker">
            <input ref={node} type="text" id={props.id.clone()} role="combobox" aria-label={props.label.clone()} placeholder={props.label.clone()}
                aria-autocomplete="list" aria-expanded={open.to_string()} aria-controls={list_id.clone()} autocomplete="off"
                aria-activedescendant={(open && !options.is_empty()).then(|| option_id(at))}
                {oninput} {onkeydown}
                onfocus={Callback::from(move |_| opens.set(Some(0)))} onblur={Callback::from(move |_| closes.set(None))} />
            <div class="picker-list" role="listbox" id={list_id} aria-label={props.label.clone()} hidden={options.is_empty()}
                onmousedown={Callback::from(|event: MouseEvent| event.prevent_default())}>
                { for options.into_iter().enumerate().map(|(i, (choice, words, facts))| {
                    let (choose, number) = (choose.clone(), query.is_empty().then_some(i + 1));
                    html! {
                        <div role="option" id={option_id(i)} class="picker-option" aria-selected={(i == at).to_string()}
                            onclick={Callback::from(move |_| choose(Some(choice.clone())))}>
                            <span>{ words }</span><span class="muted">{ facts }</span>
                            { for number.map(|number| html! { <kbd aria-hidden="true">{ number }</kbd> }) }
                        </div>
                    }
                }) }
            </div>
        </div>
    }
}

/// What fits the letters typed so far: what to do, its name, and what tells it from its namesakes.
fn options(project: &Project, props: &EntityPickerProps, query: &str) -> Vec<(Choice, String, String)> {
    let wanted = query.to_lowercase();
    let fits = |entity: &&Rc<Entity>| {
        let has = |name: &String| name.to_lowercase().contains(&wanted);
        props.without.as_ref() != Some(&entity.id) && (has(&entity.name) || entity.aliases.iter().any(has))
    };
    let first = props.first.iter().filter_map(|id| project.entity(id));
    let is_alike = |entity: &&Rc<Entity>| props.label_of_mention.is_some() && entity.label == props.label_of_mention;
    let rest = || project.entities().filter(|entity| !props.first.contains(&entity.id));
    let rest = rest().filter(is_alike).chain(rest().filter(|entity| !is_alike(entity)));
    let room = LISTED - usize::from(props.new.is_some());
    let known = first.chain(rest).filter(fits).take(room).map(|entity| {
        let label = entity.label.as_ref().map(|label| project.label_name(label)).unwrap_or_default();
        (Choice::Known(entity.id.clone()), entity.name.clone(), label)
    });
    let mut options: Vec<_> = known.collect();
    if let Some(proposed) = &props.new {
        let name = if query.is_empty() { proposed.as_str() } else { query };
        options.push((Choice::New(name.to_owned()), name.to_owned(), "new entity".to_owned()));
    }
    options
}
