//! Texts of the panels' frames.

use crate::app::Tab;

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
        Tab::History => "History",
    }
}
