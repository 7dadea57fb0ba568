//! Times in RFC 3339, in UTC. The core only stores and compares them; `web::clock` provides the current time.

use std::fmt;
use std::rc::Rc;

/// An instant, as RFC 3339 text in UTC ("2026-11-22T13:25:00.000Z").
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(Rc<str>);

impl Timestamp {
    /// Parses a time in UTC; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_suffix('Z')?;
        let (date, time) = rest.split_once('T')?;
        let (clock, fraction) = time.split_once('.').unwrap_or((time, "0"));
        let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
        let [hour, minute, second] = numbers(clock, ':', [2, 2, 2])?;
        let in_range = year <= 9999 && (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day);
        let in_day = hour <= 23 && minute <= 59 && second <= 60;
        let fraction_ok = (1..=9).contains(&fraction.len()) && fraction.bytes().all(|b| b.is_ascii_digit());
        (in_range && in_day && fraction_ok).then(|| Self(text.into()))
    }

    /// The first instant of 1970: a fallback if the current time is not available.
    pub fn epoch() -> Self {
        Self("1970-01-01T00:00:00.000Z".into())
    }

    /// The time as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn numbers(text: &str, separator: char, widths: [usize; 3]) -> Option<[u32; 3]> {
    let mut parts = text.split(separator);
    let mut out = [0; 3];
    for (value, width) in out.iter_mut().zip(widths) {
        let part = parts.next()?;
        *value = (part.len() == width && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok())??;
    }
    parts.next().is_none().then_some(out)
}

fn days_in_month(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_times_in_utc_are_accepted() {
        for good in ["2026-11-22T13:25:00Z", "2024-02-29T00:00:00.123Z", "1999-12-31T23:59:60.5Z"] {
            assert_eq!(Timestamp::parse(good).map(|t| t.to_string()).as_deref(), Some(good));
        }
        for bad in ["", "2026-11-22", "2026-11-22T13:25:00+01:00", "2025-02-29T00:00:00Z", "2026-1-02T00:00:00Z"] {
            assert_eq!(Timestamp::parse(bad), None, "{bad}");
        }
    }
}
