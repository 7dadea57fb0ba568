//! Characters that cannot be seen and are no part of a word for its readers: direction marks, word joiners, soft hyphens, byte order
//! marks and variation selectors. Texts keep them; selections do not begin or end with them, and search ignores them.

use std::borrow::Cow;

/// Whether a character cannot be seen.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// A text without its invisible characters.
pub fn without_invisible(text: &str) -> Cow<'_, str> {
    match text.contains(is_invisible) {
        true => Cow::Owned(text.chars().filter(|&character| !is_invisible(character)).collect()),
        false => Cow::Borrowed(text),
    }
}
