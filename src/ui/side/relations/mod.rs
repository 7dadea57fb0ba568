//! The table of all relations, and what changes one of them.

mod controls;
mod table;

pub(super) use controls::{RelationNote, name_of, remove_button, turn_button, type_select};
pub(super) use table::relation_table;
