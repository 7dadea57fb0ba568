//! The index for converting offsets: one checkpoint for each [`STRIDE`] bytes, so that a conversion reads at
//! most that many bytes, whatever the length of the text.

/// Bytes between two checkpoints.
const STRIDE: usize = 256;

/// The offsets of a checkpoint in all three units.
#[derive(Clone, Copy, Debug, Default)]
struct Checkpoint {
    bytes: u32,
    code_points: u32,
    utf16: u32,
}

impl Checkpoint {
    /// The checkpoint after these bytes, which are whole characters.
    fn after(self, bytes: &[u8]) -> Self {
        let (code_points, supplementary) = count_characters(bytes);
        Self {
            bytes: self.bytes + bytes.len() as u32,
            code_points: self.code_points + code_points,
            utf16: self.utf16 + code_points + supplementary,
        }
    }
}

/// The number of characters in UTF-8, and how many of them are two units of UTF-16. Counts eight bytes at once: a text may have ten
/// million.
fn count_characters(bytes: &[u8]) -> (u32, u32) {
    /// The highest bit of each byte.
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let (words, rest) = bytes.as_chunks::<8>();
    let (mut continuing, mut supplementary) = (0, 0);
    for word in words {
        let bits = u64::from_le_bytes(*word);
        // 10xxxxxx continues a character, and 11110xxx begins one of four bytes. No bit of another byte comes to the highest.
        continuing += (bits & !(bits << 1) & HIGH).count_ones();
        supplementary += (bits & bits << 1 & bits << 2 & bits << 3 & HIGH).count_ones();
    }
    for byte in rest {
        continuing += u32::from(byte & 0xc0 == 0x80);
        supplementary += u32::from(*byte >= 0xf0);
    }
    (bytes.len() as u32 - continuing, supplementary)
}

/// Converts offsets of a text between bytes, code points and UTF-16 units.
#[derive(Clone, Debug)]
pub(super) struct OffsetIndex {
    /// Sorted (by all fields alike); the first is zero, the last is the end of the text. Only the first in an ASCII
    /// text.
    checkpoints: Vec<Checkpoint>,
    /// Whether the text is ASCII, so that the offsets in all three units are equal.
    ascii: bool,
}

/// A unit other than bytes.
#[derive(Clone, Copy)]
pub(super) enum Unit {
    CodePoints,
    Utf16,
}

impl Unit {
    fn of_char(self, c: char) -> u32 {
        match self {
            Self::CodePoints => 1,
            Self::Utf16 => c.len_utf16() as u32,
        }
    }

    fn of_checkpoint(self, checkpoint: &Checkpoint) -> u32 {
        match self {
            Self::CodePoints => checkpoint.code_points,
            Self::Utf16 => checkpoint.utf16,
        }
    }
}

impl OffsetIndex {
    pub(super) fn new(text: &str) -> Self {
        let ascii = text.is_ascii();
        let mut checkpoints = vec![Checkpoint::default()];
        if !ascii {
            let mut last = Checkpoint::default();
            while (last.bytes as usize) < text.len() {
                let wanted = last.bytes as usize + STRIDE;
                let end = (wanted..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
                last = last.after(&text.as_bytes()[last.bytes as usize..end]);
                checkpoints.push(last);
            }
        }
        Self { checkpoints, ascii }
    }

    /// Whether the text has characters of two UTF-16 units.
    pub(super) fn has_supplementary(&self) -> bool {
        self.checkpoints.last().is_some_and(|end| end.utf16 > end.code_points)
    }

    /// The number of units before a byte offset, which must be a character boundary of `text`.
    pub(super) fn count_before(&self, text: &str, bytes: usize, unit: Unit) -> u32 {
        if self.ascii {
            return bytes as u32;
        }
        let after = self.checkpoints.partition_point(|c| c.bytes as usize <= bytes);
        let checkpoint = &self.checkpoints[after.saturating_sub(1)];
        let (code_points, supplementary) = count_characters(&text.as_bytes()[checkpoint.bytes as usize..bytes]);
        let beyond = if matches!(unit, Unit::Utf16) { supplementary } else { 0 };
        unit.of_checkpoint(checkpoint) + code_points + beyond
    }

    /// The byte offset after the given number of units; `None` past the end or inside a surrogate pair.
    pub(super) fn byte_offset(&self, text: &str, units: u32, unit: Unit) -> Option<usize> {
        if self.ascii {
            return (units as usize <= text.len()).then_some(units as usize);
        }
        let after = self.checkpoints.partition_point(|c| unit.of_checkpoint(c) <= units);
        let checkpoint = &self.checkpoints[after.saturating_sub(1)];
        let mut counted = unit.of_checkpoint(checkpoint);
        let start = checkpoint.bytes as usize;
        if matches!(unit, Unit::CodePoints) {
            // Every byte that does not continue a character begins one.
            let mut begins = text.as_bytes()[start..].iter().enumerate().filter(|(_, byte)| **byte & 0xc0 != 0x80);
            let left = (units - counted) as usize;
            let end = || (text[start..].chars().count() == left).then_some(text.len());
            return begins.nth(left).map(|(at, _)| start + at).or_else(end);
        }
        for (offset, c) in text[start..].char_indices() {
            if counted >= units {
                return (counted == units).then_some(start + offset);
            }
            counted += unit.of_char(c);
        }
        (counted == units).then_some(text.len())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn characters_are_counted_like_one_by_one(text in "(a|[é-ſ]|\u{7ff}|\u{ffff}|\u{10000}|\u{10ffff}|[😀-🙏]|.){0,60}") {
            let supplementary = text.chars().filter(|c| c.len_utf16() == 2).count();
            prop_assert_eq!(count_characters(text.as_bytes()), (text.chars().count() as u32, supplementary as u32));
        }
    }
}
