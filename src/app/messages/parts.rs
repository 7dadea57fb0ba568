//! Parts of the program that are loaded later.

/// The heading of the banner.
pub const HEADING: &str = "Not fully loaded.";
/// Why, and what happens.
pub const TEXT: &str = "A part of Crossread does not come from the server. You can read on; what you do now takes effect as soon as it has come. It is requested again by itself.";
/// The button that requests it at once.
pub const TRY_AGAIN: &str = "Try again now";
