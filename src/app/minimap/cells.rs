//! How many tags of each label there are in each of some thousand equal parts of a text. A change costs what it changes.

use std::ops::Range;

use crate::model::{AnnotationPiece, AnnotationSet, LabelId};
use crate::text::TextRange;

/// The greatest number of cells: more than a screen has rows of pixels.
const MAX_CELLS: usize = 4_096;
/// The smallest size of a cell, in bytes.
const MIN_BYTES: usize = 8;

/// The tags of one article, counted by place and label.
#[derive(Clone, Debug)]
pub struct Cells {
    /// The size of a cell, in bytes of the text.
    bytes: usize,
    count: usize,
    labels: Vec<LabelId>,
    /// By cell, then by label.
    tags: Vec<u32>,
    /// What is counted.
    pieces: Vec<AnnotationPiece>,
}

impl Cells {
    /// The cells of a text of this length in bytes, without tags.
    pub fn new(length: usize, labels: Vec<LabelId>) -> Self {
        let bytes = length.div_ceil(MAX_CELLS).max(MIN_BYTES);
        let count = length.div_ceil(bytes);
        Self { bytes, count, tags: vec![0; count * labels.len()], labels, pieces: Vec::new() }
    }

    /// Counts the tags of a set instead of those that were counted. Looks only at the pieces that are not the same.
    pub fn update(&mut self, set: &AnnotationSet) {
        let new: Vec<AnnotationPiece> = set.pieces().collect();
        let old = std::mem::take(&mut self.pieces);
        let is_same = |(a, b): &(&AnnotationPiece, &AnnotationPiece)| a == b;
        let start = old.iter().zip(&new).take_while(is_same).count();
        let end = old[start..].iter().rev().zip(new[start..].iter().rev()).take_while(is_same).count();
        old[start..old.len() - end].iter().for_each(|piece| self.count_piece(piece, u32::wrapping_sub));
        new[start..new.len() - end].iter().for_each(|piece| self.count_piece(piece, u32::wrapping_add));
        self.pieces = new;
    }

    fn count_piece(&mut self, piece: &AnnotationPiece, change: fn(u32, u32) -> u32) {
        for annotation in piece.iter() {
            let Some(label) = self.labels.iter().position(|label| *label == annotation.label) else { continue };
            let labels = self.labels.len();
            for cell in annotation.ranges.iter().flat_map(|&range| cells_of(range, self.bytes, self.count)) {
                let tags = &mut self.tags[cell * labels + label];
                *tags = change(*tags, 1);
            }
        }
    }

    /// The number of labels.
    pub fn labels(&self) -> usize {
        self.labels.len()
    }

    /// The cells with tags: where each is, and the number of tags of each label.
    pub(super) fn tagged(&self) -> impl Iterator<Item = (TextRange, &[u32])> {
        let range = |cell: usize| TextRange::from_indices(cell * self.bytes, (cell + 1) * self.bytes);
        let cells = self.tags.chunks_exact(self.labels.len().max(1)).enumerate();
        cells.filter(|(_, tags)| tags.iter().any(|&count| count > 0)).map(move |(cell, tags)| (range(cell), tags))
    }
}

/// The cells that a range touches, of `count` cells of so many bytes.
fn cells_of(range: TextRange, bytes: usize, count: usize) -> Range<usize> {
    let indices = range.indices();
    (indices.start / bytes).min(count)..indices.end.div_ceil(bytes).min(count)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::app::minimap::tests::Tags;

    const LENGTH: usize = 50_000;

    fn labels() -> Vec<LabelId> {
        vec!["Person".into(), "Claim".into()]
    }

    fn counted(set: &AnnotationSet) -> Cells {
        let mut cells = Cells::new(LENGTH, labels());
        cells.update(set);
        cells
    }

    #[test]
    fn a_tag_is_counted_in_all_cells_that_it_touches() {
        let tags = Tags::new(40, &[("Person", 5, 25)]);
        let mut cells = Cells::new(40, labels());
        cells.update(&tags.set());
        let found: Vec<_> = cells.tagged().map(|(range, tags)| (range.start().0, tags.to_vec())).collect();
        assert_eq!(found, [0, 8, 16, 24].map(|at| (at, vec![1, 0])));
        cells.update(&AnnotationSet::default());
        assert_eq!(cells.tagged().count(), 0);
    }

    #[test]
    fn an_empty_text_and_a_schema_without_labels_have_no_cells() {
        assert_eq!(Cells::new(0, labels()).tagged().count(), 0);
        let mut cells = Cells::new(100, Vec::new());
        cells.update(&Tags::new(100, &[("Person", 5, 25)]).set());
        assert_eq!(cells.tagged().count(), 0);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn counting_changes_is_counting_all(
            first in prop::collection::vec((0..LENGTH - 301, 1..300_usize), 0..600),
            removed in prop::collection::vec(any::<prop::sample::Index>(), 0..20),
            added in prop::collection::vec((0..LENGTH - 301, 1..300_usize), 0..20),
        ) {
            let labelled = |(i, &(start, length)): (usize, &(usize, usize))| (["Person", "Claim"][i % 2], start, start + length);
            let mut tags = Tags::new(LENGTH, &first.iter().enumerate().map(labelled).collect::<Vec<_>>());
            let mut cells = counted(&tags.set());
            tags.remove(&removed);
            tags.add(&added.iter().enumerate().map(labelled).collect::<Vec<_>>());
            cells.update(&tags.set());
            prop_assert_eq!(cells.tags, counted(&tags.set()).tags);
        }
    }
}
