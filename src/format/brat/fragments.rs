//! The fragments of a tag. brat shows a line of text at a time, so a tag over several lines has a fragment on each, without the spaces
//! beside the line ends.

use crate::format::draft::is_line_gap;
use crate::text::{ByteOffset, Text, TextRange};

/// The fragments of a tag with these ranges; none if it covers only line ends.
pub(super) fn fragments(text: &Text, ranges: &[TextRange]) -> Vec<TextRange> {
    ranges.iter().flat_map(|&range| of_range(text, range)).collect()
}

/// Whether reading the fragments leads to other ranges, because a range begins or ends at a line end, or because several are separated
/// only by one.
pub(super) fn are_changed(text: &Text, ranges: &[TextRange]) -> bool {
    let fragments = fragments(text, ranges);
    joined(text, &fragments) != ranges
}

fn of_range(text: &Text, range: TextRange) -> Vec<TextRange> {
    if !text.slice(range).contains('\n') {
        return vec![range];
    }
    let mut found = Vec::new();
    let mut start = range.start();
    let pieces: Vec<&str> = text.slice(range).split('\n').collect();
    for (index, piece) in pieces.iter().enumerate() {
        let end = ByteOffset(start.0 + piece.len() as u32);
        let (mut from, mut to) = (start, end);
        if index + 1 < pieces.len() {
            let kept = piece.trim_end().len() as u32;
            to = text.ceil_grapheme(ByteOffset(start.0 + kept)).min(end);
        }
        if index > 0 {
            let cut = (piece.len() - piece.trim_start().len()) as u32;
            from = text.floor_grapheme(ByteOffset(start.0 + cut)).max(start);
        }
        if from < to {
            found.push(TextRange::new(from, to));
        }
        start = ByteOffset(end.0 + 1);
    }
    found
}

/// What becomes of fragments when they are read: those that only line ends and spaces separate are one range.
fn joined(text: &Text, fragments: &[TextRange]) -> Vec<TextRange> {
    let mut joined: Vec<TextRange> = Vec::new();
    for &fragment in fragments {
        match joined.last_mut() {
            Some(last) if is_line_gap(text, TextRange::new(last.end(), fragment.start())) => {
                *last = TextRange::new(last.start(), fragment.end());
            }
            _ => joined.push(fragment),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str, ranges: &[(usize, usize)]) -> (Vec<String>, bool) {
        let text = Text::new(text);
        let ranges: Vec<_> = ranges.iter().map(|&(start, end)| TextRange::from_indices(start, end)).collect();
        let found = fragments(&text, &ranges);
        (found.iter().map(|&range| text.slice(range).to_owned()).collect(), are_changed(&text, &ranges))
    }

    #[test]
    fn a_tag_over_lines_has_a_fragment_on_each() {
        let of = |text: &str, ranges: &[(usize, usize)], parts: &[&str], changed: bool| {
            assert_eq!(texts(text, ranges), (parts.iter().map(|&part| part.to_owned()).collect(), changed), "{text:?}");
        };
        of("one two", &[(0, 3), (4, 7)], &["one", "two"], false);
        of("one  \n\n two", &[(0, 11)], &["one", "two"], false);
        of(" one\ntwo ", &[(0, 9)], &[" one", "two "], false);
        of("\none", &[(0, 4)], &["one"], true);
        of("one\ntwo", &[(0, 3), (4, 7)], &["one", "two"], true);
        of(" \n ", &[(0, 3)], &[], true);
        // A space with an accent is not only a space.
        of("one \u{301}\n \u{301}two", &[(0, 13)], &["one \u{301}", " \u{301}two"], false);
    }
}
