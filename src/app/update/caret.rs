//! The caret and the selection in the text.

use super::{Edited, Update};
use crate::app::{CaretAction, Cursor, Direction, LineMovement, Mode, UiEffect};
use crate::model::ArticleId;
use crate::text::{ByteOffset, Snap, Unit};

impl Update<'_> {
    pub(super) fn caret(&mut self, action: CaretAction) -> Edited {
        match action {
            CaretAction::Place(cursor) => self.place(cursor),
            CaretAction::AddRange(cursor) => return self.add_range(cursor),
            CaretAction::Move { unit, direction, extend } => self.move_caret(unit, direction, extend),
            CaretAction::MoveSideways { unit, left, extend } => self.move_sideways(unit, left, extend),
            CaretAction::MoveByLine { direction, extend, to_line_end } => {
                if let Some(cursor) = self.state.cursor_or_start() {
                    self.ui(UiEffect::MoveByLine(LineMovement { cursor, direction, extend, to_line_end }));
                }
            }
            CaretAction::MoveToEnd { direction, extend } => self.move_to_end(direction, extend),
            CaretAction::SelectAll => self.select_all_text(),
            CaretAction::Focused(article) => self.text_focused(article),
        }
        Ok(None)
    }

    /// Puts the caret somewhere, which leaves what the user was in the middle of, except selecting parts.
    pub(super) fn place(&mut self, cursor: Option<Cursor>) {
        let state = &mut *self.state;
        let is_selection = cursor.as_ref().is_some_and(Cursor::is_selection);
        match &mut state.mode {
            Mode::SelectingParts(parts) => {
                // All parts of a tag are in one article.
                parts.retain(|part| cursor.as_ref().is_some_and(|cursor| cursor.article == part.article));
                if parts.is_empty() {
                    state.mode = Mode::Idle;
                }
            }
            Mode::AddingPart(_) => {}
            Mode::Relabelling | Mode::SettingAttributes(_) | Mode::ChoosingActiveLabel => state.mode = Mode::Idle,
            Mode::Reviewing(review) => review.chooses_label = false,
            Mode::Idle | Mode::Relating(_) => {}
        }
        // A tag that gets another part stays selected, so that the user sees which.
        if is_selection && state.mode.extended().is_none() {
            state.view.selected.clear();
        }
        state.chord.clear();
        state.view.cursor = cursor;
    }

    fn text_focused(&mut self, article: ArticleId) {
        let is_elsewhere = self.state.view.cursor.as_ref().is_none_or(|cursor| cursor.article != article);
        if is_elsewhere {
            self.place(Some(Cursor::at(article, ByteOffset(0))));
        }
    }

    fn move_sideways(&mut self, unit: Unit, left: bool, extend: bool) {
        let cursor = self.state.cursor_or_start();
        let article = cursor.and_then(|cursor| self.state.project().article(&cursor.article).cloned());
        let runs_left = article.is_some_and(|article| article.text.is_right_to_left());
        self.move_caret(unit, if left == runs_left { Direction::Forward } else { Direction::Back }, extend);
    }

    fn move_caret(&mut self, unit: Unit, direction: Direction, extend: bool) {
        let Some(cursor) = self.state.cursor_or_start() else { return };
        let Some(article) = self.state.project().article(&cursor.article) else { return };
        let range = cursor.range();
        let collapses = !extend && !range.is_empty() && unit == Unit::Grapheme;
        let head = match direction {
            // As in any editor, an arrow without Shift first collapses the selection to its side.
            Direction::Back if collapses => range.start(),
            Direction::Forward if collapses => range.end(),
            Direction::Back => article.text.previous(cursor.head, unit),
            Direction::Forward => article.text.next(cursor.head, unit),
        };
        self.set_head(cursor, head, extend);
    }

    fn move_to_end(&mut self, direction: Direction, extend: bool) {
        let Some(cursor) = self.state.cursor_or_start() else { return };
        let Some(article) = self.state.project().article(&cursor.article) else { return };
        let head = if direction == Direction::Back { ByteOffset(0) } else { article.text.end() };
        self.set_head(cursor, head, extend);
    }

    /// Selects the article's text. The page does not scroll, so that the user stays where they read.
    fn select_all_text(&mut self) {
        let Some(cursor) = self.state.cursor_or_start() else { return };
        let Some(article) = self.state.project().article(&cursor.article) else { return };
        let end = article.text.end();
        self.place(Some(Cursor::by_pointer(cursor.article, ByteOffset(0), end, Snap::Words)));
    }

    fn set_head(&mut self, cursor: Cursor, head: ByteOffset, extend: bool) {
        let anchor = if extend { cursor.anchor } else { head };
        self.place(Some(Cursor { anchor, head, snap: Snap::Words, by_pointer: false, at_line_end: false, ..cursor }));
    }
}
