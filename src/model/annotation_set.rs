//! The annotations of one article in text order. A copy-on-write collection: a clone shares all spans, and a change
//! copies a few hundred of them at most.

use std::cmp::{Ordering, Reverse};
use std::rc::Rc;

use super::outlined::Outlined;
use super::sequence::{Leaf, Part, Place, Sequence, Totals};
use super::{Annotation, AnnotationId, LabelId};
use crate::order;
use crate::text::{ByteOffset, TextRange};

/// One range of an annotation.
#[derive(Clone, Debug, PartialEq)]
struct Span {
    range: TextRange,
    annotation: Rc<Annotation>,
}

/// The sort key of spans: by start, then outer before inner.
type Key<'a> = (ByteOffset, Reverse<ByteOffset>, &'a AnnotationId);

impl Span {
    fn key(&self) -> Key<'_> {
        (self.range.start(), Reverse(self.range.end()), &self.annotation.id)
    }

    /// Whether this is the first range of its annotation, where the annotation counts.
    fn is_first(&self) -> bool {
        self.annotation.ranges.first() == Some(&self.range)
    }
}

impl Part for Span {
    /// An annotation counts where its first range is.
    fn totals(&self) -> Totals {
        Totals { end: self.range.end(), count: usize::from(self.is_first()) }
    }
}

/// Consecutive annotations of a set, by where they begin. Sets that differ by one change share all others of their pieces.
#[derive(Clone, Debug)]
pub struct AnnotationPiece(Rc<Leaf<Span>>);

impl PartialEq for AnnotationPiece {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl AnnotationPiece {
    /// The annotations, in the order of the set.
    pub fn iter(&self) -> impl Iterator<Item = &Rc<Annotation>> {
        annotations(self.0.parts())
    }

    /// What tells two pieces apart for as long as both exist.
    pub fn address(&self) -> usize {
        Rc::as_ptr(&self.0).addr()
    }
}

/// The annotations whose first range is among these.
fn annotations<'a>(spans: impl IntoIterator<Item = &'a Span>) -> impl Iterator<Item = &'a Rc<Annotation>> {
    spans.into_iter().filter(|span| span.is_first()).map(|span| &span.annotation)
}

/// The annotations of one article, sorted by start, then longer ones first. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct AnnotationSet {
    spans: Sequence<Span>,
    /// The number of annotations with each label.
    counts: Vec<(LabelId, usize)>,
}

impl PartialEq for AnnotationSet {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.spans.iter().eq(other.spans.iter())
    }
}

impl AnnotationSet {
    /// The number of annotations.
    pub fn len(&self) -> usize {
        self.spans.count()
    }

    /// Whether there are no annotations.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The number of annotations with a label.
    pub fn count(&self, label: &LabelId) -> usize {
        self.counts.iter().find(|(other, _)| other == label).map_or(0, |(_, count)| *count)
    }

    fn increment_count(&mut self, label: &LabelId) {
        match self.counts.iter_mut().find(|(other, _)| other == label) {
            Some((_, count)) => *count += 1,
            None => self.counts.push((label.clone(), 1)),
        }
    }

    /// The set of these annotations, which are distinct. Much cheaper than inserting them one by one.
    pub(crate) fn from_all(annotations: Vec<Rc<Annotation>>) -> Self {
        let mut set = Self::default();
        let mut spans = Vec::with_capacity(annotations.len());
        for annotation in annotations {
            set.increment_count(&annotation.label);
            spans.extend(annotation.ranges.iter().map(|&range| Span { range, annotation: annotation.clone() }));
        }
        // Files are in the order of the text, as a rule.
        if !spans.is_sorted_by(|a, b| a.key() <= b.key()) {
            order::sort_by(&mut spans, |a, b| a.key().cmp(&b.key()));
        }
        set.spans = Sequence::from_sorted(&spans);
        set
    }

    /// Inserts an annotation, which must not be in the set yet.
    pub fn insert(&mut self, annotation: &Rc<Annotation>) {
        for &range in &annotation.ranges {
            let span = Span { range, annotation: annotation.clone() };
            let (Ok(place) | Err(place)) = self.spans.locate(|other| other.key().cmp(&span.key()));
            self.spans.insert(place, span);
        }
        self.increment_count(&annotation.label);
    }

    /// Removes an annotation, if it is in the set.
    pub fn remove(&mut self, annotation: &Annotation) {
        let mut is_removed = false;
        for &range in &annotation.ranges {
            if let Ok(place) = self.locate(range, annotation) {
                self.spans.remove(place);
                is_removed = true;
            }
        }
        for (_, count) in self.counts.iter_mut().filter(|(label, _)| is_removed && *label == annotation.label) {
            *count -= 1;
        }
    }

    fn locate(&self, range: TextRange, annotation: &Annotation) -> Result<Place, Place> {
        let key: Key<'_> = (range.start(), Reverse(range.end()), &annotation.id);
        self.spans.locate(|span| span.key().cmp(&key))
    }

    /// The annotations, sorted by start.
    pub fn iter(&self) -> impl Iterator<Item = &Rc<Annotation>> {
        Outlined(annotations(self.spans.iter()))
    }

    /// The annotation at an index of [`Self::iter`]. Hardly depends on the number of annotations.
    pub fn nth(&self, index: usize) -> Option<&Rc<Annotation>> {
        self.spans.nth(index).map(|span| &span.annotation)
    }

    /// The index of an annotation in [`Self::iter`], if it is in the set. Hardly depends on the number of annotations.
    pub fn position_of(&self, annotation: &Annotation) -> Option<usize> {
        let place = self.locate(*annotation.ranges.first()?, annotation).ok()?;
        Some(self.spans.count_before(place))
    }

    /// The number of annotations that begin before a position. Hardly depends on the number of annotations.
    pub fn starting_before(&self, position: ByteOffset) -> usize {
        let order = |span: &Span| if span.range.start() < position { Ordering::Less } else { Ordering::Greater };
        let (Ok(place) | Err(place)) = self.spans.locate(order);
        self.spans.count_before(place)
    }

    /// The annotations in shared pieces, in order: what is computed from a piece holds for every set that has the same one.
    pub fn pieces(&self) -> impl Iterator<Item = AnnotationPiece> {
        self.spans.leaves().map(|leaf| AnnotationPiece(leaf.clone()))
    }

    /// The annotated ranges that overlap a range, outer before inner, each with its annotation.
    pub fn overlapping(&self, within: TextRange) -> impl Iterator<Item = (TextRange, &Rc<Annotation>)> {
        let near = self.spans.reaching(within.start(), move |span| span.range.start() >= within.end());
        near.filter(move |span| span.range.overlaps(within)).map(|span| (span.range, &span.annotation))
    }

    /// The annotations of the character at a position, outermost first.
    pub fn at(&self, position: ByteOffset) -> Vec<&Rc<Annotation>> {
        let character = TextRange::new(position, ByteOffset(position.0.saturating_add(1)));
        self.overlapping(character).map(|(_, annotation)| annotation).collect()
    }

    /// The first annotation that begins at or after a position, and the last that begins before it.
    pub fn around(&self, position: ByteOffset) -> (Option<&Rc<Annotation>>, Option<&Rc<Annotation>>) {
        let is_before = |span: &Span| span.range.start() < position;
        let (after, before) = (self.spans.iter_from(&is_before).next(), self.spans.last_before(&is_before));
        (after.map(|span| &span.annotation), before.map(|span| &span.annotation))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Timestamp;
    use super::*;

    fn annotation(id: usize, ranges: &[(usize, usize)]) -> Rc<Annotation> {
        Rc::new(Annotation {
            id: AnnotationId::new(format!("a{id}")),
            article: "x".into(),
            label: "Person".into(),
            ranges: ranges.iter().map(|&(start, end)| TextRange::from_indices(start, end)).collect(),
            attributes: Default::default(),
            entity: None,
            note: String::new(),
            created: Timestamp::parse("2026-01-01T00:00:00Z").expect("a time"),
            modified: None,
            creator: String::new(),
            modifier: String::new(),
            row_title: String::new(),
            extra: Default::default(),
        })
    }

    #[test]
    fn many_annotations_are_found_by_position() {
        let mut set = AnnotationSet::default();
        let all: Vec<_> = (0..2_000).map(|i| annotation(i, &[(i * 7 % 2_000, i * 7 % 2_000 + 5)])).collect();
        all.iter().for_each(|a| set.insert(a));
        set.insert(&annotation(9_999, &[(0, 3_000)]));
        assert_eq!(set.len(), 2_001);
        assert!(set.iter().zip(set.iter().skip(1)).all(|(a, b)| a.start() <= b.start()));
        assert_eq!(set.at(ByteOffset(1_000)).len(), 6, "five short ones and the long one");
        assert_eq!(set.at(ByteOffset(1_000))[0].id.as_str(), "a9999", "the outermost comes first");
        all.iter().for_each(|a| set.remove(a));
        assert_eq!((set.len(), set.counts.len()), (1, 1));
    }

    #[test]
    fn a_set_built_at_once_equals_one_built_by_insertion() {
        let all: Vec<_> = (0..1_000).map(|i| annotation(i, &[(i * 7 % 500, i * 7 % 500 + 3), (600, 604)])).collect();
        let mut one_by_one = AnnotationSet::default();
        all.iter().for_each(|a| one_by_one.insert(a));
        let at_once = AnnotationSet::from_all(all);
        assert_eq!(at_once, one_by_one);
        assert!(at_once.iter().eq(one_by_one.iter()));
    }

    #[test]
    fn annotations_are_found_by_index() {
        let mut set = AnnotationSet::default();
        let all: Vec<_> =
            (0..1_500).map(|i| annotation(i, &[(i * 7 % 1_500, i * 7 % 1_500 + 2), (2_000 + i, 2_001 + i)])).collect();
        all.iter().for_each(|one| set.insert(one));
        all.iter().step_by(3).for_each(|one| set.remove(one));
        for (index, one) in set.iter().enumerate() {
            assert_eq!((set.nth(index), set.position_of(one)), (Some(one), Some(index)));
        }
        for position in (0..1_510).step_by(7) {
            let before = set.iter().filter(|one| one.start().0 < position).count();
            assert_eq!(set.starting_before(ByteOffset(position)), before, "{position}");
        }
        assert_eq!((set.nth(set.len()), set.position_of(&all[0])), (None, None));
        assert!(set.pieces().flat_map(|piece| piece.iter().cloned().collect::<Vec<_>>()).eq(set.iter().cloned()));
    }

    #[test]
    fn a_discontinuous_annotation_counts_once() {
        let mut set = AnnotationSet::default();
        let both = annotation(1, &[(0, 3), (5, 8)]);
        set.insert(&both);
        assert_eq!((set.len(), set.iter().count()), (1, 1));
        assert!(set.at(ByteOffset(4)).is_empty());
        assert_eq!(set.at(ByteOffset(6)).len(), 1);
        set.remove(&both);
        assert!(set.is_empty() && set.iter().next().is_none());
    }

    #[test]
    fn a_clone_does_not_change_with_the_original() {
        let mut set = AnnotationSet::default();
        set.insert(&annotation(1, &[(0, 3)]));
        let before = set.clone();
        set.insert(&annotation(2, &[(0, 3)]));
        set.remove(&annotation(1, &[(0, 3)]));
        assert_eq!((before.len(), set.len()), (1, 1));
        assert_eq!(before.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["a1"]);
    }
}
