//! The schema as a whole: its name, presets, and files of schemas alone.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::sheet::{At, Sheet, Work};
use crate::app::messages::errors;
use crate::app::messages::errors::files::not_downloaded;
use crate::edit::Part;
use crate::format::native;
use crate::limits::PROJECT_BYTES;
use crate::model::{PRESETS, Preset};
use crate::text::isolated;
use crate::ui::shared::{Shared, counted};
use crate::ui::store::State;
use crate::ui::wording;
use crate::web::files;

const CHOOSER: &str = "schema-file";

/// Name, presets and files.
pub(super) fn whole(sheet: &Sheet, work: &Work, state: &Shared<State>) -> Html {
    let at = At { part: Part::About, i: 0, j: 0 };
    let preset = |(i, (name, _)): (usize, &Preset)| {
        let (sheet, state) = (sheet.clone(), state.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let (name, schema) = PRESETS[i];
            let news = format!("The draft is {name} now. Nothing is kept yet.");
            sheet.change(|work| work.replace(&schema(), state.project().schema(), news));
        });
        html! { <button type="button" key={i} {onclick}>{ *name }</button> }
    };
    html! {
        <section key="whole" aria-label="Schema as a whole">
            <h3>{ "Schema as a whole" }</h3>
            { sheet.text(at, "Name", "schema-name", &work.draft.name, |work, _, to| work.draft.name = to.to_owned(), None) }
            <h4>{ "Begin again with a preset" }</h4>
            <p class="muted">{ "It takes the place of this draft. What is called the same stays; you are asked about the rest." }</p>
            <div class="row" role="group" aria-label="Presets">{ for PRESETS.iter().enumerate().map(preset) }</div>
            <h4>{ "Files" }</h4>
            <p class="muted">{ "A schema alone, without articles and tags, for other projects and other people." }</p>
            <div class="row">
                <button type="button" onclick={download(sheet)}>{ "Download schema" }</button>
                { chooser(sheet, state) }
            </div>
        </section>
    }
}

fn download(sheet: &Sheet) -> Callback<MouseEvent> {
    let sheet = sheet.clone();
    Callback::from(move |_| {
        sheet.change(|work| {
            let file = native::write_schema(&work.draft.schema());
            match files::download(&file.name, file.mime, &file.bytes) {
                Ok(()) => work.news = format!("Downloaded {}", file.name),
                Err(reason) => work.problem = not_downloaded(&file.name, reason.as_deref()),
            }
        });
    })
}

fn chooser(sheet: &Sheet, state: &Shared<State>) -> Html {
    let pick = Callback::from(|_: MouseEvent| {
        let input = gloo::utils::document().get_element_by_id(CHOOSER);
        if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
            input.click();
        }
    });
    let (sheet, state) = (sheet.clone(), state.clone());
    let onchange = Callback::from(move |event: Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let chosen = input.files().map(|list| files::files_of(&list)).unwrap_or_default();
        // So that choosing the same file again is a change.
        input.set_value("");
        let (sheet, state) = (sheet.clone(), state.clone());
        spawn_local(async move {
            let Some(file) = chosen.first() else { return };
            let name = file.name();
            let bytes = files::read(file, PROJECT_BYTES).await.map_err(|error| wording::file_read_error(&error));
            let read = bytes.and_then(|bytes| native::read_schema(&bytes).map_err(|error| errors::read(&error)));
            sheet.change(|work| match read {
                Ok(schema) => {
                    let labels = counted(schema.labels.len(), "label", "labels");
                    let news = format!("Read {labels} from {}. Nothing is kept yet.", isolated(&name));
                    work.replace(&schema, state.project().schema(), news);
                }
                Err(reason) => work.problem = format!("{}: {reason}", isolated(&name)),
            });
        });
    });
    html! {
        <>
            <button type="button" onclick={pick}>{ "Read schema from a file…" }</button>
            <input type="file" id={CHOOSER} hidden={true} accept=".json,application/json" aria-label="File of a schema" {onchange} />
        </>
    }
}
