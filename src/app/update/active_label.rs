//! The active label: while there is one, each selection is tagged with it at once.

use super::{Edited, Update};
use crate::app::messages::active_label as words;
use crate::app::{Cursor, Mode};
use crate::edit::{AnnotationPatch, Command};
use crate::model::{AnnotationId, LabelId};
use crate::text::{TextRange, snap};

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

    /// Tags a selection that began with the one before: the tag that was just made of that becomes larger or smaller with it.
    pub(super) fn selection_grown(&mut self, cursor: Cursor) -> Edited {
        let Some((id, range)) = self.grown_tag(&cursor) else {
            self.place(Some(cursor));
            return self.selection_made();
        };
        let patch = AnnotationPatch { ranges: Some(vec![range]), ..Default::default() };
        let step = self.perform(Command::Update(id, patch))?;
        self.state.view.cursor = Some(Cursor::at(cursor.article, range.end()));
        Ok(step)
    }

    /// The tag of the active label that was made or changed last and is selected, if a selection contains it or shares an end with
    /// it; and what it becomes.
    fn grown_tag(&self, cursor: &Cursor) -> Option<(AnnotationId, TextRange)> {
        let state = &*self.state;
        let last = state.editor.history().next_undo().filter(|last| last.changes.len() == 1)?;
        let id = last.annotations().next().filter(|id| *state.view.selected == [(*id).clone()])?;
        let tag = state.project().annotation(id)?;
        let article = state.project().article(&cursor.article)?;
        let range = snap(&article.text, cursor.range(), cursor.snap)?;
        let [before] = *tag.ranges.as_slice() else { return None };
        let shares_end = range.start() == before.start() || range.end() == before.end();
        let is_of_active = Some(&tag.label) == state.active_label.as_ref() && tag.article == article.id;
        (state.mode == Mode::Idle && is_of_active && (shares_end || range.contains(before)))
            .then(|| (id.clone(), range))
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
