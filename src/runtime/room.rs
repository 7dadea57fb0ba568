//! What the window has room for. `style/narrow.css` asks for the same sizes.

use crate::app::State;
use crate::web::clock;

/// Whether the window is narrow: panels lie over or below the text.
pub(super) fn is_compact() -> bool {
    clock::matches_media("(max-width: 56rem)")
}

/// The number of columns that fit into the window.
pub(super) fn columns_with_room(state: Option<&State>) -> usize {
    let width = clock::window_width() as u32;
    // In a low and narrow window, the right-hand panel takes up to half of the width.
    let takes_half = state.is_some_and(|state| !state.side_hidden()) && clock::matches_media(PANEL_BESIDE_TEXT);
    match if takes_half { width / 2 } else { width } {
        0..620 => 1,
        620..1160 => 2,
        _ => 3,
    }
}

const PANEL_BESIDE_TEXT: &str = "(max-width: 56rem) and (max-height: 35rem)";
