//! What the dialog of occurrences shows of the state.

use crate::analysis::Occurrence;
use crate::app::occurrences::{Operation, Source};
use crate::app::{ByPtr, State};
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
    pub(super) ticked: Vec<bool>,
    /// The occurrence shown in the text.
    pub(super) current: Option<usize>,
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
            operation: list.operation,
            label: list.template.label.clone(),
            new_label: list.new_label.clone(),
            all: ByPtr(list.all.clone()),
            ticked: list.ticked.clone(),
            current: list.current,
        })
    }
}
