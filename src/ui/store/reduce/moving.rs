//! The caret and the selection in the text.

use crate::text::{ByteOffset, Snap, Unit};
use crate::ui::store::{Cursor, Describing, Direction, State};

impl State {
    pub(in crate::ui::store) fn place(&mut self, cursor: Option<Cursor>) {
        let stays = |part: &Cursor| cursor.as_ref().is_some_and(|cursor| cursor.article == part.article);
        self.view.parts.retain(stays);
        // A tag that gets another part stays selected, so that one sees which.
        if self.view.extending.is_none() && cursor.as_ref().is_some_and(Cursor::is_selection) {
            self.view.selected = None;
            self.view.also_selected.clear();
        }
        self.view.chord.clear();
        (self.view.relabelling, self.view.describing) = (false, Describing::No);
        self.view.cursor = cursor;
    }

    /// The cursor, or the beginning of the first article shown.
    pub(in crate::ui::store) fn cursor_or_start(&self) -> Option<Cursor> {
        let start = || self.view.open.first().map(|article| Cursor::at(article.clone(), ByteOffset(0)));
        self.view.cursor.clone().or_else(start)
    }

    pub(in crate::ui::store) fn move_cursor(&mut self, unit: Unit, direction: Direction, extend: bool) {
        let Some(cursor) = self.cursor_or_start() else { return };
        let Some(article) = self.project().article(&cursor.article) else { return };
        let range = cursor.range();
        let head = match direction {
            // As in any editor, an arrow without Shift first collapses the selection to its side.
            Direction::Back if !extend && !range.is_empty() && unit == Unit::Grapheme => range.start(),
            Direction::Forward if !extend && !range.is_empty() && unit == Unit::Grapheme => range.end(),
            Direction::Back => article.text.previous(cursor.head, unit),
            Direction::Forward => article.text.next(cursor.head, unit),
        };
        self.set_head(cursor, head, extend);
    }

    pub(in crate::ui::store) fn move_to_end(&mut self, direction: Direction, extend: bool) {
        let Some(cursor) = self.cursor_or_start() else { return };
        let Some(article) = self.project().article(&cursor.article) else { return };
        let head = if direction == Direction::Back { ByteOffset(0) } else { article.text.end() };
        self.set_head(cursor, head, extend);
    }

    pub(in crate::ui::store) fn set_head(&mut self, cursor: Cursor, head: ByteOffset, extend: bool) {
        let anchor = if extend { cursor.anchor } else { head };
        self.place(Some(Cursor { anchor, head, how: Snap::Words, by_pointer: false, ..cursor }));
    }
}
