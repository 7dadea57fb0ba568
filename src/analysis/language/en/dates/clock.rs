//! Times of day.

use crate::analysis::dates::Meaning;
use crate::analysis::parsed::Words;

/// The time of day at a token, and the token after it.
pub(super) fn time(words: &Words, at: usize) -> Option<(usize, Meaning)> {
    let end = clock_end(words, at)?;
    let zone_end = match words.at(end) {
        "gmt" | "bst" | "utc" | "cet" | "cest" | "est" | "edt" | "et" | "pst" | "pdt" | "pt" | "ist" | "jst"
        | "aest" => end + 1,
        "local" if words.at(end + 1) == "time" => end + 2,
        _ => end,
    };
    Some((zone_end, Meaning::Clock))
}

fn clock_end(words: &Words, at: usize) -> Option<usize> {
    let word = words.at(at);
    match word {
        "noon" | "midnight" | "midday" => return Some(at + 1),
        _ if !words.is_number(at) => return word_clock(words, at),
        _ => {}
    }
    let (number, suffix) = word.split_at(word.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(word.len()));
    let is_time = is_clock(number);
    if matches!(suffix, "am" | "pm") {
        return is_time.then_some(at + 1);
    }
    if !suffix.is_empty() || !is_time {
        return zone_clock(words, at);
    }
    match words.at(at + 1) {
        "am" | "pm" | "a.m." | "p.m." | "o'clock" => Some(at + 2),
        // "p.m" before the full stop of the sentence.
        "a.m" | "p.m" => Some(if words.at(at + 2) == "." && words.is_glued(at + 2) { at + 3 } else { at + 2 }),
        "noon" | "midnight" => Some(at + 2),
        _ if number.contains(':') && minutes(number).is_some() => Some(at + 1),
        _ if number.contains('.') && words.before(at, 1) == "at" && minutes(number).is_some() => Some(at + 1),
        _ => zone_clock(words, at),
    }
}

/// The minutes since midnight of the time of day at a token, if it is told whether that is in the morning, and no time zone.
pub fn minutes_of_day(words: &Words, at: usize) -> Option<u32> {
    match words.at(at) {
        "noon" | "midday" => return Some(12 * 60),
        "midnight" => return Some(0),
        _ => {}
    }
    let word = words.at(at);
    let (number, suffix) = word.split_at(word.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(word.len()));
    let end = clock_end(words, at)?;
    let has_zone =
        words.at(end).len() <= 4 && time(words, at).is_some_and(|(last, _)| last > end) || words.at(end) == "local";
    let hours: u32 = number.split([':', '.']).next()?.parse().ok()?;
    let minutes = minutes(number).unwrap_or(0);
    let half = if suffix.is_empty() { words.at(at + 1) } else { suffix };
    let hours = match half {
        "am" | "a.m." | "a.m" if hours <= 12 => hours % 12,
        "pm" | "p.m." | "p.m" if hours <= 12 => hours % 12 + 12,
        _ if hours > 12 && hours < 24 => hours,
        _ => return None,
    };
    (!has_zone).then_some(hours * 60 + minutes)
}

/// "Ten o'clock", "nine a.m.".
fn word_clock(words: &Words, at: usize) -> Option<usize> {
    let is_marked = matches!(words.at(at + 1), "o'clock" | "a.m." | "p.m." | "am" | "pm");
    let is_hour = matches!(
        words.at(at),
        "one" | "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten" | "eleven" | "twelve"
    );
    (is_hour && is_marked && words.at(at + 1) != "am").then_some(at + 2)
}

/// "0830 GMT".
fn zone_clock(words: &Words, at: usize) -> Option<usize> {
    let word = words.at(at);
    let is_four = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let has_zone = matches!(words.at(at + 1), "gmt" | "bst" | "utc" | "cet" | "hours" | "est" | "et");
    let hours: u32 = word.get(..2)?.parse().ok()?;
    (is_four && has_zone && hours < 24).then_some(at + 1)
}

/// Whether a text is an hour, or hours and minutes.
fn is_clock(number: &str) -> bool {
    let hour = number.split([':', '.']).next().and_then(|hour| hour.parse::<u32>().ok());
    hour.is_some_and(|hour| hour <= 24) && (!number.contains([':', '.']) || minutes(number).is_some())
}

/// The minutes of "10:30"; `None` for "3:2" and "2:03:59".
fn minutes(number: &str) -> Option<u32> {
    let (hours, minutes) = number.split_once([':', '.'])?;
    let is_valid = hours.len() <= 2 && hours.parse::<u32>().is_ok_and(|hours| hours < 25) && minutes.len() == 2;
    minutes.parse().ok().filter(|minutes| is_valid && *minutes < 60)
}
