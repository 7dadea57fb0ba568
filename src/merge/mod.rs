//! Adds an imported project to the open one, and keeps what could not be placed for certain.
//!
//! [`MergePlan`] says what would happen before anything does, and is carried out as one transaction. Annotations of another version of an
//! article's text are looked for by their quotes ([`crate::anchor`]). What is placed but not certain has a [`Doubt`] until the user has
//! reviewed it; what has no place is [`Unplaced`], in the record of its article. Both are fields of these records in files
//! (docs/json.md), so that they are saved, undone and exported as all else.

mod annotations;
mod attributes;
mod counts;
mod destination;
mod doubt;
mod entities;
mod fields;
mod ids;
mod open_work;
mod passage;
mod plan;
mod predictions;
mod relations;
mod review;
mod schema;
mod unplaced;

#[cfg(test)]
mod tests;

pub use counts::MergeCounts;
pub use destination::{Destination, proposed, same_text};
pub use doubt::Doubt;
pub use open_work::{OpenWork, OpenWorkCache, open_work};
pub use passage::Passage;
pub use plan::{MergeOptions, MergePlan};
pub use review::{accept, move_to, place, remove_unplaced};
pub use unplaced::{Unplaced, unplaced_of};
