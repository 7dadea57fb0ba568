//! Graphemes, words, sentences and lines: the units of caret movement and selection.
//!
//! Boundaries are those of UAX #29. Words differ in two ways, because annotators tag names: a hyphen joins words
//! ("Broekers-Knol" is one word), and a possessive ending is a word of its own ("Patel" in "Patel's" can be tagged).

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::regional_indicators::INDICATOR_BYTES;
use super::{ByteOffset, Text, TextRange};

/// How far around a position a sentence is searched for, in bytes; only lines of many pages are longer.
const SENTENCE_WINDOW: usize = 16_384;
/// How far around a position a word is searched for, in bytes; only text without spaces is longer.
const WORD_WINDOW: usize = 1_024;
/// The same for the test whether a position is inside a word, which a search makes for every match.
const NEAR_WINDOW: usize = 64;

/// A unit of caret movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A grapheme cluster: a character as seen by a reader.
    Grapheme,
    /// A word, without the spaces and punctuation around it.
    Word,
    /// A sentence.
    Sentence,
    /// A line of the text: in an article, a paragraph.
    Block,
}

impl Text {
    /// Whether a position lies between two grapheme clusters, or at an end of the text.
    pub fn is_grapheme_boundary(&self, position: ByteOffset) -> bool {
        position <= self.end()
            && self.as_str().is_char_boundary(position.index())
            && (self.is_between_ascii(position)
                || self.is_between_flags(position).unwrap_or_else(|| {
                    let mut cursor = GraphemeCursor::new(position.index(), self.len(), true);
                    cursor.is_boundary(self.as_str(), 0).unwrap_or(false)
                }))
    }

    /// Whether a position lies between two ASCII characters that do not belong together: only a line end of two does.
    fn is_between_ascii(&self, position: ByteOffset) -> bool {
        let (before, after) = self.as_str().as_bytes().split_at(position.index());
        match (before.last(), after.first()) {
            (Some(before), Some(after)) => before.is_ascii() && after.is_ascii() && (*before, *after) != (b'\r', b'\n'),
            _ => true,
        }
    }

    /// Whether a position in a long run of regional indicators lies between two flags; `None` outside of such runs.
    fn is_between_flags(&self, position: ByteOffset) -> Option<bool> {
        let runs = self.regional_indicators();
        let run = runs[..runs.partition_point(|run| run.start() < position)].last()?;
        (position < run.end()).then(|| ((position.0 - run.start().0) / INDICATOR_BYTES).is_multiple_of(2))
    }

    /// The next position forwards: the end of a grapheme or word, the beginning of a sentence or line.
    pub fn next(&self, position: ByteOffset, unit: Unit) -> ByteOffset {
        match unit {
            Unit::Grapheme => self.next_grapheme(position),
            Unit::Word => self.next_word_end(position),
            Unit::Sentence => self.next_sentence(position),
            Unit::Block => self.next_line(position),
        }
    }

    /// The next position backwards: always the beginning of a unit.
    pub fn previous(&self, position: ByteOffset, unit: Unit) -> ByteOffset {
        match unit {
            Unit::Grapheme => self.previous_grapheme(position),
            Unit::Word => self.previous_word_start(position),
            Unit::Sentence => self.previous_sentence(position),
            Unit::Block => self.previous_line(position),
        }
    }

    /// The word that a position lies in or touches; `None` between spaces or punctuation.
    pub fn word_at(&self, position: ByteOffset) -> Option<TextRange> {
        self.word_within(position, WORD_WINDOW)
    }

    /// Like [`Text::word_at`], but returns only the nearest part of a very long word. Cheaper, for long lists.
    pub fn word_near(&self, position: ByteOffset) -> Option<TextRange> {
        self.word_within(position, NEAR_WINDOW)
    }

    fn word_within(&self, position: ByteOffset, window: usize) -> Option<TextRange> {
        let words = self.words_around(position, window);
        let inside = words.iter().find(|word| word.contains_offset(position));
        inside.or_else(|| words.iter().find(|word| word.end() == position)).copied()
    }

    /// Whether a position lies inside a word.
    pub(super) fn is_inside_word(&self, position: ByteOffset) -> bool {
        if self.is_beside_punctuation(position) {
            return false;
        }
        let words = self.words_around(position, NEAR_WINDOW);
        words.iter().any(|word| word.start() < position && position < word.end())
    }

    /// The nearest grapheme boundary at or before a position.
    pub fn floor_grapheme(&self, position: ByteOffset) -> ByteOffset {
        let position = ByteOffset::from_index(self.floor_char(position));
        if self.is_grapheme_boundary(position) { position } else { self.previous_grapheme(position) }
    }

    /// The nearest grapheme boundary at or after a position.
    pub fn ceil_grapheme(&self, position: ByteOffset) -> ByteOffset {
        let position = position.min(self.end());
        let floor = self.floor_grapheme(position);
        if floor == position { position } else { self.next_grapheme(floor) }
    }

    /// The line that a position lies in, without its line end.
    pub fn line_at(&self, position: ByteOffset) -> TextRange {
        let at = self.floor_char(position);
        let start = self.as_str()[..at].rfind('\n').map_or(0, |i| i + 1);
        let end = self.as_str()[at..].find('\n').map_or(self.len(), |i| at + i);
        TextRange::from_indices(start, end)
    }

    /// The end of the grapheme at a position.
    pub fn next_grapheme(&self, position: ByteOffset) -> ByteOffset {
        let at = self.floor_char(position);
        let next = GraphemeCursor::new(at, self.len(), true).next_boundary(self.as_str(), 0);
        next.ok().flatten().map_or(self.end(), ByteOffset::from_index)
    }

    /// The beginning of the grapheme before a position.
    pub fn previous_grapheme(&self, position: ByteOffset) -> ByteOffset {
        let at = self.floor_char(position);
        let previous = GraphemeCursor::new(at, self.len(), true).prev_boundary(self.as_str(), 0);
        previous.ok().flatten().map_or(ByteOffset(0), ByteOffset::from_index)
    }

    fn next_word_end(&self, position: ByteOffset) -> ByteOffset {
        let mut from = position;
        while from < self.end() {
            let words = self.words_around(from, WORD_WINDOW);
            if let Some(word) = words.iter().find(|word| word.end() > position) {
                return word.end();
            }
            from = self.skip_forwards(self.window_around(from, WORD_WINDOW).end());
        }
        self.end()
    }

    fn previous_word_start(&self, position: ByteOffset) -> ByteOffset {
        let mut from = position;
        while from > ByteOffset(0) {
            let words = self.words_around(from, WORD_WINDOW);
            if let Some(word) = words.iter().rev().find(|word| word.start() < position) {
                return word.start();
            }
            from = self.skip_backwards(self.window_around(from, WORD_WINDOW).start());
        }
        ByteOffset(0)
    }

    fn next_sentence(&self, position: ByteOffset) -> ByteOffset {
        let line = self.line_at(position);
        let next = self.sentence_starts(position).into_iter().find(|&start| start > position && start < line.end());
        next.unwrap_or_else(|| self.next_line(position))
    }

    fn previous_sentence(&self, position: ByteOffset) -> ByteOffset {
        let before = |at| self.sentence_starts(at).into_iter().rev().find(|&start| start < position);
        before(position).unwrap_or_else(|| {
            let earlier = self.as_str()[..self.line_at(position).start().index()].trim_end_matches('\n');
            before(ByteOffset::from_index(earlier.len())).unwrap_or(ByteOffset(0))
        })
    }

    fn next_line(&self, position: ByteOffset) -> ByteOffset {
        let rest = &self.as_str()[self.line_at(position).end().index()..];
        let line_ends = rest.len() - rest.trim_start_matches('\n').len();
        ByteOffset::from_index(self.len() - rest.len() + line_ends)
    }

    fn previous_line(&self, position: ByteOffset) -> ByteOffset {
        let start = self.line_at(position).start();
        if start < position {
            return start;
        }
        let before = self.as_str()[..start.index()].trim_end_matches('\n');
        self.line_at(ByteOffset::from_index(before.len())).start()
    }

    /// The beginnings of sentences in the line of a position.
    fn sentence_starts(&self, position: ByteOffset) -> Vec<ByteOffset> {
        let line = self.line_at(position);
        let window = self.clip(line, position, SENTENCE_WINDOW);
        let starts = self.slice(window).split_sentence_bound_indices();
        starts.map(|(at, _)| self.floor_grapheme(ByteOffset::from_index(window.start().index() + at))).collect()
    }

    /// Whether the two characters around a position exclude that a word contains the position. A fast test, so that a
    /// search need not segment the text at every match.
    fn is_beside_punctuation(&self, position: ByteOffset) -> bool {
        let (before, after) = self.as_str().split_at(self.floor_char(position));
        let (Some(before), Some(after)) = (before.chars().next_back(), after.chars().next()) else { return false };
        // A combining mark after a hyphen may count as a letter.
        let hyphen = is_hyphen(before);
        // A word contains no two such characters in a row.
        let both = may_stand_between(before) && may_stand_between(after);
        is_punctuation(after) && !hyphen || is_punctuation(before) && after.is_ascii() || both
    }

    /// The words of the range without spaces around a position.
    fn words_around(&self, position: ByteOffset, window: usize) -> Vec<TextRange> {
        self.words_in(self.window_around(position, window))
    }

    /// The words of a range without spaces.
    pub(super) fn words_in(&self, window: TextRange) -> Vec<TextRange> {
        let mut words: Vec<TextRange> = Vec::new();
        let mut after_hyphen = false;
        for (at, segment) in self.slice(window).split_word_bound_indices() {
            let start = window.start().index() + at;
            let range = TextRange::from_indices(start, start + segment.len());
            let is_word = segment.chars().any(char::is_alphanumeric);
            match words.last_mut() {
                Some(last) if is_word && after_hyphen => *last = TextRange::new(last.start(), range.end()),
                _ if is_word => words.push(range),
                _ => {}
            }
            let mut characters = segment.chars();
            after_hyphen = characters.next().is_some_and(is_hyphen)
                && characters.next().is_none()
                && words.last().is_some_and(|last| last.end() == range.start());
        }
        let words = words.into_iter().flat_map(|word| self.split_possessive(word));
        // In Thai and after Arabic number signs UAX #29 ends a word inside a grapheme cluster.
        let words =
            words.map(|word| TextRange::new(self.floor_grapheme(word.start()), self.floor_grapheme(word.end())));
        words.filter(|&word| self.slice(word).chars().any(char::is_alphanumeric)).collect()
    }

    fn split_possessive(&self, word: TextRange) -> Vec<TextRange> {
        let text = self.slice(word);
        let ending = ["'s", "’s", "'S", "’S"].into_iter().find(|ending| text.ends_with(ending));
        match ending {
            Some(ending) if ending.len() < text.len() => {
                let middle = ByteOffset::from_index(word.end().index() - ending.len());
                vec![TextRange::new(word.start(), middle), TextRange::new(middle, word.end())]
            }
            _ => vec![word],
        }
    }

    /// The range without spaces around a position; if spaces surround it, it is empty.
    fn window_around(&self, position: ByteOffset, window: usize) -> TextRange {
        let at = self.floor_char(position);
        let limits = self.clip(self.full_range(), ByteOffset::from_index(at), window);
        let before = &self.as_str()[limits.start().index()..at];
        let after = &self.as_str()[at..limits.end().index()];
        let start = before.rfind(char::is_whitespace).map_or(limits.start().index(), |i| {
            let space = before[i..].chars().next().map_or(1, char::len_utf8);
            limits.start().index() + i + space
        });
        let end = after.find(char::is_whitespace).map_or(limits.end().index(), |i| at + i);
        TextRange::from_indices(start, end)
    }

    /// The part of `range` that is at most `window` bytes away from a position.
    fn clip(&self, range: TextRange, position: ByteOffset, window: usize) -> TextRange {
        let near = position.index().saturating_sub(window);
        let far = position.index().saturating_add(window).min(self.len());
        let start = self.ceil_char(near).max(range.start().index());
        let end = self.floor_char(ByteOffset::from_index(far)).min(range.end().index());
        TextRange::from_indices(start, end.max(start))
    }

    fn ceil_char(&self, mut bytes: usize) -> usize {
        while !self.as_str().is_char_boundary(bytes) {
            bytes += 1;
        }
        bytes
    }

    fn skip_forwards(&self, position: ByteOffset) -> ByteOffset {
        let next = self.as_str()[position.index()..].chars().next().map_or(0, char::len_utf8);
        ByteOffset::from_index(position.index() + next)
    }

    fn skip_backwards(&self, position: ByteOffset) -> ByteOffset {
        let last = self.as_str()[..position.index()].chars().next_back().map_or(0, char::len_utf8);
        ByteOffset::from_index(position.index() - last)
    }
}

/// Whether a character is never part of a word: of the class Other in UAX #29, and not a hyphen.
fn is_punctuation(c: char) -> bool {
    match c {
        '-' | '_' => false,
        c if may_stand_between(c) => false,
        '\u{2012}'..='\u{2017}' | '\u{201a}'..='\u{2023}' | '\u{2025}' | '\u{2026}' => true,
        _ => c.is_ascii() && !c.is_ascii_alphanumeric(),
    }
}

/// Whether a character may be between two letters or digits of one word, as in "9.30".
fn may_stand_between(c: char) -> bool {
    matches!(c, '.' | ',' | ':' | ';' | '\'' | '"')
}

/// Whether a character joins the words on both sides.
fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stops(text: &str, unit: Unit) -> Vec<u32> {
        let text = Text::new(text);
        let mut stops = vec![0];
        while stops.last().is_some_and(|&at| at < text.end().0) {
            let at = ByteOffset(stops[stops.len() - 1]);
            stops.push(text.next(at, unit).0);
        }
        let mut back = vec![text.end().0];
        while back.last().is_some_and(|&at| at > 0) {
            let at = ByteOffset(back[back.len() - 1]);
            back.push(text.previous(at, unit).0);
        }
        assert!(back.windows(2).all(|pair| pair[1] < pair[0]), "a movement backwards changes the position");
        stops
    }

    fn word(text: &str, at: u32) -> Option<String> {
        let text = Text::new(text);
        text.word_at(ByteOffset(at)).map(|range| text.slice(range).to_owned())
    }

    #[test]
    fn words_match_what_annotators_tag() {
        assert_eq!(word("Ankie Broekers-Knol, who", 8).as_deref(), Some("Broekers-Knol"));
        assert_eq!(word("Johnson’s letter", 2).as_deref(), Some("Johnson"));
        assert_eq!(word("Johnson’s letter", 7).as_deref(), Some("’s"));
        assert_eq!(word("about 26,000 people", 8).as_deref(), Some("26,000"));
        assert_eq!(word("a  b", 2), None);
        assert_eq!(word("end.", 3).as_deref(), Some("end"), "the word that ends there");
    }

    #[test]
    fn the_caret_stops_at_ends_of_words_and_starts_of_sentences() {
        assert_eq!(stops("One, two.\nThree", Unit::Word), [0, 3, 8, 15]);
        assert_eq!(stops("One a. Two b.\n\nThree", Unit::Sentence), [0, 7, 15, 20]);
        assert_eq!(stops("ab\n\ncd\nef", Unit::Block), [0, 4, 7, 9]);
        let text = Text::new("One a. Two b.\n\nThree");
        assert_eq!(text.previous(ByteOffset(15), Unit::Sentence), ByteOffset(7), "back over an empty line");
    }

    #[test]
    fn no_word_contains_punctuation() {
        let characters = "a1é東ก א-‐.,:;'’”“=)…—·‧‿_\"\0\t\n\u{7f}\u{301}\u{200d}\u{ad}\u{102b}\u{600}👩€\u{3000}";
        let all: Vec<char> = characters.chars().collect();
        let texts =
            all.iter().flat_map(|a| all.iter().flat_map(|b| all.iter().map(|c| String::from_iter([*a, *b, *c]))));
        for text in texts.map(|text| Text::new(format!("x{text}x"))) {
            let positions = (1..text.end().0).map(ByteOffset).filter(|&at| text.is_grapheme_boundary(at));
            for at in positions.filter(|&at| text.is_beside_punctuation(at)) {
                let inside = |word: &TextRange| word.start() < at && at < word.end();
                assert!(!text.words_around(at, NEAR_WINDOW).iter().any(inside), "{:?} at {}", text.as_str(), at.0);
            }
        }
    }

    #[test]
    fn graphemes_are_never_cut() {
        let family = "👨‍👩‍👧";
        let text = format!("a{family}e\u{301}\r\n");
        assert_eq!(stops(&text, Unit::Grapheme), [0, 1, 19, 22, 24]);
        let text = Text::new(text);
        assert_eq!(text.floor_grapheme(ByteOffset(9)), ByteOffset(1));
        assert_eq!(text.ceil_grapheme(ByteOffset(9)), ByteOffset(19));
    }

    #[test]
    fn words_end_at_grapheme_boundaries() {
        assert_eq!(stops("ก\u{e33}", Unit::Word), [0, 6]);
        assert_eq!(word("26,000\u{600} x", 2).as_deref(), Some("26,000"));
    }

    #[test]
    fn moving_by_word_stops_at_the_end_of_a_text_of_spaces() {
        assert_eq!(stops("  \u{a0} ", Unit::Word), [0, 5]);
        assert_eq!(stops("", Unit::Word), [0]);
    }

    #[test]
    fn a_long_run_of_flags_has_the_same_boundaries_as_a_short_one() {
        for (before, letters) in [("", 300), ("a", 301), ("\u{200d}", 64), ("🇬🇧 ", 65)] {
            let text = Text::new(format!("{before}{}b", "🇬".repeat(letters)));
            let boundaries: Vec<usize> = text.as_str().grapheme_indices(true).map(|(at, _)| at).collect();
            for at in 0..text.len() {
                let is_boundary = text.is_grapheme_boundary(ByteOffset(at as u32));
                assert_eq!(is_boundary, boundaries.contains(&at), "{at} after {before:?}");
            }
        }
    }

    #[test]
    fn a_search_in_a_long_text_is_fast() {
        for (text, words) in [("🇬", "🇬"), ("🇬🇧", "🇬🇧"), ("漢字", "字"), ("ไทย", "ไ"), ("a’", "a")]
        {
            let text = Text::new(text.repeat(6_000));
            for whole in [true, false] {
                let query = crate::text::Query { text: words.to_owned(), case: true, whole, endings: true };
                assert!(text.find(&query, usize::MAX).len() <= 12_000, "{words}");
            }
        }
    }
}
