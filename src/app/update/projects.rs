//! Saved projects, files and backups.

use super::Update;
use crate::app::messages::{files as words, opening, projects};
use crate::app::{
    Dialog, Downloaded, Effect, Notice, Offer, OpenedProject, ProjectAction, ProjectRequest, Session, UiEffect,
};

impl Update<'_> {
    pub(super) fn project(&mut self, action: ProjectAction) {
        match action {
            ProjectAction::Request(request) => self.request(request),
            ProjectAction::Proceed { export } => self.proceed(export),
            ProjectAction::Opened(opened) => self.opened(*opened),
            ProjectAction::Listed(projects) => self.state.saved_projects = projects,
            ProjectAction::PickFiles(purpose) => self.ui(UiEffect::PickFiles(purpose)),
            ProjectAction::ReceivedFiles(purpose, files) => self.files_received(purpose, files),
            ProjectAction::FilesRead(read) => self.files_read(read),
            ProjectAction::SchemaRead(file) => self.schema_read(file),
            ProjectAction::Download(download) => self.effects.push(Effect::Download(download)),
            ProjectAction::Downloaded(downloaded) => self.downloaded(downloaded),
            ProjectAction::RequestBackup(request) => self.effects.push(Effect::Backup(request)),
            ProjectAction::Backup(backup) => self.state.backup = backup,
            ProjectAction::Exported { at, is_current } => self.exported(at, is_current),
            ProjectAction::StorageInspected(storage) => self.state.storage = storage,
            ProjectAction::ProtectStorage => self.effects.push(Effect::ProtectStorage),
            ProjectAction::InspectStorage => self.effects.push(Effect::InspectStorage),
            ProjectAction::RetrySaving => self.effects.push(Effect::RetrySaving),
            ProjectAction::TakeOver => {
                if self.state.session == Session::FOLLOWING {
                    self.effects.push(Effect::TakeOver);
                }
            }
        }
    }

    /// Where the open project is in memory only, another one must not take its place unasked.
    pub(super) fn request(&mut self, request: ProjectRequest) {
        if self.state.opening.is_some() && request.replaces_open() {
            return self.notify_error(opening::WAIT);
        }
        let is_in_memory = matches!(self.state.session, Session::MemoryOnly { .. });
        if request.replaces_open() && is_in_memory && self.state.unexported > 0 {
            self.state.waiting = Some(request);
            self.state.dialog = Some(Dialog::Discard);
        } else {
            self.effects.push(Effect::Project(request));
        }
    }

    fn proceed(&mut self, export: bool) {
        self.state.dialog = None;
        let Some(request) = self.state.waiting.take() else { return };
        if export {
            self.effects.push(Effect::export());
        }
        self.state.unexported = 0;
        self.effects.push(Effect::Project(request));
    }

    fn opened(&mut self, opened: OpenedProject) {
        let OpenedProject { editor, key, view, session, last_export } = opened;
        let state = &mut *self.state;
        let scrolled =
            state.opening.take().and_then(|opening| opening.preview).map(|preview| preview.view.scroll.clone());
        state.replace_project(editor, view);
        // What was scrolled while it was read.
        state.view.scroll.extend(scrolled.into_iter().flatten());
        state.editor.set_read_only(!session.can_edit());
        (state.key, state.session, state.last_export, state.unexported) = (key, session, last_export, 0);
        self.announce(projects::opened(&self.state.project().title));
        self.search_in_new_project();
    }

    fn downloaded(&mut self, Downloaded { file, dropped, is_project }: Downloaded) {
        if file.is_ok() {
            self.state.dialog.take_if(|dialog| *dialog == Dialog::Export);
        }
        match file {
            Ok(name) if is_project && dropped.is_empty() => self.notify(words::exported(&name)),
            Ok(name) if is_project => self.notify(words::exported_without(&name, &dropped)),
            Ok(name) => self.notify(words::downloaded(&name)),
            Err(reason) => self.notify_error(reason),
        }
    }

    fn exported(&mut self, at: Option<String>, is_current: bool) {
        if is_current {
            self.state.unexported = 0;
            let reminds = |notice: &Notice| notice.offer == Some(Offer::Export);
            self.state.notice.take_if(|notice| reminds(notice));
        }
        if at.is_some() {
            self.state.last_export = at;
        }
    }
}
