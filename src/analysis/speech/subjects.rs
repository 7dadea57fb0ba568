//! The source of a cue: its subject, or what follows it.

use std::ops::Range;

use super::cues::{Cue, CueKind};
use super::items::{Item, ItemKind};
use super::phrases::{is_personal, phrase_before};
use crate::analysis::language::{VerbForm, WordClass};

/// The subject of a cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// A noun phrase.
    Own {
        /// Its items.
        phrase: Range<usize>,
        /// Where the cue's clause begins if it is beside another clause: at the comma or conjunction before it.
        cut: Option<usize>,
        /// Whether a relative pronoun stands before it: "who she said had agreed".
        is_relative: bool,
    },
    /// The subject of the clause before: "…, adding that", "but said".
    Shared {
        /// Where the cue's clause begins.
        cut: usize,
    },
    /// The verb stands directly after a quotation or a comma, so that the subject may follow it.
    Follows {
        /// The index after the item before the verb.
        left: usize,
    },
    /// Not known.
    None,
}

/// The subject of a cue in a sentence that begins at `start`.
pub(super) fn subject(items: &[Item], start: usize, cue: &Cue) -> Subject {
    if cue.kind == CueKind::Infinitive {
        let phrase = first_phrase(items, start, cue.at);
        return phrase.map_or(Subject::None, |phrase| Subject::Own { phrase, cut: None, is_relative: false });
    }
    let at = without_adverbials(items, start, cue.at);
    let Some(before) = at.checked_sub(1).filter(|&before| before >= start).map(|before| &items[before]) else {
        return if cue.form == VerbForm::Participle { Subject::Shared { cut: start } } else { Subject::None };
    };
    let is_participle = cue.form == VerbForm::Participle;
    match before.kind {
        ItemKind::Mark(',' | '–' | '—' | '-' | ';') if is_participle => Subject::Shared { cut: at - 1 },
        ItemKind::Mark(',' | '–' | '—' | ')') => {
            bracketed(items, start, at).unwrap_or(Subject::Follows { left: at })
        }
        ItemKind::Quotation(_) if is_participle => Subject::Shared { cut: at },
        ItemKind::Quotation(_) | ItemKind::Mark(_) => Subject::Follows { left: at },
        ItemKind::Word => match before.class {
            WordClass::Relative => relative(items, start, at - 1),
            WordClass::Coordinator => Subject::Shared { cut: comma_before(items, start, at - 1) },
            WordClass::Subordinator | WordClass::Preposition if is_participle => {
                Subject::Shared { cut: comma_before(items, start, at - 1) }
            }
            _ => own(items, start, at, !is_participle),
        },
        ItemKind::Number | ItemKind::Possessive => own(items, start, at, !is_participle),
    }
}

/// The index before the adverbs, auxiliaries, times and brackets that stand before a position: "Macron later on Sunday |said".
fn without_adverbials(items: &[Item], start: usize, mut at: usize) -> usize {
    while at > start {
        let item = &items[at - 1];
        let is_time = item.is(WordClass::Time);
        if item.is_mark(')') {
            let Some(open) = items[start..at].iter().rposition(|item| item.is_mark('(')) else { return at };
            at = start + open;
            continue;
        }
        // "he's said", "they've claimed".
        let has_subject =
            item.lower.contains(['\'', '’']) && !item.lower.contains("n't") && !item.lower.contains("n’t");
        if !(item.is(WordClass::Adverb) || item.is(WordClass::Auxiliary) && !has_subject || is_time) {
            break;
        }
        at -= 1;
        if is_time && at > start && items[at - 1].is(WordClass::Preposition) && at > start + 1 {
            at -= 1;
        }
    }
    at
}

fn own(items: &[Item], start: usize, at: usize, is_finite: bool) -> Subject {
    let last = &items[at - 1];
    // The author of an article says nothing about itself.
    if matches!(last.lower.as_str(), "i" | "we" | "you") {
        return Subject::None;
    }
    if last.is(WordClass::Pronoun) && is_personal(last) || last.is(WordClass::Auxiliary) {
        return of_phrase(items, start, at - 1..at);
    }
    match phrase_before(items, start, at, is_finite) {
        Some(phrase) => match relative_inside(items, start, &phrase) {
            Some(antecedent) => of_phrase(items, start, antecedent),
            None => of_phrase(items, start, phrase),
        },
        None => Subject::None,
    }
}

/// "A man who was hurt told the BBC": the phrase before "who", if the phrase that was found stands in its clause.
fn relative_inside(items: &[Item], start: usize, phrase: &Range<usize>) -> Option<Range<usize>> {
    let before = phrase.start.checked_sub(1)?;
    let is_in_clause = items[before].is(WordClass::Auxiliary) || items[before].is_word("who");
    if before < start || !is_in_clause {
        return None;
    }
    let clause = items[start..before + 1]
        .iter()
        .rposition(|item| matches!(item.kind, ItemKind::Mark(',' | ';' | ':')))
        .map_or(start, |at| start + at + 1);
    let who = items[clause..before + 1].iter().position(|item| item.is_word("who"))?;
    phrase_before(items, clause, clause + who, true)
}

fn of_phrase(items: &[Item], start: usize, phrase: Range<usize>) -> Subject {
    let before = phrase.start.checked_sub(1).filter(|&before| before >= start);
    let is_relative =
        before.is_some_and(|before| items[before].is(WordClass::Relative) && !items[before].is_word("that"));
    let cut = match before {
        None => Some(start),
        // ", with Darmanin saying".
        Some(before) if items[before].is_word("with") => Some(before),
        Some(before) => {
            // "but on Sunday he said": the clause begins at "but".
            let clause = items[start..=before].iter().rposition(|item| {
                item.is(WordClass::Coordinator)
                    || is_contrast(item)
                    || matches!(item.kind, ItemKind::Mark(',' | ';' | ':') | ItemKind::Quotation(_))
            });
            clause.map(|at| start + at).filter(|&at| {
                let item = &items[at];
                (item.is(WordClass::Coordinator) || is_contrast(item) || item.is_mark(';'))
                    && !items[at..phrase.start].iter().any(|item| item.is(WordClass::Relative))
            })
        }
    };
    Subject::Own {
        cut: cut.map(|cut| if cut == start { cut } else { comma_before(items, start, cut) }),
        phrase,
        is_relative,
    }
}

/// Whether a word begins a clause that stands beside the one before.
fn is_contrast(item: &Item) -> bool {
    matches!(item.lower.as_str(), "while" | "whereas" | "although" | "though" | "as" | "after" | "when")
}

/// The index of the comma before a conjunction, or of the conjunction.
fn comma_before(items: &[Item], start: usize, at: usize) -> usize {
    let comma = at.checked_sub(1).filter(|&before| before >= start && items[before].is_mark(','));
    comma.unwrap_or(at)
}

/// The phrase before a relative pronoun: "Mr Macron" in "angered Mr Macron, who said".
fn relative(items: &[Item], start: usize, pronoun: usize) -> Subject {
    let mut end = pronoun;
    // "some of whom said", "one of whom said".
    while end > start && (items[end - 1].is_mark(',') || items[end - 1].is(WordClass::Preposition)) {
        end -= 1;
    }
    if let Some(clause) = bracket_before(items, start, end) {
        end = clause;
    }
    match phrase_before(items, start, end, true) {
        // The object of the clause: "angered Mr Macron, who" has a verb before the phrase.
        Some(phrase) => Subject::Own { phrase: object(items, phrase), cut: None, is_relative: false },
        None => Subject::None,
    }
}

/// "Smith, 43, who said": the end of the phrase before the bracket.
fn bracket_before(items: &[Item], start: usize, end: usize) -> Option<usize> {
    let comma = items.get(start..end)?.iter().rposition(|item| item.is_mark(','))? + start;
    let is_short = end - comma <= 3 && items[comma + 1..end].iter().all(|item| item.kind == ItemKind::Number);
    is_short.then_some(comma)
}

/// The last part of a phrase that may contain a verb: a name, or what a determiner or preposition begins.
fn object(items: &[Item], phrase: Range<usize>) -> Range<usize> {
    let Range { start, end } = phrase;
    let is_name = |item: &Item| {
        item.is_capital || matches!(item.kind, ItemKind::Mark('.' | '-')) || item.kind == ItemKind::Possessive
    };
    if items[end - 1].is_capital {
        let mut at = end - 1;
        while at > start && is_name(&items[at - 1]) {
            at -= 1;
        }
        let has_determiner = at > start && items[at - 1].is(WordClass::Determiner);
        return if has_determiner { at - 1..end } else { at..end };
    }
    let determiner = items[start..end].iter().rposition(|item| item.is(WordClass::Determiner)).map(|at| start + at);
    match determiner {
        Some(at) if at > start && items[at - 1].is(WordClass::Preposition) => phrase,
        Some(at) => at..end,
        None => phrase,
    }
}

/// The subject before a bracket of commas that ends before a position: "Smith, the head of the union, |said".
fn bracketed(items: &[Item], start: usize, at: usize) -> Option<Subject> {
    let end = at - 1;
    let from = items[start..end]
        .iter()
        .rposition(|item| {
            matches!(item.kind, ItemKind::Mark(';' | ':')) || item.quotation().is_some_and(|one| one.inner.len() > 30)
        })
        .map_or(start, |at| start + at + 1);
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut at = from;
    for part in items[from..end].split(|item| matches!(item.kind, ItemKind::Mark(',' | '–' | '—'))) {
        if !part.is_empty() {
            parts.push(at..at + part.len());
        }
        at += part.len() + 1;
    }
    if parts.len() < 2 {
        return None;
    }
    let last = parts.len() - 1;
    let is_subject = |part: &Range<usize>| {
        let own = &items[part.clone()];
        let first = own.iter().find(|item| !item.is(WordClass::Coordinator));
        let is_adverbial = first.is_none_or(|first| {
            matches!(
                first.class,
                WordClass::Preposition
                    | WordClass::Subordinator
                    | WordClass::Adverb
                    | WordClass::Time
                    | WordClass::Relative
            ) || first.lower.ends_with("ing") && !first.is_capital
                || matches!(
                    first.lower.as_str(),
                    "asked" | "speaking" | "addressing" | "writing" | "responding" | "according" | "commenting"
                )
        });
        let is_clause = own.iter().any(|item| item.is(WordClass::Auxiliary));
        !is_adverbial && !is_clause && own.len() <= 14
    };
    let index = parts[..last].iter().position(is_subject)?;
    let part = &parts[index];
    let phrase = phrase_before(items, part.start, part.end, true)?;
    let phrase = named_by(items, phrase, parts.get(index + 1));
    Some(of_phrase(items, start, phrase))
}

/// A role and the name that follows it between commas: the name.
pub(super) fn named_by(items: &[Item], phrase: Range<usize>, next: Option<&Range<usize>>) -> Range<usize> {
    let Some(next) = next else { return phrase };
    let is_name = (2..=4).contains(&next.len())
        && items[next.clone()].iter().all(|item| item.is_capital && item.is_content() || item.is_mark('.'));
    let is_role = items[phrase.end - 1].is_content() && !items[phrase.end - 1].is_capital;
    if is_name && is_role { next.clone() } else { phrase }
}

/// The subject of a sentence that begins at `start`: its first noun phrase, before a position.
pub(super) fn first_phrase(items: &[Item], start: usize, end: usize) -> Option<Range<usize>> {
    let mut at = start;
    while at < end {
        let item = &items[at];
        let begins = match item.kind {
            ItemKind::Word => matches!(item.class, WordClass::Content | WordClass::Determiner | WordClass::Pronoun),
            _ => false,
        };
        if begins {
            break;
        }
        // "After the match, Smith": what comes before the comma is no subject.
        let is_adverbial =
            matches!(item.class, WordClass::Preposition | WordClass::Subordinator) && item.kind == ItemKind::Word;
        let comma = items[at..end].iter().position(|item| item.is_mark(','));
        at = match comma {
            Some(comma) if is_adverbial => at + comma + 1,
            _ if is_adverbial => return None,
            _ => at + 1,
        };
    }
    let first = items.get(at).filter(|_| at < end)?;
    if first.is(WordClass::Pronoun) {
        return Some(at..at + 1);
    }
    let mut to = at + 1;
    while to < end {
        let item = &items[to];
        let goes_on = match item.kind {
            ItemKind::Word => match item.class {
                WordClass::Content => {
                    let is_verb = !item.is_capital && (item.verb.is_some() || item.lower.ends_with("ed"));
                    (item.is_capital || !items[to - 1].is_capital) && !is_verb
                }
                WordClass::Preposition => item.is_word("of") || item.is_word("for"),
                WordClass::Determiner => items[to - 1].is(WordClass::Preposition),
                _ => false,
            },
            ItemKind::Possessive => true,
            ItemKind::Mark(mark) => matches!(mark, '.' | '-') && items.get(to + 1).is_some_and(|next| next.is_capital),
            _ => false,
        };
        if !goes_on || to - at > 9 {
            break;
        }
        to += 1;
    }
    let has_noun = items[at..to].iter().any(Item::is_content);
    // "Speaking on Monday", "Asking the court".
    let is_before_object = items
        .get(at + 1)
        .is_some_and(|next| matches!(next.class, WordClass::Preposition | WordClass::Determiner | WordClass::Time));
    let is_participle = first.lower.ends_with("ing") && is_before_object;
    (has_noun && !is_participle && !items[to - 1].is(WordClass::Determiner)).then_some(at..to)
}
