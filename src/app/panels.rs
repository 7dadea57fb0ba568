//! The sizes of the panels beside the text.

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
    /// The size of a panel.
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

impl Panel {
    /// The size of a panel without one of its own, and the least and greatest size, for the size of the window in its direction.
    /// The style sheet has the same.
    pub fn limits(self, window: u32) -> (u32, u32, u32) {
        let (usual, least, percent) = match self {
            Self::Left => (224, 160, 40),
            Self::Side => (320, 208, 50),
            Self::Sheet => (window * 38 / 100, 128, 70),
        };
        let most = (window * percent / 100).max(least);
        (usual.clamp(least, most), least, most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panels_leave_room_for_the_text() {
        assert_eq!(Panel::Left.limits(1440), (224, 160, 576));
        assert_eq!(Panel::Side.limits(1440), (320, 208, 720));
        assert_eq!(Panel::Sheet.limits(844), (320, 128, 590));
        assert_eq!(Panel::Sheet.limits(150), (128, 128, 128));
    }
}
