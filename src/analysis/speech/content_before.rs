//! What is said before a cue: quotations, or a clause before a comma.

use std::ops::Range;

use super::content::{Content, contents, is_finite, quoted, without_marks};
use super::items::{Item, ItemKind};
use crate::analysis::language::WordClass;

/// What is said before a source or a verb that begins at an index: quotations, or a clause before a comma. `start` is where what was not
/// read yet begins.
pub(super) fn before(items: &[Item], start: usize, end: usize) -> Vec<Content> {
    let start = items[start..end].iter().rposition(|item| item.is_mark(';')).map_or(start, |at| start + at + 1);
    let comma = end > start && matches!(items[end - 1].kind, ItemKind::Mark(',' | '—' | '–' | '-'));
    let region = without_marks(items, start..end);
    if region.is_empty() {
        return Vec::new();
    }
    let last = region.end - 1;
    let Some(quotation) = items[last].quotation() else {
        // "“…” for years, she said".
        let has_quotation =
            items[region.clone()].iter().any(|item| item.quotation().is_some_and(|it| it.inner.len() > 40));
        let is_clause =
            comma && (has_quotation || region.len() >= 3 && (is_finite(&items[region.clone()]) || region.len() >= 5));
        return if is_clause && !is_adverbial(items, region.clone()) { contents(items, region) } else { Vec::new() };
    };
    // "He was clear: “No,” she said" and "But “no,” she said": the quotation alone.
    let introduced = (region.start..last)
        .rev()
        .find(|&at| items[at].quotation().is_none() && !matches!(items[at].kind, ItemKind::Mark(',')));
    let Some(word) = introduced else { return contents(items, region) };
    let is_own = items[word].is_mark(':')
        || items[word + 1..last].iter().any(|item| item.is_mark(',')) && quotation.inner.len() > 40;
    if is_own || region.len() <= 2 {
        return quoted(items, last).into_iter().collect();
    }
    contents(items, region)
}

/// Whether items are an adverbial before a clause: "On Sunday", "After the talks in Calais".
fn is_adverbial(items: &[Item], region: Range<usize>) -> bool {
    let first = &items[region.start];
    let begins = first.kind == ItemKind::Word
        && (matches!(
            first.class,
            WordClass::Preposition | WordClass::Subordinator | WordClass::Time | WordClass::Adverb
        ) || matches!(
            first.lower.as_str(),
            "asked" | "speaking" | "addressing" | "writing" | "responding" | "commenting"
        ));
    let comma = items[region.clone()].iter().position(|item| item.is_mark(','));
    let has_clause =
        comma.is_some_and(|comma| region.len() - comma > 3 && is_finite(&items[region.start + comma..region.end]));
    let is_long = first.is(WordClass::Preposition) && is_finite(&items[region])
        || first.is(WordClass::Time)
        || first.is(WordClass::Adverb);
    begins && !has_clause && !is_long
}
