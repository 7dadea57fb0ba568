//! What changes a relation, in the inspector and in the table: its type, its direction, its note, and removing it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::analysis::links::{LinkKind, fitting};
use crate::edit::{Command, RelationPatch};
use crate::model::{Project, Relation, RelationId, RelationTypeId};
use crate::ui::linking::words;
use crate::ui::shared::use_store;
use crate::ui::store::{Action, Store};

/// The relation in words, to tell its controls from those of others: "supports “…”".
pub(in crate::ui::side) fn name_of(project: &Project, relation: &Relation, outwards: bool) -> String {
    let far = if outwards { &relation.to } else { &relation.from };
    format!("{} “{}”", project.relation_type_name(&relation.kind), words(project, far, 40))
}

fn change(store: &Store, id: &RelationId, patch: RelationPatch) {
    store.dispatch(Action::Edit(Command::UpdateRelation(id.clone(), patch)));
}

/// The type of a relation, to be changed to another that fits its ends.
pub(in crate::ui::side) fn type_select(store: &Store, project: &Project, relation: &Relation, of: &str) -> Html {
    let (store, id) = (store.clone(), relation.id.clone());
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            let kind = Some(RelationTypeId::from(select.value().as_str()));
            change(&store, &id, RelationPatch { kind, ..Default::default() });
            // Where that was refused nothing is drawn anew: the choice goes back to what is.
            if let Some(relation) = store.state().project().relation(&id) {
                select.set_value(relation.kind.as_str());
            }
        }
    });
    let fits = |kind: &RelationTypeId| {
        let link = LinkKind { kind: kind.clone(), outwards: true };
        let ends = project.annotation(&relation.from).zip(project.annotation(&relation.to));
        ends.and_then(|(from, to)| fitting(project, &link, from, to)).is_some_and(|link| link.outwards)
    };
    let kinds = project.schema().relation_types.iter();
    let kinds = kinds.filter(|kind| kind.id == relation.kind || fits(&kind.id));
    html! {
        <select aria-label={format!("Type of {of}")} {onchange}>
            { for kinds.map(|kind| html! {
                <option value={kind.id.to_string()} selected={kind.id == relation.kind}>{ &kind.name }</option>
            }) }
        </select>
    }
}

/// Turns a relation round; nothing for a symmetric one.
pub(in crate::ui::side) fn turn_button(store: &Store, project: &Project, relation: &Relation, of: &str) -> Html {
    let symmetric = project.schema().relation_type(&relation.kind).is_some_and(|kind| kind.symmetric);
    if symmetric {
        return Html::default();
    }
    let (store, id) = (store.clone(), relation.id.clone());
    let onclick =
        Callback::from(move |_: MouseEvent| change(&store, &id, RelationPatch { turn: true, ..Default::default() }));
    html! { <button type="button" class="icon" aria-label={format!("Turn {of}")} title="Turn round" {onclick}>{ "⇄" }</button> }
}

/// Removes a relation. The keyboard goes to the next one's button, else to what `or_else` selects.
pub(in crate::ui::side) fn remove_button(store: &Store, relation: &Relation, of: &str, or_else: &'static str) -> Html {
    let (store, id) = (store.clone(), relation.id.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        let row =
            event.target().and_then(|target| target.dyn_into::<Element>().ok()?.closest("li, [role=listitem]").ok()?);
        let near = row.and_then(|row| row.next_element_sibling().or(row.previous_element_sibling()));
        let next = near.and_then(|row| row.query_selector(".unrelate, .relation-edit").ok()?);
        let next = next.or_else(|| gloo::utils::document().query_selector(or_else).ok().flatten());
        store.dispatch(Action::Edit(Command::Unrelate(id.clone())));
        if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
            let _ = next.focus();
        }
    });
    html! { <button type="button" class="icon unrelate" aria-label={format!("Remove {of}")} title="Remove the relation" {onclick}>{ "×" }</button> }
}

#[derive(Properties, PartialEq)]
pub(in crate::ui::side) struct RelationNoteProps {
    pub(in crate::ui::side) id: RelationId,
    pub(in crate::ui::side) note: String,
    /// The relation in words.
    pub(in crate::ui::side) of: String,
}

/// The note on a relation; it is one change when the field is left.
#[component]
pub(in crate::ui::side) fn RelationNote(props: &RelationNoteProps) -> Html {
    let store = use_store();
    let (id, before) = (props.id.clone(), props.note.clone());
    let onchange = Callback::from(move |event: Event| {
        let written = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(note) = written.map(|input| input.value()).filter(|note| note != &before) {
            change(&store, &id, RelationPatch { note: Some(note), ..Default::default() });
        }
    });
    html! {
        <input class="relation-note" aria-label={format!("Note on {}", props.of)} placeholder="Note" value={props.note.clone()} {onchange} />
    }
}
