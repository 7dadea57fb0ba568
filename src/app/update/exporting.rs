//! An export that takes time.

use super::Update;
use crate::app::messages::export as words;
use crate::app::{Exporting, ExportingAction};

impl Update<'_> {
    pub(super) fn exporting(&mut self, action: ExportingAction) {
        match action {
            ExportingAction::Written(written) => {
                let is_other = |known: &Exporting| known.number > written.number;
                if !self.state.exporting.as_ref().is_some_and(is_other) {
                    self.state.exporting = Some(written);
                }
            }
            ExportingAction::End(number) => drop(self.state.exporting.take_if(|known| known.number == number)),
            ExportingAction::Cancel => {
                if self.state.exporting.take().is_some() {
                    self.announce(words::CANCELLED);
                }
            }
        }
    }
}
