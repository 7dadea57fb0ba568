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
            let (mut code_points, mut utf16, mut next) = (0, 0, STRIDE);
            for (bytes, c) in text.char_indices() {
                if bytes >= next {
                    checkpoints.push(Checkpoint { bytes: bytes as u32, code_points, utf16 });
                    next = bytes + STRIDE;
                }
                code_points += 1;
                utf16 += c.len_utf16() as u32;
            }
            checkpoints.push(Checkpoint { bytes: text.len() as u32, code_points, utf16 });
        }
        Self { checkpoints, ascii }
    }

    /// The number of units before a byte offset, which must be a character boundary of `text`.
    pub(super) fn count_before(&self, text: &str, bytes: usize, unit: Unit) -> u32 {
        if self.ascii {
            return bytes as u32;
        }
        let after = self.checkpoints.partition_point(|c| c.bytes as usize <= bytes);
        let checkpoint = &self.checkpoints[after.saturating_sub(1)];
        let rest = &text[checkpoint.bytes as usize..bytes];
        unit.of_checkpoint(checkpoint) + rest.chars().map(|c| unit.of_char(c)).sum::<u32>()
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
