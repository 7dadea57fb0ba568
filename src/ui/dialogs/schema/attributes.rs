//! The attributes of a label, or of articles: name, type of value, choices, default value, and when they are shown.

use yew::prelude::*;

use super::choices::{self, value_options};
use super::fields::{DOWN, UP};
use super::form::{Act, Address, FormFocus, FormHandle, SchemaForm};
use crate::app::messages::{names, schema as words};
use crate::edit::{AttributeDraft, Part};
use crate::json::show_number;
use crate::model::{AttributeKind, AttributeValue};
use crate::ui::widgets::SelectOption;

/// The name of the button that adds an attribute.
const ADD: &str = "add-attribute";

/// The attributes of a part, and the button that adds one.
pub(super) fn view(handle: &FormHandle, form: &SchemaForm, part: Part) -> Html {
    let address = Address::of(part);
    let all = form.draft.attributes(part).iter().enumerate();
    html! {
        <>
            <ul class="schema-cards">{ for all.map(|(index, one)| card(handle, form, Address { index, ..address }, one)) }</ul>
            <button type="button" name={ADD} onclick={handle.act(address, add)}>{ words::ADD_ATTRIBUTE }</button>
        </>
    }
}

fn name_field(row: u32) -> String {
    format!("attribute-{row}")
}

fn add(form: &mut SchemaForm, address: Address) {
    let row = form.draft.add_attribute(address.part, words::NEW_ATTRIBUTE);
    form.focus = Some(FormFocus::control(name_field(row)));
}

fn card(handle: &FormHandle, form: &SchemaForm, address: Address, one: &AttributeDraft) -> Html {
    let AttributeDraft { row, attribute, .. } = one;
    let all = form.draft.attributes(address.part);
    let acts: [Act; 3] = [up, down, remove];
    let kinds = AttributeKind::ALL.map(|kind| SelectOption::new(kind.name(), names::attribute_kind(kind)));
    let problem = form.draft.attribute_problem(address.part, address.index).map(|problem| words::problem(&problem));
    let named = words::the_attribute(&attribute.name);
    html! {
        <li key={*row}><div class="schema-card" role="group" aria-label={words::attribute(&attribute.name)}>
            <div class="schema-fields">
                { handle.text(address, words::ATTRIBUTE_NAME, &name_field(*row), &attribute.name, rename, problem.as_deref()) }
                { handle.select(address, words::VALUE_TYPE, &format!("type-{row}"), &kinds, attribute.kind.name(), set_kind) }
                { handle.check(address, words::REQUIRED, &format!("required-{row}"), attribute.required, set_required) }
                { handle.row_buttons(address, &named, *row, (address.index, all.len()), acts) }
            </div>
            if one.has_choices() { { choices::view(handle, address, one) } }
            <div class="schema-fields">{ default_field(handle, address, one) }{ condition(handle, address, one, all) }</div>
        </div></li>
    }
}

fn rename(form: &mut SchemaForm, address: Address, value: &str) {
    form.draft.rename_attribute(address.part, address.index, value);
}

/// An attribute of choices begins with an empty one.
fn set_kind(form: &mut SchemaForm, address: Address, value: &str) {
    let Some(kind) = AttributeKind::ALL.into_iter().find(|kind| kind.name() == value) else { return };
    form.change_attribute(address, |one| one.attribute.kind = kind);
    let one = form.draft.attributes(address.part).get(address.index);
    if one.is_some_and(|one| one.has_choices() && one.choices.is_empty()) {
        form.draft.add_choice(address.part, address.index);
    }
}

fn set_required(form: &mut SchemaForm, address: Address, value: &str) {
    form.change_attribute(address, |one| one.attribute.required = !value.is_empty());
}

fn up(form: &mut SchemaForm, address: Address) {
    shift(form, address, address.index.saturating_sub(1), UP, DOWN);
}

fn down(form: &mut SchemaForm, address: Address) {
    shift(form, address, address.index + 1, DOWN, UP);
}

fn shift(form: &mut SchemaForm, address: Address, to: usize, direction: &str, or_else: &str) {
    let Some(all) = form.draft.attributes_mut(address.part).filter(|all| to < all.len()) else { return };
    all.swap(address.index, to);
    let row = all[to].row;
    form.focus_row(direction, row, or_else);
}

fn remove(form: &mut SchemaForm, address: Address) {
    if let Some(all) = form.draft.attributes_mut(address.part) {
        let removed = all.remove(address.index);
        form.status = words::attribute_removed(&removed.attribute.name);
    }
    form.draft.prune(address.part);
    form.focus = Some(FormFocus::control(ADD));
}

/// A value as fields have it.
fn field_value(value: Option<&AttributeValue>) -> String {
    match value {
        None => String::new(),
        Some(AttributeValue::Text(text)) => text.clone(),
        Some(AttributeValue::List(list)) => list.join("\n"),
        Some(AttributeValue::Number(number)) => show_number(*number),
        Some(AttributeValue::YesNo(yes)) => choices::yes_no(*yes).to_owned(),
    }
}

/// The value that a new tag or article gets.
fn default_field(handle: &FormHandle, address: Address, one: &AttributeDraft) -> Html {
    let name = format!("default-{}", one.row);
    let current = field_value(one.attribute.default.as_ref());
    match (one.attribute.kind, value_options(one)) {
        (AttributeKind::Entity, _) => Html::default(),
        (AttributeKind::MultipleChoice, _) => handle.area(address, words::DEFAULTS, &name, &current, set_defaults),
        (_, Some(values)) => {
            let options: Vec<_> = [SelectOption::new("", words::NO_DEFAULT)].into_iter().chain(values).collect();
            handle.select(address, words::DEFAULT, &name, &options, &current, set_default)
        }
        (AttributeKind::Number, None) => {
            handle.input(address, words::DEFAULT, &name, ("number", "", &current), set_default, None)
        }
        _ => handle.text(address, words::DEFAULT, &name, &current, set_default, None),
    }
}

fn set_default(form: &mut SchemaForm, address: Address, value: &str) {
    form.change_attribute(address, |one| one.attribute.default = one.value_of(value));
}

fn set_defaults(form: &mut SchemaForm, address: Address, value: &str) {
    let list: Vec<String> = value.lines().map(|line| line.trim().to_owned()).collect();
    form.change_attribute(address, |one| one.attribute.default = Some(AttributeValue::List(list)));
}

/// When an attribute is shown: always, or if another one has a value.
fn condition(handle: &FormHandle, address: Address, one: &AttributeDraft, all: &[AttributeDraft]) -> Html {
    let row = one.row;
    let others = all.iter().filter(|other| other.row != row && other.attribute.kind != AttributeKind::Entity);
    let mut options = vec![SelectOption::new("", words::ALWAYS)];
    options.extend(others.map(|other| SelectOption::new(&other.attribute.name, words::only_if(&other.attribute.name))));
    if options.len() == 1 {
        return Html::default();
    }
    let when = one.attribute.when.as_ref();
    let current = when.map_or("", |when| &when.attribute);
    let value = all.iter().find(|other| other.attribute.name == current).map(|other| {
        let (name, value) = (format!("when-value-{row}"), field_value(when.map(|when| &when.value)));
        match value_options(other) {
            Some(values) => handle.select(address, words::CONDITION_VALUE, &name, &values, &value, set_value),
            None => handle.text(address, words::CONDITION_VALUE, &name, &value, set_value, None),
        }
    });
    html! {
        <>
            { handle.select(address, words::SHOWN, &format!("when-{row}"), &options, current, set_condition) }
            { value.unwrap_or_default() }
        </>
    }
}

fn set_condition(form: &mut SchemaForm, address: Address, value: &str) {
    form.draft.set_condition(address.part, address.index, value);
}

fn set_value(form: &mut SchemaForm, address: Address, value: &str) {
    let all = form.draft.attributes(address.part);
    let Some(when) = all.get(address.index).and_then(|one| one.attribute.when.as_ref()) else { return };
    let other = all.iter().find(|other| other.attribute.name == when.attribute);
    let value = other.and_then(|other| other.value_of(value));
    form.change_attribute(address, |one| {
        if let (Some(when), Some(value)) = (&mut one.attribute.when, value) {
            when.value = value;
        }
    });
}
