//! Words of dates.

use crate::analysis::dates::{Grain, Side};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
#[rustfmt::skip]
const SHORT_MONTHS: [(&str, i64); 12] = [
    ("jan", 1), ("feb", 2), ("mar", 3), ("apr", 4), ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9), ("sept", 9), ("oct", 10),
    ("nov", 11), ("dec", 12),
];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// Abbreviations that are no other words.
const SHORT_WEEKDAYS: [(&str, i64); 6] = [("tue", 1), ("tues", 1), ("thu", 3), ("thur", 3), ("thurs", 3), ("fri", 4)];

/// The number of a month from 1, by its full name.
pub(super) fn month(word: &str) -> Option<i64> {
    MONTHS.iter().position(|name| *name == word).map(|at| at as i64 + 1)
}

/// The number of a month from 1, by its abbreviation.
pub(super) fn short_month(word: &str) -> Option<i64> {
    SHORT_MONTHS.iter().find(|(name, _)| *name == word).map(|(_, month)| *month)
}

/// The number of a weekday from Monday (0), also in the plural.
pub(super) fn weekday(word: &str) -> Option<i64> {
    let singular = word.strip_suffix('s').filter(|_| word.len() > 6).unwrap_or(word);
    let full = WEEKDAYS.iter().position(|name| *name == singular).map(|at| at as i64);
    full.or_else(|| SHORT_WEEKDAYS.iter().find(|(name, _)| *name == word).map(|(_, day)| *day))
}

/// What a word for a length of time, in the singular or the plural, is measured in.
pub(super) fn time_unit(word: &str) -> Option<Grain> {
    Some(match word.strip_suffix('s').filter(|rest| rest.len() > 2).unwrap_or(word) {
        "second" | "minute" | "hour" | "sec" | "min" | "hr" => Grain::Hour,
        "day" | "night" => Grain::Day,
        "week" | "weekend" | "fortnight" => Grain::Week,
        "month" => Grain::Month,
        "quarter" | "season" => Grain::Season,
        "year" | "yr" => Grain::Year,
        "decade" | "century" | "centurie" => Grain::Longer,
        _ => return None,
    })
}

/// Whether a word is a part of a day.
pub(super) fn is_part_of_day(word: &str) -> bool {
    matches!(
        word,
        "morning"
            | "afternoon"
            | "evening"
            | "night"
            | "lunchtime"
            | "dawn"
            | "noon"
            | "midday"
            | "midnight"
            | "mornings"
            | "nights"
            | "evenings"
    )
}

/// Whether a word is a season.
pub(super) fn is_season(word: &str) -> bool {
    matches!(word, "spring" | "summer" | "autumn" | "fall" | "winter")
}

/// The side of the article's date that a word before a length of time means.
pub(super) fn side(word: &str) -> Option<Side> {
    match word {
        "last" | "past" | "previous" | "preceding" => Some(Side::Before),
        "this" | "current" => Some(Side::Here),
        "next" | "coming" | "following" | "upcoming" => Some(Side::After),
        _ => None,
    }
}

/// The words of holidays; the first that fits counts.
pub(super) const HOLIDAYS: [&[&str]; 22] = [
    &["christmas", "day"],
    &["christmas", "eve"],
    &["christmas"],
    &["new", "year's", "day"],
    &["new", "year's", "eve"],
    &["new", "year", "'s", "day"],
    &["new", "year", "'s", "eve"],
    &["easter", "sunday"],
    &["easter", "monday"],
    &["easter"],
    &["good", "friday"],
    &["boxing", "day"],
    &["thanksgiving", "day"],
    &["thanksgiving"],
    &["halloween"],
    &["ramadan"],
    &["independence", "day"],
    &["labor", "day"],
    &["labour", "day"],
    &["memorial", "day"],
    &["mother", "'s", "day"],
    &["valentine", "'s", "day"],
];
