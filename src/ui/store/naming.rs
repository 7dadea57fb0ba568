//! Entities: which one is looked at, and how the registry is filtered.

use super::State;
use crate::edit::{EditError, Stamp, Step};

/// Entities.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Registry {}

/// What can happen to the registry of entities.
#[derive(Clone, Debug)]
pub enum EntityAction {}

impl State {
    pub(super) fn name(&mut self, action: EntityAction, _stamp: Stamp) -> Result<Option<Step>, EditError> {
        match action {}
    }
}
