//! The panels beside the text: whether they are shown, and their sizes. They are a setting of the browser, the same for all projects.

use super::{PanelPlaces, WindowLayout};

/// A panel whose size the user can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The search and the articles, on the left: its width.
    Left,
    /// The inspector and the lists, on the right: its width.
    Side,
    /// The same below the text, in a narrow window: its height.
    Sheet,
}

/// Which panels are shown, and their sizes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Panels {
    /// Whether the left-hand panel is hidden in a wide window.
    pub left_hidden: bool,
    /// Whether the right-hand panel is hidden in a wide window.
    pub side_hidden: bool,
    /// Whether the inspector and the lists are shown in a narrow window.
    pub sheet_open: bool,
    /// Whether the minimaps are hidden.
    pub minimap_hidden: bool,
    /// The sizes that the user has chosen.
    pub sizes: PanelSizes,
}

/// The sizes that the user has given to panels, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PanelSizes {
    /// The width of the left-hand panel.
    pub left: Option<u32>,
    /// The width of the right-hand panel.
    pub side: Option<u32>,
    /// The height of the panel below the text.
    pub sheet: Option<u32>,
}

impl PanelSizes {
    /// The size that the user has given to a panel.
    pub fn get(&self, panel: Panel) -> Option<u32> {
        match panel {
            Panel::Left => self.left,
            Panel::Side => self.side,
            Panel::Sheet => self.sheet,
        }
    }

    /// Sets the size of a panel; `None` is the usual size.
    pub fn set(&mut self, panel: Panel, size: Option<u32>) {
        match panel {
            Panel::Left => self.left = size,
            Panel::Side => self.side = size,
            Panel::Sheet => self.sheet = size,
        }
    }
}

/// The size of a panel that is shown, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PanelSize {
    /// The present size.
    pub now: u32,
    /// The size of a panel without one of its own.
    pub usual: u32,
    /// The least size.
    pub least: u32,
    /// The greatest size.
    pub most: u32,
}

/// The least width of a column between the panels, in rem.
const COLUMN: u32 = 12;

impl Panel {
    /// The usual size, the least one, and the greatest one that leaves room for anything else. `style/desk.css` and
    /// `style/narrow.css` have the same.
    fn range(self, window: &WindowLayout) -> PanelSize {
        let WindowLayout { width, height, rem, .. } = *window;
        let (usual, least, most) = match self {
            Self::Left => (14 * rem, 10 * rem, width * 40 / 100),
            Self::Side => (20 * rem, 13 * rem, width * 50 / 100),
            Self::Sheet => (height * 38 / 100, 8 * rem, height * 70 / 100),
        };
        let most = most.max(least);
        let usual = usual.clamp(least, most);
        PanelSize { now: usual, usual, least, most }
    }

    /// The size of a panel for which only the window is a limit.
    fn alone(self, window: &WindowLayout, sizes: &PanelSizes) -> PanelSize {
        let range = self.range(window);
        PanelSize { now: sizes.get(self).unwrap_or(range.usual).clamp(range.least, range.most), ..range }
    }
}

/// The panels that can be resized, with their sizes: those that are shown and not over the text. Panels beside the text leave room
/// for so many columns; where there is not enough, the right-hand one gives way first.
pub(super) fn resizable(
    window: &WindowLayout,
    sizes: &PanelSizes,
    columns: usize,
    left: bool,
    side: bool,
) -> Vec<(Panel, PanelSize)> {
    let shown = |panel: Panel, is_shown: bool| is_shown.then(|| (panel, panel.alone(window, sizes)));
    let mut panels: Vec<_> = match window.panels {
        PanelPlaces::Beside => [shown(Panel::Side, side), shown(Panel::Left, left)].into_iter().flatten().collect(),
        PanelPlaces::SideBeside => shown(Panel::Side, side).into_iter().collect(),
        PanelPlaces::Below => return shown(Panel::Sheet, side).into_iter().collect(),
        PanelPlaces::Over => Vec::new(),
    };
    let room = window.width.saturating_sub(columns as u32 * COLUMN * window.rem);
    let total = |panels: &[(Panel, PanelSize)]| panels.iter().map(|(_, size)| size.now).sum::<u32>();
    for i in 0..panels.len() {
        let excess = total(&panels).saturating_sub(room);
        let size = &mut panels[i].1;
        size.now = size.now.saturating_sub(excess).max(size.least);
    }
    let total = total(&panels);
    for (_, size) in &mut panels {
        size.most = size.most.min(room.saturating_sub(total - size.now)).max(size.now);
    }
    // From left to right.
    panels.reverse();
    panels
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn wide(width: u32) -> WindowLayout {
        WindowLayout { width, ..WindowLayout::default() }
    }

    /// The present size and the limits: (now, least, most).
    fn sizes_of(window: &WindowLayout, sizes: PanelSizes, columns: usize) -> Vec<(u32, u32, u32)> {
        let panels = resizable(window, &sizes, columns, true, true);
        panels.into_iter().map(|(_, size)| (size.now, size.least, size.most)).collect()
    }

    #[test]
    fn limits_follow_the_window_and_the_size_of_letters() {
        let usual = PanelSizes::default();
        assert_eq!(sizes_of(&wide(1440), usual, 1), [(224, 160, 576), (320, 208, 720)]);
        let large = WindowLayout { rem: 20, ..wide(1440) };
        assert_eq!(sizes_of(&large, usual, 1), [(280, 200, 576), (400, 260, 720)]);
        let phone = WindowLayout { width: 390, height: 844, rem: 16, panels: PanelPlaces::Below };
        assert_eq!(sizes_of(&phone, usual, 1), [(320, 128, 590)]);
        let low = WindowLayout { width: 844, height: 390, rem: 16, panels: PanelPlaces::SideBeside };
        assert_eq!(sizes_of(&low, usual, 1), [(320, 208, 422)]);
        let small = WindowLayout { width: 320, height: 256, rem: 16, panels: PanelPlaces::Over };
        assert_eq!(sizes_of(&small, usual, 1), []);
    }

    #[test]
    fn the_right_hand_panel_gives_way_first() {
        let large = PanelSizes { left: Some(500), side: Some(700), sheet: None };
        assert_eq!(sizes_of(&wide(1440), large, 1), [(500, 160, 548), (700, 208, 720)]);
        assert_eq!(sizes_of(&wide(1440), large, 3), [(500, 160, 500), (364, 208, 364)]);
        assert_eq!(sizes_of(&wide(1160), large, 3), [(376, 160, 376), (208, 208, 208)]);
    }

    proptest! {
        #[test]
        fn panels_leave_room_for_the_text(
            width in 897..3000_u32, columns in 1..=3_usize, left in 0..3000_u32, side in 0..3000_u32,
        ) {
            let window = wide(width);
            let columns = columns.min(window.columns(true));
            let sizes = PanelSizes { left: Some(left), side: Some(side), sheet: None };
            let panels = resizable(&window, &sizes, columns, true, true);
            let total: u32 = panels.iter().map(|(_, size)| size.now).sum();
            prop_assert!(total + columns as u32 * COLUMN * window.rem <= width, "{panels:?}");
            for (panel, size) in &panels {
                prop_assert!(size.least <= size.now && size.now <= size.most, "{panel:?}: {size:?}");
                // Each can be as large as it says while the other one stays as it is.
                let with = total - size.now + size.most;
                prop_assert!(with + columns as u32 * COLUMN * window.rem <= width, "{panel:?}: {size:?}");
            }
        }
    }
}
