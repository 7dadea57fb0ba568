//! Every occurrence of a text: the list, and tagging without the list.

use std::rc::Rc;

use super::{Edited, Update};
use crate::analysis::{Occurrence, Place, judge, occurrences};
use crate::app::messages::{occurrences as words, summaries};
use crate::app::occurrences::{Occurrences, Operation, Source, Template};
use crate::app::{Cursor, Dialog, Mode, Notice, OccurrenceAction};
use crate::edit::{AnnotationPatch, Command};
use crate::model::{Annotation, ArticleId, LabelId, LabelKind};
use crate::text::{Query, Snap, TextRange};

impl Update<'_> {
    pub(super) fn occurrences(&mut self, action: OccurrenceAction) -> Edited {
        match action {
            OccurrenceAction::Open => self.list_of_selected(),
            OccurrenceAction::OpenSearch => self.list_of_search(),
            OccurrenceAction::Everywhere(label, _) if self.state.reviews_label() => return self.accept_as(label, true),
            OccurrenceAction::Everywhere(label, how) => return self.everywhere(label, how),
            OccurrenceAction::Confirm => return self.confirm(),
            OccurrenceAction::SetQuery(query) => self.change_list(|list| list.source = Source::Query(query)),
            OccurrenceAction::SetOperation(operation) => self.change_list(|list| list.operation = operation),
            OccurrenceAction::SetLabel(label) => self.change_list(|list| list.template = Template::plain(label)),
            OccurrenceAction::SetNewLabel(label) => {
                if let Some(list) = &mut self.state.occurrences {
                    list.new_label = label;
                }
            }
            OccurrenceAction::Tick(at, on) => {
                if let Some(ticked) = self.state.occurrences.as_mut().and_then(|list| list.ticked.get_mut(at)) {
                    *ticked = on;
                }
            }
            OccurrenceAction::TickAll(article, on) => self.tick_all(article.as_ref(), on),
            OccurrenceAction::Show(at) => self.show_occurrence(at),
        }
        Ok(None)
    }

    /// Changes what is listed.
    fn change_list(&mut self, change: impl FnOnce(&mut Occurrences)) {
        let Some(mut list) = self.state.occurrences.take() else { return };
        change(&mut list);
        self.fill(&mut list);
        self.announce(words::ticked(list.count(), list.all.len()));
        self.state.occurrences = Some(list);
    }

    /// Finds what the operation can be applied to. Doubtful occurrences are not ticked.
    fn fill(&self, list: &mut Occurrences) {
        let (project, label) = (self.state.project(), &list.template.label);
        let mut all = match &list.source {
            Source::Query(query) => occurrences(project, std::slice::from_ref(query), label),
            Source::Search(places) => judge(project, places.to_vec(), label),
        };
        all.retain(|one| one.tag.is_some() == (list.operation != Operation::Tag));
        list.ticked = all.iter().map(|one| one.doubt.is_none() || one.tag.is_some()).collect();
        (list.all, list.current) = (Rc::new(all), None);
    }

    fn tick_all(&mut self, article: Option<&ArticleId>, on: bool) {
        let Some(list) = &mut self.state.occurrences else { return };
        let is_of = |one: &Occurrence| article.is_none_or(|id| id == &one.place.article);
        let of = list.all.iter().zip(&mut list.ticked).filter(|(one, _)| is_of(one));
        of.for_each(|(_, ticked)| *ticked = on);
    }

    fn show_occurrence(&mut self, at: usize) {
        let Some(list) = &mut self.state.occurrences else { return };
        let Some(place) = list.all.get(at).map(|one| one.place.clone()) else { return };
        list.current = Some(at);
        self.show(&place.article);
        self.scroll_to(&place.article, place.range.start());
    }

    fn list_of_selected(&mut self) {
        let Some(annotation) = self.state.selected().cloned() else { return self.notify(words::SELECT_A_TAG) };
        if annotation.ranges.len() > 1 {
            return self.notify(words::DISCONTINUOUS);
        }
        let query = self.query_for(&annotation);
        let mut list = self.new_list(Source::Query(query), Template::of(&annotation));
        if list.all.is_empty() {
            // All of them are tagged already: what is left to do is to look through them.
            list.operation = Operation::Remove;
            self.fill(&mut list);
            list.ticked.fill(false);
        }
        self.open_list(list);
    }

    fn list_of_search(&mut self) {
        let places = self.state.search.places.clone();
        let schema = self.state.project().schema().clone();
        let first = schema.labels.iter().find(|label| label.kind == LabelKind::Entity).or(schema.labels.first());
        let label = self.state.selected().map(|one| &one.label).or(first.map(|label| &label.id)).cloned();
        if let (Some(label), false) = (label, places.is_empty()) {
            let list = self.new_list(Source::Search(places), Template::plain(label));
            self.open_list(list);
        }
    }

    fn new_list(&self, source: Source, template: Template) -> Occurrences {
        let mut labels = self.state.project().schema().labels.iter().map(|label| &label.id);
        let new_label = labels.find(|id| **id != template.label).unwrap_or(&template.label).clone();
        let (operation, all, ticked) = (Operation::Tag, Rc::default(), Vec::new());
        let mut list = Occurrences { source, operation, template, new_label, all, ticked, current: None };
        self.fill(&mut list);
        list
    }

    fn open_list(&mut self, list: Occurrences) {
        self.state.occurrences = Some(list);
        self.state.dialog = Some(Dialog::Occurrences);
    }

    /// What to look for, to find places like an annotation. One that cuts words was meant to.
    fn query_for(&self, annotation: &Annotation) -> Query {
        let range = TextRange::new(annotation.start(), annotation.end());
        self.query_for_range(&annotation.article, range)
    }

    fn query_for_range(&self, article: &ArticleId, range: TextRange) -> Query {
        let Some(article) = self.state.project().article(article) else { return Query::default() };
        let text = &article.text;
        Query { whole: !text.cuts_words(range), ..Query::words(text.slice(range)) }
    }

    fn confirm(&mut self) -> Edited {
        let Some(list) = self.state.occurrences.take() else { return Ok(None) };
        if self.state.dialog == Some(Dialog::Occurrences) {
            self.state.dialog = None;
        }
        let patch = AnnotationPatch { label: Some(list.new_label.clone()), ..Default::default() };
        let command = match list.operation {
            _ if list.count() == 0 => return Ok(None),
            Operation::Tag => Command::AnnotateAll(list.chosen().map(|one| list.template.at(&one.place)).collect()),
            Operation::Relabel => Command::UpdateAll(list.chosen_tags(), patch),
            Operation::Remove => Command::Remove(list.chosen_tags()),
        };
        let step = self.perform(command)?;
        if let Some(step) = &step {
            self.show_done(summaries::summary(&step.transaction.summary));
        }
        Ok(step)
    }

    fn everywhere(&mut self, label: LabelId, how: Option<Snap>) -> Edited {
        let pending = self.state.pending_as(how).filter(|_| self.state.mode != Mode::Relabelling);
        let selected = self.state.selected().cloned();
        self.state.chord.clear();
        if self.state.mode == Mode::Relabelling {
            self.state.mode = Mode::Idle;
        } else if pending.is_none() && self.notify_only_spaces() {
            return Ok(None);
        }
        match (pending, selected) {
            (Some((article, ranges)), _) => match ranges.as_slice() {
                [range] => self.tag_everywhere(article, *range, label),
                // A text with gaps hardly occurs again.
                _ => self.tag_ranges(article, ranges, label),
            },
            (None, Some(one)) => self.label_everywhere(&one, label),
            (None, None) => {
                self.notify(words::NOTHING_SELECTED);
                Ok(None)
            }
        }
    }

    /// Tags a range, and all other occurrences of its text that are not doubtful.
    fn tag_everywhere(&mut self, article: ArticleId, range: TextRange, label: LabelId) -> Edited {
        let query = self.query_for_range(&article, range);
        let list = self.new_list(Source::Query(query), Template::plain(label));
        let own = Place { article: article.clone(), range };
        let others = list.chosen().map(|one| &one.place).filter(|place| **place != own);
        let all = std::iter::once(&own).chain(others).map(|place| list.template.at(place)).collect();
        let left_out = list.all.iter().zip(&list.ticked).filter(|(one, ticked)| !**ticked && one.place != own).count();
        let step = self.perform(Command::AnnotateAll(all))?;
        let set = self.state.project().annotations_of(&article);
        let is_own = |one: &Annotation| one.label == list.template.label && one.ranges == [range];
        let made = set.overlapping(range).find(|(_, one)| is_own(one)).map(|(_, one)| one.id.clone());
        self.state.view.selected = made.into_iter().collect();
        self.state.view.cursor = Some(Cursor::at(article, range.end()));
        self.state.mode = Mode::Idle;
        match &step {
            Some(step) => {
                self.show_done(words::tagged_everywhere(&summaries::summary(&step.transaction.summary), left_out));
            }
            None => self.notify(words::ALL_TAGGED),
        }
        Ok(step)
    }

    /// Gives all annotations like this one another label; with its own label, tags the occurrences that are not tagged.
    fn label_everywhere(&mut self, one: &Annotation, label: LabelId) -> Edited {
        let mut list = self.new_list(Source::Query(self.query_for(one)), Template::of(one));
        if label != one.label {
            (list.operation, list.new_label) = (Operation::Relabel, label);
            self.fill(&mut list);
        }
        if list.count() == 0 {
            self.notify(words::ALL_TAGGED);
            return Ok(None);
        }
        self.state.occurrences = Some(list);
        self.confirm()
    }

    /// Shows what was done; screen readers are told by the transaction itself.
    fn show_done(&mut self, text: String) {
        self.state.notice = Some(Notice::info(text));
    }
}
