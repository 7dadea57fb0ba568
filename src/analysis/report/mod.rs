//! The report of a project: what its page and its file show.
//!
//! [`ReportBuilder`] computes it in small steps, so that a page with many articles stays usable meanwhile; [`report`] does all of
//! them. The report is a function of the project only. It costs what suggestions of repeats and of figures cost, plus
//! O(n log n) in the annotations.

mod articles;
mod builder;
mod data;
mod disagreements;
mod entities;
mod repetition;
mod speakers;
#[cfg(test)]
mod tests;
mod timeline;

pub use articles::ArticleSummary;
pub use builder::{ReportBuilder, report};
pub use data::Report;
pub use disagreements::{Disagreement, DisagreementKind, Side};
pub use entities::EntitySummary;
pub use repetition::Repetition;
pub use speakers::{SpeakerSummary, SpokenCount};
pub use timeline::{DateGroup, DateMention, Timeline};
