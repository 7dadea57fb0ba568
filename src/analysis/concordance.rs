//! Concordance lines: the context of a range on one line.

use crate::text::{Text, TextRange};

/// The maximum length of the context on either side, in code points.
const CONTEXT: usize = 40;

/// The text before and after a range, on one line: at most [`CONTEXT`] code points each, without partial words.
pub fn in_context(text: &Text, range: TextRange) -> (String, String) {
    let before = text.slice(TextRange::new(text.full_range().start(), range.start()));
    let after = text.slice(TextRange::new(range.end(), text.end()));
    let from = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(at, _)| at);
    let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    let (mut left, mut right) = (&before[from..], &after[..to]);
    // A partial word is left out; a text without spaces is cut anywhere.
    if from > 0 && !before[..from].ends_with(char::is_whitespace) {
        left = left.find(char::is_whitespace).map_or(left, |at| &left[at..]);
    }
    if !after[to..].starts_with(char::is_whitespace) && to < after.len() {
        right = right.rfind(char::is_whitespace).map_or(right, |at| &right[..at]);
    }
    (one_line(left), one_line(right))
}

/// Replaces each run of white space by one space.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_whitespace() {
            line.push(c);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(text: &str, words: &str) -> (String, String) {
        let text = Text::new(text);
        let range = text.find_words(words).next().unwrap_or_else(|| text.full_range());
        in_context(&text, range)
    }

    #[test]
    fn context_has_complete_words_on_one_line() {
        let text = "Nobody had expected it.\n\nBut then, on Sunday night, Ms Patel said that the talks would go on without herself, whatever came.";
        let (left, right) = around(text, "Patel");
        assert_eq!(left, " it. But then, on Sunday night, Ms ");
        assert_eq!(right, " said that the talks would go on without");
    }

    #[test]
    fn a_short_text_is_complete_and_a_text_without_spaces_is_cut() {
        assert_eq!(around("Ms Patel left", "Patel"), ("Ms ".to_owned(), " left".to_owned()));
        let (left, right) = in_context(&Text::new("é".repeat(100)), TextRange::from_indices(100, 102));
        assert_eq!((left.chars().count(), right.chars().count()), (CONTEXT, CONTEXT));
    }
}
