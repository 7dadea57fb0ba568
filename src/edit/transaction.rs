//! A transaction: the changes of one command, which are applied, undone, saved and sent to other tabs as a unit.

use std::collections::HashSet;

use super::{Change, Checks, Conflict, Summary};
use crate::model::{AnnotationId, ArticleId, Project, RelationId, Timestamp};

/// Time and author of a transaction.
#[derive(Clone, Debug, PartialEq)]
pub struct Stamp {
    /// The time.
    pub at: Timestamp,
    /// The author; empty if unknown.
    pub by: String,
}

/// One change by the user.
#[derive(Clone, Debug, PartialEq)]
pub struct Transaction {
    /// What the transaction does.
    pub summary: Summary,
    /// Time and author.
    pub stamp: Stamp,
    /// The changes, in order.
    pub changes: Vec<Change>,
}

impl Transaction {
    /// Applies all changes to a copy of the project.
    ///
    /// # Errors
    /// When one of the changes does not fit the project.
    pub fn apply(&self, project: &Project) -> Result<Project, Conflict> {
        let mut next = project.clone();
        let has_schema = self.changes.iter().any(|change| matches!(change, Change::Schema { .. }));
        let checks = if has_schema { Checks::Later } else { Checks::Now };
        self.changes.iter().try_for_each(|change| change.apply(&mut next, checks))?;
        if has_schema {
            next.check()?;
        }
        Ok(next)
    }

    /// Like [`Self::apply`] for a transaction that changes articles and nothing else. The code for other changes may not be loaded yet.
    ///
    /// # Errors
    /// When one of the changes does not fit the project.
    pub(super) fn apply_articles(&self, project: &Project) -> Result<Project, Conflict> {
        let mut next = project.clone();
        self.changes.iter().try_for_each(|change| change.apply_to_articles(&mut next))?;
        Ok(next)
    }

    /// The transaction that reverses this one.
    pub fn inverse(&self) -> Self {
        let changes = self.changes.iter().rev().map(Change::inverse).collect();
        Self { summary: self.summary.clone(), stamp: self.stamp.clone(), changes }
    }

    /// The annotations that the transaction adds or changes.
    pub fn annotations(&self) -> impl Iterator<Item = &AnnotationId> {
        self.changes.iter().filter_map(|change| match change {
            Change::Annotation(change) => change.after.as_ref().map(|annotation| &annotation.id),
            _ => None,
        })
    }

    /// The relations that the transaction adds or changes.
    pub fn relations(&self) -> impl Iterator<Item = &RelationId> {
        self.changes.iter().filter_map(|change| match change {
            Change::Relation(change) => change.after.as_ref().map(|relation| &relation.id),
            _ => None,
        })
    }

    /// The articles that are changed or whose annotations are changed, without duplicates.
    pub fn articles(&self) -> Vec<&ArticleId> {
        let touched = self.changes.iter().filter_map(|change| match change {
            Change::Article { change, .. } => change.either().map(|article| &article.id),
            Change::Annotation(change) => change.either().map(|annotation| &annotation.article),
            _ => None,
        });
        let mut seen = HashSet::new();
        touched.filter(|id| seen.insert(*id)).collect()
    }
}
