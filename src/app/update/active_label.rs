//! The active label: while there is one, each selection is tagged with it at once.

use super::{Edited, Update};
use crate::app::Mode;
use crate::app::messages::active_label as words;
use crate::model::LabelId;

impl Update<'_> {
    /// The next label that is chosen becomes the active one.
    pub(super) fn choose_active_label(&mut self) {
        self.state.mode = Mode::ChoosingActiveLabel;
        self.announce(words::CHOOSE);
    }

    /// Makes a label the active one, which tags what is selected now; or ends with it.
    pub(super) fn activate(&mut self, label: Option<LabelId>) -> Edited {
        self.state.chord.clear();
        if self.state.mode == Mode::ChoosingActiveLabel {
            self.state.mode = Mode::Idle;
        }
        match &label {
            Some(label) => self.announce(words::active(&self.state.project().label_name(label))),
            None if self.state.active_label.is_some() => self.announce(words::ENDED),
            None => {}
        }
        self.state.active_label = label;
        self.tag_with_active()
    }

    /// Tags the selection with the active label. While parts are collected, the next one may still come.
    pub(super) fn selection_made(&mut self) -> Edited {
        if self.state.mode == Mode::Idle { self.tag_with_active() } else { Ok(None) }
    }

    /// Tags everything selected with the active label.
    pub(super) fn tag_with_active(&mut self) -> Edited {
        match (self.state.active_label.clone(), self.state.pending()) {
            (Some(label), Some((article, ranges))) => self.tag_ranges(article, ranges, label),
            (Some(_), None) => {
                self.notify_only_spaces();
                Ok(None)
            }
            (None, _) => Ok(None),
        }
    }
}
