//! Tokens and sentences of a whole text, for formats that have a line for each token.

use unicode_segmentation::UnicodeSegmentation;

use super::{ByteOffset, Text, TextRange};

/// How much of a line is searched for sentences at once, in bytes; only lines of many pages are longer.
const SENTENCE_WINDOW: usize = 16_384;

impl Text {
    /// The tokens of the text, in order: the words, as a double-click selects them, and each other grapheme cluster without spaces.
    pub fn tokens(&self) -> Vec<TextRange> {
        self.chunks().into_iter().flat_map(|chunk| self.tokens_of(chunk)).collect()
    }

    /// The positions at which a sentence or a line begins, in order.
    pub fn sentence_and_line_starts(&self) -> Vec<ByteOffset> {
        let mut starts = Vec::new();
        let mut line_start = 0;
        for line in self.as_str().split_inclusive('\n') {
            let end = line_start + line.len();
            while line_start < end {
                let window_end = self.floor_char(ByteOffset::from_index(end.min(line_start + SENTENCE_WINDOW)));
                let window = &self.as_str()[line_start..window_end];
                let found = window.split_sentence_bound_indices().map(|(at, _)| line_start + at);
                starts.extend(found.map(|at| self.floor_grapheme(ByteOffset::from_index(at))));
                line_start = window_end;
            }
        }
        starts.dedup();
        starts
    }

    /// The longest ranges of grapheme clusters without spaces.
    pub fn chunks(&self) -> Vec<TextRange> {
        let mut chunks: Vec<TextRange> = Vec::new();
        let mut is_open = false;
        for (at, cluster) in self.as_str().grapheme_indices(true) {
            let is_space = cluster.chars().any(char::is_whitespace);
            let end = ByteOffset::from_index(at + cluster.len());
            match chunks.last_mut() {
                _ if is_space => {}
                Some(last) if is_open => *last = TextRange::new(last.start(), end),
                _ => chunks.push(TextRange::new(ByteOffset::from_index(at), end)),
            }
            is_open = !is_space;
        }
        chunks
    }

    /// The words of a range without spaces, and each grapheme cluster between them.
    fn tokens_of(&self, chunk: TextRange) -> Vec<TextRange> {
        let mut tokens = Vec::new();
        let mut end = chunk.start();
        let add_clusters = |from: ByteOffset, to: ByteOffset, tokens: &mut Vec<TextRange>| {
            let between = self.slice(TextRange::new(from, to)).grapheme_indices(true);
            tokens.extend(between.map(|(at, cluster)| {
                let start = from.index() + at;
                TextRange::from_indices(start, start + cluster.len())
            }));
        };
        for word in self.words_in(chunk) {
            add_clusters(end, word.start(), &mut tokens);
            tokens.push(word);
            end = word.end();
        }
        add_clusters(end, chunk.end(), &mut tokens);
        tokens
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<String> {
        let text = Text::new(text);
        text.tokens().into_iter().map(|token| text.slice(token).to_owned()).collect()
    }

    #[test]
    fn words_and_punctuation_are_tokens() {
        assert_eq!(
            tokens("Ana Broekers-Knol’s (9.30) “deal”…\n\n👩‍🚀 e\u{301}lan!?"),
            ["Ana", "Broekers-Knol", "’s", "(", "9.30", ")", "“", "deal", "”", "…", "👩‍🚀", "e\u{301}lan", "!", "?"]
        );
        assert_eq!(tokens("-DOCSTART- a\u{a0}b\u{2028}c\u{200b}"), ["-", "DOCSTART", "-", "a", "b", "c", "\u{200b}"]);
    }

    #[test]
    fn a_space_with_a_mark_is_no_token() {
        assert_eq!(tokens("a \u{301}b \u{600} c"), ["a", "b", "c"]);
    }

    #[test]
    fn tokens_are_whole_clusters_and_cover_all_but_spaces() {
        for text in ["漢字かな 한국", "ไทยภาษา 5!", "🇬🇧🇩🇪🇫", "क्षि-क्षि's", "\u{301}\u{200d}x", "a-\n-b"]
        {
            let value = Text::new(text);
            let found = value.tokens();
            assert!(found.iter().all(|token| value.check(*token).is_ok()), "{text:?}");
            assert!(found.windows(2).all(|pair| pair[0].end() <= pair[1].start()), "{text:?}");
            assert_eq!(tokens(text).concat(), text.split_whitespace().collect::<String>());
        }
    }

    #[test]
    fn sentences_and_lines_begin() {
        let text = Text::new("One. Two!\nThree\n\nFour. 5.5 six");
        let starts: Vec<u32> = text.sentence_and_line_starts().into_iter().map(|at| at.0).collect();
        assert_eq!(starts, [0, 5, 10, 16, 17, 23]);
        let long = Text::new("word ".repeat(10_000));
        assert!(long.sentence_and_line_starts().len() <= 5);
    }
}
