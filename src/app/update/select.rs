//! Selecting annotations, and leaving what the user is in the middle of.

use super::Update;
use crate::app::messages::{active_label, tags as words};
use crate::app::{
    Cursor, Direction, FocusTarget, Mode, OpeningAction, PendingRelation, SelectAction, UiEffect, innermost_or_next_out,
};
use crate::model::AnnotationId;
use crate::text::ByteOffset;

impl Update<'_> {
    pub(super) fn select(&mut self, action: SelectAction) {
        match action {
            SelectAction::Only(id) => self.select_only(id),
            SelectAction::Reveal(id) => self.reveal(id),
            SelectAction::Toggle(id) => self.toggle(id),
            SelectAction::All(ids) => self.select_all(ids),
            SelectAction::AtCaret => self.select_at_caret(),
            SelectAction::Next(direction) => self.select_next(direction),
        }
    }

    /// Leaves every mode: another annotation is selected than the mode was about.
    fn leave_mode(&mut self) {
        self.state.mode = Mode::Idle;
        self.state.chord.clear();
    }

    pub(super) fn select_only(&mut self, id: Option<AnnotationId>) {
        if let Some(text) = id.as_ref().and_then(|id| self.described(id)) {
            self.announce(words::selected(&text));
        }
        self.leave_relation_if_other(id.as_ref());
        self.state.view.selected = id.into_iter().collect();
    }

    /// A relation goes on for as long as the annotation it begins at is the only one that is selected.
    fn leave_relation_if_other(&mut self, id: Option<&AnnotationId>) {
        let begins_there = |relation: &PendingRelation| Some(&relation.near) == id && relation.others.is_empty();
        let goes_on = self.state.mode.relation().is_some_and(begins_there);
        if goes_on {
            self.state.chord.clear();
        } else {
            self.leave_mode();
        }
    }

    /// "Person: Priti Patel".
    fn described(&self, id: &AnnotationId) -> Option<String> {
        let project = self.state.project();
        let annotation = project.annotation(id)?;
        Some(words::described(&project.label_name(&annotation.label), &project.exact(annotation)))
    }

    /// Selects an annotation and scrolls to it, with the caret at its start.
    pub(super) fn reveal(&mut self, id: AnnotationId) {
        let Some(annotation) = self.state.project().annotation(&id).cloned() else { return };
        self.show(&annotation.article);
        self.state.view.cursor = Some(Cursor::at(annotation.article.clone(), annotation.start()));
        self.scroll_to(&annotation.article, annotation.start());
        self.leave_relation_if_other(Some(&id));
        self.state.view.selected = vec![id].into();
    }

    fn toggle(&mut self, id: AnnotationId) {
        let mut all = self.state.view.selected.to_vec();
        match all.iter().position(|one| one == &id) {
            Some(at) => drop(all.remove(at)),
            None => all.push(id),
        }
        self.select_all(all);
    }

    pub(super) fn select_all(&mut self, ids: Vec<AnnotationId>) {
        match ids.len() {
            0 => self.announce(words::NONE_SELECTED),
            // One is announced with its text.
            1 => {}
            count => self.announce(words::several_selected(count)),
        }
        let first = ids.first().cloned();
        if ids.len() < 2 {
            return self.select_only(first);
        }
        self.leave_relation_if_other(first.as_ref());
        self.state.view.selected = ids.into();
    }

    fn select_at_caret(&mut self) {
        let Some(cursor) = &self.state.view.cursor else { return };
        let set = self.state.project().annotations_of(&cursor.article);
        let ids_at =
            |position| -> Vec<AnnotationId> { set.at(position).into_iter().map(|one| one.id.clone()).collect() };
        let mut there = ids_at(cursor.head);
        if there.is_empty() && cursor.head > ByteOffset(0) {
            // A caret right after the last character of an annotation still means it.
            there = ids_at(ByteOffset(cursor.head.0 - 1));
        }
        let next = innermost_or_next_out(&there, self.state.view.primary());
        self.select_only(next);
    }

    fn select_next(&mut self, direction: Direction) {
        let Some(article) = self.state.cursor_or_start().map(|cursor| cursor.article) else { return };
        let set = self.state.project().annotations_of(&article);
        let current = self.state.selected().and_then(|one| set.position_of(one));
        let from = self.state.view.cursor.as_ref().map_or(ByteOffset(0), |cursor| cursor.head);
        // The number of annotations that begin before the caret.
        let before = || set.starting_before(from);
        let next = match (direction, current) {
            (Direction::Forward, Some(at)) => set.nth(at + 1),
            (Direction::Back, Some(at)) => at.checked_sub(1).and_then(|at| set.nth(at)),
            (Direction::Forward, None) => set.nth(before()),
            (Direction::Back, None) => before().checked_sub(1).and_then(|at| set.nth(at)),
        };
        match next.map(|one| one.id.clone()) {
            Some(id) => {
                self.reveal(id.clone());
                self.select_only(Some(id));
            }
            None => self.announce(words::NO_MORE),
        }
    }

    /// Hides what lies over the text of a narrow window; the focus goes back to the text.
    fn close_drawer(&mut self) {
        self.state.drawer = false;
        if let Some(article) = self.state.current_article().map(|article| article.id.clone()) {
            self.ui(UiEffect::Focus(FocusTarget::Text(article)));
        }
    }

    pub(super) fn escape(&mut self) {
        if self.state.opening.as_ref().is_some_and(|opening| opening.percent.is_some()) {
            return self.opening(OpeningAction::Cancel);
        }
        if self.state.occurrence_work.as_ref().is_some_and(|work| work.percent.is_some()) {
            return self.cancel_occurrences();
        }
        if self.state.mode.relation().is_some() {
            return self.step_back();
        }
        if !self.state.chord.is_empty() {
            return self.state.chord.clear();
        }
        if self.state.drawer {
            return self.close_drawer();
        }
        if self.state.board.is_shown {
            return self.escape_board();
        }
        if self.state.mode.review().is_some() {
            return self.escape_review();
        }
        if matches!(self.state.mode, Mode::Relabelling | Mode::SettingAttributes(_) | Mode::ChoosingActiveLabel) {
            self.state.mode = Mode::Idle;
            return;
        }
        if self.state.mode == Mode::Idle && self.state.active_label.take().is_some() {
            return self.announce(active_label::ENDED);
        }
        let has_parts = !matches!(self.state.mode, Mode::Idle);
        if has_parts || self.state.view.cursor.as_ref().is_some_and(Cursor::is_selection) {
            self.state.mode = Mode::Idle;
            let cursor = self.state.view.cursor.take();
            self.state.view.cursor = cursor.map(|cursor| Cursor::at(cursor.article, cursor.head));
        } else if !self.state.view.selected.is_empty() {
            self.state.view.selected.clear();
        } else {
            self.state.notice = None;
        }
    }
}
