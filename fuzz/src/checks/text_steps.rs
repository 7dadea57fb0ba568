//! Caret movements, words, snapping and searching, in any text and at any offset.

use crossread::text::{ByteOffset, Query, Snap, Text, TextRange, Unit, normalise, snap};

use super::numbers;
use crate::common::position;

const UNITS: [Unit; 4] = [Unit::Grapheme, Unit::Word, Unit::Sentence, Unit::Block];
/// The length up to which words are found completely, in bytes.
const MAX_WORD: u32 = 1_000;
/// The maximum number of results of a search.
const MAX_FOUND: usize = 1_000;

/// Checks any bytes.
pub fn check(bytes: &[u8]) {
    let ([a, b, how], rest) = numbers(bytes);
    let text = Text::new(normalise(&String::from_utf8_lossy(rest)).text);
    // The numbers are offsets in 65,536ths of the text.
    let place = |number: u16| position(&text, (u64::from(number) * (text.len() as u64 + 1) / 65_536) as u32);
    let (a, b) = (place(a), place(b));
    for at in [a, b, ByteOffset(0), text.end()] {
        check_movements(&text, at);
    }
    let near = position(&text, (a.0 + u32::from(how >> 8)).min(text.end().0));
    for selected in [TextRange::new(a, b), TextRange::new(a, near), text.full_range()] {
        check_snapping(&text, selected);
    }
    check_search(&text, TextRange::new(a, near), how);
}

fn check_movements(text: &Text, at: ByteOffset) {
    for unit in UNITS {
        let (next, previous) = (text.next(at, unit), text.previous(at, unit));
        assert!(next > at || at == text.end(), "{unit:?} forwards from {at:?} to {next:?}");
        assert!(previous < at || at == ByteOffset(0), "{unit:?} backwards from {at:?} to {previous:?}");
        assert!(text.is_grapheme_boundary(next) && text.is_grapheme_boundary(previous), "{unit:?} from {at:?}");
    }
    let (floor, ceil) = (text.floor_grapheme(at), text.ceil_grapheme(at));
    assert!(floor <= at && at <= ceil && text.is_grapheme_boundary(floor) && text.is_grapheme_boundary(ceil));
    if let Some(word) = text.word_at(at) {
        assert!(word.start() <= at && at <= word.end());
        assert_eq!(text.check(word), Ok(()));
        assert!(text.slice(word).chars().any(char::is_alphanumeric));
    }
    let line = text.line_at(at);
    assert!(line.start() <= at && at <= line.end() && !text.slice(line).contains('\n'));
}

fn check_snapping(text: &Text, selected: TextRange) {
    for how in [Snap::Words, Snap::Exact] {
        let Some(snapped) = snap(text, selected, how) else { continue };
        assert_eq!(text.check(snapped), Ok(()), "{how:?} of {selected:?}");
        assert!(!text.slice(snapped).trim().is_empty());
        // The ends of longer words are not searched for.
        let is_short = |word: TextRange| word.len() < MAX_WORD;
        if [snapped.start(), snapped.end()].into_iter().all(|at| text.word_at(at).is_none_or(is_short)) {
            assert_eq!(snap(text, snapped, how), Some(snapped), "twice {how:?} of {selected:?}");
        }
    }
    if text.slice(selected).chars().any(char::is_alphanumeric) {
        assert!(snap(text, selected, Snap::Words).is_some());
    }
}

fn check_search(text: &Text, wanted: TextRange, how: u16) {
    let [case, whole, endings] = [1, 2, 4].map(|bit| how & bit != 0);
    let query = Query { text: text.slice(wanted).to_owned(), case, whole, endings };
    let found = text.find(&query, MAX_FOUND);
    assert!(found.len() <= MAX_FOUND);
    for range in &found {
        assert_eq!(text.check(*range), Ok(()), "{query:?}");
        assert!(!case || text.slice(*range) == query.text);
    }
    assert!(found.windows(2).all(|pair| pair[0].end() <= pair[1].start()));
    let can_be_found = !whole && text.check(wanted).is_ok();
    let overlaps = |range: &TextRange| range.overlaps(wanted);
    assert!(!can_be_found || found.len() == MAX_FOUND || found.iter().any(overlaps), "{query:?}");
    for range in text.find_words(&query.text).take(MAX_FOUND) {
        assert_eq!(text.check(range), Ok(()), "{query:?}");
    }
}
