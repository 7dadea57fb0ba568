//! What the dialog of occurrences shows of the state.

use std::rc::Rc;

use crate::analysis::Occurrence;
use crate::app::occurrences::{Operation, Source};
use crate::app::{ByPtr, OccurrenceTask, State};
use crate::model::{LabelId, Project};
use crate::text::Query;

#[derive(Clone, PartialEq)]
pub(in crate::ui) struct OccurrencesProps {
    pub(super) project: ByPtr<Project>,
    /// The text that is looked for; `None` for the results of a search.
    pub(super) query: Option<Query>,
    pub(super) operation: Operation,
    /// The label of new tags, and of those that are changed or removed.
    pub(super) label: LabelId,
    /// The label that changed tags get.
    pub(super) new_label: LabelId,
    pub(super) all: ByPtr<Vec<Occurrence>>,
    /// Which occurrences are ticked, one for each.
    pub(super) ticked: Rc<Vec<bool>>,
    /// The occurrence shown in the text.
    pub(super) current: Option<usize>,
    /// What is being done, once it takes long.
    pub(super) progress: Option<Progress>,
}

/// How far something is that takes long.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::ui) struct Progress {
    /// In percent.
    pub(super) percent: u8,
    /// Whether the occurrences are being changed, and not found.
    pub(super) is_changing: bool,
}

impl Progress {
    fn of(state: &State) -> Option<Self> {
        let work = state.occurrence_work.as_ref()?;
        let is_changing = !matches!(*work.task, OccurrenceTask::Find { .. });
        work.percent.map(|percent| Self { percent, is_changing })
    }
}

impl OccurrencesProps {
    pub(in crate::ui) fn of(state: &State) -> Option<Self> {
        let list = state.occurrences.as_ref()?;
        let query = match &list.source {
            Source::Query(query) => Some(query.clone()),
            Source::Search(_) => None,
        };
        Some(Self {
            project: state.project().into(),
            query,
            operation: list.edit.operation,
            label: list.edit.template.label.clone(),
            new_label: list.edit.new_label.clone(),
            all: list.all.clone(),
            ticked: list.ticked.clone(),
            current: list.current,
            progress: Progress::of(state),
        })
    }
}
