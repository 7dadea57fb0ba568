//! Stores which panels are shown and their sizes, as a setting of the browser.

use crate::app::{PanelSizes, Panels};
use crate::json::{FromJson, parse, record, to_line};
use crate::web::{clock, preferences};

/// The preference.
const PANELS: &str = "panels";
/// The minimum height of the window for the right-hand panel to be shown at first, in CSS pixels.
const LOW_WINDOW: f64 = 560.0;

#[derive(Default)]
struct StoredPanels {
    left_hidden: bool,
    side_hidden: bool,
    sheet_open: bool,
    minimap_hidden: bool,
    left_width: Option<u32>,
    side_width: Option<u32>,
    sheet_height: Option<u32>,
}

record!(StoredPanels, View, {
    optional "leftHidden": left_hidden,
    optional "sideHidden": side_hidden,
    optional "sheetOpen": sheet_open,
    optional "minimapHidden": minimap_hidden,
    optional "leftWidth": left_width,
    optional "sideWidth": side_width,
    optional "sheetHeight": sheet_height,
});

/// Stores them.
pub(super) fn remember(panels: Panels) {
    let Panels { left_hidden, side_hidden, sheet_open, minimap_hidden, sizes } = panels;
    let PanelSizes { left, side, sheet } = sizes;
    let (left_width, side_width, sheet_height) = (left, side, sheet);
    let stored =
        StoredPanels { left_hidden, side_hidden, sheet_open, minimap_hidden, left_width, side_width, sheet_height };
    // If that fails, the panels are as at the first visit the next time.
    let _ = preferences::set(PANELS, &to_line(&stored));
}

/// The panels of a first visit. In a low window, the right-hand panel would have no room.
pub(super) fn first() -> Panels {
    Panels { side_hidden: clock::window_height() < LOW_WINDOW, ..Panels::default() }
}

/// The stored panels. Reading them needs the JSON parser, which is loaded later.
pub(super) fn recall() -> Option<Panels> {
    let stored = StoredPanels::from_json(parse(&preferences::get(PANELS)?).ok()?).ok()?;
    let sizes = PanelSizes { left: stored.left_width, side: stored.side_width, sheet: stored.sheet_height };
    let StoredPanels { left_hidden, side_hidden, sheet_open, minimap_hidden, .. } = stored;
    Some(Panels { left_hidden, side_hidden, sheet_open, minimap_hidden, sizes })
}
