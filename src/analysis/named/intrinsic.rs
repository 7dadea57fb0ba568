//! What a name itself tells about its kind.

use super::kind::{NameKind, Scores};
use super::units::Unit;
use super::words::{Shape, Words};
use crate::analysis::language::Classes;

use NameKind::{Event, Location, Organization, Other, Person};

/// Points for the kinds, by the units of a name.
pub(super) fn scores(words: &Words<'_>, units: &[Unit]) -> Scores {
    let mut scores = Scores::default();
    let names: Vec<&Unit> = units.iter().filter(|unit| unit.is_name).collect();
    let (Some(&first), Some(&last)) = (names.first(), names.last()) else { return scores };
    if names.len() == 1 {
        known(&mut scores, first, 1.0);
        single(words, &mut scores, first);
        // "bin Laden", "von Trapp".
        if units.len() > 1 && units[0].classes.has(Classes::PARTICLE) {
            scores.add(Person, 2.5);
        }
    } else {
        several(words, &mut scores, units, &names);
    }
    endings(words, &mut scores, last, names.len());
    scores
}

fn known(scores: &mut Scores, unit: &Unit, share: f32) {
    let classes = unit.classes;
    for (class, kind, points) in [
        (Classes::COUNTRY, Location, 6.0),
        (Classes::PLACE, Location, 4.5),
        (Classes::ORGANIZATION, Organization, 4.8),
        (Classes::EVENT, Event, 4.5),
        (Classes::NATIONALITY, Other, 9.0),
        (Classes::OTHER_NAME, Other, 5.0),
    ] {
        if classes.has(class) {
            scores.add(kind, points * share);
        }
    }
}

fn single(words: &Words<'_>, scores: &mut Scores, unit: &Unit) {
    let text = words.slice(unit.first, unit.last);
    if unit.classes.has(Classes::FIRST_NAME) {
        scores.add(Person, 1.8);
    }
    if unit.classes.has(Classes::LAST_NAME) {
        scores.add(Person, 1.5);
    }
    if unit.is_phrase() {
        return;
    }
    let is_acronym = words.all[unit.first].shape == Shape::Capitals && text.len() < 7;
    if is_acronym && !unit.classes.has(Classes::ANY_PLACE) {
        let may_be_person = unit.classes.has(Classes::FIRST_NAME.with(Classes::LAST_NAME));
        scores.add(Organization, if may_be_person { 0.5 } else { 2.2 });
    }
    if unit.classes.has(Classes::NEVER) {
        *scores = Scores::default();
    }
    // "MoD", "YouGov", "ThyssenKrupp".
    let inner = text.chars().skip(1).any(char::is_uppercase)
        && text.chars().any(char::is_lowercase)
        && !text.contains(['-', '\'', '’', '.']);
    if inner && !words.patterns().surname_beginnings.split(',').any(|beginning| text.starts_with(beginning)) {
        scores.add(Organization, 1.8);
    }
}

fn several(words: &Words<'_>, scores: &mut Scores, units: &[Unit], names: &[&Unit]) {
    let (first, last) = (names[0], names[names.len() - 1]);
    let text = |unit: &Unit| words.slice(unit.first, unit.last);
    let has = |class: Classes| names.iter().any(|unit| unit.classes.has(class));
    let is_person_first = first.classes.has(Classes::FIRST_NAME) && !first.is_phrase();
    let may_be_surname =
        last.classes.has(Classes::LAST_NAME) || !last.classes.has(Classes::ANY_ENDING.with(Classes::KNOWN));
    let joined = units.iter().any(|unit| matches!(text(unit), "of" | "for" | "and" | "&" | "on" | "against" | "to"));
    if is_person_first && !joined {
        scores.add(Person, if may_be_surname { 4.0 } else { 1.5 });
    }
    if last.classes.has(Classes::LAST_NAME) && !joined && !last.classes.has(Classes::ORGANIZATION) {
        scores.add(Person, 1.5);
    }
    // "John F. Kennedy", "J.K. Rowling".
    let initial = |unit: &&Unit| {
        !unit.is_phrase()
            && (text(unit).chars().count() == 1
                || text(unit).contains('.') && text(unit).len() < 7 && !unit.classes.has(Classes::KNOWN))
    };
    if names[..names.len() - 1].iter().any(initial) && !joined && !last.classes.has(Classes::ANY_ENDING) {
        scores.add(Person, 3.0);
    }
    if units
        .iter()
        .any(|unit| !unit.is_name && unit.classes.has(Classes::PARTICLE) && !unit.lower.has(Classes::FUNCTION))
    {
        scores.add(Person, 1.2);
        scores.add(Location, 0.6);
    }
    // Two or three unknown words are most often a person.
    let unknown = names.iter().all(|unit| {
        !unit.is_common()
            && !unit.classes.has(Classes::KNOWN.with(Classes::ANY_ENDING))
            && words.all[unit.first].shape == Shape::Capital
    });
    if unknown && names.len() < 4 && !joined {
        scores.add(Person, 1.4);
    } else if !is_person_first {
        scores.add(Organization, 0.8);
    }
    let ambiguous = is_person_first && last.classes.has(Classes::LAST_NAME) && names.len() == 2;
    let weight = if ambiguous { 0.3 } else { 1.0 };
    if last.classes.has(Classes::ORGANIZATION_WORD) {
        scores.add(Organization, 4.5 * weight);
    }
    if last.classes.has(Classes::PLACE_WORD) {
        scores.add(Location, 4.2 * weight);
    }
    if last.classes.has(Classes::EVENT_WORD) {
        scores.add(Event, 4.2 * weight);
    }
    if first.classes.has(Classes::EVENT_HEAD) {
        scores.add(Event, 4.5);
    }
    if last.classes.has(Classes::OTHER_WORD) {
        scores.add(Other, 4.2 * weight);
    }
    if joined {
        joined_name(words, scores, units, names);
    } else if has(Classes::ORGANIZATION_WORD) && !last.classes.has(Classes::ANY_ENDING) && !is_person_first {
        scores.add(Organization, 1.5);
    }
    if first.classes.has(Classes::PLACE_HEAD) && !last.classes.has(Classes::ORGANIZATION_WORD.with(Classes::EVENT_WORD))
    {
        scores.add(Location, 3.4);
    }
    // The parts of a name say less than the name: "Liverpool Echo", "Paris Hilton".
    if first.is_phrase() || last.is_phrase() || !is_person_first {
        known(scores, first, 0.2);
        if last.classes.has(Classes::ORGANIZATION) {
            scores.add(Organization, 3.0);
        } else if last.classes.has(Classes::ANY_PLACE) {
            scores.add(Location, 2.0);
        }
    }
    // "Paris Saint-Germain", "Bengal Warriors": a place and a word that is no name of a person.
    if first.classes.has(Classes::ANY_PLACE.with(Classes::NATIONALITY))
        && !is_person_first
        && !last.classes.has(Classes::ANY_ENDING)
    {
        scores.add(Organization, 1.5);
    }
}

/// "Ministry of Defence", "Gulf of Mexico", "Marks & Spencer", "Battle of Hastings".
fn joined_name(words: &Words<'_>, scores: &mut Scores, units: &[Unit], names: &[&Unit]) {
    let text = |unit: &Unit| words.slice(unit.first, unit.last);
    if units.iter().any(|unit| text(unit) == "&") {
        scores.add(Organization, 4.0);
    }
    let preposition = units.iter().position(|unit| matches!(text(unit), "of" | "for" | "on" | "against" | "to"));
    let Some(head) = preposition.and_then(|at| units.get(at.checked_sub(1)?)) else { return };
    let end_weighs = names.last().is_some_and(|unit| unit.classes.has(Classes::ORGANIZATION_WORD));
    if head.classes.has(Classes::ORGANIZATION_HEAD.with(Classes::ORGANIZATION_WORD)) || end_weighs {
        scores.add(Organization, 5.0);
    } else if head.classes.has(Classes::OTHER_WORD) {
        scores.add(Other, 5.0);
    } else if head.classes.has(Classes::EVENT_WORD) {
        scores.add(Event, 5.0);
    } else if head.classes.has(Classes::PLACE_HEAD.with(Classes::PLACE_WORD)) {
        scores.add(Location, 5.0);
    } else {
        scores.add(Organization, 2.0);
    }
}

fn endings(words: &Words<'_>, scores: &mut Scores, last: &Unit, count: usize) {
    if last.is_phrase() || last.is_common() || last.classes.has(Classes::KNOWN.with(Classes::ANY_ENDING)) {
        return;
    }
    let text = words.slice(last.first, last.last);
    let patterns = words.patterns();
    let ends = |endings: &str| endings.split(',').any(|ending| text.len() > ending.len() + 2 && text.ends_with(ending));
    if patterns
        .surname_beginnings
        .split(',')
        .any(|beginning| text.starts_with(beginning) && text.len() > beginning.len() + 1)
    {
        scores.add(Person, 2.0);
    }
    if ends(patterns.surname_endings) {
        scores.add(Person, 1.0);
    }
    if ends(patterns.place_endings) && count == 1 {
        scores.add(Location, 0.8);
    }
    if text.starts_with("al-") || text.starts_with("el-") || text.starts_with("Al-") || text.starts_with("El-") {
        scores.add(if count > 1 { Person } else { Location }, if count > 1 { 2.0 } else { 0.4 });
    }
    if text.contains('-') && count > 1 && text.split('-').all(|part| part.starts_with(char::is_uppercase)) {
        scores.add(Person, 0.8);
    }
    if text.ends_with("ism") || text.ends_with("ist") && text.len() > 6 {
        scores.add(Other, 1.0);
    }
}
