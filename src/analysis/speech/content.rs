//! What is said: the part of a sentence before or after a cue.

use std::ops::Range;

use super::cues::{Cue, CueKind};
use super::items::{Item, ItemKind};
use crate::analysis::language::{Follows, SpeechWords, WordClass};
use crate::analysis::suggestions::Attribution;
use crate::text::TextRange;

/// What is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Content {
    /// Where it is, without quotation marks around it.
    pub range: TextRange,
    /// The items.
    pub items: Range<usize>,
    /// Whether it is all in quotation marks.
    pub attribution: Attribution,
}

/// The contents of items: each quotation if there is nothing else, or all of it.
pub(super) fn contents(items: &[Item], region: Range<usize>) -> Vec<Content> {
    let region = without_marks(items, region);
    let own = &items[region.clone()];
    let is_quotations = own.iter().all(|item| {
        item.quotation().is_some() || matches!(item.kind, ItemKind::Mark(_)) || item.is(WordClass::Coordinator)
    });
    if is_quotations {
        return region.filter_map(|at| quoted(items, at)).collect();
    }
    let (Some(first), Some(last)) = (own.first(), own.last()) else { return Vec::new() };
    let range = TextRange::new(first.range.start(), last.range.end());
    vec![Content { range, items: region, attribution: Attribution::Indirect }]
}

/// The content of the quotation at an index.
pub(super) fn quoted(items: &[Item], at: usize) -> Option<Content> {
    let quotation = items.get(at)?.quotation()?;
    Some(Content { range: quotation.inner, items: at..at + 1, attribution: Attribution::Direct })
}

/// A range without the marks and conjunctions at its ends.
pub(super) fn without_marks(items: &[Item], region: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = region;
    let is_outer = |item: &Item| match item.kind {
        ItemKind::Mark(mark) => !matches!(mark, '$' | '£' | '€' | '¥' | '%' | ')' | '(' | '#' | '@'),
        ItemKind::Word => item.is(WordClass::Coordinator),
        _ => false,
    };
    while start < end && is_outer(&items[start]) {
        start += 1;
    }
    while end > start && is_outer(&items[end - 1]) {
        end -= 1;
    }
    start..end
}

/// What is said after a cue, up to an index at most. `is_relative` tells whether a relative pronoun stands before the source: "who she
/// said had agreed".
pub(super) fn after(words: &SpeechWords, items: &[Item], cue: &Cue, end: usize, is_relative: bool) -> Vec<Content> {
    let region = region_after(words, items, cue, end, is_relative);
    region.map_or_else(Vec::new, |region| contents(items, region))
}

fn region_after(words: &SpeechWords, items: &[Item], cue: &Cue, end: usize, is_relative: bool) -> Option<Range<usize>> {
    let follows = cue.follows;
    let first = items.get(cue.end).filter(|_| cue.end < end)?;
    if is_relative && first.is(WordClass::Auxiliary) && cue.kind == CueKind::Active {
        return Some(cue.end..end);
    }
    for (allowed, word) in [(Follows::OF, "of"), (Follows::AS, "as"), (Follows::FOR, "for")] {
        if follows.has(allowed)
            && let Some(region) = after_preposition(items, cue, end, word)
        {
            return Some(region);
        }
    }
    if follows.has(Follows::NAMED) {
        return named(items, cue, end);
    }
    let mut at = after_adverbs(items, cue.end, end);
    if at >= end {
        return None;
    }
    let object = at;
    if follows.has(Follows::HEARER) && !is_content_start(&items[at]) {
        at = after_hearer(items, at, end);
    }
    at = after_occasion(words, items, at, end);
    let item = items.get(at).filter(|_| at < end)?;
    match item.kind {
        ItemKind::Mark(':') => return Some(at + 1..end),
        ItemKind::Mark(',' | '—' | '–') => {
            let next = items.get(at + 1).filter(|_| at + 1 < end)?;
            return next.quotation().is_some().then(|| at + 1..quotations_end(items, at + 1, end));
        }
        ItemKind::Quotation(_) => return Some(at..quotation_clause_end(items, at, end)),
        _ => {}
    }
    if item.is_word("that") && follows.has(Follows::CLAUSE) {
        return Some(at + 1..end);
    }
    if item.is_word("to") && follows.has(Follows::INFINITIVE) {
        // "asked to see it" is no request to anybody.
        if follows.has(Follows::HEARER) && object == at {
            return None;
        }
        let from = if object < at && !items[object].is(WordClass::Time) { object } else { at };
        return Some(from..end);
    }
    if matches!(item.lower.as_str(), "whether" | "if" | "how" | "why" | "what" | "when" | "where")
        && follows.has(Follows::CLAUSE)
    {
        return (!follows.has(Follows::THAT)).then_some(at..end);
    }
    if follows.has(Follows::ABOUT) && matches!(item.lower.as_str(), "of" | "about" | "against" | "at" | "for" | "that")
    {
        return Some(at + 1..end);
    }
    if item.is(WordClass::Preposition) || item.is(WordClass::Subordinator) {
        return further(items, at, end, follows);
    }
    clause(items, at, end, follows, object)
}

/// A clause or noun phrase that begins at an index.
fn clause(items: &[Item], at: usize, end: usize, follows: Follows, object: usize) -> Option<Range<usize>> {
    let item = &items[at];
    let begins = match item.kind {
        ItemKind::Word => {
            matches!(
                item.class,
                WordClass::Content
                    | WordClass::Determiner
                    | WordClass::Pronoun
                    | WordClass::Adverb
                    | WordClass::Relative
            )
        }
        ItemKind::Number => true,
        ItemKind::Mark(mark) => matches!(mark, '$' | '£' | '€' | '¥' | '#'),
        _ => false,
    };
    let count = end - at;
    if !begins || count < 2 {
        return None;
    }
    let is_free = follows.has(Follows::CLAUSE) && !follows.has(Follows::THAT);
    let is_clause =
        is_free && (!follows.has(Follows::LOOSE) && !follows.has(Follows::OBJECT) || is_finite(&items[at..end]));
    let is_object = follows.has(Follows::OBJECT) && count >= 3;
    let is_request = follows.has(Follows::HEARER)
        && follows.has(Follows::INFINITIVE)
        && items[object..end].iter().any(|item| item.is_word("to"));
    if is_clause || is_object {
        return Some(at..end);
    }
    (is_request && !follows.has(Follows::CLAUSE)).then_some(object..end)
}

/// Whether items have a verb for certain: an auxiliary, or a pronoun that is a subject.
pub(super) fn is_finite(items: &[Item]) -> bool {
    items.iter().take(40).enumerate().any(|(at, item)| {
        item.is(WordClass::Auxiliary)
            || matches!(item.lower.as_str(), "he" | "she" | "they" | "we" | "i" | "there")
            || at > 0
                && item.is_content()
                && !item.is_capital
                && item.lower.len() > 4
                && item.lower.ends_with("ed")
                && is_subject(&items[at - 1])
            || at > 0 && item.verb.is_some() && items[at - 1].is_capital
    })
}

fn is_subject(item: &Item) -> bool {
    item.is_content() || item.is(WordClass::Pronoun)
}

/// After "of", "as" or "for": the first quotation of what follows; after "of" all of it, if there is none.
fn after_preposition(items: &[Item], cue: &Cue, end: usize, word: &str) -> Option<Range<usize>> {
    let limit = end.min(cue.end + 24);
    // The object is at least one word: "accused him of".
    let offset = items
        .get(cue.end..limit)?
        .iter()
        .position(|item| item.is_word(word) || matches!(item.kind, ItemKind::Mark(':' | ';')))?;
    let at = cue.end + offset;
    let passive = cue.kind == CueKind::Passive;
    if !items[at].is_word(word) || at == cue.end && !passive {
        return None;
    }
    let near = (at + 1..end).take(12).find(|&index| items[index].quotation().is_some() || items[index].is_mark(','));
    if let Some(index) = near.filter(|&index| index <= at + 5 && items[index].quotation().is_some()) {
        return Some(index..index + 1);
    }
    // Without quotation marks, only an accusation tells what is said.
    (word == "of" && at + 1 < end).then_some(at + 1..end)
}

/// The quotation that names the object of a verb: "called the letter “unacceptable”".
fn named(items: &[Item], cue: &Cue, end: usize) -> Option<Range<usize>> {
    let limit = end.min(cue.end + 14);
    let offset = items
        .get(cue.end..limit)?
        .iter()
        .position(|item| item.quotation().is_some() || matches!(item.kind, ItemKind::Mark(',' | ':' | ';')))?;
    let at = cue.end + offset;
    if items[at].is_mark(':') || items[at].is_mark(',') {
        let next = items.get(at + 1).filter(|_| at + 1 < end)?;
        return next.quotation().is_some().then(|| at + 1..quotations_end(items, at + 1, end));
    }
    let has_object = at > cue.end;
    (has_object && items[at].quotation().is_some()).then_some(at..at + 1)
}

/// The index after adverbs and times.
fn after_adverbs(items: &[Item], start: usize, end: usize) -> usize {
    let mut at = start;
    while at < end {
        let is_time = |at: usize| items.get(at).is_some_and(|item| item.is(WordClass::Time)) && at < end;
        let skips = match &items[at] {
            item if item.is(WordClass::Time)
                && !(item.is_capital && items.get(at + 1).is_some_and(|next| next.is_capital && next.is_content())) =>
            {
                1
            }
            item if item.is(WordClass::Preposition) && is_time(at + 1) => 2,
            item if item.is(WordClass::Adverb) && item.lower.ends_with("ly") => 1,
            item if matches!(item.lower.as_str(), "again" | "later" | "earlier" | "afterwards") => 1,
            _ => 0,
        };
        if skips == 0 {
            break;
        }
        at += skips;
        // "on 24 November 2021", "on Sunday, 3 May".
        while at < end && items[at].kind == ItemKind::Number && is_time(at - 1) {
            at += 1;
        }
    }
    at
}

fn is_content_start(item: &Item) -> bool {
    item.is_word("that")
        || item.quotation().is_some()
        || matches!(item.kind, ItemKind::Mark(_))
        || item.is_word("whether")
}

/// The index after whoever is spoken to: "reporters", "the Senate committee", "Monsieur Macron".
fn after_hearer(items: &[Item], start: usize, end: usize) -> usize {
    let mut at = start;
    while at < end {
        let item = &items[at];
        let before = at.checked_sub(1).map(|before| &items[before]);
        let follows_preposition = at > start && before.is_some_and(|before| before.is(WordClass::Preposition));
        let goes_on = match item.kind {
            ItemKind::Word => match item.class {
                WordClass::Pronoun => at == start,
                WordClass::Determiner => at == start || follows_preposition,
                WordClass::Preposition => at > start && !item.is_word("to"),
                WordClass::Coordinator => {
                    at > start
                        && items.get(at + 1).is_some_and(|next| {
                            next.is_content() && next.is_capital == before.is_some_and(|before| before.is_capital)
                        })
                }
                WordClass::Content => {
                    // "told reporters Macron", where the second begins the clause.
                    let begins_clause = at > start
                        && item.is_capital
                        && before.is_some_and(|before| before.is_content() && !before.is_capital);
                    !begins_clause
                }
                WordClass::Time => true,
                WordClass::Auxiliary => return start + 1,
                _ => false,
            },
            ItemKind::Possessive => true,
            ItemKind::Number => follows_preposition,
            _ => false,
        };
        if !goes_on {
            break;
        }
        at += 1;
        if item.is(WordClass::Pronoun) && at == start + 1 {
            break;
        }
    }
    at
}

/// The index after where something was said: "in a statement", "to reporters", "at a news conference".
fn after_occasion(words: &SpeechWords, items: &[Item], start: usize, end: usize) -> usize {
    let is_preposition = items.get(start).is_some_and(|item| item.is(WordClass::Preposition));
    if !is_preposition {
        return start;
    }
    let limit = end.min(start + 7);
    let noun = (start + 1..limit).rev().find(|&at| (words.is_occasion)(&items[at].lower));
    match noun {
        Some(at) => after_adverbs(items, at + 1, end),
        None => start,
    }
}

/// After a preposition: the clause after a later "that", or what follows a colon, or a quotation after a comma.
fn further(items: &[Item], at: usize, end: usize, follows: Follows) -> Option<Range<usize>> {
    let limit = end.min(at + 26);
    for index in at..limit {
        let item = &items[index];
        match item.kind {
            ItemKind::Mark(':') => return Some(index + 1..end),
            ItemKind::Mark(',' | '—' | '–') => {
                let next = items.get(index + 1).filter(|_| index + 1 < end);
                if next.is_some_and(|next| next.quotation().is_some()) {
                    return Some(index + 1..quotations_end(items, index + 1, end));
                }
                if next.is_some_and(|next| next.is_word("that")) && follows.has(Follows::CLAUSE) {
                    return Some(index + 2..end);
                }
            }
            ItemKind::Mark(';') => return None,
            _ if item.is_word("that") && follows.has(Follows::CLAUSE) && index > at + 1 => return Some(index + 1..end),
            _ => {}
        }
    }
    None
}

/// The index after the quotations that begin at an index.
fn quotations_end(items: &[Item], start: usize, end: usize) -> usize {
    let others = items[start..end]
        .iter()
        .position(|item| item.quotation().is_none() && !matches!(item.kind, ItemKind::Mark(',' | '.')));
    others.map_or(end, |offset| start + offset)
}

/// Where what is said ends if it begins with a quotation: after it, or with the clause that it begins ("said “urgent talks” would be held").
fn quotation_clause_end(items: &[Item], at: usize, end: usize) -> usize {
    let Some(next) = items.get(at + 1).filter(|_| at + 1 < end) else { return end };
    let is_clause =
        next.is(WordClass::Auxiliary) || next.is(WordClass::Content) && !next.is_capital && next.verb.is_none();
    if is_clause { end } else { quotations_end(items, at, end) }
}
