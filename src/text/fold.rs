//! Folding of a text for search, piece by piece: without invisible characters, and without case and kinds of quotation marks unless
//! these matter. Positions in the folded text can be converted back.

use super::invisible::Ignoring;

/// A position from which on the offsets of the folded and the original text differ by a new amount, both in bytes.
#[derive(Clone, Copy, Debug)]
struct Shift {
    folded: usize,
    original: usize,
    /// Whether a character begins here whose folded form has another length: a match must not begin or end inside it.
    inside: bool,
}

/// A part of a folded text: what was folded, without what was dropped from its beginning. Positions are those in the whole folded text.
#[derive(Clone, Debug, Default)]
pub(super) struct Folded {
    case: bool,
    text: String,
    /// The position of the part in the whole folded text.
    start: usize,
    /// From the last one at or before `start`.
    shifts: Vec<Shift>,
    /// How much of the original text is folded, in bytes.
    original: usize,
    ignoring: Ignoring,
}

impl Folded {
    /// Nothing yet. With `case`, upper and lower case stay different, and so do quotation marks.
    pub(super) fn new(case: bool) -> Self {
        Self { case, ..Self::default() }
    }

    /// A whole text, folded.
    pub(super) fn of(text: &str, case: bool) -> String {
        let mut folded = Self::new(case);
        folded.push(text, text.len());
        folded.text
    }

    /// Folds on in the original text, up to a position on a character boundary.
    pub(super) fn push(&mut self, original: &str, end: usize) {
        while let Some(rest) = original.get(self.original..end).filter(|rest| !rest.is_empty()) {
            let ascii = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
            if ascii > 0 {
                self.push_ascii(&rest[..ascii]);
            } else if let Some(character) = rest.chars().next() {
                self.push_other(character, &original[self.original + character.len_utf8()..]);
            }
        }
    }

    fn push_ascii(&mut self, run: &str) {
        let from = self.text.len();
        self.text.push_str(run);
        if !self.case {
            self.text[from..].make_ascii_lowercase();
        }
        if let Some(last) = run.chars().next_back() {
            self.ignoring.ignores(last, "");
        }
        self.original += run.len();
    }

    fn push_other(&mut self, character: char, rest: &str) {
        let before = self.end();
        match character {
            _ if self.ignoring.ignores(character, rest) => {}
            character if self.case => self.text.push(character),
            '‘' | '’' => self.text.push('\''),
            '“' | '”' => self.text.push('"'),
            '\u{a0}' => self.text.push(' '),
            'ς' => self.text.push('σ'),
            _ => self.text.extend(character.to_lowercase()),
        }
        let original = self.original;
        self.original += character.len_utf8();
        if self.end() - before != character.len_utf8() {
            self.shifts.push(Shift { folded: before, original, inside: true });
            self.shifts.push(Shift { folded: self.end(), original: self.original, inside: false });
        }
    }

    /// How much of the original text is folded, in bytes.
    pub(super) fn original(&self) -> usize {
        self.original
    }

    /// The position of what is there in the whole folded text.
    pub(super) fn start(&self) -> usize {
        self.start
    }

    /// The position after the last folded character.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// The folded text from a position on, which is not before `start`.
    pub(super) fn from(&self, position: usize) -> &str {
        self.text.get(position.saturating_sub(self.start)..).unwrap_or_default()
    }

    /// Forgets what is before a position, or before the character that contains it.
    pub(super) fn drop_before(&mut self, position: usize) {
        let mut length = position.saturating_sub(self.start).min(self.text.len());
        while !self.text.is_char_boundary(length) {
            length -= 1;
        }
        self.text.drain(..length);
        self.start += length;
        let unneeded = self.shifts.partition_point(|shift| shift.folded <= self.start).saturating_sub(1);
        self.shifts.drain(..unneeded);
    }

    /// Converts the end of a match to a position in the original text, before the invisible characters that follow it; `None` inside
    /// the folded form of a character.
    pub(super) fn unfold_end(&self, end: usize) -> Option<usize> {
        let next = self.shifts.partition_point(|shift| shift.folded < end);
        match (self.shifts.get(next), next.checked_sub(1).map(|last| self.shifts[last])) {
            (Some(here), _) if here.folded == end => Some(here.original),
            (_, None) => Some(end),
            (_, Some(last)) if last.inside => None,
            (_, Some(last)) => Some(last.original + end - last.folded),
        }
    }

    /// Converts a position in the folded text to one in the original text, after invisible characters; `None` inside the folded form
    /// of a character.
    pub(super) fn unfold(&self, at: usize) -> Option<usize> {
        let last = self.shifts.partition_point(|shift| shift.folded <= at).checked_sub(1).map(|last| self.shifts[last]);
        match last {
            None => Some(at),
            Some(shift) if shift.inside && at > shift.folded => None,
            Some(shift) => Some(shift.original + at - shift.folded),
        }
    }
}
