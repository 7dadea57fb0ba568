//! Characters that cannot be seen and are no part of a word for its readers: direction marks and controls, zero-width spaces, word
//! joiners, soft hyphens, byte order marks and variation selectors. Texts keep them; selections do not begin or end with them, and
//! search ignores them. The joiners U+200C and U+200D belong to the words that they are in, but not to their ends.

use std::borrow::Cow;

/// Whether a character cannot be seen.
pub(super) fn is_invisible(character: char) -> bool {
    is_variation_selector(character)
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}')
}

/// Whether a character is left out at the ends of a selection: a space, or one that cannot be seen there.
pub(super) fn is_outer(character: char) -> bool {
    character.is_whitespace() || may_be_ignored(character)
}

/// Whether a character is one that search may ignore, depending on its neighbours.
pub(super) fn may_be_ignored(character: char) -> bool {
    is_invisible(character) || is_joiner(character)
}

fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}')
}

fn is_variation_selector(character: char) -> bool {
    matches!(character, '\u{180b}'..='\u{180d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Which characters of a text are to be ignored, asked in their order.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ignoring {
    /// The last character that is never ignored.
    before: Option<char>,
}

impl Ignoring {
    /// Whether a character of the text is to be ignored: it cannot be seen, or is a joiner that has nothing to join. `rest` is the
    /// text after it.
    pub(super) fn ignores(&mut self, character: char, rest: &str) -> bool {
        let is_ignored = match is_joiner(character) {
            true => !self.before.is_some_and(joins) || !rest.chars().next().is_some_and(joins),
            false => is_invisible(character),
        };
        if !may_be_ignored(character) {
            self.before = Some(character);
        }
        is_ignored
    }
}

/// The characters of a text with their positions in bytes, each with whether it is to be ignored.
fn with_ignored(text: &str) -> impl Iterator<Item = (usize, char, bool)> {
    let mut ignoring = Ignoring::default();
    text.char_indices()
        .map(move |(at, character)| (at, character, ignoring.ignores(character, &text[at + character.len_utf8()..])))
}

/// Whether a joiner beside this character has an effect.
fn joins(character: char) -> bool {
    !character.is_whitespace() && !character.is_ascii_punctuation() && !may_be_ignored(character)
}

/// Whether a text has characters that search may ignore.
pub fn has_ignored(text: &str) -> bool {
    text.contains(may_be_ignored)
}

/// A text without its invisible characters.
pub fn without_invisible(text: &str) -> Cow<'_, str> {
    match text.contains(may_be_ignored) {
        true => with_ignored(text).filter(|(.., is_ignored)| !is_ignored).map(|(_, character, _)| character).collect(),
        false => Cow::Borrowed(text),
    }
}

/// A text without its invisible characters, as people see it: variation selectors that belong to a character stay.
pub fn visible_text(text: &str) -> Cow<'_, str> {
    if !text.contains(may_be_ignored) {
        return Cow::Borrowed(text);
    }
    let mut follows_visible = false;
    let is_kept = |&(_, character, is_ignored): &(usize, char, bool)| {
        let is_kept = !is_ignored || is_variation_selector(character) && follows_visible;
        follows_visible = is_kept && !character.is_whitespace();
        is_kept
    };
    with_ignored(text).filter(is_kept).map(|(_, character, _)| character).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joiners_are_ignored_only_where_they_join_nothing() {
        for (text, expected) in [
            ("Patel\u{200d} met", "Patel met"),
            ("\u{200c}Patel\u{200c}", "Patel"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("👩\u{200d}👧", "👩\u{200d}👧"),
            ("\u{202b}Pa\u{200b}tel\u{202c} \u{2067}\u{206a}x\u{180e}", "Patel x"),
        ] {
            assert_eq!(without_invisible(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_variation_selector_stays_where_it_changes_a_character() {
        assert_eq!(visible_text("Pa\u{ad}tel\u{200f}"), "Patel");
        assert_eq!(visible_text("\u{fe0f}❤\u{fe0f} \u{fe0f}"), "❤\u{fe0f} ");
        assert_eq!(visible_text("邊\u{e0100}\u{200e}"), "邊\u{e0100}");
    }
}
