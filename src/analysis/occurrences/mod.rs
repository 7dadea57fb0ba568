//! Finds all occurrences of names: tagged, untagged, and doubtful ones. In steps, because there may be as many as words.

mod finder;
mod longer_names;
mod occurrence;
#[cfg(test)]
mod tests;

pub use finder::{OccurrenceFinder, occurrences};
pub use occurrence::{Doubt, Occurrence, Place};
