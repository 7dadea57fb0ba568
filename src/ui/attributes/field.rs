//! The control of one attribute, by its kind.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::entity_field::EntityField;
use super::{Asked, Common, Target};
use crate::model::{AttributeKind, AttributeValue};
use crate::ui::palette::arrow_keys;
use crate::ui::shared::use_store;
use crate::ui::store::Store;

/// So many choices, with so many letters together, stand beside one another; more go into a list.
const FEW: usize = 5;
const SHORT: usize = 28;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct FieldProps {
    pub(in crate::ui) target: Target,
    pub(in crate::ui) asked: Asked,
    /// An id that no other control on the page has.
    pub(in crate::ui) id: AttrValue,
    /// Called when a value was entered or chosen with the Enter key.
    #[prop_or_default]
    pub(in crate::ui) done: Callback<()>,
}

/// An attribute with its name and its control.
#[component]
pub(in crate::ui) fn Field(props: &FieldProps) -> Html {
    let store = use_store();
    // What was typed and is no value.
    let wrong = use_state(|| None::<String>);
    let asked = &props.asked;
    let options = asked.options();
    let letters: usize = options.iter().map(|(name, _)| name.len()).sum();
    match asked.attribute.kind {
        AttributeKind::MultipleChoice => checks(&store, props, options),
        AttributeKind::Choice if options.len() > FEW || letters > SHORT => select(&store, props, &options),
        AttributeKind::Choice | AttributeKind::YesNo => segments(&store, props, options),
        AttributeKind::Text | AttributeKind::Number => line(&store, props, &wrong),
        AttributeKind::Entity => html! {
            <div class="attribute">
                { head(asked) }
                <EntityField target={props.target.clone()} asked={asked.clone()} id={props.id.clone()} done={props.done.clone()} />
            </div>
        },
    }
}

/// The name, and that it is required or that the values differ.
fn head(asked: &Asked) -> Html {
    let remark = asked.remark();
    html! {
        <span class="attribute-name">
            { &asked.attribute.name }
            if !remark.is_empty() { <span class={classes!("remark", remark)}>{ " " }{ remark }</span> }
        </span>
    }
}

/// The same for those who do not see it.
pub(super) fn spoken(asked: &Asked) -> String {
    match asked.remark() {
        "" => asked.attribute.name.clone(),
        remark => [&asked.attribute.name, ", ", remark].concat(),
    }
}

fn press<E>(store: &Store, props: &FieldProps, option: &AttributeValue) -> Callback<E> {
    let (store, target, name) = (store.clone(), props.target.clone(), props.asked.attribute.name.clone());
    let value = props.asked.pressed(option);
    Callback::from(move |_| target.set(&store, &name, value.clone()))
}

/// Few choices beside one another. The arrows go from one to the next; pressing the chosen one again clears it.
fn segments(store: &Store, props: &FieldProps, options: Vec<(String, AttributeValue)>) -> Html {
    let asked = &props.asked;
    let chosen = options.iter().position(|(_, option)| asked.has(option));
    let entry = |(i, (name, option)): (usize, (String, AttributeValue))| {
        let checked = chosen == Some(i);
        html! {
            <button type="button" role="radio" key={i} aria-checked={checked.to_string()}
                title={checked.then_some("Press again to clear")}
                tabindex={if i == chosen.unwrap_or(0) { "0" } else { "-1" }} onclick={press(store, props, &option)}>{ name }</button>
        }
    };
    html! {
        <div class="attribute" role="radiogroup" aria-label={spoken(asked)} aria-required={asked.attribute.required.to_string()}>
            { head(asked) }
            <div class="segments" role="presentation" onkeydown={arrow_keys()}>{ for options.into_iter().enumerate().map(entry) }</div>
        </div>
    }
}

fn checks(store: &Store, props: &FieldProps, options: Vec<(String, AttributeValue)>) -> Html {
    let asked = &props.asked;
    let entry = |(name, option): (String, AttributeValue)| {
        html! {
            <label class="check-chip" key={name.clone()}>
                <input type="checkbox" checked={asked.has(&option)} onchange={press(store, props, &option)} />{ name }
            </label>
        }
    };
    html! {
        <div class="attribute" role="group" aria-label={spoken(asked)}>
            { head(asked) }
            <div class="segments">{ for options.into_iter().map(entry) }</div>
        </div>
    }
}

fn select(store: &Store, props: &FieldProps, options: &[(String, AttributeValue)]) -> Html {
    let asked = &props.asked;
    let (store, target, name) = (store.clone(), props.target.clone(), asked.attribute.name.clone());
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            let value = Some(select.value()).filter(|value| !value.is_empty());
            target.set(&store, &name, value.map(AttributeValue::Text));
        }
    });
    let unset = if asked.value == Common::Various { "various" } else { "not set" };
    html! {
        <label class="attribute">
            { head(asked) }
            <select {onchange} required={asked.attribute.required}>
                <option value="" selected={asked.same().is_none()}>{ unset }</option>
                { for options.iter().map(|(name, option)| html! {
                    <option value={name.clone()} selected={asked.has(option)}>{ name }</option>
                }) }
            </select>
        </label>
    }
}

/// A text or a number; it is one change when the field is left, not one for each letter.
fn line(store: &Store, props: &FieldProps, wrong: &UseStateHandle<Option<String>>) -> Html {
    let asked = &props.asked;
    let is_number = asked.attribute.kind == AttributeKind::Number;
    let commit = {
        let (store, target, asked, wrong) = (store.clone(), props.target.clone(), asked.clone(), wrong.clone());
        move |input: &HtmlInputElement| {
            let typed = input.value();
            let value = match typed.trim() {
                "" => None,
                number if is_number => Some(AttributeValue::Number(JsValue::from_str(number).unchecked_into_f64())),
                text => Some(AttributeValue::Text(text.to_owned())),
            };
            let refused = value.as_ref().is_some_and(|value| !asked.attribute.accepts(value));
            // A form that holds it is not sent as long as it is wrong.
            input.set_custom_validity(if refused { NOT_A_NUMBER } else { "" });
            wrong.set(Some(typed).filter(|_| refused));
            let unchanged = asked.same() == value.as_ref() && asked.value != Common::Various;
            if !refused && !unchanged && (value.is_some() || asked.value != Common::Various) {
                target.set(&store, &asked.attribute.name, value);
            }
            !refused
        }
    };
    let onchange = {
        let commit = commit.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target().and_then(|target| target.dyn_into().ok()) {
                commit(&input);
            }
        })
    };
    let in_form = matches!(props.target, Target::Form(_));
    let done = props.done.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let input = event.target().and_then(|target| target.dyn_into().ok());
        if let (false, "Enter", Some(input)) = (in_form, event.key().as_str(), input) {
            event.prevent_default();
            if commit(&input) {
                done.emit(());
            }
        }
    });
    let value = (**wrong).clone().unwrap_or_else(|| asked.words.clone());
    let placeholder = (asked.value == Common::Various).then_some("various");
    html! {
        <label class="attribute">
            { head(asked) }
            <input type="text" inputmode={is_number.then_some("decimal")} {value} {placeholder} autocomplete="off"
                aria-invalid={wrong.is_some().then_some("true")} {onchange} {onkeydown} />
            <span class="problem" role="alert">{ if wrong.is_some() { NOT_A_NUMBER } else { "" } }</span>
        </label>
    }
}

const NOT_A_NUMBER: &str = "Expected a number such as 12.5";
