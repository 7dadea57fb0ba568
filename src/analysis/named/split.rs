//! Takes spans of capitals apart: titles and roles before names, nationalities, and everyday words at the beginning of sentences.

use super::kind::{NameKind, Scores};
use super::units::Unit;
use super::words::{Style, Words};
use crate::analysis::language::Classes;

/// A part of a span that may be a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    /// The index of the first unit.
    pub(super) first: usize,
    /// The index of the last unit.
    pub(super) last: usize,
    /// What its place in the span says.
    pub(super) scores: Scores,
}

/// Splits a span of units, both ends included.
pub(super) fn split(words: &Words<'_>, units: &[Unit], span: (usize, usize), style: Style) -> Vec<Part> {
    let mut parts = Vec::new();
    Splitter { words, units, style }.split(span, Scores::default(), &mut parts);
    parts
}

struct Splitter<'a> {
    words: &'a Words<'a>,
    units: &'a [Unit],
    style: Style,
}

impl Splitter<'_> {
    fn split(&self, (first, last): (usize, usize), scores: Scores, parts: &mut Vec<Part>) {
        let Some(first) = self.without_common(first, last) else { return };
        if self.split_at_role((first, last), scores, parts) || self.split_at_known((first, last), scores, parts) {
            return;
        }
        parts.push(Part { first, last, scores });
    }

    /// The first unit, without everyday words that have a capital because a sentence begins; `None` if nothing is left.
    fn without_common(&self, first: usize, last: usize) -> Option<usize> {
        let unit = &self.units[first];
        let named = Classes::KNOWN.with(Classes::FIRST_NAME).with(Classes::LAST_NAME).with(Classes::BEFORE_NAME);
        let may_be_common = unit.is_common()
            || self.is_participle(unit) && !unit.classes.has(named)
            || !unit.is_phrase()
                && !unit.classes.has(named)
                && first + 1 < last
                && self.units[first + 1].classes.has(Classes::FIRST_NAME);
        if first == last || !unit.begins || !may_be_common || self.style != Style::Sentence {
            return Some(first);
        }
        let next = &self.units[first + 1];
        let end = &self.units[last];
        // "Human Rights Watch", "Green Party", "Bank of England".
        let is_title = unit.any().has(Classes::BEFORE_NAME) || (first + 1..=last).any(|at| self.is_role(at));
        let names = end.classes.has(Classes::ANY_ENDING) && !next.classes.has(Classes::KNOWN);
        let heads = unit.classes.has(Classes::ORGANIZATION_HEAD.with(Classes::PLACE_HEAD))
            && !next.classes.has(Classes::FIRST_NAME);
        // "Statistician Peter Halloran".
        let person = next.classes.has(Classes::FIRST_NAME) && first + 1 < last && !end.classes.has(Classes::ANY_ENDING);
        if person && !is_title {
            return Some(first + 1);
        }
        if is_title || names || heads || self.units[first + 1..=last].iter().all(Unit::is_common) {
            return Some(first);
        }
        let next = (first + 1..=last).find(|&at| self.units[at].is_name)?;
        Some(next)
    }

    /// "Recalling", "Long-awaited": unlike a name.
    fn is_participle(&self, unit: &Unit) -> bool {
        let text = self.words.slice(unit.first, unit.last);
        text.len() > 6 && (text.ends_with("ing") || text.contains('-') && text.ends_with("ed"))
    }

    fn is_role(&self, at: usize) -> bool {
        let unit = &self.units[at];
        unit.classes.has(Classes::BEFORE_NAME)
            || unit.is_name && unit.begins && unit.lower.has(Classes::ROLE) && !unit.classes.has(Classes::KNOWN)
    }

    /// "UK Prime Minister Boris Johnson" is a place, a role and a person.
    fn split_at_role(&self, (first, last): (usize, usize), scores: Scores, parts: &mut Vec<Part>) -> bool {
        let units = self.units;
        let is_surname = |at: usize| {
            at > first
                && units[at - 1].classes.has(Classes::FIRST_NAME)
                && (units[at].classes.has(Classes::LAST_NAME) || at == last && self.is_role_as_surname(at))
        };
        let is_followed = |at: usize| {
            let next = units.get(at + 1);
            next.is_none_or(|next| {
                next.is_name || self.words.text(next.first) == "." || next.classes.has(Classes::PARTICLE)
            })
        };
        let Some(role) =
            (first..=last).rev().find(|&at| self.is_role(at) && !is_surname(at) && (at == last || is_followed(at)))
        else {
            return false;
        };
        let ends_as_group =
            units[last].classes.has(Classes::ANY_ENDING) && !units[last].classes.has(Classes::LAST_NAME);
        let is_title = units[role].classes.has(Classes::TITLE);
        if role < last {
            // "General Motors", "King’s College", "Attorney General’s Office".
            let name = self.after(role, last);
            if ends_as_group && !(is_title && name.is_some_and(|name| units[name].classes.has(Classes::FIRST_NAME))) {
                return false;
            }
            let Some(name) = name else { return false };
            self.before_role((first, role), parts);
            let points = if is_title { 5.0 } else { 3.5 };
            let nation = units[name].classes.has(Classes::KNOWN) && name == last && !is_title;
            let scores = if nation { scores } else { scores.and(NameKind::Person, points) };
            self.split((name, last), scores, parts);
            return true;
        }
        // "the British Foreign Secretary".
        if first == last || units[role].classes.has(Classes::LAST_NAME) && units[first].classes.has(Classes::FIRST_NAME)
        {
            return false;
        }
        self.before_role((first, role), parts);
        true
    }

    /// "Cardinal" in "Douglas Cardinal".
    fn is_role_as_surname(&self, at: usize) -> bool {
        let (unit, before) = (&self.units[at], &self.units[at - 1]);
        let text = self.words.slice(unit.first, unit.last);
        !unit.is_phrase()
            && text.len() > 3
            && !text.contains(['.', '-'])
            && !before.is_phrase()
            && !before.classes.has(Classes::KNOWN.with(Classes::BEFORE_NAME))
            && !before.lower.has(Classes::COMMON)
    }

    /// The first name unit after a role, behind the full stop of an abbreviation.
    fn after(&self, role: usize, last: usize) -> Option<usize> {
        (role + 1..=last).find(|&at| self.units[at].is_name || self.units[at].classes.has(Classes::PARTICLE))
    }

    /// What stands before a role, without the words that belong to the role.
    fn before_role(&self, (first, role): (usize, usize), parts: &mut Vec<Part>) {
        let mut end = role;
        while end > first {
            let unit = &self.units[end - 1];
            let is_modifier = unit.lower.has(Classes::ROLE_MODIFIER.with(Classes::ROLE))
                || unit.classes.has(Classes::BEFORE_NAME)
                || !unit.is_name;
            let is_organization = unit.classes.has(Classes::KNOWN)
                && !(unit.is_common() || end == role && unit.lower.has(Classes::ROLE_MODIFIER));
            if !is_modifier || is_organization || unit.is_phrase() {
                break;
            }
            end -= 1;
        }
        if end > first {
            self.split((first, end - 1), Scores::default(), parts);
        }
    }

    /// "French Gerald Darmanin", "Belgian Ardennes": a nationality or place, and another name.
    fn split_at_known(&self, (first, last): (usize, usize), scores: Scores, parts: &mut Vec<Part>) -> bool {
        let units = self.units;
        if first == last {
            return false;
        }
        let (unit, next, end) = (&units[first], &units[first + 1], &units[last]);
        let is_nationality = unit.classes.has(Classes::NATIONALITY.with(Classes::OTHER_NAME))
            && !unit.classes.has(Classes::ANY_PLACE.with(Classes::ORGANIZATION));
        let is_place =
            unit.classes.has(Classes::ANY_PLACE) && !unit.classes.has(Classes::FIRST_NAME.with(Classes::LAST_NAME));
        let ends_name = end.classes.has(Classes::ANY_ENDING)
            && !(end.classes.has(Classes::LAST_NAME) && next.classes.has(Classes::FIRST_NAME));
        // "Canadian Museum of Civilization", but not "French Ministry of Defence".
        let heads = (first + 1..last).any(|at| {
            let head = self.words.slice(units[at].first, units[at].last);
            units[at].classes.has(Classes::ORGANIZATION_HEAD)
                && !matches!(head, "Ministry" | "Department" | "Parliament" | "Embassy" | "Army" | "Office")
                && self.words.slice(units[at + 1].first, units[at + 1].last) == "of"
        });
        let ends_name = ends_name || heads;
        let next_is_known = next.classes.has(Classes::KNOWN);
        let next_is_person =
            next.classes.has(Classes::FIRST_NAME) && first + 1 < last && !end.classes.has(Classes::ANY_ENDING);
        let splits = next.is_name
            && if is_nationality {
                !ends_name && (!unit.is_phrase() || next_is_known)
            } else {
                is_place && (next_is_person || next.classes.has(Classes::NATIONALITY))
            };
        if splits {
            self.split((first, first), Scores::default(), parts);
            self.split((first + 1, last), scores, parts);
        }
        splits
    }
}
