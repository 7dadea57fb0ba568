//! The suggestions of a project as they are shown: open ones, in the order of the texts and in groups, and rejected ones.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::{Suggestion, SuggestionKind};

/// Suggestions of one kind that propose the same for the same text.
#[derive(Clone, Debug, PartialEq)]
pub struct SuggestionGroup {
    /// A key that stays the same while suggestions of the group are decided.
    pub key: String,
    /// The kind.
    pub kind: SuggestionKind,
    /// The suggestions, in the order of the texts; at least one.
    pub items: Vec<Rc<Suggestion>>,
}

/// The suggestions of a project. [`super::Grouping`] makes it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SuggestionList {
    /// Those that are open, in the order of the texts: articles in the order of the project, then positions, then kinds.
    pub open: Vec<Rc<Suggestion>>,
    /// The same in groups: by kind, and within a kind by their first places.
    pub groups: Vec<SuggestionGroup>,
    /// Those that were rejected, in the order of the texts.
    pub rejected: Vec<Rc<Suggestion>>,
}

impl SuggestionList {
    /// The list without some of the open suggestions.
    pub fn without(&self, ids: &BTreeSet<&str>) -> Self {
        let stays = |one: &Rc<Suggestion>| !ids.contains(one.id.as_str());
        let mut list = self.clone();
        list.open.retain(stays);
        list.groups.iter_mut().for_each(|group| group.items.retain(stays));
        list.groups.retain(|group| !group.items.is_empty());
        list
    }

    /// The open suggestion of an id.
    pub fn find(&self, id: &str) -> Option<&Rc<Suggestion>> {
        self.open.iter().find(|one| one.id == id)
    }

    /// The group of an open suggestion.
    pub fn group_of(&self, id: &str) -> Option<&SuggestionGroup> {
        self.groups.iter().find(|group| group.items.iter().any(|one| one.id == id))
    }

    /// The open suggestions in the order of a review.
    pub fn walk(&self, by_group: bool) -> Vec<&Rc<Suggestion>> {
        match by_group {
            true => self.groups.iter().flat_map(|group| &group.items).collect(),
            false => self.open.iter().collect(),
        }
    }
}
