//! The database and its object stores: names and version.

pub(super) const NAME: &str = "crossread";
/// 1: plain text, one snapshot. 2: checksummed records, several snapshots.
pub(super) const VERSION: u32 = 2;
/// Key: the project's. Value: a [`Record`](super::record::Record).
pub(super) const PROJECTS: &str = "projects";
/// Key: the project's, the number of the first step that it does not contain, and 0 or 1. Value: native JSON.
pub(super) const SNAPSHOTS: &str = "snapshots";
/// Key: the project's and a step's number. Value: the step, as JSON.
pub(super) const JOURNAL: &str = "journal";
