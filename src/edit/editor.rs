//! The editor: a project, its history, and the only ways to change them.

use std::rc::Rc;

use super::ids::IdSource;
use super::{Command, Conflict, EditError, History, Stamp, Transaction};
use crate::model::Project;

/// How a transaction came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// A person or program did it; it can be undone.
    Do,
    /// It was taken back.
    Undo,
    /// It was done again.
    Redo,
    /// The program did it on its own, as part of opening the project; it is not undone.
    Load,
}

impl StepKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Do, Self::Undo, Self::Redo, Self::Load];

    /// The kind's name in the journal and to scripts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Do => "do",
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::Load => "load",
        }
    }
}

/// A transaction as it was carried out: for an undo, the inverse.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// How it came about.
    pub kind: StepKind,
    /// What was carried out.
    pub transaction: Rc<Transaction>,
}

impl Step {
    /// What happened, in words.
    pub fn describe(&self) -> String {
        let summary = &self.transaction.summary;
        match self.kind {
            StepKind::Do | StepKind::Load => summary.clone(),
            StepKind::Undo => format!("Undone: {summary}"),
            StepKind::Redo => format!("Redone: {summary}"),
        }
    }
}

/// A project with its history. Cloning it is cheap, and every change makes a new one.
#[derive(Clone, Debug)]
pub struct Editor {
    project: Project,
    history: History,
    ids: IdSource,
}

impl Editor {
    /// Opens a project, with nothing to undo.
    pub fn new(project: Project) -> Self {
        let ids = IdSource::new(&project);
        Self { project, history: History::default(), ids }
    }

    /// The project as it is now.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// What can be undone and redone.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Carries a command out; `None` if it would change nothing.
    ///
    /// # Errors
    /// With why it cannot be done; the editor stays as it was.
    pub fn perform(&mut self, command: Command, stamp: Stamp) -> Result<Option<Step>, EditError> {
        self.plan_and_run(StepKind::Do, command, stamp)
    }

    /// Like [`Self::perform`], but as part of opening the project: it cannot be undone.
    ///
    /// # Errors
    /// With why it cannot be done; the editor stays as it was.
    pub fn load(&mut self, command: Command, stamp: Stamp) -> Result<Option<Step>, EditError> {
        self.plan_and_run(StepKind::Load, command, stamp)
    }

    fn plan_and_run(&mut self, kind: StepKind, command: Command, stamp: Stamp) -> Result<Option<Step>, EditError> {
        let transaction = super::plan::plan(&self.project, &mut self.ids, command, stamp)?;
        if transaction.changes.is_empty() {
            return Ok(None);
        }
        Ok(Some(self.run(Step { kind, transaction: Rc::new(transaction) })?))
    }

    /// Takes the newest transaction back; `None` if there is none.
    ///
    /// # Errors
    /// When the project is no longer as the transaction left it.
    pub fn undo(&mut self) -> Result<Option<Step>, Conflict> {
        let Some(newest) = self.history.next_undo() else { return Ok(None) };
        let transaction = Rc::new(newest.inverse());
        self.run(Step { kind: StepKind::Undo, transaction }).map(Some)
    }

    /// Does the newest undone transaction again; `None` if there is none.
    ///
    /// # Errors
    /// When the project is no longer as the undoing left it.
    pub fn redo(&mut self) -> Result<Option<Step>, Conflict> {
        let Some(transaction) = self.history.next_redo().cloned() else { return Ok(None) };
        self.run(Step { kind: StepKind::Redo, transaction }).map(Some)
    }

    /// Carries out a step that was recorded earlier.
    ///
    /// # Errors
    /// When it does not fit this project, which then stays as it was.
    pub fn run(&mut self, step: Step) -> Result<Step, Conflict> {
        self.project = step.transaction.apply(&self.project)?;
        match step.kind {
            StepKind::Do => self.history.record(step.transaction.clone()),
            StepKind::Undo => self.history.step_back(Rc::new(step.transaction.inverse())),
            StepKind::Redo => self.history.step_forward(step.transaction.clone()),
            StepKind::Load => {}
        }
        Ok(step)
    }

    /// Learns the ids in use, after steps were run that this editor did not plan.
    pub fn refresh_ids(&mut self) {
        self.ids.skip_used(&self.project);
    }
}
