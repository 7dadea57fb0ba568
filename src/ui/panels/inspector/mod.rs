//! The inspector: what is known about the selected annotations, and what can be done with them.

mod actions;
mod attributes;
mod facts;
mod label;
mod mention;
mod note;
mod parts;
mod relate_button;
mod relations;

use yew::prelude::*;

use crate::app::commands::shown_keys;
use crate::app::messages::inspector as words;
use crate::app::{ByPtr, Dispatcher, Selection, State, TagAction};
use crate::model::{Annotation, Project};
use crate::ui::dom::focus::focus_current_text;
use crate::ui::label_style::label_class;
use crate::ui::widgets::use_dispatcher;
use actions::actions;
use attributes::attributes;
use facts::facts;
use label::label_select;
use mention::Mention;
use note::Note;
use parts::parts;
use relate_button::relate_button;
use relations::relations;

#[derive(Clone, Properties, PartialEq)]
pub(in crate::ui) struct InspectorProps {
    /// What is shown, if anything is selected.
    shown: Option<Shown>,
}

/// What the inspector shows.
#[derive(Clone, PartialEq)]
struct Shown {
    project: ByPtr<Project>,
    /// The first of the selected annotations.
    annotation: ByPtr<Annotation>,
    selected: Selection,
    /// Whether the annotation mentions an entity, or could.
    is_mention: bool,
    /// Whether the next selection becomes a part of the annotation.
    is_extended: bool,
}

impl InspectorProps {
    pub(in crate::ui) fn of(state: &State) -> Self {
        let shown = state.selected().map(|annotation| Shown {
            project: ByPtr(state.project().clone()),
            annotation: ByPtr(annotation.clone()),
            selected: state.view.selected.clone(),
            is_mention: state.selected_mention().is_some(),
            is_extended: state.mode.extended() == Some(&annotation.id),
        });
        Self { shown }
    }
}

/// The inspector; without a selected annotation, how to select one.
#[component]
pub(in crate::ui) fn Inspector(props: &InspectorProps) -> Html {
    let dispatcher = use_dispatcher();
    match &props.shown {
        None => nothing(),
        Some(shown) if shown.selected.len() > 1 => several(&dispatcher, shown),
        Some(shown) => one(&dispatcher, shown),
    }
}

fn nothing() -> Html {
    html! {
        <section class="inspector nothing" aria-label={words::REGION}>
            <p class="muted">
                { words::NOTHING }<kbd>{ shown_keys("tag.next") }</kbd>{ words::AND }<kbd>{ shown_keys("tag.previous") }</kbd>
            </p>
        </section>
    }
}

/// One annotation.
fn one(dispatcher: &Dispatcher, shown: &Shown) -> Html {
    let Shown { project, annotation, selected, is_mention, is_extended } = shown;
    html! {
        <section class={classes!("inspector", label_class(project.schema(), &annotation.label))} aria-label={words::REGION}>
            <blockquote class="inspector-text">{ project.exact(annotation) }</blockquote>
            <div class="inspector-row">
                { label_select(dispatcher, project, selected) }
                { remove_button(dispatcher, words::REMOVE.to_owned(), words::remove_title(&shown_keys("tag.remove"))) }
            </div>
            { actions(dispatcher, *is_extended) }
            { parts(dispatcher, project, annotation, *is_extended) }
            if *is_mention { <Mention key={format!("mention {}", annotation.id)} project={project.clone()} annotation={annotation.clone()} /> }
            { attributes(dispatcher, project, selected) }
            { relations(dispatcher, project, annotation) }
            <Note key={format!("note {}", annotation.id)} id={annotation.id.clone()} note={annotation.note.clone()} />
            { facts(project, annotation) }
        </section>
    }
}

/// Several annotations. Each change of them is one transaction.
fn several(dispatcher: &Dispatcher, shown: &Shown) -> Html {
    let Shown { project, selected, .. } = shown;
    let count = selected.len();
    html! {
        <section class="inspector" aria-label={words::REGION}>
            <p class="inspector-several">{ words::several(count) }</p>
            <div class="inspector-row">
                { label_select(dispatcher, project, selected) }
                { remove_button(dispatcher, words::remove_several(count), words::remove_several_title(&shown_keys("tag.remove"))) }
            </div>
            <div class="inspector-actions">{ relate_button(dispatcher, count) }</div>
            { attributes(dispatcher, project, selected) }
        </section>
    }
}

/// Removes the selected annotations. The button goes with them, so the focus goes to the text.
fn remove_button(dispatcher: &Dispatcher, name: String, title: String) -> Html {
    let dispatcher = dispatcher.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        focus_current_text(&dispatcher.state());
        dispatcher.dispatch(TagAction::Remove);
    });
    html! { <button type="button" class="danger" {onclick} {title}>{ name }</button> }
}
