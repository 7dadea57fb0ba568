//! Which panels are shown. In a narrow window they lie over or below the text and are hidden at first, whatever is shown in a wide
//! one.

use super::State;

impl State {
    /// Whether the search and the articles are hidden.
    pub fn left_hidden(&self) -> bool {
        if self.compact { !self.drawer } else { self.view.left_hidden }
    }

    /// Whether the inspector and the lists are hidden.
    pub fn side_hidden(&self) -> bool {
        if self.compact { !self.view.sheet_open } else { self.view.panel_hidden }
    }

    /// Shows or hides the search and the articles.
    pub(super) fn hide_left(&mut self, hidden: bool) {
        if self.compact {
            self.drawer = !hidden;
        } else {
            self.view.left_hidden = hidden;
        }
    }

    /// Shows or hides the inspector and the lists.
    pub(super) fn hide_side(&mut self, hidden: bool) {
        if self.compact {
            self.view.sheet_open = !hidden;
        } else {
            self.view.panel_hidden = hidden;
        }
    }
}
