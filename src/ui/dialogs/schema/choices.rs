//! The choices of an attribute, and the values that it can have.

use yew::prelude::*;

use super::fields::{DOWN, UP, plain_options};
use super::form::{Act, Address, FormFocus, FormHandle, SchemaForm};
use crate::app::messages::{attributes, schema as words};
use crate::edit::{AttributeDraft, ChoiceDraft};
use crate::model::AttributeKind;
use crate::ui::widgets::SelectOption;

/// The choices, and the button that adds one.
pub(super) fn view(handle: &FormHandle, address: Address, one: &AttributeDraft) -> Html {
    let acts: [Act; 3] = [up, down, remove];
    let choice = |(inner, ChoiceDraft { row, text, .. }): (usize, &ChoiceDraft)| {
        let address = Address { inner, ..address };
        let named = words::the_choice(text, inner + 1);
        html! {
            <li key={*row}>
                <input type="text" name={name_field(*row)} aria-label={words::choice(inner + 1)} autocomplete="off"
                    ~defaultValue={text.clone()} onchange={handle.set(address, reword)} />
                { handle.row_buttons(address, &named, *row, (inner, one.choices.len()), acts) }
            </li>
        }
    };
    html! {
        <div class="choices" role="group" aria-label={words::choices_of(&one.attribute.name)}>
            <ol>{ for one.choices.iter().enumerate().map(choice) }</ol>
            <button type="button" name={add_button(one.row)} onclick={handle.act(address, add)}>{ words::ADD_CHOICE }</button>
        </div>
    }
}

fn name_field(row: u32) -> String {
    format!("choice-{row}")
}

/// The name of the button that adds a choice to the attribute of a row.
fn add_button(row: u32) -> String {
    format!("add-choice-{row}")
}

fn reword(form: &mut SchemaForm, address: Address, value: &str) {
    form.draft.reword_choice(address.part, address.index, address.inner, value);
}

fn add(form: &mut SchemaForm, address: Address) {
    let row = form.draft.add_choice(address.part, address.index);
    form.focus = Some(FormFocus::control(name_field(row)));
}

fn up(form: &mut SchemaForm, address: Address) {
    shift(form, address, address.inner.saturating_sub(1), UP, DOWN);
}

fn down(form: &mut SchemaForm, address: Address) {
    shift(form, address, address.inner + 1, DOWN, UP);
}

fn shift(form: &mut SchemaForm, address: Address, to: usize, direction: &str, or_else: &str) {
    let one = form.draft.attribute_mut(address.part, address.index).filter(|one| to < one.choices.len());
    let Some(one) = one else { return };
    one.choices.swap(address.inner, to);
    let row = one.choices[to].row;
    form.focus_row(direction, row, or_else);
}

fn remove(form: &mut SchemaForm, address: Address) {
    let mut row = 0;
    form.change_attribute(address, |one| {
        one.choices.remove(address.inner);
        row = one.row;
    });
    form.focus = Some(FormFocus::control(add_button(row)));
}

/// The value of a yes/no attribute in fields, as [`AttributeDraft::value_of`] reads it.
pub(super) fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

/// The values that an attribute can have, where these can be listed.
pub(super) fn value_options(one: &AttributeDraft) -> Option<Vec<SelectOption>> {
    match one.attribute.kind {
        AttributeKind::YesNo => Some(vec![
            SelectOption::new(yes_no(true), attributes::YES),
            SelectOption::new(yes_no(false), attributes::NO),
        ]),
        _ if one.has_choices() => {
            Some(plain_options(one.choices.iter().map(|choice| choice.text.as_str()).filter(|text| !text.is_empty())))
        }
        _ => None,
    }
}
