//! Measures the window. `style/narrow.css` has the same media queries.

use crate::app::{PanelPlaces, WindowLayout};
use crate::web::clock;

/// The media queries of small windows, the first that matches counts.
const PLACES: [(&str, PanelPlaces); 3] = [
    ("(max-width: 34rem) and (max-height: 35rem)", PanelPlaces::Over),
    ("(max-width: 56rem) and (max-height: 35rem)", PanelPlaces::SideBeside),
    ("(max-width: 56rem)", PanelPlaces::Below),
];

/// The present layout of the window.
pub(super) fn measure() -> WindowLayout {
    let place = PLACES.iter().find(|(query, _)| clock::matches_media(query));
    WindowLayout {
        width: clock::window_width() as u32,
        height: clock::window_height() as u32,
        rem: clock::rem() as u32,
        panels: place.map_or(PanelPlaces::default(), |(_, panels)| *panels),
    }
}
