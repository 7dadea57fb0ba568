//! Dates, times and durations of an article, and when they are as seen from its date.

mod calendar;
mod find;
mod meaning;
mod span;
#[cfg(test)]
mod tests;

pub use calendar::Period;
pub(in crate::analysis) use find::all_dates;
pub use find::dates;
pub use meaning::{Grain, Meaning, Side};
pub use span::DateSpan;
