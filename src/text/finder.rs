//! A search in a text, in steps that take little time and memory however long the text is.

use super::fold::Folded;
use super::{ByteOffset, Query, Text, TextRange};

/// How much of the text a step folds, in bytes.
const STEP_BYTES: usize = 16 * 1024;

/// A search in a text that can be interrupted. What it finds does not depend on the steps.
#[derive(Clone, Debug)]
pub struct Finder {
    query: Query,
    /// The folded text of the query.
    wanted: String,
    folded: Folded,
    /// The position in the folded text from which on the next match is looked for.
    from: usize,
    step_bytes: usize,
}

impl Finder {
    /// A search for a query, from the beginning of a text.
    pub fn new(query: Query) -> Self {
        Self::with_steps_of(query, STEP_BYTES)
    }

    fn with_steps_of(query: Query, step_bytes: usize) -> Self {
        let wanted = Folded::of(&query.text, query.case);
        // What is kept of the text for the next step, which is searched again, is as long as the query.
        let step_bytes = step_bytes.max(wanted.len());
        Self { folded: Folded::new(query.case), query, wanted, from: 0, step_bytes }
    }

    /// How much of the text was searched, in bytes.
    pub fn searched(&self) -> usize {
        self.folded.original()
    }

    /// Searches on in the same text. Adds the matches, in order and without overlaps, until there are `most`. Returns whether there
    /// is more to search.
    pub fn step(&mut self, text: &Text, most: usize, found: &mut Vec<TextRange>) -> bool {
        if self.wanted.is_empty() || found.len() >= most {
            return false;
        }
        let end = text.floor_char(ByteOffset::from_index(self.searched() + self.step_bytes));
        // At least one character, however long.
        let end = if end > self.searched() { end } else { text.floor_char(ByteOffset::from_index(end + 4)) };
        self.folded.push(text.as_str(), end);
        let is_last = self.searched() == text.len();
        while let Some((at, end)) = self.next_match() {
            // Whether invisible characters follow is not known yet.
            if end == self.folded.end() && !is_last {
                break;
            }
            match self.accept(text, at, end) {
                Some(range) => {
                    found.push(range);
                    self.from = end;
                }
                // The next match may overlap one that is not accepted.
                None => self.from = at + self.folded.from(at).chars().next().map_or(1, char::len_utf8),
            }
            if found.len() >= most {
                return false;
            }
        }
        let kept = self.folded.end().saturating_sub(self.wanted.len());
        self.from = self.from.max(kept.max(self.folded.start()));
        self.folded.drop_before(self.from);
        self.from = self.folded.start();
        !is_last
    }

    fn next_match(&self) -> Option<(usize, usize)> {
        let at = self.from + self.folded.from(self.from).find(&self.wanted)?;
        Some((at, at + self.wanted.len()))
    }

    /// A match as a range of the text, if it meets the options of the query.
    fn accept(&self, text: &Text, at: usize, end: usize) -> Option<TextRange> {
        let (start, last) = self.folded.unfold(at).zip(self.folded.unfold(end))?;
        let range = text.with_joiner(TextRange::from_indices(start, last));
        if !text.is_accepted(&self.query, range) {
            return None;
        }
        // Invisible characters that follow are left out, unless they belong to the last character.
        let before = self.folded.unfold_end(end).map(ByteOffset::from_index);
        let end_before = before.filter(|&before| text.is_grapheme_boundary(before));
        Some(TextRange::new(range.start(), end_before.unwrap_or(range.end())))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(text: &Text, query: &Query, step_bytes: usize) -> Vec<TextRange> {
        let (mut finder, mut found) = (Finder::with_steps_of(query.clone(), step_bytes), Vec::new());
        while finder.step(text, usize::MAX, &mut found) {}
        found
    }

    #[test]
    fn steps_end_when_there_are_enough() {
        let (mut finder, mut found) = (Finder::with_steps_of(Query::words("a"), 4), Vec::new());
        let text = Text::new("a ".repeat(100));
        let steps = (0..).take_while(|_| finder.step(&text, 7, &mut found)).count();
        assert_eq!(found.len(), 7);
        assert!(steps < 10 && finder.searched() < text.len());
    }

    proptest! {
        #[test]
        fn what_is_found_does_not_depend_on_the_steps(
            text in "[aAbİς’ \u{ad}\u{200d}\u{301}👩\u{fe0f}]{0,40}",
            words in "[aAbi's \u{ad}\u{200d}👩]{0,3}",
            (case, whole, endings) in any::<(bool, bool, bool)>(),
        ) {
            let (text, query) = (Text::new(text), Query { text: words, case, whole, endings });
            let at_once = found(&text, &query, usize::MAX / 2);
            for step_bytes in [1, 2, 3, 5, 8] {
                prop_assert_eq!(&found(&text, &query, step_bytes), &at_once);
            }
        }
    }
}
