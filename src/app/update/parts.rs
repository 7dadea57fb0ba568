//! Discontinuous annotations: keeping a part while the next is selected, and changing the parts of an annotation.

use super::{Edited, Update};
use crate::app::messages::tags as words;
use crate::app::{Cursor, Mode, PartAction};
use crate::edit::{AnnotationPatch, Command};
use crate::model::AnnotationId;
use crate::text::TextRange;

impl Update<'_> {
    pub(super) fn parts(&mut self, action: PartAction) -> Edited {
        match action {
            PartAction::Keep => return self.keep_part(),
            PartAction::Drop => self.drop_parts(),
            PartAction::Remove(id, at) => return self.remove_part(&id, at),
        }
        Ok(None)
    }

    fn drop_parts(&mut self) {
        if matches!(self.state.mode, Mode::SelectingParts(_) | Mode::AddingPart(_)) {
            self.state.mode = Mode::Idle;
        }
    }

    /// A range was selected in addition to what is selected already.
    pub(super) fn add_range(&mut self, cursor: Cursor) -> Edited {
        let parts = self.state.mode.parts();
        let is_elsewhere = parts.iter().any(|part| part.article != cursor.article);
        let extended = self.state.mode.extended().or(self.state.view.primary()).filter(|_| parts.is_empty()).cloned();
        if let Some(id) = extended.filter(|id| self.state.is_in(id, &cursor.article)) {
            return self.add_part(id, cursor);
        }
        self.place(Some(cursor));
        let count = self.state.pending().map_or(0, |(_, ranges)| ranges.len());
        if is_elsewhere {
            self.notify(words::PARTS_IN_ONE_ARTICLE_NEW_SELECTION);
        } else if count > 1 {
            self.announce(words::parts_selected(count));
        }
        Ok(None)
    }

    /// Keeps the selection as a part; with only a tag selected, the next selection becomes a part of it.
    fn keep_part(&mut self) -> Edited {
        if self.notify_only_spaces() {
            return Ok(None);
        }
        let selection = self.state.view.cursor.clone().filter(Cursor::is_selection);
        match (selection, self.state.mode.extended().cloned()) {
            (Some(cursor), Some(id)) if self.state.is_in(&id, &cursor.article) => return self.add_part(id, cursor),
            (Some(_), Some(_)) => self.notify(words::PARTS_IN_ONE_ARTICLE),
            (Some(cursor), None) => {
                let mut parts = self.state.mode.parts().to_vec();
                // The caret goes on from the end of the selection.
                self.state.view.cursor = Some(Cursor { anchor: cursor.head, ..cursor.clone() });
                parts.push(cursor);
                self.state.mode = Mode::SelectingParts(parts);
                let count = self.state.kept_parts().map_or(0, |(_, ranges)| ranges.len());
                self.announce(words::parts_kept(count));
            }
            (None, _) => match self.state.selected().cloned() {
                Some(one) => {
                    self.announce(words::select_part_to_add(&self.state.project().exact(&one)));
                    self.state.mode = Mode::AddingPart(one.id.clone());
                }
                None => self.notify(words::NOTHING_TO_KEEP),
            },
        }
        Ok(None)
    }

    fn add_part(&mut self, id: AnnotationId, cursor: Cursor) -> Edited {
        self.state.view.cursor = Some(cursor);
        let Some((article, added)) = self.state.pending() else {
            self.notify_only_spaces();
            return Ok(None);
        };
        let Some(annotation) = self.state.project().annotation(&id) else { return Ok(None) };
        let ranges = TextRange::merged(annotation.ranges.iter().copied().chain(added.iter().copied()));
        let patch = AnnotationPatch { ranges: Some(ranges), ..Default::default() };
        let step = self.perform(Command::Update(id.clone(), patch))?;
        self.drop_parts();
        self.state.view.cursor = added.last().map(|range| Cursor::at(article, range.end()));
        self.state.view.selected = vec![id].into();
        if step.is_none() {
            self.notify(words::PART_ALREADY);
        }
        Ok(step)
    }

    fn remove_part(&mut self, id: &AnnotationId, at: usize) -> Edited {
        let Some(annotation) = self.state.project().annotation(id) else { return Ok(None) };
        let mut ranges = annotation.ranges.clone();
        if at >= ranges.len() || ranges.len() < 2 {
            return Ok(None);
        }
        ranges.remove(at);
        let patch = AnnotationPatch { ranges: Some(ranges), ..Default::default() };
        self.perform(Command::Update(id.clone(), patch))
    }
}
