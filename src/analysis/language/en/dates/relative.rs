//! Dates as seen from another: "yesterday", "last week", "the day before", "the end of March".

use super::absolute;
use super::durations::count_at;
use super::words::{is_part_of_day, is_season, side, time_unit};
use crate::analysis::dates::{Grain, Meaning, Side};
use crate::analysis::parsed::Words;

/// The date at a token, and the token after it.
pub(super) fn date(words: &Words, at: usize) -> Option<(usize, Meaning)> {
    let word = words.at(at);
    match word {
        "the" | "that" => return with_article(words, at),
        "overnight" | "tonight" => return Some((at + 1, Meaning::Relative(Grain::Day, 0))),
        "today" | "yesterday" | "tomorrow" => {
            let by = match word {
                "today" => 0,
                "tomorrow" => 1,
                _ => -1,
            };
            let end = if is_part_of_day(words.at(at + 1)) { at + 2 } else { at + 1 };
            return Some((end, Meaning::Relative(Grain::Day, by)));
        }
        "end" | "beginning" | "start" => return part_of(words, at),
        "early" | "late" | "earlier" | "later" => {
            let next = at + 1;
            if matches!(word, "early" | "late") && is_part_of_day(words.at(next)) {
                return Some((next + 1, Meaning::Unknown(Grain::Day)));
            }
            if matches!(words.at(next), "this" | "last" | "next" | "today" | "yesterday" | "tomorrow") {
                return date(words, next);
            }
            return None;
        }
        _ => {}
    }
    sided(words, at).or_else(|| months_of(words, at))
}

/// "Last week", "this morning", "next three years", "recent months", "last night".
fn sided(words: &Words, at: usize) -> Option<(usize, Meaning)> {
    let word = words.at(at);
    let next = at + 1;
    if word == "recent" {
        let grain = time_unit(words.at(next)).filter(|_| words.at(next).ends_with('s'))?;
        return Some((next + 1, Meaning::Unknown(grain)));
    }
    if matches!(word, "same" | "previous" | "following" | "current") && words.before(at, 1) != "the" {
        return None;
    }
    let side = if word == "same" { Side::Here } else { side(word)? };
    let place = |by: i64| match side {
        Side::Before => -by,
        Side::Here => 0,
        Side::After => by,
    };
    if let Some((end, count)) = count_at(words, next).filter(|(end, _)| *end > next) {
        // "The last two years".
        let unit = time_unit(words.at(end))?;
        let days = count * super::durations::days(unit, words.at(end));
        let meaning =
            if side == Side::Before { Meaning::Recent(Grain::Longer, days) } else { Meaning::Unknown(Grain::Longer) };
        return Some((end + 1, meaning));
    }
    let noun = words.at(next);
    if is_part_of_day(noun) {
        let by = if side == Side::Before && noun == "night" { -1 } else { place(1) };
        return Some((next + 1, Meaning::Relative(Grain::Day, by)));
    }
    if noun == "season" {
        return Some((next + 1, Meaning::Unknown(Grain::Season)));
    }
    if is_season(noun) || matches!(noun, "christmas" | "easter") {
        let end = if words.at(next + 1) == "months" { next + 2 } else { next + 1 };
        return Some((end, Meaning::Unknown(Grain::Season)));
    }
    if matches!(noun, "fiscal" | "financial" | "calendar") && words.at(next + 1) == "year" {
        return Some((next + 2, Meaning::Relative(Grain::Year, place(1))));
    }
    let grain = time_unit(noun)?;
    let is_plural = noun.ends_with('s') && noun != "s";
    // "The last minute", "this second" and "last days of the empire" are none.
    if grain == Grain::Hour && !is_plural || word == "past" && !is_plural && words.before(at, 1) != "the" {
        return (grain == Grain::Hour && noun == "hour").then_some((next + 1, Meaning::Unknown(Grain::Hour)));
    }
    if is_plural {
        return Some((next + 1, Meaning::Unknown(grain)));
    }
    if words.has(next, &["quarter", "of", "an", "hour"]) {
        return Some((next + 4, Meaning::Unknown(Grain::Hour)));
    }
    let is_known = matches!(word, "last" | "this" | "next")
        && !matches!(noun, "quarter" | "decade" | "century")
        && words.before(at, 1) != "the";
    let meaning = if is_known { Meaning::Relative(grain, place(1)) } else { Meaning::Unknown(grain) };
    Some((next + 1, meaning))
}

/// Dates that begin with an article: "the day before", "the next four years", "the 1990s", "the weekend".
fn with_article(words: &Words, at: usize) -> Option<(usize, Meaning)> {
    let next = at + 1;
    let noun = words.at(next);
    if words.at(at) == "that" {
        let is_time = matches!(noun, "day" | "night" | "morning" | "afternoon" | "evening" | "week" | "month" | "year");
        return is_time.then_some((next + 1, Meaning::Unknown(time_unit(noun).unwrap_or(Grain::Day))));
    }
    if let Some(found) = sided(words, next) {
        return Some(found);
    }
    match noun {
        "day" | "week" | "month" | "year" | "night" | "morning" | "evening" => {
            let grain = time_unit(noun).unwrap_or(Grain::Day);
            return match words.at(next + 1) {
                "before" | "after" => {
                    let end = if matches!(words.at(next + 2), "yesterday" | "tomorrow") { next + 3 } else { next + 2 };
                    Some((end, Meaning::Unknown(grain)))
                }
                // "The year to June".
                "to" if noun == "year" => match absolute::date(words, next + 2) {
                    Some((end, Meaning::Month { .. } | Meaning::Day { .. } | Meaning::Years(..))) => {
                        Some((end, Meaning::Unknown(Grain::Year)))
                    }
                    _ => None,
                },
                _ => None,
            };
        }
        "weekend" => return Some((next + 1, Meaning::Unknown(Grain::Week))),
        "fiscal" | "financial" if words.at(next + 1) == "year" => {
            return Some((next + 2, Meaning::Unknown(Grain::Year)));
        }
        "end" | "beginning" | "start" | "middle" | "rest" | "turn" => return part_of(words, next),
        "first" | "second" | "third" | "fourth" if words.at(next + 1) == "quarter" => {
            return absolute::date(words, next);
        }
        "early" | "late" | "mid" => {}
        _ if noun.ends_with("0s") => {}
        _ if words.is_number(next) && matches!(words.at(next + 1), "century" | "centuries") => {}
        _ if is_season(noun) && words.at(next + 1) == "of" => {}
        _ => return None,
    }
    match absolute::date(words, next)? {
        (end, meaning @ (Meaning::Years(..) | Meaning::Unknown(_))) => Some((end, meaning)),
        _ => None,
    }
}

/// "End of March", "beginning of the year", "start of next week".
fn part_of(words: &Words, at: usize) -> Option<(usize, Meaning)> {
    if words.at(at + 1) != "of" {
        return None;
    }
    let inner = at + 2;
    if matches!(words.at(inner), "the" | "this" | "each" | "every") {
        let grain = time_unit(words.at(inner + 1)).filter(|grain| !matches!(grain, Grain::Hour))?;
        let is_season_of_sport = words.at(inner + 1) == "quarter" && words.before(at, 1) != "the";
        // "Since the beginning of the year" is this year.
        let meaning = if grain == Grain::Year { Meaning::Relative(Grain::Year, 0) } else { Meaning::Unknown(grain) };
        return (!is_season_of_sport).then_some((inner + 2, meaning));
    }
    match absolute::date(words, inner).or_else(|| sided(words, inner))? {
        (end, meaning @ (Meaning::Month { .. } | Meaning::Years(..) | Meaning::Relative(..))) => Some((end, meaning)),
        _ => None,
    }
}

/// "Winter months".
fn months_of(words: &Words, at: usize) -> Option<(usize, Meaning)> {
    let is_months = is_season(words.at(at)) && words.at(at + 1) == "months";
    is_months.then_some((at + 2, Meaning::Unknown(Grain::Season)))
}
