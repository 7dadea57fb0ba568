//! The annotations of an imported article: those that are there already, those that are added, and those without a place.

use std::collections::HashMap;
use std::rc::Rc;

use super::ids::FreeIds;
use super::schema::SchemaMap;
use super::unplaced::{Unplaced, unplaced_of};
use super::{Doubt, MergeCounts, Passage};
use crate::anchor::Anchorer;
use crate::edit::{Change, RecordChange};
use crate::model::{Annotation, AnnotationId, Article, EntityId, LabelId, Project};
use crate::text::TextRange;

/// What became of an imported annotation.
#[derive(Clone, Debug)]
pub(super) enum Became {
    /// This annotation of the project.
    Placed(AnnotationId),
    /// This annotation without a place: the index of its article, and its index there.
    Unplaced(usize, usize),
}

/// Adds annotations, article by article.
pub(super) struct Annotations<'a> {
    pub(super) open: &'a Project,
    pub(super) schema: &'a SchemaMap<'a>,
    pub(super) entities: &'a HashMap<EntityId, EntityId>,
    pub(super) ids: FreeIds,
    pub(super) became: HashMap<AnnotationId, Became>,
    pub(super) changes: Vec<Change>,
    pub(super) counts: &'a mut MergeCounts,
}

/// What identifies the place of an annotation, and its label.
type Place = (Vec<TextRange>, LabelId);

impl Annotations<'_> {
    /// Adds the annotations of an imported article to one of the project, whose number is that among all with annotations. Returns those
    /// without a place.
    pub(super) fn add(&mut self, imported: &Project, from: &Article, to: &Article, number: usize) -> Vec<Unplaced> {
        let there = self.there(to);
        let is_same_text = from.text.sha256() == to.text.sha256();
        let mut anchorer = Anchorer::new(&to.text);
        let (mut unplaced, known) = self.waiting(from, to, number);
        for annotation in imported.annotations_of(&from.id).iter() {
            let placed = match is_same_text {
                true => Some((annotation.ranges.clone(), None)),
                false => place(annotation, from, &mut anchorer),
            };
            let mapped = mapped(annotation, to, self.schema, self.entities);
            match placed {
                Some((ranges, doubt)) => self.put(Annotation { ranges, ..mapped }, annotation, doubt.as_ref(), &there),
                None => {
                    let one = without_place(annotation, mapped, from, imported);
                    self.wait(one, &annotation.id, &mut unplaced, known, number);
                }
            }
        }
        unplaced
    }

    /// The annotations of an article of the project, by place and label.
    fn there(&self, to: &Article) -> HashMap<Place, Vec<Rc<Annotation>>> {
        let mut there: HashMap<Place, Vec<Rc<Annotation>>> = HashMap::new();
        for one in self.open.annotations_of(&to.id).iter() {
            there.entry((one.ranges.clone(), one.label.clone())).or_default().push(one.clone());
        }
        there
    }

    /// Adds an annotation, unless an equal one is there.
    fn put(
        &mut self,
        mapped: Annotation,
        imported: &Annotation,
        doubt: Option<&Doubt>,
        there: &HashMap<Place, Vec<Rc<Annotation>>>,
    ) {
        let is_equal = |one: &&Rc<Annotation>| {
            one.attributes == mapped.attributes
                && one.entity == mapped.entity
                && one.note == mapped.note
                && one.row_title == mapped.row_title
        };
        let alike = there.get(&(mapped.ranges.clone(), mapped.label.clone())).map(Vec::as_slice).unwrap_or_default();
        let equal = alike.iter().filter(is_equal).find(|one| one.id == imported.id);
        if let Some(equal) = equal.or_else(|| alike.iter().find(is_equal)) {
            self.counts.equal_tags += 1;
            self.became.insert(imported.id.clone(), Became::Placed(equal.id.clone()));
            return;
        }
        let id = AnnotationId::new(self.ids.take(imported.id.as_str()));
        let extra = match doubt {
            Some(doubt) => doubt.added_to(&mapped.extra),
            None => mapped.extra.clone(),
        };
        match doubt {
            Some(_) => self.counts.doubtful += 1,
            None => self.counts.tags += 1,
        }
        self.became.insert(imported.id.clone(), Became::Placed(id.clone()));
        self.changes.push(Change::Annotation(RecordChange::insert(Annotation { id, extra, ..mapped })));
    }

    /// What had no place in the imported article either, after what waits in the project already; with the number of these.
    fn waiting(&mut self, from: &Article, to: &Article, number: usize) -> (Vec<Unplaced>, usize) {
        let is_there = self.open.article(&to.id).is_some();
        let mut all = if is_there { unplaced_of(to) } else { Vec::new() };
        let known = all.len();
        for one in unplaced_of(from) {
            let imported = one.annotation.id.clone();
            let annotation = mapped(&one.annotation, to, self.schema, self.entities);
            self.wait(Unplaced { annotation, ..one }, &imported, &mut all, known, number);
        }
        (all, known)
    }

    /// Lets an annotation wait, unless an equal one of the first ones does already.
    fn wait(
        &mut self,
        mut one: Unplaced,
        imported: &AnnotationId,
        all: &mut Vec<Unplaced>,
        known: usize,
        number: usize,
    ) {
        let equal = all.iter().take(known).position(|other| other.is_like(&one));
        let at = equal.unwrap_or(all.len());
        self.became.insert(imported.clone(), Became::Unplaced(number, at));
        if equal.is_some() {
            self.counts.equal_tags += 1;
            return;
        }
        one.annotation.id = AnnotationId::new(self.ids.take(imported.as_str()));
        self.counts.unplaced += 1;
        all.push(one);
    }
}

/// An imported annotation with the labels, values and entities of the project, with its own id and ranges.
pub(super) fn mapped(
    one: &Annotation,
    to: &Article,
    schema: &SchemaMap<'_>,
    entities: &HashMap<EntityId, EntityId>,
) -> Annotation {
    Annotation {
        article: to.id.clone(),
        label: schema.label(&one.label).unwrap_or_else(|| one.label.clone()),
        attributes: schema.values(&one.label, &one.attributes, entities),
        entity: one.entity.as_ref().map(|id| entities.get(id).unwrap_or(id).clone()),
        ..one.clone()
    }
}

fn without_place(one: &Annotation, mapped: Annotation, from: &Article, imported: &Project) -> Unplaced {
    let was = match Doubt::of(one) {
        Some(doubt) => doubt.was,
        None => one.ranges.iter().map(|&range| Passage::of(&from.text, range)).collect(),
    };
    let extra = Doubt::removed_from(&mapped.extra);
    let annotation = Annotation { ranges: Vec::new(), extra, ..mapped };
    Unplaced { annotation, label_name: imported.label_name(&one.label), was, relations: Vec::new() }
}

/// Where an annotation is in another version of its text. Each part is looked for, and the whole is as certain as its least part; `None`
/// if a part is nowhere, or two are at one place.
pub(super) fn place(
    annotation: &Annotation,
    from: &Article,
    anchorer: &mut Anchorer<'_>,
) -> Option<(Vec<TextRange>, Option<Doubt>)> {
    let was: Vec<Passage> = annotation.ranges.iter().map(|&range| Passage::of(&from.text, range)).collect();
    let (mut ranges, mut score, mut is_certain) = (Vec::new(), 1.0_f64, true);
    for (passage, range) in was.iter().zip(&annotation.ranges) {
        let found = anchorer.find(&passage.quote, Some(range.start().index()))?;
        score = score.min(found.score);
        // Parts that are in another order are not what they were.
        is_certain &=
            found.is_certain && ranges.last().is_none_or(|last: &TextRange| last.end() <= found.range.start());
        ranges.push(found.range);
    }
    ranges.sort_unstable_by_key(|range| range.start());
    if !Annotation::are_ranges_in_order(&ranges) {
        return None;
    }
    // What was doubtful before still is, about the same passage.
    let before = Doubt::of(annotation);
    let doubt = match before {
        Some(before) => Some(Doubt { score: before.score.min(score), ..before }),
        None => (!is_certain).then_some(Doubt { score, was }),
    };
    Some((ranges, doubt))
}
