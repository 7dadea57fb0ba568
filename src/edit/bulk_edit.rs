//! Edits of many annotations in steps, between which the page can be used.

use std::rc::Rc;

use super::ids::IdSource;
use super::plan::Bulk;
use super::{EditError, Stamp, Transaction};
use crate::model::Project;

/// A command about many annotations that is being planned, and applied to a copy of the project.
#[derive(Clone, Debug)]
pub struct BulkEdit {
    base: Rc<Project>,
    ids: IdSource,
    stamp: Stamp,
    bulk: Bulk,
}

/// A transaction with the project that it leads to.
#[derive(Clone, Debug)]
pub struct PlannedEdit {
    /// The project that it was planned in.
    pub(super) base: Rc<Project>,
    pub(super) project: Rc<Project>,
    pub(super) ids: IdSource,
    pub(super) transaction: Rc<Transaction>,
}

impl BulkEdit {
    pub(super) fn new(base: Rc<Project>, ids: IdSource, stamp: Stamp, bulk: Bulk) -> Self {
        Self { base, ids, stamp, bulk }
    }

    /// Goes on; returns whether there is more to do.
    ///
    /// # Errors
    /// When the command cannot be performed.
    pub fn step(&mut self) -> Result<bool, EditError> {
        self.bulk.step(&mut self.ids, &self.stamp)
    }

    /// How much was done, in percent.
    pub fn percent(&self) -> u8 {
        u8::try_from(self.bulk.percent()).unwrap_or(100).min(100)
    }

    /// What was planned, once there is no more to do.
    pub fn finish(self) -> PlannedEdit {
        let (summary, changes, project) = self.bulk.finish();
        let transaction = Rc::new(Transaction { summary, stamp: self.stamp, changes });
        PlannedEdit { base: self.base, project: Rc::new(project), ids: self.ids, transaction }
    }
}
