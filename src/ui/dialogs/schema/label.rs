//! One label: its name, kind, colour, keys, description and attributes.

use yew::prelude::*;

use super::attributes;
use super::fields::{DOWN, UP};
use super::form::{Act, Address, FormFocus, FormHandle, SchemaForm};
use crate::app::keymap::RESERVED;
use crate::app::messages::{names, schema as words};
use crate::edit::Part;
use crate::model::{Colour, Label, LabelKind};
use crate::ui::widgets::SelectOption;

/// The name of the field for a label's name.
pub(super) fn name_field(row: u32) -> String {
    format!("name-{row}")
}

/// Changes the label of an address.
fn on_label(form: &mut SchemaForm, address: Address, change: impl FnOnce(&mut Label)) {
    if let Part::Label(at) = address.part
        && let Some(one) = form.draft.labels.get_mut(at)
    {
        change(&mut one.label);
    }
}

/// The form of a label.
pub(super) fn view(handle: &FormHandle, form: &SchemaForm, at: usize) -> Html {
    let Some(one) = form.draft.labels.get(at) else { return Html::default() };
    let (label, row) = (&one.label, one.row);
    let address = Address::of(Part::Label(at));
    let acts: [Act; 3] = [up, down, remove];
    html! {
        <section key={row} aria-label={label.name.clone()}>
            <div class="schema-head">
                <h3>{ &label.name }</h3>
                { handle.row_buttons(address, &words::the_label(&label.name), row, (at, form.draft.labels.len()), acts) }
            </div>
            <div class="schema-fields">{ short_fields(handle, form, at, label, row) }</div>
            { handle.area(address, words::DESCRIPTION, &format!("description-{row}"), &label.description, set_description) }
            { handle.area(address, words::EXAMPLES, &format!("examples-{row}"), &label.examples.join("\n"), set_examples) }
            <h4>{ words::ATTRIBUTES }</h4>
            { attributes::view(handle, form, Part::Label(at)) }
        </section>
    }
}

fn short_fields(handle: &FormHandle, form: &SchemaForm, at: usize, label: &Label, row: u32) -> Html {
    let address = Address::of(Part::Label(at));
    let name = |what: &str| format!("{what}-{row}");
    let name_problem = form.draft.name_problem(at).map(|problem| words::problem(&problem));
    let keys_problem = form.draft.keys_problem(at, RESERVED).map(|problem| words::problem(&problem));
    let kinds = LabelKind::ALL.map(|kind| SelectOption::new(kind.name(), names::label_kind(kind)));
    let hex = label.colour.hex();
    html! {
        <>
            { handle.text(address, words::NAME, &name_field(row), &label.name, set_name, name_problem.as_deref()) }
            { handle.text(address, words::SHORT_NAME, &name("short"), &label.short, set_short, None) }
            { handle.select(address, words::KIND, &name("kind"), &kinds, label.kind.name(), set_kind) }
            { handle.input(address, words::COLOUR, &name("colour"), ("color", "colour", &hex), set_colour, None) }
            { handle.input(address, words::KEYS, &name("keys"), ("text", "keys", &label.key), set_keys, keys_problem.as_deref()) }
        </>
    }
}

fn set_name(form: &mut SchemaForm, address: Address, value: &str) {
    on_label(form, address, |label| value.clone_into(&mut label.name));
}

fn set_short(form: &mut SchemaForm, address: Address, value: &str) {
    on_label(form, address, |label| value.clone_into(&mut label.short));
}

fn set_kind(form: &mut SchemaForm, address: Address, value: &str) {
    if let Some(kind) = LabelKind::ALL.into_iter().find(|kind| kind.name() == value) {
        on_label(form, address, |label| label.kind = kind);
    }
}

fn set_colour(form: &mut SchemaForm, address: Address, value: &str) {
    if let Some(colour) = Colour::parse(value) {
        on_label(form, address, |label| label.colour = colour);
    }
}

fn set_keys(form: &mut SchemaForm, address: Address, value: &str) {
    on_label(form, address, |label| label.key = value.to_lowercase());
}

fn set_description(form: &mut SchemaForm, address: Address, value: &str) {
    on_label(form, address, |label| value.clone_into(&mut label.description));
}

fn set_examples(form: &mut SchemaForm, address: Address, value: &str) {
    let lines = value.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    on_label(form, address, |label| label.examples = lines);
}

fn up(form: &mut SchemaForm, address: Address) {
    shift(form, address, UP, DOWN);
}

fn down(form: &mut SchemaForm, address: Address) {
    shift(form, address, DOWN, UP);
}

/// Moves a label one place, and leaves the focus on the button; on the other one where it has reached the end.
fn shift(form: &mut SchemaForm, address: Address, direction: &str, or_else: &str) {
    let Part::Label(at) = address.part else { return };
    let to = if direction == UP { at.saturating_sub(1) } else { at + 1 };
    if to < form.draft.labels.len() {
        form.draft.labels.swap(at, to);
        form.part = Some(Part::Label(to));
        form.focus_row(direction, form.draft.labels[to].row, or_else);
    }
}

fn remove(form: &mut SchemaForm, address: Address) {
    let Part::Label(at) = address.part else { return };
    let removed = form.draft.labels.remove(at);
    form.status = words::label_removed(&removed.label.name);
    let next = at.min(form.draft.labels.len().saturating_sub(1));
    form.part = Some(if form.draft.labels.is_empty() { Part::About } else { Part::Label(next) });
    form.focus = Some(FormFocus::Part);
}
