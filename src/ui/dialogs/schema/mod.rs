//! The editor of labels, attributes and relation types. It edits a draft; keeping that is one change of the project.

mod attributes;
mod fates;
mod label_form;
mod relation_types;
mod sheet;
mod whole;

use std::rc::Rc;

use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::frame::Frame;
use crate::app::messages::errors;
use crate::app::messages::schema::NEW_LABEL;
use crate::edit::{Command, InUse, Part, relations_without_place, uses_without_fate};
use crate::model::{Project, Schema};
use crate::ui::keys::TAKEN;
use crate::ui::shared::{Shared, key_caps, sentence, use_store};
use crate::ui::store::{Action, State, Store};
use sheet::{At, Sheet, Step, Work};

#[derive(Properties, PartialEq)]
pub(super) struct SchemaDialogProps {
    pub(super) state: Shared<State>,
    /// A schema that came in, to take the place of the project's.
    pub(super) incoming: Option<Rc<Schema>>,
}

/// The editor of schemas.
#[component]
pub(super) fn SchemaDialog(props: &SchemaDialogProps) -> Html {
    let store = use_store();
    let before = props.state.project().schema();
    let work = use_mut_ref(|| {
        let mut work = Work::new(props.incoming.as_ref().unwrap_or(before), before);
        if props.incoming.is_some() {
            work.news = "This is the schema of the file. Nothing is kept yet.".to_owned();
        }
        work
    });
    let sheet = Sheet::new(work, use_force_update());
    {
        let sheet = sheet.clone();
        use_effect(move || sheet.focus());
    }
    let leave = {
        let (sheet, store) = (sheet.clone(), store.clone());
        Callback::from(move |()| leave(&sheet, &store))
    };
    let (body, actions) = sheet.look(|work| match work.step {
        Step::Edit => (editor(&sheet, work, &props.state), edit_actions(&sheet, &store, &leave)),
        Step::Fates => (fates::fates(&sheet, work, props.state.project()), fate_actions(&sheet, &store)),
        Step::Leave => {
            (html! { <p key="leave">{ "What you changed is not kept yet." }</p> }, leave_actions(&sheet, &store))
        }
    });
    let (problem, news) = sheet.look(|work| (work.problem.clone(), work.news.clone()));
    html! {
        <Frame heading="Edit labels" class="broad" onclose={leave}>
            <div onkeydown={keep_by_keys(&sheet, &store)}>
                { body }
                <p class="problem" role="alert">{ problem }</p>
                <div class="dialog-actions"><p class="muted" role="status">{ news }</p>{ actions }</div>
            </div>
        </Frame>
    }
}

/// Closes the dialog; asks first where something was changed.
fn leave(sheet: &Sheet, store: &Store) {
    let (step, changed) = sheet.look(|work| (work.step, work.draft.schema() != **store.state().project().schema()));
    match step {
        Step::Edit if changed => sheet.change(|work| {
            work.step = Step::Leave;
            work.focus = vec!["[name=stay]".to_owned()];
        }),
        Step::Edit => store.dispatch(Action::Open(None)),
        Step::Fates | Step::Leave => sheet.change(back),
    }
}

fn back(work: &mut Work) {
    work.step = Step::Edit;
    work.fates.clear();
    work.lost = 0;
    work.focus = vec![".schema-parts [aria-current]".to_owned()];
}

const NOWHERE: At = At { part: Part::About, i: 0, j: 0 };

fn edit_actions(sheet: &Sheet, store: &Store, leave: &Callback<()>) -> Html {
    html! {
        <>
            <button type="button" onclick={leave.reform(|_: MouseEvent| ())}>{ "Cancel" }</button>
            <button type="button" class="primary" name="keep" title="Ctrl+Enter" onclick={keeping(sheet, store)}>{ "Keep changes" }</button>
        </>
    }
}

fn fate_actions(sheet: &Sheet, store: &Store) -> Html {
    html! {
        <>
            <button type="button" onclick={sheet.act(NOWHERE, |work, _| back(work))}>{ "Back" }</button>
            <button type="button" class="primary" name="keep" title="Ctrl+Enter" onclick={keeping(sheet, store)}>{ "Keep changes" }</button>
        </>
    }
}

fn leave_actions(sheet: &Sheet, store: &Store) -> Html {
    let store = store.clone();
    let drop = Callback::from(move |_: MouseEvent| store.dispatch(Action::Open(None)));
    html! {
        <>
            <button type="button" class="danger" onclick={drop}>{ "Drop changes" }</button>
            <button type="button" class="primary" name="stay" onclick={sheet.act(NOWHERE, |work, _| back(work))}>{ "Go on editing" }</button>
        </>
    }
}

fn keeping(sheet: &Sheet, store: &Store) -> Callback<MouseEvent> {
    let (sheet, store) = (sheet.clone(), store.clone());
    Callback::from(move |_| try_to_keep(&sheet, &store))
}

/// Ctrl+Enter keeps the changes from wherever the keyboard is.
fn keep_by_keys(sheet: &Sheet, store: &Store) -> Callback<KeyboardEvent> {
    let (sheet, store) = (sheet.clone(), store.clone());
    Callback::from(move |event: KeyboardEvent| {
        let wanted = event.key() == "Enter" && (event.ctrl_key() || event.meta_key());
        if wanted && sheet.look(|work| work.step != Step::Leave) {
            event.prevent_default();
            // What was written into a field counts when it is left.
            let field = gloo::utils::document().active_element();
            if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
                let _ = field.blur();
            }
            sheet.change(|work| work.focus = vec!["[name=keep]".to_owned()]);
            try_to_keep(&sheet, &store);
        }
    })
}

fn try_to_keep(sheet: &Sheet, store: &Store) {
    let state = store.state();
    let mut kept = None;
    sheet.change(|work| kept = keep(work, state.project()));
    let Some(command) = kept else { return };
    match store.perform(command) {
        Ok(_) => store.dispatch(Action::Open(None)),
        Err(error) => sheet.change(|work| work.problem = sentence(&errors::edit(&error))),
    }
}

/// The command that keeps the draft, once nothing is wrong with it and all is said of what goes.
fn keep(work: &mut Work, project: &Project) -> Option<Command> {
    work.news.clear();
    if let Some(part) = work.draft.first_problem(TAKEN) {
        work.part = Some(part);
        work.problem = "One thing needs another look first.".to_owned();
        work.focus = vec!["[aria-invalid]".to_owned()];
        return None;
    }
    let undecided = work.fates.iter().position(|(_, said)| said.is_none());
    if let Some(at) = undecided {
        work.problem = "Say of each what becomes of it.".to_owned();
        work.focus = vec![format!("[name=fate-{at}]")];
        return None;
    }
    let edit = work.draft.edit(&fates::decided(work));
    let uses = uses_without_fate(project, &edit);
    let lost = relations_without_place(project, &edit);
    if uses.is_empty() && lost <= work.lost {
        return Some(Command::EditSchema(Box::new(edit)));
    }
    let of_use = |of: InUse| (fates::suggestion(work, &edit.schema, project, &of), of);
    let more: Vec<_> = uses.into_iter().map(of_use).map(|(said, of)| (of, said)).collect();
    work.fates.extend(more);
    (work.step, work.lost) = (Step::Fates, lost);
    work.focus = vec!["[name=fate-0]".to_owned(), "[name=keep]".to_owned()];
    None
}

/// The list of parts, and the part that is shown.
fn editor(sheet: &Sheet, work: &Work, state: &Shared<State>) -> Html {
    let part = match work.part {
        Some(Part::Label(place)) => label_form::label_form(sheet, work, place),
        Some(Part::About) => html! {
            <section key="about" aria-label="About each article">
                <h3>{ "About each article" }</h3>
                <p class="muted">{ "What is asked of an article as a whole: its topic, its stance." }</p>
                { attributes::attributes(sheet, work, Part::About) }
            </section>
        },
        Some(Part::RelationTypes) => relation_types::relation_types(sheet, work),
        None => whole::whole(sheet, work, state),
    };
    html! {
        <div class="schema" key="editor">
            { parts(sheet, work) }
            <div class="schema-part">{ part }</div>
        </div>
    }
}

fn parts(sheet: &Sheet, work: &Work) -> Html {
    let other = |part: Option<Part>, says: &'static str| {
        let sheet = sheet.clone();
        let onclick = Callback::from(move |_: MouseEvent| sheet.change(|work| work.part = part));
        html! { <button type="button" class="quiet" aria-current={(work.part == part).then_some("true")} {onclick}>{ says }</button> }
    };
    let label = |(place, one): (usize, &crate::edit::LabelDraft)| {
        let part = Part::Label(place);
        let wrong = work.draft.name_problem(place).is_some() || work.draft.keys_problem(place, TAKEN).is_some();
        html! {
            <li key={one.row}>
                <button type="button" class={classes!("quiet", wrong.then_some("wrong"))} aria-current={(work.part == Some(part)).then_some("true")}
                    onclick={sheet.act(At { part, ..NOWHERE }, |work, at| work.part = Some(at.part))}>
                    <svg class="dot" viewBox="0 0 2 2" aria-hidden="true"><circle cx="1" cy="1" r="1" fill={one.label.colour.hex()} /></svg>
                    <span class="palette-name">{ &one.label.name }</span>{ key_caps(&one.label.key) }
                </button>
            </li>
        }
    };
    html! {
        <div class="schema-parts" role="group" aria-label="Parts of the schema">
            <ol aria-label="Labels">{ for work.draft.labels.iter().enumerate().map(label) }</ol>
            <button type="button" onclick={sheet.act(NOWHERE, add_label)}>{ "Add label" }</button>
            { other(Some(Part::RelationTypes), "Relation types") }
            { other(Some(Part::About), "About each article") }
            { other(None, "Presets and files") }
        </div>
    }
}

fn add_label(work: &mut Work, _: At) {
    let place = work.draft.add_label(NEW_LABEL);
    work.part = Some(Part::Label(place));
    work.focus = vec![format!("[name=name-{}]", work.draft.labels[place].row)];
}
