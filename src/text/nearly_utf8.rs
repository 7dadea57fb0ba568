//! Whether bytes are UTF-8 that is broken in a few places, and not a text in another encoding.

use std::ops::Range;

/// Whether bytes are UTF-8 except for a few broken places.
///
/// In the encodings of a single script, sequences that are valid in UTF-8 are chance: they decode to characters of all scripts,
/// and more bytes fit into none. So a text is UTF-8 if what is valid is mostly what European texts have, or if it outweighs what is not
/// valid in any text. Most chance sequences are in scripts that have their letters where UTF-8 has the beginnings and the rests of
/// sequences, as Thai and the Chinese ones: up to one for every two bytes that do not fit.
pub(super) fn is_nearly_utf8(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok() || Counts::of(bytes).are_of_utf8()
}

/// What there is besides ASCII.
#[derive(Debug, Default)]
struct Counts {
    /// Valid characters that European texts have.
    european: usize,
    /// Other valid characters.
    other: usize,
    /// Beginnings of sequences with a part of the rest, and sequences that UTF-8 forbids.
    malformed: usize,
    /// Those of them that begin a quotation mark, a dash or an ellipsis.
    punctuation: usize,
    /// Runs of bytes that are not malformed sequences.
    stray: usize,
    /// Beginnings of sequences that are possible in UTF-8, each without its rest.
    cut: usize,
    /// Single bytes that fit into no sequence.
    single: usize,
}

impl Counts {
    fn of(bytes: &[u8]) -> Self {
        let (mut counts, mut at, mut run) = (Self::default(), 0, 0..0);
        for chunk in bytes.utf8_chunks() {
            if !chunk.valid().is_empty() {
                counts.add_invalid(bytes, run);
                chunk.valid().chars().for_each(|c| counts.add_valid(c));
                at += chunk.valid().len();
                run = at..at;
            }
            match chunk.invalid().len() {
                0 => {}
                1 => counts.single += 1,
                _ => counts.cut += 1,
            }
            at += chunk.invalid().len();
            run.end = at;
        }
        counts.add_invalid(bytes, run);
        counts
    }

    fn are_of_utf8(&self) -> bool {
        let valid = self.european + self.other;
        if valid == 0 {
            // In Windows-1252, a letter and a mark after it look like a malformed sequence, but not these.
            return self.stray == 0 && self.malformed > 0 && self.malformed == self.punctuation;
        }
        let is_european = self.european >= 2 * self.other && 8 * self.european + self.malformed >= 2 * self.stray;
        is_european || 2 * valid + self.cut >= 3 * self.single
    }

    fn add_valid(&mut self, c: char) {
        match c {
            // In MacRoman, the second and third are a quotation mark and an accented letter.
            '\0'..='\x7f' | '\u{480}'..='\u{49f}' | '\u{540}'..='\u{55f}' => {}
            // Latin letters, punctuation, euro and trade mark, emoji.
            '\u{a1}'..='\u{17f}'
            | '\u{218}'..='\u{21b}'
            | '\u{2010}'..='\u{203a}'
            | '€'
            | '™'
            | '\u{fe0f}'
            | '\u{1f300}'..='\u{1faff}' => self.european += 1,
            _ => self.other += 1,
        }
    }

    /// Bytes without anything valid between them.
    fn add_invalid(&mut self, bytes: &[u8], run: Range<usize>) {
        let is_end = run.end == bytes.len();
        let mut rest = &bytes[run];
        while !rest.is_empty() {
            let taken = match rest {
                // A character beyond U+FFFF as two surrogates (CESU-8), and NUL as Java writes it.
                [0xed, 0xa0..=0xaf, _, 0xed, 0xb0..=0xbf, _, ..] => self.add_variant(6),
                [0xc0, 0x80, ..] => self.add_variant(2),
                _ => self.add_broken(rest, is_end),
            };
            rest = &rest[taken..];
        }
    }

    /// A character as a variant of UTF-8 has it, in so many bytes.
    fn add_variant(&mut self, bytes: usize) -> usize {
        self.european += 1;
        self.single -= bytes;
        bytes
    }

    /// The first broken place; returns how many bytes it has.
    fn add_broken(&mut self, rest: &[u8], is_end: bool) -> usize {
        let lead = rest[0];
        let most = match lead {
            0xc0..=0xdf => 1,
            0x80..=0xbf | 0xe0..=0xef => 2,
            _ => 3,
        };
        // UTF-8 never has these two, and a run of them is one place.
        let is_never = |byte: &u8| matches!(byte, 0xfe | 0xff);
        let is_rest = |byte: &&u8| matches!(byte, 0x80..=0xbf) || is_never(byte) && is_never(&lead);
        let following = rest[1..].iter().take(most).take_while(is_rest).count();
        let taken = 1 + following;
        match lead {
            0xc0..=0xfd if following > 0 => {
                self.malformed += 1;
                self.punctuation += usize::from(rest.starts_with(b"\xe2\x80"));
            }
            // The text may have been cut off here.
            0xc2..=0xf4 if is_end && taken == rest.len() => {}
            _ => self.stray += 1,
        }
        taken
    }
}
