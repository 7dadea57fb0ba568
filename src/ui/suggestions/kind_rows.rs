//! The rows of the lists of the panel, each made when it is near what is seen: a kind may have a hundred thousand suggestions.

use super::row::SuggestionRow;
use crate::analysis::suggestions::{SuggestionGroup, SuggestionKind, SuggestionList};
use crate::app::ByPtr;
use crate::app::messages::review as words;
use crate::app::suggestions::first_side;
use crate::model::Project;
use crate::ui::widgets::RowSource;

/// The rows of a kind: a heading for each group of several suggestions, with the suggestions below it if it is open.
#[derive(PartialEq)]
pub(super) struct KindRows {
    project: ByPtr<Project>,
    /// The groups of all kinds.
    groups: ByPtr<Vec<SuggestionGroup>>,
    /// The groups of the kind.
    places: Vec<Place>,
    len: usize,
}

/// Where a group is in the list.
#[derive(PartialEq)]
struct Place {
    /// Its index.
    group: usize,
    /// Its first row.
    first: usize,
    is_open: bool,
}

impl KindRows {
    /// The rows of a kind; `is_open` tells of the key of a group whether it is open.
    pub(super) fn new(
        project: ByPtr<Project>,
        groups: ByPtr<Vec<SuggestionGroup>>,
        kind: SuggestionKind,
        is_open: impl Fn(&str) -> bool,
    ) -> Self {
        let (mut places, mut len) = (Vec::new(), 0);
        for (group, one) in groups.iter().enumerate().filter(|(_, one)| one.kind == kind) {
            let is_open = one.items.len() > 1 && is_open(&one.key);
            places.push(Place { group, first: len, is_open });
            len += 1 + if is_open { one.items.len() } else { 0 };
        }
        Self { project, groups, places, len }
    }
}

impl RowSource for KindRows {
    type Row = SuggestionRow;

    fn len(&self) -> usize {
        self.len
    }

    fn row(&self, at: usize) -> Option<SuggestionRow> {
        let after = self.places.partition_point(|place| place.first <= at);
        let place = self.places.get(after.checked_sub(1)?)?;
        let group = self.groups.get(place.group)?;
        let is_single = group.items.len() == 1;
        match (at - place.first).checked_sub(usize::from(!is_single)) {
            Some(item) => SuggestionRow::one(&self.project, group.items.get(item)?.into(), !is_single, false),
            None => group_row(&self.project, group, place.is_open),
        }
    }
}

fn group_row(project: &Project, group: &SuggestionGroup, is_open: bool) -> Option<SuggestionRow> {
    let first = group.items.first()?;
    Some(SuggestionRow::Group {
        key: group.key.clone(),
        text: words::text_of(project, first, first_side(first)),
        first: first.into(),
        ids: group.items.iter().map(|one| one.id.clone()).collect(),
        schema: project.schema().into(),
        is_open,
    })
}

/// The rows of what was rejected.
#[derive(PartialEq)]
pub(super) struct RejectedRows {
    pub(super) project: ByPtr<Project>,
    pub(super) list: ByPtr<SuggestionList>,
}

impl RowSource for RejectedRows {
    type Row = SuggestionRow;

    fn len(&self) -> usize {
        self.list.rejected.len()
    }

    fn row(&self, at: usize) -> Option<SuggestionRow> {
        SuggestionRow::one(&self.project, self.list.rejected.get(at)?.into(), false, true)
    }
}
