//! Texts that dialogs share.

/// Button: close the dialog.
pub const CLOSE: &str = "Close dialog";
/// Its tooltip.
pub const CLOSE_KEYS: &str = "Close (Esc)";
/// Button.
pub const CANCEL: &str = "Cancel";
