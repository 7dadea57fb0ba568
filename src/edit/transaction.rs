//! A transaction: the changes of one command, done, undone, saved and sent to other tabs as a unit.

use super::{Change, Checks, Conflict, Summary};
use crate::model::{AnnotationId, ArticleId, Project, RelationId, Timestamp};

/// Time and author of a transaction.
#[derive(Clone, Debug, PartialEq)]
pub struct Stamp {
    /// When.
    pub at: Timestamp,
    /// By whom; empty if unknown.
    pub by: String,
}

/// One user action.
#[derive(Clone, Debug, PartialEq)]
pub struct Transaction {
    /// What was done.
    pub summary: Summary,
    /// When and by whom.
    pub stamp: Stamp,
    /// What it changed, in order.
    pub changes: Vec<Change>,
}

impl Transaction {
    /// Applies all changes to a copy of the project.
    ///
    /// # Errors
    /// When one of them does not fit; the project given is untouched in any case.
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

    /// The transaction that reverses this one.
    pub fn inverse(&self) -> Self {
        let changes = self.changes.iter().rev().map(Change::inverse).collect();
        Self { summary: self.summary.clone(), stamp: self.stamp.clone(), changes }
    }

    /// The annotations that exist after it and that it made or changed.
    pub fn annotations(&self) -> impl Iterator<Item = &AnnotationId> {
        self.changes.iter().filter_map(|change| match change {
            Change::Annotation(change) => change.after.as_ref().map(|annotation| &annotation.id),
            _ => None,
        })
    }

    /// The relations that exist after it and that it made or changed.
    pub fn relations(&self) -> impl Iterator<Item = &RelationId> {
        self.changes.iter().filter_map(|change| match change {
            Change::Relation(change) => change.after.as_ref().map(|relation| &relation.id),
            _ => None,
        })
    }

    /// The articles that it touches, each once.
    pub fn articles(&self) -> Vec<&ArticleId> {
        let touched = self.changes.iter().filter_map(|change| match change {
            Change::Article { change, .. } => change.either().map(|article| &article.id),
            Change::Annotation(change) => change.either().map(|annotation| &annotation.article),
            _ => None,
        });
        let mut articles = Vec::new();
        for id in touched {
            if !articles.contains(&id) {
                articles.push(id);
            }
        }
        articles
    }
}
