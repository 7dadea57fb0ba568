//! What comes in from outside: files opened, dropped and pasted, and imports.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, File, HtmlInputElement};
use yew::prelude::*;

use super::backup;
use super::projects;
use super::shared::on;
use super::store::{Action, Dialog, IncomingText, Notice, Store};
use crate::app::messages::counts::mebibytes;
use crate::app::messages::errors;
use crate::app::messages::names::encoding as encoding_name;
use crate::edit::Editor;
use crate::format::{self, native};
use crate::limits::{FILES, PROJECT_BYTES, TEXT_BYTES};
use crate::text::{Text, isolated, normalise};
use crate::ui::wording;
use crate::web::api::ImportReport;
use crate::web::files;

/// The ids of the two file choosers, which the header holds.
const IMPORT_INPUT: &str = "import-file";
const ARTICLES_INPUT: &str = "article-files";

/// The file choosers. They are hidden: buttons and keys open them.
pub(super) fn choosers(store: &Store) -> Html {
    let chosen = |store: &Store, take: fn(&Store, Vec<File>)| {
        let store = store.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
                return;
            };
            take(&store, input.files().map(|list| files::files_of(&list)).unwrap_or_default());
            // So that choosing the same file again is a change.
            input.set_value("");
        })
    };
    html! {
        <>
            <input type="file" id={IMPORT_INPUT} hidden={true} multiple={true} accept=".json,.txt,application/json,text/plain" aria-label="File to import"
                onchange={chosen(store, received)} />
            <input type="file" id={ARTICLES_INPUT} hidden={true} multiple={true} accept=".txt,text/plain" aria-label="Texts to open"
                onchange={chosen(store, received)} />
        </>
    }
}

fn click(id: &str) -> bool {
    let input = gloo::utils::document().get_element_by_id(id);
    let input = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    if let Some(input) = &input {
        input.click();
    }
    input.is_some()
}

/// Opens the chooser for a file to import.
pub(super) fn pick_import() -> bool {
    click(IMPORT_INPUT)
}

/// Opens the chooser for texts that become articles.
pub(super) fn pick_texts() -> bool {
    click(ARTICLES_INPUT)
}

/// Asks for a text that becomes an article.
pub(super) fn paste(store: &Store) {
    store.dispatch(paste_action());
}

fn paste_action() -> Action {
    let blank = IncomingText { title: String::new(), text: String::new(), remarks: Vec::new() };
    Action::Open(Some(Dialog::AddArticles(vec![blank].into())))
}

/// The buttons that bring articles in.
pub(super) fn buttons(store: &Store) -> Html {
    let pick = Callback::from(|_: MouseEvent| {
        pick_texts();
    });
    let paste = on(store, paste_action());
    html! {
        <>
            <button type="button" onclick={pick}>{ "Open texts…" }</button>
            <button type="button" onclick={paste}>{ "Paste text…" }</button>
        </>
    }
}

/// Files were dropped on the page.
pub(super) fn dropped(store: &Store, event: &DragEvent) {
    let dropped = event.data_transfer().and_then(|transfer| transfer.files());
    received(store, dropped.map(|list| files::files_of(&list)).unwrap_or_default());
}

/// Takes files: projects are opened, texts become articles once their titles are filled in.
fn received(store: &Store, chosen: Vec<File>) {
    let store = store.clone();
    spawn_local(async move {
        let (mut texts, mut problems) = (Vec::new(), Vec::new());
        if chosen.len() > FILES {
            problems.push(format!("{} files at once: the first {FILES} are taken.", chosen.len()));
        }
        // A folder of large texts is not held in memory as a whole.
        let mut room = PROJECT_BYTES;
        for file in chosen.into_iter().take(FILES) {
            let name = file.name();
            let most = if has_extension_of_text(&name) { TEXT_BYTES } else { PROJECT_BYTES };
            let read = files::read(&file, most).await.map_err(|error| wording::file_read_error(&error));
            let read = read.and_then(|bytes| {
                room = room.checked_sub(bytes.len()).ok_or("too much at once: add the others first, then this one")?;
                Ok(bytes)
            });
            let taken = match read {
                Ok(bytes) if is_text(&name, &bytes) => incoming_text(&name, &bytes).map(|text| texts.push(text)),
                Ok(bytes) => import(&store, &name, &bytes).await.map(|_| ()),
                Err(reason) => Err(reason),
            };
            if let Err(reason) = taken {
                problems.push(format!("{}: {reason}", isolated(&name)));
            }
        }
        if !texts.is_empty() {
            store.dispatch(Action::Incoming(texts));
        }
        if !problems.is_empty() {
            let text = problems.join("\n");
            store.dispatch(Action::Notify(Some(Notice { text, is_error: true, offer: None })));
        }
    });
}

/// Whether a file is a text to read rather than a project to open.
fn is_text(name: &str, bytes: &[u8]) -> bool {
    if has_extension_of_text(name) {
        return true;
    }
    let is_json = extension(name).as_deref() == Some("json");
    !is_json && !native::is_schema(bytes) && format::recognise(name, bytes).is_none()
}

fn has_extension_of_text(name: &str) -> bool {
    matches!(extension(name).as_deref(), Some("txt" | "text" | "md"))
}

fn extension(name: &str) -> Option<String> {
    name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase())
}

fn incoming_text(name: &str, bytes: &[u8]) -> Result<IncomingText, String> {
    let (decoded, encoding) = files::decode(bytes).map_err(|error| wording::decode_error(&error))?;
    if decoded.len() > Text::MAX_BYTES {
        return Err(format!("the text is longer than {}: divide it into several", mebibytes(Text::MAX_BYTES)));
    }
    let normalised = normalise(&decoded);
    if normalised.text.trim().is_empty() {
        return Err("there is no text in it".to_owned());
    }
    let mut remarks = Vec::new();
    if encoding != crate::text::Encoding::Utf8 {
        remarks.push(format!("Read as {}", encoding_name(encoding)));
    }
    if normalised.removed_bom {
        remarks.push("A byte order mark was removed".to_owned());
    }
    if normalised.line_ends > 0 {
        remarks.push(format!("{} line ends were turned into LF", normalised.line_ends));
    }
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let title = if stem.is_empty() { "Untitled article" } else { stem };
    Ok(IncomingText { title: title.replace('_', " "), text: normalised.text, remarks })
}

/// Opens the project in a file; the one that is open stays in the list of saved ones. A schema alone is opened in its
/// editor, where a person sees what it would change.
///
/// # Errors
/// With what is wrong with the file, and where; nothing has changed then.
pub(super) async fn import(store: &Store, name: &str, bytes: &[u8]) -> Result<ImportReport, String> {
    if native::is_schema(bytes) {
        let schema = native::read_schema(bytes).map_err(|error| errors::read(&error))?;
        store.dispatch(Action::Open(Some(Dialog::Schema(Some(schema.into())))));
        let (format, warnings) = (native::SCHEMA_FORMAT, Vec::new());
        return Ok(ImportReport { format, articles: 0, annotations: 0, relations: 0, warnings });
    }
    let (format, imported) = format::import_any(name, bytes).map_err(|error| errors::read(&error))?;
    let project = imported.project;
    let report = ImportReport {
        format: format.name(),
        articles: project.articles().len(),
        annotations: project.annotation_count(),
        relations: project.relations().count(),
        warnings: Vec::new(),
    };
    projects::adopt(store, Editor::with_history(project, imported.history)).await?;
    backup::worth_keeping(store);
    let (articles, tags) = (report.articles, report.annotations);
    let text = format!("Imported {}: {articles} articles, {tags} tags", isolated(name));
    store.dispatch(Action::Notify(Some(Notice { text, is_error: false, offer: None })));
    Ok(report)
}
