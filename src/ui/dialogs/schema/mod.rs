//! The editor of labels, attributes and relation types. It edits a draft; saving that is one change of the project.

mod attributes;
mod choices;
mod fields;
mod form;
mod label;
mod migration;
mod parts;
mod presets;
mod relation_types;
mod save;

use yew::prelude::*;

use crate::app::messages::{dialogs, schema as words};
use crate::app::{ByPtr, Dispatcher, Notice, SchemaFile, State, ViewAction};
use crate::edit::Part;
use crate::model::Project;
use crate::ui::widgets::{Dialog, use_dispatcher};
use form::{Act, Address, FormFocus, FormHandle, SchemaForm, Step};
use save::{save_button, save_keys};

/// The name of the button that goes back to the draft.
const STAY: &str = "stay";

#[derive(Clone, Properties, PartialEq)]
pub(in crate::ui) struct SchemaDialogProps {
    project: ByPtr<Project>,
    /// The file that was read last.
    file: Option<ByPtr<SchemaFile>>,
    /// The message at the foot of the page, which cannot be reached while the dialog is open.
    notice: Option<Notice>,
}

impl SchemaDialogProps {
    pub(in crate::ui) fn of(state: &State, file: Option<&ByPtr<SchemaFile>>) -> Self {
        Self { project: state.project().into(), file: file.cloned(), notice: state.notice.clone() }
    }
}

/// The schema editor.
#[component]
pub(in crate::ui) fn SchemaDialog(props: &SchemaDialogProps) -> Html {
    let dispatcher = use_dispatcher();
    let form = use_mut_ref(|| new_form(props));
    let root = use_node_ref();
    let handle = FormHandle::new(form, root.clone(), use_force_update());
    use_news(&handle, props);
    {
        let handle = handle.clone();
        use_effect(move || handle.move_focus());
    }
    let onclose = {
        let (handle, dispatcher) = (handle.clone(), dispatcher.clone());
        Callback::from(move |()| leave(&handle, &dispatcher))
    };
    let (content, buttons) = handle.read(|form| match form.step {
        Step::Edit => (parts::editor(&handle, form, &dispatcher), edit_buttons(&handle, &dispatcher, &onclose)),
        Step::Migration => (migration::view(&handle, form, &props.project), migration_buttons(&handle, &dispatcher)),
        Step::Leave => (html! { <p key="leave">{ words::UNSAVED }</p> }, leave_buttons(&handle, &dispatcher)),
    });
    let (problem, status) = handle.read(|form| (form.problem.clone(), form.status.clone()));
    html! {
        <Dialog heading={words::HEADING} class="broad" {onclose}>
            <div ref={root} onkeydown={save_keys(&handle, &dispatcher)}>
                { content }
                <p class="problem" role="alert">{ problem }</p>
                <div class="dialog-actions"><p class="muted" role="status">{ status }</p>{ buttons }</div>
            </div>
        </Dialog>
    }
}

fn new_form(props: &SchemaDialogProps) -> SchemaForm {
    let before = props.project.schema();
    let mut form = SchemaForm::new(before, before);
    if let Some(file) = &props.file {
        form.read_file(file, before);
    }
    form
}

/// Takes files that are read, and shows messages that come, while the dialog is open.
#[hook]
fn use_news(handle: &FormHandle, props: &SchemaDialogProps) {
    let before = use_mut_ref(|| (props.file.clone(), props.notice.clone()));
    let (handle, project) = (handle.clone(), props.project.clone());
    use_effect_with((props.file.clone(), props.notice.clone()), move |(file, notice)| {
        let (file_before, notice_before) = before.replace((file.clone(), notice.clone()));
        match (file, notice) {
            (Some(file), _) if file_before.as_ref() != Some(file) => {
                handle.change(|form| form.read_file(file, project.schema()));
            }
            (_, Some(notice)) if notice_before.as_ref() != Some(notice) => handle.change(|form| form.show(notice)),
            _ => {}
        }
    });
}

/// Closes the dialog; asks first if something was changed.
fn leave(handle: &FormHandle, dispatcher: &Dispatcher) {
    let state = dispatcher.state();
    let (step, changed) = handle.read(|form| (form.step, form.draft.schema() != **state.project().schema()));
    match step {
        Step::Edit if changed => handle.change(|form| {
            form.step = Step::Leave;
            form.focus = Some(FormFocus::control(STAY));
        }),
        Step::Edit => dispatcher.dispatch(ViewAction::Open(None)),
        Step::Migration | Step::Leave => handle.change(SchemaForm::edit_again),
    }
}

const EDIT_AGAIN: Act = |form, _| form.edit_again();

fn edit_again(handle: &FormHandle) -> Callback<MouseEvent> {
    handle.act(Address::of(Part::About), EDIT_AGAIN)
}

fn edit_buttons(handle: &FormHandle, dispatcher: &Dispatcher, onclose: &Callback<()>) -> Html {
    html! {
        <>
            <button type="button" onclick={onclose.reform(|_: MouseEvent| ())}>{ dialogs::CANCEL }</button>
            { save_button(handle, dispatcher) }
        </>
    }
}

fn migration_buttons(handle: &FormHandle, dispatcher: &Dispatcher) -> Html {
    html! {
        <>
            <button type="button" onclick={edit_again(handle)}>{ words::BACK }</button>
            { save_button(handle, dispatcher) }
        </>
    }
}

fn leave_buttons(handle: &FormHandle, dispatcher: &Dispatcher) -> Html {
    let dispatcher = dispatcher.clone();
    let discard = Callback::from(move |_: MouseEvent| dispatcher.dispatch(ViewAction::Open(None)));
    html! {
        <>
            <button type="button" class="danger" onclick={discard}>{ words::DISCARD }</button>
            <button type="button" class="primary" name={STAY} onclick={edit_again(handle)}>{ words::KEEP_EDITING }</button>
        </>
    }
}
