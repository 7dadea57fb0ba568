//! A transaction: one thing a person did, as a set of changes that is done, undone, saved and sent as a whole.

use thiserror::Error;

use super::{Change, Checks, Summary};
use crate::model::{AnnotationId, ArticleId, Invalid, Project, RelationId, Timestamp};

/// When a thing was done, and by whom.
#[derive(Clone, Debug, PartialEq)]
pub struct Stamp {
    /// When.
    pub at: Timestamp,
    /// By whom; empty where nobody said.
    pub by: String,
}

/// One thing a person did.
#[derive(Clone, Debug, PartialEq)]
pub struct Transaction {
    /// What was done.
    pub summary: Summary,
    /// When and by whom.
    pub stamp: Stamp,
    /// What it changed, in order.
    pub changes: Vec<Change>,
}

/// Why a transaction cannot be carried out on a project.
#[derive(Debug, Error, Clone, PartialEq)]
pub enum Conflict {
    /// The project is not as the transaction found it.
    #[error("the {0} was changed by something else in the meantime")]
    Changed(&'static str),
    /// The project is only looked at here.
    #[error(
        "this project is being edited in another tab; choose “Edit here” at the top of the page to edit it in this one"
    )]
    ReadOnly,
    /// The project would break one of its invariants.
    #[error(transparent)]
    Invalid(#[from] Invalid),
}

impl Transaction {
    /// Carries all changes out on a copy of the project.
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

    /// The transaction that takes this one back.
    pub fn inverse(&self) -> Self {
        let changes = self.changes.iter().rev().map(Change::inverse).collect();
        Self { summary: self.summary.clone(), stamp: self.stamp.clone(), changes }
    }

    /// The annotations that exist after it and that it made or changed.
    pub fn annotations(&self) -> impl Iterator<Item = &AnnotationId> {
        self.changes.iter().filter_map(|change| match change {
            Change::Annotation(swap) => swap.after.as_ref().map(|annotation| &annotation.id),
            _ => None,
        })
    }

    /// The relations that exist after it and that it made or changed.
    pub fn relations(&self) -> impl Iterator<Item = &RelationId> {
        self.changes.iter().filter_map(|change| match change {
            Change::Relation(swap) => swap.after.as_ref().map(|relation| &relation.id),
            _ => None,
        })
    }

    /// The articles that it touches, each once.
    pub fn articles(&self) -> Vec<&ArticleId> {
        let touched = self.changes.iter().filter_map(|change| match change {
            Change::Article { swap, .. } => swap.either().map(|article| &article.id),
            Change::Annotation(swap) => swap.either().map(|annotation| &annotation.article),
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
