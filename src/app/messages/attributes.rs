//! Texts about attributes.

use crate::text::isolated;

/// The group of controls, and the palette.
pub const ATTRIBUTES: &str = "Attributes";
/// Remark: the selected tags have different values.
pub const MIXED: &str = "mixed";
/// Remark: a value is required and missing.
pub const REQUIRED: &str = "required";
/// The value of a yes/no attribute.
pub const YES: &str = "yes";
/// The value of a yes/no attribute.
pub const NO: &str = "no";
/// In the palette: clears the value.
pub const NOT_SET: &str = "Not set";
/// The selected tags have no attribute in common.
pub const NONE_IN_COMMON: &str = "These tags have no attribute in common";
/// Hint.
pub const ESCAPE_KEY: &str = "Esc";
/// Hint: what Esc does while values are shown.
pub const ESCAPE_GOES_BACK: &str = " back";
/// Hint: what Esc does while attributes are shown.
pub const ESCAPE_CLOSES: &str = " close";

/// Tooltip of a chosen option that is one of few.
pub const PRESS_TO_CLEAR: &str = "Press again to clear";
/// A typed value is no number.
pub const NOT_A_NUMBER: &str = "Expected a number such as 12.5";
/// The placeholder of an attribute whose value is an entity.
pub const ENTITY_PLACEHOLDER: &str = "Name of an entity";

/// The accessible name of an attribute's control; `remark` is empty where there is none.
pub fn control(name: &str, remark: &str) -> String {
    if remark.is_empty() { name.to_owned() } else { format!("{name}, {remark}") }
}

/// The selected tag's label has no attributes.
pub fn none_of_label(label: &str) -> String {
    format!("The label {} has no attributes", isolated(label))
}
