//! The inspector: what is known about the selected annotation, and what can be done to it.

mod attributes;
mod entity;
mod facts;
mod note;
mod parts;
mod relations;

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::edit::AnnotationPatch;
use crate::model::{AnnotationId, Project};
use crate::text::Unit;
use crate::ui::attributes::change;
use crate::ui::shared::{back_to_text, counted, on};
use crate::ui::store::{Action, Direction, Edge, OccurrenceAction, State, Store};
use attributes::attributes;
use entity::entity;
use facts::facts;
use note::Note;
use parts::{add_part, parts};
use relations::{link_button, relations};

/// The inspector; without a selected annotation, what to do to get one.
pub(super) fn inspector(store: &Store, state: &State) -> Html {
    let project = state.project();
    let selected = state.view.selected.as_ref().and_then(|id| project.annotation(id));
    let Some(annotation) = selected else {
        return html! {
            <section key="inspector" class="inspector nothing" aria-label="Selected tag">
                <p class="muted">{ "No tag selected. Click one, or go to it with " }<kbd>{ "." }</kbd>{ " and " }<kbd>{ "," }</kbd></p>
            </section>
        };
    };
    if !state.view.also_selected.is_empty() {
        return several(store, project, &state.view.all_selected());
    }
    let at = project.schema().labels.iter().position(|label| label.id == annotation.label);
    html! {
        <section key="inspector" class={classes!("inspector", at.map(|at| format!("label-{at}")))} aria-label="Selected tag">
            <blockquote class="inspector-text">{ project.exact(annotation) }</blockquote>
            <div class="inspector-row">
                { label_select(store, project, std::slice::from_ref(&annotation.id)) }
                <button type="button" class="danger" onclick={remove_selected(store)} title="Remove (Delete)">{ "Remove tag" }</button>
            </div>
            <div class="inspector-actions">
                { edges(store) }
                { link_button(store) }
                { add_part(store, state, annotation) }
                <button type="button" title="Tag, change or remove them all (A)" aria-keyshortcuts="a"
                    onclick={on(store, Action::Occurrences(OccurrenceAction::Open))}>{ "Every occurrence… " }<kbd aria-hidden="true">{ "A" }</kbd></button>
            </div>
            { parts(store, state, annotation) }
            { entity(state, annotation) }
            { attributes(project, std::slice::from_ref(&annotation.id)) }
            { relations(store, project, annotation) }
            <Note key={annotation.id.to_string()} id={annotation.id.clone()} note={annotation.note.clone()} />
            { facts(project, annotation) }
        </section>
    }
}

/// What can be done to several annotations at once. Each change of them is one transaction.
fn several(store: &Store, project: &Project, ids: &[AnnotationId]) -> Html {
    let tags = counted(ids.len(), "tag", "tags");
    html! {
        <section key="inspector" class="inspector" aria-label="Selected tag">
            <p class="inspector-several">{ format!("{tags} selected") }</p>
            <div class="inspector-row">
                { label_select(store, project, ids) }
                <button type="button" class="danger" onclick={remove_selected(store)} title="Remove them all (Delete)">{ format!("Remove {tags}") }</button>
            </div>
            { attributes(project, ids) }
        </section>
    }
}

/// The button goes with the tag, so the keyboard goes back to the text.
fn remove_selected(store: &Store) -> Callback<MouseEvent> {
    let store = store.clone();
    Callback::from(move |_| {
        back_to_text();
        store.dispatch(Action::RemoveSelected);
    })
}

/// The label of one annotation or of several, where they have one and the same.
fn label_select(store: &Store, project: &Project, ids: &[AnnotationId]) -> Html {
    let mut labels = ids.iter().filter_map(|id| project.annotation(id)).map(|annotation| &annotation.label);
    let first = labels.next();
    let common = first.filter(|first| labels.all(|label| label == *first));
    let (store, ids) = (store.clone(), ids.to_vec());
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            let patch = AnnotationPatch { label: Some(select.value().as_str().into()), ..Default::default() };
            store.dispatch(Action::Edit(change(&ids, patch)));
        }
    });
    html! {
        <select aria-label="Label" {onchange}>
            if common.is_none() { <option value="" selected={true} disabled={true}>{ "various labels" }</option> }
            { for project.schema().labels.iter().map(|label| html! {
                <option value={label.id.to_string()} selected={common == Some(&label.id)}>{ &label.name }</option>
            }) }
        </select>
    }
}

/// Moving the edges by one word, for those who have neither a mouse nor brackets on their keyboard.
fn edges(store: &Store) -> Html {
    let button = |name: &'static str, sign: &'static str, keys: &'static str, edge, direction| {
        let action = Action::MoveEdge(edge, direction, Unit::Word);
        html! { <button type="button" class="icon" aria-label={name} title={format!("{name} by a word ({keys})")} onclick={on(store, action)}>{ sign }</button> }
    };
    html! {
        <div class="edges" role="group" aria-label="Edges">
            <span class="muted" aria-hidden="true">{ "Start" }</span>
            { button("Start earlier", "←", "[", Edge::Start, Direction::Back) }
            { button("Start later", "→", "{", Edge::Start, Direction::Forward) }
            <span class="muted" aria-hidden="true">{ "End" }</span>
            { button("End earlier", "←", "}", Edge::End, Direction::Back) }
            { button("End later", "→", "]", Edge::End, Direction::Forward) }
        </div>
    }
}
