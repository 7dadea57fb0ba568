//! The number of columns that fit into the window.

use crate::web::clock;

/// The number of columns that fit into the window.
pub(super) fn columns_with_room() -> usize {
    match clock::window_width() as u32 {
        0..620 => 1,
        620..1160 => 2,
        _ => 3,
    }
}
