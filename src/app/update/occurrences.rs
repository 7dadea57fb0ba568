//! Every occurrence of a text: the list, and tagging without the list. What may take time is asked for as an effect; what was found or
//! planned comes as an action.

use std::rc::Rc;

use super::{Edited, Update};
use crate::analysis::{Occurrence, Place};
use crate::app::messages::{occurrences as words, summaries};
use crate::app::occurrence_work::{OccurrenceRequest, OccurrenceTask, OccurrenceWork, OwnPlace};
use crate::app::occurrences::{FoundOccurrences, OccurrenceEdit, Occurrences, Operation, Source, Template};
use crate::app::{Cursor, Dialog, Effect, Mode, Notice, OccurrenceAction, OccurrenceResult};
use crate::edit::{PlannedEdit, Step};
use crate::model::{Annotation, ArticleId, LabelId, LabelKind, Project};
use crate::text::{Query, Snap, TextRange};

impl Update<'_> {
    pub(super) fn occurrences(&mut self, action: OccurrenceAction) -> Edited {
        match action {
            OccurrenceAction::Open => self.list_of_selected(),
            OccurrenceAction::OpenSearch => self.list_of_search(),
            OccurrenceAction::Everywhere(label, _) if self.state.reviews_label() => return self.accept_as(label, true),
            OccurrenceAction::Everywhere(label, how) => return self.everywhere(label, how),
            OccurrenceAction::Confirm => self.confirm(),
            OccurrenceAction::SetQuery(query) => self.find_again(|list| list.source = Source::Query(query)),
            OccurrenceAction::SetLabel(label) => self.find_again(|list| list.edit.template = Template::plain(label)),
            OccurrenceAction::Progress(number, percent) => self.occurrence_progress(number, percent),
            OccurrenceAction::Worked(number, result) => return self.worked(number, result),
            OccurrenceAction::Show(at) => self.show_occurrence(at),
            action => self.change_list(action),
        }
        Ok(None)
    }

    /// What changes the list without finding it again.
    fn change_list(&mut self, action: OccurrenceAction) {
        let is_changing = self.is_changing_occurrences();
        let Some(list) = self.state.occurrences.as_mut().filter(|_| !is_changing).map(Rc::make_mut) else { return };
        match action {
            OccurrenceAction::SetOperation(operation) => {
                list.edit.operation = operation;
                list.list_found();
                self.announce_ticked();
            }
            OccurrenceAction::SetNewLabel(label) => list.edit.new_label = label,
            OccurrenceAction::Tick(at, on) => {
                if let Some(ticked) = Rc::make_mut(&mut list.ticked).get_mut(at) {
                    *ticked = on;
                }
            }
            OccurrenceAction::TickAll(article, on) => {
                let is_of = |one: &Occurrence| article.as_ref().is_none_or(|id| id == &one.place.article);
                let of = list.all.iter().zip(Rc::make_mut(&mut list.ticked)).filter(|(one, _)| is_of(one));
                of.for_each(|(_, ticked)| *ticked = on);
            }
            _ => {}
        }
    }

    /// Whether occurrences are being changed: what is listed stays the same until they are.
    fn is_changing_occurrences(&self) -> bool {
        let work = self.state.occurrence_work.as_ref();
        work.is_some_and(|work| !matches!(*work.task, OccurrenceTask::Find { .. }))
    }

    fn announce_ticked(&mut self) {
        if let Some(list) = &self.state.occurrences {
            let text = words::ticked(list.count(), list.all.len());
            self.announce(text);
        }
    }

    /// Finds something else for the list. What is being found is given up, but not what is being changed.
    fn find_again(&mut self, change: impl FnOnce(&mut Occurrences)) {
        let is_changing = self.is_changing_occurrences();
        let Some(list) = self.state.occurrences.as_mut().filter(|_| !is_changing).map(Rc::make_mut) else { return };
        change(list);
        let (source, label) = (list.source.clone(), list.edit.template.label.clone());
        self.begin_work(OccurrenceTask::Find { source, label, is_first: false });
    }

    fn show_occurrence(&mut self, at: usize) {
        let Some(list) = self.state.occurrences.as_mut().map(Rc::make_mut) else { return };
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
        self.open_list(Source::Query(query), Template::of(&annotation));
    }

    fn list_of_search(&mut self) {
        let places = self.state.search.places.clone();
        let schema = self.state.project().schema().clone();
        let first = schema.labels.iter().find(|label| label.kind == LabelKind::Entity).or(schema.labels.first());
        let label = self.state.selected().map(|one| &one.label).or(first.map(|label| &label.id)).cloned();
        if let (Some(label), false) = (label, places.is_empty()) {
            self.open_list(Source::Search(places), Template::plain(label));
        }
    }

    /// Opens the list, for which occurrences are found now.
    fn open_list(&mut self, source: Source, template: Template) {
        if self.refuse_while_working() {
            return;
        }
        let mut labels = self.state.project().schema().labels.iter().map(|label| &label.id);
        let new_label = labels.find(|id| **id != template.label).unwrap_or(&template.label).clone();
        let task = OccurrenceTask::Find { source: source.clone(), label: template.label.clone(), is_first: true };
        let edit = OccurrenceEdit { operation: Operation::Tag, template, new_label };
        let found = FoundOccurrences::default();
        let (all, ticked) = Default::default();
        self.state.occurrences = Some(Rc::new(Occurrences { source, edit, found, all, ticked, current: None }));
        self.state.dialog = Some(Dialog::Occurrences);
        self.begin_work(task);
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

    fn confirm(&mut self) {
        let Some(list) = self.state.occurrences.as_ref().filter(|_| self.state.occurrence_work.is_none()) else {
            return;
        };
        if list.count() > 0 {
            let (edit, all, ticked) = (list.edit.clone(), list.all.clone(), list.ticked.clone());
            self.begin_work(OccurrenceTask::Apply { edit, all, ticked });
        }
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
                _ => return self.tag_ranges(article, ranges, label),
            },
            (None, Some(one)) => self.label_everywhere(&one, label),
            (None, None) => self.notify(words::NOTHING_SELECTED),
        }
        Ok(None)
    }

    /// Tags a range, and all other occurrences of its text that are not doubtful.
    fn tag_everywhere(&mut self, article: ArticleId, range: TextRange, label: LabelId) {
        let source = Source::Query(self.query_for_range(&article, range));
        let own = OwnPlace { place: Place { article, range }, cursor: self.state.view.cursor.clone() };
        let edit =
            OccurrenceEdit { operation: Operation::Tag, template: Template::plain(label.clone()), new_label: label };
        self.begin_everywhere(OccurrenceTask::Everywhere { source, edit, own: Some(own) });
    }

    /// Gives all annotations like this one another label; with its own label, tags the occurrences that are not tagged.
    fn label_everywhere(&mut self, one: &Annotation, label: LabelId) {
        let source = Source::Query(self.query_for(one));
        let operation = if label == one.label { Operation::Tag } else { Operation::Relabel };
        let edit = OccurrenceEdit { operation, template: Template::of(one), new_label: label };
        self.begin_everywhere(OccurrenceTask::Everywhere { source, edit, own: None });
    }

    fn begin_everywhere(&mut self, task: OccurrenceTask) {
        if !self.refuse_while_working() {
            self.begin_work(task);
        }
    }

    /// Says so if many occurrences are still being changed; returns whether they are.
    fn refuse_while_working(&mut self) -> bool {
        let is_working = self.state.occurrence_work.is_some();
        if is_working {
            self.notify(words::STILL_WORKING);
        }
        is_working
    }

    fn begin_work(&mut self, task: impl Into<Rc<OccurrenceTask>>) {
        let task = task.into();
        self.state.occurrence_number += 1;
        let number = self.state.occurrence_number;
        let (editor, stamp) = (self.state.editor.clone(), self.stamp.clone());
        self.state.occurrence_work = Some(OccurrenceWork { number, task: task.clone(), percent: None });
        self.effects.push(Effect::Occurrences(Box::new(OccurrenceRequest { number, task, editor, stamp })));
    }

    /// Asks for the same again, in the project as it is now. How much was done is still shown.
    fn work_again(&mut self, work: OccurrenceWork) {
        let percent = work.percent.map(|_| 0);
        self.begin_work(work.task);
        if let Some(work) = &mut self.state.occurrence_work {
            work.percent = percent;
        }
    }

    /// The work takes long: how much was done is shown.
    fn occurrence_progress(&mut self, number: u32, percent: u8) {
        let Some(work) = self.state.occurrence_work.as_mut().filter(|work| work.number == number) else { return };
        let is_first = work.percent.replace(percent).is_none();
        let text = match &*work.task {
            OccurrenceTask::Find { .. } => {
                if let Some(list) = self.state.occurrences.as_mut().filter(|_| is_first).map(Rc::make_mut) {
                    list.found = FoundOccurrences::default();
                    list.list_found();
                }
                words::finding(percent)
            }
            OccurrenceTask::Apply { edit, .. } => words::working(edit.operation, percent),
            OccurrenceTask::Everywhere { edit, .. } => {
                let text = words::working_everywhere(edit.operation, percent);
                self.state.notice = Some(Notice::info(text.clone()));
                text
            }
        };
        if is_first {
            self.announce(text);
        }
    }

    /// Gives up what is being done, on the user's request.
    pub(super) fn cancel_occurrences(&mut self) {
        self.state.occurrence_work = None;
        self.notify(words::CANCELLED);
    }

    /// The list is closed: what is being found for it, or done to it, is given up.
    pub(super) fn close_occurrences(&mut self) {
        if self.state.occurrences.take().is_none() {
            return;
        }
        let work = self.state.occurrence_work.take();
        if work.is_some_and(|work| work.percent.is_some() && matches!(*work.task, OccurrenceTask::Apply { .. })) {
            self.notify(words::CANCELLED);
        }
    }

    /// What was asked for is done, or planned.
    fn worked(&mut self, number: u32, result: OccurrenceResult) -> Edited {
        let Some(work) = self.state.occurrence_work.take_if(|work| work.number == number) else { return Ok(None) };
        if let OccurrenceTask::Apply { .. } = *work.task
            && !matches!(&result, OccurrenceResult::Planned(planned, _) if !self.state.editor.is_base_of(planned))
        {
            self.state.occurrences = None;
            self.state.dialog.take_if(|dialog| *dialog == Dialog::Occurrences);
        }
        match result {
            OccurrenceResult::Found(project, found) => {
                self.found_occurrences(work, &project, found);
                Ok(None)
            }
            OccurrenceResult::Planned(planned, left_out) => self.carry_out(work, planned, left_out),
            OccurrenceResult::Failed(error) => Err(error),
        }
    }

    fn found_occurrences(&mut self, work: OccurrenceWork, project: &Rc<Project>, found: FoundOccurrences) {
        if !Rc::ptr_eq(project, self.state.project()) {
            return self.work_again(work);
        }
        let Some(list) = self.state.occurrences.as_mut().map(Rc::make_mut) else { return };
        list.found = found;
        list.list_found();
        let is_first = matches!(*work.task, OccurrenceTask::Find { is_first: true, .. });
        let is_of_text = matches!(list.source, Source::Query(_));
        if is_first && is_of_text && list.all.is_empty() {
            // All of them are tagged already: what is left to do is to look through them.
            list.edit.operation = Operation::Remove;
            list.list_found();
            list.ticked = Rc::new(vec![false; list.all.len()]);
        }
        if !is_first || work.percent.is_some() {
            self.announce_ticked();
        }
    }

    fn carry_out(&mut self, work: OccurrenceWork, planned: PlannedEdit, left_out: usize) -> Edited {
        if self.state.preview().is_some() {
            // Another project is about to take the place of this one.
            return Ok(None);
        }
        if !self.state.editor.is_base_of(&planned) {
            self.work_again(work);
            return Ok(None);
        }
        let step = self.state.editor.commit(planned)?;
        self.commit(step.as_ref());
        if let OccurrenceTask::Everywhere { own, edit, .. } = &*work.task {
            if let Some(own) = own {
                self.select_own(own, edit);
            }
            self.show_everywhere(step.as_ref(), own.as_ref().map(|_| left_out));
        } else if let Some(step) = &step {
            self.show_done(summaries::summary(&step.transaction.summary));
        }
        Ok(step)
    }

    /// Selects the tag at the selection, unless the user has gone on to something else.
    fn select_own(&mut self, OwnPlace { place, cursor }: &OwnPlace, edit: &OccurrenceEdit) {
        if self.state.view.cursor != *cursor {
            return;
        }
        let set = self.state.project().annotations_of(&place.article);
        let is_own = |one: &Annotation| one.label == edit.template.label && one.ranges == [place.range];
        let made = set.overlapping(place.range).find(|(_, one)| is_own(one)).map(|(_, one)| one.id.clone());
        self.state.view.selected = made.into_iter().collect();
        self.state.view.cursor = Some(Cursor::at(place.article.clone(), place.range.end()));
        self.state.mode = Mode::Idle;
    }

    fn show_everywhere(&mut self, step: Option<&Step>, left_out: Option<usize>) {
        let Some(step) = step else { return self.notify(words::ALL_TAGGED) };
        let done = summaries::summary(&step.transaction.summary);
        self.show_done(left_out.map_or(done.clone(), |left_out| words::tagged_everywhere(&done, left_out)));
    }

    /// Shows what was done; screen readers are told by the transaction itself.
    fn show_done(&mut self, text: String) {
        self.state.notice = Some(Notice::info(text));
    }
}
