//! English numbers, hedges and units.

mod counted;
mod hedges;
mod measures;
mod money;
mod phrases;
mod scope;
mod special;
mod words;

pub use counted::{counted_noun, is_function_word, is_plural};
pub use hedges::{hedge_after, hedge_before};
pub use measures::measure_after;
pub use money::{currency_after, currency_before};
pub use phrases::number;
pub use scope::is_no_figure;
pub use special::{age, percent_after, range, vague};
