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

/// The selected tag's label has no attributes.
pub fn none_of_label(label: &str) -> String {
    format!("The label {} has no attributes", isolated(label))
}
