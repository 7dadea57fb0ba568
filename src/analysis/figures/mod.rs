//! Figures: the numbers of an article with their units and hedges, and what they count.

mod digits;
mod figure;
mod find;
mod hedge;
mod merge;
mod phrase;
#[cfg(test)]
mod tests;
mod unit;

pub use digits::{Digits, digits};
pub use figure::Figure;
pub use find::{all_figures, figures};
pub use hedge::{Hedge, Interval};
pub use phrase::{Form, NumberPhrase, last_digit};
pub use unit::{Dimension, Measure, Unit};
