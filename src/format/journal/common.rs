//! Shared by the records of all changes: the texts of articles, and how changes are put together and applied.

use std::rc::Rc;

use crate::edit::{Change, Checks, RecordChange};
use crate::format::ReadError;
use crate::model::{ArticleId, Invalid, Project, RecordKind};
use crate::text::Text;

/// Looks up the texts of articles while a step is written: in the project after it, or in the step if it removes them.
pub(super) struct Texts<'a> {
    pub(super) after: &'a Project,
    pub(super) changes: &'a [Change],
}

impl Texts<'_> {
    pub(super) fn of(&self, id: &ArticleId) -> Text {
        let in_step = |change: &Change| match change {
            Change::Article { change, .. } => change.either().filter(|article| &article.id == id).cloned(),
            _ => None,
        };
        let article = self.after.article(id).cloned().or_else(|| self.changes.iter().find_map(in_step));
        article.map_or_else(|| Text::new(""), |article| article.text.clone())
    }
}

/// Applies a change: a later one of the step may build on it.
pub(super) fn apply(change: Change, project: &mut Project) -> Result<Change, ReadError> {
    change.apply(project, Checks::Later).map_err(|conflict| ReadError::new("", conflict))?;
    Ok(change)
}

/// A new record, or another state of one.
pub(super) fn put<T>(before: Option<&Rc<T>>, after: T) -> RecordChange<T> {
    match before {
        Some(before) => RecordChange::replace(before, after),
        None => RecordChange::insert(after),
    }
}

pub(super) fn missing(kind: RecordKind, id: &impl ToString) -> ReadError {
    ReadError::new("", Invalid::dangling(kind, id))
}
