//! Search in all articles: what is looked for, and what was found.

use super::State;
use crate::edit::{EditError, Stamp, Step};

/// Search in all articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Search {}

/// What can happen to the search.
#[derive(Clone, Debug)]
pub enum SearchAction {}

impl State {
    pub(super) fn search(&mut self, action: SearchAction, _stamp: Stamp) -> Result<Option<Step>, EditError> {
        match action {}
    }
}
