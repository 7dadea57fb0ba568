//! The name of the schema, presets to start from, and files of schemas.

use yew::prelude::*;

use super::form::{Address, FormHandle, SchemaForm};
use crate::app::messages::schema as words;
use crate::app::{Dispatcher, Download, FilePurpose, ProjectAction};
use crate::edit::Part;
use crate::model::{PRESETS, Preset};
use crate::ui::widgets::{button, on};

/// Name, presets and files.
pub(super) fn view(handle: &FormHandle, form: &SchemaForm, dispatcher: &Dispatcher) -> Html {
    let address = Address::of(Part::About);
    let preset = |(i, (name, _)): (usize, &Preset)| {
        html! { <button type="button" key={i} onclick={start_from(handle, dispatcher, i)}>{ *name }</button> }
    };
    html! {
        <section key="presets" aria-label={words::PRESETS_AND_FILES}>
            <h3>{ words::PRESETS_AND_FILES }</h3>
            { handle.text(address, words::NAME, "schema-name", &form.draft.name, set_name, None) }
            <h4>{ words::PRESETS_HEADING }</h4>
            <p class="muted">{ words::PRESETS_HINT }</p>
            <div class="row" role="group" aria-label={words::PRESETS}>{ for PRESETS.iter().enumerate().map(preset) }</div>
            <h4>{ words::FILES }</h4>
            <p class="muted">{ words::FILES_HINT }</p>
            <div class="row">
                { button(words::DOWNLOAD, download(handle, dispatcher)) }
                { button(words::READ_FILE, on(dispatcher, ProjectAction::PickFiles(FilePurpose::Schema))) }
            </div>
        </section>
    }
}

fn set_name(form: &mut SchemaForm, _: Address, value: &str) {
    value.clone_into(&mut form.draft.name);
}

/// Replaces the draft by a preset.
fn start_from(handle: &FormHandle, dispatcher: &Dispatcher, preset: usize) -> Callback<MouseEvent> {
    let (handle, dispatcher) = (handle.clone(), dispatcher.clone());
    Callback::from(move |_| {
        let (name, schema) = PRESETS[preset];
        let state = dispatcher.state();
        handle.change(|form| form.replace(&schema(), state.project().schema(), words::from_preset(name)));
    })
}

/// Downloads the draft.
fn download(handle: &FormHandle, dispatcher: &Dispatcher) -> Callback<MouseEvent> {
    let (handle, dispatcher) = (handle.clone(), dispatcher.clone());
    Callback::from(move |_| {
        let schema = handle.read(|form| form.draft.schema());
        dispatcher.dispatch(ProjectAction::Download(Download::Schema(Box::new(schema))));
    })
}
