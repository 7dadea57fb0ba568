//! The palette of attributes that stands beside the selected tag: a number picks an attribute, another one its value, and
//! the keyboard goes back to the text.

use gloo::events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::attributes::{Asked, Field, Target, asked_of_tags};
use super::palette::{arrow_keys, put_beside, to_text};
use super::shared::{Shared, on, use_store};
use super::store::{Action, Describing, State, Store};
use crate::model::{Annotation, AttributeKind, AttributeValue};

#[derive(Properties, PartialEq)]
pub(super) struct AttributePaletteProps {
    /// The state while the palette is open.
    pub(super) state: Option<Shared<State>>,
}

/// The palette; nothing but an empty place while it is closed.
#[component]
pub(super) fn AttributePalette(props: &AttributePaletteProps) -> Html {
    let store = use_store();
    let node = use_node_ref();
    let is_open = props.state.is_some();
    {
        let (store, node) = (store.clone(), node.clone());
        use_effect_with(is_open, move |&is_open| {
            let listeners = is_open.then(|| follow(&store, &node));
            let before = gloo::utils::document().active_element().and_then(|e| e.dyn_into::<HtmlElement>().ok());
            move || {
                if listeners.is_none() || !nothing_else_has_keyboard() {
                    return;
                }
                // Mostly it came from the text.
                match before.filter(|before| before.is_connected() && before.tag_name() != "BODY") {
                    Some(before) => drop(before.focus()),
                    None => to_text(&store),
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
        let shown = props.state.as_ref().map(|state| state.view.describing.clone());
        use_effect_with(shown, move |_| focus_first(&node));
    }
    let Some(state) = &props.state else {
        return html! { <div class="palette attribute-palette" hidden={true} ref={node} /> };
    };
    let selected = state.view.all_selected();
    let all = asked_of_tags(state.project(), &selected);
    let target = Target::Tags(Rc::new(selected));
    let onkeydown = keys(&store);
    let onfocusout = {
        let (store, node) = (store.clone(), node.clone());
        Callback::from(move |event: FocusEvent| {
            let to = event.related_target().and_then(|to| to.dyn_into::<Element>().ok());
            let own = node.cast::<Element>();
            if let (Some(to), Some(own)) = (to, own)
                && !own.contains(Some(&to))
            {
                store.dispatch(Action::Describe(Describing::No));
            }
        })
    };
    let current = current(state, &all);
    let content = match current {
        None => attributes(&store, &all, &state.view.describing),
        Some(asked) => values(&store, asked, &target),
    };
    html! {
        <div class="palette attribute-palette" role="dialog" aria-label="Attributes" ref={node} {onkeydown} {onfocusout}>
            { content }
            <p class="palette-hint" aria-hidden="true"><kbd>{ "Esc" }</kbd>{ if current.is_some() { " back" } else { " close" } }</p>
        </div>
    }
}

/// The attribute whose values are shown.
fn current<'a>(state: &State, all: &'a [Asked]) -> Option<&'a Asked> {
    let Describing::One(name) = &state.view.describing else { return None };
    all.iter().find(|asked| &asked.attribute.name == name)
}

/// All attributes, each with its number and what it has.
fn attributes(store: &Store, all: &[Asked], describing: &Describing) -> Html {
    let is_last = |asked: &Asked| matches!(describing, Describing::All(name) if *name == asked.attribute.name);
    // What is required comes first, then the keyboard goes on from the one that was set last.
    let first = all.iter().position(Asked::is_lacking).or(all.iter().position(is_last));
    let entry = |(i, asked): (usize, &Asked)| {
        let onclick = on(store, Action::Describe(Describing::One(asked.attribute.name.clone())));
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
fn values(store: &Store, asked: &Asked, target: &Target) -> Html {
    let name = &asked.attribute.name;
    let heading = html! {
        <p class="palette-heading" aria-hidden="true">{ name }if asked.is_lacking() { <span class="remark">{ " required" }</span> }</p>
    };
    let options = asked.options();
    if options.is_empty() {
        let done = on(store, Action::Describe(Describing::All(name.clone())));
        return html! { <Field target={target.clone()} asked={asked.clone()} id="palette-field" {done} /> };
    }
    let several = asked.attribute.kind == AttributeKind::MultipleChoice;
    let role = if several { "menuitemcheckbox" } else { "menuitemradio" };
    let chosen = options.iter().position(|(_, option)| asked.has(option)).unwrap_or(0);
    let clear = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            key(&store, "0");
        })
    };
    let entry = |(i, (words, option)): (usize, &(String, AttributeValue))| {
        let (store, asked, option) = (store.clone(), asked.clone(), option.clone());
        let (has, target) = (asked.has(&option), target.clone());
        let onclick = Callback::from(move |_: MouseEvent| choose(&store, &asked, &target, &option));
        item(i + 1, role, Some(has), i == chosen, words, ("", ""), onclick)
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
fn choose(store: &Store, asked: &Asked, target: &Target, option: &AttributeValue) {
    let several = asked.attribute.kind == AttributeKind::MultipleChoice;
    let name = &asked.attribute.name;
    // Picking what is there already keeps it: nobody counts on a second press to clear here.
    if several || !asked.has(option) {
        target.set(store, name, asked.pressed(option));
    }
    if !several {
        store.dispatch(Action::Describe(Describing::All(name.clone())));
    }
}

/// What a key does in the palette, whether it is drawn already or not: numbers pick, Escape steps back, and other letters
/// and numbers act nowhere else. Whether it did anything.
pub(super) fn key(store: &Store, key: &str) -> bool {
    let state = store.state();
    let selected = state.view.all_selected();
    let all = asked_of_tags(state.project(), &selected);
    let target = Target::Tags(Rc::new(selected));
    let describe = |what: Describing| store.dispatch(Action::Describe(what));
    let number = key.parse::<usize>().ok().filter(|number| *number < 10);
    match (key, current(&state, &all), number) {
        ("Escape", Some(asked), _) => describe(Describing::All(asked.attribute.name.clone())),
        ("Escape", None, _) => describe(Describing::No),
        ("Delete" | "Backspace", Some(asked), _) | (_, Some(asked), Some(0)) => {
            target.set(store, &asked.attribute.name, None);
            describe(Describing::All(asked.attribute.name.clone()));
        }
        (_, None, Some(number)) => {
            if let Some(asked) = number.checked_sub(1).and_then(|at| all.get(at)) {
                describe(Describing::One(asked.attribute.name.clone()));
            }
        }
        (_, Some(asked), Some(number)) => {
            if let Some((_, option)) = asked.options().get(number - 1) {
                choose(store, asked, &target, option);
            }
        }
        ("Delete" | "Backspace", ..) => {}
        _ => return key.chars().nth(1).is_none() && key.chars().all(char::is_alphanumeric),
    }
    true
}

/// Keys in the palette: those of [`key`], and the arrows.
fn keys(store: &Store) -> Callback<KeyboardEvent> {
    let (store, arrows) = (store.clone(), arrow_keys());
    Callback::from(move |event: KeyboardEvent| {
        let pressed = event.key();
        let typing = event.target().is_some_and(|target| target.dyn_ref::<web_sys::HtmlInputElement>().is_some());
        if event.ctrl_key() || event.meta_key() || pressed == "Tab" || pressed.starts_with('F') && pressed.len() > 1 {
            return;
        }
        if typing && pressed != "Escape" || matches!(pressed.as_str(), "Enter" | " ") {
            return event.stop_propagation();
        }
        if pressed.starts_with("Arrow") {
            return arrows.emit(event);
        }
        if key(&store, &pressed) {
            event.prevent_default();
        }
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
    let annotation: Option<&Rc<Annotation>> = state
        .view
        .selected
        .as_ref()
        .filter(|_| state.view.describing != Describing::No)
        .and_then(|id| state.project().annotation(id));
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
