//! Texts of the panels' frames.

use crate::app::{Panel, Tab};

/// The region of the right-hand panel.
pub const SIDE: &str = "Annotations";
/// The row of tabs.
pub const TABS: &str = "Lists";

/// The name of a tab.
pub fn tab(tab: Tab) -> &'static str {
    match tab {
        Tab::Annotations => "Annotations",
        Tab::Entities => "Entities",
        Tab::Relations => "Relations",
        Tab::Suggestions => "Suggestions",
        Tab::History => "History",
    }
}

/// Tooltip of a separator.
pub const SEPARATOR_TITLE: &str = "Drag to resize; double-click for the usual size";

/// The separator that resizes a panel.
pub fn separator(panel: Panel) -> &'static str {
    match panel {
        Panel::Left => "Width of the articles panel",
        Panel::Side => "Width of the tags panel",
        Panel::Sheet => "Height of the tags panel",
    }
}
