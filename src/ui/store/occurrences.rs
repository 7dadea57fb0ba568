//! Every occurrence of some words in all articles, to be tagged, changed or removed together.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::reduce::Edited;
use super::{Cursor, Dialog, Notice, State};
use crate::analysis::{Occurrence, Place, judge, occurrences};
use crate::app::messages::summaries::summary;
use crate::edit::{AnnotationPatch, Command, NewAnnotation, Stamp};
use crate::model::{Annotation, AnnotationId, ArticleId, AttributeValue, EntityId, LabelId, LabelKind};
use crate::text::{Query, Snap, TextRange};

/// What is done with the occurrences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Operation {
    /// Those that are not tagged yet are.
    #[default]
    Tag,
    /// Those that are tagged get another label.
    Relabel,
    /// Those that are tagged no longer are.
    Remove,
}

/// What each new tag is like.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    /// Its label.
    pub label: LabelId,
    attributes: BTreeMap<String, AttributeValue>,
    entity: Option<EntityId>,
}

impl Template {
    fn plain(label: LabelId) -> Self {
        Self { label, attributes: BTreeMap::new(), entity: None }
    }

    fn of(annotation: &Annotation) -> Self {
        let Annotation { label, attributes, entity, .. } = annotation;
        Self { label: label.clone(), attributes: attributes.clone(), entity: entity.clone() }
    }

    fn at(&self, Place { article, range }: &Place) -> NewAnnotation {
        let tag = NewAnnotation::tag(article.clone(), *range, self.label.clone());
        NewAnnotation { attributes: self.attributes.clone(), entity: self.entity.clone(), ..tag }
    }
}

/// Where the list comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// These words, and how strictly.
    Words(Query),
    /// What a search has found.
    Found(Rc<Vec<Place>>),
}

/// Every occurrence of some words in all articles.
#[derive(Clone, Debug, PartialEq)]
pub struct Occurrences {
    /// Where the list comes from.
    pub source: Source,
    /// What is done with the occurrences.
    pub operation: Operation,
    /// What each new tag is like; what is changed or removed has its label.
    pub template: Template,
    /// The label that they get instead.
    pub to: LabelId,
    /// Those that can be done so, in the order of the articles.
    pub all: Rc<Vec<Occurrence>>,
    /// Which of them are meant, one for each.
    pub ticked: Vec<bool>,
    /// Which of them is looked at.
    pub looked_at: usize,
    /// Counts up each time that one should be scrolled to.
    pub looks: u32,
}

impl Occurrences {
    /// How many are ticked.
    pub fn count(&self) -> usize {
        self.ticked.iter().filter(|ticked| **ticked).count()
    }

    fn chosen(&self) -> impl Iterator<Item = &Occurrence> {
        self.all.iter().zip(&self.ticked).filter(|(_, ticked)| **ticked).map(|(one, _)| one)
    }

    fn chosen_tags(&self) -> Vec<AnnotationId> {
        self.chosen().filter_map(|one| one.tag.clone()).collect()
    }
}

/// What can happen to the list of occurrences.
#[derive(Clone, Debug)]
pub enum OccurrenceAction {
    /// List those of the selected tag.
    Open,
    /// List what the search has found.
    OpenFound,
    /// Tag the selection and every other occurrence; on a selected tag, give them all its label or another.
    Everywhere(LabelId, Option<Snap>),
    /// Look for the words more or less strictly.
    Look(Query),
    /// Do something else with them.
    Operate(Operation),
    /// Tag with this label.
    TagAs(LabelId),
    /// Give them this label instead.
    ChangeTo(LabelId),
    /// Take one in, or leave it out.
    Tick(usize, bool),
    /// Take all in or leave all out, of one article or of all.
    TickAll(Option<ArticleId>, bool),
    /// Look at one of them in the text.
    LookAt(usize),
    /// Do it.
    Confirm,
}

impl State {
    pub(super) fn occurrence(&mut self, action: OccurrenceAction, stamp: Stamp) -> Edited {
        match action {
            OccurrenceAction::Open => self.list_of_selected(),
            OccurrenceAction::OpenFound => self.list_of_found(),
            OccurrenceAction::Everywhere(label, how) => return self.everywhere(label, how, stamp),
            OccurrenceAction::Confirm => return self.confirm(stamp),
            other => {
                if let Some(mut list) = self.occurrences.take() {
                    self.change_list(&mut list, other);
                    self.occurrences = Some(list);
                }
            }
        }
        Ok(None)
    }

    fn change_list(&mut self, list: &mut Occurrences, action: OccurrenceAction) {
        match action {
            OccurrenceAction::Look(query) => list.source = Source::Words(query),
            OccurrenceAction::Operate(operation) => list.operation = operation,
            OccurrenceAction::TagAs(label) => list.template = Template::plain(label),
            OccurrenceAction::ChangeTo(label) => {
                list.to = label;
                return;
            }
            OccurrenceAction::Tick(at, on) => return list.ticked.iter_mut().skip(at).take(1).for_each(|one| *one = on),
            OccurrenceAction::TickAll(article, on) => {
                let is_of = |one: &Occurrence| article.as_ref().is_none_or(|id| id == &one.place.article);
                let of = list.all.iter().zip(&mut list.ticked).filter(|(one, _)| is_of(one));
                return of.for_each(|(_, ticked)| *ticked = on);
            }
            OccurrenceAction::LookAt(at) => {
                if let Some(one) = list.all.get(at) {
                    self.show(&one.place.article);
                    (list.looked_at, list.looks) = (at, list.looks + 1);
                }
                return;
            }
            _ => return,
        }
        self.fill(list);
        self.announce(format!("{} of {} ticked", list.count(), list.all.len()));
    }

    /// Finds what can be done so. What is in doubt is not ticked.
    fn fill(&self, list: &mut Occurrences) {
        let label = &list.template.label;
        let mut all = match &list.source {
            Source::Words(query) => occurrences(self.project(), std::slice::from_ref(query), label),
            Source::Found(places) => judge(self.project(), places.to_vec(), label),
        };
        all.retain(|one| one.tag.is_some() == (list.operation != Operation::Tag));
        list.ticked = all.iter().map(|one| one.doubt.is_none() || one.tag.is_some()).collect();
        (list.all, list.looked_at, list.looks) = (Rc::new(all), 0, 0);
    }

    fn list_of_selected(&mut self) {
        let Some(annotation) = self.view.selected.as_ref().and_then(|id| self.project().annotation(id)).cloned() else {
            return self.tell("Select a tag first, to see every occurrence of its words");
        };
        if annotation.ranges.len() > 1 {
            return self.tell("A tag of several parts is looked for nowhere else");
        }
        let query = self.words_of(&annotation);
        let mut list = self.new_list(Source::Words(query), Template::of(&annotation));
        if list.all.is_empty() {
            // All are tagged: what is left to do is to look them through.
            list.operation = Operation::Remove;
            self.fill(&mut list);
            list.ticked.fill(false);
        }
        self.open_list(list);
    }

    fn list_of_found(&mut self) {
        let places = self.search.places.clone();
        let schema = self.project().schema().clone();
        let first = schema.labels.iter().find(|label| label.kind == LabelKind::Entity).or(schema.labels.first());
        let selected = self.view.selected.as_ref().and_then(|id| self.project().annotation(id));
        let label = selected.map(|one| &one.label).or(first.map(|label| &label.id)).cloned();
        if let (Some(label), false) = (label, places.is_empty()) {
            let list = self.new_list(Source::Found(places), Template::plain(label));
            self.open_list(list);
        }
    }

    fn new_list(&self, source: Source, template: Template) -> Occurrences {
        let mut labels = self.project().schema().labels.iter().map(|label| &label.id);
        let to = labels.find(|id| **id != template.label).unwrap_or(&template.label).clone();
        let (operation, all) = (Operation::Tag, Rc::default());
        let mut list = Occurrences { source, operation, template, to, all, ticked: Vec::new(), looked_at: 0, looks: 0 };
        self.fill(&mut list);
        list
    }

    fn open_list(&mut self, list: Occurrences) {
        self.occurrences = Some(list);
        self.dialog = Some(Dialog::Occurrences);
    }

    /// What to look for, to find places like an annotation; one that cuts words was meant so.
    fn words_of(&self, annotation: &Annotation) -> Query {
        let words = self.project().exact(annotation);
        let range = TextRange::new(annotation.start(), annotation.end());
        Query { whole: !self.cuts_words(&annotation.article, range), ..Query::words(words) }
    }

    fn cuts_words(&self, article: &ArticleId, range: TextRange) -> bool {
        let text = self.project().article(article).map(|article| &article.text);
        text.is_some_and(|text| text.cuts_word(range.start()) || text.cuts_word(range.end()))
    }

    fn confirm(&mut self, stamp: Stamp) -> Edited {
        let Some(list) = self.occurrences.take() else { return Ok(None) };
        self.dialog = None;
        let patch = AnnotationPatch { label: Some(list.to.clone()), ..Default::default() };
        let command = match list.operation {
            _ if list.count() == 0 => return Ok(None),
            Operation::Tag => Command::AnnotateAll(list.chosen().map(|one| list.template.at(&one.place)).collect()),
            Operation::Relabel => Command::UpdateAll(list.chosen_tags(), patch),
            Operation::Remove => Command::Remove(list.chosen_tags()),
        };
        let step = self.editor.perform(command, stamp)?;
        if let Some(step) = &step {
            self.show_summary(summary(&step.transaction.summary));
        }
        Ok(step)
    }

    fn everywhere(&mut self, label: LabelId, how: Option<Snap>, stamp: Stamp) -> Edited {
        let pending = self.view.pending_as(self.project(), how).filter(|_| !self.view.relabelling);
        let selected = self.view.selected.as_ref().and_then(|id| self.project().annotation(id)).cloned();
        self.view.chord.clear();
        self.view.relabelling = false;
        match (pending, selected) {
            (Some((article, ranges)), _) => match ranges.as_slice() {
                [range] => self.tag_everywhere(article, *range, label, stamp),
                // Words with others between them hardly occur again.
                _ => self.tag(article, ranges, label, stamp),
            },
            (None, Some(one)) => self.label_everywhere(&one, label, stamp),
            (None, None) => {
                self.tell("Select some text first, or a tag");
                Ok(None)
            }
        }
    }

    /// Tags a stretch, and all other places of its words that are in no doubt.
    fn tag_everywhere(&mut self, article: ArticleId, range: TextRange, label: LabelId, stamp: Stamp) -> Edited {
        let words = self.project().article(&article).map(|article| article.text.slice(range).to_owned());
        let query = Query { whole: !self.cuts_words(&article, range), ..Query::words(words.unwrap_or_default()) };
        let list = self.new_list(Source::Words(query), Template::plain(label));
        let own = Place { article: article.clone(), range };
        let others = list.chosen().map(|one| &one.place).filter(|place| **place != own);
        let all = std::iter::once(&own).chain(others).map(|place| list.template.at(place)).collect();
        let left_out = list.all.iter().zip(&list.ticked).filter(|(one, ticked)| !**ticked && one.place != own).count();
        let step = self.editor.perform(Command::AnnotateAll(all), stamp)?;
        let set = self.project().annotations_of(&article);
        let is_own = |one: &Annotation| one.label == list.template.label && one.ranges == [range];
        self.view.selected = set.overlapping(range).find(|(_, one)| is_own(one)).map(|(_, one)| one.id.clone());
        self.view.cursor = Some(Cursor::at(article, range.end()));
        self.view.drop_parts();
        match &step {
            Some(step) => {
                let doubt = if left_out > 0 { format!(", {left_out} in doubt left out") } else { String::new() };
                self.show_summary(format!(
                    "{}{doubt}. Press A to look them through",
                    summary(&step.transaction.summary)
                ));
            }
            None => self.tell("Every occurrence is tagged already. Press A to look them through"),
        }
        Ok(step)
    }

    /// Gives all tags like one another label; or with its own, tags the places that are not.
    fn label_everywhere(&mut self, one: &Annotation, label: LabelId, stamp: Stamp) -> Edited {
        let mut list = self.new_list(Source::Words(self.words_of(one)), Template::of(one));
        if label != one.label {
            (list.operation, list.to) = (Operation::Relabel, label);
            self.fill(&mut list);
        }
        if list.count() == 0 {
            self.tell("Every occurrence is tagged already. Press A to look them through");
            return Ok(None);
        }
        self.occurrences = Some(list);
        self.confirm(stamp)
    }

    /// Shows what was done; a screen reader is told by the transaction itself.
    fn show_summary(&mut self, text: String) {
        self.notice = Some(Notice { text, is_error: false, offer: None });
    }
}
