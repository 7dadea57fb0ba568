//! Tagging the selection, and changing the selected annotations.

use super::{Edited, Update};
use crate::app::attributes::update_tags;
use crate::app::messages::tags as words;
use crate::app::{Cursor, Direction, Edge, FocusTarget, Mode, TagAction, UiEffect};
use crate::edit::{AnnotationPatch, Command, NewAnnotation};
use crate::model::{Annotation, ArticleId, LabelId};
use crate::text::{ByteOffset, Snap, Text, TextRange, Unit, before_outer};

impl Update<'_> {
    pub(super) fn tag(&mut self, action: TagAction) -> Edited {
        match action {
            TagAction::Apply(label, how) => return self.apply_label(label, how),
            TagAction::Chord(keys) => self.press_chord(keys),
            TagAction::UnknownChord => {
                self.state.chord.clear();
                self.announce(words::UNKNOWN_CHORD);
            }
            TagAction::ChooseActive => self.choose_active_label(),
            TagAction::Activate(label) => return self.activate(label),
            TagAction::SelectionMade => return self.selection_made(),
            TagAction::SelectionGrown(cursor) => return self.selection_grown(cursor),
            TagAction::ApplyActive => return self.tag_with_active(),
            TagAction::Relabel => {
                if self.state.view.primary().is_some() {
                    self.state.mode = Mode::Relabelling;
                    self.ui(UiEffect::Focus(FocusTarget::Palette));
                }
            }
            TagAction::MoveEdge(edge, direction, unit) => return self.move_edge(edge, direction, unit),
            TagAction::Remove => return self.remove_selected(),
        }
        Ok(None)
    }

    /// Keeps the first key of labels that have two, and says what can follow.
    fn press_chord(&mut self, keys: String) {
        let labels = &self.state.project().schema().labels;
        let next = labels.iter().filter_map(|label| Some((label.key.strip_prefix(&keys)?, label.name.as_str())));
        let text = words::chord_continues(&keys, next);
        self.announce(text);
        self.state.chord = keys;
    }

    fn apply_label(&mut self, label: LabelId, how: Option<Snap>) -> Edited {
        self.state.chord.clear();
        if self.state.reviews_label() {
            return self.accept_as(label, false);
        }
        if self.state.mode != Mode::Relabelling {
            if let Some((article, ranges)) = self.state.pending_as(how) {
                return self.tag_ranges(article, ranges, label);
            }
            if self.notify_only_spaces() {
                return Ok(None);
            }
        }
        if self.state.view.selected.is_empty() {
            self.notify(words::NOTHING_TO_TAG);
            return Ok(None);
        }
        if self.state.mode == Mode::Relabelling {
            self.state.mode = Mode::Idle;
        }
        let patch = AnnotationPatch { label: Some(label), ..Default::default() };
        self.perform(update_tags(&self.state.view.selected, patch))
    }

    /// Says so if nothing but spaces is selected; returns whether it is.
    pub(super) fn notify_only_spaces(&mut self) -> bool {
        let only_spaces = self.state.selects_only_spaces();
        if only_spaces {
            self.notify(words::ONLY_SPACES);
        }
        only_spaces
    }

    pub(super) fn tag_ranges(&mut self, article: ArticleId, ranges: Vec<TextRange>, label: LabelId) -> Edited {
        let (Some(&first), Some(&last)) = (ranges.first(), ranges.last()) else { return Ok(None) };
        let there = self.state.project().annotations_of(&article);
        let twin = there.overlapping(first).find(|(_, one)| one.label == label && one.ranges == ranges);
        let twin = twin.map(|(_, annotation)| annotation.id.clone());
        let after = Cursor::at(article.clone(), last.end());
        if let Some(twin) = twin {
            self.state.view.cursor = Some(after);
            self.select_only(Some(twin));
            self.notify(words::already_tagged(&self.state.project().label_name(&label)));
            return Ok(None);
        }
        let new = NewAnnotation { ranges, ..NewAnnotation::tag(article, first, label) };
        let step = self.perform(Command::Annotate(new))?;
        if self.state.mode.review().is_none() {
            self.state.mode = Mode::Idle;
        }
        self.state.view.cursor = Some(after);
        let made = step.as_ref().and_then(|step| step.transaction.annotations().next().cloned());
        self.state.view.selected = made.into_iter().collect();
        Ok(step)
    }

    fn move_edge(&mut self, edge: Edge, direction: Direction, unit: Unit) -> Edited {
        let Some(annotation) = self.state.selected().cloned() else { return Ok(None) };
        let Some(article) = self.state.project().article(&annotation.article) else { return Ok(None) };
        let mut ranges = annotation.ranges.clone();
        let part = match edge {
            Edge::Start => ranges.first_mut(),
            Edge::End => ranges.last_mut(),
        };
        let Some(part) = part else { return Ok(None) };
        let moved = |position| moved_edge(&article.text, position, edge, direction, unit);
        let (start, end) = match edge {
            Edge::Start => (moved(part.start()), part.end()),
            Edge::End => (part.start(), moved(part.end())),
        };
        if start >= end {
            self.notify(words::CANNOT_BE_EMPTY);
            return Ok(None);
        }
        *part = TextRange::new(start, end);
        if !Annotation::are_ranges_in_order(&ranges) {
            return Ok(None);
        }
        let patch = AnnotationPatch { ranges: Some(ranges), ..Default::default() };
        self.perform(Command::Update(annotation.id.clone(), patch))
    }

    fn remove_selected(&mut self) -> Edited {
        match self.state.view.selected.to_vec() {
            selected if selected.is_empty() => Ok(None),
            selected => self.perform(Command::Remove(selected)),
        }
    }
}

/// Where an edge goes. An end stops at ends of words and a start at their beginnings, in both directions. Invisible characters after a
/// word are no part of it.
pub(super) fn moved_edge(
    text: &Text,
    position: ByteOffset,
    edge: Edge,
    direction: Direction,
    unit: Unit,
) -> ByteOffset {
    match (direction, unit, edge) {
        (Direction::Back, Unit::Word, Edge::End) => {
            let start = text.previous(position, Unit::Word);
            let before = text.previous(start, Unit::Word);
            before_outer(text, text.next(before, Unit::Word).min(start))
        }
        (Direction::Forward, Unit::Word, Edge::Start) => {
            let end = text.next(position, Unit::Word);
            let after = text.next(end, Unit::Word);
            text.previous(after, Unit::Word).max(end)
        }
        (Direction::Forward, Unit::Word, Edge::End) => {
            let mut end = position;
            // Behind a word that ends before invisible characters, the next one is meant.
            while end < text.end() {
                end = text.next(end, Unit::Word);
                if before_outer(text, end) > position {
                    return before_outer(text, end);
                }
            }
            position
        }
        (Direction::Back, ..) => text.previous(position, unit),
        (Direction::Forward, ..) => text.next(position, unit),
    }
}
