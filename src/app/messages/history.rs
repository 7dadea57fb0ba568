//! Messages about the history.

use super::text::counted;

/// The user went back or forward to a moment; `newest` says what was done last before it.
pub fn went_to(back: bool, steps: usize, newest: Option<&str>) -> String {
    let direction = if back { "back" } else { "forward" };
    let steps = counted(steps, "step", "steps");
    format!("Went {direction} {steps}, to: {}", newest.unwrap_or("the start"))
}
