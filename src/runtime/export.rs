//! Downloads the project, or a schema.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::{Store, export_reminder, project_files};
use crate::app::messages::claims_board::PAGE;
use crate::app::messages::errors::files::not_downloaded;
use crate::app::messages::formats;
use crate::app::messages::report::REPORT;
use crate::app::{Download, Downloaded, Exporting, ExportingAction, ProjectAction, State};
use crate::format::claims_board::export_board;
use crate::format::report::export_report;
use crate::format::{ExportOptions, Exported, file_name, native};
use crate::web::bytes::JsParts;
use crate::web::files;

/// Downloads a file, and dispatches the result.
pub(super) fn download(store: &Store, download: Download) {
    let exported = match download {
        Download::Project { format: native::NAME, .. } => {
            let store = store.clone();
            return spawn_local(async move {
                download_native(&store).await;
            });
        }
        Download::Project { format, options } => {
            let store = store.clone();
            return spawn_local(async move { download_of_tool(&store, format, options).await });
        }
        Download::Schema(schema) => native::write_schema(&schema),
        download @ (Download::Board { .. } | Download::Report { .. }) => {
            let store = store.clone();
            return Store::with_analysis(move |analysis| {
                if let Some(exported) = (analysis.file)(&store.state(), &download) {
                    finish_bytes(&store, exported, None);
                }
            });
        }
    };
    finish_bytes(store, exported, None);
}

/// Downloads the project in the format of another tool, which is written in slices. The user can cancel that.
async fn download_of_tool(store: &Store, format: &'static str, options: ExportOptions) {
    let Some(formats) = Store::formats().await else { return };
    let number = store.services().exports.get() + 1;
    store.services().exports.set(number);
    let state = store.state();
    let go_on = {
        let (store, begun) = (store.clone(), Cell::new(false));
        move |progress: Option<f64>| {
            let is_ours = |store: &Store| store.state().exporting.is_some_and(|one| one.number == number);
            if begun.replace(true) && !is_ours(&store) {
                return false;
            }
            let percent = progress.map(|progress| (progress * 100.0) as u8);
            store.dispatch(ExportingAction::Written(Exporting { number, percent }));
            is_ours(&store)
        }
    };
    let written = (formats.export_in_slices)(state.project().clone(), format, options, Box::new(go_on)).await;
    store.dispatch(ExportingAction::End(number));
    if let Some((exported, parts)) = written {
        finish(store, exported, &parts, Some(state));
    }
}

/// The file of the claims board or of a report; `None` for other downloads. See [`Store::with_analysis`].
pub(super) fn analysis_file(state: &State, download: &Download) -> Option<Exported> {
    match download {
        Download::Board { format, options } => {
            Some(export_board(&state.project().title, &state.shown_board(), *format, *options, &PAGE))
        }
        Download::Report { report, made } => Some(export_report(report, &REPORT, made)),
        _ => None,
    }
}

/// As [`finish`], for a file in one piece.
fn finish_bytes(store: &Store, exported: Exported, written: Option<Rc<State>>) {
    let Exported { name, mime, bytes, dropped } = exported;
    let mut parts = JsParts::default();
    parts.push(&bytes);
    finish(store, Exported { name, mime, bytes: Vec::new(), dropped }, &parts, written);
}

/// Downloads the project as native JSON, which is written in slices; returns whether that succeeded.
pub(super) async fn download_native(store: &Store) -> bool {
    let state = store.state();
    let (name, mime) = (file_name(&state.project().title, native::INFO.extension), native::INFO.mime);
    let parts = project_files::native_json(state.project()).await;
    let file = Exported { name, mime, bytes: Vec::new(), dropped: Vec::new() };
    finish(store, file, &parts, Some(state))
}

/// Gives the file to the browser, and dispatches the result; returns whether that succeeded. If the file is of a project, `written` is
/// the state in which it was.
fn finish(store: &Store, exported: Exported, parts: &JsParts, written: Option<Rc<State>>) -> bool {
    let Exported { name, mime, dropped, .. } = exported;
    let file = files::download(&name, mime, parts).map_err(|reason| not_downloaded(&name, reason.as_deref()));
    // Only an export without dropped parts is a complete copy.
    let is_complete = dropped.is_empty();
    let (name, dropped) = (file.map(|()| name), dropped.iter().map(formats::dropped).collect());
    let is_downloaded = name.is_ok();
    let downloaded = Downloaded { file: name, dropped, is_project: written.is_some() };
    store.dispatch(ProjectAction::Downloaded(downloaded));
    if let Some(written) = written.filter(|_| is_downloaded && is_complete) {
        // While a large file is written, the project may change, and another one may be opened.
        let is_current = Rc::ptr_eq(written.project(), store.state().project());
        export_reminder::exported(store, &written.key, is_current);
    }
    is_downloaded
}
