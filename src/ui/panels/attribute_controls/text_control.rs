//! Attributes that are typed: texts and numbers.

use wasm_bindgen::JsValue;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::props::{AttributeControlProps, AttributeTarget};
use crate::app::Dispatcher;
use crate::app::attributes::Common;
use crate::app::messages::attributes as words;
use crate::model::{AttributeKind, AttributeValue};
use crate::ui::widgets::use_dispatcher;

/// A field for a text or a number. It makes one change when it is left.
#[component]
pub(super) fn TextControl(props: &AttributeControlProps) -> Html {
    let dispatcher = use_dispatcher();
    // What was typed and is no value of the attribute.
    let refused = use_state(|| None::<String>);
    let commit = {
        let (dispatcher, props, refused) = (dispatcher, props.clone(), refused.setter());
        move |input: &HtmlInputElement| commit(&dispatcher, &props, &refused, input)
    };
    let onchange = {
        let commit = commit.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                commit(&input);
            }
        })
    };
    // In a form, Enter submits the form.
    let is_in_form = matches!(props.target, AttributeTarget::Form(_));
    let onkeydown = {
        let done = props.done.clone();
        Callback::from(move |event: KeyboardEvent| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            if let (false, "Enter", Some(input)) = (is_in_form, event.key().as_str(), input) {
                event.prevent_default();
                if commit(&input) {
                    done.emit(());
                }
            }
        })
    };
    let shown = &props.shown;
    let inputmode = (shown.attribute.kind == AttributeKind::Number).then_some("decimal");
    let placeholder = (shown.value == Common::Mixed).then_some(words::MIXED);
    let problem = if refused.is_some() { words::NOT_A_NUMBER } else { "" };
    let invalid = refused.is_some().then_some("true");
    let value = (*refused).clone().unwrap_or_else(|| shown.text.clone());
    html! {
        <label class="attribute">
            { props.heading() }
            <input type="text" {inputmode} {value} {placeholder} autocomplete="off" aria-invalid={invalid} {onchange} {onkeydown} />
            <span class="problem" role="alert">{ problem }</span>
        </label>
    }
}

/// Sets the attribute to what was typed; returns whether it is a value of the attribute.
fn commit(
    dispatcher: &Dispatcher,
    props: &AttributeControlProps,
    refused: &UseStateSetter<Option<String>>,
    input: &HtmlInputElement,
) -> bool {
    let shown = &props.shown;
    let typed = input.value();
    let value = match typed.trim() {
        "" => None,
        number if shown.attribute.kind == AttributeKind::Number => Some(AttributeValue::Number(to_number(number))),
        text => Some(AttributeValue::Text(text.to_owned())),
    };
    let is_refused = value.as_ref().is_some_and(|value| !shown.attribute.accepts(value));
    // The browser submits no form with such a field.
    input.set_custom_validity(if is_refused { words::NOT_A_NUMBER } else { "" });
    refused.set(Some(typed).filter(|_| is_refused));
    let is_mixed = shown.value == Common::Mixed;
    // An empty field of mixed values was not typed in.
    let is_change = if is_mixed { value.is_some() } else { shown.same() != value.as_ref() };
    if is_change && !is_refused {
        props.set(dispatcher, value);
    }
    !is_refused
}

/// The number that JavaScript reads from a text; NaN if it is none.
fn to_number(text: &str) -> f64 {
    JsValue::from_str(text).unchecked_into_f64()
}
