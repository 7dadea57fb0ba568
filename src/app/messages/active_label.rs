//! Texts about the active label, which tags each selection at once.

use crate::text::isolated;

/// Button in the bar of labels.
pub const KEEP: &str = "Keep active";
/// Its tooltip.
pub const KEEP_TITLE: &str = "Keep a label active: each selection is tagged with it at once";
/// The label is to be chosen.
pub const CHOOSE: &str = "Choose the label to keep active";
/// The label is not active any more.
pub const ENDED: &str = "No label is active any more";
/// Button: no label is kept active.
pub const END: &str = "Stop";
/// Its tooltip.
pub const END_TITLE: &str = "Stop tagging each selection (Esc)";

/// A label has become the active one.
pub fn active(label: &str) -> String {
    format!("{} stays active: each selection is tagged with it. Escape stops that", isolated(label))
}

/// Shown for as long as a label is active.
pub fn tagging_as(label: &str) -> String {
    format!("Each selection becomes {}", isolated(label))
}
