//! How each action changes the state. Steps that change the project are handed back, to be saved and told to others.

mod arriving;
mod moving;
mod parts;
mod progress;
mod selecting;
mod tagging;

pub use selecting::innermost_or_next_out;

use super::{Access, Action, Arrival, Describing, Dialog, SaveStatus, State, View};
use crate::app::messages;
use crate::edit::{Command, Conflict, EditError, Stamp, Step, StepKind};
use crate::model::ArticleId;
use crate::ui::shared::sentence;

pub(super) type Edited = Result<Option<Step>, EditError>;

impl State {
    /// Carries an action out and gives back the step that it made of the project, if it made one.
    pub fn reduce(&mut self, action: Action, stamp: Stamp) -> Option<Step> {
        let edited = match action {
            // It says more than what its step does.
            Action::NextUnfinished(finish) => return self.next_unfinished(finish, stamp),
            Action::Edit(command) => self.editor.perform(command, stamp),
            Action::Undo => self.editor.undo().map_err(Into::into),
            Action::Redo => self.editor.redo().map_err(Into::into),
            Action::StepTo(done) => self.editor.step_to(done).map_err(Into::into),
            Action::AddRange(cursor) => self.add_range(cursor, stamp),
            Action::KeepPart => self.keep_part(stamp),
            Action::RemovePart(id, at) => self.remove_part(&id, at, stamp),
            Action::ApplyLabel(label, how) => self.apply_label(label, how, stamp),
            Action::MoveEdge(edge, direction, unit) => self.move_edge(edge, direction, unit, stamp),
            Action::RemoveSelected => self.remove_selected(stamp),
            Action::Arrived(id, text) => self.arrived(&id, text, stamp),
            Action::Search(action) => self.search(action, stamp),
            Action::Occurrences(action) => self.occurrence(action, stamp),
            Action::Link(action) => self.link(action, stamp),
            Action::Entities(action) => self.name(action, stamp),
            other => {
                self.look(other);
                Ok(None)
            }
        };
        let step = match edited {
            Ok(Some(step)) => {
                self.after_step(&step);
                Some(step)
            }
            Ok(None) => None,
            Err(error) => {
                self.complain(sentence(&error.to_string()));
                None
            }
        };
        self.tidy_links();
        step
    }

    /// Carries a command out for a program: errors are its own to show.
    ///
    /// # Errors
    /// With why it cannot be done; nothing has changed then.
    pub fn perform(&mut self, command: Command, stamp: Stamp) -> Edited {
        let step = self.editor.perform(command, stamp)?;
        if let Some(step) = &step {
            self.after_step(step);
            self.tidy_links();
        }
        Ok(step)
    }

    /// Carries out what changes only how the project is looked at.
    fn look(&mut self, action: Action) {
        match action {
            Action::Place(cursor) => self.place(cursor),
            Action::DropParts => self.view.drop_parts(),
            Action::Move { unit, direction, extend } => self.move_cursor(unit, direction, extend),
            Action::MoveToEnd(direction, extend) => self.move_to_end(direction, extend),
            Action::Select(id) => self.select(id),
            Action::Reveal(id) => self.reveal(id),
            Action::Toggle(id) => self.toggle(id),
            Action::SelectAll(ids) => self.select_all(ids),
            Action::SelectAtCursor => self.select_at_cursor(),
            Action::SelectNext(direction) => self.select_next(direction),
            Action::Relabel(open) => {
                self.view.relabelling = open && self.view.selected.is_some();
                self.view.describing = Describing::No;
            }
            Action::Describe(what) => self.describe(what),
            Action::Chord(keys) => self.press_chord(keys),
            Action::Escape => self.escape(),
            Action::Room(columns) => self.room = columns,
            Action::HidePanel(hidden) => self.hide_panel(hidden),
            Action::Reject(suggestion) => self.view.rejected.push(suggestion),
            Action::Columns(columns) => self.set_columns(columns),
            Action::Show(article) => self.show(&article),
            Action::Hide(article) => self.view.open.retain(|open| open != &article),
            Action::ShowTab(tab) => self.view.tab = tab,
            Action::SetFilter(filter) => self.view.filter = filter,
            Action::Open(dialog) => {
                self.occurrences = None;
                self.dialog = dialog;
            }
            Action::Incoming(texts) => self.dialog = Some(Dialog::AddArticles(texts.into())),
            Action::Notify(notice) => self.notice = notice,
            Action::Announce(text) => self.announce(text),
            Action::Opened { editor, key, awaiting, view } => {
                self.editor = *editor;
                self.editor.set_read_only(self.access != Access::Writing);
                self.key = key;
                self.view = *view;
                self.await_articles(awaiting);
                self.dialog = None;
                self.generation += 1;
                self.announce(format!("Opened the project {}", self.project().title));
            }
            Action::Awaiting(articles) => self.await_articles(articles),
            Action::Retry(id) => self.set_arrival(&id, Arrival::Loading),
            Action::Listed(projects) => self.saved_projects = projects,
            Action::Backup(backup) => self.backup = backup,
            Action::Saved(status) => self.saving(status),
            Action::Access(access) => self.set_access(access),
            Action::PartWays(key) => {
                self.key = key;
                self.complain("Another tab has saved other changes of this project. What was done here goes on as a project of its own.");
            }
            // The rest changes the project, and `reduce` has dealt with it.
            _ => {}
        }
    }

    /// Carries out a step of another tab, which moves nothing here but what it changes.
    ///
    /// # Errors
    /// When it does not fit the project, which then stays as it was.
    pub fn follow(&mut self, step: Step) -> Result<Step, Conflict> {
        let step = self.editor.run(step)?;
        self.arriving
            .retain(|arriving| !step.transaction.articles().iter().any(|id| id.as_str() == arriving.article.id));
        self.keep_up(&step);
        self.tidy_links();
        Ok(step)
    }

    fn set_access(&mut self, access: Access) {
        if access == self.access && self.editor.is_read_only() == (access != Access::Writing) {
            return;
        }
        self.editor.set_read_only(access != Access::Writing);
        if access == Access::Writing {
            // Steps of the other tab have used ids.
            self.editor.refresh_ids();
        }
        let was = std::mem::replace(&mut self.access, access);
        match (was, access) {
            (Access::Writing, Access::Reading) => self.announce("The project is now edited in another tab"),
            (Access::Reading | Access::Taking, Access::Writing) => {
                self.announce("The project is now edited in this tab");
            }
            _ => {}
        }
    }

    /// What is open and selected follows from what there is.
    fn keep_up(&mut self, step: &Step) {
        self.view.tidy(self.editor.project());
        for article in step.transaction.articles() {
            let is_new = self.project().article(article).is_some() && !self.view.open.contains(article);
            if is_new && self.view.open.len() < self.view.columns {
                self.view.open.push(article.clone());
            }
        }
    }

    fn after_step(&mut self, step: &Step) {
        self.keep_up(step);
        if step.kind != StepKind::Load {
            self.announce(messages::summaries::step(step));
        }
        let touched = step.transaction.annotations().last().cloned();
        if let (StepKind::Undo | StepKind::Redo, Some(id)) = (step.kind, touched) {
            self.reveal(id);
        }
    }

    /// Saving went on. What is not saved is said for as long as it is not, and then that it is.
    fn saving(&mut self, status: SaveStatus) {
        match &status {
            // It is tried again: that is no news.
            SaveStatus::Saving if self.unsaved.is_some() => return,
            SaveStatus::Saving => {}
            SaveStatus::Saved if self.unsaved.take().is_some() => self.tell("Everything is saved again."),
            SaveStatus::Saved => {}
            SaveStatus::Failed(reason) | SaveStatus::Memory(reason) => self.unsaved = Some(reason.clone()),
        }
        self.save = status;
    }

    /// Where the panel takes room from the text, the selected tag may have to be scrolled to.
    fn hide_panel(&mut self, hidden: bool) {
        self.view.panel_hidden = hidden;
        self.view.reveal += u32::from(self.view.selected.is_some());
    }

    pub(super) fn show(&mut self, article: &ArticleId) {
        let columns = self.columns();
        self.view.show(article, columns);
    }

    fn set_columns(&mut self, columns: usize) {
        self.view.columns = columns.clamp(1, View::MAX_COLUMNS);
        let more: Vec<_> = self.project().articles().iter().map(|article| article.id.clone()).collect();
        for article in more {
            if self.view.open.len() < self.view.columns && !self.view.open.contains(&article) {
                self.view.open.push(article);
            }
        }
    }
}
