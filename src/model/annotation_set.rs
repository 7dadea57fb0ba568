//! The annotations of one article in text order. A copy-on-write collection: a clone shares all chunks, and a change
//! copies the affected ones.

use std::cmp::Reverse;
use std::rc::Rc;

use super::{Annotation, AnnotationId, LabelId};
use crate::order;
use crate::text::{ByteOffset, TextRange};

/// The maximum number of spans of a chunk. A larger chunk is split.
const CHUNK: usize = 256;

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

/// Consecutive spans; never empty.
#[derive(Clone, Debug)]
struct Chunk {
    spans: Vec<Span>,
    /// The largest end of a span.
    max_end: ByteOffset,
    /// The number of annotations whose first range is in the chunk.
    firsts: usize,
}

impl Chunk {
    fn new(spans: Vec<Span>) -> Rc<Self> {
        let mut chunk = Self { spans, max_end: ByteOffset::default(), firsts: 0 };
        chunk.update();
        Rc::new(chunk)
    }

    /// Computes what is known of all spans again.
    fn update(&mut self) {
        self.max_end = self.spans.iter().map(|span| span.range.end()).max().unwrap_or_default();
        self.firsts = self.spans.iter().filter(|span| span.is_first()).count();
    }

    /// The annotations whose first range is in the chunk.
    fn firsts(&self) -> impl Iterator<Item = &Rc<Annotation>> {
        self.spans.iter().filter(|span| span.is_first()).map(|span| &span.annotation)
    }

    fn start(&self) -> ByteOffset {
        self.spans.first().map_or(ByteOffset(0), |span| span.range.start())
    }
}

/// Consecutive annotations of a set, by where they begin. Sets that differ by one change share all others of their pieces.
#[derive(Clone, Debug)]
pub struct AnnotationPiece(Rc<Chunk>);

impl PartialEq for AnnotationPiece {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl AnnotationPiece {
    /// The annotations, in the order of the set.
    pub fn iter(&self) -> impl Iterator<Item = &Rc<Annotation>> {
        self.0.firsts()
    }

    /// What tells two pieces apart for as long as both exist.
    pub fn address(&self) -> usize {
        Rc::as_ptr(&self.0).addr()
    }
}

/// The annotations of one article, sorted by start, then longer ones first. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct AnnotationSet {
    chunks: Vec<Rc<Chunk>>,
    /// The number of annotations with each label.
    counts: Vec<(LabelId, usize)>,
    /// The number of annotations. A discontinuous annotation has several spans.
    len: usize,
}

impl PartialEq for AnnotationSet {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len
            && self.chunks.iter().flat_map(|c| &c.spans).eq(other.chunks.iter().flat_map(|c| &c.spans))
    }
}

impl AnnotationSet {
    /// The number of annotations.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are no annotations.
    pub fn is_empty(&self) -> bool {
        self.len == 0
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
        let mut set = Self { len: annotations.len(), ..Self::default() };
        let mut spans = Vec::with_capacity(annotations.len());
        for annotation in annotations {
            set.increment_count(&annotation.label);
            spans.extend(annotation.ranges.iter().map(|&range| Span { range, annotation: annotation.clone() }));
        }
        order::sort_by(&mut spans, |a, b| a.key().cmp(&b.key()));
        // Half full, so that the next insertions do not split them immediately.
        set.chunks = spans.chunks(CHUNK / 2).map(|spans| Chunk::new(spans.to_vec())).collect();
        set
    }

    /// Inserts an annotation, which must not be in the set yet.
    pub fn insert(&mut self, annotation: &Rc<Annotation>) {
        for &range in &annotation.ranges {
            self.insert_span(Span { range, annotation: annotation.clone() });
        }
        self.increment_count(&annotation.label);
        self.len += 1;
    }

    /// Removes an annotation, if it is in the set.
    pub fn remove(&mut self, annotation: &Annotation) {
        let removed = annotation.ranges.iter().filter(|&&range| self.remove_span(range, &annotation.id)).count();
        if removed == 0 {
            return;
        }
        self.len -= 1;
        for (_, count) in self.counts.iter_mut().filter(|(label, _)| *label == annotation.label) {
            *count -= 1;
        }
    }

    /// The annotations, sorted by start.
    pub fn iter(&self) -> impl Iterator<Item = &Rc<Annotation>> {
        self.chunks.iter().flat_map(|chunk| chunk.firsts())
    }

    /// The annotation at an index of [`Self::iter`]. Costs a step for each chunk, not for each annotation.
    pub fn nth(&self, index: usize) -> Option<&Rc<Annotation>> {
        let mut before = 0;
        for chunk in &self.chunks {
            if index < before + chunk.firsts {
                return chunk.firsts().nth(index - before);
            }
            before += chunk.firsts;
        }
        None
    }

    /// The index of an annotation in [`Self::iter`], if it is in the set. Costs a step for each chunk.
    pub fn position_of(&self, annotation: &Annotation) -> Option<usize> {
        let &first = annotation.ranges.first()?;
        let i = self.chunk_of((first.start(), Reverse(first.end()), &annotation.id));
        let within = self.chunks.get(i)?.firsts().position(|one| one.id == annotation.id)?;
        Some(self.chunks[..i].iter().map(|chunk| chunk.firsts).sum::<usize>() + within)
    }

    /// How many annotations begin before a position. Costs a step for each chunk.
    pub fn starting_before(&self, position: ByteOffset) -> usize {
        let chunk = self.chunks.partition_point(|chunk| chunk.start() < position);
        let Some((last, before)) = self.chunks[..chunk].split_last() else { return 0 };
        let within = last.firsts().take_while(|one| one.start() < position).count();
        before.iter().map(|chunk| chunk.firsts).sum::<usize>() + within
    }

    /// The annotations in shared pieces, in order: what is computed from a piece holds for every set that has the same one.
    pub fn pieces(&self) -> impl Iterator<Item = AnnotationPiece> {
        self.chunks.iter().map(|chunk| AnnotationPiece(chunk.clone()))
    }

    /// The annotated ranges that overlap a range, outer before inner, each with its annotation.
    pub fn overlapping(&self, within: TextRange) -> impl Iterator<Item = (TextRange, &Rc<Annotation>)> {
        let before = self.chunks.partition_point(|chunk| chunk.start() < within.end());
        self.chunks[..before]
            .iter()
            .filter(move |chunk| chunk.max_end > within.start())
            .flat_map(|chunk| &chunk.spans)
            .filter(move |span| span.range.overlaps(within))
            .map(|span| (span.range, &span.annotation))
    }

    /// The annotations of the character at a position, outermost first.
    pub fn at(&self, position: ByteOffset) -> Vec<&Rc<Annotation>> {
        let character = TextRange::new(position, ByteOffset(position.0.saturating_add(1)));
        self.overlapping(character).map(|(_, annotation)| annotation).collect()
    }

    /// The first annotation that begins at or after a position, and the last that begins before it.
    pub fn around(&self, position: ByteOffset) -> (Option<&Rc<Annotation>>, Option<&Rc<Annotation>>) {
        let chunk = self.chunks.partition_point(|chunk| chunk.start() < position);
        let near = self.chunks[chunk.saturating_sub(1)..].iter().flat_map(|chunk| &chunk.spans);
        let (mut before, mut after) = (None, None);
        for span in near {
            if span.range.start() >= position {
                after = Some(&span.annotation);
                break;
            }
            before = Some(&span.annotation);
        }
        (after, before)
    }

    fn insert_span(&mut self, span: Span) {
        let i = self.chunk_of(span.key());
        let Some(chunk) = self.chunks.get_mut(i) else {
            self.chunks.push(Chunk::new(vec![span]));
            return;
        };
        let chunk = Rc::make_mut(chunk);
        let at = chunk.spans.partition_point(|other| other.key() < span.key());
        chunk.max_end = chunk.max_end.max(span.range.end());
        chunk.firsts += usize::from(span.is_first());
        chunk.spans.insert(at, span);
        if chunk.spans.len() > CHUNK {
            let second = chunk.spans.split_off(CHUNK / 2);
            chunk.update();
            self.chunks.insert(i + 1, Chunk::new(second));
        }
    }

    fn remove_span(&mut self, range: TextRange, id: &AnnotationId) -> bool {
        let key: Key<'_> = (range.start(), Reverse(range.end()), id);
        let i = self.chunk_of(key);
        let Some(chunk) = self.chunks.get_mut(i) else { return false };
        let Ok(at) = chunk.spans.binary_search_by(|span| span.key().cmp(&key)) else { return false };
        let chunk = Rc::make_mut(chunk);
        chunk.spans.remove(at);
        chunk.update();
        if chunk.spans.is_empty() {
            self.chunks.remove(i);
        }
        true
    }

    /// The index of the chunk that contains a key, or into which it would be inserted.
    fn chunk_of(&self, key: Key<'_>) -> usize {
        let begins_before = |chunk: &Rc<Chunk>| chunk.spans.first().is_some_and(|first| first.key() <= key);
        self.chunks.partition_point(begins_before).saturating_sub(1)
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
        assert_eq!((set.nth(set.len()), set.position_of(&all[0])), (None, None));
        for at in [0, 1, 700, 1_499, 9_999].map(ByteOffset) {
            assert_eq!(set.starting_before(at), set.iter().filter(|one| one.start() < at).count());
        }
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
