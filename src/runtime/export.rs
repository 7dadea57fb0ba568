//! Downloads the project, or a schema.

use wasm_bindgen_futures::spawn_local;

use super::{Store, export_reminder, project_files};
use crate::app::messages::claims_board::PAGE;
use crate::app::messages::errors::files::not_downloaded;
use crate::app::messages::formats;
use crate::app::messages::report::REPORT;
use crate::app::{Download, Downloaded, ProjectAction};
use crate::format::claims_board::export_board;
use crate::format::report::export_report;
use crate::format::{self, Exported, Format as _, file_name, native};
use crate::web::bytes::JsParts;
use crate::web::files;

/// Downloads a file, and dispatches the result.
pub(super) fn download(store: &Store, download: Download) {
    let (exported, is_project) = match download {
        Download::Project { format: native::NAME, .. } => return download_project(store),
        Download::Project { format, options } => {
            let Some(format) = format::find(format) else { return };
            (format.export(store.state().project(), options), true)
        }
        Download::Board { format, options } => {
            let state = store.state();
            (export_board(&state.project().title, &state.shown_board(), format, options, &PAGE), false)
        }
        Download::Report { report, made } => (export_report(&report, &REPORT, &made), false),
        Download::Schema(schema) => (native::write_schema(&schema), false),
    };
    let Exported { name, mime, bytes, dropped } = exported;
    let mut parts = JsParts::default();
    parts.push(&bytes);
    let file = Exported { name, mime, bytes: Vec::new(), dropped };
    finish(store, file, &parts, is_project);
}

/// Downloads the project as native JSON, which is written in slices.
fn download_project(store: &Store) {
    let (store, state) = (store.clone(), store.state());
    spawn_local(async move {
        let (name, mime) = (file_name(&state.project().title, native::Native.extension()), native::Native.mime());
        let parts = project_files::native_json(state.project()).await;
        let file = Exported { name, mime, bytes: Vec::new(), dropped: Vec::new() };
        finish(&store, file, &parts, true);
    });
}

/// Gives the file to the browser, and dispatches the result.
fn finish(store: &Store, exported: Exported, parts: &JsParts, is_project: bool) {
    let Exported { name, mime, dropped, .. } = exported;
    let file = files::download(&name, mime, parts).map_err(|reason| not_downloaded(&name, reason.as_deref()));
    // Only an export without dropped parts is a complete copy.
    let is_copy = file.is_ok() && is_project && dropped.is_empty();
    let (name, dropped) = (file.map(|()| name), dropped.iter().map(formats::dropped).collect());
    store.dispatch(ProjectAction::Downloaded(Downloaded { file: name, dropped, is_project }));
    if is_copy {
        let key = store.state().key.clone();
        export_reminder::exported(store, &key, true);
    }
}
