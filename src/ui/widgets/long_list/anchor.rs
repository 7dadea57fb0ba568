//! Keeps what is seen of a long list where it is when rows above it change, in browsers that do not do that by themselves.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use super::AT;
use super::seen::clipping;
use crate::ui::dom::events::elements;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = CSS)]
    fn supports(property: &str, value: &str) -> bool;
}

/// A row that is seen, and where in the window it is, in CSS pixels.
pub(super) struct Anchor {
    row: Element,
    top: f64,
}

impl Anchor {
    /// The first row of a list that is seen; `None` where the browser keeps it in its place.
    pub(super) fn of(list: &Element) -> Option<Self> {
        if supports("overflow-anchor", "auto") {
            return None;
        }
        let edge = clipping(list).first()?.get_bounding_client_rect().top();
        let row = elements(list, &format!("[{AT}]"))
            .into_iter()
            .find(|row| row.get_bounding_client_rect().bottom() > edge)?;
        let top = row.get_bounding_client_rect().top();
        Some(Self { row, top })
    }

    /// Scrolls so that the row is where it was, unless the list was at its start.
    pub(super) fn restore(&self, list: &Element) {
        let Some(scroller) = clipping(list).into_iter().next().filter(|_| self.row.is_connected()) else { return };
        let away = self.row.get_bounding_client_rect().top() - self.top;
        if scroller.scroll_top() > 0 && away.abs() >= 1.0 {
            scroller.set_scroll_top(scroller.scroll_top() + away as i32);
        }
    }
}
