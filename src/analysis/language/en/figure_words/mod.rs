//! What the comparison of figures knows of English words.

mod concepts;
mod markers;
mod stems;

pub use concepts::{concept, is_people, is_person, is_sex_or_age};
pub use markers::{is_total, marks, noun_before, update};
pub use stems::stem;
