//! Which panels are shown. In a narrow window they lie over or below the text and are hidden at first, whatever is shown in a wide
//! one.

use super::panels::resizable;
use super::{Panel, PanelSize, State};

impl State {
    /// Whether the search and the articles are hidden.
    pub fn left_hidden(&self) -> bool {
        if self.window.is_compact() { !self.drawer } else { self.panels.left_hidden }
    }

    /// Whether the inspector and the lists are hidden.
    pub fn side_hidden(&self) -> bool {
        if self.window.is_compact() { !self.panels.sheet_open } else { self.panels.side_hidden }
    }

    /// The panels that can be resized now, with their sizes.
    pub fn resizable_panels(&self) -> Vec<(Panel, PanelSize)> {
        resizable(&self.window, &self.panels.sizes, self.columns(), !self.left_hidden(), !self.side_hidden())
    }

    /// How many columns the window has room for.
    pub fn room(&self) -> usize {
        self.window.columns(!self.side_hidden())
    }

    /// Shows or hides the search and the articles.
    pub(super) fn hide_left(&mut self, hidden: bool) {
        if self.window.is_compact() {
            self.drawer = !hidden;
        } else {
            self.panels.left_hidden = hidden;
        }
    }

    /// Hides the inspector and the lists where they would lie over what is opened, in a narrow window.
    pub(super) fn close_sheet(&mut self) {
        if self.window.is_compact() {
            self.panels.sheet_open = false;
        }
    }

    /// Shows or hides the inspector and the lists.
    pub(super) fn hide_side(&mut self, hidden: bool) {
        if self.window.is_compact() {
            self.panels.sheet_open = !hidden;
        } else {
            self.panels.side_hidden = hidden;
        }
    }
}
