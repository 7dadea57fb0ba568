//! What is said in a paragraph that is laid out as speech: a turn of a transcript ("WALLACE: Will you be there?"), or a quotation with
//! its source after a dash ("“It was a long night.” — Ada Lowe").

use std::ops::Range;

use super::items::{Item, Paragraph};
use crate::text::TextRange;

/// A paragraph that is laid out as speech.
#[derive(Debug, PartialEq)]
pub(super) struct Turn {
    /// The items that name the source.
    pub source: Range<usize>,
    /// What is said.
    pub content: TextRange,
}

/// The most items of a source.
const LONGEST_SOURCE: usize = 7;
/// The fewest items that are said in a turn.
const FEWEST_SAID: usize = 3;

/// The turn of a transcript: a name in capitals, a colon, and what is said.
pub(super) fn turn(paragraph: &Paragraph) -> Option<Turn> {
    let items = &paragraph.items;
    let colon = items.iter().take(LONGEST_SOURCE).position(|item| item.is_mark(':'))?;
    let is_name = |item: &Item| item.is_capitals && item.is_content() || item.is_mark('.');
    if colon == 0 || !items[..colon].iter().all(is_name) || items.len() < colon + 1 + FEWEST_SAID {
        return None;
    }
    let (first, last) = (items.get(colon + 1)?, items.last()?);
    Some(Turn { source: 0..colon, content: TextRange::new(first.range.start(), last.range.end()) })
}

/// A quotation, a dash, and a name.
pub(super) fn signed(paragraph: &Paragraph) -> Option<Turn> {
    let items = &paragraph.items;
    let quotation = items.first()?.quotation()?;
    let is_dash = items.get(1).is_some_and(|item| ['—', '―', '–', '-'].iter().any(|&dash| item.is_mark(dash)));
    let source = 2..items.len();
    let is_name = |item: &Item| item.is_content() && item.is_capital || item.is_mark('.');
    let is_source = (1..=LONGEST_SOURCE).contains(&source.len()) && items[2..].iter().all(is_name);
    (is_dash && is_source).then_some(Turn { source, content: quotation.inner })
}
