//! The palette of attributes that stands beside the selected tag: a number picks an attribute, another one its value, and
//! the keyboard goes back to the text.

use gloo::events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::attributes::{Asked, Field, Target, asked_of_tags};
use super::palette::{arrow_keys, put_beside, to_text};
use super::shared::{Shared, use_store};
use super::store::{Action, State, Store};
use crate::model::{Annotation, AttributeKind, AttributeValue};

#[derive(Properties, PartialEq)]
pub(super) struct AttributePaletteProps {
    /// The state while the palette is open.
    pub(super) state: Option<Shared<State>>,
}

/// What the palette shows: the attributes, or the one that was picked.
type Picked = UseStateHandle<Option<String>>;

/// The palette; nothing but an empty place while it is closed.
#[component]
pub(super) fn AttributePalette(props: &AttributePaletteProps) -> Html {
    let store = use_store();
    let node = use_node_ref();
    let picked: Picked = use_state(|| None);
    // The attribute that was set last: the keyboard goes on from there.
    let last = use_mut_ref(String::new);
    let is_open = props.state.is_some();
    {
        let (store, node, picked) = (store.clone(), node.clone(), picked.setter());
        use_effect_with(is_open, move |&is_open| {
            picked.set(None);
            let listeners = is_open.then(|| follow(&store, &node));
            move || {
                if listeners.is_some() && nothing_else_has_keyboard() {
                    to_text(&store);
                }
            }
        });
    }
    {
        let (store, node) = (store.clone(), node.clone());
        use_effect(move || stay_beside(&store, &node));
    }
    {
        let node = node.clone();
        use_effect_with((is_open, (*picked).clone()), move |_| focus_first(&node));
    }
    let Some(state) = &props.state else {
        return html! { <div class="palette attribute-palette" hidden={true} ref={node} /> };
    };
    let selected = state.view.all_selected();
    let all = asked_of_tags(state.project(), &selected);
    let current = picked.as_ref().and_then(|name| all.iter().find(|asked| &asked.attribute.name == name));
    let target = Target::Tags(Rc::new(selected));
    let onkeydown = keys(&store, &picked, &all, current, &target, &last);
    let onfocusout = {
        let (store, node) = (store.clone(), node.clone());
        Callback::from(move |event: FocusEvent| {
            let to = event.related_target().and_then(|to| to.dyn_into::<Element>().ok());
            let own = node.cast::<Element>();
            if let (Some(to), Some(own)) = (to, own)
                && !own.contains(Some(&to))
            {
                store.dispatch(Action::Describe(false));
            }
        })
    };
    let content = match current {
        None => attributes(&picked, &all, &last.borrow()),
        Some(asked) => values(&store, &picked, asked, &target, &last),
    };
    html! {
        <div class="palette attribute-palette" role="dialog" aria-label="Attributes" ref={node} {onkeydown} {onfocusout}>
            { content }
            <p class="palette-hint" aria-hidden="true"><kbd>{ "Esc" }</kbd>{ if current.is_some() { " back" } else { " close" } }</p>
        </div>
    }
}

/// All attributes, each with its number and what it has.
fn attributes(picked: &Picked, all: &[Asked], last: &str) -> Html {
    let first = all.iter().position(Asked::is_lacking).or(all.iter().position(|asked| asked.attribute.name == last));
    let entry = |(i, asked): (usize, &Asked)| {
        let (setter, name) = (picked.setter(), asked.attribute.name.clone());
        let onclick = Callback::from(move |_: MouseEvent| setter.set(Some(name.clone())));
        let (value, class) = match asked.remark() {
            "" => (asked.words.as_str(), "value"),
            remark => (remark, "remark"),
        };
        item(i + 1, "menuitem", None, i == first.unwrap_or(0), &asked.attribute.name, (value, class), onclick)
    };
    html! {
        <>
            <p class="palette-heading" aria-hidden="true">{ "Attributes" }</p>
            if all.is_empty() { <p class="palette-heading" tabindex="-1" data-first="">{ "These tags have no attribute in common" }</p> }
            <div role="menu" aria-label="Attributes">{ for all.iter().enumerate().map(entry) }</div>
        </>
    }
}

/// The values of one attribute, or its field.
fn values(
    store: &Store,
    picked: &Picked,
    asked: &Asked,
    target: &Target,
    last: &Rc<std::cell::RefCell<String>>,
) -> Html {
    let name = &asked.attribute.name;
    let heading = html! {
        <p class="palette-heading" aria-hidden="true">{ name }if asked.is_lacking() { <span class="remark">{ " required" }</span> }</p>
    };
    let options = asked.options();
    if options.is_empty() {
        let (setter, last, name) = (picked.setter(), last.clone(), name.clone());
        let done = Callback::from(move |()| {
            last.replace(name.clone());
            setter.set(None);
        });
        return html! { <Field target={target.clone()} asked={asked.clone()} id="palette-field" {done} /> };
    }
    let several = asked.attribute.kind == AttributeKind::MultipleChoice;
    let role = if several { "menuitemcheckbox" } else { "menuitemradio" };
    let chosen = options.iter().position(|(_, option)| asked.has(option)).unwrap_or(0);
    let entry = |(i, (words, option)): (usize, &(String, AttributeValue))| {
        let (store, target, picked, asked, option) =
            (store.clone(), target.clone(), picked.clone(), asked.clone(), option.clone());
        let (has, last) = (asked.has(&option), last.clone());
        let onclick = Callback::from(move |_: MouseEvent| choose(&store, &picked, &asked, &target, &option, &last));
        item(i + 1, role, Some(has), i == chosen, words, ("", ""), onclick)
    };
    let clear = {
        let (store, target, picked, name) = (store.clone(), target.clone(), picked.clone(), name.clone());
        Callback::from(move |_: MouseEvent| clear(&store, &picked, &name, &target))
    };
    html! {
        <>
            { heading }
            <div role="menu" aria-label={name.clone()}>
                { for options.iter().enumerate().map(entry) }
                { item(0, "menuitem", None, false, "Not set", ("", ""), clear) }
            </div>
        </>
    }
}

/// An item with the number that picks it; only nine and the one that clears have numbers.
fn item(
    number: usize,
    role: &'static str,
    checked: Option<bool>,
    first: bool,
    words: &str,
    (value, class): (&str, &'static str),
    onclick: Callback<MouseEvent>,
) -> Html {
    let key = (number < 10).then(|| number.to_string());
    html! {
        <button type="button" {role} key={number} class="palette-item" tabindex={if first { "0" } else { "-1" }}
            data-first={first.then_some("")} aria-checked={checked.map(|it| it.to_string())} aria-keyshortcuts={key.clone()} {onclick}>
            if let Some(key) = key { <kbd aria-hidden="true">{ key }</kbd> }
            <span class="palette-name">{ words }</span>
            if !value.is_empty() { <span {class}>{ value }</span> }
            if checked == Some(true) { <span aria-hidden="true">{ "✓" }</span> }
        </button>
    }
}

/// Sets a value. With one choice the palette goes back to the attributes; of several, more may follow.
fn choose(
    store: &Store,
    picked: &Picked,
    asked: &Asked,
    target: &Target,
    option: &AttributeValue,
    last: &Rc<std::cell::RefCell<String>>,
) {
    let several = asked.attribute.kind == AttributeKind::MultipleChoice;
    let name = &asked.attribute.name;
    // Picking what is there already keeps it: nobody counts on a second press to clear here.
    if several || !asked.has(option) {
        target.set(store, name, asked.pressed(option));
    }
    last.replace(name.clone());
    if !several {
        picked.set(None);
    }
}

fn clear(store: &Store, picked: &Picked, name: &str, target: &Target) {
    target.set(store, name, None);
    picked.set(None);
}

/// Numbers pick, the arrows move, Escape steps back. Letters and numbers act nowhere else while the palette is open.
fn keys(
    store: &Store,
    picked: &Picked,
    all: &[Asked],
    current: Option<&Asked>,
    target: &Target,
    last: &Rc<std::cell::RefCell<String>>,
) -> Callback<KeyboardEvent> {
    let (store, picked, target, last) = (store.clone(), picked.clone(), target.clone(), last.clone());
    let names: Vec<String> = all.iter().map(|asked| asked.attribute.name.clone()).collect();
    let current = current.cloned();
    let arrows = arrow_keys();
    Callback::from(move |event: KeyboardEvent| {
        let key = event.key();
        let typing = event.target().is_some_and(|target| target.dyn_ref::<web_sys::HtmlInputElement>().is_some());
        if event.ctrl_key() || event.meta_key() || key.starts_with('F') && key.len() > 1 {
            return;
        }
        let number = key.parse::<usize>().ok().filter(|number| *number < 10 && !typing);
        match (key.as_str(), &current, number) {
            ("Escape", Some(asked), _) => {
                last.replace(asked.attribute.name.clone());
                picked.set(None);
            }
            ("Escape", None, _) => store.dispatch(Action::Describe(false)),
            ("Tab", ..) => return,
            _ if typing => return event.stop_propagation(),
            ("Delete" | "Backspace", Some(asked), _) => clear(&store, &picked, &asked.attribute.name, &target),
            (_, None, Some(number)) => {
                if let Some(name) = number.checked_sub(1).and_then(|at| names.get(at)) {
                    picked.set(Some(name.clone()));
                }
            }
            (_, Some(asked), Some(0)) => clear(&store, &picked, &asked.attribute.name, &target),
            (_, Some(asked), Some(number)) => {
                if let Some((_, option)) = asked.options().get(number - 1) {
                    choose(&store, &picked, asked, &target, option, &last);
                }
            }
            ("Enter" | " ", ..) => return event.stop_propagation(),
            _ if key.starts_with("Arrow") => return arrows.emit(event),
            _ => {}
        }
        event.prevent_default();
        event.stop_propagation();
    })
}

/// Gives the keyboard to what comes first.
fn focus_first(node: &NodeRef) {
    let node = node.cast::<Element>();
    let first = node.and_then(|node| node.query_selector("[data-first], input").ok().flatten());
    if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
        let _ = first.focus();
    }
}

/// Whether the keyboard was lost when the palette closed, and not taken elsewhere by a hand.
fn nothing_else_has_keyboard() -> bool {
    let active = gloo::utils::document().active_element();
    active.is_none_or(|active| {
        active.tag_name() == "BODY" || active.closest(".attribute-palette").ok().flatten().is_some()
    })
}

fn stay_beside(store: &Store, node: &NodeRef) {
    let state = store.state();
    let annotation: Option<&Rc<Annotation>> =
        state.view.selected.as_ref().filter(|_| state.view.describing).and_then(|id| state.project().annotation(id));
    if let (Some(element), Some(annotation)) = (node.cast::<HtmlElement>(), annotation)
        && let Some(&range) = annotation.ranges.last()
    {
        put_beside(store, &element, &annotation.article, range, false);
    }
}

/// Scrolling happens inside the columns and does not bubble, so it is caught on its way down.
fn follow(store: &Store, node: &NodeRef) -> [EventListener; 2] {
    let window = gloo::utils::window();
    let listen = |name: &'static str| {
        let (store, node) = (store.clone(), node.clone());
        let capture = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&window, name, capture, move |_| stay_beside(&store, &node))
    };
    [listen("scroll"), listen("resize")]
}
