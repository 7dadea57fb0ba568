//! Performs effects.

use wasm_bindgen_futures::spawn_local;

use super::{
    Store, backup, export, export_reminder, import, occurrences, project_requests, read_text, samples, search,
    storage_protection, stored_panels, tab_sync,
};
use crate::app::{BackupRequest, Effect};
use crate::edit::StepKind;
use crate::web::{handles, panic, preferences};

/// The preference with the name of the user.
pub(super) const AUTHOR: &str = "name";
/// The number of transactions after which persistent storage is requested.
const WORTH_PROTECTING: usize = 5;

impl Store {
    pub(super) fn carry_out(&self, effect: Effect) {
        match effect {
            Effect::Save { step, project } => {
                self.enqueue(&step, &project);
                panic::force("queued");
                if step.kind != StepKind::Load {
                    self.worked();
                }
            }
            Effect::Notify(step) => {
                self.services().subscribers.notify(&step);
                backup::changed(self);
            }
            Effect::Project(request) => project_requests::carry_out(self, request),
            Effect::FetchSample(article) => samples::fetch_again(self, article),
            Effect::ReadFiles(purpose, files) => import::receive(self, purpose, files),
            Effect::ReadTextAgain(file, how) => read_text::read_again(self, file, how),
            Effect::ReleaseFiles(files) => files.into_iter().for_each(|file| drop(handles::take_files(file))),
            Effect::Download(download) => export::download(self, download),
            Effect::ComputeReport(project) => {
                let store = self.clone();
                Self::with_analysis(move |analysis| (analysis.compute_report)(&store, project));
            }
            Effect::Backup(BackupRequest::Choose) => backup::choose(self),
            Effect::Backup(BackupRequest::Resume) => backup::resume(self),
            Effect::Backup(BackupRequest::Stop) => backup::stop(self),
            Effect::RetrySaving => self.retry_saving(),
            Effect::TakeOver => tab_sync::take_over(self),
            Effect::Search(request) => search::run(self, request),
            Effect::Suggest(project) => {
                let store = self.clone();
                Self::with_analysis(move |analysis| (analysis.compute_suggestions)(&store, project));
            }
            Effect::Occurrences(request) => occurrences::run(self, *request),
            Effect::CancelSearch => search::cancel(self),
            Effect::FindCounterparts => {
                let store = self.clone();
                Self::with_analysis(move |analysis| (analysis.find_counterparts)(&store));
            }
            Effect::StoreAuthor(name) => {
                // If it cannot be stored, the user has to enter it again at the next visit.
                let _ = preferences::set(AUTHOR, &name);
            }
            Effect::StorePanels(panels) => stored_panels::remember(panels),
            Effect::ProtectStorage => {
                let store = self.clone();
                spawn_local(async move { storage_protection::ask(&store).await });
            }
            Effect::InspectStorage => {
                let store = self.clone();
                spawn_local(async move { storage_protection::inspect(&store, false).await });
            }
            // The store passes these to the page.
            Effect::Ui(_) => {}
        }
    }

    /// Handles a change of the project by the user in this tab.
    fn worked(&self) {
        export_reminder::worked(self);
        if self.state().editor.history().done_count() >= WORTH_PROTECTING {
            storage_protection::ask_once(self);
        }
    }
}
