//! Finding words in a text.

use super::{ByteOffset, Text, TextRange};

impl Text {
    /// Where these very words stand, as whole words, in order; none of them overlaps another.
    pub fn find_words<'a>(&'a self, words: &'a str) -> impl Iterator<Item = TextRange> + 'a {
        let found = self.as_str().match_indices(words).filter(|_| !words.is_empty());
        let ranges = found.map(|(at, words)| TextRange::from_indices(at, at + words.len()));
        ranges.filter(|&range| !self.cuts_word(range.start()) && !self.cuts_word(range.end()))
    }

    /// Whether a position lies inside a word, or inside what a reader sees as one character.
    fn cuts_word(&self, position: ByteOffset) -> bool {
        !self.is_grapheme_boundary(position)
            || self.word_at(position).is_some_and(|word| word.start() < position && position < word.end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, words: &str) -> Vec<u32> {
        Text::new(text).find_words(words).map(|range| range.start().0).collect()
    }

    #[test]
    fn only_whole_words_are_found() {
        assert_eq!(found("Johnson’s letter; Johnsons; Boris Johnson.", "Johnson"), [0, 36]);
        assert_eq!(found("31 dead, 310 saved, 31", "31"), [0, 20]);
        assert_eq!(found("Broekers-Knol", "Knol"), Vec::<u32>::new());
        assert_eq!(found("e\u{301}e", "e"), Vec::<u32>::new(), "never a part of a character");
        assert_eq!(found("any", ""), Vec::<u32>::new());
    }

    #[test]
    fn names_of_several_words_are_found() {
        assert_eq!(found("Priti Patel and Priti Patel", "Priti Patel"), [0, 16]);
    }
}
