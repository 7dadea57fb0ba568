//! Attributes with choices: beside one another, as check boxes, or as a select.

use yew::prelude::*;

use super::props::AttributeControlProps;
use crate::app::Dispatcher;
use crate::app::attributes::Common;
use crate::app::messages::attributes as words;
use crate::model::AttributeValue;
use crate::ui::dom::events::chosen;
use crate::ui::widgets::menu_keys;

/// Chooses an option, or clears it if it is chosen.
fn toggle<E>(dispatcher: &Dispatcher, props: &AttributeControlProps, option: &AttributeValue) -> Callback<E> {
    let (dispatcher, props) = (dispatcher.clone(), props.clone());
    let value = props.shown.toggled(option);
    Callback::from(move |_| props.set(&dispatcher, value.clone()))
}

/// Few choices beside one another. The arrow keys move the focus; pressing the chosen one again clears it.
pub(super) fn segments(
    dispatcher: &Dispatcher,
    props: &AttributeControlProps,
    options: Vec<(String, AttributeValue)>,
) -> Html {
    let chosen = options.iter().position(|(_, option)| props.shown.has(option));
    let segment = |(i, (name, option)): (usize, (String, AttributeValue))| {
        let is_chosen = chosen == Some(i);
        html! {
            <button type="button" role="radio" key={i} aria-checked={is_chosen.to_string()}
                title={is_chosen.then_some(words::PRESS_TO_CLEAR)} tabindex={if i == chosen.unwrap_or(0) { "0" } else { "-1" }}
                onclick={toggle(dispatcher, props, &option)}>{ name }</button>
        }
    };
    let segments = options.into_iter().enumerate().map(segment);
    html! {
        <div class="attribute" role="radiogroup" aria-label={props.accessible_name()}
            aria-required={props.shown.attribute.required.to_string()}>
            { props.heading() }
            <div class="segments" role="presentation" onkeydown={menu_keys()}>{ for segments }</div>
        </div>
    }
}

/// Several choices as check boxes.
pub(super) fn checks(
    dispatcher: &Dispatcher,
    props: &AttributeControlProps,
    options: Vec<(String, AttributeValue)>,
) -> Html {
    let check = |(name, option): (String, AttributeValue)| {
        let (checked, onchange) = (props.shown.has(&option), toggle(dispatcher, props, &option));
        html! {
            <label class="check-chip" key={name.clone()}><input type="checkbox" {checked} {onchange} />{ name }</label>
        }
    };
    html! {
        <div class="attribute" role="group" aria-label={props.accessible_name()}>
            { props.heading() }
            <div class="segments">{ for options.into_iter().map(check) }</div>
        </div>
    }
}

/// Many choices as a select.
pub(super) fn select(
    dispatcher: &Dispatcher,
    props: &AttributeControlProps,
    options: &[(String, AttributeValue)],
) -> Html {
    let onchange = {
        let (dispatcher, props) = (dispatcher.clone(), props.clone());
        Callback::from(move |event: Event| props.set(&dispatcher, chosen(&event).map(AttributeValue::Text)))
    };
    let shown = &props.shown;
    let unset = if shown.value == Common::Mixed { words::MIXED } else { words::NOT_SET };
    let option = |(name, option): &(String, AttributeValue)| {
        html! { <option value={name.clone()} selected={shown.has(option)}>{ name }</option> }
    };
    html! {
        <label class="attribute">
            { props.heading() }
            <select {onchange} required={shown.attribute.required}>
                <option value="" selected={shown.same().is_none()}>{ unset }</option>
                { for options.iter().map(option) }
            </select>
        </label>
    }
}
