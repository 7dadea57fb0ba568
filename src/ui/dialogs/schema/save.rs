//! Saving the draft, once it has no problems and it is chosen what becomes of everything in use that it removes.

use yew::prelude::*;

use super::form::{FormFocus, FormHandle, SchemaForm, Step};
use super::migration;
use crate::app::keymap::RESERVED;
use crate::app::messages::{dialogs, errors, schema as words};
use crate::app::{Dispatcher, ViewAction};
use crate::edit::{Command, InUse, relations_without_place, uses_without_remap};
use crate::model::Project;
use crate::ui::dom::focus::focused;

/// The name of the button that saves.
const SAVE: &str = "save";

/// The button that saves.
pub(super) fn save_button(handle: &FormHandle, dispatcher: &Dispatcher) -> Html {
    let onclick = {
        let (handle, dispatcher) = (handle.clone(), dispatcher.clone());
        Callback::from(move |_: MouseEvent| try_to_save(&handle, &dispatcher))
    };
    html! { <button type="button" class="primary" name={SAVE} title={words::SAVE_KEYS} {onclick}>{ dialogs::SAVE }</button> }
}

/// Ctrl+Enter saves from wherever the focus is.
pub(super) fn save_keys(handle: &FormHandle, dispatcher: &Dispatcher) -> Callback<KeyboardEvent> {
    let (handle, dispatcher) = (handle.clone(), dispatcher.clone());
    Callback::from(move |event: KeyboardEvent| {
        let is_wanted = event.key() == "Enter" && (event.ctrl_key() || event.meta_key());
        if !is_wanted || handle.read(|form| form.step == Step::Leave) {
            return;
        }
        event.prevent_default();
        // A field sets its value when it loses the focus.
        if let Some(field) = focused() {
            let _ = field.blur();
        }
        handle.change(|form| form.focus = Some(FormFocus::control(SAVE)));
        try_to_save(&handle, &dispatcher);
    })
}

/// Saves the draft and closes the dialog, or shows what is missing.
fn try_to_save(handle: &FormHandle, dispatcher: &Dispatcher) {
    let state = dispatcher.state();
    let Some(command) = handle.change(|form| command(form, state.project())) else { return };
    match dispatcher.perform(command) {
        Ok(_) => dispatcher.dispatch(ViewAction::Open(None)),
        Err(error) => handle.change(|form| form.problem = errors::sentence(&errors::edit(&error))),
    }
}

/// The command that saves the draft; `None` while something is missing, which the form then shows.
fn command(form: &mut SchemaForm, project: &Project) -> Option<Command> {
    form.status.clear();
    if let Some(part) = form.draft.first_problem(RESERVED) {
        form.part = Some(part);
        form.problem = words::FIX_FIELD.to_owned();
        form.focus = Some(FormFocus::Problem);
        return None;
    }
    if let Some(at) = form.remaps.iter().position(|(_, replacement)| replacement.is_none()) {
        form.problem = words::CHOOSE_FOR_EACH.to_owned();
        form.focus = Some(FormFocus::control(migration::field_name(at)));
        return None;
    }
    let edit = form.draft.edit(&migration::chosen(form));
    let uses = uses_without_remap(project, &edit);
    let lost = relations_without_place(project, &edit);
    if uses.is_empty() && lost <= form.lost_relations {
        return Some(Command::EditSchema(Box::new(edit)));
    }
    let with_proposal = |of: InUse| (migration::proposal(form, &edit.schema, project, &of), of);
    let more: Vec<_> = uses.into_iter().map(with_proposal).map(|(replacement, of)| (of, replacement)).collect();
    form.remaps.extend(more);
    (form.step, form.lost_relations) = (Step::Migration, lost);
    form.focus = Some(FormFocus::Control(vec![migration::field_name(0), SAVE.to_owned()]));
    None
}
