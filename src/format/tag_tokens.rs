//! Tokens such that each tag consists of whole ones, for formats that have tags and tokens.

use unicode_segmentation::UnicodeSegmentation as _;

use crate::order;
use crate::text::{ByteOffset, Text, TextRange};

/// A token, and whether a space follows that is part of no token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) range: TextRange,
    pub(super) has_space: bool,
}

/// Whether Python takes a character for white space: spaCy and Prodigy split texts so.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

/// The tokens of a text: as spaCy rebuilds them from their words, a space after a word is part of no token, and other white space is one. Words
/// are split where a range begins or ends, and a space is a token if a range begins or ends with it.
pub(super) fn tokens(text: &Text, ranges: &[TextRange]) -> Vec<Token> {
    let mut starts: Vec<usize> = ranges.iter().map(|range| range.start().index()).collect();
    let mut ends: Vec<usize> = ranges.iter().map(|range| range.end().index()).collect();
    order::sort(&mut starts);
    order::sort(&mut ends);
    let mut tokenizer = Tokenizer { text: text.as_str(), starts, ends, tokens: Vec::new() };
    let mut at = 0;
    while let Some(first) = tokenizer.text.get(at..).and_then(|rest| rest.chars().next()) {
        let is_gap = is_space(first);
        let rest = &tokenizer.text[at..];
        let end = rest.find(|c| is_space(c) != is_gap).map_or(tokenizer.text.len(), |length| at + length);
        if is_gap {
            tokenizer.add_gap(at, end);
        } else {
            tokenizer.add_words(at, end);
        }
        at = end;
    }
    tokenizer.tokens
}

struct Tokenizer<'a> {
    text: &'a str,
    /// Where ranges begin, and where they end, sorted.
    starts: Vec<usize>,
    ends: Vec<usize>,
    tokens: Vec<Token>,
}

impl Tokenizer<'_> {
    fn add_gap(&mut self, start: usize, end: usize) {
        let is_plain = self.text[start..].starts_with(' ');
        let is_tagged = self.starts.binary_search(&start).is_ok() || self.ends.binary_search(&(start + 1)).is_ok();
        let start = match self.tokens.last_mut() {
            Some(last) if is_plain && !is_tagged => {
                last.has_space = true;
                start + 1
            }
            _ => start,
        };
        self.add(start, end);
    }

    fn add_words(&mut self, start: usize, end: usize) {
        let text = self.text;
        for (at, word) in text[start..end].split_word_bound_indices() {
            self.add(start + at, start + at + word.len());
        }
    }

    /// Adds what is between two positions, split where ranges begin or end.
    fn add(&mut self, mut start: usize, end: usize) {
        while start < end {
            let next = |all: &[usize]| all.get(all.partition_point(|&at| at <= start)).map_or(end, |&at| at.min(end));
            let cut = next(&self.starts).min(next(&self.ends));
            let range = TextRange::new(ByteOffset(start as u32), ByteOffset(cut as u32));
            self.tokens.push(Token { range, has_space: false });
            start = cut;
        }
    }
}

/// The indices of the first and the last token of a range; `None` if it does not consist of whole tokens.
pub(super) fn tokens_of(tokens: &[Token], range: TextRange) -> Option<(u32, u32)> {
    let first = tokens.binary_search_by_key(&range.start(), |token| token.range.start()).ok()?;
    let last = tokens.binary_search_by_key(&range.end(), |token| token.range.end()).ok()?;
    (first <= last).then_some((first as u32, last as u32))
}

/// A range without the spaces at its ends; `None` if there is nothing else. What is written together with a space, such as an accent on
/// it, goes with it, because a range never splits a grapheme cluster.
pub(super) fn without_outer_spaces(text: &Text, range: TextRange) -> Option<TextRange> {
    let (mut start, mut end) = (range.start(), range.end());
    let slice = |start, end| if start < end { text.slice(TextRange::new(start, end)) } else { "" };
    while slice(start, end).starts_with(is_space) {
        start = text.next_grapheme(start);
    }
    while slice(start, end).ends_with(is_space) {
        end = text.previous_grapheme(end);
    }
    (start < end).then(|| TextRange::new(start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(start: u32, end: u32) -> TextRange {
        TextRange::new(ByteOffset(start), ByteOffset(end))
    }

    /// The tokens, with `_` for a space that follows.
    fn split(text: &str, ranges: &[TextRange]) -> Vec<String> {
        let text = Text::new(text);
        let token = |token: &Token| text.slice(token.range).to_owned() + if token.has_space { "_" } else { "" };
        tokens(&text, ranges).iter().map(token).collect()
    }

    #[test]
    fn a_space_after_a_word_is_part_of_no_token() {
        assert_eq!(split("Bob met  Ann.\n", &[]), ["Bob_", "met_", " ", "Ann", ".", "\n"]);
        assert_eq!(split("  a\n b ", &[]), ["  ", "a", "\n ", "b_"]);
        assert_eq!(split("", &[]), [""; 0]);
        assert_eq!(split("a\u{1f}b\u{a0} c", &[]), ["a", "\u{1f}", "b", "\u{a0} ", "c"]);
    }

    #[test]
    fn ranges_consist_of_whole_tokens() {
        assert_eq!(split("unhappy man", &[range(2, 7)]), ["un", "happy_", "man"]);
        // A range that begins with a space, one that ends with it, and one that is one.
        assert_eq!(split("a b c", &[range(1, 3)]), ["a", " ", "b_", "c"]);
        assert_eq!(split("a b c", &[range(0, 2)]), ["a", " ", "b_", "c"]);
        assert_eq!(split("a   c", &[range(2, 3)]), ["a_", " ", " ", "c"]);
        let text = Text::new("a   c");
        assert_eq!(tokens_of(&tokens(&text, &[range(2, 3)]), range(2, 3)), Some((1, 1)));
        assert_eq!(tokens_of(&tokens(&text, &[]), range(0, 3)), None);
    }

    #[test]
    fn outer_spaces_are_left_out() {
        let text = Text::new("a \n b\u{a0} ");
        assert_eq!(without_outer_spaces(&text, range(1, 8)), Some(range(4, 5)));
        assert_eq!(without_outer_spaces(&text, range(1, 4)), None);
        let with_accent = Text::new("a \u{301}b");
        assert_eq!(without_outer_spaces(&with_accent, range(1, 5)), Some(range(4, 5)));
        assert_eq!(without_outer_spaces(&with_accent, range(1, 4)), None);
    }
}
