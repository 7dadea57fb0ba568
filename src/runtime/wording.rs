//! TEMP
use std::fmt::Display;
pub(super) fn storage(e: &impl Display) -> String { e.to_string() }
pub(super) fn sample(e: &impl Display) -> String { e.to_string() }
pub(super) fn file(_n: &str, e: &impl Display) -> String { e.to_string() }
pub(super) fn backup_file(e: &impl Display) -> String { e.to_string() }
pub(super) fn search_worker(e: &impl Display) -> String { e.to_string() }
