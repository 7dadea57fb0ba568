//! Dates of the calendar: "24 November 2021", "Sunday", "in 1999", "the 1990s".

use super::words::{HOLIDAYS, is_part_of_day, is_season, month, short_month, side, weekday};
use crate::analysis::dates::{Grain, Meaning, Side};
use crate::analysis::language::en::numbers::{counted_noun, currency_after, measure_after};
use crate::analysis::parsed::Words;

/// The date at a token, and the token after it.
pub(super) fn date(words: &Words, at: usize) -> Option<(usize, Meaning)> {
    let early = early_end(words, at);
    if early > at {
        return plain(words, early).filter(|(_, meaning)| !matches!(meaning, Meaning::Unknown(_)));
    }
    plain(words, at)
}

/// Where "early", "late" or "mid" before a date ends.
fn early_end(words: &Words, at: usize) -> usize {
    let is_early = matches!(words.at(at), "early" | "late" | "mid");
    let joined = words.at(at + 1) == "-" || words.at(at + 1) == "–";
    if !is_early {
        at
    } else if joined {
        at + 2
    } else {
        at + 1
    }
}

fn plain(words: &Words, at: usize) -> Option<(usize, Meaning)> {
    if words.is_number(at) {
        return in_digits(words, at)
            .or_else(|| day_and_month(words, at))
            .or_else(|| year(words, at))
            .or_else(|| ordinal(words, at));
    }
    let found = week_day(words, at).or_else(|| month_first(words, at)).or_else(|| mid_month(words, at));
    found.or_else(|| season(words, at)).or_else(|| holiday(words, at)).or_else(|| quarter(words, at))
}

/// "2021-11-24", "24/11/2021", "24.11.2021", "2020-21".
fn in_digits(words: &Words, at: usize) -> Option<(usize, Meaning)> {
    let word = words.at(at);
    let parts: Vec<&str> = word.split(['-', '.']).collect();
    let number = |part: &str| part.parse::<i64>().ok();
    let found = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => day_of(number(year)?, number(month)?, number(day)?),
        [day, month, year] if year.len() == 4 => day_of(number(year)?, number(month)?, number(day)?),
        [first, last] if first.len() == 4 && word.contains('-') => year_range(first, last),
        _ => None,
    };
    found.map(|meaning| (at + 1, meaning)).or_else(|| slashed(words, at)).or_else(|| dashed_years(words, at))
}

fn day_of(year: i64, month: i64, day: i64) -> Option<Meaning> {
    let is_valid = (1000..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    is_valid.then_some(Meaning::Day { year: Some(year), month, day })
}

/// "24/11/2021", "2019/20".
fn slashed(words: &Words, at: usize) -> Option<(usize, Meaning)> {
    let joined =
        |at: usize| words.at(at) == "/" && words.is_glued(at) && words.is_number(at + 1) && words.is_glued(at + 1);
    if !joined(at + 1) || at > 0 && words.at(at - 1) == "/" {
        return None;
    }
    let number = |at: usize| words.at(at).parse::<i64>().ok();
    if joined(at + 3) {
        let (first, second, year) = (number(at)?, number(at + 2)?, number(at + 4)?);
        let year = if words.at(at + 4).len() == 2 { 2000 + year } else { year };
        let found = day_of(year, second, first).or_else(|| day_of(year, first, second))?;
        return Some((at + 5, found));
    }
    year_range(words.at(at), words.at(at + 2)).map(|meaning| (at + 3, meaning))
}

/// "2020–21" with a dash.
fn dashed_years(words: &Words, at: usize) -> Option<(usize, Meaning)> {
    let is_dash = words.at(at + 1) == "–" && words.is_glued(at + 1) && words.is_glued(at + 2);
    if !is_dash { None } else { year_range(words.at(at), words.at(at + 2)).map(|meaning| (at + 3, meaning)) }
}

/// "2020", "21" or "2021".
fn year_range(first: &str, last: &str) -> Option<Meaning> {
    let number = |word: &str| word.bytes().all(|b| b.is_ascii_digit()).then(|| word.parse::<i64>().ok())?;
    let from = number(first).filter(|year| first.len() == 4 && (1500..2100).contains(year))?;
    let to = match last.len() {
        2 => from / 100 * 100 + number(last)?,
        4 => number(last)?,
        _ => return None,
    };
    (from < to && to - from < 100).then_some(Meaning::Years(from, to))
}

/// "24 November 2021", "24th of November", "24-26 November".
fn day_and_month(words: &Words, at: usize) -> Option<(usize, Meaning)> {
    let (day, mut end) = (day_number(words, at)?, at + 1);
    if matches!(words.at(end), "-" | "–") && words.is_glued(end) && words.is_number(end + 1) {
        end += 2;
    }
    if words.at(end) == "of" {
        end += 1;
    }
    let (month, end) = month_at(words, end)?;
    let (year, end) = year_after(words, end);
    Some((end, Meaning::Day { year, month, day }))
}

/// The day of the month at a token: "24", "24th", "24-26".
fn day_number(words: &Words, at: usize) -> Option<i64> {
    let word = words.at(at).split('-').next()?;
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_ordinal = matches!(&word[digits.len()..], "" | "st" | "nd" | "rd" | "th");
    digits.parse().ok().filter(|day| is_ordinal && digits.len() <= 2 && (1..=31).contains(day))
}

/// The month at a token, and the token after it.
fn month_at(words: &Words, at: usize) -> Option<(i64, usize)> {
    if !words.is_capital(at) {
        return None;
    }
    if let Some(month) = month(words.at(at)) {
        return Some((month, at + 1));
    }
    let month = short_month(words.at(at))?;
    let has_stop = words.at(at + 1) == "." && words.is_glued(at + 1);
    Some((month, if has_stop { at + 2 } else { at + 1 }))
}

/// The year after a date: "2021", ", 2021".
fn year_after(words: &Words, at: usize) -> (Option<i64>, usize) {
    let year_at = if words.at(at) == "," { at + 1 } else { at };
    match year_number(words.at(year_at)) {
        Some(year) if !words.begins_block(year_at) => (Some(year), year_at + 1),
        _ => (None, at),
    }
}

fn year_number(word: &str) -> Option<i64> {
    let is_year = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    word.parse().ok().filter(|year| is_year && (1000..2200).contains(year))
}

/// "November 24, 2021", "November 2021", "November".
fn month_first(words: &Words, at: usize) -> Option<(usize, Meaning)> {
    let (month, end) = month_at(words, at)?;
    let is_short = short_month(words.at(at)).is_some();
    let is_time = |at: usize| matches!(words.at(at), "am" | "pm" | "a.m." | "p.m.");
    if let Some(day) = day_number(words, end).filter(|_| words.is_number(end) && !is_time(end + 1)) {
        let mut day_end = end + 1;
        if matches!(words.at(day_end), "-" | "–") && words.is_glued(day_end) && words.is_number(day_end + 1) {
            day_end += 2;
        }
        let (year, date_end) = year_after(words, day_end);
        return Some((date_end, Meaning::Day { year, month, day }));
    }
    let (year, date_end) = year_after(words, end);
    if year.is_some() {
        return Some((date_end, Meaning::Month { year, month }));
    }
    if words.has(end, &["this", "year"]) || words.has(end, &["last", "year"]) || words.has(end, &["next", "year"]) {
        return Some((end + 2, Meaning::Month { year: None, month }));
    }
    // "May" and "March" are other words too, and "Jan" is a name.
    let is_other_word = matches!(words.at(at), "may" | "march" | "august");
    let is_after_preposition = matches!(
        words.before(at, 1),
        "in" | "since"
            | "until"
            | "till"
            | "by"
            | "last"
            | "next"
            | "this"
            | "of"
            | "early"
            | "late"
            | "mid"
            | "from"
            | "before"
            | "after"
            | "during"
            | "through"
            | "to"
            | "-"
            | "between"
            | "for"
    );
    (!is_short && (!is_other_word || is_after_preposition)).then_some((end, Meaning::Month { year: None, month }))
}

/// "mid-November", "mid-2019" in one word.
fn mid_month(words: &Words, at: usize) -> Option<(usize, Meaning)> {
    let (first, rest) = words.at(at).split_once('-')?;
    if !matches!(first, "mid" | "early" | "late") {
        return None;
    }
    if let Some(month) = month(rest) {
        let (year, end) = year_after(words, at + 1);
        return Some((end, Meaning::Month { year, month }));
    }
    if let Some(decade) = rest.strip_suffix('s').and_then(year_number) {
        return Some((at + 1, Meaning::Years(decade, decade + 9)));
    }
    year_number(rest).map(|year| (at + 1, Meaning::Years(year, year)))
}

/// A year by itself, or a decade.
fn year(words: &Words, at: usize) -> Option<(usize, Meaning)> {
    let word = words.at(at);
    if let Some(decade) = word.strip_suffix('s').and_then(year_number).filter(|year| year % 10 == 0) {
        return Some((at + 1, Meaning::Years(decade, decade + if decade % 100 == 0 { 99 } else { 9 })));
    }
    let year = year_number(word)?;
    let before = words.before(at, 1);
    let is_recent = (1900..2100).contains(&year);
    let after_preposition = matches!(
        before,
        "in" | "since"
            | "by"
            | "until"
            | "till"
            | "before"
            | "after"
            | "from"
            | "circa"
            | "during"
            | "fiscal"
            | "and"
            | "between"
            | "year"
    );
    let is_joined = words.is_glued(at) && matches!(before, "$" | "£" | "€" | "#" | "/" | "+" | "." | "@" | "¥");
    let has_unit = measure_after(words, at + 1).is_some()
        || currency_after(words, at + 1).is_some()
        || matches!(words.at(at + 1), "%" | "percent" | "pc")
        || words.has(at + 1, &["per", "cent"])
        || words.is_number(at + 1);
    let counts = counted_noun(words, at + 1, 2.0).is_some_and(|noun| noun == at + 1)
        || matches!(before, "than" | "about" | "nearly" | "some" | "over" | "least" | "almost" | "around" | "another");
    let in_title = words.is_capital(at.wrapping_sub(1)) && at > 0;
    let is_year = if is_recent {
        !counts || matches!(before, "in" | "since" | "during") && !in_title
    } else {
        after_preposition && !counts
    };
    (is_year && !is_joined && !has_unit).then_some((at + 1, Meaning::Years(year, year)))
}

/// "19th century", "21st-century".
fn ordinal(words: &Words, at: usize) -> Option<(usize, Meaning)> {
    let word = words.at(at);
    if word.ends_with("-century") {
        return Some((at + 1, Meaning::Unknown(Grain::Longer)));
    }
    let is_ordinal = ["st", "nd", "rd", "th"].iter().any(|ending| word.ends_with(ending));
    (is_ordinal && matches!(words.at(at + 1), "century" | "centuries"))
        .then_some((at + 2, Meaning::Unknown(Grain::Longer)))
}

/// "Sunday", "Sunday morning", "Sunday, 28 November 2021", "last Sunday".
fn week_day(words: &Words, at: usize) -> Option<(usize, Meaning)> {
    let before = match words.at(at) {
        "this" | "last" | "next" | "past" | "previous" | "following" | "coming" => side(words.at(at)),
        _ => None,
    };
    let day_at = if before.is_some() { at + 1 } else { at };
    let day = weekday(words.at(day_at)).filter(|_| words.is_capital(day_at))?;
    let has_stop = words.at(day_at).len() < 6 && words.at(day_at + 1) == "." && words.is_glued(day_at + 1);
    let end = if has_stop { day_at + 2 } else { day_at + 1 };
    let date_at = if words.at(end) == "," { end + 1 } else { end };
    let date_at = if words.at(date_at) == "the" { date_at + 1 } else { date_at };
    let date = if words.is_number(date_at) { day_and_month(words, date_at) } else { month_first(words, date_at) };
    if let Some((end, meaning @ Meaning::Day { .. })) = date {
        return Some((end, meaning));
    }
    let end = if is_part_of_day(words.at(end)) { end + 1 } else { end };
    Some((end, Meaning::Weekday(day, before.unwrap_or(Side::Here))))
}

/// "Summer", "winter of 2020", "last summer", "winter months".
fn season(words: &Words, at: usize) -> Option<(usize, Meaning)> {
    let before = side(words.at(at)).is_some();
    let name_at = if before { at + 1 } else { at };
    let name = words.at(name_at);
    if !is_season(name) || !before && words.is_capital(name_at) && !words.begins_block(name_at) {
        return None;
    }
    let end = if words.at(name_at + 1) == "months" { name_at + 2 } else { name_at + 1 };
    let year_at = if words.at(end) == "of" { end + 1 } else { end };
    if let Some(year) = year_number(words.at(year_at)) {
        return Some((year_at + 1, Meaning::Years(year, year)));
    }
    // "Spring" and "fall" are verbs too.
    let is_certain = before
        || matches!(name, "summer" | "winter" | "autumn")
            && matches!(words.before(at, 1), "in" | "the" | "during" | "since" | "until" | "by" | "every" | "of");
    is_certain.then_some((end, Meaning::Unknown(Grain::Season)))
}

fn holiday(words: &Words, at: usize) -> Option<(usize, Meaning)> {
    let found = HOLIDAYS.iter().find(|name| words.is_capital(at) && words.has(at, name))?;
    Some((at + found.len(), Meaning::Unknown(Grain::Day)))
}

/// "Third quarter", "Q3 2021", "fiscal 2021", "first half of 2021".
fn quarter(words: &Words, at: usize) -> Option<(usize, Meaning)> {
    let word = words.at(at);
    let is_q = matches!(word, "q1" | "q2" | "q3" | "q4" | "h1" | "h2");
    let is_ordinal = matches!(word, "first" | "second" | "third" | "fourth");
    let end = if is_q {
        at + 1
    } else if is_ordinal && words.at(at + 1) == "quarter" {
        at + 2
    } else if word == "fiscal" && year_number(words.at(at + 1)).is_some() {
        let year = year_number(words.at(at + 1))?;
        return Some((at + 2, Meaning::Years(year, year)));
    } else if matches!(word, "first" | "second")
        && words.has(at + 1, &["half", "of"])
        && year_number(words.at(at + 3)).is_some()
    {
        return Some((at + 4, Meaning::Unknown(Grain::Season)));
    } else {
        return None;
    };
    let year_at = if words.at(end) == "of" { end + 1 } else { end };
    match year_number(words.at(year_at)) {
        Some(_) => Some((year_at + 1, Meaning::Unknown(Grain::Season))),
        None if words.has(end, &["of", "the", "year"]) => Some((end + 3, Meaning::Unknown(Grain::Season))),
        None => Some((end, Meaning::Unknown(Grain::Season))),
    }
}
