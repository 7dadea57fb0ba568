//! Texts around the message at the foot of the page.

/// The region of the message.
pub const REGION: &str = "Message";
/// Button: dismiss the message.
pub const DISMISS: &str = "Dismiss";
/// Button: what a message offers.
pub const EXPORT: &str = "Export";
/// Button: what a message offers.
pub const RESTORE: &str = "Restore";
