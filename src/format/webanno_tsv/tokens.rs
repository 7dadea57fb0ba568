//! Divides a text into sentences and tokens. Together, the sentences are the text from the first token on: a reader puts them together
//! without a change. Readers fill what is before the first token with blanks, so any other characters there belong to it.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{ByteOffset, Text, TextRange};

/// A sentence: from its first token to the first one of the next sentence, or to the end of the text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Sentence {
    pub(super) range: TextRange,
    pub(super) tokens: Vec<TextRange>,
}

/// The sentences of a text; none if it is empty. Every character that is not a space is in a token.
pub(super) fn sentences(text: &Text) -> Vec<Sentence> {
    let mut starts = text.as_str().split_sentence_bound_indices().map(|(at, _)| at as u32).peekable();
    let mut sentences: Vec<Sentence> = Vec::new();
    for token in tokens_from_start(text) {
        let mut is_first = sentences.is_empty();
        while starts.next_if(|start| *start < token.end().0).is_some() {
            is_first = true;
        }
        match sentences.last_mut() {
            Some(last) if !is_first => last.tokens.push(token),
            last => {
                if let Some(last) = last {
                    last.range = TextRange::new(last.range.start(), token.start());
                }
                sentences.push(Sentence { range: TextRange::new(token.start(), text.end()), tokens: vec![token] });
            }
        }
    }
    sentences
}

/// The tokens; the first one begins at the start of the text if not only blanks are before it.
fn tokens_from_start(text: &Text) -> Vec<TextRange> {
    let mut all: Vec<TextRange> = tokens(text).collect();
    let start = all.first().map_or(text.end(), |first| first.start());
    if text.slice(TextRange::new(ByteOffset(0), start)).chars().any(|before| before != ' ') || all.is_empty() {
        let end = all.first().map_or(text.end(), |first| first.end());
        all.splice(..all.len().min(1), [TextRange::new(ByteOffset(0), end)]);
    }
    all.retain(|token| !token.is_empty());
    all
}

/// Words and punctuation, by the word boundaries of Unicode (UAX #29). A token contains whole grapheme clusters, such as a space with a
/// combining mark.
fn tokens(text: &Text) -> impl Iterator<Item = TextRange> {
    let mut last = ByteOffset(0);
    text.as_str().split_word_bound_indices().filter_map(move |(at, piece)| {
        let start = at + (piece.len() - piece.trim_start().len());
        let start = text.floor_grapheme(ByteOffset(start as u32)).max(last);
        let end = text.ceil_grapheme(ByteOffset((at + piece.len()) as u32));
        if piece.trim().is_empty() || end <= start {
            return None;
        }
        last = end;
        Some(TextRange::new(start, end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<(String, Vec<String>)> {
        let text = Text::new(text);
        let slice = |range: TextRange| text.slice(range).to_owned();
        let each = sentences(&text).into_iter();
        each.map(|one| (slice(one.range), one.tokens.into_iter().map(slice).collect())).collect()
    }

    #[test]
    fn sentences_are_the_text_from_the_first_token_on() {
        let expected = |all: &[(&str, &[&str])]| -> Vec<(String, Vec<String>)> {
            all.iter()
                .map(|(text, tokens)| ((*text).to_owned(), tokens.iter().map(|one| (*one).to_owned()).collect()))
                .collect()
        };
        assert_eq!(
            of("  Bob’s here. Ann\n\tleft.\n"),
            expected(&[("Bob’s here. ", &["Bob’s", "here", "."]), ("Ann\n\t", &["Ann"]), ("left.\n", &["left", "."])])
        );
        assert_eq!(of("a \u{301}b\t\u{301}"), expected(&[("a \u{301}b\t\u{301}", &["a", " \u{301}", "b", "\u{301}"])]));
        assert_eq!(of(""), expected(&[]));
        assert_eq!(of(" \n"), expected(&[(" \n", &[" \n"])]));
        assert_eq!(of("\n a b"), expected(&[("\n a b", &["\n a", "b"])]));
        assert_eq!(of("👩‍👩‍👧 met"), expected(&[("👩‍👩‍👧 met", &["👩‍👩‍👧", "met"])]));
    }
}
