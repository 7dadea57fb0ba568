//! The text before and after a range, by which the range can be recognised.

use crate::text::{Text, TextRange};

/// The maximum length of the context on either side of a range, in code points.
pub const CONTEXT: usize = 32;

/// The text before and after a range: up to [`CONTEXT`] code points each, fewer at an end of the text.
pub fn context(text: &Text, range: TextRange) -> (&str, &str) {
    let before = text.slice(TextRange::new(text.full_range().start(), range.start()));
    let after = text.slice(TextRange::new(range.end(), text.end()));
    let cut = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(at, _)| at);
    let end = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    (&before[cut..], &after[..end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::ByteOffset;

    #[test]
    fn context_is_counted_in_code_points() {
        let text = Text::new(format!("{}X{}", "é".repeat(40), "😀".repeat(40)));
        let (before, after) = context(&text, TextRange::new(ByteOffset(80), ByteOffset(81)));
        assert_eq!((before, after), ("é".repeat(32).as_str(), "😀".repeat(32).as_str()));
    }

    #[test]
    fn there_is_less_at_the_ends() {
        let text = Text::new("one two");
        assert_eq!(context(&text, TextRange::new(ByteOffset(0), ByteOffset(3))), ("", " two"));
        assert_eq!(context(&text, text.full_range()), ("", ""));
    }
}
