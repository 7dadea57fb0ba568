//! The size of the window, and where that puts the panels.

use super::View;

/// Where the panels are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PanelPlaces {
    /// Both beside the text.
    #[default]
    Beside,
    /// In a narrow window: the left-hand panel over the text, the right-hand one below it.
    Below,
    /// In a narrow and low window: the left-hand panel over the text, the right-hand one beside it.
    SideBeside,
    /// In a small window: both over the text.
    Over,
}

/// What the layout of the page depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WindowLayout {
    /// The width of the window in CSS pixels.
    pub width: u32,
    /// The height of the window in CSS pixels.
    pub height: u32,
    /// The unit `rem` of the style sheets in CSS pixels.
    pub rem: u32,
    /// Where the panels are.
    pub panels: PanelPlaces,
}

impl Default for WindowLayout {
    fn default() -> Self {
        Self { width: 1440, height: 900, rem: 16, panels: PanelPlaces::default() }
    }
}

impl WindowLayout {
    /// Whether the window is narrow: panels lie over or below the text, and are hidden at first.
    pub fn is_compact(&self) -> bool {
        self.panels != PanelPlaces::Beside
    }

    /// How many columns fit into the window.
    pub(super) fn columns(&self, has_side: bool) -> usize {
        // Beside the text of a narrow window, the panel takes up to half of the width.
        let is_shared = self.panels == PanelPlaces::SideBeside && has_side;
        match if is_shared { self.width / 2 } else { self.width } {
            0..620 => 1,
            620..1160 => 2,
            _ => View::MAX_COLUMNS,
        }
    }
}
