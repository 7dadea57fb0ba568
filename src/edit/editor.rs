//! The editor: a project with its history. All changes of a project go through it.

use std::cmp::Ordering;
use std::rc::Rc;

use super::ids::IdSource;
use super::plan::Bulk;
use super::{
    BulkCommand, BulkEdit, Command, Conflict, EditError, History, PlannedEdit, ProjectPart, Stamp, Transaction,
};
use crate::model::Project;

/// Why a transaction is applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// A command of the user or of a script; can be undone.
    Do,
    /// Undoing a transaction.
    Undo,
    /// Redoing a transaction.
    Redo,
    /// A change by the program while it opens the project; cannot be undone.
    Load,
}

impl StepKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Do, Self::Undo, Self::Redo, Self::Load];

    /// The name of the kind in the journal and in the script API.
    pub fn name(self) -> &'static str {
        match self {
            Self::Do => "do",
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::Load => "load",
        }
    }
}

/// An applied transaction.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Why it was applied.
    pub kind: StepKind,
    /// The applied transaction; for an undo, the inverse of the original one.
    pub transaction: Rc<Transaction>,
}

/// A project with its history. Cheap to clone; a change replaces the shared project by a new one.
#[derive(Clone, Debug)]
pub struct Editor {
    project: Rc<Project>,
    history: History,
    ids: IdSource,
    read_only: bool,
}

impl Editor {
    /// Opens a project, with nothing to undo.
    pub fn new(project: impl Into<Rc<Project>>) -> Self {
        let project = project.into();
        let ids = IdSource::new(&project);
        Self { project, history: History::default(), ids, read_only: false }
    }

    /// Opens a project with the history that led to it.
    pub fn with_history(project: Project, history: History) -> Self {
        Self { history, ..Self::new(project) }
    }

    /// The project and its history.
    pub fn into_parts(self) -> (Project, History) {
        (Rc::unwrap_or_clone(self.project), self.history)
    }

    /// Whether the project is read-only: commands, undo and redo are refused, and only [`Self::run`] changes it.
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Makes the project read-only or editable.
    pub fn set_read_only(&mut self, read_only: bool) {
        self.read_only = read_only;
    }

    fn expect_writable(&self) -> Result<(), Conflict> {
        if self.read_only { Err(Conflict::ReadOnly) } else { Ok(()) }
    }

    /// The current project.
    pub fn project(&self) -> &Rc<Project> {
        &self.project
    }

    /// The transactions that can be undone and redone.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Performs a command; `None` if it would change nothing.
    ///
    /// # Errors
    /// When the command cannot be performed; the editor is then unchanged.
    pub fn perform(&mut self, command: Command, stamp: Stamp) -> Result<Option<Step>, EditError> {
        self.expect_writable()?;
        let command = match command.into_bulk() {
            Ok(bulk) => {
                let mut edit = self.begin(bulk, stamp)?;
                while edit.step()? {}
                return Ok(self.commit(edit.finish())?);
            }
            Err(command) => *command,
        };
        let transaction = super::plan::plan(&self.project, &mut self.ids, command, stamp)?;
        if transaction.changes.is_empty() {
            return Ok(None);
        }
        Ok(Some(self.run(Step { kind: StepKind::Do, transaction: Rc::new(transaction) })?))
    }

    /// Begins to plan a command in steps, as it would be performed now; [`Self::commit`] performs it.
    ///
    /// # Errors
    /// When the project is read-only.
    pub fn begin(&self, command: BulkCommand, stamp: Stamp) -> Result<BulkEdit, EditError> {
        self.expect_writable()?;
        let bulk = Bulk::new(&self.project, command);
        Ok(BulkEdit::new(self.project.clone(), self.ids.clone(), stamp, bulk))
    }

    /// Whether the project is still the one that an edit was planned in.
    pub fn is_base_of(&self, planned: &PlannedEdit) -> bool {
        Rc::ptr_eq(&self.project, &planned.base)
    }

    /// Performs what was planned in steps; `None` if it would change nothing. The cost does not depend on the number of changes.
    ///
    /// # Errors
    /// When the project has changed since the edit was begun, or is read-only; the editor is then unchanged.
    pub fn commit(&mut self, planned: PlannedEdit) -> Result<Option<Step>, Conflict> {
        self.expect_writable()?;
        if !self.is_base_of(&planned) {
            return Err(Conflict::Changed(ProjectPart::Annotation));
        }
        let PlannedEdit { project, ids, transaction, .. } = planned;
        if transaction.changes.is_empty() {
            return Ok(None);
        }
        (self.project, self.ids) = (project, ids);
        self.history.record(transaction.clone());
        Ok(Some(Step { kind: StepKind::Do, transaction }))
    }

    /// Adds articles while the project is opened, which cannot be undone. Does not need the plans of other commands, which may not
    /// be loaded yet.
    ///
    /// # Errors
    /// When the articles cannot be added; the editor is then unchanged.
    pub fn load_articles(&mut self, articles: Vec<super::NewArticle>, stamp: Stamp) -> Result<Step, EditError> {
        self.expect_writable()?;
        let transaction = super::plan::plan_articles(&self.project, &mut self.ids, articles, stamp)?;
        self.project = Rc::new(transaction.apply_articles(&self.project)?);
        Ok(Step { kind: StepKind::Load, transaction: Rc::new(transaction) })
    }

    /// Undoes the newest transaction; `None` if there is none.
    ///
    /// # Errors
    /// When the project is not in the state after the transaction.
    pub fn undo(&mut self) -> Result<Option<Step>, Conflict> {
        self.expect_writable()?;
        let Some(newest) = self.history.next_undo() else { return Ok(None) };
        let transaction = Rc::new(newest.inverse());
        self.run(Step { kind: StepKind::Undo, transaction }).map(Some)
    }

    /// Redoes the transaction that was undone last; `None` if there is none.
    ///
    /// # Errors
    /// When the project is not in the state after the undo.
    pub fn redo(&mut self) -> Result<Option<Step>, Conflict> {
        self.expect_writable()?;
        let Some(transaction) = self.history.next_redo().cloned() else { return Ok(None) };
        self.run(Step { kind: StepKind::Redo, transaction }).map(Some)
    }

    /// Undoes or redoes one transaction towards the state with `done` transactions; `None` when it is reached, or when
    /// there is nothing more to undo or redo.
    ///
    /// # Errors
    /// As [`Self::undo`] and [`Self::redo`].
    pub fn step_to(&mut self, done: usize) -> Result<Option<Step>, Conflict> {
        match self.history.done_count().cmp(&done) {
            Ordering::Greater => self.undo(),
            Ordering::Less => self.redo(),
            Ordering::Equal => Ok(None),
        }
    }

    /// Applies a step that was recorded earlier.
    ///
    /// # Errors
    /// When the step does not fit this project, which is then unchanged.
    pub fn run(&mut self, step: Step) -> Result<Step, Conflict> {
        self.project = Rc::new(step.transaction.apply(&self.project)?);
        match step.kind {
            StepKind::Do => self.history.record(step.transaction.clone()),
            StepKind::Undo => self.history.step_back(Rc::new(step.transaction.inverse())),
            StepKind::Redo => self.history.step_forward(step.transaction.clone()),
            StepKind::Load => {}
        }
        Ok(step)
    }

    /// Updates the source of new ids after steps were run that this editor did not plan.
    pub fn refresh_ids(&mut self) {
        self.ids.skip_used(&self.project);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Timestamp, news_claims};

    fn titled(count: usize) -> Editor {
        let mut editor = Editor::new(Project::new("0", news_claims(), Timestamp::epoch()));
        for number in 1..=count {
            let stamp = Stamp { at: Timestamp::epoch(), by: String::new() };
            let step = editor.perform(Command::RenameProject(number.to_string()), stamp).expect("a new title");
            assert!(step.is_some());
        }
        editor
    }

    #[test]
    fn stepping_to_a_state_undoes_or_redoes_each_step() {
        for (from, to) in [(5, 2), (5, 0), (5, 5), (0, 3), (2, 4)] {
            let (mut stepped, mut reference) = (titled(5), titled(5));
            for editor in [&mut stepped, &mut reference] {
                (from..5).for_each(|_| assert!(editor.undo().expect("an undo").is_some()));
            }
            let mut kinds = Vec::new();
            while let Some(step) = stepped.step_to(to).expect("a step") {
                kinds.push(step.kind);
            }
            for _ in 0..to.abs_diff(from) {
                if to < from { reference.undo() } else { reference.redo() }.expect("a step");
            }
            assert_eq!(kinds.len(), to.abs_diff(from), "from {from} to {to}");
            assert!(kinds.iter().all(|kind| *kind == if to < from { StepKind::Undo } else { StepKind::Redo }));
            assert_eq!(stepped.project().title, to.to_string());
            assert_eq!(reference.project().title, to.to_string());
            assert_eq!((stepped.history.done_count(), stepped.history.undone_count()), (to, 5 - to));
        }
    }

    #[test]
    fn only_recorded_steps_change_a_read_only_project() {
        let (mut writer, mut reader) = (titled(2), titled(2));
        reader.set_read_only(true);
        let stamp = Stamp { at: Timestamp::epoch(), by: String::new() };
        let rename = || Command::RenameProject("3".to_owned());
        assert_eq!(reader.perform(rename(), stamp.clone()), Err(Conflict::ReadOnly.into()));
        assert_eq!(reader.undo(), Err(Conflict::ReadOnly));
        assert_eq!(reader.redo(), Err(Conflict::ReadOnly));
        assert_eq!(reader.project().title, "2");
        let step = writer.perform(rename(), stamp).expect("a new title").expect("a step");
        reader.run(step).expect("a step that fits");
        assert_eq!((reader.project().title.as_str(), reader.history().done_count()), ("3", 3));
    }

    #[test]
    fn stepping_stops_at_the_ends() {
        let mut editor = titled(2);
        assert_eq!(editor.step_to(9).expect("no redo"), None);
        assert_eq!(editor.project().title, "2");
    }
}
