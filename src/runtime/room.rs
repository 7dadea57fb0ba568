//! What the window has room for.

use crate::web::clock;

/// Whether the window is narrow: the style sheets ask the same.
pub(super) fn is_compact() -> bool {
    clock::matches_media("(max-width: 56rem)")
}

/// The number of columns that fit into the window.
pub(super) fn columns_with_room() -> usize {
    match clock::window_width() as u32 {
        0..620 => 1,
        620..1160 => 2,
        _ => 3,
    }
}
