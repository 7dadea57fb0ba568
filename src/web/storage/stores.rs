//! The database and its object stores: names and version.

pub(super) const NAME: &str = "crossread";
/// Version 1: plain text, one snapshot per project. Version 2: checksummed records, several snapshots. Version 3: large
/// snapshots are a `Blob`; those of version 2 stay as they are.
pub(super) const VERSION: u32 = 3;
/// Key: the key of the project. Value: a checksummed [`Record`](super::record::Record).
pub(super) const PROJECTS: &str = "projects";
/// Key: the key of the project, the number of the first step that the snapshot does not contain, and 0 or 1. Value:
/// checksummed native JSON, a `Uint8Array` or `Blob`.
pub(super) const SNAPSHOTS: &str = "snapshots";
/// Key: the key of the project, and the number of the step. Value: the checksummed journal record of the step.
pub(super) const JOURNAL: &str = "journal";
