//! Whether two figures measure the same thing.

use super::content::shared;
use super::context::Shared;
use super::measured::{Measured, Noun};
use crate::analysis::dates::{DateSpan, Grain, Meaning, Period};
use crate::analysis::figures::Unit;

/// How long before the date of an article the news are about, in days.
const RECENT: i64 = 21;
/// The most days of a month.
const MONTH: i64 = 31;
/// Figures that differ by more than so many times differ no more.
const MOST_TIMES: f64 = 12.0;
/// Ages of one person differ by at most so many years.
const MOST_YEARS: f64 = 15.0;
/// In articles whose dates are farther apart, in days, ages may differ.
const SAME_AGE: i64 = 200;

/// How two times fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Times {
    Same,
    Unknown,
    Differ,
}

/// The logarithm of the odds that two figures measure the same thing, whatever marks tell them apart; `None` if they certainly do
/// not. The weights were fitted on the groups of `tests/evaluation` that are not held out (logistic regression), then rounded.
pub(super) fn evidence(
    a: &Measured,
    b: &Measured,
    words: Shared,
    dates: (Option<Period>, Option<Period>),
    in_one: bool,
) -> Option<f64> {
    if !a.figure.unit.is_comparable(&b.figure.unit) || a.figure.is_vague || b.figure.is_vague {
        return None;
    }
    // An article tells of the whole year beside what has just happened.
    let is_of_year = |one: &Measured| one.date.is_some_and(|date| date.meaning.grain() >= Grain::Month);
    if in_one && is_of_year(a) != is_of_year(b) {
        return None;
    }
    match a.figure.unit {
        Unit::Age if in_one => None,
        Unit::Age => ages(a, b, dates),
        Unit::Score => (shared(&a.names, &b.names) >= 2).then_some(if a.event == b.event { 0.2 } else { -0.2 }),
        Unit::Moment(_) if in_one => None,
        _ if times((a.date.as_ref(), dates.0), (b.date.as_ref(), dates.1)) == Times::Differ => None,
        unit => {
            let tie = Tie::new(a, b);
            // Something has to tell that they measure the same.
            let is_tied = words.near >= 1.0 || words.covered >= 0.6 || shared(&a.names, &b.names) > 0;
            if !tie.is_same && (words.mass < 0.5 || unit.is_time() && !is_tied) {
                return None;
            }
            let evidence = if unit == Unit::Count { counts(a, b, words, tie)? } else { measures(unit, words, tie) };
            let in_one = yes(in_one) * if unit == Unit::Count { 0.4 } else { 0.8 };
            Some(evidence - in_one - if unit == Unit::Count { 1.25 } else { 1.5 } * ratio(a, b))
        }
    }
}

/// Whether marks of two figures allow them to be the same.
pub(super) fn have_same_marks(a: &Measured, b: &Measured) -> bool {
    let (own, other) = (a.marks, b.marks);
    own.is_addition == other.is_addition
        && own.is_start == other.is_start
        && own.is_average == other.is_average
        && own.is_limit == other.is_limit
        && own.is_severe == other.is_severe
        && !own.is_market
        && !other.is_market
        && (own.is_part == other.is_part || a.figure.unit != Unit::Count || is_kind_of_all(a) && is_kind_of_all(b))
}

/// Whether it tells how many of all are of one sex or age: "seven were men", "five of them were men".
fn is_kind_of_all(one: &Measured) -> bool {
    one.is_kind && one.figure.noun.is_none()
}

fn yes(it: bool) -> f64 {
    f64::from(u8::from(it))
}

/// How what happens to what two figures count, or what they measure, fits.
#[derive(Clone, Copy, Debug)]
struct Tie {
    is_same: bool,
    differs: bool,
    /// Whether it stands near both figures.
    is_near: bool,
}

impl Tie {
    fn new(a: &Measured, b: &Measured) -> Self {
        let is_known = a.event.is_some() && b.event.is_some();
        Self {
            is_same: is_known && a.event == b.event,
            differs: is_known && a.event != b.event,
            is_near: a.is_near_event && b.is_near_event,
        }
    }

    /// What it tells, by its weights: the same, the same near, different, different near.
    fn evidence(self, weights: [f64; 4]) -> f64 {
        let near = yes(self.is_near);
        yes(self.is_same) * (weights[0] + near * weights[1]) - yes(self.differs) * (weights[2] + near * weights[3])
    }
}

fn counts(a: &Measured, b: &Measured, words: Shared, tie: Tie) -> Option<f64> {
    let noun = match nouns(a, b)? {
        Nouns::Same => 0.75,
        Nouns::Alike => 0.25,
        Nouns::Persons => -0.35,
        Nouns::Elided => -0.65,
    };
    let (own, other) = (a.marks, b.marks);
    let marks = yes(own.is_change != other.is_change)
        + yes(own.is_rate != other.is_rate)
        + yes(own.is_expected != other.is_expected);
    let words = 0.16 * words.covered + 0.32 * words.mass.sqrt() + 0.63 * words.near.sqrt();
    Some(-2.05 + words + noun + tie.evidence([1.85, 1.55, 0.9, 0.75]) - 0.4 * marks)
}

fn measures(unit: Unit, words: Shared, tie: Tie) -> f64 {
    let unit = match unit {
        Unit::Percent => -0.95,
        unit if unit.is_time() => 0.7,
        Unit::Measure(_) => 0.2,
        _ => 0.0,
    };
    let words = 0.46 * words.covered + 0.52 * words.mass.sqrt() + 0.26 * words.near.sqrt();
    -0.75 + unit + words + tie.evidence([0.15, 0.95, 0.85, 0.3])
}

/// The ages of one person, as of articles of about the same time.
fn ages(a: &Measured, b: &Measured, dates: (Option<Period>, Option<Period>)) -> Option<f64> {
    let is_same_time = match dates {
        (Some(own), Some(other)) => (own.first - other.first).abs() < SAME_AGE,
        _ => true,
    };
    let is_near = (a.figure.amount - b.figure.amount).abs() <= MOST_YEARS;
    (is_same_time && is_near && shared(&a.person, &b.person) > 0).then_some(2.0)
}

/// The logarithm of how many times one figure is the other; of how far apart two moments are.
fn ratio(a: &Measured, b: &Measured) -> f64 {
    let (own, other) = (a.figure.interval().high, b.figure.interval().high);
    if matches!(a.figure.unit, Unit::Moment(_)) {
        return (1.0 + (own - other).abs() / grain(&a.figure.unit)).ln() / 2.0;
    }
    (own.max(other).max(1e-9) / own.min(other).max(1e-9)).ln().min(MOST_TIMES.ln())
}

/// How what two figures count fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Nouns {
    /// The same noun.
    Same,
    /// Synonyms, or people in both.
    Alike,
    /// People, and persons of one kind.
    Persons,
    /// One is not said.
    Elided,
}

/// How many base units of a moment are one unit of its grain.
fn grain(unit: &Unit) -> f64 {
    match unit {
        Unit::Moment(Grain::Hour) => 60.0,
        Unit::Moment(Grain::Month) => 30.0,
        Unit::Moment(Grain::Year) => 365.0,
        _ => 1.0,
    }
}

fn nouns(a: &Measured, b: &Measured) -> Option<Nouns> {
    if is_single(a) || is_single(b) {
        return None;
    }
    // The passengers and the crew are aboard.
    let are_aboard = a.event == Some("aboard") && b.event == Some("aboard");
    if are_aboard && a.is_person != b.is_person {
        return None;
    }
    let are_kinds = a.is_kind != b.is_kind || a.is_kind && a.noun != b.noun;
    if are_kinds {
        return None;
    }
    if a.is_elided || b.is_elided || a.noun == Noun::None || b.noun == Noun::None {
        // "Ten of the dead", "four of the crew": parts of which whole?
        if a.marks.is_part && b.marks.is_part {
            return None;
        }
        return Some(Nouns::Elided);
    }
    let are_people =
        |one: &Measured, other: &Measured| one.noun == Noun::People && (other.noun == Noun::People || other.is_person);
    if a.noun_word == b.noun_word || a.noun == b.noun && a.noun != Noun::People {
        return Some(Nouns::Same);
    }
    if a.noun != b.noun && (are_people(a, b) || are_people(b, a)) {
        return Some(Nouns::Persons);
    }
    let is_alike = are_people(a, b) || a.noun_groups.iter().any(|group| b.noun_groups.contains(group));
    is_alike.then_some(Nouns::Alike)
}

/// Whether a figure is one person of whom something is told: "One migrant phoned a friend".
fn is_single(one: &Measured) -> bool {
    one.figure.amount == 1.0 && matches!(one.noun, Noun::People | Noun::None)
}

fn times((a, date_a): (Option<&DateSpan>, Option<Period>), (b, date_b): (Option<&DateSpan>, Option<Period>)) -> Times {
    match (a, b) {
        (None, None) => Times::Unknown,
        (Some(one), None) => one_time(one, date_a, date_b),
        (None, Some(one)) => one_time(one, date_b, date_a),
        (Some(a), Some(b)) => two_times(a, b),
    }
}

/// A time of a figure in an article, and a figure without one in another: that may be of the news, or of what the other article reported.
fn one_time(date: &DateSpan, own: Option<Period>, other: Option<Period>) -> Times {
    let is_of_other = match (date.period, other) {
        (Some(date), Some(other)) => {
            date.days() <= MONTH && date.first <= other.last && date.last >= other.first - RECENT
        }
        _ => false,
    };
    if is_background(date, own.or(other)) && !is_of_other { Times::Differ } else { Times::Unknown }
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
        // A month may be that of the other's day, but no year.
        let differ = own.is_disjoint(other) || is_long(a) != is_long(b) && own.days().max(other.days()) > MONTH;
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
        _ => Times::Unknown,
    }
}
