//! Errors.

use crate::edit::{Conflict, EditError};
pub fn edit(e: &EditError) -> String { e.to_string() }
pub fn conflict(e: &Conflict) -> String { e.to_string() }
pub fn read(e: &crate::format::ImportError) -> String { e.to_string() }
pub fn dropped(e: &crate::format::Dropped) -> String { e.to_string() }
pub fn sentence(s: &str) -> String { format!("{s}.") }
pub use super::recovery::loss;
pub fn recovery(e: &impl std::fmt::Display) -> String { e.to_string() }
pub fn range(e: &impl std::fmt::Display) -> String { e.to_string() }
pub fn shown_json(e: &crate::json::Json) -> String { e.to_string() }
pub fn dropped_kind(e: &str) -> String { e.to_string() }

