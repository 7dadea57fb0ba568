//! What the comparison of figures knows of English words.

mod concepts;
mod markers;
mod stems;

pub use concepts::{concept, is_people};
pub use markers::{is_total, marks, noun_before, update};
pub use stems::stem;
