//! Linking: a relation that is being made, and what is looked at of those that are there.

use super::State;
use crate::edit::{EditError, Stamp, Step};

/// Linking.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Linking {}

/// What can happen to links.
#[derive(Clone, Debug)]
pub enum LinkAction {}

impl State {
    pub(super) fn link(&mut self, action: LinkAction, _stamp: Stamp) -> Result<Option<Step>, EditError> {
        match action {}
    }
}
