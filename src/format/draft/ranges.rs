//! The ranges of an annotation in the normalised text of its article.

use super::DraftTag;
use super::covered::is_covered;
use super::offset_unit::OffsetTable;
use crate::format::RecordProblem;
use crate::json::excerpt;
use crate::order;
use crate::text::{ByteOffset, Text, TextRange, normalise};

/// The text of an article as a file has it, and as the project has it.
pub(super) struct BothTexts {
    /// The text in which the offsets count.
    pub(super) original: Text,
    /// The text without a byte order mark, and with LF line ends.
    pub(super) normalised: Text,
    /// The bytes of `original` that are not in `normalised`, in order.
    removed: Vec<u32>,
}

impl BothTexts {
    pub(super) fn new(original: String) -> Self {
        let normalised = normalise(&original);
        if !normalised.removed_bom && normalised.line_ends == 0 {
            let text = Text::new(original);
            return Self { original: text.clone(), normalised: text, removed: Vec::new() };
        }
        let removed = removed_bytes(&original);
        Self { original: Text::new(original), normalised: Text::new(normalised.text), removed }
    }

    /// The position in the normalised text. One inside of CRLF becomes the one before it.
    fn normalised_position(&self, position: ByteOffset) -> ByteOffset {
        let before = self.removed.partition_point(|&byte| byte < position.0);
        ByteOffset(position.0 - before as u32)
    }

    /// The ranges of an annotation, sorted and without overlaps, and what was changed to make them so.
    ///
    /// # Errors
    /// When the offsets are not those of a text that can be annotated, or the covered text is another one.
    pub(super) fn ranges(
        &self,
        tag: &DraftTag,
        table: &OffsetTable<'_>,
    ) -> Result<(Vec<TextRange>, bool), RecordProblem> {
        let mut original = Vec::new();
        for &(start, end) in &tag.fragments {
            let positions = (table.position(start), table.position(end));
            let (Some(from), Some(to)) = positions else { return Err(RecordProblem::OutsideText { start, end }) };
            if from >= to {
                return Err(RecordProblem::EmptyRange { start, end });
            }
            original.push(TextRange::new(from, to));
        }
        if original.is_empty() {
            return Err(RecordProblem::NoRange);
        }
        let slices = || original.iter().map(|&range| self.original.slice(range));
        if let Some(covered) = tag.covered.as_ref().filter(|covered| !is_covered(slices(), covered, tag.may_continue)) {
            let found = slices().collect::<Vec<_>>().join(" … ");
            return Err(RecordProblem::OtherText { expected: excerpt(covered), found: excerpt(&found) });
        }
        let ranges = original.iter().map(|range| {
            TextRange::new(self.normalised_position(range.start()), self.normalised_position(range.end()))
        });
        Ok(self.whole_clusters(ranges.collect()))
    }

    /// Ranges of which those that only line ends and spaces separate are joined.
    pub(super) fn joined_lines(&self, ranges: Vec<TextRange>) -> Vec<TextRange> {
        let mut joined: Vec<TextRange> = Vec::with_capacity(ranges.len());
        for range in ranges {
            match joined.last_mut() {
                Some(last) if is_line_gap(&self.normalised, TextRange::new(last.end(), range.start())) => {
                    *last = TextRange::new(last.start(), range.end());
                }
                _ => joined.push(range),
            }
        }
        joined
    }

    /// Ranges that contain whole grapheme clusters; `true` if some had to be widened. Those that overlap then are joined, and those that
    /// touch stay apart.
    fn whole_clusters(&self, mut ranges: Vec<TextRange>) -> (Vec<TextRange>, bool) {
        let text = &self.normalised;
        order::sort_by_key(&mut ranges, |range| (range.start(), range.end()));
        let widened: Vec<TextRange> = ranges
            .iter()
            .map(|range| TextRange::new(text.floor_grapheme(range.start()), text.ceil_grapheme(range.end())))
            .collect();
        let mut result: Vec<TextRange> = Vec::with_capacity(widened.len());
        for range in &widened {
            match result.last_mut() {
                Some(last) if last.end() > range.start() => {
                    *last = TextRange::new(last.start(), last.end().max(range.end()));
                }
                _ => result.push(*range),
            }
        }
        let is_changed = widened != ranges;
        (result, is_changed)
    }
}

/// Whether a gap between two ranges is a line end, perhaps with spaces.
pub(in crate::format) fn is_line_gap(text: &Text, gap: TextRange) -> bool {
    let gap = text.slice(gap);
    gap.contains('\n') && gap.trim().is_empty()
}

/// The bytes that [`normalise`] leaves out: byte order marks at the start, and CR of CRLF.
fn removed_bytes(text: &str) -> Vec<u32> {
    let marks = text.len() - text.trim_start_matches('\u{feff}').len();
    let bytes = text.as_bytes();
    let before_lf = |at: &usize| bytes[*at] == b'\r' && bytes.get(at + 1) == Some(&b'\n');
    (0..marks).chain((marks..bytes.len()).filter(before_lf)).map(|byte| byte as u32).collect()
}
