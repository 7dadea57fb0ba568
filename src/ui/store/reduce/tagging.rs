//! Tagging what is selected, and changing the selected annotations.

use super::Edited;
use crate::edit::{AnnotationPatch, Command, NewAnnotation, Stamp};
use crate::model::{ArticleId, LabelId};
use crate::text::{ByteOffset, Snap, TextRange, Unit, isolated};
use crate::ui::store::{Cursor, Direction, Edge, State};

impl State {
    /// Keeps the first key of labels that have two, and says what can follow.
    pub(in crate::ui::store) fn press_chord(&mut self, keys: String) {
        if !keys.is_empty() {
            let labels = &self.project().schema().labels;
            let next = labels.iter().filter_map(|label| Some((label.key.strip_prefix(&keys)?, &label.name)));
            let next: Vec<_> = next.map(|(key, name)| format!("{key} {name}")).collect();
            self.announce(format!("{keys}, then {}", next.join(", ")));
        }
        self.view.chord = keys;
    }

    pub(in crate::ui::store) fn apply_label(&mut self, label: LabelId, how: Option<Snap>, stamp: Stamp) -> Edited {
        self.view.chord.clear();
        if !self.view.relabelling
            && let Some((article, ranges)) = self.view.pending_as(self.project(), how)
        {
            return self.tag(article, ranges, label, stamp);
        }
        let Some(id) = self.view.selected.clone() else {
            self.tell("Select some text first, or a tag to give another label");
            return Ok(None);
        };
        self.view.relabelling = false;
        let patch = AnnotationPatch { label: Some(label), ..Default::default() };
        let command = match self.view.also_selected.is_empty() {
            true => Command::Update(id, patch),
            false => Command::UpdateAll(self.view.all_selected(), patch),
        };
        self.editor.perform(command, stamp)
    }

    pub(in crate::ui::store) fn tag(
        &mut self,
        article: ArticleId,
        ranges: Vec<TextRange>,
        label: LabelId,
        stamp: Stamp,
    ) -> Edited {
        let (Some(&first), Some(&last)) = (ranges.first(), ranges.last()) else { return Ok(None) };
        let there = self.project().annotations_of(&article);
        let twin = there.overlapping(first).find(|(_, a)| a.label == label && a.ranges == ranges);
        let twin = twin.map(|(_, annotation)| annotation.id.clone());
        let after = Cursor::at(article.clone(), last.end());
        if let Some(twin) = twin {
            self.view.cursor = Some(after);
            self.select(Some(twin));
            self.tell(format!("Already tagged as {}", isolated(&self.project().label_name(&label))));
            return Ok(None);
        }
        let new = NewAnnotation { ranges, ..NewAnnotation::tag(article, first, label) };
        let step = self.editor.perform(Command::Annotate(new), stamp)?;
        self.view.drop_parts();
        self.view.cursor = Some(after);
        self.view.selected = step.as_ref().and_then(|step| step.transaction.annotations().next().cloned());
        Ok(step)
    }

    pub(in crate::ui::store) fn move_edge(
        &mut self,
        edge: Edge,
        direction: Direction,
        unit: Unit,
        stamp: Stamp,
    ) -> Edited {
        let Some(annotation) = self.view.selected.as_ref().and_then(|id| self.project().annotation(id)).cloned() else {
            return Ok(None);
        };
        let Some(article) = self.project().article(&annotation.article) else { return Ok(None) };
        let mut ranges = annotation.ranges.clone();
        let part = match edge {
            Edge::Start => ranges.first_mut(),
            Edge::End => ranges.last_mut(),
        };
        let Some(part) = part else { return Ok(None) };
        let step = |position: ByteOffset| match (direction, unit, edge) {
            // An end stops at ends of words and a start at their beginnings, whichever way they move.
            (Direction::Back, Unit::Word, Edge::End) => {
                let start = article.text.previous(position, Unit::Word);
                let before = article.text.previous(start, Unit::Word);
                article.text.next(before, Unit::Word).min(start)
            }
            (Direction::Forward, Unit::Word, Edge::Start) => {
                let end = article.text.next(position, Unit::Word);
                let after = article.text.next(end, Unit::Word);
                article.text.previous(after, Unit::Word).max(end)
            }
            (Direction::Back, ..) => article.text.previous(position, unit),
            (Direction::Forward, ..) => article.text.next(position, unit),
        };
        let (start, end) = match edge {
            Edge::Start => (step(part.start()), part.end()),
            Edge::End => (part.start(), step(part.end())),
        };
        if start >= end {
            self.tell("A tag cannot be empty: remove it with Delete");
            return Ok(None);
        }
        *part = TextRange::new(start, end);
        if !crate::model::Annotation::are_ranges_in_order(&ranges) {
            return Ok(None);
        }
        let patch = AnnotationPatch { ranges: Some(ranges), ..Default::default() };
        self.editor.perform(Command::Update(annotation.id.clone(), patch), stamp)
    }

    pub(in crate::ui::store) fn remove_selected(&mut self, stamp: Stamp) -> Edited {
        match self.view.all_selected() {
            selected if selected.is_empty() => Ok(None),
            selected => self.editor.perform(Command::Remove(selected), stamp),
        }
    }
}
