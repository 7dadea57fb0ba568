//! What matches a query in a text.

use super::invisible::may_be_ignored;
use super::{ByteOffset, Finder, Query, Text, TextRange};

impl Text {
    /// The case-sensitive matches of whole words, also before a possessive ending, in order and without overlaps.
    pub fn find_words(&self, words: &str) -> impl Iterator<Item = TextRange> {
        let found = self.find(&Query::words(words), usize::MAX);
        found.into_iter().filter(|range| !self.continues_word(range.end()))
    }

    /// Like [`Self::find_words`], if they can only begin at some positions, which are in order. Neither the text nor the words have
    /// characters that search may ignore.
    pub fn find_words_at(&self, words: &str, starts: impl Iterator<Item = ByteOffset>) -> Vec<TextRange> {
        let query = Query::words(words);
        let (mut from, mut found) = (0, Vec::new());
        for start in starts.map(ByteOffset::index) {
            let rest = self.as_str().get(start..).unwrap_or_default();
            if start < from || words.is_empty() || !rest.starts_with(words) {
                continue;
            }
            let range = TextRange::from_indices(start, start + words.len());
            if self.is_accepted(&query, range) {
                from = range.end().index();
                found.extend((!self.continues_word(range.end())).then_some(range));
            }
        }
        found
    }

    /// Whether a range is between these texts, which with it are whole words. Ignores invisible characters between the characters of
    /// the text.
    pub fn is_between(&self, range: TextRange, before: &str, after: &str) -> bool {
        let indices = range.indices();
        let (Some(left), Some(right)) = (self.as_str().get(..indices.start), self.as_str().get(indices.end..)) else {
            return false;
        };
        let left = left.char_indices().rev();
        let right = right.char_indices().map(|(at, character)| (indices.end + at + character.len_utf8(), character));
        let start = position_after(left, before.chars().rev(), indices.start);
        let end = position_after(right, after.chars(), indices.end);
        let bounds = start.zip(end).map(|(start, end)| (ByteOffset::from_index(start), ByteOffset::from_index(end)));
        bounds.is_some_and(|(start, end)| !self.cuts_word(start) && !self.continues_word(end))
    }

    /// Whether the word that ends at a position continues after it. The invisible characters that follow belong to a word for
    /// segmentation, but not for its readers.
    pub fn continues_word(&self, end: ByteOffset) -> bool {
        self.cuts_word(self.after_invisible(end))
    }

    /// Whether a range begins inside a word, or the word that ends it continues.
    pub fn cuts_words(&self, range: TextRange) -> bool {
        self.cuts_word(range.start()) || self.continues_word(range.end())
    }

    /// The position after the invisible characters that follow a position.
    fn after_invisible(&self, position: ByteOffset) -> ByteOffset {
        let rest = self.as_str().get(position.index()..).unwrap_or_default();
        ByteOffset::from_index(position.index() + rest.len() - rest.trim_start_matches(may_be_ignored).len())
    }

    /// The matches of a query, in order and without overlaps; at most `most`.
    pub fn find(&self, query: &Query, most: usize) -> Vec<TextRange> {
        let (mut finder, mut found) = (Finder::new(query.clone()), Vec::new());
        while finder.step(self, most, &mut found) {}
        found
    }

    /// A match, with the invisible characters after it if they belong to its last character: a joiner that ends the words that are
    /// searched for joins nothing there, but may do so in the text.
    pub(super) fn with_joiner(&self, range: TextRange) -> TextRange {
        let end = range.end();
        if !self.as_str().is_char_boundary(end.index()) || self.is_grapheme_boundary(end) {
            return range;
        }
        TextRange::new(range.start(), self.after_invisible(end))
    }

    /// Whether a match meets the options of the query.
    pub(super) fn is_accepted(&self, query: &Query, range: TextRange) -> bool {
        let is_edge = |at: ByteOffset| self.as_str().is_char_boundary(at.index()) && self.is_grapheme_boundary(at);
        if !query.whole {
            return is_edge(range.start()) && is_edge(range.end());
        }
        let rest = self.as_str().get(range.end().index()..).unwrap_or_default();
        let has = |ending: &str| {
            let after = rest.strip_prefix(ending).and_then(|rest| rest.chars().next());
            rest.starts_with(ending) && !after.is_some_and(char::is_alphanumeric)
        };
        let has_possessive = ["’s", "'s", "’S", "'S"].into_iter().any(has);
        let has_ending = has_possessive || has("s") || has("es");
        // A query that ends in punctuation, such as "5%", does not end inside a word.
        let cuts_end = self.continues_word(range.end());
        !self.cuts_word(range.start()) && if has_ending { query.endings && is_edge(range.end()) } else { !cuts_end }
    }

    /// Whether a position lies inside a word or inside a grapheme cluster.
    pub fn cuts_word(&self, position: ByteOffset) -> bool {
        let bytes = self.as_str().as_bytes();
        let before = position.index().checked_sub(1).and_then(|at| bytes.get(at));
        match (before, bytes.get(position.index())) {
            (None, _) | (_, None) => false,
            // In most cases, the two characters around the position are enough to decide.
            (Some(before), Some(after)) if before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric() => true,
            (Some(b' '), Some(after)) if after.is_ascii() => false,
            (Some(before), Some(b' ')) if before.is_ascii() => false,
            _ => {
                !self.as_str().is_char_boundary(position.index())
                    || !self.is_grapheme_boundary(position)
                    || self.is_inside_word(position)
            }
        }
    }
}

/// The position after the last of some characters, if a text goes on with them; `at` if there are none.
fn position_after(
    text: impl Iterator<Item = (usize, char)>,
    mut wanted: impl Iterator<Item = char>,
    at: usize,
) -> Option<usize> {
    let (mut at, mut next) = (at, wanted.next());
    for (position, character) in text {
        match next {
            None => return Some(at),
            Some(expected) if expected == character => (at, next) = (position, wanted.next()),
            Some(_) if may_be_ignored(character) => {}
            Some(_) => return None,
        }
    }
    next.is_none().then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, words: &str) -> Vec<u32> {
        Text::new(text).find_words(words).map(|range| range.start().0).collect()
    }

    fn quotes(text: &str, query: &Query) -> Vec<String> {
        let text = Text::new(text);
        let ranges = text.find(query, usize::MAX);
        assert!(ranges.iter().all(|&range| text.check(range).is_ok()));
        ranges.into_iter().map(|range| format!("{}@{}", text.slice(range), range.start().0)).collect()
    }

    fn loose(text: &str) -> Query {
        Query { text: text.to_owned(), ..Query::default() }
    }

    #[test]
    fn a_joiner_at_the_end_of_the_words_may_join_in_the_text() {
        assert_eq!(quotes("👍🏽\u{200d}ש", &loose("👍🏽\u{200d}")), ["👍🏽\u{200d}@0"]);
        assert_eq!(quotes("क्\u{200d}ष", &loose("ष")), Vec::<String>::new(), "never a part of a character");
    }

    #[test]
    fn only_whole_words_match() {
        assert_eq!(found("Johnson’s letter; Johnsons; Boris Johnson.", "Johnson"), [0, 36]);
        assert_eq!(found("31 dead, 310 saved, 31", "31"), [0, 20]);
        assert_eq!(found("Broekers-Knol", "Knol"), Vec::<u32>::new());
        assert_eq!(found("e\u{301}e", "e"), Vec::<u32>::new(), "never a part of a character");
        assert_eq!(found("any", ""), Vec::<u32>::new());
    }

    #[test]
    fn names_of_several_words_are_found() {
        assert_eq!(found("Priti Patel and Priti Patel", "Priti Patel"), [0, 16]);
        assert_eq!(found("xa a a", "a a"), [3], "also if it overlaps a text that does not match");
    }

    #[test]
    fn endings_are_optional_and_not_part_of_the_match() {
        let text = "Patel, Patel’s, Patel's, Patels, Patelson, Patel’sche";
        let with = Query::words("Patel");
        assert_eq!(quotes(text, &with), ["Patel@0", "Patel@7", "Patel@18", "Patel@27"]);
        let without = Query { endings: false, ..with };
        assert_eq!(quotes(text, &without), ["Patel@0"]);
    }

    #[test]
    fn case_and_quotation_marks_matter_only_if_case_sensitive() {
        assert_eq!(quotes("The UK, the uk", &loose("THE Uk")), ["The UK@0", "the uk@8"]);
        assert_eq!(quotes("Johnson’s “not serious”", &loose("n's \"N")), ["n’s “n@6"]);
        assert_eq!(quotes("The UK", &Query { case: true, ..loose("the") }), Vec::<String>::new());
    }

    #[test]
    fn folding_handles_characters_that_change_their_length() {
        // In lower case the first letter is three bytes long instead of two, and two characters.
        let text = "İİstanbul, ISTANBUL; ΣΊΣΥΦΟΣ σίσυφος ẞß";
        assert_eq!(quotes(text, &loose("stanbul")), ["stanbul@4", "STANBUL@14"]);
        assert_eq!(quotes(text, &loose("i\u{307}st")), ["İst@2"]);
        assert_eq!(
            quotes(text, &loose("i")),
            Vec::<String>::new().into_iter().chain(["I@13".into()]).collect::<Vec<_>>()
        );
        assert_eq!(quotes(text, &loose("ΣΊΣΥΦΟΣ")).len(), 2);
        assert_eq!(quotes(text, &loose("ß")).len(), 2);
    }

    #[test]
    fn invisible_characters_are_ignored() {
        let text = "\u{200e}Patel\u{200f}, Pa\u{ad}tel, Patel\u{2060}’s";
        let matches = ["Patel@3", "Pa\u{ad}tel@13", "Patel@22"];
        assert_eq!(quotes(text, &Query::words("Patel")), matches);
        assert_eq!(quotes(text, &loose("PATEL")), matches);
        assert_eq!(quotes("Patel, Pa\u{ad}tel", &Query::words("\u{feff}Pa\u{ad}tel")), ["Patel@0", "Pa\u{ad}tel@7"]);
        assert_eq!(quotes("I ❤\u{fe0f} it", &loose("❤")), ["❤\u{fe0f}@2"], "a selector belongs to its character");
        let marked = "\u{202b}Patel\u{202c} \u{2067}Pa\u{200b}tel\u{2069}, Patel\u{200d} \u{200c}Patel\u{180e}";
        assert_eq!(
            quotes(marked, &Query::words("Patel")),
            ["Patel@3", "Pa\u{200b}tel@15", "Patel\u{200d}@28", "Patel@40"]
        );
        assert_eq!(found(text, "Patel"), [3, 13, 22]);
        assert_eq!(quotes(text, &loose("\u{200e}")), Vec::<String>::new());
    }

    #[test]
    fn graphemes_are_never_cut() {
        let text = "👩‍👩‍👧 e\u{301} 👩 e";
        assert_eq!(quotes(text, &loose("👩")), ["👩@23"]);
        assert_eq!(quotes(text, &loose("E")), ["e@28"]);
    }

    #[test]
    fn a_long_text_full_of_matches_is_searched_in_one_pass() {
        let text = Text::new("ab ".repeat(300_000));
        assert_eq!(text.find(&Query { whole: true, ..loose("AB") }, usize::MAX).len(), 300_000);
        assert_eq!(text.find(&loose(&"ab ".repeat(1_000)), usize::MAX).len(), 300);
        assert_eq!(text.find(&loose("b"), 10).len(), 10);
    }
}
