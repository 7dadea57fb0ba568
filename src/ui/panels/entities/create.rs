//! Creating an entity for a component that goes on with its id.

use crate::app::messages::errors;
use crate::app::{Dispatcher, Notice, ViewAction};
use crate::edit::{Change, Command, EntityFields, NewEntity};
use crate::model::EntityId;

/// Creates an entity without mentions; returns its id. Shows the error where it cannot be created.
pub(in crate::ui::panels) fn create_entity(dispatcher: &Dispatcher, fields: EntityFields) -> Option<EntityId> {
    match dispatcher.perform(Command::AddEntity(NewEntity { fields, mentions: Vec::new() })) {
        Ok(step) => step?.transaction.changes.iter().find_map(|change| match change {
            Change::Entity(change) => change.after.as_ref().map(|entity| entity.id.clone()),
            _ => None,
        }),
        Err(error) => {
            let notice = Notice::error(errors::sentence(&errors::edit(&error)));
            dispatcher.dispatch(ViewAction::Notify(Some(notice)));
            None
        }
    }
}
