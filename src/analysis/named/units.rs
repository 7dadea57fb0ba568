//! Units of names: single words, and phrases that the lexicon knows; and the spans of units that may be names.

use super::words::{Gap, Shape, Style, Words, capitalised, straight};
use crate::analysis::language::{Classes, Lexicon};
use crate::analysis::parsed::{Sentence, TokenKind};

/// A word or a known phrase.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    /// The first token.
    pub(super) first: usize,
    /// The last token.
    pub(super) last: usize,
    /// Its classes as it is written.
    pub(super) classes: Classes,
    /// The classes of a single word in lower case.
    pub(super) lower: Classes,
    /// Whether it may be part of a name by its own form.
    pub(super) is_name: bool,
    /// Whether its capital may be that of a sentence's beginning.
    pub(super) begins: bool,
}

impl Unit {
    /// Whether it is a known phrase of several words.
    pub(super) fn is_phrase(&self) -> bool {
        self.first < self.last
    }

    /// Its classes, also those in lower case.
    pub(super) fn any(&self) -> Classes {
        self.classes.with(self.lower)
    }

    /// Whether it is everyday language, and no known name.
    pub(super) fn is_common(&self) -> bool {
        let name = Classes::KNOWN.with(Classes::FIRST_NAME).with(Classes::LAST_NAME);
        !self.is_phrase() && self.lower.has(Classes::COMMON.with(Classes::FUNCTION)) && !self.classes.has(name)
    }
}

/// The units of a sentence.
pub(super) fn units(words: &Words<'_>, sentence: &Sentence, style: Style) -> Vec<Unit> {
    let (mut at, end) = sentence.tokens;
    let mut units = Vec::new();
    while at < end {
        let unit = phrase(words, at, end, style).unwrap_or_else(|| single(words, at, style));
        at = unit.last + 1;
        units.push(unit);
    }
    units
}

fn single(words: &Words<'_>, at: usize, style: Style) -> Unit {
    let word = &words.all[at];
    let kind = words.article.tokens[at].kind;
    let is_known = word.classes.has(Classes::KNOWN)
        && kind != TokenKind::Punctuation
        && words.text(at).contains(char::is_uppercase);
    let mut is_name = word.shape != Shape::Other || is_known && style == Style::Sentence;
    // "Will" and "May" may be names of people, but not where a sentence begins.
    let may_be_person = word.classes.has(Classes::FIRST_NAME.with(Classes::LAST_NAME)) && !word.begins;
    if word.lower.has(Classes::FUNCTION) && !word.classes.has(Classes::KNOWN) && !may_be_person {
        is_name = false;
    }
    if word.classes.has(Classes::DAY_OR_MONTH) && !is_month_as_name(words, at) && !is_month_before_name(words, at) {
        is_name = false;
    }
    is_name |= is_initial(words, at) || is_ordinal_in_name(words, at);
    // In a headline, everyday words have capitals too.
    if style != Style::Sentence && word.lower.has(Classes::COMMON) {
        let own = Classes::KNOWN
            .with(Classes::FIRST_NAME)
            .with(Classes::LAST_NAME)
            .with(Classes::BEFORE_NAME)
            .with(Classes::ANY_ENDING);
        is_name &= word.classes.has(own);
    }
    Unit { first: at, last: at, classes: word.classes, lower: word.lower, is_name, begins: word.begins }
}

/// "May" after a first name or title.
fn is_month_as_name(words: &Words<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let word = &words.all[before];
    words.all[at].gap == Gap::Spaces
        && word.shape == Shape::Capital
        && word.classes.has(Classes::FIRST_NAME.with(Classes::TITLE))
        && words.all[at].classes.has(Classes::FIRST_NAME.with(Classes::LAST_NAME))
}

/// "Jan", "April" or "June" before a surname.
fn is_month_before_name(words: &Words<'_>, at: usize) -> bool {
    let Some(next) = words.all.get(at + 1) else { return false };
    let may_be_surname = next.gap == Gap::Spaces
        && next.shape == Shape::Capital
        && !next
            .classes
            .has(Classes::DAY_OR_MONTH.with(Classes::KNOWN).with(Classes::BEFORE_NAME).with(Classes::NEVER));
    let is_surname = next.classes.has(Classes::LAST_NAME) && !next.lower.has(Classes::COMMON.with(Classes::FUNCTION));
    let begins_date = at.checked_sub(1).is_some_and(|before| words.all[before].lower.has(Classes::FUNCTION));
    words.all[at].classes.has(Classes::FIRST_NAME)
        && may_be_surname
        && (words.text(at) == "Jan" || is_surname && !begins_date)
}

/// "A" in "Roslyn A. Walker".
fn is_initial(words: &Words<'_>, at: usize) -> bool {
    let is_letter = words.text(at).chars().count() == 1 && words.all[at].shape == Shape::Capital;
    let follows = |at: usize, gaps: &[Gap]| words.all.get(at).is_some_and(|word| gaps.contains(&word.gap));
    is_letter
        && words.text(at + 1) == "."
        && follows(at + 1, &[Gap::None])
        && follows(at + 2, &[Gap::None, Gap::Spaces])
        && words.all[at + 2].shape == Shape::Capital
}

/// "Second" in "the Second Vatican Council", "First" in "Credit Suisse First Boston".
fn is_ordinal_in_name(words: &Words<'_>, at: usize) -> bool {
    let (word, next) = (&words.all[at], words.all.get(at + 1));
    let is_ordinal = matches!(words.text(at), "First" | "Second" | "Third" | "Fourth" | "Fifth" | "Sixth" | "Seventh");
    is_ordinal && !word.begins && next.is_some_and(|next| next.gap == Gap::Spaces && next.shape == Shape::Capital)
}

/// The longest known phrase that begins at a token.
fn phrase(words: &Words<'_>, at: usize, end: usize, style: Style) -> Option<Unit> {
    if !words.all[at].classes.has(Classes::BEGINS_PHRASE) {
        return None;
    }
    let mut last = at;
    while last + 1 < end && last + 2 - at < 2 * Lexicon::LONGEST_PHRASE && words.all[last + 1].gap != Gap::Break {
        last += 1;
    }
    while last > at {
        let text = words.slice(at, last);
        let classes = words.lexicon.get(&straight(text));
        let classes = if style == Style::Capitals || !text.contains(char::is_lowercase) {
            classes.with(words.lexicon.get(&capitalised(text)))
        } else {
            classes
        };
        let wanted = Classes::KNOWN.with(Classes::ANY_ENDING).with(Classes::BEFORE_NAME).with(Classes::NEVER);
        if classes.has(wanted) {
            let is_name = text.starts_with(char::is_uppercase) || classes.has(Classes::KNOWN);
            // A full stop after an abbreviation belongs to it.
            return Some(Unit { first: at, last, classes, lower: Classes::NONE, is_name, begins: false });
        }
        last -= 1;
    }
    None
}

/// The ranges of units, each with both ends included, that may be names: names with what joins them.
pub(super) fn spans(words: &Words<'_>, units: &[Unit]) -> Vec<(usize, usize)> {
    let mut spans = Vec::new();
    let mut at = 0;
    while at < units.len() {
        let start = at;
        let first = first_name_after_particles(words, units, at);
        let Some(first) = first else {
            at += 1;
            continue;
        };
        let mut last = first;
        while let Some(next) = next_in_name(words, units, start, last) {
            last = next;
        }
        spans.push((start, last));
        at = last + 1;
    }
    spans
}

/// The unit itself, or the name after particles: "von der Leyen" at the beginning of a span.
fn first_name_after_particles(words: &Words<'_>, units: &[Unit], at: usize) -> Option<usize> {
    if units[at].is_name {
        return Some(at);
    }
    let is_particle =
        |unit: &Unit| unit.classes.has(Classes::PARTICLE) && !unit.is_name && !unit.lower.has(Classes::FUNCTION);
    let mut next = at;
    while next < units.len() && next < at + 3 && is_particle(&units[next]) {
        next += 1;
        if is_joined(words, units, next) && units[next].is_name && !units[next].is_common() {
            return Some(next);
        }
    }
    None
}

/// Whether a unit follows the one before after spaces.
fn is_joined(words: &Words<'_>, units: &[Unit], at: usize) -> bool {
    units.get(at).is_some_and(|unit| words.all[unit.first].gap == Gap::Spaces)
}

/// The last unit of what continues a name after one of its units.
fn next_in_name(words: &Words<'_>, units: &[Unit], start: usize, last: usize) -> Option<usize> {
    let next = units.get(last + 1)?;
    let text = words.slice(next.first, next.last);
    let has_name = |at: usize| is_joined(words, units, at) && units[at].is_name;
    if words.all[next.first].gap == Gap::Spaces {
        if next.is_name {
            return Some(last + 1);
        }
        if text == "&" && has_name(last + 2) {
            return Some(last + 2);
        }
        if matches!(text, "of" | "for" | "on" | "against" | "to") {
            return after_preposition(words, units, (start, last), text);
        }
        if text == "and" && joins_with_and(words, units, (start, last)) {
            return Some(last + 2);
        }
        if next.classes.has(Classes::PARTICLE) {
            let mut name = last + 2;
            while name < last + 4
                && units.get(name).is_some_and(|unit| unit.classes.has(Classes::PARTICLE) && !unit.is_name)
            {
                name += 1;
            }
            return (has_name(name) && !units[name].is_common()).then_some(name);
        }
        return None;
    }
    if words.all[next.first].gap != Gap::None {
        return None;
    }
    match text {
        "." if is_abbreviated(words, &units[last]) && has_name(last + 2) => Some(last + 2),
        "'s" | "’s" | "'" | "’" if takes_possessive(words, units, start, last) && has_name(last + 2) => {
            Some(last + 2)
        }
        // "Goldman, Sachs & Co".
        "," if has_name(last + 2) && has_name(last + 4) && is_ampersand(words, units, last + 3) => Some(last + 2),
        // "Teachers’ Union".
        "'" | "’" if has_name(last + 2) => {
            let ends = |at: usize| has_name(at) && units[at].classes.has(Classes::ORGANIZATION_WORD);
            (!units[last].classes.has(Classes::KNOWN) && (ends(last + 2) || ends(last + 3))).then_some(last + 2)
        }
        _ => None,
    }
}

fn is_ampersand(words: &Words<'_>, units: &[Unit], at: usize) -> bool {
    units.get(at).is_some_and(|unit| words.slice(unit.first, unit.last) == "&")
}

/// An initial, a title such as "Dr", or "St".
fn is_abbreviated(words: &Words<'_>, unit: &Unit) -> bool {
    let text = words.slice(unit.first, unit.last);
    text.chars().count() == 1
        || unit.classes.has(Classes::TITLE) && text.len() < 6
        || matches!(text, "St" | "Ft" | "Mt" | "Lt" | "Jr")
}

/// "People’s Bank", "St James’s Park".
fn takes_possessive(words: &Words<'_>, units: &[Unit], start: usize, last: usize) -> bool {
    units[last].classes.has(Classes::OWNER)
        || start < last && matches!(words.slice(units[start].first, units[start].last), "St" | "Saint" | "St.")
}

/// "University of X", "Department for X", "Campaign to X", "Commission on X".
fn after_preposition(
    words: &Words<'_>,
    units: &[Unit],
    (start, last): (usize, usize),
    preposition: &str,
) -> Option<usize> {
    let so_far = &units[start..=last];
    let has_head = so_far.iter().any(|unit| unit.classes.has(Classes::ORGANIZATION_HEAD));
    let left = &units[last];
    let allows = match preposition {
        "of" => {
            let place =
                Classes::PLACE_HEAD.with(Classes::PLACE_WORD).with(Classes::EVENT_WORD).with(Classes::OTHER_WORD);
            // "City of London" and "Gulf of Mexico", but not "Prime Minister of India" or "China of".
            (left.classes.has(place) && !left.classes.has(Classes::KNOWN.with(Classes::CAPITAL_ROLE)) && !left.begins)
                || left.classes.has(Classes::ORGANIZATION_HEAD)
                || has_head
        }
        "for" | "on" | "against" => has_head,
        _ => has_head && so_far.iter().any(|unit| words.slice(unit.first, unit.last) == "Campaign"),
    };
    if !allows {
        return None;
    }
    let the = units.get(last + 2).is_some_and(|unit| words.slice(unit.first, unit.last) == "the");
    let name = last + 2 + usize::from(the);
    let is_name = is_joined(words, units, name) && units[name].is_name;
    // "the Ministry of Defence", but not "a member of the Council of France" after a known name.
    let is_whole = left.is_phrase() && left.classes.has(Classes::KNOWN)
        || left.classes.has(Classes::KNOWN) && !left.classes.has(Classes::ORGANIZATION_HEAD);
    (is_name && !is_whole && !(preposition != "of" && units[name].classes.has(Classes::ANY_PLACE))).then_some(name)
}

/// "Ministry of Health and Welfare", "Foreign and Commonwealth Office".
fn joins_with_and(words: &Words<'_>, units: &[Unit], (start, last): (usize, usize)) -> bool {
    let Some(next) = units.get(last + 2).filter(|next| next.is_name && is_joined(words, units, last + 2)) else {
        return false;
    };
    let named = Classes::KNOWN.with(Classes::FIRST_NAME).with(Classes::BEFORE_NAME);
    if next.classes.has(named) || units[last].classes.has(named) {
        return false;
    }
    let are_common = next.is_common() && units[last].is_common();
    let so_far = &units[start..=last];
    let after = units.get(last + 3).filter(|unit| unit.is_name && is_joined(words, units, last + 3));
    let is_next_whole = after.is_some_and(|unit| unit.classes.has(Classes::ANY_ENDING));
    let has_preposition = so_far.iter().any(|unit| matches!(words.slice(unit.first, unit.last), "of" | "for" | "on"));
    let has_head = so_far.iter().any(|unit| unit.classes.has(Classes::ORGANIZATION_HEAD));
    let ends = units[last].classes.has(Classes::ANY_ENDING);
    has_head && has_preposition && !is_next_whole && !next.classes.has(Classes::ANY_ENDING)
        || are_common && is_next_whole && !ends && !units[start].begins
}
