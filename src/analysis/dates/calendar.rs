//! Days as numbers, and periods of days.

/// Days from the first to the last, both included, as days since 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// The first day.
    pub first: i64,
    /// The last day.
    pub last: i64,
}

impl Period {
    /// One day.
    pub fn day(day: i64) -> Self {
        Self { first: day, last: day }
    }

    /// A month from 1 to 12; `None` if there is no such month.
    pub fn month(year: i64, month: i64) -> Option<Self> {
        let first = day_number(year, month, 1)?;
        Some(Self { first, last: first + days_in_month(year, month) - 1 })
    }

    /// A year.
    pub fn year(year: i64) -> Option<Self> {
        Some(Self { first: day_number(year, 1, 1)?, last: day_number(year, 12, 31)? })
    }

    /// The date of an article: YYYY, YYYY-MM or YYYY-MM-DD.
    pub fn parse(date: &str) -> Option<Self> {
        let mut parts = date.split('-').map(|part| part.parse::<i64>().ok());
        let year = parts.next()??;
        let (month, day) = (parts.next(), parts.next());
        match (month, day) {
            (None, _) => Self::year(year),
            (Some(month), None) => Self::month(year, month?),
            (Some(month), Some(day)) => Some(Self::day(day_number(year, month?, day?)?)),
        }
    }

    /// The year, with the month from 1 and the day of the month, if it is a day, a month or a year.
    pub fn date(self) -> Option<(i64, Option<i64>, Option<i64>)> {
        let (year, month) = year_and_month(self.first);
        let first_of_month = day_number(year, month, 1)?;
        if self.days() == 1 {
            return Some((year, Some(month), Some(self.first - first_of_month + 1)));
        }
        match self {
            it if Some(it) == Self::month(year, month) => Some((year, Some(month), None)),
            it if Some(it) == Self::year(year) => Some((year, None, None)),
            _ => None,
        }
    }

    /// Whether the two have no day in common.
    pub fn is_disjoint(self, other: Self) -> bool {
        self.last < other.first || other.last < self.first
    }

    /// The digits of its date: 20211124 for a day, 202111 for a longer period within a month, 2021 for one within a year.
    pub fn digits(self) -> i64 {
        let (year, month) = year_and_month(self.first);
        let day = self.first - day_number(year, month, 1).unwrap_or(self.first) + 1;
        match self.days() {
            1 => (year * 100 + month) * 100 + day,
            2..=31 => year * 100 + month,
            _ => year,
        }
    }

    /// The number of days.
    pub fn days(self) -> i64 {
        self.last - self.first + 1
    }
}

/// The number of a day since 1 January 1970; `None` if there is no such day between the years 1 and 9999.
pub(super) fn day_number(year: i64, month: i64, day: i64) -> Option<i64> {
    let is_valid =
        (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day);
    // Years begin in March, so that the leap day is the last of a year.
    let from_march = (month + 9) % 12;
    let year = if month <= 2 { year - 1 } else { year };
    let of_year = (153 * from_march + 2) / 5 + day - 1;
    let days = year * 365 + year / 4 - year / 100 + year / 400 + of_year;
    is_valid.then_some(days - 719_468)
}

/// The year and the month (from 1) of a day.
pub(super) fn year_and_month(day: i64) -> (i64, i64) {
    let mut year = 1970 + day.div_euclid(366);
    while day_number(year + 1, 1, 1).is_some_and(|next| next <= day) {
        year += 1;
    }
    let month = (1..=12).rev().find(|&month| day_number(year, month, 1).is_some_and(|first| first <= day));
    (year, month.unwrap_or(1))
}

/// The day of the week from Monday, which is 0.
pub(super) fn weekday(day: i64) -> i64 {
    (day + 3).rem_euclid(7)
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_numbered_from_1970() {
        assert_eq!(
            (day_number(1970, 1, 1), day_number(2000, 3, 1), day_number(2021, 2, 29)),
            (Some(0), Some(11_017), None)
        );
        let day = day_number(2021, 11, 28).unwrap_or_default();
        assert_eq!((weekday(day), year_and_month(day)), (6, (2021, 11)));
        for (year, month) in [(1900, 1), (1999, 12), (2024, 2), (2026, 7)] {
            let first = day_number(year, month, 1).unwrap_or_default();
            assert_eq!(year_and_month(first), (year, month));
        }
    }

    #[test]
    fn dates_of_articles_are_periods() {
        assert_eq!(Period::parse("2021-11-28"), day_number(2021, 11, 28).map(Period::day));
        assert_eq!(Period::parse("2021-11").map(Period::days), Some(30));
        assert_eq!(Period::parse("2020").map(Period::days), Some(366));
        assert_eq!(Period::parse(""), None);
        for (date, digits) in
            [("2021-11-28", 20_211_128), ("2021-11", 202_111), ("2021", 2021), ("2020-02-29", 20_200_229)]
        {
            assert_eq!(Period::parse(date).map(Period::digits), Some(digits));
        }
    }

    #[test]
    fn days_months_and_years_have_dates() {
        let date = |text: &str| Period::parse(text).and_then(Period::date);
        assert_eq!(date("2021-11-28"), Some((2021, Some(11), Some(28))));
        assert_eq!(date("2020-02"), Some((2020, Some(2), None)));
        assert_eq!(date("1969"), Some((1969, None, None)));
        let Some(day) = day_number(2021, 11, 1) else { panic!("a day") };
        assert_eq!(Period { first: day, last: day + 6 }.date(), None, "a week");
    }
}
