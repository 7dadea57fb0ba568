//! Lengths of time: "two days", "nearly twenty years", "an hour and a half", "48-hour".

use super::words::time_unit;
use crate::analysis::dates::{Grain, Meaning};
use crate::analysis::figures::{Form, Unit};
use crate::analysis::language::en::numbers::{hedge_after, hedge_before, number};
use crate::analysis::parsed::Words;

/// The duration whose number is at a token: where it begins with its hedge, where it ends, and how long it is.
pub(super) fn duration(words: &Words, at: usize) -> Option<(usize, usize, Meaning)> {
    if let Some((end, meaning)) = hyphenated(words, at).or_else(|| bare(words, at)) {
        return Some((at, end, meaning));
    }
    let (mut end, mut days) = length(words, at)?;
    if matches!(words.at(end), "and" | ",") {
        let shorter = length(words, end + 1).filter(|(_, more)| *more < days && *more > 0.0);
        let half = if words.has(end, &["and", "a", "half"]) {
            unit_before(words, end).map(|unit| (end + 3, unit / 2.0))
        } else {
            None
        };
        if let Some((longer_end, more)) = half.or(shorter) {
            (end, days) = (longer_end, days + more);
        }
    }
    let start = hedge_before(words, at).map_or(at, |(start, _)| start);
    end = hedge_after(words, end).map_or(end, |(end, _)| end);
    let years = (days / 365.25).round();
    if words.at(end) == "ago" && start == at && years >= 1.0 && (days - years * 365.25).abs() < 1.0 {
        return Some((start, end + 1, Meaning::Relative(Grain::Year, -(years as i64))));
    }
    if matches!(words.at(end), "ago" | "earlier" | "later") {
        return Some((start, end + 1, Meaning::Unknown(Grain::Day)));
    }
    if words.has(end, &["old"]) || words.has(end, &["of", "age"]) {
        return None;
    }
    Some((start, end, Meaning::Duration(days)))
}

/// The number before a length of time, if there is one; a token that begins none gives 1 and ends where it begins.
pub(super) fn count_at(words: &Words, at: usize) -> Option<(usize, f64)> {
    match words.at(at) {
        "few" | "several" | "couple" | "many" => return Some((at + 1, 3.0)),
        _ => {}
    }
    let phrase = number(words, at)
        .filter(|phrase| phrase.unit.is_none() && phrase.form != Form::Modifier && phrase.surplus == 0);
    Some(phrase.map_or((at, 1.0), |phrase| (phrase.end, phrase.amount)))
}

/// The days of a length of time.
pub(super) fn days(grain: Grain, word: &str) -> f64 {
    match (grain, word.trim_end_matches('s')) {
        (Grain::Hour, "hour" | "hr") => 1.0 / 24.0,
        (Grain::Hour, "minute" | "min") => 1.0 / 1_440.0,
        (Grain::Hour, _) => 1.0 / 86_400.0,
        (Grain::Day, _) => 1.0,
        (Grain::Week, "fortnight") => 14.0,
        (Grain::Week, "weekend") => 2.0,
        (Grain::Week, _) => 7.0,
        (Grain::Month, _) => 30.4,
        (Grain::Season, _) => 91.3,
        (Grain::Year, _) => 365.25,
        (Grain::Longer, "decade") => 3_652.5,
        (Grain::Longer, _) => 36_525.0,
    }
}

/// A number with a unit of time: where it ends, and its days.
fn length(words: &Words, at: usize) -> Option<(usize, f64)> {
    let (unit_at, count) = match words.at(at) {
        "a" | "an" => article(words, at)?,
        "several" | "few" => (at + 1, 3.0),
        "half" if matches!(words.at(at + 1), "a" | "an") && time_unit(words.at(at + 2)).is_some() => (at + 2, 0.5),
        _ => {
            let (end, count) = count_at(words, at).filter(|(end, _)| *end > at)?;
            (end, count)
        }
    };
    // "Two more years", "one working day".
    let unit_at = if matches!(
        words.at(unit_at),
        "more" | "full" | "further" | "whole" | "consecutive" | "working" | "straight" | "long" | "additional"
    ) {
        unit_at + 1
    } else {
        unit_at
    };
    let word = words.at(unit_at);
    let grain = time_unit(word)?;
    let is_none = matches!(grain, Grain::Season) || matches!(word, "second" | "weekend") && count != 1.0;
    let is_singular_many = count > 1.0 && !word.ends_with('s') && count.fract() == 0.0;
    let is_rate = words.has(unit_at + 1, &["old"]) || words.at(unit_at + 1) == "-";
    // "One day he left".
    let is_phrase = words.at(at) == "one"
        && matches!(word, "day" | "night")
        && !matches!(words.at(unit_at + 1), "ago" | "earlier" | "later" | "after" | "before");
    (!is_none && !is_singular_many && !is_rate && !is_phrase).then(|| (unit_at + 1, count * days(grain, word)))
}

/// "A week", "an hour", "a few days", "a couple of years": where the unit is, and how many. "40 a week" is none.
fn article(words: &Words, at: usize) -> Option<(usize, f64)> {
    let next = at + 1;
    match words.at(next) {
        "few" => return Some((next + 1, 3.0)),
        "couple" if words.at(next + 1) == "of" => return Some((next + 2, 2.0)),
        "further" | "full" | "whole" => return Some((next, 1.0)),
        "quarter" if words.has(next + 1, &["of", "an", "hour"]) => return Some((next + 3, 0.25)),
        "half" if time_unit(words.at(next + 1)).is_some() => return Some((next + 1, 0.5)),
        _ => {}
    }
    if number(words, at).is_some() {
        let (end, count) = count_at(words, at)?;
        return Some((end, count));
    }
    time_unit(words.at(next))?;
    let is_before = matches!(
        words.before(at, 1),
        "for"
            | "in"
            | "within"
            | "over"
            | "about"
            | "than"
            | "nearly"
            | "almost"
            | "took"
            | "lasted"
            | "after"
            | "spent"
            | "under"
            | "least"
            | "every"
            | "half"
            | "barely"
            | "only"
            | "just"
            | "taken"
            | "around"
            | "lasting"
            | "and"
            | "of"
            | "needed"
            | "until"
    );
    let is_after = matches!(words.at(next + 1), "ago" | "earlier" | "later" | "after" | "before" | "and");
    let is_rate = at > 0 && words.is_number(at - 1);
    (!is_rate && (is_before || is_after)).then_some((next, 1.0))
}

/// The days of the unit before a token.
fn unit_before(words: &Words, end: usize) -> Option<f64> {
    let word = words.before(end, 1);
    time_unit(word).map(|grain| days(grain, word))
}

/// "48-hour", "two-day", "five-year": but not "31-year-old".
fn hyphenated(words: &Words, at: usize) -> Option<(usize, Meaning)> {
    let phrase = number(words, at).filter(|phrase| phrase.surplus == 0)?;
    let Some(Unit::Measure(measure)) = phrase.unit.filter(Unit::is_time) else { return None };
    Some((phrase.end, Meaning::Duration(phrase.amount * measure.factor)))
}

/// "For years", "within days", "for decades".
fn bare(words: &Words, at: usize) -> Option<(usize, Meaning)> {
    let word = words.at(at);
    let grain = time_unit(word).filter(|_| word.ends_with('s') && word.len() > 3)?;
    let is_after = matches!(words.before(at, 1), "for" | "within" | "in" | "lasted" | "took" | "after" | "over")
        && !matches!(words.at(at + 1), "of")
        || matches!(words.at(at + 1), "ago" | "later" | "earlier");
    let end = if matches!(words.at(at + 1), "ago" | "later" | "earlier") { at + 2 } else { at + 1 };
    is_after.then_some((end, Meaning::Unknown(grain)))
}
