//! The text of an article: immutable, shared, and indexed.

use std::cell::OnceCell;
use std::rc::Rc;

use sha2::{Digest, Sha256};
use unicode_segmentation::GraphemeCursor;

use super::direction::is_right_to_left;
use super::index::{OffsetIndex, Unit};
use super::regional_indicators::long_runs;
use super::{ByteOffset, CodePointOffset, TextRange, Utf16Offset};

/// The minimum length of a block of the reader, in bytes; blocks end at line ends.
const BLOCK_BYTES: usize = 5_000;
/// From this length on, in bytes, a block ends within a line: a book in one line would otherwise be one block.
const LONG_BLOCK_BYTES: usize = 20_000;

/// How many bytes are hashed in one step.
const HASH_BYTES: usize = 1 << 18;

/// Why a range is not valid in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RangeError {
    /// The range has no characters.
    Empty {
        /// First code point.
        start: u32,
        /// Code point after the last.
        end: u32,
    },
    /// The range ends past the text.
    Outside {
        /// First code point.
        start: u32,
        /// Code point after the last.
        end: u32,
        /// The text's length in code points.
        length: u32,
    },
    /// An edge is inside a grapheme cluster.
    CutsGrapheme {
        /// The offset of the edge, in code points.
        offset: u32,
    },
}

/// An article's text: immutable, and cheap to clone.
#[derive(Clone, Debug)]
pub struct Text(Rc<Inner>);

#[derive(Debug)]
struct Inner {
    text: Box<str>,
    index: OffsetIndex,
    blocks: Vec<TextRange>,
    regional_indicators: Vec<TextRange>,
    sha256: OnceCell<String>,
    right_to_left: bool,
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || self.0.text == other.0.text
    }
}

impl Eq for Text {}

impl Text {
    /// The longest accepted text, in UTF-8 bytes: far below the maximum of a 32-bit offset.
    pub const MAX_BYTES: usize = crate::limits::TEXT_BYTES;

    /// Creates a text from a string, unchanged; texts from files are normalised first ([`super::normalise`]).
    pub fn new(text: impl Into<Box<str>>) -> Self {
        let text = text.into();
        let index = OffsetIndex::new(&text);
        let blocks = split_into_blocks(&text);
        // Each of them is such a character.
        let regional_indicators = if index.has_supplementary() { long_runs(&text) } else { Vec::new() };
        let sha256 = OnceCell::new();
        let right_to_left = is_right_to_left(&text);
        Self(Rc::new(Inner { text, index, blocks, regional_indicators, sha256, right_to_left }))
    }

    /// The characters.
    pub fn as_str(&self) -> &str {
        &self.0.text
    }

    /// The length in UTF-8 bytes.
    pub fn len(&self) -> usize {
        self.0.text.len()
    }

    /// Whether the text is empty.
    pub fn is_empty(&self) -> bool {
        self.0.text.is_empty()
    }

    /// The position after the last character.
    pub fn end(&self) -> ByteOffset {
        ByteOffset::from_index(self.len())
    }

    /// The range of the complete text.
    pub fn full_range(&self) -> TextRange {
        TextRange::from_indices(0, self.len())
    }

    /// SHA-256 of the UTF-8 bytes, as 64 lower-case hexadecimal digits. Computed when it is first asked for.
    pub fn sha256(&self) -> &str {
        self.0.sha256.get_or_init(|| hex(&Sha256::digest(self.as_str())))
    }

    /// Computes the SHA-256 in small parts, for [`Self::sha256`] to return.
    pub fn hash(&self) -> TextHash {
        TextHash { text: self.clone(), hasher: Sha256::new(), at: 0 }
    }

    /// Whether the base direction of the text is right to left.
    pub fn is_right_to_left(&self) -> bool {
        self.0.right_to_left
    }

    /// The blocks: consecutive ranges that cover the text; none for an empty text. They have about 5 KB and end at line ends, but a line of
    /// more than 20 KB is broken after spaces, which the reader shows as the end of a line.
    pub fn blocks(&self) -> &[TextRange] {
        &self.0.blocks
    }

    /// The long runs of regional indicators.
    pub(super) fn regional_indicators(&self) -> &[TextRange] {
        &self.0.regional_indicators
    }

    /// The block that contains a position; the last one for the end of the text.
    pub fn block_at(&self, position: ByteOffset) -> usize {
        self.blocks().partition_point(|block| block.end() <= position).min(self.blocks().len().saturating_sub(1))
    }

    /// The text of a range; empty if the range is not valid in this text.
    pub fn slice(&self, range: TextRange) -> &str {
        self.as_str().get(range.indices()).unwrap_or_default()
    }

    /// The length in code points.
    pub fn code_points(&self) -> u32 {
        self.to_code_points(self.end()).0
    }

    /// The number of code points before a position.
    pub fn to_code_points(&self, position: ByteOffset) -> CodePointOffset {
        let bytes = self.floor_char(position);
        CodePointOffset(self.0.index.count_before(self.as_str(), bytes, Unit::CodePoints))
    }

    /// The number of UTF-16 units before a position.
    pub fn to_utf16(&self, position: ByteOffset) -> Utf16Offset {
        let bytes = self.floor_char(position);
        Utf16Offset(self.0.index.count_before(self.as_str(), bytes, Unit::Utf16))
    }

    /// The position after the given number of code points; `None` past the end.
    pub fn from_code_points(&self, offset: CodePointOffset) -> Option<ByteOffset> {
        self.0.index.byte_offset(self.as_str(), offset.0, Unit::CodePoints).map(ByteOffset::from_index)
    }

    /// The position after the given number of UTF-16 units; `None` past the end or between two surrogates.
    pub fn from_utf16(&self, offset: Utf16Offset) -> Option<ByteOffset> {
        self.0.index.byte_offset(self.as_str(), offset.0, Unit::Utf16).map(ByteOffset::from_index)
    }

    /// The range between two code-point offsets, if it can be annotated.
    ///
    /// # Errors
    /// When it is empty, outside the text, or cuts a grapheme cluster.
    pub fn range(&self, start: CodePointOffset, end: CodePointOffset) -> Result<TextRange, RangeError> {
        if start >= end {
            return Err(RangeError::Empty { start: start.0, end: end.0 });
        }
        let outside = || RangeError::Outside { start: start.0, end: end.0, length: self.code_points() };
        let range = TextRange::new(
            self.from_code_points(start).ok_or_else(outside)?,
            self.from_code_points(end).ok_or_else(outside)?,
        );
        self.check(range)?;
        Ok(range)
    }

    /// Checks that a range can be annotated.
    ///
    /// # Errors
    /// When it is empty, outside the text, or cuts a grapheme cluster.
    pub fn check(&self, range: TextRange) -> Result<(), RangeError> {
        if range.end() > self.end() {
            // Past the end there is no text to count in, so a byte counts as a code point.
            let (start, length) = (self.to_code_points(range.start()).0, self.code_points());
            let past = |edge: ByteOffset, inside: u32| inside.saturating_add(edge.0.saturating_sub(self.end().0));
            let (start, end) = (past(range.start(), start), past(range.end(), length));
            return Err(RangeError::Outside { start, end, length });
        }
        if range.is_empty() {
            let at = self.to_code_points(range.start()).0;
            return Err(RangeError::Empty { start: at, end: at });
        }
        let cut = [range.start(), range.end()].into_iter().find(|&edge| !self.is_grapheme_boundary(edge));
        cut.map_or(Ok(()), |edge| Err(RangeError::CutsGrapheme { offset: self.to_code_points(edge).0 }))
    }

    /// The nearest character boundary at or before a position.
    pub(super) fn floor_char(&self, position: ByteOffset) -> usize {
        let mut bytes = position.index().min(self.len());
        while !self.as_str().is_char_boundary(bytes) {
            bytes -= 1;
        }
        bytes
    }
}

fn split_into_blocks(text: &str) -> Vec<TextRange> {
    let mut blocks = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let end = block_end(text, start);
        blocks.push(TextRange::from_indices(start, end));
        start = end;
    }
    blocks
}

/// The end of the block that begins at an offset in bytes.
fn block_end(text: &str, start: usize) -> usize {
    let (least, most) = (start + BLOCK_BYTES - 1, (start + LONG_BLOCK_BYTES).min(text.len()));
    let line_end = text.as_bytes().get(least..most).and_then(|rest| rest.iter().position(|byte| *byte == b'\n'));
    if let Some(at) = line_end {
        return least + at + 1;
    }
    let from = (most..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    let mut before = text[..from].chars().next_back().unwrap_or('\n');
    for (at, next) in text[from..].char_indices() {
        if before == '\n' || may_break(before, next) {
            return from + at;
        }
        before = next;
    }
    text.len()
}

/// Whether a line may be broken between two characters: after a space or the end of a clause, and not within a grapheme cluster, of which
/// such a character is the beginning at most.
fn may_break(before: char, next: char) -> bool {
    if !matches!(before, ' ' | '\u{3000}' | '。' | '、' | '，' | '！' | '？') {
        return false;
    }
    let both: String = [before, next].into_iter().collect();
    GraphemeCursor::new(before.len_utf8(), both.len(), true).is_boundary(&both, 0).unwrap_or(false)
}

/// The SHA-256 of a text that is being computed.
pub struct TextHash {
    text: Text,
    hasher: Sha256,
    at: usize,
}

impl TextHash {
    /// Reads a part of the text. Returns whether there is more.
    pub fn step(&mut self) -> bool {
        let rest = &self.text.as_str().as_bytes()[self.at..];
        let part = &rest[..rest.len().min(HASH_BYTES)];
        self.hasher.update(part);
        self.at += part.len();
        let is_done = self.at == self.text.len();
        if is_done {
            self.text.0.sha256.get_or_init(|| hex(&self.hasher.finalize_reset()));
        }
        !is_done
    }
}

fn hex(digest: &[u8]) -> String {
    digest.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(hex_digit).collect()
}

fn hex_digit(nibble: u8) -> char {
    char::from_digit(nibble.into(), 16).unwrap_or('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_of_a_text_with_emoji() {
        let text = Text::new("a😀é");
        let end = text.end();
        assert_eq!((end.0, text.to_code_points(end).0, text.to_utf16(end).0), (7, 3, 4));
        assert_eq!(text.from_utf16(Utf16Offset(2)), None, "between two surrogates");
        assert_eq!(text.from_utf16(Utf16Offset(3)), Some(ByteOffset(5)));
        assert_eq!(text.from_code_points(CodePointOffset(4)), None);
    }

    #[test]
    fn offsets_far_into_a_long_text() {
        let text = Text::new("ä😀z".repeat(1_000));
        for n in [0, 1, 85, 86, 1_500, 2_999, 3_000] {
            let position = text.from_code_points(CodePointOffset(n)).expect("inside");
            assert_eq!(text.to_code_points(position).0, n);
            assert_eq!(text.from_utf16(text.to_utf16(position)), Some(position));
        }
    }

    #[test]
    fn a_range_is_refused_with_the_reason() {
        let text = Text::new("e\u{301}x");
        let range = |a, b| text.range(CodePointOffset(a), CodePointOffset(b));
        assert_eq!(range(1, 3), Err(RangeError::CutsGrapheme { offset: 1 }));
        assert_eq!(range(2, 2), Err(RangeError::Empty { start: 2, end: 2 }));
        assert_eq!(range(0, 9), Err(RangeError::Outside { start: 0, end: 9, length: 3 }));
        let past = TextRange::from_indices(3, 9);
        assert_eq!(text.check(past), Err(RangeError::Outside { start: 2, end: 8, length: 3 }), "in code points");
        assert_eq!(range(0, 2), Ok(TextRange::from_indices(0, 3)));
    }

    #[test]
    fn blocks_end_at_line_ends_and_cover_the_text() {
        let line = format!("{}\n", "word ".repeat(200));
        let text = Text::new(line.repeat(20));
        let joined: String = text.blocks().iter().map(|&block| text.slice(block)).collect();
        assert_eq!(joined, text.as_str());
        assert!(text.blocks().len() > 3);
        assert!(text.blocks().iter().all(|&block| text.slice(block).ends_with('\n')));
        let earlier = |block: &str| block[..block.len() - 1].rfind('\n').map_or(0, |at| at + 1);
        let all_but_last = &text.blocks()[..text.blocks().len() - 1];
        assert!(all_but_last.iter().all(|block| block.len() as usize >= BLOCK_BYTES));
        assert!(
            text.blocks().iter().all(|&block| earlier(text.slice(block)) < BLOCK_BYTES),
            "they end as early as possible"
        );
        assert_eq!(text.block_at(text.end()), text.blocks().len() - 1);
        assert!(Text::new("").blocks().is_empty());
    }

    #[test]
    fn a_very_long_line_is_broken_where_it_may_be() {
        for (words, separator) in [("word ", ' '), ("人々は言った。", '。'), ("é\u{301} ", ' ')] {
            let text = Text::new(words.repeat(100_000 / words.len()));
            let (last, others) = text.blocks().split_last().expect("blocks");
            assert!(others.len() >= 4 && last.len() <= 20_100, "{words}");
            assert!(
                others.iter().all(|&block| text.slice(block).ends_with(separator) && block.len() <= 20_100),
                "{words}"
            );
        }
        for whole in ["a".repeat(50_000), " \u{301}".repeat(20_000), "🇫🇷".repeat(8_000)] {
            assert_eq!(Text::new(whole).blocks().len(), 1);
        }
    }

    #[test]
    fn sha256_matches_the_test_vector() {
        assert_eq!(Text::new("abc").sha256(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
