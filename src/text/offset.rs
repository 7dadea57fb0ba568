//! Typed offsets, so that bytes, code points and UTF-16 units cannot be confused.

/// A position in a text in UTF-8 bytes, always on a character boundary of that text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ByteOffset(pub u32);

/// A position in a text in Unicode code points: the unit of users, files and the API.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodePointOffset(pub u32);

/// A position in a text in UTF-16 code units: the unit of the DOM.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utf16Offset(pub u32);

impl ByteOffset {
    /// The offset as an index into a `str`.
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// The offset of a `str` index.
    ///
    /// Texts are limited to [`super::Text::MAX_BYTES`], so the index always fits.
    pub(crate) fn from_index(index: usize) -> Self {
        Self(index as u32)
    }
}

/// A half-open range `[start, end)` of a text, in bytes.
///
/// Invariant: `start <= end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextRange {
    start: ByteOffset,
    end: ByteOffset,
}

impl TextRange {
    /// The range between two positions, in any order.
    pub fn new(a: ByteOffset, b: ByteOffset) -> Self {
        Self { start: a.min(b), end: a.max(b) }
    }

    /// The empty range at a position.
    pub fn at(position: ByteOffset) -> Self {
        Self { start: position, end: position }
    }

    pub(crate) fn from_indices(start: usize, end: usize) -> Self {
        Self::new(ByteOffset::from_index(start), ByteOffset::from_index(end))
    }

    /// The first position of the range.
    pub fn start(self) -> ByteOffset {
        self.start
    }

    /// The position just after the range.
    pub fn end(self) -> ByteOffset {
        self.end
    }

    /// The length in bytes.
    pub fn len(self) -> u32 {
        self.end.0 - self.start.0
    }

    /// Whether the range is empty.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The range as indices into a `str`.
    pub fn indices(self) -> std::ops::Range<usize> {
        self.start.index()..self.end.index()
    }

    /// Whether the ranges share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies completely inside this range.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the character that begins at `position` lies inside this range.
    pub fn contains_offset(self, position: ByteOffset) -> bool {
        self.start <= position && position < self.end
    }

    /// The union of ranges, as sorted ranges that neither overlap nor touch.
    pub fn merged(ranges: impl IntoIterator<Item = Self>) -> Vec<Self> {
        let mut merged: Vec<Self> = Vec::new();
        for mut range in ranges {
            let first = merged.partition_point(|one| one.end < range.start);
            let past = merged.partition_point(|one| one.start <= range.end);
            for one in merged.drain(first..past) {
                range = Self { start: range.start.min(one.start), end: range.end.max(one.end) };
            }
            merged.insert(first, range);
        }
        merged
    }

    /// The common part of the ranges, if they share at least one byte.
    pub fn intersection(self, other: Self) -> Option<Self> {
        self.overlaps(other).then(|| Self { start: self.start.max(other.start), end: self.end.min(other.end) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_a_range_are_sorted() {
        assert_eq!(TextRange::from_indices(7, 3).indices(), 3..7);
    }

    #[test]
    fn merged_ranges_are_sorted_and_disjoint() {
        let merged = |ranges: &[(usize, usize)]| {
            let ranges = ranges.iter().map(|&(start, end)| TextRange::from_indices(start, end));
            TextRange::merged(ranges)
                .into_iter()
                .map(|range| (range.start().index(), range.end().index()))
                .collect::<Vec<_>>()
        };
        assert_eq!(merged(&[(8, 9), (0, 2), (4, 6)]), [(0, 2), (4, 6), (8, 9)]);
        assert_eq!(merged(&[(0, 2), (2, 4)]), [(0, 4)], "touching");
        assert_eq!(merged(&[(0, 2), (4, 6), (8, 9), (1, 8)]), [(0, 9)], "over several");
        assert_eq!(merged(&[(0, 9), (3, 4)]), [(0, 9)], "inside");
        assert_eq!(merged(&[]), []);
    }

    #[test]
    fn touching_ranges_do_not_overlap() {
        let (a, b) = (TextRange::from_indices(0, 3), TextRange::from_indices(3, 5));
        assert!(!a.overlaps(b) && a.intersection(b).is_none());
        assert_eq!(TextRange::from_indices(1, 4).intersection(b), Some(TextRange::from_indices(3, 4)));
    }
}
