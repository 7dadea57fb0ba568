//! Snaps a selection to whole words, without outer spaces and trailing punctuation.

use unicode_segmentation::UnicodeSegmentation;

use super::invisible::is_outer;
use super::{ByteOffset, Text, TextRange};

/// How a selection is snapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Snap {
    /// To whole words.
    Words,
    /// To grapheme clusters only (with Alt).
    Exact,
}

const BRACKETS: [(char, char); 8] =
    [('(', ')'), ('[', ']'), ('{', '}'), ('“', '”'), ('‘', '’'), ('«', '»'), ('„', '“'), ('"', '"')];

/// The snapped range of a selection; `None` if only spaces are selected, or, unless exact characters are wanted, only spaces and
/// invisible characters.
pub fn snap(text: &Text, selected: TextRange, how: Snap) -> Option<TextRange> {
    let start = text.floor_grapheme(selected.start());
    let end = text.ceil_grapheme(selected.end());
    let exact = TextRange::new(start, end);
    let is_blank = match how {
        Snap::Words => text.slice(exact).chars().all(is_outer),
        Snap::Exact => text.slice(exact).trim().is_empty(),
    };
    if is_blank {
        return None;
    }
    if how == Snap::Exact {
        return Some(exact);
    }
    let trimmed = trim(text, extend_to_words(text, exact));
    if text.slice(trimmed).chars().any(char::is_alphanumeric) { Some(trimmed) } else { Some(trim_spaces(text, exact)) }
}

/// Where the start of a range snaps to: to the start of the word at a position, or past the spaces and invisible characters there.
pub fn snap_start(text: &Text, position: ByteOffset) -> ByteOffset {
    let position = text.floor_grapheme(position);
    match text.word_at(position).map(|word| trim_spaces(text, word)) {
        Some(word) if position < word.end() => word.start(),
        _ => past_outer(text, position),
    }
}

/// Where the end of a range snaps to: to the end of the word at a position, or before the spaces and invisible characters there.
pub fn snap_end(text: &Text, position: ByteOffset) -> ByteOffset {
    let position = text.ceil_grapheme(position);
    match text.word_at(position).map(|word| trim_spaces(text, word)) {
        Some(word) if word.start() < position => word.end(),
        _ => before_outer(text, position),
    }
}

/// The first position at or after this one that no space or invisible character follows.
fn past_outer(text: &Text, position: ByteOffset) -> ByteOffset {
    let rest = text.slice(TextRange::new(position, text.end()));
    let outer = rest.graphemes(true).take_while(|cluster| cluster.chars().all(is_outer));
    text.floor_grapheme(ByteOffset::from_index(position.index() + outer.map(str::len).sum::<usize>()))
}

/// The last position at or before this one that no space or invisible character precedes.
pub fn before_outer(text: &Text, position: ByteOffset) -> ByteOffset {
    let before = text.slice(TextRange::new(ByteOffset(0), position));
    let outer = before.graphemes(true).rev().take_while(|cluster| cluster.chars().all(is_outer));
    text.ceil_grapheme(ByteOffset::from_index(position.index() - outer.map(str::len).sum::<usize>()))
}

/// Extends a range to the edges of the words at its ends.
fn extend_to_words(text: &Text, range: TextRange) -> TextRange {
    let start = text.word_at(range.start()).filter(|word| word.end() > range.start()).map(TextRange::start);
    let end = text.word_at(range.end()).map(TextRange::end);
    TextRange::new(
        start.unwrap_or(range.start()),
        // A word that only begins where the selection ends was not selected.
        end.filter(|_| cuts_word(text, range.end())).unwrap_or(range.end()),
    )
}

fn cuts_word(text: &Text, position: ByteOffset) -> bool {
    text.word_at(position).is_some_and(|word| word.start() < position && position < word.end())
}

fn trim(text: &Text, range: TextRange) -> TextRange {
    let mut range = trim_spaces(text, range);
    let mut brackets = Brackets::of(text.slice(range));
    loop {
        let slice = text.slice(range);
        let (Some(first), Some(last)) = (slice.chars().next(), slice.chars().next_back()) else { return range };
        let mut next = range;
        if is_trailing_punctuation(last) && !brackets.close_one_inside(last) {
            next = shrink_end(text, range, last);
        } else if brackets.open_without_close(first) {
            next = shrink_start(text, range, first);
        }
        next = trim_spaces(text, next);
        if next == range || next.is_empty() || !on_graphemes(text, next) {
            return range;
        }
        brackets.subtract(text.slice(TextRange::new(range.start(), next.start())));
        brackets.subtract(text.slice(TextRange::new(next.end(), range.end())));
        range = next;
    }
}

fn trim_spaces(text: &Text, range: TextRange) -> TextRange {
    let slice = text.slice(range);
    // Grapheme by grapheme: a combining mark after a space belongs to the space, and a variation selector to what it follows.
    let is_kept = |(_, cluster): &(usize, &str)| !cluster.chars().all(is_outer);
    let first = slice.grapheme_indices(true).find(is_kept);
    let last = slice.grapheme_indices(true).rev().find(is_kept);
    let (Some((left, _)), Some((at, cluster))) = (first, last) else { return range };
    let start = range.start().index();
    let trimmed = TextRange::from_indices(start + left, start + at + cluster.len());
    if on_graphemes(text, trimmed) { trimmed } else { range }
}

fn on_graphemes(text: &Text, range: TextRange) -> bool {
    text.is_grapheme_boundary(range.start()) && text.is_grapheme_boundary(range.end())
}

fn shrink_end(text: &Text, range: TextRange, last: char) -> TextRange {
    let end = range.end().index() - last.len_utf8();
    TextRange::new(range.start(), text.floor_grapheme(ByteOffset::from_index(end)))
}

fn shrink_start(text: &Text, range: TextRange, first: char) -> TextRange {
    let start = range.start().index() + first.len_utf8();
    TextRange::new(text.ceil_grapheme(ByteOffset::from_index(start)), range.end())
}

fn is_trailing_punctuation(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…' | '-' | '–' | '—' | '\'' | '،' | '؛' | '؟' | '。' | '、' | '，')
        || BRACKETS.iter().any(|&(open, close)| c == close || c == open)
}

/// The numbers of opening and closing brackets of each pair in a slice. They are updated while brackets are trimmed one
/// by one: counting again each time would take quadratic time.
struct Brackets([[usize; 2]; BRACKETS.len()]);

impl Brackets {
    fn of(slice: &str) -> Self {
        let mut brackets = Self(Default::default());
        brackets.each(slice, |count| *count += 1);
        brackets
    }

    /// Subtracts the brackets of a part that is trimmed.
    fn subtract(&mut self, part: &str) {
        self.each(part, |count| *count -= 1);
    }

    fn each(&mut self, slice: &str, change: fn(&mut usize)) {
        for c in slice.chars().filter(|c| !c.is_ascii_alphanumeric()) {
            for ((open, close), counts) in BRACKETS.iter().zip(&mut self.0) {
                if c == *open {
                    change(&mut counts[0]);
                }
                if c == *close {
                    change(&mut counts[1]);
                }
            }
        }
    }

    /// Whether the bracket at the end closes one in the slice; a straight quotation mark needs a second one.
    fn close_one_inside(&self, last: char) -> bool {
        BRACKETS.iter().zip(self.0).any(|(&(open, close), [opening, closing])| {
            close == last && if open == close { closing % 2 == 0 } else { opening >= closing }
        })
    }

    /// Whether the bracket at the beginning is not closed in the slice.
    fn open_without_close(&self, first: char) -> bool {
        let mut pairs = BRACKETS.iter().zip(self.0).filter(|((open, _), _)| *open == first).peekable();
        pairs.peek().is_some() && pairs.all(|((open, close), [_, closing])| closing == usize::from(open == close))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The selection is marked by `[` and `]`.
    fn check(marked: &str, how: Snap, expected: Option<&str>) {
        let (before, rest) = marked.split_once('[').expect("a start");
        let (inside, after) = rest.split_once(']').expect("an end");
        let text = Text::new(format!("{before}{inside}{after}"));
        let selected = TextRange::from_indices(before.len(), before.len() + inside.len());
        let snapped = snap(&text, selected, how).map(|range| text.slice(range).to_owned());
        assert_eq!(snapped.as_deref(), expected, "{marked}");
    }

    #[test]
    fn a_selection_is_extended_to_words_and_trimmed() {
        for (marked, expected) in [
            ("Inter[ior Minister Ger]ald Darmanin", "Interior Minister Gerald"),
            ("said [Priti Patel, ]who", "Priti Patel"),
            ("[Johnson]’s letter", "Johnson"),
            ("the[ EU ]brought", "EU"),
            ("drowned[ on Wednesday.]", "on Wednesday"),
            ("a “[not serious]” man", "not serious"),
            ("a [“not serious”] man", "“not serious”"),
            ("a [“not serious] man", "not serious"),
            ("a [\"common solutions\".]", "\"common solutions\""),
            ("for [£3,000] for", "£3,000"),
            ("Calais [(France),] as", "(France)"),
        ] {
            check(marked, Snap::Words, Some(expected));
        }
    }

    #[test]
    fn invisible_characters_at_the_ends_are_trimmed_like_spaces() {
        for mark in "\u{200b}\u{200e}\u{200f}\u{202a}\u{202e}\u{61c}\u{2060}\u{2064}\u{2066}\u{2069}\u{206a}\u{206f}\u{180e}\u{feff}\u{ad}".chars() {
            check(&format!("met [{mark} Patel{mark} {mark}]in"), Snap::Words, Some("Patel"));
            check(&format!("met [Patel {mark}, {mark}]in"), Snap::Words, Some("Patel"));
            check(&format!("met [{mark}Patel] in"), Snap::Exact, Some(&format!("{mark}Patel")));
        }
        check("a [\u{200e} \u{2060}]b", Snap::Words, None);
        check("met [\u{200d}Patel \u{200c}]in", Snap::Words, Some("Patel"));
        check("met[ \u{200d} \u{200c}]in", Snap::Words, None);
        check("a\u{200e}[\u{2060}]\u{200e}b", Snap::Exact, Some("\u{2060}"));
        check("co[\u{ad}op]erate", Snap::Words, Some("co\u{ad}operate"));
        check("I [❤\u{fe0f} ]it", Snap::Words, Some("❤\u{fe0f}"));
    }

    /// Where an edge of a tag goes that is dropped at the `|`.
    fn dropped(marked: &str) -> (String, String) {
        let at = marked.find('|').expect("a place");
        let text = Text::new(marked.replace('|', ""));
        let position = ByteOffset::from_index(at);
        let mark = |at: ByteOffset| format!("{}|{}", &text.as_str()[..at.index()], &text.as_str()[at.index()..]);
        (mark(snap_start(&text, position)), mark(snap_end(&text, position)))
    }

    #[test]
    fn an_edge_dropped_on_spaces_takes_none_of_them() {
        for (at, start, end) in [
            ("foo| bar", "foo |bar", "foo| bar"),
            ("foo |bar", "foo |bar", "foo| bar"),
            ("foo|  bar", "foo  |bar", "foo|  bar"),
            ("foo | bar", "foo  |bar", "foo|  bar"),
            ("foo  |bar", "foo  |bar", "foo|  bar"),
            ("f|oo bar", "|foo bar", "foo| bar"),
            ("foo|\u{200f} bar", "foo\u{200f} |bar", "foo|\u{200f} bar"),
            ("foo\u{200f}| bar", "foo\u{200f} |bar", "foo|\u{200f} bar"),
            ("foo \u{200e}|bar", "foo \u{200e}|bar", "foo| \u{200e}bar"),
            ("foo |\u{2067}bar", "foo \u{2067}|bar", "foo| \u{2067}bar"),
            ("co|\u{ad}operate", "|co\u{ad}operate", "co\u{ad}operate|"),
            ("Patel|’s", "Patel|’s", "Patel|’s"),
            ("|foo", "|foo", "|foo"),
            ("foo|", "foo|", "foo|"),
            ("foo, | bar", "foo,  |bar", "foo,|  bar"),
        ] {
            assert_eq!(dropped(at), (start.to_owned(), end.to_owned()), "{at}");
        }
    }

    #[test]
    fn exact_selections_are_not_trimmed() {
        check("Inter[ior, ]x", Snap::Exact, Some("ior, "));
        check("a[ \u{a0}]b", Snap::Exact, None);
    }

    #[test]
    fn a_word_that_only_touches_the_selection_is_not_included() {
        check("one[ two ]three", Snap::Words, Some("two"));
        check("one [£] two", Snap::Words, Some("£"));
        check("one [...] two", Snap::Words, Some("..."));
    }

    #[test]
    fn a_text_of_many_brackets_is_trimmed_fast() {
        for c in [")", "\"", "(", "”"] {
            let text = Text::new(format!("{}a", c.repeat(60_000)));
            let all = text.full_range();
            assert!(snap(&text, all, Snap::Words).is_some(), "{c}");
            let text = Text::new(format!("a{}", c.repeat(60_000)));
            assert!(snap(&text, text.full_range(), Snap::Words).is_some(), "{c}");
        }
    }
}
