//! Prepares texts of the user for use inside sentences: isolates their writing direction, and shortens them.

use std::borrow::Cow;

/// First strong isolate (FSI) and pop directional isolate (PDI).
const BEGIN: char = '\u{2068}';
const END: char = '\u{2069}';

/// A text with its writing direction isolated, so that it can be inserted into a sentence. Texts with right-to-left
/// letters or directional characters are put between isolates, and unbalanced isolates in them are balanced. Other
/// texts are unchanged.
pub fn isolated(text: &str) -> Cow<'_, str> {
    if !text.chars().any(affects_direction) {
        return text.into();
    }
    let (mut open, mut unopened) = (0, 0);
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => open += 1,
            END if open > 0 => open -= 1,
            END => unopened += 1,
            _ => {}
        }
    }
    let mut out = String::new();
    // The end of an isolate also ends the embeddings and overrides in it, so only isolates are counted.
    (0..=unopened).for_each(|_| out.push(BEGIN));
    out.push_str(text);
    (0..=open).for_each(|_| out.push(END));
    out.into()
}

/// The text, truncated with an ellipsis if it has more than `most` characters.
pub fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text.to_owned(),
    }
}

/// Whether a character is written from right to left, or changes the direction of others.
fn affects_direction(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
        | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The nesting depth of isolates at the end of a text, and the minimum depth within it.
    fn depth(text: &str) -> (i32, i32) {
        text.chars().fold((0, 0), |(now, least), c| {
            let now = now + i32::from(matches!(c, '\u{2066}'..='\u{2068}')) - i32::from(c == END);
            (now, least.min(now))
        })
    }

    #[test]
    fn a_left_to_right_text_is_unchanged() {
        for text in ["", "Boris Johnson", "é 😀 東京 \u{feff}", "a\u{301}"] {
            assert!(matches!(isolated(text), Cow::Borrowed(same) if same == text), "{text:?}");
        }
    }

    #[test]
    fn isolates_are_balanced() {
        for text in [
            "עברית",
            "\u{202e}gnp.exe",
            "a\u{2067}b\u{2067}",
            "\u{2069}\u{2069}\u{202e}x",
            "\u{2069}\u{2066}",
            "\u{200f}",
        ] {
            let wrapped = isolated(text);
            assert!(wrapped.contains(text) && wrapped.starts_with(BEGIN) && wrapped.ends_with(END), "{text:?}");
            assert_eq!(depth(&wrapped), (0, 0), "{text:?}");
            // The isolate never ends between its first and last character.
            let inner: String = wrapped.chars().skip(1).take(wrapped.chars().count() - 2).collect();
            assert!(depth(&inner).1 >= 0, "{text:?}");
        }
    }
}
