//! Texts of links to other pages.

/// For screen readers, after a link.
pub const OPENS_TAB: &str = " (opens another page)";
