//! The relation types: name, description, and which labels may be at either end.

use yew::prelude::*;

use super::fields::{DOWN, UP};
use super::form::{Act, Address, FormFocus, FormHandle, SchemaForm, Set};
use crate::app::messages::schema as words;
use crate::edit::{LabelDraft, Part, RelationTypeDraft};
use crate::model::{LabelId, RelationType};

/// The name of the button that adds a relation type.
const ADD: &str = "add-relation";

/// Changes the relation type of an address.
fn on_type(form: &mut SchemaForm, address: Address, change: impl FnOnce(&mut RelationType)) {
    if let Some(one) = form.draft.relation_types.get_mut(address.index) {
        change(&mut one.kind);
    }
}

/// All relation types, and the button that adds one.
pub(super) fn view(handle: &FormHandle, form: &SchemaForm) -> Html {
    let address = Address::of(Part::RelationTypes);
    let all = form.draft.relation_types.iter().enumerate();
    html! {
        <section key="relation-types" aria-label={words::RELATION_TYPES}>
            <h3>{ words::RELATION_TYPES }</h3>
            <ul class="schema-cards">{ for all.map(|(index, one)| card(handle, form, Address { index, ..address }, one)) }</ul>
            <button type="button" name={ADD} onclick={handle.act(address, add)}>{ words::ADD_RELATION_TYPE }</button>
        </section>
    }
}

fn name_field(row: u32) -> String {
    format!("relation-{row}")
}

fn add(form: &mut SchemaForm, _: Address) {
    form.draft.add_relation_type(words::NEW_RELATION_TYPE);
    form.focus = form.draft.relation_types.last().map(|one| FormFocus::control(name_field(one.row)));
}

fn card(
    handle: &FormHandle,
    form: &SchemaForm,
    address: Address,
    RelationTypeDraft { kind, row, .. }: &RelationTypeDraft,
) -> Html {
    let (row, place) = (*row, (address.index, form.draft.relation_types.len()));
    let acts: [Act; 3] = [up, down, remove];
    let problem = form.draft.relation_problem(address.index).map(|problem| words::problem(&problem));
    html! {
        <li key={row}><div class="schema-card" role="group" aria-label={words::relation_type(&kind.name)}>
            <div class="schema-fields">
                { handle.text(address, words::NAME, &name_field(row), &kind.name, set_name, problem.as_deref()) }
                { handle.check(address, words::SYMMETRIC, &format!("symmetric-{row}"), kind.symmetric, set_symmetric) }
                { handle.row_buttons(address, &words::the_relation_type(&kind.name), row, place, acts) }
            </div>
            { handle.text(address, words::DESCRIPTION, &format!("meaning-{row}"), &kind.description, set_description, None) }
            if kind.symmetric {
                { ends(handle, form, address, words::BETWEEN, &kind.from, set_both) }
            } else {
                { ends(handle, form, address, words::FROM, &kind.from, set_from) }
                { ends(handle, form, address, words::TO, &kind.to, set_to) }
            }
        </div></li>
    }
}

/// The labels at an end: a check box for each, and in the heading those that are allowed.
fn ends(handle: &FormHandle, form: &SchemaForm, address: Address, end: &str, allowed: &[LabelId], set: Set) -> Html {
    let labels = &form.draft.labels;
    let names: Vec<&str> =
        labels.iter().filter(|one| allowed.contains(&one.label.id)).map(|one| one.label.name.as_str()).collect();
    let check = |(inner, LabelDraft { label, .. }): (usize, &LabelDraft)| {
        let name = format!("{end}-{}-{inner}", address.index);
        handle.check(Address { inner, ..address }, &label.name, &name, allowed.contains(&label.id), set)
    };
    html! {
        <details class="ends" key={end.to_owned()}>
            <summary>{ words::labels_at(end, &names) }</summary>
            <div role="group" aria-label={words::labels_at_group(end)}>{ for labels.iter().enumerate().map(check) }</div>
        </details>
    }
}

fn set_name(form: &mut SchemaForm, address: Address, value: &str) {
    on_type(form, address, |kind| value.clone_into(&mut kind.name));
}

fn set_description(form: &mut SchemaForm, address: Address, value: &str) {
    on_type(form, address, |kind| value.clone_into(&mut kind.description));
}

/// Either end of a symmetric relation may be the other, so both get the labels of both; no labels mean that all are allowed.
fn set_symmetric(form: &mut SchemaForm, address: Address, value: &str) {
    on_type(form, address, |kind| {
        kind.symmetric = !value.is_empty();
        if kind.symmetric {
            if kind.from.is_empty() || kind.to.is_empty() {
                kind.from.clear();
            } else {
                let more: Vec<_> = kind.to.iter().filter(|label| !kind.from.contains(label)).cloned().collect();
                kind.from.extend(more);
            }
            kind.to = kind.from.clone();
        }
    });
}

fn set_both(form: &mut SchemaForm, address: Address, value: &str) {
    set_from(form, address, value);
    on_type(form, address, |kind| kind.to = kind.from.clone());
}

fn set_from(form: &mut SchemaForm, address: Address, value: &str) {
    set_end(form, address, value, |kind| &mut kind.from);
}

fn set_to(form: &mut SchemaForm, address: Address, value: &str) {
    set_end(form, address, value, |kind| &mut kind.to);
}

/// Allows a label at an end, or allows it no longer.
fn set_end(form: &mut SchemaForm, address: Address, value: &str, end: fn(&mut RelationType) -> &mut Vec<LabelId>) {
    let Some(label) = form.draft.labels.get(address.inner).map(|one| one.label.id.clone()) else { return };
    on_type(form, address, |kind| {
        let end = end(kind);
        end.retain(|one| *one != label);
        if !value.is_empty() {
            end.push(label);
        }
    });
}

fn up(form: &mut SchemaForm, address: Address) {
    shift(form, address, address.index.saturating_sub(1), UP, DOWN);
}

fn down(form: &mut SchemaForm, address: Address) {
    shift(form, address, address.index + 1, DOWN, UP);
}

fn shift(form: &mut SchemaForm, address: Address, to: usize, direction: &str, or_else: &str) {
    let all = &mut form.draft.relation_types;
    if to < all.len() {
        all.swap(address.index, to);
        let row = all[to].row;
        form.focus_row(direction, row, or_else);
    }
}

fn remove(form: &mut SchemaForm, address: Address) {
    let removed = form.draft.relation_types.remove(address.index);
    form.status = words::relation_type_removed(&removed.kind.name);
    form.focus = Some(FormFocus::control(ADD));
}
