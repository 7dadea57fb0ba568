//! The inspector: what is known about the selected annotation, and what can be done to it.

use wasm_bindgen::JsCast;
use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::edit::{AnnotationPatch, Command};
use crate::json::show_number;
use crate::model::{Annotation, AnnotationId, AttributeValue, Project, Relation};
use crate::text::Unit;
use crate::ui::shared::{on, use_store};
use crate::ui::store::{Action, Direction, Edge, State, Store};
use crate::web::clock;

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
    let at = project.schema().labels.iter().position(|label| label.id == annotation.label);
    html! {
        <section key="inspector" class={classes!("inspector", at.map(|at| format!("label-{at}")))} aria-label="Selected tag">
            <blockquote class="inspector-text">{ project.exact(annotation) }</blockquote>
            <div class="inspector-row">
                { label_select(store, project, annotation) }
                <button type="button" class="danger" onclick={remove_selected(store)} title="Remove (Delete)">{ "Remove tag" }</button>
            </div>
            { edges(store) }
            { attributes(annotation) }
            <Note key={annotation.id.to_string()} id={annotation.id.clone()} note={annotation.note.clone()} />
            { relations(store, project, annotation) }
            <p class="muted facts">{ facts(project, annotation) }</p>
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

fn label_select(store: &Store, project: &Project, annotation: &Annotation) -> Html {
    let (store, id) = (store.clone(), annotation.id.clone());
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            let patch = AnnotationPatch { label: Some(select.value().as_str().into()), ..Default::default() };
            store.dispatch(Action::Edit(Command::Update(id.clone(), patch)));
        }
    });
    html! {
        <select aria-label="Label" {onchange}>
            { for project.schema().labels.iter().map(|label| html! {
                <option value={label.id.to_string()} selected={label.id == annotation.label}>{ &label.name }</option>
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

fn attributes(annotation: &Annotation) -> Html {
    if annotation.attributes.is_empty() {
        return Html::default();
    }
    let words = |value: &AttributeValue| match value {
        AttributeValue::Text(text) => text.clone(),
        AttributeValue::List(list) => list.join(", "),
        AttributeValue::Number(number) => show_number(*number),
        AttributeValue::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
    };
    html! {
        <dl class="attributes">
            { for annotation.attributes.iter().map(|(name, value)| html! { <><dt>{ name }</dt><dd>{ words(value) }</dd></> }) }
        </dl>
    }
}

#[derive(Properties, PartialEq)]
struct NoteProps {
    id: AnnotationId,
    note: String,
}

/// The note; it is one change when the field is left, not one for each letter.
#[component]
fn Note(props: &NoteProps) -> Html {
    let store = use_store();
    let field = use_node_ref();
    let save = {
        let (field, id, before) = (field.clone(), props.id.clone(), props.note.clone());
        move || {
            let Some(written) = field.cast::<HtmlTextAreaElement>().map(|field| field.value()) else { return };
            if written != before {
                let patch = AnnotationPatch { note: Some(written), ..Default::default() };
                store.dispatch(Action::Edit(Command::Update(id.clone(), patch)));
            }
        }
    };
    let onchange = {
        let save = save.clone();
        Callback::from(move |_: Event| save())
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let done = event.key() == "Escape" || (event.key() == "Enter" && (event.ctrl_key() || event.meta_key()));
        if done {
            event.prevent_default();
            event.stop_propagation();
            save();
            back_to_text();
        }
    });
    html! {
        <label class="field">
            <span>{ "Note" }</span>
            <textarea id="note" ref={field} rows="2" value={props.note.clone()} {onchange} {onkeydown} />
        </label>
    }
}

/// From the note the keyboard goes back to the text that holds the tag.
fn back_to_text() {
    let mark = gloo::utils::document().query_selector("mark.selected").ok().flatten();
    let root = mark.and_then(|mark| mark.closest("[role=document]").ok().flatten());
    if let Some(root) = root.and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = root.focus();
    }
}

fn relations(store: &Store, project: &Project, annotation: &Annotation) -> Html {
    let all: Vec<_> = project.relations_of(&annotation.id).cloned().collect();
    if all.is_empty() {
        return Html::default();
    }
    let entry = |relation: &Relation| {
        let outwards = relation.from == annotation.id;
        let other = if outwards { &relation.to } else { &relation.from };
        let words = project.annotation(other).map(|other| project.exact(other)).unwrap_or_default();
        let name = project.relation_type_name(&relation.kind);
        let symmetric = project.schema().relation_type(&relation.kind).is_some_and(|kind| kind.symmetric);
        let arrow = if symmetric {
            "↔"
        } else if outwards {
            "→"
        } else {
            "←"
        };
        html! {
            <li key={relation.id.to_string()}>
                <button type="button" class="quiet" onclick={on(store, Action::Reveal(other.clone()))}>{ format!("{name} {arrow} {words}") }</button>
                <button type="button" class="icon" aria-label={format!("Remove the relation {name}")}
                    onclick={on(store, Action::Edit(Command::Unrelate(relation.id.clone())))}>{ "×" }</button>
            </li>
        }
    };
    html! { <ul class="relations" aria-label="Relations">{ for all.iter().map(|relation| entry(relation)) }</ul> }
}

fn facts(project: &Project, annotation: &Annotation) -> String {
    let Some(article) = project.article(&annotation.article) else { return String::new() };
    let (start, end) =
        (article.text.to_code_points(annotation.start()).0, article.text.to_code_points(annotation.end()).0);
    let when = annotation.modified.as_ref().unwrap_or(&annotation.created);
    format!("{} · characters {start} to {end} · {}", article.title, clock::local_time(when))
}
