//! Noun phrases, as far as function words tell where they begin and end.

use std::ops::Range;

use super::items::{Item, ItemKind};
use super::quotations::Quotation;
use crate::analysis::language::{Follows, SpeechWords, VerbForm, WordClass};

/// The noun phrase that ends before a position: "a spokesman for Mr Darmanin" in "yesterday a spokesman for Mr Darmanin".
/// `is_finite` tells whether a finite verb follows, so that "with" may belong to the phrase.
pub(super) fn phrase_before(items: &[Item], start: usize, end: usize, is_finite: bool) -> Option<Range<usize>> {
    let from = clause_start(items, start, end, is_finite);
    let region = without_edges(items, from..end);
    if region.is_empty() {
        return None;
    }
    let region = match items[region.start].is(WordClass::Preposition) {
        true => last_of(items, region),
        false => region,
    };
    is_phrase(&items[region.clone()]).then_some(region)
}

/// Where the clause of the subject that ends before a position begins.
fn clause_start(items: &[Item], start: usize, end: usize, is_finite: bool) -> usize {
    let mut at = end;
    while at > start {
        let item = &items[at - 1];
        let is_boundary = match item.kind {
            ItemKind::Mark(mark) => {
                !matches!(mark, '.' | '-' | '/' | '&' | '@' | '#' | '\'' | '’' | '%' | '$' | '£' | '€')
            }
            ItemKind::Quotation(quotation) => {
                let is_scare = is_scare(quotation.inner.len()) && !ends_with_comma(quotation);
                !(at < end && at >= start + 2 && is_scare && is_in_phrase(&items[at - 2]))
            }
            ItemKind::Word => match item.class {
                WordClass::Subordinator | WordClass::Auxiliary | WordClass::Relative => true,
                WordClass::Coordinator => !joins(items, start, at - 1, end),
                WordClass::Preposition => !is_finite && item.is_word("with"),
                WordClass::Pronoun if is_personal(item) => return at - 1,
                _ => item.verb.is_some() && at < end && !item.is_capital && is_clearly_verb(items, start, at - 1),
            },
            _ => false,
        };
        if is_boundary {
            return at;
        }
        at -= 1;
    }
    start
}

/// Whether a quotation of this length, in bytes, may be a part of a noun phrase: "the “unfortunate” minister".
fn is_scare(length: u32) -> bool {
    length <= 30
}

/// Whether a comma stands before the mark that ends a quotation.
fn ends_with_comma(quotation: Quotation) -> bool {
    let (outer, inner) = (quotation.outer, quotation.inner);
    outer.end().0 - inner.end().0 > inner.start().0 - outer.start().0
}

fn is_in_phrase(item: &Item) -> bool {
    item.is(WordClass::Determiner) || item.is_content() || item.is(WordClass::Preposition)
}

/// A verb of saying after what may be its subject, so that a clause ends there.
fn is_clearly_verb(items: &[Item], start: usize, at: usize) -> bool {
    let Some(verb) = items[at].verb else { return false };
    let is_said = matches!(verb.form, VerbForm::Past | VerbForm::Present) && !verb.follows.has(Follows::IS_NOUN);
    is_said && at > start && (items[at - 1].is_capital || items[at - 1].is(WordClass::Pronoun))
}

/// Whether a coordinator joins two nouns of one phrase: "Darmanin and Patel", "survivors and relatives".
fn joins(items: &[Item], start: usize, at: usize, end: usize) -> bool {
    let (Some(before), Some(after)) =
        (at.checked_sub(1).filter(|&before| before >= start), items.get(at + 1).filter(|_| at + 1 < end))
    else {
        return false;
    };
    let before = &items[before];
    let is_noun = before.is_content() && (before.is_capital || before.lower.ends_with('s'));
    let goes_on = after.is_content() || after.is(WordClass::Determiner);
    is_noun && goes_on && !items[at].is_word("but")
}

pub(super) fn is_personal(item: &Item) -> bool {
    matches!(item.lower.as_str(), "he" | "she" | "it" | "they" | "we" | "i" | "you" | "him" | "them" | "us" | "me")
}

/// A range without the adverbs, times, conjunctions and marks at its ends.
fn without_edges(items: &[Item], region: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = region;
    let is_outer = |item: &Item| {
        matches!(item.kind, ItemKind::Mark(_))
            || item.kind == ItemKind::Word
                && matches!(
                    item.class,
                    WordClass::Adverb | WordClass::Coordinator | WordClass::Subordinator | WordClass::Time
                )
    };
    while start < end && (is_outer(&items[start]) || items[start].is(WordClass::Relative)) {
        start += 1;
    }
    while end > start && is_outer(&items[end - 1]) {
        end -= 1;
        if end > start && items[end].is(WordClass::Time) && items[end - 1].is(WordClass::Preposition) {
            end -= 1;
        }
    }
    start..end
}

/// The last noun phrase in a range that begins with a preposition: "the ministry" in "in a statement the ministry".
fn last_of(items: &[Item], region: Range<usize>) -> Range<usize> {
    let mut at = region.end;
    while at > region.start {
        let item = &items[at - 1];
        if item.is(WordClass::Preposition) {
            let belongs = at - 1 > region.start && items[at - 2].is_content();
            if !belongs {
                return at..region.end;
            }
        }
        if item.is(WordClass::Time) {
            return at..region.end;
        }
        if item.is(WordClass::Determiner) {
            let belongs = at - 1 > region.start + 1 && items[at - 2].is(WordClass::Preposition);
            if !belongs {
                return at - 1..region.end;
            }
        }
        at -= 1;
    }
    region
}

/// Whether items may be a noun phrase: they have a noun, and begin with no verb.
fn is_phrase(items: &[Item]) -> bool {
    let Some(first) = items.first() else { return false };
    let begins = match first.kind {
        ItemKind::Word => matches!(first.class, WordClass::Determiner | WordClass::Pronoun | WordClass::Content),
        ItemKind::Number | ItemKind::Quotation(_) => items.len() > 1,
        _ => false,
    };
    let has_noun = items.iter().any(|item| item.is_content() || item.is(WordClass::Pronoun))
        || items.iter().all(|item| {
            item.is(WordClass::Determiner) && !matches!(item.lower.as_str(), "a" | "an" | "the" | "his" | "her")
        });
    let is_verb =
        first.verb.is_some_and(|verb| matches!(verb.form, VerbForm::Past | VerbForm::Participle)) && !first.is_capital;
    begins && has_noun && !is_verb && items.len() <= 16
}

/// The noun phrase that begins at a position: "a spokesman for Mr Darmanin" in "a spokesman for Mr Darmanin on Sunday".
pub(super) fn phrase_after(words: &SpeechWords, items: &[Item], start: usize, end: usize) -> Option<Range<usize>> {
    let mut at = start;
    while at < end {
        let item = &items[at];
        let goes_on = match item.kind {
            ItemKind::Possessive | ItemKind::Number => true,
            ItemKind::Mark(mark) => match mark {
                '.' => is_inside(items, at, end),
                '&' | '-' | '/' | '@' | '#' => true,
                _ => false,
            },
            ItemKind::Quotation(quotation) => {
                at > start
                    && is_scare(quotation.inner.len())
                    && is_in_phrase(&items[at - 1])
                    && at + 1 < end
                    && items[at + 1].is_content()
            }
            ItemKind::Word => match item.class {
                WordClass::Content => !(at > start && is_other_verb(item, &items[at - 1])),
                WordClass::Determiner => {
                    at == start || items[at - 1].is(WordClass::Preposition) || items[at - 1].is(WordClass::Coordinator)
                }
                WordClass::Pronoun => at == start,
                WordClass::Preposition => at > start && at + 1 < end && binds(words, item, &items[at + 1]),
                WordClass::Coordinator => at > start && joins(items, start, at, end) && items[at + 1].is_capital,
                WordClass::Time => {
                    at > start
                        && items[at - 1].is_capital
                        && item.is_capital
                        && at + 1 < end
                        && items[at + 1].is_capital
                }
                _ => false,
            },
        };
        if !goes_on {
            break;
        }
        at += 1;
        if item.is(WordClass::Pronoun) && is_personal(item) {
            break;
        }
    }
    let mut to = at;
    while to > start
        && (items[to - 1].is(WordClass::Preposition)
            || matches!(items[to - 1].kind, ItemKind::Mark(_))
            || items[to - 1].is(WordClass::Determiner) && to - 1 > start)
    {
        to -= 1;
    }
    (to > start && is_phrase(&items[start..to])).then_some(start..to)
}

/// Whether a full stop is inside a name: "J. Young".
fn is_inside(items: &[Item], at: usize, end: usize) -> bool {
    at + 1 < end
        && items[at + 1].is_capital
        && at > 0
        && items[at - 1].is_capital
        && items[at - 1].range.end() == items[at].range.start()
}

fn is_other_verb(item: &Item, before: &Item) -> bool {
    item.verb.is_some_and(|verb| !verb.follows.has(Follows::IS_NOUN)) && !before.is(WordClass::Determiner)
}

/// Whether a preposition binds what follows to the noun before it: "for Mr Darmanin", "of the union", but not "on Sunday" or "in a statement".
fn binds(words: &SpeechWords, preposition: &Item, next: &Item) -> bool {
    let is_time = next.is(WordClass::Time) || next.kind == ItemKind::Number;
    match preposition.lower.as_str() {
        "of" | "for" | "from" => !is_time,
        "at" | "with" | "by" => {
            !is_time && (next.is_capital || next.is_word("the")) && !(words.is_occasion)(&next.lower)
        }
        "to" => next.is_capital || next.is_word("the"),
        _ => false,
    }
}
