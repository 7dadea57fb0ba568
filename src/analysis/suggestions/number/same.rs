//! Whether two figures measure the same thing.

use super::content::shared;
use super::measured::{Measured, Noun};
use crate::analysis::dates::{DateSpan, Grain, Meaning, Period};
use crate::analysis::figures::Unit;

/// From this likeness on, two figures measure the same thing.
pub(super) const SAME: f64 = 0.5;
/// The same for two figures of one article, which usually measure different things.
pub(super) const SAME_IN_ARTICLE: f64 = 0.66;
/// From this likeness on, figures that agree are what each other's article says of the thing.
pub(super) const SIMILAR: f64 = 0.38;
/// How long before the date of an article the news are about, in days.
const RECENT: i64 = 21;

/// How two times fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Times {
    Same,
    Unknown,
    Differ,
}

/// How likely it is that two figures measure the same thing, from 0 to 1; 0 if they certainly do not.
pub(super) fn likeness(a: &Measured, b: &Measured, (date_a, date_b): (Option<Period>, Option<Period>)) -> f64 {
    if !a.figure.unit.is_comparable(&b.figure.unit) || a.figure.is_vague || b.figure.is_vague || !have_same_marks(a, b)
    {
        return 0.0;
    }
    if a.figure.unit == Unit::Age {
        return if shared(&a.person, &b.person) > 0 { 0.9 } else { 0.0 };
    }
    let times = times((a.date.as_ref(), date_a), (b.date.as_ref(), date_b));
    if times == Times::Differ {
        return 0.0;
    }
    let words = overlap(&a.near, &b.near).max(overlap(&a.all, &b.all) * 0.9);
    let names = names(a, b);
    let time = if times == Times::Same { 0.08 } else { 0.0 };
    let likeness = match a.figure.unit {
        Unit::Count => counts(a, b, words),
        Unit::Score => scores(a, b),
        _ => measures(a, b, words),
    };
    likeness.map_or(0.0, |likeness| (likeness + names + time).clamp(0.0, 1.0))
}

fn have_same_marks(a: &Measured, b: &Measured) -> bool {
    let (own, other) = (a.marks, b.marks);
    let is_people = a.noun == Noun::People || b.noun == Noun::People || a.noun == Noun::None || b.noun == Noun::None;
    own.is_addition == other.is_addition
        && own.is_start == other.is_start
        && own.is_average == other.is_average
        && own.is_limit == other.is_limit
        && own.is_severe == other.is_severe
        && (own.is_part == other.is_part || !is_people)
}

/// The likeness of counts, by their nouns, what happens to what they count, and the words around.
fn counts(a: &Measured, b: &Measured, words: f64) -> Option<f64> {
    if is_single(a) || is_single(b) {
        return None;
    }
    let noun = match (a.noun, b.noun) {
        (Noun::People, Noun::People) => {
            if a.noun_word == b.noun_word {
                0.24
            } else {
                0.2
            }
        }
        (Noun::Other(own), Noun::Other(other)) if own == other => 0.3,
        (Noun::None, Noun::None | Noun::People) | (Noun::People, Noun::None)
            if a.event.is_some() && a.event == b.event && a.is_near_event && b.is_near_event =>
        {
            0.2
        }
        _ => return None,
    };
    let event = match (a.event, b.event) {
        (Some(own), Some(other)) if own == other => {
            0.22 + 0.08 * f64::from(u8::from(a.is_near_event)) + 0.08 * f64::from(u8::from(b.is_near_event))
        }
        (Some(_), Some(_)) if a.is_near_event && b.is_near_event || noun < 0.3 => return None,
        (Some(_), Some(_)) => -0.1,
        (None, None) => 0.0,
        _ => 0.03,
    };
    let modifiers = a.modifiers.len() + b.modifiers.len() - 2 * shared(&a.modifiers, &b.modifiers);
    Some(noun + event + 0.38 * words - 0.1 * modifiers.min(3) as f64)
}

/// Whether a figure is one person of whom something is told: "One migrant phoned a friend".
fn is_single(one: &Measured) -> bool {
    one.figure.amount == 1.0 && matches!(one.noun, Noun::People | Noun::None)
}

fn scores(a: &Measured, b: &Measured) -> Option<f64> {
    let names = shared(&a.names, &b.names);
    (names >= 2).then_some(if a.event == b.event { 0.55 } else { 0.45 })
}

/// The likeness of money, percentages and measures, by what is measured and the words around.
fn measures(a: &Measured, b: &Measured, words: f64) -> Option<f64> {
    let is_near = a.is_near_event && b.is_near_event;
    let topic = match (a.event, b.event) {
        (Some(own), Some(other)) if own == other => {
            if is_near {
                0.38
            } else {
                0.25
            }
        }
        (Some(_), Some(_)) if is_near => return None,
        _ => 0.0,
    };
    let common = shared(&a.near, &b.near);
    if common < 2 && !(common == 1 && topic > 0.3) {
        return None;
    }
    let change = if a.marks.is_change == b.marks.is_change { 0.0 } else { -0.12 };
    let rate = if a.marks.is_rate == b.marks.is_rate { 0.0 } else { -0.1 };
    let expected = if a.marks.is_expected == b.marks.is_expected { 0.0 } else { -0.08 };
    Some(topic + 0.7 * words + 0.03 * common.min(4) as f64 + change + rate + expected)
}

/// What names in common, or different ones, tell.
fn names(a: &Measured, b: &Measured) -> f64 {
    let are_elsewhere = !a.places.is_empty() && !b.places.is_empty() && shared(&a.places, &b.places) == 0;
    if are_elsewhere && shared(&a.places, &b.names) + shared(&a.names, &b.places) == 0 {
        return -0.2;
    }
    if a.names.is_empty() || b.names.is_empty() {
        return 0.0;
    }
    match shared(&a.names, &b.names) {
        0 => -0.04,
        1 => 0.04,
        _ => 0.08,
    }
}

/// The share of words in common, of the shorter of two lists.
fn overlap(a: &[u32], b: &[u32]) -> f64 {
    shared(a, b) as f64 / a.len().min(b.len()).max(5) as f64
}

fn times((a, date_a): (Option<&DateSpan>, Option<Period>), (b, date_b): (Option<&DateSpan>, Option<Period>)) -> Times {
    match (a, b) {
        (None, None) => Times::Unknown,
        (Some(one), None) => {
            if is_background(one, date_a.or(date_b)) {
                Times::Differ
            } else {
                Times::Unknown
            }
        }
        (None, Some(one)) => {
            if is_background(one, date_b.or(date_a)) {
                Times::Differ
            } else {
                Times::Unknown
            }
        }
        (Some(a), Some(b)) => two_times(a, b),
    }
}

/// Whether a time is not that of the news: a year or a month, or a day long before.
fn is_background(date: &DateSpan, article: Option<Period>) -> bool {
    if date.meaning == Meaning::Relative(Grain::Year, 0) {
        return false;
    }
    match (date.period, article) {
        (Some(period), Some(article)) => article.first - period.last > RECENT,
        _ => {
            matches!(date.meaning, Meaning::Years(..))
                || matches!(date.meaning, Meaning::Relative(Grain::Year | Grain::Month, by) if by != 0)
        }
    }
}

fn two_times(a: &DateSpan, b: &DateSpan) -> Times {
    let is_long = |date: &DateSpan| date.meaning.grain() >= Grain::Month;
    if let (Some(own), Some(other)) = (a.period, b.period) {
        let both_days = own.days() == 1 && other.days() == 1;
        if own == other {
            return Times::Same;
        }
        // A night belongs to two days.
        if both_days && (own.first - other.first).abs() == 1 {
            return Times::Unknown;
        }
        let differ = own.is_disjoint(other) || is_long(a) != is_long(b);
        return if differ { Times::Differ } else { Times::Unknown };
    }
    if a.meaning == b.meaning && !matches!(a.meaning, Meaning::Unknown(_)) {
        return Times::Same;
    }
    if is_long(a) != is_long(b) {
        return Times::Differ;
    }
    match (a.meaning, b.meaning) {
        (Meaning::Weekday(own, _), Meaning::Weekday(other, _)) if own != other => Times::Differ,
        (Meaning::Relative(own, by), Meaning::Relative(other, by_other)) if own == other && by != by_other => {
            Times::Differ
        }
        (Meaning::Unknown(own), _) | (_, Meaning::Unknown(own))
            if own == Grain::Day && a.meaning.grain() == b.meaning.grain() =>
        {
            Times::Differ
        }
        _ => Times::Unknown,
    }
}
