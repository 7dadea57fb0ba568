//! Every occurrence of some words in all articles, to be tagged, changed or removed together.

use super::State;
use crate::edit::{EditError, Stamp, Step};

/// Every occurrence of some words in all articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Occurrences {}

/// What can happen to the list of occurrences.
#[derive(Clone, Debug)]
pub enum OccurrenceAction {}

impl State {
    pub(super) fn occurrence(&mut self, action: OccurrenceAction, _stamp: Stamp) -> Result<Option<Step>, EditError> {
        match action {}
    }
}
