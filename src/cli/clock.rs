//! The current time.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::model::Timestamp;

/// The variable with the time to use instead of the current one, in seconds, so that results can be reproduced
/// (<https://reproducible-builds.org/specs/source-date-epoch/>).
const FIXED: &str = "SOURCE_DATE_EPOCH";

/// The current time.
pub(super) fn now() -> Timestamp {
    let fixed = std::env::var(FIXED).ok().and_then(|seconds| seconds.parse().ok());
    let seconds = fixed.or_else(|| Some(SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs()));
    Timestamp::parse(&text(seconds.unwrap_or_default())).unwrap_or_else(Timestamp::epoch)
}

/// Seconds since 1970 as RFC 3339. The date is computed from days that are counted from 1 March 0000, so that leap days are last in
/// their years (Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”, `civil_from_days`).
fn text(seconds: u64) -> String {
    let (days, second) = (seconds / 86_400 + 719_468, seconds % 86_400);
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.000Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_dates() {
        let cases = [
            (0, "1970-01-01T00:00:00.000Z"),
            (951_782_400, "2000-02-29T00:00:00.000Z"),
            (1_767_225_599, "2025-12-31T23:59:59.000Z"),
            (4_107_542_400, "2100-03-01T00:00:00.000Z"),
        ];
        for (seconds, expected) in cases {
            assert_eq!(text(seconds), expected);
            assert!(Timestamp::parse(&text(seconds)).is_some());
        }
    }
}
