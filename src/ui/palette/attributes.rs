//! The attribute palette beside the selected tag: a digit chooses an attribute, another one its value.

use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::app::attributes::{ShownAttribute, attributes_of_tags};
use crate::app::keymap::attribute_key;
use crate::app::messages::attributes as words;
use crate::app::{AttributeAction, AttributeKey, AttributeStep, ByPtr, Dispatcher, Selection, State};
use crate::model::{AnnotationId, Article, AttributeKind, AttributeValue};
use crate::text::TextRange;
use crate::ui::dom::events::key_press;
use crate::ui::dom::focus::{focus_current_text, focused, give_focus, give_focus_back, has_focus_within};
use crate::ui::dom::frames::on_layout_change;
use crate::ui::dom::popover;
use crate::ui::panels::attribute_controls::{AttributeControlProps, AttributeTarget, attribute_control};
use crate::ui::widgets::{menu_keys, on, use_dispatcher};
use wasm_bindgen::JsCast;

/// Only nine items, and the one that clears, have digits.
const DIGITS: usize = 10;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct AttributePaletteProps {
    open: Option<Open>,
}

/// What the open palette shows.
#[derive(Clone, Debug, PartialEq)]
struct Open {
    step: AttributeStep,
    attributes: Vec<ShownAttribute>,
    selected: Selection,
    /// What the palette is beside.
    article: ByPtr<Article>,
    range: TextRange,
}

impl AttributePaletteProps {
    pub(in crate::ui) fn of(state: &State) -> Self {
        let open = || {
            let step = state.mode.attributes()?.clone();
            let annotation = state.selected()?;
            let project = state.project();
            Some(Open {
                step,
                attributes: attributes_of_tags(project, &state.view.selected),
                selected: state.view.selected.clone(),
                article: ByPtr(project.article(&annotation.article)?.clone()),
                range: *annotation.ranges.last()?,
            })
        };
        Self { open: open() }
    }
}

/// The palette; nothing but a hidden element while it is closed.
#[component]
pub(in crate::ui) fn AttributePalette(props: &AttributePaletteProps) -> Html {
    let dispatcher = use_dispatcher();
    let node = use_node_ref();
    use_position(&node, props.open.as_ref());
    use_focus(&dispatcher, &node, props.open.as_ref().map(|open| open.step.clone()));
    let Some(open) = &props.open else {
        return html! { <div class="palette attribute-palette" hidden={true} ref={node} /> };
    };
    let onfocusout = {
        let (dispatcher, node) = (dispatcher.clone(), node.clone());
        Callback::from(move |event: FocusEvent| {
            let to = event.related_target().and_then(|to| to.dyn_into::<Element>().ok());
            if let (Some(to), Some(own)) = (to, node.cast::<Element>())
                && !own.contains(Some(&to))
            {
                dispatcher.dispatch(AttributeAction::Close);
            }
        })
    };
    let current = match &open.step {
        AttributeStep::Values(name) => open.attributes.iter().find(|one| &one.attribute.name == name),
        AttributeStep::List(_) => None,
    };
    let content = match current {
        None => attributes(&dispatcher, open),
        Some(shown) => values(&dispatcher, shown, &open.selected),
    };
    html! {
        <div class="palette attribute-palette" role="dialog" aria-label={words::ATTRIBUTES} ref={node} onkeydown={keys(&dispatcher)} {onfocusout}>
            { content }
            <p class="palette-hint" aria-hidden="true">
                <kbd>{ words::ESCAPE_KEY }</kbd>{ if current.is_some() { words::ESCAPE_GOES_BACK } else { words::ESCAPE_CLOSES } }
            </p>
        </div>
    }
}

/// All attributes, each with its digit and its value.
fn attributes(dispatcher: &Dispatcher, open: &Open) -> Html {
    let last = match &open.step {
        AttributeStep::List(name) | AttributeStep::Values(name) => name,
    };
    let all = &open.attributes;
    // What is required and missing comes first; else the focus goes on from the attribute that was set last.
    let is_last = |shown: &ShownAttribute| shown.attribute.name == *last;
    let first = all.iter().position(ShownAttribute::is_missing).or(all.iter().position(is_last)).unwrap_or(0);
    let entry = |(i, shown): (usize, &ShownAttribute)| {
        let step = AttributeStep::Values(shown.attribute.name.clone());
        let (value, class) = match shown.remark() {
            "" => (shown.text.as_str(), "value"),
            remark => (remark, "remark"),
        };
        let item = Item { digit: i + 1, role: "menuitem", checked: None, has_focus: i == first };
        item.view(&shown.attribute.name, (value, class), on(dispatcher, AttributeAction::Show(step)))
    };
    html! {
        <>
            <p class="palette-heading" aria-hidden="true">{ words::ATTRIBUTES }</p>
            if all.is_empty() { <p class="palette-heading" tabindex="-1" data-first="">{ words::NONE_IN_COMMON }</p> }
            <div role="menu" aria-label={words::ATTRIBUTES}>{ for all.iter().enumerate().map(entry) }</div>
        </>
    }
}

/// The values of one attribute, or its field.
fn values(dispatcher: &Dispatcher, shown: &ShownAttribute, selected: &[AnnotationId]) -> Html {
    let name = &shown.attribute.name;
    let options = shown.options();
    if options.is_empty() {
        let done = on(dispatcher, AttributeAction::Show(AttributeStep::List(name.clone())));
        let target = AttributeTarget::Tags(selected.to_vec());
        let props = AttributeControlProps {
            target,
            shown: shown.clone(),
            id: "palette-field".into(),
            done: done.reform(|()| ()),
        };
        return attribute_control(dispatcher, name.clone(), &props);
    }
    let several = shown.attribute.kind == AttributeKind::MultipleChoice;
    let role = if several { "menuitemcheckbox" } else { "menuitemradio" };
    let chosen = options.iter().position(|(_, option)| shown.has(option)).unwrap_or(0);
    let entry = |(i, (text, option)): (usize, &(String, AttributeValue))| {
        let action = AttributeAction::Choose(name.clone(), option.clone());
        let item = Item { digit: i + 1, role, checked: Some(shown.has(option)), has_focus: i == chosen };
        item.view(text, ("", ""), on(dispatcher, action))
    };
    let clear = Item { digit: 0, role: "menuitem", checked: None, has_focus: false };
    html! {
        <>
            <p class="palette-heading" aria-hidden="true">{ name }if shown.is_missing() { <span class="remark">{ " " }{ words::REQUIRED }</span> }</p>
            <div role="menu" aria-label={name.clone()}>
                { for options.iter().enumerate().map(entry) }
                { clear.view(words::NOT_SET, ("", ""), on(dispatcher, AttributeAction::Key(AttributeKey::Digit(0)))) }
            </div>
        </>
    }
}

/// An item of the palette.
struct Item {
    digit: usize,
    role: &'static str,
    checked: Option<bool>,
    /// Whether the focus goes to it.
    has_focus: bool,
}

impl Item {
    fn view(&self, text: &str, (value, class): (&str, &'static str), onclick: Callback<MouseEvent>) -> Html {
        let key = (self.digit < DIGITS).then(|| self.digit.to_string());
        html! {
            <button type="button" role={self.role} key={self.digit} class="palette-item" tabindex={if self.has_focus { "0" } else { "-1" }}
                data-first={self.has_focus.then_some("")} aria-checked={self.checked.map(|it| it.to_string())} aria-keyshortcuts={key.clone()} {onclick}>
                if let Some(key) = key { <kbd aria-hidden="true">{ key }</kbd> }
                <span class="palette-name">{ text }</span>
                if !value.is_empty() { <span {class}>{ value }</span> }
                if self.checked == Some(true) { <span aria-hidden="true">{ "✓" }</span> }
            </button>
        }
    }
}

/// Digits choose, Escape goes back, the arrow keys move; other letters and digits act nowhere else.
fn keys(dispatcher: &Dispatcher) -> Callback<KeyboardEvent> {
    let (dispatcher, arrows) = (dispatcher.clone(), menu_keys());
    Callback::from(move |event: KeyboardEvent| {
        let key = event.key();
        let is_typing = event.target_dyn_into::<HtmlInputElement>().is_some();
        if event.ctrl_key() || event.meta_key() || key == "Tab" || key.starts_with('F') && key.len() > 1 {
            return;
        }
        if is_typing && key != "Escape" || matches!(key.as_str(), "Enter" | " ") {
            return event.stop_propagation();
        }
        if key.starts_with("Arrow") || matches!(key.as_str(), "Home" | "End") {
            return arrows.emit(event);
        }
        if let Some(pressed) = attribute_key(&key_press(&event)) {
            event.prevent_default();
            dispatcher.dispatch(AttributeAction::Key(pressed));
        }
        event.stop_propagation();
    })
}

/// Keeps the palette beside its tag, whatever it shows.
#[hook]
fn use_position(node: &NodeRef, open: Option<&Open>) {
    let node = node.clone();
    use_effect_with(open.cloned(), move |open| {
        let place = {
            let target = open.as_ref().map(|open| (open.article.clone(), open.range));
            move || {
                if let (Some(element), Some((article, range))) = (node.cast::<HtmlElement>(), &target) {
                    popover::beside_range(&element, article, *range);
                }
            }
        };
        place();
        let listeners = open.is_some().then(|| on_layout_change(place));
        move || drop(listeners)
    });
}

/// The focus goes to what comes first; when the palette closes, back to where it was, unless it was moved elsewhere.
#[hook]
fn use_focus(dispatcher: &Dispatcher, node: &NodeRef, step: Option<AttributeStep>) {
    {
        let (dispatcher, node) = (dispatcher.clone(), node.clone());
        use_effect_with(step.is_some(), move |&is_open| {
            let before = focused();
            move || {
                let own = node.cast::<Element>();
                let is_elsewhere = focused().is_some() && !own.is_some_and(|own| has_focus_within(&own));
                if !is_open || is_elsewhere {
                    return;
                }
                match before.filter(|before| before.is_connected()) {
                    Some(before) => give_focus_back(&before),
                    None => focus_current_text(&dispatcher.state()),
                }
            }
        });
    }
    let node = node.clone();
    use_effect_with(step, move |_| {
        let node = node.cast::<Element>();
        let first = node.and_then(|node| node.query_selector("[data-first], input").ok().flatten());
        if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
            give_focus(&first);
        }
    });
}
