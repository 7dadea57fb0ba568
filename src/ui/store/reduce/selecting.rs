//! Which annotations are selected, and giving up what is being done.

use crate::model::AnnotationId;
use crate::text::{ByteOffset, isolated};
use crate::ui::store::{Cursor, Describing, Direction, State};

impl State {
    pub(in crate::ui::store) fn select(&mut self, id: Option<AnnotationId>) {
        (self.view.relabelling, self.view.describing) = (false, Describing::No);
        if let Some(words) = id.as_ref().and_then(|id| self.selected_words(id)) {
            self.announce(format!("Selected {words}"));
        }
        self.view.drop_parts();
        self.view.selected = id;
        self.view.also_selected.clear();
        self.view.chord.clear();
    }

    pub(in crate::ui::store) fn reveal(&mut self, id: AnnotationId) {
        let Some(annotation) = self.project().annotation(&id).cloned() else { return };
        self.show(&annotation.article);
        self.view.cursor = Some(Cursor::at(annotation.article.clone(), annotation.start()));
        self.view.reveal += 1;
        (self.view.relabelling, self.view.describing) = (false, Describing::No);
        self.view.drop_parts();
        self.view.selected = Some(id);
        self.view.also_selected.clear();
        self.view.chord.clear();
    }

    /// The first of those selected is the one that others are added to; if it goes, the next takes its place.
    pub(in crate::ui::store) fn toggle(&mut self, id: AnnotationId) {
        let mut all = self.view.all_selected();
        match all.iter().position(|one| one == &id) {
            Some(at) => drop(all.remove(at)),
            None => all.push(id),
        }
        self.select_all(all);
    }

    pub(in crate::ui::store) fn select_all(&mut self, ids: Vec<AnnotationId>) {
        let count = ids.len();
        let mut ids = ids.into_iter();
        self.select(ids.next());
        self.view.also_selected = ids.collect();
        match count {
            0 => self.announce("No tag selected"),
            // One is announced by its words.
            1 => {}
            _ => self.announce(format!("{count} tags selected")),
        }
    }

    /// Opens the palette of attributes, if the selected annotations have any.
    pub(in crate::ui::store) fn describe(&mut self, what: Describing) {
        let open = what != Describing::No;
        let selected = self.view.selected.as_ref().and_then(|id| self.project().annotation(id));
        let label = selected.and_then(|annotation| self.project().schema().label(&annotation.label));
        if let Some(name) = label.filter(|label| open && label.attributes.is_empty()).map(|label| label.name.clone()) {
            return self.tell(format!("{} has no attributes", isolated(&name)));
        }
        self.view.describing = if label.is_some() { what } else { Describing::No };
        self.view.relabelling = false;
    }

    pub(in crate::ui::store) fn select_at_cursor(&mut self) {
        let Some(cursor) = &self.view.cursor else { return };
        let set = self.project().annotations_of(&cursor.article);
        let mut there: Vec<_> = set.at(cursor.head).into_iter().map(|annotation| annotation.id.clone()).collect();
        if there.is_empty() && cursor.head > ByteOffset(0) {
            // Just after its last character, a tag is still meant.
            there = set.at(ByteOffset(cursor.head.0 - 1)).into_iter().map(|a| a.id.clone()).collect();
        }
        let next = innermost_or_next_out(&there, self.view.selected.as_ref());
        self.select(next);
    }

    pub(in crate::ui::store) fn select_next(&mut self, direction: Direction) {
        let Some(article) = self.cursor_or_start().map(|cursor| cursor.article) else { return };
        let all: Vec<_> = self.project().annotations_of(&article).iter().cloned().collect();
        let current = self.view.selected.as_ref().and_then(|id| all.iter().position(|a| &a.id == id));
        let from = self.view.cursor.as_ref().map_or(ByteOffset(0), |cursor| cursor.head);
        let next = match (direction, current) {
            (Direction::Forward, Some(at)) => all.get(at + 1),
            (Direction::Back, Some(at)) => at.checked_sub(1).and_then(|at| all.get(at)),
            (Direction::Forward, None) => all.iter().find(|annotation| annotation.start() >= from),
            (Direction::Back, None) => all.iter().rev().find(|annotation| annotation.start() < from),
        };
        match next.map(|annotation| annotation.id.clone()) {
            Some(id) => {
                self.reveal(id.clone());
                self.select(Some(id));
            }
            None => self.announce("No more tags in this direction"),
        }
    }

    pub(in crate::ui::store) fn escape(&mut self) {
        let has_parts = !self.view.parts.is_empty() || self.view.extending.is_some();
        let selecting = has_parts || self.view.cursor.as_ref().is_some_and(Cursor::is_selection);
        if self.linking.making.is_some() {
            self.step_back();
        } else if !self.view.chord.is_empty() {
            self.view.chord.clear();
        } else if self.view.relabelling || self.view.describing != Describing::No {
            (self.view.relabelling, self.view.describing) = (false, Describing::No);
        } else if selecting {
            self.view.drop_parts();
            let head = self.view.cursor.take().map(|cursor| Cursor::at(cursor.article, cursor.head));
            self.view.cursor = head;
        } else if self.view.selected.is_some() {
            self.view.selected = None;
            self.view.also_selected.clear();
        } else {
            self.notice = None;
        }
    }
}

/// Of the annotations over a place, outermost first: the innermost, or the next one out of the one selected.
pub fn innermost_or_next_out(there: &[AnnotationId], selected: Option<&AnnotationId>) -> Option<AnnotationId> {
    let at = selected.and_then(|id| there.iter().position(|one| one == id));
    match at {
        Some(at) if at > 0 => there.get(at - 1).cloned(),
        _ => there.last().cloned(),
    }
}
