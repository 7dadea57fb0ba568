//! Texts of the history, and messages about it.

use super::text::counted;
use crate::text::isolated;

/// The list of transactions.
pub const LIST: &str = "What was done";
/// Nothing was done yet.
pub const EMPTY: &str = "Nothing has been changed yet.";
/// The entry before the first transaction.
pub const START: &str = "Start";
/// Its second line.
pub const START_FACTS: &str = "before the first change";
/// The field for the user's name.
pub const YOUR_NAME: &str = "Your name";
/// Its placeholder.
pub const YOUR_NAME_PLACEHOLDER: &str = "Saved with your changes";

/// Before the second line of the newest entry that is done.
pub const NOW: &str = "now · ";
/// Before the second line of an entry that is undone.
pub const UNDONE: &str = "undone · ";

/// When something was done, and by whom if that is known.
pub fn when_and_who(time: &str, author: &str) -> String {
    if author.is_empty() { time.to_owned() } else { format!("{time} · {}", isolated(author)) }
}

/// The user went back or forward to a moment; `newest` says what was done last before it.
pub fn went_to(back: bool, steps: usize, newest: Option<&str>) -> String {
    let direction = if back { "back" } else { "forward" };
    let steps = counted(steps, "step", "steps");
    format!("Went {direction} {steps}, to: {}", newest.unwrap_or("the start"))
}
