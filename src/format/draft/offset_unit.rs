//! The units in which file formats count offsets, and the conversion of offsets to bytes.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{ByteOffset, CodePointOffset, Text, TextRange, Utf16Offset};

/// A unit in which a tool counts the characters of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OffsetUnit {
    /// Unicode code points, as Python counts.
    CodePoints,
    /// UTF-16 units, as JavaScript and Java count.
    Utf16,
    /// Extended grapheme clusters.
    Graphemes,
    /// Bytes of UTF-8.
    Bytes,
}

impl OffsetUnit {
    /// All units.
    pub const ALL: [Self; 4] = [Self::CodePoints, Self::Utf16, Self::Graphemes, Self::Bytes];

    /// The name of the unit for scripts and the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::CodePoints => "code-points",
            Self::Utf16 => "utf-16",
            Self::Graphemes => "graphemes",
            Self::Bytes => "bytes",
        }
    }
}

/// Converts offsets of a text.
pub struct OffsetTable<'a> {
    text: &'a Text,
    unit: OffsetUnit,
    /// The byte at which each grapheme cluster begins, and the end of the text. Only for that unit.
    clusters: Vec<u32>,
}

impl<'a> OffsetTable<'a> {
    /// A table for a text. Lists all grapheme clusters if they are the unit.
    pub fn new(text: &'a Text, unit: OffsetUnit) -> Self {
        let clusters = match unit {
            OffsetUnit::Graphemes => {
                let starts = text.as_str().grapheme_indices(true).map(|(at, _)| at as u32);
                starts.chain([text.len() as u32]).collect()
            }
            _ => Vec::new(),
        };
        Self { text, unit, clusters }
    }

    /// The position at an offset; `None` past the end of the text or inside a character.
    pub fn position(&self, offset: u32) -> Option<ByteOffset> {
        match self.unit {
            OffsetUnit::CodePoints => self.text.from_code_points(CodePointOffset(offset)),
            OffsetUnit::Utf16 => self.text.from_utf16(Utf16Offset(offset)),
            OffsetUnit::Graphemes => self.clusters.get(offset as usize).map(|&byte| ByteOffset(byte)),
            OffsetUnit::Bytes => {
                let is_boundary = self.text.as_str().is_char_boundary(offset as usize);
                is_boundary.then_some(ByteOffset(offset))
            }
        }
    }

    /// The offset of a position. One inside of a grapheme cluster has that of its start, if clusters are counted.
    pub fn offset(&self, position: ByteOffset) -> u32 {
        match self.unit {
            OffsetUnit::CodePoints => self.text.to_code_points(position).0,
            OffsetUnit::Utf16 => self.text.to_utf16(position).0,
            OffsetUnit::Bytes => position.0,
            OffsetUnit::Graphemes => {
                let after = self.clusters.partition_point(|&start| start <= position.0);
                after.saturating_sub(1) as u32
            }
        }
    }

    /// The offsets of a range.
    pub fn offsets(&self, range: TextRange) -> (u32, u32) {
        (self.offset(range.start()), self.offset(range.end()))
    }
}
