//! Tags of several ranges: keeping a part while the next is selected, and changing which parts a tag has.

use super::Edited;
use crate::edit::{AnnotationPatch, Command, Stamp};
use crate::model::AnnotationId;
use crate::text::TextRange;
use crate::ui::shared::counted;
use crate::ui::store::{Cursor, State};

impl State {
    /// A range was selected in addition to what is selected already.
    pub(in crate::ui::store) fn add_range(&mut self, cursor: Cursor, stamp: Stamp) -> Edited {
        let extended = self.view.extending.as_ref().or(self.view.selected.as_ref());
        let extended = extended.filter(|_| self.view.parts.is_empty()).cloned();
        let is_elsewhere = self.view.parts.iter().any(|part| part.article != cursor.article);
        if let Some(id) = extended.filter(|id| self.is_in(id, &cursor)) {
            return self.extend(id, cursor, stamp);
        }
        self.place(Some(cursor));
        let count = self.view.pending(self.project()).map_or(0, |(_, ranges)| ranges.len());
        if is_elsewhere {
            self.tell("All parts of a tag lie in one article: this is a new selection");
        } else if count > 1 {
            self.announce(format!("{count} parts selected"));
        }
        Ok(None)
    }

    fn is_in(&self, id: &AnnotationId, cursor: &Cursor) -> bool {
        self.project().annotation(id).is_some_and(|annotation| annotation.article == cursor.article)
    }

    /// Keeps what is selected as a part, or says of which tag the next selection is to become a part.
    pub(in crate::ui::store) fn keep_part(&mut self, stamp: Stamp) -> Edited {
        let selection = self.view.cursor.clone().filter(Cursor::is_selection);
        match (selection, self.view.extending.clone()) {
            (Some(cursor), Some(id)) if self.is_in(&id, &cursor) => return self.extend(id, cursor, stamp),
            (Some(_), Some(_)) => self.tell("All parts of a tag lie in one article"),
            (Some(cursor), None) => {
                // The caret goes on from where the selection ended.
                self.view.cursor = Some(Cursor { anchor: cursor.head, ..cursor.clone() });
                self.view.parts.push(cursor);
                let count = self.view.kept(self.project()).map_or(0, |(_, ranges)| ranges.len());
                let parts = counted(count, "part", "parts");
                self.announce(format!("{parts} kept. Select the next one; a label then tags all"));
            }
            (None, _) => match self.view.selected.clone() {
                Some(id) => {
                    let words = self.project().annotation(&id).map(|one| self.project().exact(one)).unwrap_or_default();
                    self.announce(format!("Select the part to add to “{words}”, then press +"));
                    self.view.extending = Some(id);
                }
                None => self.tell("Select some text first, then keep it as a part of a tag"),
            },
        }
        Ok(None)
    }

    fn extend(&mut self, id: AnnotationId, cursor: Cursor, stamp: Stamp) -> Edited {
        self.view.parts.clear();
        self.view.cursor = Some(cursor);
        let Some((_, added)) = self.view.pending(self.project()) else { return Ok(None) };
        let Some(annotation) = self.project().annotation(&id) else { return Ok(None) };
        let article = annotation.article.clone();
        let ranges = TextRange::merged(annotation.ranges.iter().copied().chain(added.iter().copied()));
        let patch = AnnotationPatch { ranges: Some(ranges), ..Default::default() };
        let step = self.editor.perform(Command::Update(id.clone(), patch), stamp)?;
        self.view.drop_parts();
        self.view.cursor = added.last().map(|range| Cursor::at(article, range.end()));
        self.view.selected = Some(id);
        if step.is_none() {
            self.tell("This is part of the tag already");
        }
        Ok(step)
    }

    pub(in crate::ui::store) fn remove_part(&mut self, id: &AnnotationId, at: usize, stamp: Stamp) -> Edited {
        let Some(annotation) = self.project().annotation(id) else { return Ok(None) };
        let mut ranges = annotation.ranges.clone();
        if at >= ranges.len() || ranges.len() < 2 {
            return Ok(None);
        }
        ranges.remove(at);
        let patch = AnnotationPatch { ranges: Some(ranges), ..Default::default() };
        self.editor.perform(Command::Update(id.clone(), patch), stamp)
    }
}
