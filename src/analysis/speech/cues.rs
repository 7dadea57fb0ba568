//! Cues of speech in a sentence: verbs of saying, and "according to".

use std::ops::Range;

use super::items::{Item, ItemKind};
use crate::analysis::language::{Follows, VerbForm, WordClass};

/// How a cue is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CueKind {
    /// A verb whose subject is the source.
    Active,
    /// A passive whose source follows "by": "was described by Patel as".
    Passive,
    /// "was quoted as saying": the source is the subject of the passive.
    Quoted,
    /// An infinitive before a quotation: "phoned a friend to say: “…”".
    Infinitive,
    /// "according to": the source follows.
    AccordingTo,
}

/// A cue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    /// The index of its first item.
    pub at: usize,
    /// The index after its last item.
    pub end: usize,
    /// What may follow.
    pub follows: Follows,
    /// The form of the verb.
    pub form: VerbForm,
    /// How it is built.
    pub kind: CueKind,
}

/// The cues in a sentence, in order.
pub(super) fn cues(items: &[Item], frame: Range<usize>) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    let mut at = frame.start;
    while at < frame.end {
        let cue = cue_at(items, frame.clone(), at);
        at = cue.as_ref().map_or(at + 1, |cue| cue.end);
        found.extend(cue);
    }
    found
}

fn cue_at(items: &[Item], frame: Range<usize>, at: usize) -> Option<Cue> {
    let item = items.get(at)?;
    let next = items.get(at + 1).filter(|_| at + 1 < frame.end);
    if item.is_word("according") && next.is_some_and(|next| next.is_word("to")) {
        let form = VerbForm::Participle;
        return Some(Cue { at, end: at + 2, follows: Follows::CLAUSE, form, kind: CueKind::AccordingTo });
    }
    if item.is_word("quoted") {
        let is_as =
            |offset: usize, word: &str| items[..frame.end].get(at + offset).is_some_and(|item| item.is_word(word));
        let end =
            (1..8).find(|&offset| is_as(offset, "as") && is_as(offset + 1, "saying")).map(|offset| at + offset + 2)?;
        return Some(Cue { at, end, follows: Follows::CLAUSE, form: VerbForm::Past, kind: CueKind::Quoted });
    }
    let verb = item.verb?;
    let mut end = at + 1;
    if verb.follows.has(Follows::OUT) {
        if !next.is_some_and(|next| next.is_word("out")) {
            return None;
        }
        end += 1;
    }
    let kind = kind(items, frame.start, at, next)?;
    Some(Cue { at, end, follows: verb.follows, form: verb.form, kind })
}

/// The item before a position that is no adverb, if it is in the sentence.
fn before(items: &[Item], start: usize, at: usize) -> Option<&Item> {
    items.get(start..at)?.iter().rev().find(|item| !item.is(WordClass::Adverb))
}

/// How the verb at a position is built; `None` if it is no verb, or tells nothing.
fn kind(items: &[Item], start: usize, at: usize, next: Option<&Item>) -> Option<CueKind> {
    let verb = items[at].verb?;
    let previous = before(items, start, at);
    let is_noun = verb.follows.has(Follows::IS_NOUN);
    let begins_clause = next.is_some_and(begins_content);
    match verb.form {
        VerbForm::Base => base(items, start, at, previous, next, is_noun),
        VerbForm::Present => {
            let Some(previous) = previous else { return (!is_noun).then_some(CueKind::Active) };
            let fits = !modifies(previous) && (!is_noun || begins_clause && may_be_singular(previous));
            fits.then_some(CueKind::Active)
        }
        VerbForm::Past => {
            if next.is_some_and(|next| next.is_word("by")) {
                let is_passive = previous.is_some_and(is_be);
                let says_of = Follows::OF | Follows::AS | Follows::NAMED | Follows::FOR;
                return (is_passive && verb.follows.has(says_of)).then_some(CueKind::Passive);
            }
            let of_nobody = verb.follows.has(Follows::OF) && next.is_some_and(|next| next.is_word("of"));
            let Some(previous) = previous else { return (!of_nobody).then_some(CueKind::Active) };
            (!of_nobody && !is_be(previous) && !modifies(previous)).then_some(CueKind::Active)
        }
        VerbForm::Participle => participle(items, start, at, previous, begins_clause),
    }
}

fn base(
    items: &[Item],
    start: usize,
    at: usize,
    previous: Option<&Item>,
    next: Option<&Item>,
    is_noun: bool,
) -> Option<CueKind> {
    let previous = previous?;
    if previous.is_word("to") {
        let is_before_quotation = next.is_some_and(|next| next.is_mark(':') || next.quotation().is_some());
        let goes_on = at >= start + 3
            && items[at - 2].is_word("on")
            && matches!(items[at - 3].lower.as_str(), "went" | "goes" | "go" | "going");
        return (is_before_quotation || goes_on).then_some(CueKind::Infinitive);
    }
    let is_modal = previous.is(WordClass::Auxiliary) && !is_be(previous) && !is_have(previous);
    let is_plural = previous.is(WordClass::Pronoun)
        || previous.is_word("who")
        || previous.is(WordClass::Determiner) && !is_noun && is_quantifier(previous)
        || previous.is_content()
            && (previous.lower.ends_with('s') || previous.is_word("people") || previous.is_word("police"));
    let begins = next.is_some_and(begins_content);
    let fits = is_modal || is_plural && (!is_noun || begins) || !is_noun && previous.is_content() && begins;
    fits.then_some(CueKind::Active)
}

fn participle(
    items: &[Item],
    start: usize,
    at: usize,
    previous: Option<&Item>,
    begins_clause: bool,
) -> Option<CueKind> {
    let Some(previous) = previous else { return Some(CueKind::Active) };
    let is_after_subject = previous.is_content() || previous.is(WordClass::Pronoun) || previous.is(WordClass::Time);
    if is_after_subject {
        // "with Darmanin saying he could", "a letter saying that".
        let clause = items[start..at].iter().rev().take_while(|item| !item.is_mark(','));
        let has_with = clause.clone().any(|item| item.is_word("with"));
        return (has_with || begins_clause && !is_event(&items[at].lower)).then_some(CueKind::Active);
    }
    let is_free = matches!(previous.kind, ItemKind::Mark(',' | '—' | '–' | '-' | ';' | ')') | ItemKind::Quotation(_))
        || matches!(previous.class, WordClass::Auxiliary | WordClass::Subordinator | WordClass::Coordinator)
        || matches!(previous.lower.as_str(), "by" | "in" | "with" | "without");
    is_free.then_some(CueKind::Active)
}

/// Participles that are nouns as often.
fn is_event(word: &str) -> bool {
    matches!(
        word,
        "warning"
            | "finding"
            | "showing"
            | "reading"
            | "reporting"
            | "posting"
            | "beginning"
            | "ruling"
            | "writing"
            | "calling"
            | "questioning"
            | "reasoning"
            | "talking"
            | "speaking"
            | "thinking"
    )
}

/// Whether a word before a verb makes it an attribute or a noun: "the alleged", "of claims", "Patel's claims".
fn modifies(previous: &Item) -> bool {
    match previous.kind {
        ItemKind::Possessive => true,
        ItemKind::Word => match previous.class {
            WordClass::Determiner => !is_quantifier(previous),
            WordClass::Preposition => true,
            _ => false,
        },
        _ => false,
    }
}

fn is_quantifier(item: &Item) -> bool {
    matches!(item.lower.as_str(), "all" | "both" | "some" | "many" | "most" | "few" | "several" | "others")
}

fn may_be_singular(previous: &Item) -> bool {
    let is_plural = previous.is_content() && !previous.is_capital && previous.lower.ends_with('s');
    !is_plural && previous.kind != ItemKind::Number
}

pub(super) fn is_be(item: &Item) -> bool {
    matches!(
        item.lower.as_str(),
        "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am" | "isn't" | "wasn't" | "isn’t" | "wasn’t"
    )
}

fn is_have(item: &Item) -> bool {
    matches!(item.lower.as_str(), "has" | "have" | "had" | "having")
}

/// Whether an item may be the first of what is said.
fn begins_content(item: &Item) -> bool {
    match item.kind {
        ItemKind::Quotation(_) | ItemKind::Number => true,
        ItemKind::Mark(mark) => mark == ':',
        ItemKind::Possessive => false,
        ItemKind::Word => match item.class {
            WordClass::Determiner | WordClass::Pronoun | WordClass::Relative => true,
            WordClass::Content => item.is_capital,
            WordClass::Preposition => item.is_word("to"),
            _ => matches!(item.lower.as_str(), "how" | "why" | "whether" | "if"),
        },
    }
}
